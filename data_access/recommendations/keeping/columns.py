"""What was entered of an entry, as its columns, and what stood in them as it would be entered."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, select

from data_access import places, schema, sources
from data_access.access import Reader, Right, require
from data_access.clock import today
from data_access.recommendations.deadlines import Deadline
from data_access.recommendations.keeping import problems
from data_access.recommendations.keeping.rows import Row, round_of
from data_access.rules import Area, RecommendationKind

Values = Mapping[str, Any]
Columns = dict[str, Any]

WRITTEN = ("place_name_lv", "place_name_en", "locator")
"""What is stored as it was entered; all else is looked at first."""
NAMED = {"round": schema.round, "activity": schema.activity, "source": schema.source}


def columns_of(
    connection: Connection, reader: Reader, values: Values, before: Row | None
) -> Columns:
    """The columns of a new entry, or of one that stood as ``before``; refuses as ``add`` does."""
    require(reader, Right.KEEP_RECORDS)
    columns: Columns = {name: values[name] for name in WRITTEN if name in values}
    if before is None or "kind" in values:
        kind = values.get("kind") or RecommendationKind.RECOMMENDATION
        columns["kind"] = RecommendationKind(kind).value
    if before is None or "area" in values:
        columns["area"] = Area(values.get("area") or Area.NOT_STATED).value
    if before is None or "round" in values:
        columns["round_id"] = round_of(connection, values["round"])[0]
    if "source" in values:
        columns["source_id"] = sources.number_of(connection, values["source"])
    stated = {**(before or {}), **columns}
    if before is None or "activity" in values or "round" in values:
        columns["activity_id"] = _activity(connection, values, stated)
    columns |= places.entered(connection, reader, values, before)
    return columns | _days(values, before)


def _days(values: Values, before: Row | None) -> Columns:
    made_on: dt.date | None = {**(before or {}), **values}.get("made_on")
    if made_on is not None and made_on > today():
        raise problems.MadeAhead("An entry was made on a day that has come.")
    deadline = Deadline.of(before) if before else Deadline()
    if "deadline" in values:
        deadline = values["deadline"] or Deadline()
    require_in_time(made_on, deadline, before["reference"] if before else "")
    return {"made_on": made_on} | deadline.columns


def require_in_time(made_on: dt.date | None, deadline: Deadline, reference: str = "") -> None:
    """Nothing, where the deadline does not lie before the day; DeadlineBeforeMade where it does."""
    if made_on is not None and deadline.end is not None and deadline.end < made_on:
        raise problems.DeadlineBeforeMade(reference)


def _activity(connection: Connection, values: Values, stated: Row) -> int | None:
    """The activity that is named, or stays; it is one of the entry's round."""
    activity = schema.activity.c
    named = values.get("activity")
    if "activity" not in values:
        if stated.get("activity_id") is None:
            return None
        same = activity.id == stated["activity_id"]
    elif not named:
        return None
    else:
        same = activity.code == named
    found = connection.scalars(
        select(activity.id).where(same, activity.round_id == stated["round_id"])
    ).first()
    if found is None:
        raise problems.ActivityElsewhere("The round has no such activity.")
    return int(found)


def stood_of(connection: Connection, row: Row, values: Values | None = None) -> dict[str, Any]:
    """What ``values``, or all that ``edit`` takes, would say for the entry as it stands."""
    town, division = schema.municipality, schema.division
    at = select(division.c.code + ":" + town.c.iso).join_from(town, division)
    place = connection.scalars(at.where(town.c.id == row["municipality_id"])).first()
    named = {
        name: connection.scalars(
            select(table.c.code).where(table.c.id == row[f"{name}_id"])
        ).first()
        for name, table in NAMED.items()
    }
    every = {
        **{name: row[name] for name in (*WRITTEN, "kind", "area", "made_on")},
        **named,
        "place": place or row["place_kind"],
        "deadline": Deadline.of(row),
    }
    named_too = every if values is None else {"round", *values}
    return {name: every[name] for name in every if name in named_too}
