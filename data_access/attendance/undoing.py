"""An upload taken back: what it brought goes, what was decided about it stays on record."""

from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, select, update

from data_access import audit, schema
from data_access.access import Reader, Right, require
from data_access.attendance.people import People
from data_access.attendance.problems import (
    ReasonMissing,
    UploadUndone,
    UploadUnknown,
)
from data_access.rounds import RoundClosed
from data_access.rules import AttendanceStatus, UploadStatus
from data_access.upkeep import Hand


@dataclass(frozen=True)
class Undone:
    """What went: attendances that counted, persons, and rows that had been corrected by hand."""

    attendances: int
    persons: int
    corrected: int


def undo(connection: Connection, reader: Reader, upload: int, reason: str) -> Undone:
    """Take out the upload's attendances, and the persons that nothing else names any more.

    The upload's own row stays, with the reason; so does the history of corrections. Afterwards
    the same file can be recorded again. Refuses an unknown upload (UploadUnknown), one undone
    before (UploadUndone), a closed round (RoundClosed), and an empty reason (ReasonMissing).
    """
    require(reader, Right.UPLOAD_ATTENDANCE)
    stated = " ".join(reason.split())
    if not stated:
        raise ReasonMissing("Say why the upload is undone.")
    hand = Hand(connection, reader, Right.UPLOAD_ATTENDANCE)
    _refuse(connection, upload)
    result = _take_out(connection, upload)
    connection.execute(
        update(schema.upload)
        .where(schema.upload.c.id == upload)
        .values(status=UploadStatus.UNDONE.value, undone_at=hand.now, undone_reason=stated)
    )
    audit.append(
        connection,
        reader.who,
        "attendance.undone",
        subject=("upload", upload),
        reason=stated,
        details={
            "attendances": result.attendances,
            "persons": result.persons,
            "corrected": result.corrected,
        },
    )
    return result


def _refuse(connection: Connection, upload: int) -> None:
    table, activity, round_ = schema.upload, schema.activity, schema.round
    statement = (
        select(table.c.undone_at, round_.c.closed_at)
        .join_from(table, activity, isouter=True)
        .join(round_, activity.c.round_id == round_.c.id, isouter=True)
        .where(table.c.id == upload)
    )
    row = connection.execute(statement).first()
    if row is None:
        raise UploadUnknown("There is no such upload.")
    if row.undone_at is not None:
        raise UploadUndone("The upload was undone before.")
    if row.closed_at is not None:
        raise RoundClosed("The upload's round is closed.")


def _take_out(connection: Connection, upload: int) -> Undone:
    attendance, row, day = schema.attendance, schema.upload_row, schema.attendance_day
    mine = attendance.c.upload_id == upload
    ids = select(attendance.c.id).where(mine)
    counted = attendance.c.status == AttendanceStatus.ATTENDED
    numbers = connection.execute(
        select(
            func.count().filter(counted).label("attendances"),
            func.count().filter(attendance.c.revision > 1).label("corrected"),
        ).where(mine)
    ).one()
    persons = set(connection.scalars(select(attendance.c.person_id).where(mine)))
    connection.execute(update(row).where(row.c.attendance_id.in_(ids)).values(attendance_id=None))
    connection.execute(delete(day).where(day.c.attendance_id.in_(ids)))
    connection.execute(delete(attendance).where(mine))
    return Undone(numbers.attendances, People.dismiss(connection, persons), numbers.corrected)
