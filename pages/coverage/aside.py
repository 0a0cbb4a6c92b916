"""What stands beside the map though it names a municipality: in one of several, on no list."""

import pandas as pd
import streamlit as st

from data_access import coverage
from data_access.filters import Filters
from data_access.rules import Stands
from pages.coverage.measures import Measure, is_there
from pages.coverage.merged import OR, listed
from pages.coverage.numbers import Row, is_hidden, written
from pages.shared import data, reach
from pages.shared.words import Words, safe

NAMES_AT_MOST = 12
COUNTED_AS = {"open_recommendations": "entries"}
"""Columns that go by another name among what is on no list."""


def say(words: Words, measure: Measure, places: pd.DataFrame, chosen: Filters) -> None:
    """Each municipality that may lie in one of several, and those on no list."""
    for row in places.to_dict("records"):
        if row["place_kind"] == Stands.EITHER and _has_any(measure, row):
            number = f"{words.say(measure.unit)}: {written(words, row, measure.counted)}."
            st.caption(safe(f"{among(words, row, chosen)} {number}"))
        elif row["place_kind"] == Stands.UNLISTED and _has_any(measure, row):
            st.caption(safe(on_no_list(words, chosen, measure.there)))


def among(words: Words, row: Row, chosen: Filters) -> str:
    """In which municipalities something may lie, and that it is counted in neither."""
    found = data.frame(coverage.candidates, chosen).set_index("place")
    known = found.loc[row["place"], "among"] if row["place"] in found.index else ""
    names = [name for name in str(known).split("; ") if name]
    if not names:
        return words.say(
            "{name}: in which municipality is not known; counted once, in none.", name=row["name"]
        )
    return words.say(
        "{name}: in {list} (the parish is not stated); counted once, in neither.",
        name=row["name"],
        list=listed(words, names, OR),
    )


def on_no_list(words: Words, chosen: Filters, column: str | None = None) -> str:
    """Which municipalities are recorded and not on the round's list: all, or the first few.

    Of a ``column`` that is counted those with a number there, and not more than a caption holds.
    """
    found = data.frame(coverage.unlisted, chosen)
    counted = COUNTED_AS.get(column or "", column)
    names = list(found.loc[found[counted] > 0, "name"] if counted in found else found["name"])
    if not names:
        return reach.nothing(words, words.say("Nothing is recorded off the round's list."))
    more = len(names) - NAMES_AT_MOST
    if column and more > 0:
        names = [*names[:NAMES_AT_MOST], words.count("{n} more", "{n} more", more)]
    return words.say("Recorded and not on the round's list: {list}.", list=", ".join(names))


def _has_any(measure: Measure, row: Row) -> bool:
    """Whether there is something to tell, be it hidden."""
    return is_hidden(row, measure.there) or is_there(measure, row)
