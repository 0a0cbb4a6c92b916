"""How a made-up row comes into the database, and what of the facts it hangs on."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, Table, insert, select

from data_access import schema
from data_access.rules import Origin, PlaceKind

ROUND, DIVISION = "IV", "2009"
ABROAD = {"EE": ("Igaunija", "Estonia"), "LT": ("Lietuva", "Lithuania")}

Row = dict[str, Any]


@dataclass(frozen=True)
class Ground:
    """Numbers of the rows that made-up rows refer to, by their codes."""

    round: int
    rounds: Mapping[str, int]
    source: int
    activities: Mapping[str, int]
    days: Mapping[str, tuple[dt.date, ...]]
    municipalities: Mapping[str, int]
    institutions: Mapping[str, int]


def put(connection: Connection, table: Table, rows: list[Row]) -> list[int]:
    """Record made-up rows that have the same columns; their numbers, in the order given."""
    if "origin" in table.c:
        rows = [row | {"origin": Origin.SAMPLE.value} for row in rows]
    statement = insert(table).returning(table.c.id, sort_by_parameter_order=True)
    return list(connection.execute(statement, rows).scalars())


def place(code: str, ground: Ground) -> Row:
    """The columns of a place: an ISO code, a country abroad, or the kind of place itself."""
    values: Row = {"municipality_id": None, "place_name_lv": None, "place_name_en": None}
    if code in ground.municipalities:
        municipality = ground.municipalities[code]
        return values | {"place_kind": PlaceKind.MUNICIPALITY, "municipality_id": municipality}
    if code in ABROAD:
        names = dict(zip(("place_name_lv", "place_name_en"), ABROAD[code], strict=True))
        return values | {"place_kind": PlaceKind.ABROAD} | names
    return values | {"place_kind": PlaceKind(code)}


def survey(connection: Connection, source: int, institutions: Mapping[str, int]) -> Ground:
    """What the made-up rows of the round hang on."""
    activity, day, town = schema.activity, schema.activity_day, schema.municipality
    days: dict[str, tuple[dt.date, ...]] = defaultdict(tuple)
    held = select(activity.c.code, day.c.day).join_from(day, activity).order_by(day.c.day)
    for code, on in connection.execute(held):
        days[code] += (on,)
    rounds = _numbers(connection, select(schema.round.c.code, schema.round.c.id))
    activities = select(activity.c.code, activity.c.id).join(schema.round)
    towns = select(town.c.iso.label("code"), town.c.id).join(schema.division)
    return Ground(
        round=rounds[ROUND],
        rounds=rounds,
        source=source,
        activities=_numbers(connection, activities.where(schema.round.c.code == ROUND)),
        days=days,
        municipalities=_numbers(connection, towns.where(schema.division.c.code == DIVISION)),
        institutions=institutions,
    )


def _numbers(connection: Connection, statement: Select[*tuple[Any, ...]]) -> dict[str, int]:
    return {row.code: int(row.id) for row in connection.execute(statement)}
