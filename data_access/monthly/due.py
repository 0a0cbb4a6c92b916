"""How long a report may wait: as long as names may; then it goes, with all that is kept of it."""

import datetime as dt

from sqlalchemy import ColumnElement, Connection, literal, select

from data_access import audit, freshness, schema
from data_access.access import Reader, Right, require
from data_access.attendance.due import keep_days
from data_access.clock import RIGA, today
from data_access.monthly.removing import remove
from data_access.rules import ReportStatus

REPORT = schema.monthly_report
DELETED = "monthly_report.deleted_due"


def delete_on(received_at: dt.datetime) -> dt.date:
    """On this day a report that waits since then is deleted (PLATFORM_KEEP_NAMES_DAYS)."""
    return received_at.astimezone(RIGA).date() + dt.timedelta(days=keep_days())


def has_expired(received_at: dt.datetime) -> bool:
    """Whether a report that waits since then can be opened no more."""
    return delete_on(received_at) <= today()


def are_due(connection: Connection, reader: Reader, on: dt.date) -> bool:
    """Whether there is something that ``delete_due`` would delete."""
    require(reader, Right.KEEP_RECORDS)
    found = select(literal(1)).select_from(REPORT).where(_is_due(on)).limit(1)
    return connection.execute(found).first() is not None


def delete_due(connection: Connection, reader: Reader, on: dt.date) -> int:
    """Delete the reports that wait and whose day has come; how many they were.

    Takes the turn of writers only where there is something to delete.
    """
    require(reader, Right.KEEP_RECORDS)
    if not are_due(connection, reader, on):
        return 0
    freshness.advance(connection)
    numbers = connection.scalars(select(REPORT.c.id).where(_is_due(on))).all()
    remove(connection, numbers)
    audit.append(connection, reader.who, DELETED, details={"reports": len(numbers)})
    return len(numbers)


def _is_due(on: dt.date) -> ColumnElement[bool]:
    """Reports that came in before the day on which today's would be the last to stay."""
    last = dt.datetime.combine(on - dt.timedelta(days=keep_days() - 1), dt.time(), RIGA)
    return (REPORT.c.status == ReportStatus.WAITING) & (REPORT.c.received_at < last)
