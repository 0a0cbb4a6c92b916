"""Where the numbers of two rounds differ: on land that is one municipality on all their maps."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from data_access import territory
from data_access.filters import Filters
from data_access.rules import latvian_key
from pages.coverage import told
from pages.coverage.measures import Measure, is_there
from pages.coverage.numbers import NEVER, WHY, Row, reason
from pages.shared import data, reach
from pages.shared.words import mark

CHANGES = {
    "new": mark("newly there"),
    "gone": mark("no longer"),
    "more": mark("more"),
    "fewer": mark("fewer"),
    "same": mark("as many"),
    "none": mark("none in both"),
}
"""How a number differs. Where a number is missing, one of measures.WHY stands in its place."""

TWICE = "twice"
UNTOLD = WHY | {TWICE: mark("counted on two maps of one round")}


@dataclass(frozen=True)
class Side:
    """The selection of one round, its places (shown.Shown), and its documents' lists."""

    chosen: Filters
    places: pd.DataFrame
    documents: pd.DataFrame

    @property
    def code(self) -> str:
        """The round's."""
        return str(self.chosen.round)

    @property
    def divisions(self) -> list[str]:
        """The divisions whose maps are drawn."""
        return list(told.by_division(self.places))


@dataclass(frozen=True)
class Cell:
    """What one round has on some land: its number and whether there is any row, or why neither."""

    number: float | None
    is_there: bool
    why: str = ""


@dataclass(frozen=True)
class Land:
    """Land that is one municipality on all maps, in both rounds."""

    name: str
    first: Cell
    second: Cell

    @property
    def change(self) -> float | None:
        """By how much the second round has more."""
        if self.first.number is None or self.second.number is None:
            return None
        return self.second.number - self.first.number

    @property
    def is_told(self) -> bool:
        """Whether there is a number in one of the two at least."""
        return self.first.number is not None or self.second.number is not None

    @property
    def kind(self) -> str:
        """One of CHANGES, or of UNTOLD."""
        if why := self.first.why or self.second.why:
            return why
        there = self.first.is_there, self.second.is_there
        if there != (True, True):
            return {(False, True): "new", (True, False): "gone"}.get(there, "none")
        change = self.change or 0
        return "more" if change > 0 else "fewer" if change < 0 else "same"


def lands_of(measure: Measure, sides: tuple[Side, Side]) -> tuple[list[Land], int]:
    """The land that can be compared, and how many municipalities are other land elsewhere."""
    divisions = sorted({division for side in sides for division in side.divisions})
    drawn = {
        row["place"]: row for side in sides for row in told.on_map(side.places).to_dict("records")
    }
    same = _same_land(divisions)
    pieces = {frozenset(same(place)) for place in drawn}
    whole = [land for land in pieces if len(land) == len(divisions)]
    cells = [_cells(measure, side) for side in sides]
    lands = [
        Land(drawn[max(land)]["name"], *(cell(land) for cell in cells))
        for land in whole
        if land <= set(drawn)
    ]
    return sorted(lands, key=_order), len(drawn) - sum(len(land) for land in whole)


def _order(land: Land) -> tuple[bool, float, Any]:
    """The largest change first; what cannot be told comes last."""
    return land.change is None, -abs(land.change or 0), latvian_key(land.name)


def _same_land(divisions: list[str]) -> Callable[[str], set[str]]:
    """For a municipality, those of the divisions with exactly its land, itself among them."""
    found = data.frame(territory.shared_land, Filters())
    whole = found[found["is_whole"] & found["there_division"].isin(divisions)]
    pairs = set(zip(whole["place"], whole["there"], strict=True))
    same: dict[str, set[str]] = {}
    for place, there in pairs:
        if (there, place) in pairs:
            same.setdefault(place, {place}).add(there)
    return lambda place: same.get(place, {place})


def _cells(measure: Measure, side: Side) -> Callable[[frozenset[str]], Cell]:
    rows = {row["place"]: row for row in told.on_map(side.places).to_dict("records")}
    return lambda land: _cell(measure, [rows[place] for place in land if place in rows])


def _cell(measure: Measure, rows: list[Row]) -> Cell:
    """The rows of one round on the same land; each record lies in one of them."""
    column, _ = measure.shown
    numbers = [float(row[column]) for row in rows if not pd.isna(row[column])]
    whys = {reason(row, column) for row in rows if pd.isna(row[column])} - {NEVER}
    if whys and (not numbers or reach.HIDDEN in whys):
        return Cell(None, is_there=False, why=min(whys))
    some = [number for number in numbers if number]
    if len(some) > 1 and not measure.adds_up:
        return Cell(None, is_there=False, why=TWICE)
    there = any(is_there(measure, row) for row in rows)
    return Cell(sum(numbers) if numbers else None, there)
