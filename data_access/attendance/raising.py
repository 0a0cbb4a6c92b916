"""People whom an earlier list had registered, and a later one says attended.

The attendance stays the earlier list's, with its words; that the person came is the later one's
word. The row that said so is a merged one and keeps what stood before, so that undoing its upload
says that again.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select

from data_access import schema
from data_access.attendance.arrivals import Arrival
from data_access.attendance.bulk import update_rows
from data_access.attendance.marks import RAISED, ROW, STANDING, STATES, marked, strip
from data_access.rules import AttendanceStatus, RowOutcome

ATTENDANCE = schema.attendance
ATTENDED = AttendanceStatus.ATTENDED.value


def raise_status(connection: Connection, arrivals: Iterable[Arrival], upload: int) -> None:
    """Those whom another upload had brought without saying that they came count from now on."""
    theirs = (one.there for one in arrivals if one.is_raised_by(upload))
    rows = ({"id": there.attendance, "status": ATTENDED} for there in theirs if there)
    update_rows(connection, ATTENDANCE, rows)


def lower_again(connection: Connection, upload: int) -> None:
    """Attendances say again what they said before this upload raised them.

    Unless another upload that stands says as well that the person came: then it is its word from
    now on. What somebody corrected by hand since stays, and so does what is this upload's own.
    """
    for row in marked(connection, RAISED, ROW.c.upload_id == upload):
        before = row["problems"][RAISED]
        strip(connection, RAISED, [row])
        other = _who_says_so_too(connection, row["attendance_id"], upload)
        if other is not None:
            told = {**other["problems"], RAISED: before}
            merged = {"outcome": RowOutcome.MERGED.value, "problems": told}
            update_rows(connection, ROW, [{"id": other["id"], **merged}])
        elif row["attendance_id"] is not None:
            _say(connection, row["attendance_id"], before, unless=upload)


def raise_again(connection: Connection, activities: Collection[int]) -> None:
    """Attendances that changed hands go on counting where an upload that stands says they came."""
    lower = (ATTENDANCE.c.status != ATTENDED) & (ATTENDANCE.c.revision == 1)
    here = select(ATTENDANCE.c.id).where(ATTENDANCE.c.activity_id.in_(activities), lower)
    rows = marked(connection, RAISED, ROW.c.attendance_id.in_(here) & ROW.c.upload_id.in_(STANDING))
    update_rows(
        connection, ATTENDANCE, ({"id": row["attendance_id"], "status": ATTENDED} for row in rows)
    )


def as_brought(connection: Connection, row: Mapping[Any, Any]) -> dict[str, Any]:
    """An attendance as its own list has it, whatever another one says of its status."""
    raised = marked(connection, RAISED, ROW.c.attendance_id == row["id"])
    if row["revision"] > 1 or not raised:
        return dict(row)
    return {**row, "status": raised[0]["problems"][RAISED]}


def credited() -> ColumnElement[int]:
    """By whose word an attendance counts: of the upload that raised it, else of its own."""
    raiser = ROW.alias("raiser")
    named = select(func.min(raiser.c.upload_id)).where(
        raiser.c.attendance_id == ATTENDANCE.c.id,
        raiser.c.upload_id != ATTENDANCE.c.upload_id,
        raiser.c.outcome == RowOutcome.MERGED,
    )
    return func.coalesce(named.correlate(ATTENDANCE).scalar_subquery(), ATTENDANCE.c.upload_id)


def _who_says_so_too(
    connection: Connection, attendance: int | None, upload: int
) -> Mapping[str, Any] | None:
    others = (ROW.c.attendance_id == attendance) & (ROW.c.upload_id != upload)
    rows = marked(connection, STATES, others & ROW.c.upload_id.in_(STANDING))
    return next((row for row in rows if row["problems"][STATES].get("status") == ATTENDED), None)


def _say(connection: Connection, attendance: int, status: str, *, unless: int) -> None:
    its_own = (ATTENDANCE.c.id == attendance) & (ATTENDANCE.c.revision == 1)
    is_others = ATTENDANCE.c.upload_id.is_not(None) & (ATTENDANCE.c.upload_id != unless)
    numbers = connection.scalars(select(ATTENDANCE.c.id).where(its_own, is_others)).all()
    update_rows(connection, ATTENDANCE, ({"id": n, "status": status} for n in numbers))
