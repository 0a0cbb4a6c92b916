"""What undoing an upload came to: what was reversed, what was kept and why, and what failed."""

from collections.abc import Iterator, Mapping

import streamlit as st

from data_access.attendance import Undone, Why
from pages.attendance import traits
from pages.shared.words import Words, mark, safe

Counted = tuple[tuple[int, str], ...]
"""How many there are, and the sentence that says so."""

WHYS: Mapping[str, str] = {
    Why.UPLOAD_UNDONE: mark("the upload that had brought it was undone"),
    Why.THERE_AGAIN: mark("somebody entered or uploaded it again in the meantime"),
    Why.TAKEN_OUT_AGAIN: mark("a later list took the person out as well"),
}


def say(done: Undone, words: Words) -> None:
    """One sentence on what went, one a line on what stayed; a warning where something failed."""
    counted = words.count("{n} attendance", "{n} attendances", done.attendances)
    persons = words.count("{n} person", "{n} persons", done.persons)
    text = words.say(
        "Undone: {attendances} and {persons} taken out. The same file can be uploaded again.",
        attendances=counted,
        persons=persons,
    )
    st.success(safe(text))
    if lines := _beside(words, done):
        st.markdown("\n".join(f"- {safe(line)}" for line in lines))
    if done.failed:
        failed = words.count(
            "{n} attendance that this upload had taken out did not come back:",
            "{n} attendances that this upload had taken out did not come back:",
            len(done.failed),
        )
        told = "\n".join(f"- {safe(line)}" for line in _failed(words, done))
        st.warning(f"{safe(failed)}\n\n{told}")


def _failed(words: Words, done: Undone) -> Iterator[str]:
    for one in done.failed:
        person = traits.number(words, {"person": one.person})
        yield f"{person}: {words.code(WHYS, one.why)}"


def _beside(words: Words, done: Undone) -> list[str]:
    told = (*_kept(words, done), *_gone(words, done))
    return [text for number, text in told if number]


def _kept(words: Words, done: Undone) -> Counted:
    """What stayed, and why."""
    return (
        (
            len(done.kept),
            words.count(
                "Kept, since somebody changed it by hand: {n} attendance.",
                "Kept, since somebody changed them by hand: {n} attendances.",
                len(done.kept),
            ),
        ),
        (
            done.passed_on,
            words.count(
                "Kept, since another upload lists it as well: {n} attendance.",
                "Kept, since other uploads list them as well: {n} attendances.",
                done.passed_on,
            ),
        ),
        (
            done.persons_kept,
            words.count(
                "Kept, since other records name them: {n} person.",
                "Kept, since other records name them: {n} persons.",
                done.persons_kept,
            ),
        ),
    )


def _gone(words: Words, done: Undone) -> Counted:
    """What was gone before, what is not kept any more, and what came back."""
    return (
        (
            done.gone,
            words.count(
                "Gone already, removed by hand before: {n} attendance.",
                "Gone already, removed by hand before: {n} attendances.",
                done.gone,
            ),
        ),
        (
            done.waiting,
            words.count(
                "Deleted from the rows that wait: {n} row.",
                "Deleted from the rows that wait: {n} rows.",
                done.waiting,
            ),
        ),
        (
            done.restored,
            words.count(
                "Back, after this upload had taken it out: {n} attendance.",
                "Back, after this upload had taken them out: {n} attendances.",
                done.restored,
            ),
        ),
    )
