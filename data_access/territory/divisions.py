"""Which division of municipalities was in force when, and its outlines."""

import datetime as dt
import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import pandas as pd
from sqlalchemy import Connection, func, select

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.clock import today
from data_access.filters import Filters, of_round
from data_access.frames import DAY, FLAG, WORD, frame

DIVISIONS = {"division": WORD, "valid_from": DAY, "valid_to": DAY, "is_latest": FLAG}
GEOMETRY = Path(__file__).parents[2] / "seed" / "geometry"

MAPS_AT_HAND = 16

Outlines = dict[str, Any]
Period = tuple[dt.date | None, dt.date | None]


@dataclass(frozen=True)
class AddedMap:
    """A map that came with a division: TopoJSON as text, and whose boundaries it shows."""

    topology: str
    attribution_lv: str
    attribution_en: str


class NoOutlines(LookupError):
    """No map of the division is kept here."""


def division_of(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """The divisions in force in the selection's period, oldest first. Columns: DIVISIONS.

    The period is that of the filters, and where they leave a side open that of the rounds: their
    actual days, else the planned ones. ``is_latest``: in force as the period ends. A side that
    nobody states bounds nothing.
    """
    require(reader, Right.READ_PUBLISHED)
    first, last = _period(connection, filters)
    division = schema.division
    statement = select(
        division.c.code.label("division"), division.c.valid_from, division.c.valid_to
    ).order_by(division.c.valid_from)
    valid = [
        dict(row)
        for row in connection.execute(statement).mappings()
        if (last is None or row["valid_from"] <= last)
        and (first is None or row["valid_to"] is None or row["valid_to"] >= first)
    ]
    return frame([row | {"is_latest": row is valid[-1]} for row in valid], DIVISIONS)


def in_force_today(connection: Connection) -> str:
    """The code of the division in force today, or where none is, of the latest."""
    division, day = schema.division, today()
    found = connection.scalars(
        select(division.c.code)
        .where(division.c.valid_from <= day)
        .order_by(division.c.valid_from.desc())
    ).first()
    return str(found)


def added_maps(connection: Connection, reader: Reader, _filters: Filters) -> dict[str, AddedMap]:
    """The maps of the divisions that were added later, by the divisions' codes."""
    require(reader, Right.READ_PUBLISHED)
    outline, division = schema.division_outline, schema.division
    statement = select(
        division.c.code, outline.c.topology, outline.c.attribution_lv, outline.c.attribution_en
    ).join_from(outline, division)
    return {code: AddedMap(*columns) for code, *columns in connection.execute(statement)}


@lru_cache(maxsize=MAPS_AT_HAND)
def outlines(division: str, added: AddedMap | None = None) -> Outlines:
    """The division's municipalities as TopoJSON: object ``municipalities``, rings wound for Vega.

    It is the map that was added with the division, or without one that of ``seed/geometry``. Each
    municipality has the properties ``iso``, ``name`` and ``is_city``. The answer is shared: change
    a copy. Refuses a division without a map (NoOutlines).
    """
    topology: Outlines = json.loads(_shipped(division) if added is None else added.topology)
    return topology


def _shipped(division: str) -> str:
    maps = {path.name: path for path in GEOMETRY.glob("lv_*.topo.json")}
    found = maps.get(f"lv_{division}.topo.json")
    if found is None:
        raise NoOutlines(f"There is no map of the division {division!r}.")
    return found.read_text(encoding="utf-8")


def _period(connection: Connection, filters: Filters) -> Period:
    """The first and the last day of the selection, each None where nobody states it."""
    round_ = schema.round
    days = select(
        func.min(func.coalesce(round_.c.actual_starts_on, round_.c.planned_starts_on)),
        func.max(func.coalesce(round_.c.actual_ends_on, round_.c.planned_ends_on)),
    ).where(of_round(filters))
    of_rounds = connection.execute(days).one()
    first, last = filters.start or of_rounds[0], filters.end or of_rounds[1]
    if first and last and last < first:
        # One side lies beyond the other: that of the reader's choice holds, else the actual start.
        only = filters.start or filters.end or first
        return only, only
    return first, last
