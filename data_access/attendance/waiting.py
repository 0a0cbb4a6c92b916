"""The queue: which rows wait, what deciding about them would do, and the decisions themselves."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd
from sqlalchemy import Connection, func, select, update

from data_access import audit, schema
from data_access.access import Reader, Right, may_at, require
from data_access.attendance.bulk import update_rows
from data_access.attendance.check import Preview, is_a_trial, preview_of
from data_access.attendance.examining import Examination
from data_access.attendance.filling import fill_in
from data_access.attendance.kept import Kept, sheet_of
from data_access.attendance.marks import UNMARKED, WAITS_FOR
from data_access.attendance.people import People
from data_access.attendance.queue import Queue, as_waiting, is_waiting, place_of
from data_access.attendance.reading import Decisions, Sheet
from data_access.attendance.reading.decisions import UNDECIDED
from data_access.attendance.record import Recorded, result_of, tell
from data_access.attendance.storing import store
from data_access.clock import today
from data_access.filters import Filters, of_activity, of_round
from data_access.frames import DAY, WHOLE, WORD, frame
from data_access.identity import Keyring
from data_access.rules import RowOutcome
from data_access.upkeep import Hand

WAITING = {
    "upload": WHOLE,
    "row": WHOLE,
    "activity": WORD,
    "title_lv": WORD,
    "title_en": WORD,
    "round": WORD,
    "codes": WORD,
    "delete_on": DAY,
    "count": WHOLE,
}
ROW = schema.upload_row
BETWEEN = ", "
DISMISSED: dict[str, Any] = {
    "outcome": RowOutcome.REJECTED.value,
    "cells_sealed": None,
    "problems": UNMARKED,
}


@dataclass(frozen=True)
class _Deciding:
    """A queue with what was decided, examined: rows to go on with, and rows to let go."""

    queue: Queue
    rows: dict[int, Kept]
    left_out: tuple[int, ...]
    found: Examination


def waiting(connection: Connection, reader: Reader, chosen: Filters) -> pd.DataFrame:
    """The rows that wait, of the round or the activity, the earliest to be deleted first.

    Columns: WAITING. ``codes`` are why a row waits, divided by commas; on ``delete_on`` its cells
    are deleted; ``count`` is how many rows of its upload wait. Rows of activities that the right
    to upload does not reach are not among them. On the application's own connection: dashboards do
    not read why rows wait.
    """
    require(reader, Right.UPLOAD_ATTENDANCE)
    upload, activity = schema.upload, schema.activity
    statement = (
        select(
            upload.c.id.label("upload"),
            ROW.c.row_number.label("row"),
            activity.c.code.label("activity"),
            activity.c.title_lv,
            activity.c.title_en,
            schema.round.c.code.label("round"),
            ROW.c.problems,
            upload.c.delete_contents_on.label("delete_on"),
            func.count().over(partition_by=upload.c.id).label("count"),
            activity.c.round_id,
            activity.c.municipality_id,
        )
        .join_from(ROW, upload)
        .join(activity, upload.c.activity_id == activity.c.id)
        .join(schema.round)
        .where(ROW.c.outcome == RowOutcome.WAITING, ROW.c.cells_sealed.is_not(None))
        .where(upload.c.delete_contents_on > today(), of_round(chosen), of_activity(chosen))
        .order_by(upload.c.delete_contents_on, upload.c.id, ROW.c.row_number)
    )
    rows = []
    for row in connection.execute(statement).mappings():
        where = {"round_": row["round_id"], "municipality": row["municipality_id"]}
        if may_at(reader, Right.UPLOAD_ATTENDANCE, **where):
            codes = dict.fromkeys(told["code"] for told in row["problems"][WAITS_FOR])
            rows.append({name: row.get(name) for name in WAITING} | {"codes": BETWEEN.join(codes)})
    return frame(rows, WAITING)


def check_waiting(
    connection: Connection, reader: Reader, upload: int, decisions: Decisions = UNDECIDED
) -> Preview:
    """What deciding so would do with the rows of the upload that wait; nothing is stored.

    No name is shown. Refuses as ``decide``.
    """
    require(reader, Right.UPLOAD_ATTENDANCE)
    keyring = People.keyring(connection)
    deciding = _deciding(connection, reader, upload, keyring, decisions)
    return preview_of(deciding.found, is_trial=is_a_trial(connection, reader))


def decide(connection: Connection, reader: Reader, upload: int, decisions: Decisions) -> Recorded:
    """Record those rows of the queue that need nothing more; the others go on waiting.

    They come under the same upload. What was decided stays with rows that need more; rows left out
    are let go. Refuses an unknown upload (UploadUnknown), one into an activity that the right does
    not reach (AccessRefused), a closed round (RoundClosed), one that was undone (UploadUndone) and
    a missing or another key for names (identity.IdentityKeyProblem).
    """
    require(reader, Right.UPLOAD_ATTENDANCE)
    Hand(connection, reader, Right.UPLOAD_ATTENDANCE)
    keyring = People.keyring(connection)
    deciding = _deciding(connection, reader, upload, keyring, decisions)
    found, ids = deciding.found, deciding.queue.ids
    fill_in(connection, found, upload)
    stored = (
        {"id": ids[row.number], **row.columns()}
        for row in store(connection, found, upload, keyring)
    )
    update_rows(connection, ROW, stored)
    update_rows(connection, ROW, _still_waiting(deciding, keyring))
    update_rows(connection, ROW, ({"id": ids[number], **DISMISSED} for number in deciding.left_out))
    result = result_of(found, upload)
    details = {"activity": deciding.queue.venue.code, "rows": len(found.arrivals)}
    tell(connection, reader, "attendance.decided", result, details)
    return result


def dismiss(connection: Connection, reader: Reader, upload: int, rows: Collection[int]) -> int:
    """Leave rows of the queue out for good, with what was kept of them; how many they were.

    Refuses as ``decide``; a row that does not wait any more is passed over.
    """
    require(reader, Right.UPLOAD_ATTENDANCE)
    Hand(connection, reader, Right.UPLOAD_ATTENDANCE)
    venue = place_of(connection, reader, upload)
    statement = select(ROW.c.id).where(is_waiting(upload), ROW.c.row_number.in_(rows))
    numbers = list(connection.scalars(statement))
    connection.execute(update(ROW).where(ROW.c.id.in_(numbers)).values(DISMISSED))
    details = {"activity": venue.code, "rows": len(numbers)}
    audit.append(
        connection,
        reader.who,
        "attendance.dismissed",
        subject=("upload", upload),
        details=details,
    )
    return len(numbers)


def _deciding(
    connection: Connection, reader: Reader, upload: int, keyring: Keyring, decisions: Decisions
) -> _Deciding:
    queue = Queue.open(connection, reader, upload, keyring)
    left_out = tuple(n for n in queue.rows if decisions.of_row(n).leave_out)
    rows = {
        number: kept.decided(decisions.of_row(number)).meant(decisions.words)
        for number, kept in queue.rows.items()
        if number not in left_out
    }
    whole = Decisions(rows={n: kept.decision for n, kept in rows.items()})
    sheet = sheet_of(list(rows.values()), Sheet((), ()))
    found = Examination.of(
        connection,
        reader,
        sheet,
        queue.venue,
        keyring,
        decisions=whole,
        recorded=queue.recorded,
    )
    return _Deciding(queue, rows, left_out, found)


def _still_waiting(deciding: _Deciding, keyring: Keyring) -> Iterator[dict[str, Any]]:
    """Rows that need more, with what was decided by now."""
    problems = deciding.found.by_row()
    for number in sorted(deciding.found.waiting):
        told = problems.get(number, [])
        columns = as_waiting(deciding.rows[number], told, keyring)
        yield {"id": deciding.queue.ids[number], **columns}
