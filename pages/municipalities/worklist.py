"""The work list: which municipalities of a division no activity, mediator or entry has reached."""

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Any

import pandas as pd
import streamlit as st

from data_access import coverage, municipalities, territory
from data_access.filters import Filters
from data_access.rules import Look, latvian_key
from pages.municipalities import picture, spans, told
from pages.municipalities.seen import KINDS, NUMBERS, Row, State, is_white, missing, seen, written
from pages.shared import choices, data, tables
from pages.shared.words import Words, mark, safe

AT_ONCE = 60
EVERYTHING, BARE, WHITE = "all", "bare", "white"
MISSING = {
    WHITE: mark("nothing of the four"),
    **{code: kind.none for code, kind in KINDS.items()},
    BARE: mark("nothing at all, not even on a list"),
    EVERYTHING: mark("everything shown"),
}
SORTS = {
    "least": mark("Least reached first"),
    "longest": mark("Longest ago first"),
    "name": mark("By name"),
}
SORTED: dict[str, Callable[[Row], Any]] = {
    "least": lambda row: (-len(missing(row)), [row[code] for code in KINDS]),
    "longest": told.since,
    "name": lambda _row: 0,
}
TOWNS = {"all": mark("Cities and novadi"), "city": mark("Cities"), "novads": mark("Novadi")}


def say_if_unknown(words: Words, place: str | None) -> None:
    """An address that names no municipality."""
    if place:
        st.info(words.say("No municipality has this address. Below are all that are known."))


def show(words: Words, known: pd.DataFrame, chosen: Filters) -> None:
    """The sentence, the choices, each municipality as a link, and all of them as a file."""
    counted = spans.choose(words, chosen)
    everywhere = seen(data.frame(municipalities.reached, counted), counted)
    division = _division(words, known, chosen, everywhere)
    places = everywhere[everywhere["division"] == division]
    note = told.headline(words, places, known)
    st.markdown(f"**{safe(note[0])}**")
    for line in note[1:]:
        st.markdown(safe(line))
    if invented := told.made_up(words, places):
        st.markdown(f"**{safe(invented)}**")
    candidates = data.frame(coverage.candidates, counted)
    aside = told.aside(words, everywhere, candidates, set(places["name"]))
    for line in aside:
        st.caption(safe(line))
    picture.spots(words, places, f"{note[0]} {invented}".strip())
    rows = _narrowed(words, places)
    st.markdown(safe(words.count("{n} municipality", "{n} municipalities", len(rows))))
    if choices.chosen("sort", SORTS, "least") == "least":
        _groups(words, rows)
    else:
        _entries(words, rows)
    _table(words, rows, " ".join(filter(None, [*note, *aside, invented])))


def _division(words: Words, known: pd.DataFrame, chosen: Filters, everywhere: pd.DataFrame) -> str:
    """The division that is listed: today's, or that at the end of the period; another if chosen."""
    today = str(known.loc[known["is_today"], "division"].iloc[0])
    if chosen.look is Look.TODAY:
        return today
    spoken = everywhere[list(NUMBERS)].fillna(0).sum(axis=1) > 0
    with_rows = everywhere.loc[spoken, "division"].dropna()
    of_period = data.frame(territory.division_of, chosen)
    latest = str(of_period.loc[of_period["is_latest"], "division"].iloc[0])
    found = [
        code
        for code in dict.fromkeys(known["division"])
        if code == latest or code in set(with_rows)
    ]
    if len(found) == 1:
        return latest
    named = {code: words.say("Division of {year}", year=code) for code in found}
    spoken_of = [code for code in found if code in set(with_rows)]
    default = spoken_of[-1] if spoken_of and chosen.round is None else latest
    return choices.choice("division", words.say("Division"), named, default)


def _narrowed(words: Words, places: pd.DataFrame) -> list[Row]:
    """The rows that the reader's choices leave, in the chosen order."""
    left, middle, right = st.columns(3)
    with left:
        of = _named(words, MISSING)
        lacks = choices.choice("missing", words.say("What is missing"), of, WHITE, as_list=True)
    with middle:
        towns = choices.choice(
            "towns", words.say("Kind"), _named(words, TOWNS), "all", as_list=True
        )
    with right:
        order = choices.choice(
            "sort", words.say("Order"), _named(words, SORTS), "least", as_list=True
        )
    rows = [row for row in places.to_dict("records") if _lacks(row, lacks) and _is(row, towns)]
    return sorted(rows, key=lambda row: (SORTED[order](row), latvian_key(row["name"])))


def _named(words: Words, vocabulary: dict[str, str]) -> dict[str, str]:
    return {code: words.code(vocabulary, code) for code in vocabulary}


def _lacks(row: Row, what: str) -> bool:
    if what in KINDS:
        return bool(row[what] == State.NEVER)
    if what == EVERYTHING:
        return True
    return is_white(row) and (what == WHITE or not told.is_listed(row))


def _is(row: Row, towns: str) -> bool:
    return towns == "all" or bool(row["is_city"]) is (towns == "city")


def _groups(words: Words, rows: Sequence[Row]) -> None:
    """Names beside each other, those that lack the same together; what lacks most comes first."""
    for lacks, group in groupby(rows, key=lambda row: told.state(words, row)):
        those = list(group)
        st.markdown(f"**{safe(lacks)}** – {words.number(len(those))}")
        with st.container(horizontal=True, gap="small"):
            for row in those:
                _link(row)


def _entries(words: Words, rows: Sequence[Row]) -> None:
    """One below the other, each with what has reached it."""
    for row in rows[:AT_ONCE]:
        with st.container(gap=None):
            _link(row)
            st.caption(safe(" · ".join(told.reached_by(words, row))))
    if len(rows) > AT_ONCE:
        more = words.number(len(rows) - AT_ONCE)
        st.info(words.say("{number} more stand in the table below: choose less.", number=more))


def _link(row: Row) -> None:
    st.page_link(
        "municipalities/page.py", label=safe(row["name"]), query_params=told.link(row["place"])
    )


def _table(words: Words, rows: Sequence[Row], note: str) -> None:
    headings = {
        "name": words.say("Municipality"),
        "city": words.say("City"),
        "never": words.say("Never reached by"),
        **{column: words.code(NUMBERS, column) for column in NUMBERS},
        "last": words.say("Last activity"),
        "reported": words.say("Reported in lists"),
    }
    cells = [
        {
            "name": row["name"],
            "city": words.say("yes") if row["is_city"] else words.say("no"),
            "never": told.never(words, row),
            **{column: written(words, row, column) for column in NUMBERS},
            "last": told.last(words, row),
            "reported": told.lists(words, row),
        }
        for row in rows
    ]
    if cells:
        tables.behind(words, pd.DataFrame(cells, columns=list(headings)), headings, note)
