"""How the register moved: where entries stood at the end of each half-year, and what they reached.

Counted from the spans of days in ``recommendation_standing``: what began less what had ended.
"""

import datetime as dt
from collections import Counter
from itertools import accumulate
from typing import Any

import pandas as pd
from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    Subquery,
    case,
    cast,
    distinct,
    exists,
    extract,
    func,
    or_,
    select,
)

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.filters import Filters
from data_access.frames import DAY, WHOLE, WORD, frame
from data_access.recommendations.chosen import standing_there
from data_access.recommendations.register import EVERYTHING
from data_access.recommendations.wanted import Wanted
from data_access.rules import Status

MOVED = {"starts_on": DAY, "ends_on": DAY, "status": WORD, "entries": WHOLE, "reached": WHOLE}

JULY = 7

SPAN = schema.recommendation_standing.alias("span")

Counted = Counter[tuple[int | None, str]]
"""How many, by half-year (counted from the beginning of the calendar; None: undated), status."""


def moved(
    connection: Connection, reader: Reader, filters: Filters, wanted: Wanted = EVERYTHING
) -> pd.DataFrame:
    """A row for each half-year and status, from the first entry's half-year to the day told of.

    ``entries`` stood there at the end of ``ends_on``: the last day of the half-year, for the last
    one the day told of. ``reached`` came to stand there within it, each entry once, those newly
    made among them. An entry counts from the day it was made, else the first day of its round;
    where neither is stated, from the beginning, and is reached in no half-year. Those counted are
    the wanted ones, as they stand on the day told of. Columns: MOVED; empty where none is dated.
    """
    require(reader, Right.READ_PUBLISHED)
    those = standing_there(
        select(schema.recommendation.c.id).select_from(schema.recommendation), filters, wanted
    ).subquery("those")
    begun = _counted(connection, _begun(those, wanted.day))
    ended = _counted(connection, _ended(those, wanted.day))
    reached = _counted(connection, _reached(those, wanted.day))
    first = min((half for half, _ in begun if half is not None), default=None)
    if first is None:
        return frame([], MOVED)
    halves = range(first, _half_of(wanted.day) + 1)
    stood = {status: _stood(begun, ended, status, halves) for status in Status}
    rows: list[dict[str, object]] = [
        {"starts_on": _day(half), "ends_on": _last(half, wanted.day)}
        | {"status": status.value, "entries": entries, "reached": reached[half, status]}
        for at, half in enumerate(halves)
        for status, entries in ((status, stood[status][at]) for status in Status)
    ]
    return frame(rows, MOVED)


def _stood(begun: Counted, ended: Counted, status: Status, halves: range) -> list[int]:
    """How many stood there at the end of each half-year."""
    changes = [begun[half, status] - ended[half, status] for half in halves]
    # What has begun without a day was there before anything else.
    changes[0] += begun[None, status]
    return list(accumulate(changes))


def _begun(those: Subquery, day: dt.date) -> Select[*tuple[Any, ...]]:
    until = or_(SPAN.c.starts_on.is_(None), SPAN.c.starts_on <= day)
    return _by_half(those, SPAN.c.starts_on).where(until)


def _ended(those: Subquery, day: dt.date) -> Select[*tuple[Any, ...]]:
    return _by_half(those, SPAN.c.until).where(SPAN.c.until <= day)


def _by_half(those: Subquery, on: ColumnElement[Any]) -> Select[*tuple[Any, ...]]:
    half = _half(on)
    return (
        select(half.label("half"), SPAN.c.status, func.count().label("entries"))
        .join_from(SPAN, those, SPAN.c.recommendation_id == those.c.id)
        .group_by(half, SPAN.c.status)
    )


def _reached(those: Subquery, day: dt.date) -> Select[*tuple[Any, ...]]:
    """Entries by the status they came to stand in; a report that changes nothing reaches none."""
    half, before = _half(SPAN.c.starts_on), schema.recommendation_standing.alias("before")
    stood_there = exists().where(
        before.c.recommendation_id == SPAN.c.recommendation_id,
        before.c.until == SPAN.c.starts_on,
        before.c.status == SPAN.c.status,
    )
    entries = func.count(distinct(SPAN.c.recommendation_id)).label("entries")
    return (
        select(half.label("half"), SPAN.c.status, entries)
        .join_from(SPAN, those, SPAN.c.recommendation_id == those.c.id)
        .where(SPAN.c.starts_on <= day, ~stood_there)
        .group_by(half, SPAN.c.status)
    )


def _counted(connection: Connection, statement: Select[*tuple[Any, ...]]) -> Counted:
    rows = connection.execute(statement)
    return Counter({(row.half, row.status): row.entries for row in rows})


def _half(day: ColumnElement[Any]) -> ColumnElement[int]:
    year, month = extract("year", day), extract("month", day)
    half: ColumnElement[int] = cast(year * 2 + case((month >= JULY, 1), else_=0), Integer)
    return half


def _half_of(day: dt.date) -> int:
    return day.year * 2 + (day.month >= JULY)


def _day(half: int) -> dt.date:
    return dt.date(half // 2, JULY if half % 2 else 1, 1)


def _last(half: int, day: dt.date) -> dt.date:
    return min(_day(half + 1) - dt.timedelta(days=1), day)
