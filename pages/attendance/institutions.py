"""Institutions that the register lacks: added from here, so that the file can be recorded."""

from collections.abc import Mapping
from functools import partial

import pandas as pd
import streamlit as st

from data_access import institutions
from data_access.access import AccessRefused
from pages.attendance import refusals
from pages.shared import data, outcome, tables
from pages.shared.vocabulary import INSTITUTION_KINDS
from pages.shared.words import Words, safe

Kinds = Mapping[str, str]

ADDED = "attendance-institutions"


def offer(words: Words, unknown: tuple[str, ...], of: str = "") -> None:
    """The institutions with the kind that their words state, and a button that adds them all.

    ``of`` tells apart those of several lists on one screen.
    """
    if not unknown:
        return
    st.subheader(words.say("Institutions that the register does not have"), anchor=False)
    kinds = data.look(lambda connection, reader: institutions.proposed(connection, reader, unknown))
    _proposals(words, kinds)
    st.caption(
        words.say(
            "Look for slips of the pen first: what is added here becomes an institution of its "
            "own. The kind is what the words of the name say; it can be corrected, and the place "
            "filled in, under Institutions."
        )
    )
    place = f"{ADDED}{of}"
    outcome.show(words, place)
    label = words.count(
        "Add this {n} institution to the register",
        "Add these {n} institutions to the register",
        len(kinds),
    )
    st.button(label, key=place, on_click=_add, args=(kinds, place))


def _proposals(words: Words, kinds: Kinds) -> None:
    rows = [
        {"name": name, "kind": words.code(INSTITUTION_KINDS, kinds[name])}
        for name in words.sort(kinds)
    ]
    headings = {"name": words.say("Institution"), "kind": words.say("Kind")}
    tables.show(pd.DataFrame(rows), headings)


def _add(kinds: Kinds, place: str) -> None:
    try:
        data.tell(
            lambda connection, reader: institutions.add_institutions(
                connection, reader, list(kinds), kinds
            )
        )
    except institutions.InstitutionKnown as refusal:
        outcome.put(place, partial(_say_made_up, str(refusal.row["name_lv"])))
    except AccessRefused as refusal:
        outcome.refuse(place, refusal, refusals.sentence)


def _say_made_up(name: str, words: Words) -> None:
    text = words.say(
        "“{name}” is a made-up institution of the sample: nothing real can go by its name. "
        "Nothing was added.",
        name=name,
    )
    st.warning(safe(text))
