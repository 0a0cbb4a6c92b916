"""Institutions that the register lacks: added from here, so that the file can be recorded."""

from functools import partial

import streamlit as st

from data_access import institutions
from data_access.access import AccessRefused
from pages.attendance import outcome
from pages.shared import data
from pages.shared.words import Words, safe

ADDED = "attendance-institutions"


def offer(words: Words, unknown: tuple[str, ...]) -> None:
    """The institutions one by one, and a button that adds them all."""
    if not unknown:
        return
    st.subheader(words.say("Institutions that the register does not have"), anchor=False)
    st.markdown("\n".join(f"- {safe(name)}" for name in words.sort(unknown)))
    st.caption(
        words.say(
            "Look for slips of the pen first: what is added here becomes an institution of its "
            "own. Its kind and place can be filled in under Institutions."
        )
    )
    outcome.show(words, ADDED)
    label = words.count(
        "Add this {n} institution to the register",
        "Add these {n} institutions to the register",
        len(unknown),
    )
    st.button(label, key=ADDED, on_click=_add, args=(unknown,))


def _add(unknown: tuple[str, ...]) -> None:
    try:
        data.tell(
            lambda connection, reader: institutions.add_institutions(connection, reader, unknown)
        )
    except institutions.InstitutionKnown as refusal:
        outcome.put(ADDED, partial(_say_made_up, str(refusal.row["name_lv"])))
    except AccessRefused as refusal:
        outcome.refuse(ADDED, refusal)


def _say_made_up(name: str, words: Words) -> None:
    text = words.say(
        "“{name}” is a made-up institution of the sample: nothing real can go by its name. "
        "Nothing was added.",
        name=name,
    )
    st.warning(safe(text))
