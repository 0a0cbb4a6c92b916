"""The files that were taken in so far, and the way back for each."""

from functools import partial
from typing import Any

import streamlit as st

from data_access.filters import Filters
from data_access.recommendations import importing
from data_access.recommendations.importing import TouchedSince
from pages.recommendations.importing_words import REFUSALS, refusal
from pages.shared import data, once, outcome
from pages.shared.words import Words, safe

Row = dict[Any, Any]

PLACE = "register-import"
KINDS: tuple[type[Exception], ...] = (*REFUSALS, TouchedSince)
SHOWN_AT_MOST = 20


def show(words: Words) -> None:
    """Each import with its moment and its entries, the latest first."""
    st.header(words.say("Imports so far"), anchor=False)
    rows = data.frame(importing.imports, Filters()).to_dict("records")
    if not rows:
        st.info(words.say("No file was taken in yet. Imports stand here, and can be undone here."))
        return
    for row in rows[:SHOWN_AT_MOST]:
        _entry(words, row)
    if len(rows) > SHOWN_AT_MOST:
        st.caption(
            words.say(
                "The latest {shown} of {all} are shown.",
                shown=words.number(SHOWN_AT_MOST),
                all=words.number(len(rows)),
            )
        )


def _entry(words: Words, row: Row) -> None:
    number = int(row["number"])
    with st.container(border=True):
        counted = words.count("{n} entry", "{n} entries", int(row["entries"]))
        st.markdown(f"**{safe(words.moment(row['imported_at']))}** · {safe(counted)}")
        st.caption(safe(words.say("Beginning of the file's SHA-256: {print}", print=row["sha256"])))
        if str(row["undone_at"]) != "NaT":
            moment = words.moment(row["undone_at"])
            st.caption(safe(words.say("taken back on {moment}", moment=moment)))
            return
        with st.expander(words.say("Undo this import"), key=f"register-undo-{number}-open"):
            st.markdown(
                words.say(
                    "What the file added goes again, and what it changed says again what it said. "
                    "Where anything happened to one of its entries since, nothing is undone."
                )
            )
            label = words.say("Undo")
            st.button(label, key=f"register-undo-{number}", on_click=partial(_undo, number))


def _undo(number: int) -> None:
    name = f"register-undo-{number}"
    if once.is_repeated(name):
        return
    try:
        done = data.tell(lambda c, reader: importing.undo(c, reader, number))
    except KINDS as refused:
        outcome.refuse(PLACE, refused, refusal)
        return
    once.done(name)
    outcome.put(PLACE, partial(_say_undone, done))


def _say_undone(entries: int, words: Words) -> None:
    text = words.count(
        "Undone: {n} entry is as it was before.",
        "Undone: {n} entries are as they were before.",
        entries,
    )
    st.success(safe(text))
