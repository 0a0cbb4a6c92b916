"""Where in the country a municipality lies, and which nothing has reached, as pictures."""

import pandas as pd
import streamlit as st

from data_access.territory import NoOutlines, outlines
from pages.municipalities import charts, told
from pages.municipalities.seen import KINDS, Row, State
from pages.shared import boundaries
from pages.shared.vocabulary import MISSING
from pages.shared.words import Words, safe


def show(words: Words, row: Row) -> None:
    """The municipality on the map of its division; nothing where there is no map."""
    division = str(row["division"])
    added = boundaries.added(division)
    try:
        topology = outlines(division, added)
    except NoOutlines:
        return
    alt_text = words.say(
        "{name} on the map of the division of {year}.", name=row["name"], year=row["division"]
    )
    chart = charts.locator(topology, str(row["iso"]), words.chart_locale(), alt_text)
    st.altair_chart(chart, key=f"where-{row['place']}")
    st.caption(safe(boundaries.attribution(words, added)))


def spots(words: Words, places: pd.DataFrame, headline: str) -> None:
    """The municipalities of a division by how many kinds have reached them."""
    division = str(places["division"].iloc[0])
    added = boundaries.added(division)
    try:
        topology = outlines(division, added)
    except NoOutlines:
        return
    rows = [
        {
            "iso": row["iso"],
            "name": row["name"],
            "look": _look(row),
            "said": " · ".join(told.reached_by(words, row)),
        }
        for row in places.to_dict("records")
    ]
    there = {row["look"] for row in rows}
    labels = {look: label for look, label in _labels(words).items() if look in there}
    chart = charts.spots(topology, pd.DataFrame(rows), labels, words.chart_locale(), headline)
    st.altair_chart(chart, key=f"spots-{division}")
    st.caption(safe(boundaries.attribution(words, added)))


def _look(row: Row) -> str:
    states = [row[code] for code in KINDS]
    if State.HIDDEN in states:
        return "hidden"
    if reached := states.count(State.REACHED):
        return str(reached)
    return "none" if State.NEVER in states else "no_rows"


def _labels(words: Words) -> dict[str, str]:
    """What each shade means, the white spots first."""
    return {
        "none": words.say("nothing of the four"),
        **{
            str(number): words.say("{n} of the four", n=number)
            for number in range(1, len(KINDS) + 1)
        },
        "no_rows": words.code(MISSING, "no_data"),
        "hidden": words.code(MISSING, "hidden"),
    }
