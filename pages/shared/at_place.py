"""How records of one place are listed: activities, people by category, posts, entries, lists."""

import textwrap
from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from pages.shared import figures, filters
from pages.shared.activities import when
from pages.shared.vocabulary import CATEGORIES, PLACE_ROLES, RECOMMENDATION_KINDS
from pages.shared.words import Words, safe

Row = Mapping[Any, Any]
TITLE = 70
"""Characters of a title on a link, which does not wrap."""


def reported(words: Words, name: str, found: pd.DataFrame) -> None:
    """The documents' lists on which the municipality stands, or those that became it."""
    if found.empty:
        st.markdown(words.say("Reported – on no list of places that is known here."))
    for (code, role), rows in found.groupby(["round", "role"], sort=False):
        listed = rows.to_dict("records")
        text = words.say(
            "Reported – round {code}, {role}. Source: {source}",
            code=code,
            role=words.code(PLACE_ROLES, role).lower(),
            source="; ".join(dict.fromkeys(figures.citation(words, row) for row in listed)),
        )
        names = list(dict.fromkeys(rows["name"]))
        if names != [name]:
            under = words.say("Listed as: {list}.", list=", ".join(names))
            text = f"{text}. {under}"
        st.markdown(safe(text))


def attended(words: Words, heading: str, found: pd.DataFrame) -> None:
    """Activities that people of the place attended, with their attendances by category."""
    if found.empty:
        return
    st.markdown(f"**{safe(heading)}**")
    for _, rows in found.groupby("code", sort=False):
        parts = ", ".join(
            f"{words.code(CATEGORIES, row['category'])} {words.number(row['attendances'])}"
            for row in rows.to_dict("records")
        )
        attendances = words.count(
            "{n} attendance", "{n} attendances", int(rows["attendances"].sum())
        )
        first = rows.to_dict("records")[0] | {"is_made_up": bool(rows["is_made_up"].any())}
        _activity(words, first, f"{attendances}: {parts}")


def held(words: Words, heading: str, found: pd.DataFrame) -> None:
    """Activities held at the place."""
    if found.empty:
        return
    st.markdown(f"**{safe(heading)}**")
    for row in found.to_dict("records"):
        further = words.say("held here too, counted at another place")
        _activity(words, row, further if row["is_further"] else "")


def posts(words: Words, found: pd.DataFrame) -> None:
    """Mediators' posts, each with its months; nothing tells whose they are."""
    if found.empty:
        return
    heading = words.say("Mediators' posts")
    st.markdown(f"**{safe(heading)}**")
    for row in found.to_dict("records"):
        months = (
            words.say("months of service not stated")
            if pd.isna(row["months"])
            else words.count("{n} month of service", "{n} months of service", int(row["months"]))
        )
        code = words.say("round {code}", code=row["round"])
        details = [code, when(words, row), months, _if_made_up(words, row)]
        st.markdown("- " + safe(" · ".join(detail for detail in details if detail)))


def recommended(words: Words, found: pd.DataFrame) -> None:
    """Entries of the register about the place."""
    if found.empty:
        return
    heading = words.say("Recommendations about this place")
    st.markdown(f"**{safe(heading)}**")
    for row in found.to_dict("records"):
        st.page_link(
            "recommendations/page.py",
            label=safe(f"{row['reference']} {words.pick(row, 'text')}"),
            query_params=filters.address(recommendation=row["reference"]),
        )
        details = [words.code(RECOMMENDATION_KINDS, row["kind"]), _if_made_up(words, row)]
        st.caption(safe(" · ".join(detail for detail in details if detail)))


def _activity(words: Words, row: Row, said: str) -> None:
    title = textwrap.shorten(words.pick(row, "title"), TITLE, placeholder=" …")
    with st.container(gap=None):
        st.page_link(
            "activities/page.py",
            label=safe(title),
            query_params=filters.address(activity=row["code"]),
        )
        details = [when(words, row), said, _if_made_up(words, row)]
        st.caption(safe(" · ".join(detail for detail in details if detail)))


def _if_made_up(words: Words, row: Row) -> str:
    return words.say("made up") if row["is_made_up"] else ""
