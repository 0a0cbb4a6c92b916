"""The report that the address names: whose it is, what it would do, questions, recording."""

import streamlit as st

from data_access.filters import Filters
from data_access.identity import IdentityKeyProblem
from data_access.monthly import Part
from data_access.monthly import columns as c
from pages.monthly import (
    decided,
    known,
    labels,
    opened,
    preview,
    questions,
    recording,
    refusals,
    register,
    rows,
    sentences,
    upload,
)
from pages.monthly.known import Posts
from pages.monthly.opened import Opened
from pages.shared.words import Words, safe


def show(words: Words, number: int, posts: Posts) -> None:
    """The report; or in a sentence why it cannot be looked at."""
    st.header(words.say("Report"), anchor=False)
    try:
        looked = opened.look(number)
    except refusals.KINDS as refused:
        st.warning(safe(refusals.sentence(words, refused)))
        st.button(words.say("Close the report"), key="monthly-close", on_click=upload.let_go)
        if isinstance(refused, IdentityKeyProblem):
            recording.offer_discard(words, number)
        return
    found = register.known(words, made_up=looked.is_made_up)
    elsewhere = looked.draft.post not in {None, *posts}
    report = Opened(number, looked, known.posts(words, Filters()) if elsewhere else posts, found)
    _head(words, report)
    if looked.draft.is_refused:
        for problem in looked.draft.problems:
            st.error(safe(sentences.located(words, problem)))
    questions.show(words, report)
    decided.show(words, report)
    if _is_looked_at(report):
        st.subheader(words.say("What recording it would do"), anchor=False)
        preview.cards(words, looked.draft)
        rows.listed(words, looked.draft, found.rows)
    preview.notes(words, looked.draft.problems)
    recording.offer(words, report)


def title(words: Words, report: Opened) -> str:
    """The post and the month, as far as they are known."""
    draft = report.draft
    post = report.posts.get(draft.post or 0)
    called = words.say("post not stated") if post is None else post.called
    return f"{called} · {labels.month(words, draft.month)}"


def _head(words: Words, report: Opened) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"**{safe(title(words, report))}**")
        st.button(words.say("Close the report"), key="monthly-close", on_click=upload.let_go)
    until = words.date(report.looked.delete_on)
    text = words.say(
        "The report waits until it is recorded; it is deleted on {day}, with all that is kept of "
        "it.",
        day=until,
    )
    st.caption(safe(text))


def _is_looked_at(report: Opened) -> bool:
    """Whether the rows were looked at: they are once the post and the month are clear."""
    draft = report.draft
    asked = {one.column for one in draft.questions if one.part is Part.HEAD}
    return not draft.is_refused and asked.isdisjoint({c.POST, c.MONTH})
