"""Parishes and towns: where each of them lies in every division."""

from typing import Any

import pandas as pd
from sqlalchemy import Connection, Select, select

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.filters import Filters
from data_access.frames import DAY, WORD, frame
from data_access.municipalities.known import place_of
from data_access.rules import latvian_key

UNITS = {
    "unit": WORD,
    "name": WORD,
    "division": WORD,
    "valid_from": DAY,
    "there": WORD,
    "there_name": WORD,
}

_OWN, _LIES = schema.unit_membership.alias("own"), schema.unit_membership.alias("lies")
_HERE, _THERE = schema.municipality.alias("here"), schema.municipality.alias("there")
_THEN, _DIVISION = schema.division.alias("then"), schema.division.alias("of_there")


def units(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """The parishes and towns of the chosen municipality, and where each lies in every division.

    Columns: UNITS; one row a unit and division, units in Latvian order, divisions by their first
    day.
    """
    require(reader, Right.READ_PUBLISHED)
    unit = schema.territorial_unit
    statement = (
        _joined(select(unit.c.code.label("unit"), unit.c.name, *_there()))
        .join(unit, unit.c.id == _OWN.c.territorial_unit_id)
        .where(place_of(_THEN, _HERE) == filters.place)
    )
    rows = [dict(row) for row in connection.execute(statement).mappings()]
    rows.sort(key=lambda row: (latvian_key(row["name"]), row["unit"], row["valid_from"]))
    return frame(rows, UNITS)


def _there() -> tuple[Any, ...]:
    return (
        _DIVISION.c.code.label("division"),
        _DIVISION.c.valid_from,
        place_of(_DIVISION, _THERE, "there"),
        _THERE.c.name.label("there_name"),
    )


def _joined(statement: Select[Any]) -> Select[Any]:
    """From each municipality over its units to the municipalities in which these lie."""
    return (
        statement.select_from(_OWN)
        .join(_HERE, _HERE.c.id == _OWN.c.municipality_id)
        .join(_THEN, _THEN.c.id == _HERE.c.division_id)
        .join(_LIES, _LIES.c.territorial_unit_id == _OWN.c.territorial_unit_id)
        .join(_THERE, _THERE.c.id == _LIES.c.municipality_id)
        .join(_DIVISION, _DIVISION.c.id == _THERE.c.division_id)
    )
