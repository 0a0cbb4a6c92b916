"""Every municipality of every division, and the other names that it goes by."""

from typing import Any

import pandas as pd
from sqlalchemy import Connection, FromClause, Label, select

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.filters import Filters
from data_access.frames import DAY, FLAG, WORD, frame
from data_access.rules import latvian_key
from data_access.territory import in_force_today

KNOWN = {
    "place": WORD,
    "division": WORD,
    "iso": WORD,
    "name": WORD,
    "is_city": FLAG,
    "valid_from": DAY,
    "valid_to": DAY,
    "legal_basis": WORD,
    "is_today": FLAG,
}
ALIASES = {"name": WORD}


def place_of(division: FromClause, municipality: FromClause, name: str = "place") -> Label[Any]:
    """``<division>:<iso>`` of the joined rows."""
    return (division.c.code + ":" + municipality.c.iso).label(name)


def known(connection: Connection, reader: Reader, _filters: Filters) -> pd.DataFrame:
    """One row a municipality, by division and in Latvian order. Columns: KNOWN.

    ``valid_from`` and ``valid_to``: its days, which are no more than its division's;
    ``legal_basis``: the division's. ``is_today``: the division is in force today.
    """
    require(reader, Right.READ_PUBLISHED)
    municipality, division = schema.municipality, schema.division
    statement = select(
        place_of(division, municipality),
        division.c.code.label("division"),
        municipality.c.iso,
        municipality.c.name,
        municipality.c.is_city,
        municipality.c.valid_from,
        municipality.c.valid_to,
        division.c.valid_from.label("division_from"),
        division.c.valid_to.label("division_to"),
        division.c.legal_basis,
    ).join_from(municipality, division)
    today = in_force_today(connection)
    rows = [dict(row) for row in connection.execute(statement).mappings()]
    for row in rows:
        ends = [day for day in (row["valid_to"], row["division_to"]) if day]
        row["valid_from"] = max(row["valid_from"], row["division_from"])
        row["valid_to"] = min(ends, default=None)
        row["is_today"] = row["division"] == today
    rows.sort(key=lambda row: (row["division_from"], row["division"], latvian_key(row["name"])))
    return frame(rows, KNOWN)


def aliases(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """Other names of the chosen municipality, in Latvian order. Columns: ALIASES."""
    require(reader, Right.READ_PUBLISHED)
    alias, municipality, division = (
        schema.municipality_alias,
        schema.municipality,
        schema.division,
    )
    statement = (
        select(alias.c.name)
        .join_from(alias, municipality)
        .join(division)
        .where(place_of(division, municipality) == filters.place)
    )
    names = sorted(connection.scalars(statement), key=latvian_key)
    return frame([{"name": name} for name in names], ALIASES)
