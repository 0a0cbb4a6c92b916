"""An upload taken back: what it brought goes, what was decided about it stays on record."""

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, select, update

from data_access import audit, schema
from data_access.access import Reader, Right, require, require_at
from data_access.attendance.contacts import forget
from data_access.attendance.people import People
from data_access.attendance.problems import (
    UploadUndone,
    UploadUnknown,
)
from data_access.reasons import usable_reason
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

    An attendance that another upload lists as well, one which stands, stays as it is and belongs
    to that upload from now on; it is not among those that went. A contact that this upload alone
    stated goes, even where the person stays. The upload's own row stays, with the reason; so does
    the history of corrections. Afterwards the same file can be recorded again.

    Refuses an unknown upload (UploadUnknown), one into an activity that the right does not reach
    (AccessRefused), one undone before (UploadUndone), a closed round (RoundClosed), an empty reason
    (reasons.ReasonMissing) and one that tells who somebody is (reasons.ReasonTells).
    """
    require(reader, Right.UPLOAD_ATTENDANCE)
    stated = usable_reason(reason)
    hand = Hand(connection, reader, Right.UPLOAD_ATTENDANCE)
    _refuse(connection, reader, upload)
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


def _refuse(connection: Connection, reader: Reader, upload: int) -> None:
    table, activity, round_ = schema.upload, schema.activity, schema.round
    statement = (
        select(
            table.c.undone_at, round_.c.closed_at, activity.c.round_id, activity.c.municipality_id
        )
        .join_from(table, activity, isouter=True)
        .join(round_, activity.c.round_id == round_.c.id, isouter=True)
        .where(table.c.id == upload)
    )
    row = connection.execute(statement).first()
    if row is None:
        raise UploadUnknown("There is no such upload.")
    where = {"round_": row.round_id, "municipality": row.municipality_id}
    require_at(reader, Right.UPLOAD_ATTENDANCE, **where)
    if row.undone_at is not None:
        raise UploadUndone("The upload was undone before.")
    if row.closed_at is not None:
        raise RoundClosed("The upload's round is closed.")


def _pass_on(connection: Connection, upload: int) -> None:
    """What the earliest other upload that stands lists as well is that one's from now on."""
    attendance, row, standing = schema.attendance, schema.upload_row, schema.upload
    own = row.alias("own")
    listed = (
        select(row.c.attendance_id, func.min(row.c.upload_id).label("heir"), own.c.outcome)
        .join_from(row, standing, row.c.upload_id == standing.c.id)
        .join(attendance, row.c.attendance_id == attendance.c.id)
        .join(own, (own.c.attendance_id == attendance.c.id) & (own.c.upload_id == upload))
        .where(
            attendance.c.upload_id == upload,
            row.c.upload_id != upload,
            standing.c.status == UploadStatus.RECORDED,
        )
        .group_by(row.c.attendance_id, own.c.outcome)
    )
    passed: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
    for one in connection.execute(listed):
        passed[one.heir, one.outcome].append(one.attendance_id)
    for (heir, outcome), ids in passed.items():
        connection.execute(
            update(attendance).where(attendance.c.id.in_(ids)).values(upload_id=heir)
        )
        its_rows = (row.c.upload_id == heir) & row.c.attendance_id.in_(ids)
        connection.execute(update(row).where(its_rows).values(outcome=outcome))


def _take_out(connection: Connection, upload: int) -> Undone:
    _pass_on(connection, upload)
    forget(connection, schema.upload_row.c.upload_id == upload)
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
    connection.execute(
        update(row)
        .where((row.c.upload_id == upload) | row.c.attendance_id.in_(ids))
        .values(attendance_id=None)
    )
    connection.execute(delete(day).where(day.c.attendance_id.in_(ids)))
    connection.execute(delete(attendance).where(mine))
    return Undone(numbers.attendances, People.dismiss(connection, persons), numbers.corrected)
