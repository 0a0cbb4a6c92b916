"""What of the four kinds has reached a municipality, as far as the reader's role sees."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import pandas as pd

from data_access.accounts import limits
from data_access.filters import Filters
from pages.shared import data, reach
from pages.shared.vocabulary import MISSING
from pages.shared.words import Words, mark

Row = Mapping[Any, Any]


class State(StrEnum):
    """Zero, no rows of the kind at all, and hidden from the role are three things."""

    REACHED = "reached"
    NEVER = "never"
    NO_ROWS = "no_rows"
    HIDDEN = "hidden"


@dataclass(frozen=True)
class Kind:
    """What may reach a municipality: the columns that count it, and how it is said.

    ``beside``: a number of the same records. ``is_published``: everybody sees it, whatever their
    role reaches.
    """

    label: str
    none: str
    columns: tuple[str, ...]
    beside: str = ""
    is_published: bool = False


KINDS = {
    "activity": Kind(mark("Activities"), mark("no activity"), ("activities", "further")),
    "mediator": Kind(mark("Mediators"), mark("no mediator"), ("posts",), "families"),
    "recommendation": Kind(
        mark("Recommendations"), mark("no recommendation"), ("recommendations",), is_published=True
    ),
    "people": Kind(mark("People"), mark("nobody from there"), ("attendances",), "persons"),
}
RECORDED = ("persons", "attendances", "activities", "further", "posts", "families")
NUMBERS = {
    "persons": mark("Persons"),
    "attendances": mark("Attendances"),
    "activities": mark("Activities"),
    "posts": mark("Mediators' posts"),
    "families": mark("Families with mediators"),
    "recommendations": mark("Recommendations"),
}


def seen(places: pd.DataFrame, filters: Filters) -> pd.DataFrame:
    """The places with a column of State for each kind, and without the numbers that are hidden."""
    rows = places.to_dict("records")
    shown = places.copy()
    sees = reach.seen_on_map(filters)
    unseen = [not sees(str(row["place"])) for row in rows]
    in_part = [sees(str(row["place"])) and _is_partly_seen(row, filters) for row in rows]
    for code, kind in KINDS.items():
        states = [
            _state(row, kind, is_unseen=none, is_partly_seen=part)
            for row, none, part in zip(rows, unseen, in_part, strict=True)
        ]
        shown[code] = pd.Series(states, index=places.index, dtype=object)
    for column in RECORDED:
        zero = [part and row[column] == 0 for row, part in zip(rows, in_part, strict=True)]
        hide = [a or b for a, b in zip(unseen, zero, strict=True)]
        shown.loc[hide, column] = pd.NA
    shown["is_hidden"] = unseen
    shown.loc[unseen, ["last_starts_on", "last_ends_on"]] = pd.NaT
    return shown


def missing(row: Row) -> list[str]:
    """The kinds that never reached the place."""
    return [code for code in KINDS if row[code] == State.NEVER]


def is_white(row: Row) -> bool:
    """Whether nothing that is counted has reached the place, and nothing of it is hidden."""
    states = {row[code] for code in KINDS}
    return State.NEVER in states and not states & {State.REACHED, State.HIDDEN}


def has_rows(places: pd.DataFrame) -> list[str]:
    """The kinds of which the selection has rows at all, as far as the reader sees."""
    unknown = {State.NO_ROWS, State.HIDDEN}
    return [code for code in KINDS if not set(places[code]) <= unknown]


def written(words: Words, row: Row, column: str) -> str:
    """A number, or why there is none."""
    if not pd.isna(row[column]):
        return words.number(int(row[column]))
    states = {row[code] for code, kind in KINDS.items() if column in (*kind.columns, kind.beside)}
    return words.code(MISSING, "hidden") if State.HIDDEN in states else reach.no_rows(words)


def _state(row: Row, kind: Kind, *, is_unseen: bool, is_partly_seen: bool) -> State:
    if is_unseen and not kind.is_published:
        return State.HIDDEN
    numbers = [row[column] for column in kind.columns]
    if any(number > 0 for number in numbers if not pd.isna(number)):
        return State.REACHED
    if is_partly_seen and not kind.is_published:
        return State.HIDDEN
    return State.NO_ROWS if pd.isna(numbers[0]) else State.NEVER


def _is_partly_seen(row: Row, filters: Filters) -> bool:
    """Whether the reader sees the place in some of the rounds that are asked for, not in all."""
    if filters.round is not None or not reach.is_limited():
        return False
    found = data.frame(limits.where_read, Filters())
    is_there = found["place"].isna() | (found["place"] == row["place"])
    return not bool((found["round"].isna() & is_there).any())
