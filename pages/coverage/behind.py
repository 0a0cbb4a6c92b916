"""What lies behind one municipality or one box: chosen by a click, in the list, by the address."""

import textwrap
from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from data_access import coverage
from data_access.filters import Filters
from pages.coverage.measures import written
from pages.shared import choices, data, figures, filters
from pages.shared.activities import when
from pages.shared.vocabulary import CATEGORIES, PLACE_KINDS, PLACE_ROLES, RECOMMENDATION_KINDS
from pages.shared.words import Words, mark, safe

Row = Mapping[Any, Any]
NOWHERE = "none"
TITLE = 70
"""Characters of a title on a link, which does not wrap."""

NUMBERS = {
    "persons": mark("Persons"),
    "attendances": mark("Attendances"),
    "activities": mark("Activities"),
    "posts": mark("Mediators' posts"),
}

Headings = Mapping[str, str]
ON_MAP: Headings = {
    "attended": mark("Where people from here took part"),
    "held": mark("Activities held here"),
}
BESIDE: Headings = {
    "attended": mark("Attendances that count here"),
    "held": mark("Activities that count here"),
}


def show(words: Words, places: pd.DataFrame, chosen: Filters) -> None:
    """The list of all places, and what lies behind the one that the address names."""
    rows = {row["place"]: row for row in places.to_dict("records")}
    names = {place: name_of(words, row, places) for place, row in rows.items()}
    choices.choice(
        "place",
        words.say("What lies behind a place: click on the map, or choose here"),
        {NOWHERE: words.say("no place chosen"), **names},
        NOWHERE,
        as_list=True,
    )
    if chosen.place is None:
        return
    if chosen.place in rows:
        with st.container(border=True):
            _panel(words, rows[chosen.place], names[chosen.place], chosen)
    else:
        st.info(
            words.say(
                "The address asks for a place that is not on this map. Choose one on the map or "
                "in the list."
            )
        )
    st.button(words.say("Clear the choice"), on_click=_clear)


def name_of(words: Words, row: Row, places: pd.DataFrame) -> str:
    """The municipality, with its division where the map has several; or the kind of place."""
    if row["division"] is None:
        return words.code(PLACE_KINDS, row["place_kind"]).capitalize()
    return f"{row['name']} ({row['division']})" if _has_several(places) else str(row["name"])


def _has_several(places: pd.DataFrame) -> bool:
    return places["division"].nunique() > 1


def _panel(words: Words, row: Row, name: str, chosen: Filters) -> None:
    st.subheader(safe(name), anchor=False)
    counted = ", ".join(
        f"{words.code(NUMBERS, column).lower()}: {written(words, row, column)}"
        for column in NUMBERS
    )
    st.markdown(safe(words.say("Recorded – {numbers}.", numbers=counted)))
    if row["division"] is not None:
        _reported(words, data.frame(coverage.reported_at, chosen))
    headings = ON_MAP if row["division"] is not None else BESIDE
    _attended(words, headings, data.frame(coverage.attended_from, chosen))
    _held(words, headings, data.frame(coverage.held_at, chosen))
    _posts(words, data.frame(coverage.posts_at, chosen))
    _recommended(words, data.frame(coverage.recommended_for, chosen))


def _reported(words: Words, found: pd.DataFrame) -> None:
    """The documents' lists on which the municipality stands."""
    if found.empty:
        st.markdown(words.say("Reported – on no list of places that is known here."))
    for row in found.to_dict("records"):
        text = words.say(
            "Reported – round {code}, {role}. Source: {source}",
            code=row["round"],
            role=words.code(PLACE_ROLES, row["role"]).lower(),
            source=figures.citation(words, row),
        )
        st.markdown(safe(text))


def _attended(words: Words, headings: Headings, found: pd.DataFrame) -> None:
    """Activities that people from here attended, with their attendances by category."""
    if found.empty:
        return
    heading = words.code(headings, "attended")
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


def _held(words: Words, headings: Headings, found: pd.DataFrame) -> None:
    """Activities held here."""
    if found.empty:
        return
    heading = words.code(headings, "held")
    st.markdown(f"**{safe(heading)}**")
    for row in found.to_dict("records"):
        further = words.say("held here too, counted at another place")
        _activity(words, row, further if row["is_further"] else "")


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


def _posts(words: Words, found: pd.DataFrame) -> None:
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


def _recommended(words: Words, found: pd.DataFrame) -> None:
    """Entries of the register about this place."""
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


def _if_made_up(words: Words, row: Row) -> str:
    return words.say("made up") if row["is_made_up"] else ""


def _clear() -> None:
    st.query_params.pop("place", None)
