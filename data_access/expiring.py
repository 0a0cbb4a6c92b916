"""What waits sealed for a decision does not wait for ever: on its day it is deleted, all of it."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import Connection

from data_access import attendance, monthly
from data_access.access import Reader, Right, require


@dataclass(frozen=True)
class Deleted:
    """How many rows of attendance lists and how many monthly reports were deleted."""

    rows: int
    reports: int


def are_due(connection: Connection, reader: Reader, on: dt.date) -> bool:
    """Whether there is something that ``delete_due`` would delete."""
    require(reader, Right.KEEP_RECORDS)
    return any(of.are_due(connection, reader, on) for of in (attendance, monthly))


def delete_due(connection: Connection, reader: Reader, on: dt.date) -> Deleted:
    """Delete what waits and whose day has come: rows of attendance lists, and monthly reports."""
    require(reader, Right.KEEP_RECORDS)
    rows = attendance.delete_due(connection, reader, on)
    return Deleted(rows, monthly.delete_due(connection, reader, on))
