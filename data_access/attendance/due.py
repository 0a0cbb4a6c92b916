"""How long sealed cells of waiting rows are kept, and their end: then nobody can open them."""

import datetime as dt
import os
from collections.abc import Mapping

from sqlalchemy import ColumnElement, Connection, literal, select, update

from data_access import audit, freshness, schema
from data_access.access import Reader, Right, require
from data_access.attendance.marks import ROW, UNMARKED
from data_access.clock import today
from data_access.rules import RowOutcome

KEEP_DAYS = "PLATFORM_KEEP_NAMES_DAYS"
DEFAULT_DAYS, MOST_DAYS = 30, 366
DELETED = "attendance.deleted_due"


class KeepDaysUnusable(Exception):
    """The setting is no number of days; the message is one sentence that says what to do."""


def keep_days(environment: Mapping[str, str] = os.environ) -> int:
    """For how many days the names of rows that wait are kept: PLATFORM_KEEP_NAMES_DAYS, or 30.

    Refuses what is no whole number from 1 to 366 (KeepDaysUnusable).
    """
    text = environment.get(KEEP_DAYS, "").strip()
    if not text:
        return DEFAULT_DAYS
    if not (text.isascii() and text.isdigit()) or not 1 <= int(text) <= MOST_DAYS:
        raise KeepDaysUnusable(
            f"{KEEP_DAYS} is no number of days: write a whole number from 1 to {MOST_DAYS}, "
            f"or leave it out to keep names of rows that wait for {DEFAULT_DAYS} days."
        )
    return int(text)


def last_day() -> dt.date:
    """On this day the cells of rows that begin to wait today are deleted."""
    return today() + dt.timedelta(days=keep_days())


def are_due(connection: Connection, reader: Reader, on: dt.date) -> bool:
    """Whether there is something that ``delete_due`` would delete."""
    require(reader, Right.UPLOAD_ATTENDANCE)
    found = select(literal(1)).select_from(ROW).where(_is_due(on)).limit(1)
    return connection.execute(found).first() is not None


def delete_due(connection: Connection, reader: Reader, on: dt.date) -> int:
    """Delete the cells of rows whose day has come; how many rows they were.

    The time to decide about them has passed: they are rejected. Takes the turn of writers only
    where there is something to delete.
    """
    require(reader, Right.UPLOAD_ATTENDANCE)
    if not are_due(connection, reader, on):
        return 0
    freshness.advance(connection)
    rejected = {"cells_sealed": None, "problems": UNMARKED, "outcome": RowOutcome.REJECTED.value}
    number = connection.execute(update(ROW).where(_is_due(on)).values(rejected)).rowcount
    audit.append(connection, reader.who, DELETED, details={"rows": number})
    return number


def _is_due(on: dt.date) -> ColumnElement[bool]:
    upload = schema.upload
    due = select(upload.c.id).where(upload.c.delete_contents_on <= on)
    return ROW.c.cells_sealed.is_not(None) & ROW.c.upload_id.in_(due)
