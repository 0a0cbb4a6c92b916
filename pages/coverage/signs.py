"""How each municipality is filled, signed and named on the map, and what the legend says of it."""

from functools import lru_cache
from typing import Any

import pandas as pd

from data_access.territory import AddedMap, outlines
from pages.coverage.centres import Point, centres
from pages.coverage.measures import Measure, is_listed, is_there, said_of, says_list
from pages.coverage.numbers import WHY, Row, in_short, reason
from pages.shared.words import Words

NAMES_AT_MOST = 30
SPOTS = (
    *("code", "name", "short", "longitude", "latitude", "is_city"),
    *("state", "sign", "mark", "is_named", "is_chosen", "recorded", "reported"),
)
LEGEND = ("position", "state", "sign", "mark", "label")
FIELDS = ("state", "sign", "mark")

SETTLED = ("outside", "hidden", "protected")
"""Why there is no number, whatever a document lists."""

Look = tuple[str, str, str]
"""A colour of the palette, a text, and a sign that is drawn."""

ZERO: Look = ("zero", "0", "")
ONLY_REPORTED: Look = ("reported", "", "diamond")
BOTH: Look = ("step_3", "", "check")
ONLY_RECORDED: Look = ("step_2", "", "plus")
WITHOUT: dict[str, Look] = {
    "hidden": ("hidden", "×", ""),
    "protected": ("protected", "∗", ""),
    "not_stated": ("not_stated", "?", ""),
    "no_base": ("not_stated", "÷", ""),
    "no_data": ("no_data", "–", ""),
    "never": ("never", "", "triangle"),
    "outside": ("outside", "·", ""),
}
"""Why there is no number (numbers.WHY), and how that looks."""

UNNAMED = {ZERO, *WITHOUT.values()}


def look(words: Words, measure: Measure, row: Row) -> Look:
    """How a municipality looks under a measure."""
    value, why = row[measure.drawn], reason(row, measure.drawn)
    if pd.isna(value) and why in SETTLED:
        return WITHOUT[why]
    if is_listed(measure, row) and not is_there(measure, row):
        return ONLY_REPORTED
    if pd.isna(value):
        return WITHOUT[why]
    if value == 0 and measure.counts:
        return ZERO
    if not measure.bounds:
        return ONLY_RECORDED if is_listed(measure, row) is False else BOTH
    step = max(1, sum(value >= bound for bound in measure.bounds))
    return f"step_{step}", in_short(words, measure.drawn, value), ""


def spots(
    words: Words,
    measure: Measure,
    places: pd.DataFrame,
    chosen: str | None,
    added: AddedMap | None = None,
) -> pd.DataFrame:
    """One row a municipality of one division, with everything that the map says of it.

    Columns: SPOTS. Names are written where there is something to name, unless that is nearly
    everywhere. What the outlines do not know is not drawn.
    """
    at = _positions(str(places["division"].iloc[0]), added)
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
    shown = {look(words, measure, row) for row in places.to_dict("records")}
    has_list = measure.listed is not None and bool(places[measure.listed].notna().any())
    said = {
        BOTH: words.say("recorded and reported") if has_list else words.say("recorded"),
        ONLY_RECORDED: words.say("recorded, not reported"),
        ONLY_REPORTED: words.say("reported, none recorded"),
        ZERO: words.say(measure.none),
        **{found: words.code(WHY, why) for why, found in WITHOUT.items()},
    }
    classes = _classes(words, measure) if shown - set(said) else []
    entries = classes + [(found, label) for found, label in said.items() if found in shown]
    rows = [(place, *found, label) for place, (found, label) in enumerate(entries)]
    return pd.DataFrame(rows, columns=list(LEGEND))


@lru_cache(maxsize=16)
def _positions(division: str, added: AddedMap | None) -> dict[str, Point]:
    """Where to write on each municipality of a division; worked out once."""
    return centres(outlines(division, added))


def _spot(
    words: Words, measure: Measure, row: Row, at: dict[str, Point], chosen: str | None
) -> dict[str, Any]:
    found = look(words, measure, row)
    longitude, latitude = at[row["iso"]]
    return {
        "code": row["iso"],
        "name": row["name"],
        "short": row["name"].replace(" novads", " nov."),
        "longitude": longitude,
        "latitude": latitude,
        "is_city": bool(row["is_city"]),
        **dict(zip(FIELDS, found, strict=True)),
        "is_named": found not in UNNAMED,
        "is_chosen": row["place"] == chosen,
        "recorded": said_of(words, measure, row),
        "reported": says_list(words, measure, row),
    }


def _classes(words: Words, measure: Measure) -> list[tuple[Look, str]]:
    """The classes with their least number as the sign, such as 5 for 5–9."""
    _, unit = measure.shown
    ends = [*measure.bounds[1:], None]
    classes = enumerate(zip(measure.bounds, ends, strict=True), start=1)
    return [
        (
            (f"step_{place}", _least(words, least, beyond), ""),
            words.say(
                "{unit}: {range}",
                unit=words.say(unit),
                range=_range(words, measure, least, beyond),
            ),
        )
        for place, (least, beyond) in classes
    ]


def _least(words: Words, least: float, beyond: float | None) -> str:
    """The sign of a class: a zero is never one, since it says that there is none."""
    return words.number(least) if least or beyond is None else f"<{words.number(beyond)}"


def _range(words: Words, measure: Measure, least: float, beyond: float | None) -> str:
    if beyond is None:
        return words.say("{n} and more", n=words.number(least))
    if not least:
        return words.say("under {n}", n=words.number(beyond))
    if not measure.is_whole:
        return words.say("{n} to under {m}", n=words.number(least), m=words.number(beyond))
    last = beyond - 1
    return words.number(least) if last == least else f"{least}–{last}"
