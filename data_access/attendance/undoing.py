"""An upload taken back: what it brought goes, what was decided about it stays on record."""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, func, select, update

from data_access import audit, schema
from data_access.access import Reader, Right, require, require_at
from data_access.attendance.contacts import forget
from data_access.attendance.days import take_days_back
from data_access.attendance.handing_on import hand_on
from data_access.attendance.leaving import WHO, let_go, who_are
from data_access.attendance.marks import UNMARKED
from data_access.attendance.problems import UploadUndone, UploadUnknown
from data_access.attendance.raising import lower_again, raise_again
from data_access.attendance.taking_out import (
    NotRestored,
    Restored,
    bring_back,
    brought_and_taken_out,
)
from data_access.reasons import usable_reason
from data_access.rounds import RoundClosed
from data_access.rules import AttendanceStatus, Origin, RowOutcome, UploadStatus
from data_access.upkeep import Hand

ATTENDANCE, ROW = schema.attendance, schema.upload_row


@dataclass(frozen=True)
class Undone:
    """What went, what stays and what did not come back.

    ``attendances`` that counted went or count no more, ``persons``, and ``corrected`` rows among
    them. ``kept`` are attendances that somebody changed by hand since: from now on they count as
    entered by hand. ``passed_on`` attendances stay with other uploads that list them,
    ``persons_kept`` with other records that name them. ``gone`` ones somebody had taken away
    before. ``waiting`` rows were deleted. ``restored`` attendances, which this upload had taken
    out, are back; ``failed`` ones are not.
    """

    attendances: int
    persons: int
    corrected: int = 0
    kept: tuple[int, ...] = ()
    passed_on: int = 0
    persons_kept: int = 0
    gone: int = 0
    waiting: int = 0
    restored: int = 0
    failed: tuple[NotRestored, ...] = field(default=())

    def details(self) -> dict[str, Any]:
        """How much of what, for the audit log."""
        always = {"attendances": self.attendances, "persons": self.persons}
        further = {
            "corrected": self.corrected,
            "kept": len(self.kept),
            "passed_on": self.passed_on,
            "waiting": self.waiting,
            "restored": self.restored,
            "failed": len(self.failed),
        }
        return always | {name: number for name, number in further.items() if number}


def undo(
    connection: Connection, reader: Reader, upload: int, reason: str, *, force: bool = False
) -> Undone:
    """Take out the upload's attendances, and the persons that nothing else names any more.

    An attendance that another upload lists as well, one which stands, belongs to that upload from
    now on, and says what that one says. Whoever was only registered before this list said that
    they came is that again. One that somebody changed by hand since stays and counts
    as entered by hand, unless ``force``. A contact or a day that this upload alone stated goes,
    even where the person stays; rows that wait go, and attendances that the upload took out come
    back. The upload's own row stays, with the reason; so does the history of corrections.
    Afterwards the same file can be recorded again.

    Refuses an unknown upload (UploadUnknown), one into an activity that the right does not reach
    (AccessRefused), one undone before (UploadUndone), a closed round (RoundClosed), an empty reason
    (reasons.ReasonMissing) and one that tells who somebody is (reasons.ReasonTells).
    """
    require(reader, Right.UPLOAD_ATTENDANCE)
    stated = usable_reason(reason)
    hand = Hand(connection, reader, Right.UPLOAD_ATTENDANCE)
    _refuse(connection, reader, upload)
    connection.execute(
        update(schema.upload)
        .where(schema.upload.c.id == upload)
        .values(status=UploadStatus.UNDONE.value, undone_at=hand.now, undone_reason=stated)
    )
    result = _take_out(connection, upload, force=force)
    audit.append(
        connection,
        reader.who,
        "attendance.undone",
        subject=("upload", upload),
        reason=stated,
        details=result.details(),
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


def _take_out(connection: Connection, upload: int, *, force: bool) -> Undone:
    mine = ATTENDANCE.c.upload_id == upload
    named = set(connection.scalars(select(ATTENDANCE.c.person_id).where(mine)))
    gone = _gone(connection, upload)
    taken_out = brought_and_taken_out(connection, upload)
    activities = _activities(connection, upload)
    before = _counted(connection, activities)
    lower_again(connection, upload)
    passed_on = hand_on(connection, upload)
    raise_again(connection, activities)
    take_days_back(connection, upload)
    kept = () if force else _keep_changed(connection, mine)
    forget(connection, ROW.c.upload_id == upload)
    waiting = _clear(connection, upload)
    corrected = _remove(connection, mine)
    attendances = before - _counted(connection, activities)
    restored = bring_back(connection, upload)
    known = who_are(connection, named)
    persons = let_go(connection, named)
    return _undone(
        restored,
        attendances=attendances,
        persons=persons + let_go(connection, taken_out - named),
        corrected=corrected,
        kept=kept,
        passed_on=passed_on,
        persons_kept=len(known) - persons,
        gone=gone,
        waiting=waiting,
    )


def _undone(restored: Restored, **told: Any) -> Undone:
    return Undone(**told, restored=restored.attendances, failed=tuple(restored.failed))


def _gone(connection: Connection, upload: int) -> int:
    """Rows of people whose attendance was taken away since."""
    brought = ROW.c.outcome.in_([RowOutcome.ACCEPTED.value, RowOutcome.MERGED.value])
    rows = select(func.count()).where(ROW.c.upload_id == upload, ROW.c.attendance_id.is_(None))
    return int(connection.execute(rows.where(brought)).scalar_one())


def _keep_changed(connection: Connection, mine: ColumnElement[bool]) -> tuple[int, ...]:
    """What somebody changed by hand counts as entered by hand; the numbers."""
    changed = mine & (ATTENDANCE.c.revision > 1)
    numbers = tuple(connection.scalars(select(ATTENDANCE.c.id).where(changed).order_by("id")))
    entered = {"upload_id": None, "origin": Origin.ENTERED.value}
    connection.execute(update(ATTENDANCE).where(changed).values(entered))
    return numbers


def _clear(connection: Connection, upload: int) -> int:
    """The upload's rows name nobody any more; how many of them had waited."""
    mine = ROW.c.upload_id == upload
    waiting = select(func.count()).where(mine, ROW.c.outcome == RowOutcome.WAITING)
    number = int(connection.execute(waiting).scalar_one())
    rejected = {"outcome": RowOutcome.REJECTED.value, "cells_sealed": None}
    is_waiting = mine & (ROW.c.outcome == RowOutcome.WAITING)
    connection.execute(update(ROW).where(is_waiting).values(rejected))
    of_the_file = mine & (ROW.c.row_number > 0)
    connection.execute(update(ROW).where(of_the_file).values(problems=UNMARKED))
    of_mine = select(ATTENDANCE.c.id).where(ATTENDANCE.c.upload_id == upload)
    naming = mine | ROW.c.attendance_id.in_(of_mine)
    connection.execute(update(ROW).where(naming).values(attendance_id=None))
    return number


def _activities(connection: Connection, upload: int) -> list[int]:
    """The activities to which what the upload brought or raised belongs."""
    named = select(ROW.c.attendance_id).where(ROW.c.upload_id == upload)
    mine = (ATTENDANCE.c.upload_id == upload) | ATTENDANCE.c.id.in_(named)
    return list(connection.scalars(select(ATTENDANCE.c.activity_id).where(mine).distinct()))


def _remove(connection: Connection, mine: ColumnElement[bool]) -> int:
    """Attendances go with their days; how many of them were corrected."""
    changed = select(func.count()).where(mine, ATTENDANCE.c.revision > 1)
    corrected = int(connection.execute(changed).scalar_one())
    day = schema.attendance_day
    ids = select(ATTENDANCE.c.id).where(mine)
    connection.execute(delete(day).where(day.c.attendance_id.in_(ids)))
    connection.execute(delete(ATTENDANCE).where(mine))
    return corrected


def _counted(connection: Connection, activities: Collection[int]) -> int:
    """How many attendances count at the activities; two of one person at one count once."""
    attended = (
        select(ATTENDANCE.c.activity_id, WHO)
        .join_from(ATTENDANCE, schema.person)
        .where(ATTENDANCE.c.activity_id.in_(activities))
        .where(ATTENDANCE.c.status == AttendanceStatus.ATTENDED)
        .distinct()
    )
    return int(
        connection.execute(select(func.count()).select_from(attended.subquery())).scalar_one()
    )
