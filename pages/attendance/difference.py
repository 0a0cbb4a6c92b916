"""A list against the earlier ones of its activity: how they differ, whom it concerns, the ticks."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from data_access.attendance import Difference
from pages.attendance import problems, traits
from pages.shared import tables
from pages.shared.words import Words, mark, safe

Place = Callable[[int], str]

SEEN, TAKE_OUT = "attendance-difference-seen", "attendance-difference-take-out"
NONE = "–"
RAISED = mark("had registered, and came")
MISSING = mark("missing in this list")
MISSING_AND_STAYS = mark("missing in this list; corrected by hand since, and stays")


def show(words: Words, found: Difference, place: Place) -> None:
    """One sentence, the rows and persons in a fold, and what is ticked before it is recorded."""
    parts = ", ".join(_counted(words, found))
    text = words.say("This activity has a list already. Compared with it: {parts}.", parts=parts)
    st.warning(safe(text))
    rows = _rows(words, found, place)
    if rows:
        with st.expander(words.say("How the lists differ"), key="attendance-difference-open"):
            headings = {
                "row": words.say("Row"),
                "person": words.say("Person"),
                "what": words.say("What differs"),
            }
            table = pd.DataFrame(rows)
            tables.show_first(words, table, headings, problems.SHOWN_AT_MOST)
            tables.download(words, table, headings)
    if gone := [one for one in found.missing if not one.is_corrected]:
        label = words.count(
            "Take out {n} person who is missing in this list",
            "Take out {n} persons who are missing in this list",
            len(gone),
        )
        st.checkbox(label, key=TAKE_OUT)
    st.checkbox(words.say("I have seen the difference"), key=SEEN)


def _counted(words: Words, found: Difference) -> list[str]:
    """How many of each there are, where there are any."""
    new, same, raised = len(found.new), len(found.same), len(found.raised)
    changed, missing = len(found.changed), len(found.missing)
    told = (
        (new, words.count("{n} person is not in it yet", "{n} persons are not in it yet", new)),
        (
            raised,
            words.count(
                "{n} had only registered, and came",
                "{n} had only registered, and came",
                raised,
            ),
        ),
        (same, words.count("{n} stays as recorded", "{n} stay as recorded", same)),
        (
            changed,
            words.count(
                "{n} is described otherwise, and stays as recorded",
                "{n} are described otherwise, and stay as recorded",
                changed,
            ),
        ),
        (
            missing,
            words.count(
                "{n} of the earlier list is missing in this one",
                "{n} of the earlier list are missing in this one",
                missing,
            ),
        ),
    )
    return [text for number, text in told if number] or [words.say("nothing differs")]


def _rows(words: Words, found: Difference, place: Place) -> list[dict[str, str]]:
    """Whom it concerns: rows by their numbers in the file, persons by those on record."""
    return [
        *(_row(words, words.say("not in the earlier list"), row=place(row)) for row in found.new),
        *(_row(words, words.say(RAISED), row=place(row)) for row in found.raised),
        *(
            _row(words, _otherwise(words, one.columns), row=place(one.row), person=one.person)
            for one in found.changed
        ),
        *(
            _row(
                words,
                words.say(MISSING_AND_STAYS if one.is_corrected else MISSING),
                person=one.person,
            )
            for one in found.missing
        ),
    ]


def _row(words: Words, what: str, *, row: str = NONE, person: int | None = None) -> dict[str, str]:
    number = NONE if person is None else traits.number(words, {"person": person})
    return {"row": row, "person": number, "what": what}


def _otherwise(words: Words, columns: tuple[str, ...]) -> str:
    told = ", ".join(words.say(traits.LABELS[column]) for column in columns)
    return words.say("described otherwise: {columns}", columns=told)
