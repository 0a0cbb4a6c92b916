"""How each municipality is filled, signed and named on the map, and what the legend says of it."""

from functools import cache
from typing import Any

import pandas as pd

from data_access.territory import outlines
from pages.coverage.centres import Point, centres
from pages.coverage.measures import Measure, Row, is_hidden, is_listed, said_of, says_list
from pages.shared.words import Words

NAMES_AT_MOST = 30
SPOTS = (
    *("code", "name", "short", "longitude", "latitude", "is_city"),
    *("state", "sign", "mark", "is_named", "is_chosen", "recorded", "reported"),
)
LEGEND = ("position", "state", "sign", "mark", "label")
FIELDS = ("state", "sign", "mark")

Look = tuple[str, str, str]
"""A colour of the palette, a text, and a sign that is drawn."""

HIDDEN: Look = ("hidden", "×", "")
NO_DATA: Look = ("no_data", "–", "")
ZERO: Look = ("zero", "0", "")
ONLY_REPORTED: Look = ("reported", "", "diamond")
BOTH: Look = ("step_3", "", "check")
ONLY_RECORDED: Look = ("step_2", "", "plus")


def look(measure: Measure, row: Row) -> Look:
    """How a municipality looks under a measure."""
    if is_hidden(row, measure.drawn):
        return HIDDEN
    value, there, listed = row[measure.drawn], row[measure.there], is_listed(measure, row)
    if listed and (pd.isna(there) or there == 0):
        return ONLY_REPORTED
    if pd.isna(value):
        return NO_DATA
    if value == 0:
        return ZERO
    if not measure.bounds:
        return ONLY_RECORDED if listed is False else BOTH
    step = sum(value >= bound for bound in measure.bounds)
    return f"step_{step}", str(int(value)), ""


def spots(words: Words, measure: Measure, places: pd.DataFrame, chosen: str | None) -> pd.DataFrame:
    """One row a municipality of one division, with everything that the map says of it.

    Columns: SPOTS. Names are written where there is something to name, unless that is nearly
    everywhere. What the outlines do not know is not drawn.
    """
    at = _positions(str(places["division"].iloc[0]))
    rows = [
        _spot(words, measure, row, at, chosen)
        for row in places.to_dict("records")
        if row["iso"] in at
    ]
    found = pd.DataFrame(rows, columns=list(SPOTS))
    if found["is_named"].sum() > NAMES_AT_MOST:
        found["is_named"] = False
    return found


def legend(words: Words, measure: Measure, places: pd.DataFrame) -> pd.DataFrame:
    """What fills and signs mean: all classes once one occurs, of the rest those on the map."""
    shown = {look(measure, row) for row in places.to_dict("records")}
    has_list = measure.listed is not None and bool(places[measure.listed].notna().any())
    said = {
        BOTH: words.say("recorded and reported") if has_list else words.say("recorded"),
        ONLY_RECORDED: words.say("recorded, not reported"),
        ONLY_REPORTED: words.say("reported, none recorded"),
        ZERO: words.say("none recorded"),
        NO_DATA: words.say("no rows yet"),
        HIDDEN: words.say("hidden from your role"),
    }
    classes = _classes(words, measure) if shown - set(said) else []
    entries = classes + [(found, label) for found, label in said.items() if found in shown]
    rows = [(place, *found, label) for place, (found, label) in enumerate(entries)]
    return pd.DataFrame(rows, columns=list(LEGEND))


@cache
def _positions(division: str) -> dict[str, Point]:
    """Where to write on each municipality of a division; worked out once."""
    return centres(outlines(division))


def _spot(
    words: Words, measure: Measure, row: Row, at: dict[str, Point], chosen: str | None
) -> dict[str, Any]:
    found = look(measure, row)
    longitude, latitude = at[row["iso"]]
    return {
        "code": row["iso"],
        "name": row["name"],
        "short": row["name"].replace(" novads", " nov."),
        "longitude": longitude,
        "latitude": latitude,
        "is_city": bool(row["is_city"]),
        **dict(zip(FIELDS, found, strict=True)),
        "is_named": found not in {ZERO, NO_DATA, HIDDEN},
        "is_chosen": row["place"] == chosen,
        "recorded": said_of(words, measure, row),
        "reported": says_list(words, measure, row),
    }


def _classes(words: Words, measure: Measure) -> list[tuple[Look, str]]:
    """The classes with their least number as the sign, such as 5 for 5–9."""
    ends = [*measure.bounds[1:], None]
    unit = words.say(measure.unit)
    return [
        (
            (f"step_{place}", str(least), ""),
            words.say("{unit}: {range}", unit=unit, range=_range(words, least, beyond)),
        )
        for place, (least, beyond) in enumerate(zip(measure.bounds, ends, strict=True), start=1)
    ]


def _range(words: Words, least: int, beyond: int | None) -> str:
    if beyond is None:
        return words.say("{n} and more", n=least)
    return str(least) if beyond == least + 1 else f"{least}–{beyond - 1}"
