"""What the words of a file stand for on the day of its activity, and the numbers behind them."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from data_access import places, schema
from data_access.access import Reader
from data_access.attendance.entry import Entry
from data_access.attendance.problems import Problem
from data_access.attendance.reading import SheetRow
from data_access.attendance.reading.decisions import UNDECIDED, Decisions
from data_access.attendance.resolver import Resolver
from data_access.filters import Filters
from data_access.rules import InstitutionKind, Origin, PlaceKind


@dataclass(frozen=True)
class Register:
    """Exact names alone; made-up institutions and names that two share stand for nothing."""

    resolver: Resolver
    day: dt.date
    institution_ids: Mapping[str, int]
    municipality_ids: Mapping[str, int]

    @classmethod
    def load(cls, connection: Connection, reader: Reader, filters: Filters) -> "Register":
        """The register as it stands, and the places of the activity's day."""
        return cls(
            Resolver.of(connection, reader),
            places.day_of(connection, reader, filters),
            _institutions(connection),
            _municipalities(connection),
        )

    def entry(self, row: SheetRow, decisions: Decisions = UNDECIDED) -> tuple[Entry, list[Problem]]:
        """A line with its words as codes, and what could not be recognised (Resolver.entry)."""
        return self.resolver.entry(row, self.day, decisions)

    def proposed_kind(self, institution: str) -> InstitutionKind:
        """What sort of body an institution is by the words of its name, for somebody to confirm."""
        return self.resolver.words.kind_of(institution)

    def place_columns(self, place: str) -> dict[str, Any]:
        """The place columns of a record."""
        municipality = self.municipality_ids.get(place)
        kind = place if municipality is None else PlaceKind.MUNICIPALITY.value
        return {"place_kind": kind, "municipality_id": municipality}


def _institutions(connection: Connection) -> dict[str, int]:
    table = schema.institution
    statement = select(table.c.code, table.c.id).where(table.c.origin != Origin.SAMPLE)
    return {row.code: row.id for row in connection.execute(statement)}


def _municipalities(connection: Connection) -> dict[str, int]:
    municipality, division = schema.municipality, schema.division
    place = (division.c.code + ":" + municipality.c.iso).label("place")
    statement = select(place, municipality.c.id).join_from(municipality, division)
    return {row.place: row.id for row in connection.execute(statement)}
