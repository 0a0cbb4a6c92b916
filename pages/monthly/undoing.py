"""A recorded report taken back, and what came of it."""

from functools import partial

import streamlit as st

from data_access import monthly
from data_access.monthly import Undone
from pages.monthly import sure, upload
from pages.shared import data, outcome
from pages.shared.words import Words, safe


def offer(words: Words, report: int, name: str) -> None:
    """A fold with what undoing does, and the step; ``name`` tells places on the screen apart."""
    key = f"monthly-undo-{report}-{name}"
    with st.expander(words.say("Undo this report"), key=f"{key}-open"):
        st.markdown(
            words.say(
                "What the report brought goes again: families, cases, contacts and trainings; "
                "cases that it closed are open again. Where anything of it was changed since, or a "
                "later report rests on it, nothing is undone."
            )
        )
        sure_of = words.say("Yes, take the whole report back")
        sure.ask(key, sure_of, words.say("Undo"), partial(_undo, report))


def _undo(report: int) -> outcome.Say:
    done = data.tell(lambda connection, reader: monthly.undo(connection, reader, report))
    upload.clear()
    return partial(_say, done)


def _say(done: Undone, words: Words) -> None:
    parts = [
        words.count("{n} contact", "{n} contacts", done.contacts),
        words.count("{n} case opened", "{n} cases opened", done.opened),
        words.count("{n} new family", "{n} new families", done.families),
        words.count("{n} training", "{n} trainings", done.trainings),
    ]
    text = words.say(
        "Undone: {parts} taken out. The same file can be uploaded again.", parts=", ".join(parts)
    )
    st.success(safe(text))
    if done.closed:
        again = words.count("{n} case is open again.", "{n} cases are open again.", done.closed)
        st.markdown(safe(again))
