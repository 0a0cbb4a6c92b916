"""What lies behind one municipality or one box: chosen by a click, in the list, by the address."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from data_access import coverage
from data_access.filters import Filters
from data_access.rules import Stands
from pages.coverage import aside
from pages.coverage.numbers import YEARS, is_hidden, written
from pages.coverage.placed import NOWHERE, Placed, say
from pages.shared import at_place, choices, data, filters, reach
from pages.shared.vocabulary import WHERE
from pages.shared.words import Words, mark, safe

Row = Mapping[Any, Any]

NUMBERS = {
    "persons": mark("Persons"),
    "attendances": mark("Attendances"),
    "activities": mark("Activities"),
    "posts": mark("Mediators' posts"),
    "families": mark("Families with mediators"),
    "open_recommendations": mark("Open recommendations"),
    "years_since_activity": mark("Years since the last activity"),
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


def show(words: Words, places: pd.DataFrame, placed: Placed, chosen: Filters) -> None:
    """The list of all places, and what lies behind the one that the address names."""
    rows = {row["place"]: row for row in places.to_dict("records")}
    names = names_of(words, places)
    choices.choice(
        "place",
        words.say("What lies behind a place: click on the map, or choose here"),
        {NOWHERE: words.say("no place chosen"), **names},
        placed.place or NOWHERE,
        as_list=True,
    )
    say(placed)
    if placed.place is not None:
        with st.container(border=True):
            at = replace(chosen, place=placed.place)
            _panel(words, rows[placed.place], names[placed.place], at)
    if placed.place is not None or placed.said:
        st.button(words.say("Clear the choice"), on_click=_clear)


def names_of(words: Words, places: pd.DataFrame) -> dict[str, str]:
    """The municipalities, with their division where the map has several; or the kinds of place."""
    of_several = places["division"].nunique() > 1
    rows = places.to_dict("records")
    return {row["place"]: _name(words, row, of_several=of_several) for row in rows}


def _name(words: Words, row: Row, *, of_several: bool) -> str:
    if row["division"] is None:
        kind = words.code(WHERE, row["place_kind"])
        own = row["name"]
        return kind.capitalize() if own is None else f"{own} – {kind.lower()}"
    return f"{row['name']} ({row['division']})" if of_several else str(row["name"])


def _panel(words: Words, row: Row, name: str, chosen: Filters) -> None:
    st.subheader(safe(name), anchor=False)
    counted = ", ".join(
        f"{words.code(NUMBERS, column).lower()}: {written(words, row, column)}"
        for column in NUMBERS
        if row["division"] is not None or column != YEARS
    )
    st.markdown(safe(words.say("Recorded – {numbers}.", numbers=counted)))
    _of_kind(words, row, chosen)
    if is_hidden(row, "attendances"):
        st.caption(reach.beyond(words))
    headings = ON_MAP if row["division"] is not None else BESIDE
    came, held = (words.code(headings, code) for code in ("attended", "held"))
    at_place.attended(words, came, data.frame(coverage.attended_from, chosen))
    at_place.held(words, held, data.frame(coverage.held_at, chosen))
    at_place.posts(words, data.frame(coverage.posts_at, chosen))
    at_place.recommended(words, data.frame(coverage.recommended_for, chosen))


def _of_kind(words: Words, row: Row, chosen: Filters) -> None:
    """A municipality's lists and its page; of what is beside the map, why it is there."""
    whole = replace(chosen, place=None)
    if row["division"] is not None:
        at_place.reported(words, row["name"], data.frame(coverage.reported_at, chosen))
        st.page_link(
            "municipalities/page.py",
            label=words.say("Open the page of this municipality"),
            query_params=filters.address(place=row["place"]),
        )
    elif row["place_kind"] == Stands.EITHER:
        st.markdown(safe(aside.among(words, row, whole)))
    elif row["place_kind"] == Stands.UNLISTED:
        st.markdown(safe(aside.on_no_list(words, whole)))


def _clear() -> None:
    st.query_params.pop("place", None)
