"""What of a post would lie outside the days that somebody gives it."""

import datetime as dt

from sqlalchemy import ColumnElement, Connection, Table, and_, false, func, or_, select

from data_access import schema
from data_access.mediators.problems import GapsLeftOutside, RecordsLeftOutside
from data_access.rules import ReportStatus

Day = dt.date | None


def require_gaps_within(connection: Connection, post: int, first: Day, last: Day) -> None:
    """Nothing, where every gap of the post lies within the days; GapsLeftOutside where not.

    A gap without a last day lasts as long as its post. Without a first day nothing lies outside.
    """
    gap = schema.post_gap.c
    late = func.coalesce(gap.ends_on, gap.starts_on)
    outside = _outside(gap.starts_on, late, first, last)
    if number := _number(connection, schema.post_gap, post, outside):
        raise GapsLeftOutside(number)


def require_records_within(connection: Connection, post: int, first: Day, last: Day) -> None:
    """Nothing, where cases were opened, contacts held and months reported within the days.

    Refuses RecordsLeftOutside. A month lies within where one of its days does; what has no day
    lies nowhere outside.
    """
    opened, held = schema.mediation_case.c.opened_on, schema.contact.c.held_on
    report = schema.monthly_report.c
    month_of_first = None if first is None else first.replace(day=1)
    is_recorded = report.status == ReportStatus.RECORDED
    months = _outside(report.month, report.month, month_of_first, last)
    found = (
        _number(connection, schema.mediation_case, post, _outside(opened, opened, first, last)),
        _number(connection, schema.contact, post, _outside(held, held, first, last)),
        _number(connection, schema.monthly_report, post, and_(is_recorded, months)),
    )
    if any(found):
        raise RecordsLeftOutside(*found)


def _outside(
    early: ColumnElement[dt.date | None],
    late: ColumnElement[dt.date | None],
    first: Day,
    last: Day,
) -> ColumnElement[bool]:
    before = false() if first is None else early < first
    after = false() if first is None or last is None else late > last
    return or_(before, after)


def _number(connection: Connection, table: Table, post: int, condition: ColumnElement[bool]) -> int:
    statement = select(func.count()).where(table.c.mediator_post_id == post, condition)
    return int(connection.execute(statement).scalar_one())
