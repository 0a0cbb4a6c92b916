"""The municipalities of every division, their parts, and what became of what."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, select

from data_access import documented, schema
from data_access.access import Reader, Right, require

Place = str
"""``<division>:<iso>``."""


@dataclass(frozen=True)
class Municipality:
    """A municipality of a division, and the days between which it was one."""

    division: str
    iso: str
    name: str
    is_city: bool
    valid_from: dt.date
    valid_to: dt.date | None = None

    @property
    def place(self) -> Place:
        """Its code as records name it: ``<division>:<iso>``."""
        return f"{self.division}:{self.iso}"

    def is_valid(self, day: dt.date) -> bool:
        """Whether it was a municipality on the day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True)
class Land:
    """Everything with a name, by the municipalities' codes.

    ``aliases`` and ``units`` are names with the municipality that each stands for or lies in;
    ``successions`` predecessors with their successors.
    """

    municipalities: Mapping[Place, Municipality]
    aliases: frozenset[tuple[str, Place]]
    units: frozenset[tuple[str, Place]]
    successions: frozenset[tuple[Place, Place]]

    @classmethod
    def of(cls, connection: Connection, reader: Reader) -> "Land":
        """As the database has it."""
        require(reader, Right.READ_PUBLISHED)
        numbers = {row.id: _municipality(row._mapping) for row in connection.execute(_all())}
        places = {number: one.place for number, one in numbers.items()}
        alias, unit, membership, succession = (
            schema.municipality_alias,
            schema.territorial_unit,
            schema.unit_membership,
            schema.succession,
        )
        aliases = select(alias.c.name, alias.c.municipality_id)
        units = select(unit.c.name, membership.c.municipality_id).join_from(unit, membership)
        successions = select(succession.c.predecessor_id, succession.c.successor_id)
        return cls(
            {one.place: one for one in numbers.values()},
            frozenset((name, places[number]) for name, number in connection.execute(aliases)),
            frozenset((name, places[number]) for name, number in connection.execute(units)),
            frozenset((places[a], places[b]) for a, b in connection.execute(successions)),
        )

    @classmethod
    def of_facts(cls) -> "Land":
        """As the documented facts have it."""
        spans = {row["code"]: row for row in documented.lines("division")}
        found = [
            _municipality(_within(row, spans[row["division"]]))
            for row in documented.lines("municipality")
        ]
        units = {row["code"]: row["name"] for row in documented.lines("territorial_unit")}
        return cls(
            {one.place: one for one in found},
            frozenset(_pairs("municipality_alias", "name", "municipality")),
            frozenset(
                (units[code], place)
                for code, place in _pairs("unit_membership", "territorial_unit", "municipality")
            ),
            frozenset((_place(a), b) for a, b in _pairs("succession", "predecessor", "successor")),
        )

    def standing_on(self, named: Iterable[Municipality], day: dt.date) -> tuple[Municipality, ...]:
        """The municipalities of the day that have land of those named, through all divisions."""
        reached: dict[Place, None] = {}
        ways = (self.successions, frozenset((b, a) for a, b in self.successions))
        for one in named:
            way = ways[0] if one.valid_from <= day else ways[1]
            reached |= dict.fromkeys(_following(one.place, way))
        found = (self.municipalities[place] for place in reached)
        return tuple(sorted((one for one in found if one.is_valid(day)), key=lambda m: m.place))


def _following(place: Place, way: frozenset[tuple[Place, Place]]) -> set[Place]:
    reached, newly = {place}, {place}
    while newly:
        newly = {there for here, there in way if here in newly} - reached
        reached |= newly
    return reached


def _all() -> Select[*tuple[Any, ...]]:
    municipality, division = schema.municipality, schema.division
    return select(
        municipality,
        division.c.code.label("division"),
        division.c.valid_from.label("division_from"),
        division.c.valid_to.label("division_to"),
    ).join_from(municipality, division)


def _municipality(row: Mapping[Any, Any]) -> Municipality:
    """A municipality is one no longer than its division is in force."""
    ends = [day for day in (row["valid_to"], row["division_to"]) if day]
    return Municipality(
        row["division"],
        row["iso"],
        row["name"],
        bool(row["is_city"]),
        max(row["valid_from"], row["division_from"]),
        min(ends, default=None),
    )


def _within(row: Mapping[str, str], division: Mapping[str, str]) -> Mapping[str, Any]:
    days = {
        "valid_from": row["valid_from"],
        "valid_to": row["valid_to"],
        "division_from": division["valid_from"],
        "division_to": division["valid_to"],
    }
    spans = {name: dt.date.fromisoformat(day) if day else None for name, day in days.items()}
    return {**row, **spans, "is_city": row["is_city"] == "1"}


def _pairs(table: str, one: str, other: str) -> Iterator[tuple[str, Place]]:
    return ((row[one], _place(row[other])) for row in documented.lines(table))


def _place(key: str) -> Place:
    """A municipality's code: the facts write ``<division>/<iso>``."""
    return key.replace("/", ":")
