"""The numbers of a place: what is kept back from the reader, and why one is not there."""

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from data_access.filters import Filters
from data_access.rules import Quality, Stands
from pages.shared import reach
from pages.shared.vocabulary import MISSING
from pages.shared.words import Words, mark

Row = Mapping[Any, Any]
RECORDED = {
    "is_represented": "quality",
    "persons": "quality",
    "attendances": "quality",
    "activities": "activities_quality",
    "posts": "posts_quality",
    "families": "families_quality",
    "years_since_activity": "last_activity_quality",
}
"""Columns with what is recorded of a place, and what says why one has no number."""

NUMBERS = RECORDED | {"open_recommendations": "open_recommendations_quality"}
OF_WHOLE_ROUNDS = frozenset({"activities", "posts", "families", "years_since_activity"})
"""Columns with what of no municipality is hidden from whoever sees some of them."""

LEAST = 0.01
"""Smaller parts than this are not written."""

TENTH = 0.1
YEARS = "years_since_activity"
NEVER, OUTSIDE = "never", "outside"
WHY = MISSING | {
    NEVER: mark("none ever"),
    OUTSIDE: mark("not on the round's list"),
    "no_base": mark("no rate: the source states 0"),
}
"""Why there is no number, or none to be shown."""


def hide(places: pd.DataFrame, chosen: Filters) -> pd.DataFrame:
    """The places with a column ``hidden``: which of RECORDED the reader's role does not see there.

    What is hidden is missing among the numbers, so that no sum or class takes it for a zero, and so
    is everything of a municipality outside the list. Who sees some municipalities alone sees of
    what lies in none just what belongs to an activity there.
    """
    rows = places.to_dict("records")
    sees, sees_every = reach.seen_on_map(chosen), reach.sees_every_place(chosen.round)
    ever = reach.seen_on_map(chosen, ever=True)
    hidden = [_hidden(row, sees, sees_every) | _of_ever(row, ever) for row in rows]
    outside = [is_outside(row) for row in rows]
    shown = places.assign(hidden=pd.Series(hidden, index=places.index, dtype=object))
    for column in NUMBERS:
        kept_back = [
            column in of_row or is_out for of_row, is_out in zip(hidden, outside, strict=True)
        ]
        shown.loc[kept_back, column] = pd.NA
    return shown


def _hidden(row: Row, sees: Callable[[str], bool], sees_every: bool) -> frozenset[str]:
    if row["name"] is not None:
        return frozenset() if sees(str(row["place"])) else frozenset(RECORDED)
    if sees_every:
        return frozenset()
    return frozenset(RECORDED) if row["place_kind"] == Stands.UNLISTED else OF_WHOLE_ROUNDS


def _of_ever(row: Row, sees: Callable[[str], bool]) -> frozenset[str]:
    return frozenset() if sees(str(row["place"])) else frozenset({YEARS})


def is_hidden(row: Row, column: str) -> bool:
    """Whether the reader's role does not see the number."""
    return column in row.get("hidden", ())


def is_outside(row: Row) -> bool:
    """Whether the map goes by lists on which the municipality does not stand."""
    value = row.get("is_outside")
    return bool(pd.notna(value) and value)


def reason(row: Row, column: str) -> str:
    """Why a place has no number: one of WHY."""
    if is_outside(row):
        return OUTSIDE
    if is_hidden(row, column):
        return reach.HIDDEN
    quality = str(row.get(NUMBERS.get(column, f"{column}_quality"), Quality.NO_DATA))
    return NEVER if quality == Quality.EXACT else quality


def why_missing(words: Words, row: Row, column: str) -> str:
    """Why there is no number, in words."""
    return words.code(WHY, reason(row, column))


def written(words: Words, row: Row, column: str) -> str:
    """A number, or why there is none."""
    value = row[column]
    return why_missing(words, row, column) if pd.isna(value) else in_short(words, column, value)


def in_short(words: Words, column: str, value: float) -> str:
    """A number as it is written on a map: whole, or with as many digits as tell it from nothing."""
    if column == YEARS and value < TENTH:
        return f"<{words.number(TENTH)}"
    if value == int(value):
        return words.number(int(value))
    if value < LEAST:
        return f"<{words.number(LEAST)}"
    return words.number(round(float(value), 1 if value >= 1 else 2))
