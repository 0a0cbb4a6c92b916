"""The upkeep of numbers of inhabitants: many places at once, each with its source and its history.

All rounds and municipalities share them, so they are kept by who is not limited to some.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from data_access import places, schema, sources
from data_access.access import Reader, Right, require_at
from data_access.rules import Origin, Population
from data_access.upkeep import ChangedMeanwhile, Hand, NotByHand

COUNTRY = "country"
"""The place of a number that holds for the whole country."""

LARGEST = 3_000_000
"""More inhabitants than Latvia ever had."""

Row = Mapping[Any, Any]


@dataclass(frozen=True)
class Of:
    """Whose number, by whom: one of ``Population`` and a source, by their codes."""

    population: str
    source: str | None


@dataclass(frozen=True)
class Number:
    """What a source states of one place, and of which day; without one the day is not stated."""

    value: int
    as_of: dt.date | None = None


Numbers = Mapping[str, Number | None]
"""By place, ``<division>:<iso>`` or COUNTRY; None is not stated."""


@dataclass(frozen=True)
class Stored:
    """What was changed: what stood there before, and what stands there now.

    The two the other way round take it back.
    """

    before: Numbers
    after: Numbers

    @property
    def removed(self) -> int:
        """How many places have no number any more."""
        return sum(number is None for number in self.after.values())

    @property
    def stored(self) -> int:
        """How many numbers are new, or others than before."""
        return len(self.after) - self.removed


class SourceMissing(ValueError):
    """Numbers without the document that states them; nothing was stored."""


class NumbersUnusable(ValueError):
    """Numbers that cannot be: ``places`` have them. Nothing was stored."""

    def __init__(self, found: Iterable[str]) -> None:
        super().__init__("A number of inhabitants is whole, not below 0 and not above LARGEST.")
        self.places = tuple(found)


class NumbersChanged(ChangedMeanwhile):
    """Somebody else changed the numbers of ``places`` since they were read; nothing was stored."""

    def __init__(self, found: Iterable[str]) -> None:
        super().__init__("Somebody else changed these numbers in the meantime.")
        self.places = tuple(found)


class NumbersFromDocuments(NotByHand):
    """What came with the documents is corrected, never taken away: numbers of ``places``."""

    def __init__(self, found: Iterable[str]) -> None:
        super().__init__("Only what was entered by hand is taken away by hand.")
        self.places = tuple(found)


def store(
    connection: Connection, reader: Reader, of: Of, numbers: Numbers, seen: Numbers
) -> Stored:
    """Numbers of one population from one source, of as many places as are to be changed.

    ``numbers`` hold what is to stand there from now on; places that they leave out stay as they
    are. ``seen`` is what stood there as they were read; a place that it leaves out had no number.
    A source states one number of each place: a later one takes its place, unless it has a source
    of its own. All are stored or none. Refuses whoever is limited to some rounds or
    municipalities (AccessRefused), numbers without a source (SourceMissing, SourceUnknown), of an
    unknown place (PlaceUnknown), that cannot be (NumbersUnusable), changed since (NumbersChanged),
    and the removal of what came with the documents (NumbersFromDocuments).
    """
    hand = Hand(connection, reader)
    require_at(reader, Right.KEEP_RECORDS)
    key = _key(connection, of)
    _require_usable(numbers)
    towns = {place: _town(connection, reader, place) for place in numbers}
    standing = _standing(connection, key)
    rows = {place: standing.get(town) for place, town in towns.items()}
    stood = {place: _number(row) for place, row in rows.items()}
    after = {place: number for place, number in numbers.items() if number != stood[place]}
    _require_unchanged({place: stood[place] for place in after}, seen)
    _require_removable(rows, after)
    for place, number in after.items():
        _write(hand, rows[place], key | {"municipality_id": towns[place]}, number)
    return Stored({place: stood[place] for place in after}, after)


def _write(hand: Hand, row: Row | None, key: Mapping[str, Any], number: Number | None) -> None:
    table = schema.denominator
    if row is None and number is not None:
        hand.add(table, **key, value=number.value, as_of=number.as_of)
    elif row is not None and number is None:
        hand.remove(table, row["id"], row["revision"])
    elif row is not None and number is not None:
        stated = {"value": number.value, "as_of": number.as_of}
        hand.change(table, row["id"], row["revision"], **stated)


def _key(connection: Connection, of: Of) -> dict[str, Any]:
    if not of.source:
        raise SourceMissing("A number of inhabitants needs the document that states it.")
    source = sources.number_of(connection, of.source)
    return {"population": Population(of.population).value, "source_id": source}


def _town(connection: Connection, reader: Reader, place: str) -> int | None:
    """The municipality's number; None of the whole country. Refuses PlaceUnknown."""
    if place == COUNTRY:
        return None
    found: int | None = places.columns_of(connection, reader, place)["municipality_id"]
    if found is None:
        raise places.PlaceUnknown("Inhabitants are counted in municipalities.")
    return found


def _standing(connection: Connection, key: Mapping[str, Any]) -> dict[int | None, Row]:
    """What stands there, by the municipality's number."""
    statement = select(schema.denominator).filter_by(**key)
    return {row["municipality_id"]: row for row in connection.execute(statement).mappings()}


def _number(row: Row | None) -> Number | None:
    return None if row is None else Number(row["value"], row["as_of"])


def _require_usable(numbers: Numbers) -> None:
    unusable = [p for p, number in numbers.items() if number and not is_usable(number.value)]
    if unusable:
        raise NumbersUnusable(unusable)


def is_usable(value: object) -> bool:
    """Whether so many people can be: a whole number, not below 0 and not above LARGEST."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= LARGEST


def _require_unchanged(stood: Numbers, seen: Numbers) -> None:
    changed = [place for place, number in stood.items() if number != seen.get(place)]
    if changed:
        raise NumbersChanged(changed)


def _require_removable(rows: Mapping[str, Row | None], after: Numbers) -> None:
    gone = [(place, rows[place]) for place, number in after.items() if number is None]
    kept = [place for place, row in gone if row and row["origin"] != Origin.ENTERED]
    if kept:
        raise NumbersFromDocuments(kept)
