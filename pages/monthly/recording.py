"""A report that waits recorded once nothing is open, or let go."""

from collections import Counter
from functools import partial

import streamlit as st

from data_access import monthly
from data_access.monthly import Draft, Recorded
from pages.monthly import known, labels, refusals, sure, template, undoing, upload
from pages.monthly.opened import Opened
from pages.shared import data, filters, once, outcome
from pages.shared.words import Words, safe


def offer(words: Words, opened: Opened) -> None:
    """The button that records, or what stands in its way; below it the way to let the report go."""
    st.subheader(words.say("Record"), anchor=False)
    draft, post = opened.draft, opened.posts.get(opened.draft.post or 0)
    if opened.looked.is_made_up:
        st.info(words.say("This would be a trial: the report is of a made-up post."))
    if post is not None and known.is_closed(post.round):
        template.say_closed(words, post.round)
    elif draft.questions:
        st.info(safe(_open(words, draft)))
    st.button(
        words.say("Record the report"),
        type="primary",
        key=f"{opened.name}-record",
        disabled=bool(draft.questions),
        on_click=_record,
        args=(opened,),
    )
    offer_discard(words, opened.number)


def _open(words: Words, draft: Draft) -> str:
    """How many questions are open, and in which sheets."""
    counted = words.count("{n} question is open", "{n} questions are open", len(draft.questions))
    by_part = Counter(problem.part for problem in draft.questions)
    listed = ", ".join(
        f"{labels.place_of(words, part, None, None)} {words.number(number)}"
        for part, number in by_part.items()
    )
    return words.say(
        "{counted} ({list}). Once they are answered, the report can be recorded.",
        counted=counted,
        list=listed,
    )


def _record(opened: Opened) -> None:
    """Record what was looked at, and nothing else."""
    if once.is_repeated(f"{opened.name}-record"):
        return
    try:
        done = data.tell(lambda c, reader: monthly.record(c, reader, opened.number, opened.draft))
    except refusals.KINDS as refused:
        outcome.refuse(upload.PLACE, refused, refusals.sentence)
        return
    once.done(f"{opened.name}-record")
    post = opened.posts.get(opened.draft.post or 0)
    outcome.put(upload.PLACE, partial(_say_recorded, done, None if post is None else post.round))
    upload.let_go()


def _say_recorded(done: Recorded, round_: str | None, words: Words) -> None:
    parts = [
        words.count("{n} contact", "{n} contacts", done.contacts),
        words.count("{n} case opened", "{n} cases opened", done.opened),
        words.count("{n} case closed", "{n} cases closed", done.closed),
        words.count("{n} new family", "{n} new families", done.families),
        words.count("{n} training", "{n} trainings", done.trainings),
    ]
    st.success(safe(words.say("Recorded: {parts}.", parts=", ".join(parts))))
    address = filters.address(round=round_) if round_ else filters.address()
    st.page_link("caseloads/page.py", label=words.say("Caseloads"), query_params=address)
    undoing.offer(words, done.number, "latest")


def offer_discard(words: Words, number: int) -> None:
    """The way to let a report go that waits; that needs no key for names."""
    with st.expander(words.say("Discard this report"), key=f"monthly-discard-{number}-open"):
        st.markdown(
            words.say(
                "Everything that is kept of the report is deleted, the answers with it. The same "
                "file can be uploaded again."
            )
        )
        sure_of = words.say("Yes, delete what is kept of this report")
        act = partial(_discard, number)
        sure.ask(f"monthly-discard-{number}", sure_of, words.say("Discard"), act)


def _discard(number: int) -> outcome.Say:
    data.tell(lambda connection, reader: monthly.discard(connection, reader, number))
    upload.let_go()
    return _say_discarded


def _say_discarded(words: Words) -> None:
    st.success(words.say("Discarded. The same file can be uploaded again."))
