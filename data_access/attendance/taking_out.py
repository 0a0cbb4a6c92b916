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
from data_access.attendance.days import inherit_days
from data_access.attendance.handing_on import heir_of, inherit, stated_in
from data_access.attendance.leaving import let_go, who_are
from data_access.attendance.marks import COLUMNS, ROW, ROWS, STANDING, STATES, TAKEN_OUT, marked
from data_access.attendance.raising import as_brought, raise_again
from data_access.rules import RowOutcome, UploadStatus

ATTENDANCE, DAY, UPLOAD = schema.attendance, schema.attendance_day, schema.upload
DAYS = "days"


class Why(StrEnum):
    """Why an attendance does not come back."""

    UPLOAD_UNDONE = "upload_undone"
    THERE_AGAIN = "there_again"
    TAKEN_OUT_AGAIN = "taken_out_again"


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


def take_out(connection: Connection, upload: int, attendances: Collection[int]) -> None:
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


def bring_back(connection: Connection, upload: int) -> Restored:
    """Everything that the upload took out stands as it stood, unless something took its place.

    What an upload brought that was undone since is another one's that lists it as well. The notes
    go. Somebody whose attendance does not come back, and whom nothing else names, goes as well.
    """
    result = Restored()
    back: set[int] = set()
    mine = marked(connection, TAKEN_OUT, ROW.c.upload_id == upload)
    later = _later(connection, upload) if mine else []
    for note in mine:
        kept = note["problems"][TAKEN_OUT]
        columns = kept[COLUMNS]
        heir = _heir(connection, kept)
        again = _again(connection, columns, back)
        out_again = next((one for one in later if _is_of_the_same(connection, one, columns)), None)
        if heir is not None and again is None and out_again is None:
            _restore(connection, kept, heir)
            back.add(columns["id"])
            continue
        why = Why.THERE_AGAIN if again is not None else Why.TAKEN_OUT_AGAIN
        why = why if heir is not None else Why.UPLOAD_UNDONE
        if again is not None:
            _point_elsewhere(connection, kept, again)
        elif out_again is not None:
            _add_to(connection, out_again, kept)
        result.failed.append(NotRestored(columns["id"], columns["person_id"], why))
    for part in in_parts([note["id"] for note in mine]):
        connection.execute(delete(ROW).where(ROW.c.id.in_(part)))
    raise_again(connection, {note["problems"][TAKEN_OUT][COLUMNS]["activity_id"] for note in mine})
    let_go(connection, {one.person for one in result.failed})
    result.attendances = len(back)
    return result


def brought_and_taken_out(connection: Connection, upload: int) -> set[int]:
    """The persons whom the upload brought and another one took out since."""
    notes = marked(connection, TAKEN_OUT, ROW.c.row_number < 0)
    kept = (note["problems"][TAKEN_OUT][COLUMNS] for note in notes)
    return {columns["person_id"] for columns in kept if columns["upload_id"] == upload}


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
        COLUMNS: as_brought(connection, row),
        DAYS: [[one.id, one.day.isoformat()] for one in connection.execute(days)],
        ROWS: list(connection.scalars(naming)),
    }


def _heir(connection: Connection, kept: Mapping[str, Any]) -> int | None:
    """Whose the attendance is: of the upload that brought it, if it stands, or of the next one."""
    owner = kept[COLUMNS]["upload_id"]
    status = select(UPLOAD.c.status).where(UPLOAD.c.id == owner)
    if connection.scalars(status).first() == UploadStatus.RECORDED:
        return int(owner)
    return heir_of(connection, kept[ROWS])


def _again(connection: Connection, columns: Mapping[str, Any], back: Collection[int]) -> int | None:
    """The attendance that the same person has there by now, those left out that came back."""
    person = schema.person
    who = func.coalesce(person.c.merged_into_id, person.c.id)
    same = select(who).where(person.c.id == columns["person_id"]).scalar_subquery()
    statement = (
        select(ATTENDANCE.c.id)
        .join_from(ATTENDANCE, person)
        .where(ATTENDANCE.c.activity_id == columns["activity_id"], who == same)
    )
    there = connection.scalars(statement.order_by(ATTENDANCE.c.id))
    return next((number for number in there.all() if number not in back), None)


def _restore(connection: Connection, kept: Mapping[str, Any], heir: int) -> None:
    columns = kept[COLUMNS]
    connection.execute(insert(ATTENDANCE).values({**columns, "upload_id": heir}))
    is_owner = heir == columns["upload_id"]
    stated = None if is_owner else inherit_days(connection, kept[ROWS])
    days = [
        {"id": number, "attendance_id": columns["id"], "day": dt.date.fromisoformat(day)}
        for number, day in kept[DAYS]
        if stated is None or day in stated
    ]
    insert_rows(connection, DAY, days)
    _point(connection, kept, columns["id"])
    if not is_owner:
        inherit(connection, heir, _outcome(connection, kept), [columns["id"]])


def _outcome(connection: Connection, kept: Mapping[str, Any]) -> str:
    """What became of the row that had brought the attendance."""
    brought = select(ROW.c.outcome).where(
        ROW.c.id.in_(kept[ROWS]),
        ROW.c.upload_id == kept[COLUMNS]["upload_id"],
        ROW.c.outcome != RowOutcome.SKIPPED,
    )
    return connection.scalars(brought).first() or RowOutcome.MERGED.value


def _later(connection: Connection, upload: int) -> list[dict[str, Any]]:
    """The notes of later uploads that stand."""
    is_later = ROW.c.upload_id.in_(STANDING) & (ROW.c.upload_id > upload)
    return marked(connection, TAKEN_OUT, is_later & (ROW.c.row_number < 0))


def _is_of_the_same(
    connection: Connection, note: Mapping[str, Any], columns: Mapping[str, Any]
) -> bool:
    """Whether a note tells of the same person at the same activity."""
    other = note["problems"][TAKEN_OUT][COLUMNS]
    if other["activity_id"] != columns["activity_id"]:
        return False
    return len(who_are(connection, {other["person_id"], columns["person_id"]})) == 1


def _add_to(connection: Connection, note: dict[str, Any], kept: Mapping[str, Any]) -> None:
    """Rows that named one attendance name the other one, when that comes back."""
    _say_what_it_said(connection, kept)
    other = note["problems"][TAKEN_OUT]
    rows = sorted({*other[ROWS], *kept[ROWS]})
    note["problems"] = {**note["problems"], TAKEN_OUT: {**other, ROWS: rows}}
    update_rows(connection, ROW, [{"id": note["id"], "problems": note["problems"]}])


def _point_elsewhere(connection: Connection, kept: Mapping[str, Any], attendance: int) -> None:
    """Rows that named the attendance name the one that took its place."""
    _say_what_it_said(connection, kept)
    _point(connection, kept, attendance)


def _say_what_it_said(connection: Connection, kept: Mapping[str, Any]) -> None:
    """Rows that had brought it keep what it said: what took its place may be taken back as well."""
    columns = kept[COLUMNS]
    brought = ROW.c.id.in_(kept[ROWS]) & (ROW.c.upload_id == columns["upload_id"])
    rows = connection.execute(select(ROW.c.id, ROW.c.problems).where(brought)).all()
    told = ({**(row.problems or {}), STATES: stated_in(columns)} for row in rows)
    update_rows(
        connection,
        ROW,
        [{"id": row.id, "problems": marks} for row, marks in zip(rows, told, strict=True)],
    )


def _point(connection: Connection, kept: Mapping[str, Any], attendance: int) -> None:
    of_standing = select(ROW.c.id).where(ROW.c.id.in_(kept[ROWS]), ROW.c.upload_id.in_(STANDING))
    numbers = list(connection.scalars(of_standing))
    update_rows(connection, ROW, [{"id": n, "attendance_id": attendance} for n in numbers])
