"""What the places of a selection are called on today's map, and which became one."""

from dataclasses import replace

import pandas as pd
from sqlalchemy import Connection, select

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.counting import attended
from data_access.coverage.counted import ON_MAP
from data_access.filters import Filters, of_round
from data_access.frames import FLAG, WORD, frame
from data_access.rules import Look, ReportedPlaceRole, latvian_key
from data_access.territory import in_force_today

BECAME = {
    "place": WORD,
    "name": WORD,
    "there": WORD,
    "there_name": WORD,
    "is_same_land": FLAG,
    "is_reported": FLAG,
    "is_recorded": FLAG,
}


def became(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """The municipalities that are reported as represented, or from which somebody came.

    Columns: BECAME, one row a municipality as it was, in Latvian order; ``there`` is the
    municipality of today's division with all of its land, missing where several share it.
    ``is_same_land``: that has no more land than the one of then. Of a municipality without known
    territorial units ``there`` is itself in its own division, and missing in another.
    """
    require(reader, Right.READ_FIGURES)
    reported, recorded = _reported(connection, filters), _came_from(connection, filters)
    rows = [
        row | {"is_reported": row["id"] in reported, "is_recorded": row["id"] in recorded}
        for row in _carried(connection, reported | recorded)
    ]
    return frame(sorted(rows, key=lambda row: latvian_key(str(row["name"]))), BECAME)


def _reported(connection: Connection, filters: Filters) -> frozenset[int]:
    named = schema.reported_place
    found = select(named.c.municipality_id).join_from(named, schema.round)
    is_represented = named.c.role == ReportedPlaceRole.REPRESENTED
    return frozenset(connection.scalars(found.where(of_round(filters), is_represented)))


def _came_from(connection: Connection, filters: Filters) -> frozenset[int]:
    rows = attended(replace(filters, look=Look.WAS))
    found = select(rows.c.municipality_id).where(rows.c.place_kind == ON_MAP).distinct()
    return frozenset(connection.scalars(found))


def _carried(connection: Connection, numbers: frozenset[int]) -> list[dict[str, object]]:
    """The municipalities, each with the one of today that has all of its land."""
    here, there = schema.municipality.alias("here"), schema.municipality.alias("there")
    then, now = schema.division.alias("then"), schema.division.alias("now")
    carried, back = schema.carried_land.alias("carried"), schema.carried_land.alias("back")
    statement = (
        select(
            here.c.id,
            (then.c.code + ":" + here.c.iso).label("place"),
            here.c.name,
            (now.c.code + ":" + there.c.iso).label("there"),
            there.c.name.label("there_name"),
            (back.c.there_id.is_not(None) | (there.c.id == here.c.id)).label("is_same_land"),
        )
        .join_from(here, then, here.c.division_id == then.c.id)
        .join(now, now.c.code == in_force_today(connection))
        .outerjoin(
            carried, (carried.c.municipality_id == here.c.id) & (carried.c.division_id == now.c.id)
        )
        .outerjoin(
            there,
            (there.c.id == carried.c.there_id)
            | (carried.c.id.is_(None) & (there.c.id == here.c.id) & (now.c.id == then.c.id)),
        )
        .outerjoin(back, (back.c.municipality_id == there.c.id) & (back.c.division_id == then.c.id))
        .where(here.c.id.in_(numbers))
    )
    return [dict(row) for row in connection.execute(statement).mappings()]
