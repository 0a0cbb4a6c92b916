"""The map of each division with the boxes beside it, and what a click on it does."""

import textwrap
from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from data_access.territory import NoOutlines, outlines
from pages.coverage import charts, signs, told
from pages.coverage.centres import corners
from pages.coverage.measures import Measure, made_up, noted
from pages.coverage.numbers import Row, is_hidden, written
from pages.coverage.sizes import Texts
from pages.shared import boundaries, data, reach
from pages.shared.vocabulary import MISSING, WHERE
from pages.shared.words import Words, mark, safe

LABELS = WHERE | {"either": mark("In one of several")}
"""What stands beside the map, in as many letters as a box is wide."""

NO_ROWS, HIDDEN = "–", "×"
LONG_LINE, SHORT_LINE = 110, 66
BOX = 168
"""Characters of a line in the picture, wide or on a phone; pixels of a box."""


def say(words: Words, measure: Measure, places: pd.DataFrame, documents: pd.DataFrame) -> None:
    """Above the map: how many places, in which list they are reported, what is made up."""
    divisions = told.by_division(places)
    for division, of_division in divisions.items():
        sentence = told.found(words, measure, of_division)
        name = f"{told.of_division(words, division)}. " if len(divisions) > 1 else ""
        st.markdown(safe(f"{name}{sentence}"))
    if note := noted(words, measure, places):
        st.caption(safe(note))
    if sources := told.sources(words, measure, documents):
        st.caption(safe(sources))
    if invented := made_up(words, measure, places):
        st.markdown(f"**{safe(invented)}**")


def show(
    words: Words, measure: Measure, places: pd.DataFrame, chosen: str | None, name: str = "map"
) -> None:
    """One map a division, the newest last; a click on a municipality goes into the address.

    ``name`` tells the maps of one selection from those of another on the same screen.
    """
    for division, of_division in told.by_division(places).items():
        with_days = told.with_days(words, division)
        st.markdown(f"**{safe(with_days)}**")
        try:
            chart = _kept(words, measure, of_division, division, chosen)
        except NoOutlines:
            st.info(words.say("No boundaries of this division are kept here; see the table."))
            continue
        # A map of its own for each choice: the same place can then be clicked again.
        key = f"{name}-{division}-{chosen}"
        taking = _taking(key, division)
        st.vega_lite_chart(chart, key=key, on_select=taking, selection_mode=charts.CHOICE)


def boxes(words: Words, measure: Measure, places: pd.DataFrame) -> None:
    """What no map can show, and the total that it makes up with the map."""
    if not measure.counts:
        return
    heading = words.say("Beside the map: {unit}", unit=words.say(measure.unit).lower())
    st.markdown(f"**{safe(reach.as_far_as_seen(words, heading))}**")
    column = measure.counted
    signs = {
        words.code(LABELS, kind).capitalize(): _sign(words, row, column)
        for kind, row in told.of_kinds(places, column).items()
    }
    if measure.adds_up:
        total = places[column].sum(min_count=1)
        signs[words.say("With the map, in all")] = _sign(words, {column: total}, column)
    with st.container(horizontal=True, gap="small"):
        for label, sign in signs.items():
            st.metric(safe(label), sign, border=True, width=BOX)
    for line in told.sums(words, measure, places):
        st.caption(safe(line))
    said = {HIDDEN: words.code(MISSING, "hidden"), NO_ROWS: reach.no_rows(words)}
    for sign in dict.fromkeys(signs.values()):
        if sign in said:
            st.caption(safe(f"{sign} {said[sign]}"))


def _sign(words: Words, row: Row, column: str) -> str:
    """A number, or a sign where there is none."""
    if pd.isna(row[column]):
        return HIDDEN if is_hidden(row, column) else NO_ROWS
    return written(words, row, column)


def _kept(
    words: Words, measure: Measure, places: pd.DataFrame, division: str, chosen: str | None
) -> dict[str, Any]:
    """The map from memory, or drawn."""

    def draw() -> dict[str, Any]:
        found: dict[str, Any] = _drawn(words, measure, places, division, chosen).to_dict()
        return found

    parts = (words.language, repr(measure), division, str(chosen))
    return data.picture("coverage", parts, places, draw)


def _drawn(
    words: Words, measure: Measure, places: pd.DataFrame, division: str, chosen: str | None
) -> Any:
    added, here = boundaries.added(division), told.on_map(places)
    topology = outlines(division, added)
    tips = {"recorded": words.say("Recorded")}
    if measure.listed is not None:
        tips["reported"] = words.say("Reported")
    drawing = charts.Drawing(
        topology=topology,
        corners=corners(topology),
        spots=signs.spots(words, measure, here, chosen, added),
        legend=signs.legend(words, measure, here),
        attribution=_wrapped(boundaries.attribution(words, added)),
        note=words.say("Made-up numbers (sample)") if made_up(words, measure, places) else "",
        tips=tips,
    )
    return charts.coverage(drawing, words.chart_locale(), told.in_words(words, measure, places))


def _wrapped(text: str) -> Texts:
    """The text in lines for a wide picture, and for a phone."""
    return "\n".join(textwrap.wrap(text, LONG_LINE)), "\n".join(textwrap.wrap(text, SHORT_LINE))


def _taking(key: str, division: str) -> Callable[[], None]:
    """What a click does: the municipality goes into the address; beside the land, nothing."""

    def take() -> None:
        clicked = st.session_state[key].selection.get(charts.CHOICE)
        if clicked:
            st.query_params["place"] = f"{division}:{clicked[0]['code']}"

    return take
