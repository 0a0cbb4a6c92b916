"""Families in care as a month begins and ends, and those new and closed in between."""

import datetime as dt
from typing import Any

import pandas as pd
from sqlalchemy import (
    CTE,
    ColumnElement,
    Connection,
    Select,
    case,
    extract,
    func,
    literal,
    select,
    union_all,
)

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.caseloads.selection import case_is_within, last_day
from data_access.caseloads.service import MONTHS_A_YEAR, Span, months_of
from data_access.caseloads.slices import By, Row, sliced, slices
from data_access.caseloads.stays import stays_of
from data_access.filters import Filters, of_round, of_whole_rounds
from data_access.frames import DAY, FLAG, WHOLE, WORD, frame

FLOWS = {
    "slice": WORD,
    "name": WORD,
    "month": DAY,
    "starts_on": DAY,
    "ends_on": DAY,
    "at_start": WHOLE,
    "opened": WHOLE,
    "closed": WHOLE,
    "at_end": WHOLE,
    "cases_at_end": WHOLE,
    "is_made_up": FLAG,
}
BEFORE = 0
"""What stands for the month of whatever happened before the first day."""

Changes = dict[tuple[str, int], tuple[int, int, int]]
"""By slice and month: stays that began, stays that ended, by how many the open cases rose."""


def flows(
    connection: Connection, reader: Reader, filters: Filters, by: By = By.ALL
) -> pd.DataFrame:
    """One row a slice and month (its first day) of ``care_days``. Columns: FLOWS.

    ``starts_on`` and ``ends_on`` are the days that the row covers, fewer than the month's where the
    period or the last day cuts it. ``at_start`` families were in care as the day before ended,
    ``at_end`` are so as the last one ends; ``opened`` and ``closed`` are families' stays that began
    and ended in between: in every row ``at_end`` is ``at_start + opened - closed``. A family's
    cases that overlap or touch within the slice are one stay, so that one that moves between
    mediators is neither new nor closed; one that comes back after a break is new again.
    ``cases_at_end`` are not merged. ``name`` is that of a municipality, where by place. Stays are
    found in the database. Cases without an opening date are in no row (``in_care`` counts them);
    slices without another case have none.
    """
    require(reader, Right.READ_CASELOADS)
    days = care_days(connection, reader, filters)
    if days is None:
        return frame([], FLOWS)
    cases = sliced(filters, days[1], by)
    changes = _changes(connection, cases, days)
    found = [each for each in slices(connection, cases) if each["dated"]]
    return frame([row for each in found for row in _months(each, changes, days)], FLOWS)


def care_days(connection: Connection, reader: Reader, filters: Filters) -> Span | None:
    """The first and the last day on which families in care are counted; None where there is none.

    From the first of the month in which the first of the posts began (of posts without a stated
    day: in which the first case opened), or from the first day asked for if that is later, up to
    ``last_day``.
    """
    require(reader, Right.READ_CASELOADS)
    begun = _first_post(connection, filters) or _first_case(connection, filters)
    if begun is None:
        return None
    first = max(begun.replace(day=1), filters.start or dt.date.min)
    last = last_day(connection, reader, filters)
    return (first, last) if first <= last else None


def _first_post(connection: Connection, filters: Filters) -> dt.date | None:
    post = schema.mediator_post
    statement = select(func.min(post.c.starts_on)).join_from(post, schema.round)
    found: dt.date | None = connection.execute(
        statement.where(of_round(filters), of_whole_rounds(filters))
    ).scalar_one()
    return found


def _first_case(connection: Connection, filters: Filters) -> dt.date | None:
    cases = schema.mediation_case
    statement = select(func.min(cases.c.opened_on)).join_from(cases, schema.mediator_post)
    found: dt.date | None = connection.execute(
        statement.join(schema.round).where(case_is_within(filters))
    ).scalar_one()
    return found


def _months(slice_: Row, changes: Changes, days: Span) -> list[dict[str, object]]:
    """The slice's months, each beginning with what the one before ended with."""
    code, rows = str(slice_["slice"]), []
    began, ended, cases = changes.get((code, BEFORE), (0, 0, 0))
    at_end = began - ended
    months = months_of(days)
    for month, following in zip(months, [*months[1:], None], strict=True):
        opened, closed, more = changes.get((code, _number(month)), (0, 0, 0))
        at_start, at_end, cases = at_end, at_end + opened - closed, cases + more
        row = {"month": month, "at_start": at_start, "opened": opened, "closed": closed}
        row |= {"starts_on": max(month, days[0]), "ends_on": _end(following, days)}
        rows.append(slice_ | row | {"at_end": at_end, "cases_at_end": cases})
    return rows


def _end(following: dt.date | None, days: Span) -> dt.date:
    return days[1] if following is None else following - dt.timedelta(days=1)


def _number(month: dt.date) -> int:
    return month.year * MONTHS_A_YEAR + month.month


def _changes(connection: Connection, cases: CTE, days: Span) -> Changes:
    stays = stays_of(cases)
    each = union_all(
        _on(stays.c.opened_on, stays, began=1),
        _on(stays.c.closed_on, stays, ended=1),
        _on(cases.c.opened_on, cases, cases=1),
        _on(cases.c.closed_on, cases, cases=-1),
    ).subquery("changes")
    number = extract("year", each.c.day) * MONTHS_A_YEAR + extract("month", each.c.day)
    month = case((each.c.day < days[0], BEFORE), else_=number)
    sums = (func.sum(each.c[name]) for name in ("began", "ended", "cases"))
    statement = (
        select(each.c.slice, month, *sums)
        .where(each.c.day <= days[1])
        .group_by(each.c.slice, month)
    )
    return {(code, int(n)): (*counted,) for code, n, *counted in connection.execute(statement)}


def _on(
    day: ColumnElement[dt.date | None], rows: CTE, *, began: int = 0, ended: int = 0, cases: int = 0
) -> Select[*tuple[Any, ...]]:
    """What happened on the day to each of the rows whose opening is dated."""
    counted = {"began": began, "ended": ended, "cases": cases}
    numbers = [literal(number).label(name) for name, number in counted.items()]
    dated = rows.c.opened_on.is_not(None)
    return select(rows.c.slice, day.label("day"), *numbers).where(dated)
