"""Places as records name them: a municipality of a division, or a kind of place beside the map."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

import pandas as pd
from sqlalchemy import Connection, func, select

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.clock import today
from data_access.filters import Filters, of_activity, of_round
from data_access.frames import WORD, ask
from data_access.rules import PlaceKind

MUNICIPALITIES = {"place": WORD, "division": WORD, "iso": WORD, "name": WORD}

Columns = dict[str, Any]
Stood = Mapping[Any, Any]


class PlaceUnknown(LookupError):
    """No municipality has this code in its division, and it is no kind of place."""


def municipalities(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """The municipalities of the division in force when the round, or the activity, took place.

    Columns: MUNICIPALITIES; ``place`` is ``<division>:<iso>``.
    """
    require(reader, Right.READ_PUBLISHED)
    municipality, division = schema.municipality, schema.division
    place = (division.c.code + ":" + municipality.c.iso).label("place")
    on = _day_of(connection, filters)
    statement = (
        select(place, division.c.code.label("division"), municipality.c.iso, municipality.c.name)
        .join_from(municipality, division)
        .where(
            division.c.valid_from <= on,
            func.coalesce(division.c.valid_to, on) >= on,
            municipality.c.valid_from <= on,
            func.coalesce(municipality.c.valid_to, on) >= on,
        )
        .order_by(municipality.c.iso)
    )
    return ask(connection, statement, MUNICIPALITIES)


def columns_of(connection: Connection, reader: Reader, place: str) -> Columns:
    """The place columns of a record for ``<division>:<iso>`` or a kind of place.

    Refuses any other text (PlaceUnknown).
    """
    require(reader, Right.READ_PUBLISHED)
    division, colon, iso = place.partition(":")
    if colon:
        found = connection.scalars(
            select(schema.municipality.c.id)
            .join(schema.division)
            .where(schema.division.c.code == division, schema.municipality.c.iso == iso)
        ).first()
        if found is not None:
            return {"place_kind": PlaceKind.MUNICIPALITY.value, "municipality_id": found}
    elif place in set(PlaceKind) - {PlaceKind.MUNICIPALITY}:
        return {"place_kind": place, "municipality_id": None}
    raise PlaceUnknown("There is no such place.")


def entered(
    connection: Connection, reader: Reader, values: Mapping[str, Any], before: Stood | None
) -> Columns:
    """The place columns for ``place`` among what was entered; none where it is not among it.

    ``before`` is the row as it stood: a part of a municipality stays while the municipality does.
    Refuses as ``columns_of``.
    """
    require(reader, Right.READ_PUBLISHED)
    if "place" not in values:
        return {}
    place = columns_of(connection, reader, values["place"] or PlaceKind.NOT_STATED)
    if before is None or before["municipality_id"] != place["municipality_id"]:
        return place | {"territorial_unit_id": None}
    return place


def day_of(connection: Connection, reader: Reader, filters: Filters) -> dt.date:
    """The day for which places are asked: the activity's, else the first of its round, else today.

    Names of places hold on days: the same name means other land after a reform.
    """
    require(reader, Right.READ_PUBLISHED)
    return _day_of(connection, filters)


def _day_of(connection: Connection, filters: Filters) -> dt.date:
    """The day for which places are asked: the activity's, else the first of its round."""
    activity, round_ = schema.activity, schema.round
    first = func.coalesce(round_.c.actual_starts_on, round_.c.planned_starts_on)
    if filters.activity is None:
        statement = select(func.max(first)).where(of_round(filters))
    else:
        day = func.min(func.coalesce(activity.c.starts_on, first))
        statement = select(day).join_from(activity, round_).where(of_activity(filters))
    found: dt.date | None = connection.execute(statement).scalar_one()
    return found or today()
