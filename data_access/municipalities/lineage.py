"""What municipalities were made of, and what became of them."""

from typing import Any

import pandas as pd
from sqlalchemy import Connection, FromClause, Label, select

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.filters import Filters
from data_access.frames import DAY, PART, WORD, frame
from data_access.municipalities.known import place_of
from data_access.rules import latvian_key

SIDES = ("predecessor", "successor")
SUCCESSIONS = {
    **{
        f"{side}{part}": WORD
        for side in SIDES
        for part in ("", "_name", "_division")
    },
    "effective_on": DAY,
    "share_of_area": PART,
    "legal_basis": WORD,
}  # fmt: skip


def successions(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """One row a predecessor and successor; of a chosen ``place`` those that it is part of.

    Columns: SUCCESSIONS; by day, then both sides in Latvian order. ``share_of_area`` is how much of
    the predecessor went to the successor, one being all of it.
    """
    require(reader, Right.READ_PUBLISHED)
    succession = schema.succession
    statement = select(succession.c.effective_on, succession.c.share_of_area)
    statement = statement.add_columns(succession.c.legal_basis).select_from(succession)
    places: list[Label[Any]] = []
    for side in SIDES:
        municipality, division = (
            schema.municipality.alias(side),
            schema.division.alias(f"of_{side}"),
        )
        number = succession.c[f"{side}_id"]
        statement = statement.join(municipality, municipality.c.id == number)
        statement = statement.join(division, division.c.id == municipality.c.division_id)
        statement = statement.add_columns(*_named(side, municipality, division))
        places.append(place_of(division, municipality))
    if filters.place is not None:
        statement = statement.where((places[0] == filters.place) | (places[1] == filters.place))
    rows = [dict(row) for row in connection.execute(statement).mappings()]
    rows.sort(
        key=lambda row: (row["effective_on"], *(latvian_key(row[f"{side}_name"]) for side in SIDES))
    )
    return frame(rows, SUCCESSIONS)


def _named(side: str, municipality: FromClause, division: FromClause) -> tuple[Label[Any], ...]:
    return (
        place_of(division, municipality, side),
        municipality.c.name.label(f"{side}_name"),
        division.c.code.label(f"{side}_division"),
    )
