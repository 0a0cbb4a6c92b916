"""Which municipalities share land through the divisions, and the days of every division."""

import pandas as pd
from sqlalchemy import ColumnElement, Connection, and_, select, true

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.filters import Filters
from data_access.frames import DAY, FLAG, WORD, ask, frame
from data_access.rules import latvian_key

SHARED = {
    "place": WORD,
    "name": WORD,
    "there": WORD,
    "there_name": WORD,
    "there_division": WORD,
    "is_whole": FLAG,
}
VALIDITY = {"division": WORD, "valid_from": DAY, "valid_to": DAY}


def shared_land(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """One row two municipalities with land in common; of a chosen ``place`` its own alone.

    Columns: SHARED; ``place`` and ``there`` are ``<division>:<iso>``, each municipality stands
    beside itself as well. ``is_whole``: all land of ``place`` lies ``there``. By ``place``, then by
    the division that came first, then in Latvian order. A municipality of which no territorial
    unit is known has no row.
    """
    require(reader, Right.READ_PUBLISHED)
    here, there = schema.municipality.alias("here"), schema.municipality.alias("there")
    then, later = schema.division.alias("then"), schema.division.alias("later")
    unit, same = schema.unit_membership.alias("unit"), schema.unit_membership.alias("same")
    carried = schema.carried_land
    place = (then.c.code + ":" + here.c.iso).label("place")
    statement = (
        select(
            place,
            here.c.name,
            (later.c.code + ":" + there.c.iso).label("there"),
            there.c.name.label("there_name"),
            later.c.code.label("there_division"),
            later.c.valid_from,
            carried.c.there_id.is_not(None).label("is_whole"),
        )
        .join_from(unit, same, unit.c.territorial_unit_id == same.c.territorial_unit_id)
        .join(here, unit.c.municipality_id == here.c.id)
        .join(then, here.c.division_id == then.c.id)
        .join(there, same.c.municipality_id == there.c.id)
        .join(later, there.c.division_id == later.c.id)
        .join(
            carried,
            and_(carried.c.municipality_id == here.c.id, carried.c.division_id == later.c.id),
        )
        .where(_is(place, filters))
        .distinct()
    )
    rows = [dict(row) for row in connection.execute(statement).mappings()]
    rows.sort(key=lambda row: (row["place"], row["valid_from"], latvian_key(row["there_name"])))
    return frame(rows, SHARED)


def validity(connection: Connection, reader: Reader, _filters: Filters) -> pd.DataFrame:
    """Every division with its days, oldest first. Columns: VALIDITY; the last day may be open."""
    require(reader, Right.READ_PUBLISHED)
    division = schema.division
    statement = select(
        division.c.code.label("division"), division.c.valid_from, division.c.valid_to
    ).order_by(division.c.valid_from)
    return ask(connection, statement, VALIDITY)


def _is(place: ColumnElement[str], filters: Filters) -> ColumnElement[bool]:
    return true() if filters.place is None else place == filters.place
