"""The latest division as the database has it: what a reform begins with."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, select

from data_access import schema


class ReformRefused(Exception):
    """The reform does not fit, and nothing was stored; the message says in a sentence why."""


@dataclass(frozen=True)
class Municipality:
    """A municipality by its code and name; ``number`` is that of its row, where it has one."""

    iso: str
    name: str
    is_city: bool
    number: int | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Unit:
    """A territorial unit, and the code of the municipality in which it lies at present."""

    number: int
    code: str
    name: str
    home: str


@dataclass(frozen=True)
class Present:
    """The latest division, its municipalities by their codes, its units by theirs.

    ``codes`` are those of all divisions.
    """

    codes: frozenset[str]
    division: Mapping[str, Any]
    municipalities: Mapping[str, Municipality]
    units: Mapping[str, Unit]

    def municipality_of(self, unit: str) -> Municipality:
        """In which municipality a unit lies at present."""
        return self.municipalities[self.units[unit].home]


def read(connection: Connection) -> Present:
    """The latest division; refuses a database without one, or without units (ReformRefused)."""
    division, municipality = schema.division, schema.municipality
    latest = select(division).order_by(division.c.valid_from.desc()).limit(1)
    found = connection.execute(latest).mappings().first()
    if found is None:
        raise ReformRefused(
            "The database holds no division of municipalities yet: "
            "fill it with `python -m seed --facts-only` first."
        )
    rows = connection.execute(select(municipality).where(municipality.c.division_id == found["id"]))
    municipalities = {row.iso: Municipality(row.iso, row.name, row.is_city, row.id) for row in rows}
    unit, lies = schema.territorial_unit, schema.unit_membership
    statement = (
        select(unit.c.id, unit.c.code, unit.c.name, municipality.c.iso)
        .join_from(unit, lies)
        .join(municipality)
        .where(municipality.c.division_id == found["id"])
    )
    units = {row.code: Unit(*row) for row in connection.execute(statement)}
    if not units:
        raise ReformRefused(
            f"No territorial unit of the division {found['code']} is known: "
            "a reform hands units on, so there must be some."
        )
    codes = frozenset(connection.scalars(select(division.c.code)))
    return Present(codes, dict(found), municipalities, units)
