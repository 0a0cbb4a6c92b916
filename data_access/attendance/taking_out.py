"""Attendances that a new version of a list takes out, and how they come back when it is undone.

The persons stay, with their names sealed as they were, for as long as the upload that took their
attendances out can be undone.
"""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from data_access import schema
from data_access.attendance.asking import in_parts
from data_access.attendance.bulk import insert_rows, update_rows
from data_access.attendance.marks import ROW, TAKEN_OUT, marked
from data_access.attendance.people import People
from data_access.rules import RowOutcome, UploadStatus

ATTENDANCE, DAY, UPLOAD = schema.attendance, schema.attendance_day, schema.upload
COLUMNS, DAYS, ROWS = "columns", "days", "rows"


class Why(StrEnum):
    """Why an attendance does not come back."""

    UPLOAD_UNDONE = "upload_undone"
    THERE_AGAIN = "there_again"


@dataclass(frozen=True, slots=True)
class NotRestored:
    """An attendance that was taken out and stays so, whose it was, and why."""

    attendance: int
    person: int
    why: Why


@dataclass
class Restored:
    """What came back, and what did not."""

    attendances: int = 0
    failed: list[NotRestored] = field(default_factory=list)


def take_out(connection: Connection, upload: int, attendances: Collection[int]) -> int:
    """Remove the attendances, and keep with the upload what it needs to bring them back."""
    rows = _rows(connection, attendances)
    notes = [
        {
            "upload_id": upload,
            "row_number": -row["id"],
            "outcome": RowOutcome.REJECTED.value,
            "problems": {TAKEN_OUT: _kept(connection, row)},
        }
        for row in rows
    ]
    for part in in_parts([row["id"] for row in rows]):
        naming = update(ROW).where(ROW.c.attendance_id.in_(part))
        connection.execute(naming.values(attendance_id=None))
        connection.execute(delete(DAY).where(DAY.c.attendance_id.in_(part)))
        connection.execute(delete(ATTENDANCE).where(ATTENDANCE.c.id.in_(part)))
    insert_rows(connection, ROW, notes)
    return len(rows)


def bring_back(connection: Connection, upload: int) -> Restored:
    """Everything that the upload took out stands as it stood, unless something took its place.

    The notes of it go. Somebody whose attendance does not come back, and whom nothing else names,
    goes as well.
    """
    result = Restored()
    mine = marked(connection, TAKEN_OUT, ROW.c.upload_id == upload)
    for note in mine:
        kept = note["problems"][TAKEN_OUT]
        columns = kept[COLUMNS]
        why = _obstacle(connection, columns)
        if why is None:
            _restore(connection, kept)
            result.attendances += 1
        else:
            _point_elsewhere(connection, kept)
            failed = NotRestored(columns["id"], columns["person_id"], why)
            result.failed.append(failed)
    for part in in_parts([note["id"] for note in mine]):
        connection.execute(delete(ROW).where(ROW.c.id.in_(part)))
    People.dismiss(connection, {one.person for one in result.failed})
    return result


def _rows(connection: Connection, attendances: Collection[int]) -> list[Mapping[Any, Any]]:
    found: list[Mapping[Any, Any]] = []
    for part in in_parts(attendances):
        statement = select(ATTENDANCE).where(ATTENDANCE.c.id.in_(part)).order_by(ATTENDANCE.c.id)
        found += connection.execute(statement).mappings()
    return found


def _kept(connection: Connection, row: Mapping[Any, Any]) -> dict[str, Any]:
    days = select(DAY.c.id, DAY.c.day).where(DAY.c.attendance_id == row["id"]).order_by(DAY.c.id)
    naming = select(ROW.c.id).where(ROW.c.attendance_id == row["id"]).order_by(ROW.c.id)
    return {
        COLUMNS: dict(row),
        DAYS: [[one.id, one.day.isoformat()] for one in connection.execute(days)],
        ROWS: list(connection.scalars(naming)),
    }


def _obstacle(connection: Connection, columns: Mapping[str, Any]) -> Why | None:
    status = select(UPLOAD.c.status).where(UPLOAD.c.id == columns["upload_id"])
    if connection.scalars(status).first() != UploadStatus.RECORDED:
        return Why.UPLOAD_UNDONE
    return Why.THERE_AGAIN if _again(connection, columns) is not None else None


def _again(connection: Connection, columns: Mapping[str, Any]) -> int | None:
    """The attendance that the same person has there by now."""
    person = schema.person
    who = func.coalesce(person.c.merged_into_id, person.c.id)
    same = select(who).where(person.c.id == columns["person_id"]).scalar_subquery()
    statement = (
        select(ATTENDANCE.c.id)
        .join_from(ATTENDANCE, person)
        .where(ATTENDANCE.c.activity_id == columns["activity_id"], who == same)
    )
    return connection.scalars(statement.order_by(ATTENDANCE.c.id)).first()


def _restore(connection: Connection, kept: Mapping[str, Any]) -> None:
    columns = kept[COLUMNS]
    connection.execute(insert(ATTENDANCE).values(columns))
    days = [
        {"id": number, "attendance_id": columns["id"], "day": dt.date.fromisoformat(day)}
        for number, day in kept[DAYS]
    ]
    insert_rows(connection, DAY, days)
    _point(connection, kept, columns["id"])


def _point_elsewhere(connection: Connection, kept: Mapping[str, Any]) -> None:
    """Rows that named the attendance name the one that took its place, if any did."""
    attendance = _again(connection, kept[COLUMNS])
    if attendance is not None:
        _point(connection, kept, attendance)


def _point(connection: Connection, kept: Mapping[str, Any], attendance: int) -> None:
    standing = select(UPLOAD.c.id).where(UPLOAD.c.status == UploadStatus.RECORDED)
    of_standing = select(ROW.c.id).where(ROW.c.id.in_(kept[ROWS]), ROW.c.upload_id.in_(standing))
    numbers = list(connection.scalars(of_standing))
    update_rows(connection, ROW, [{"id": n, "attendance_id": attendance} for n in numbers])
