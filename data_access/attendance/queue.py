"""Rows that wait for a decision, sealed: put into the queue, and opened to go on with them.

What is opened here is checked and sealed again, and goes to nobody; names are handed out by
``identities`` alone, under a disclosure.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.attendance.examining import Examination
from data_access.attendance.kept import Kept, told_of
from data_access.attendance.marks import WAITS_FOR
from data_access.attendance.problems import Problem, UploadUndone, UploadUnknown
from data_access.attendance.reading import Decisions
from data_access.attendance.venue import Venue
from data_access.clock import today
from data_access.identity import Keyring
from data_access.rules import RowOutcome

ROW = schema.upload_row


@dataclass(frozen=True)
class Queue:
    """The rows of an upload that wait: by their numbers in the file, and in the table.

    ``recorded`` are the rows of it that are on record, each with its person.
    """

    venue: Venue
    rows: dict[int, Kept]
    ids: dict[int, int]
    recorded: dict[int, int]

    @classmethod
    def open(cls, connection: Connection, reader: Reader, upload: int, keyring: Keyring) -> "Queue":
        """The queue of an upload, those rows whose day has not come.

        Refuses an unknown upload (UploadUnknown), one into an activity that the right does not
        reach (AccessRefused), a closed round (RoundClosed) and one that was undone (UploadUndone).
        """
        venue = place_of(connection, reader, upload)
        statement = select(ROW.c.id, ROW.c.row_number, ROW.c.cells_sealed, ROW.c.problems)
        rows: dict[int, Kept] = {}
        ids: dict[int, int] = {}
        for row in connection.execute(statement.where(is_waiting(upload)).order_by("row_number")):
            text = keyring.unseal(bytes(row.cells_sealed))
            rows[row.row_number] = Kept.opened(row.row_number, text, row.problems[WAITS_FOR])
            ids[row.row_number] = row.id
        return cls(venue, rows, ids, _recorded(connection, upload))


def place_of(connection: Connection, reader: Reader, upload: int) -> Venue:
    """The activity of an upload that stands, if it may be written to; refuses as Queue.open."""
    require(reader, Right.UPLOAD_ATTENDANCE)
    table, activity = schema.upload, schema.activity
    statement = select(table.c.undone_at, activity.c.code).join_from(table, activity)
    found = connection.execute(statement.where(table.c.id == upload)).first()
    if found is None:
        raise UploadUnknown("There is no such upload.")
    venue = Venue.find(connection, found.code)
    venue.admit(reader, Right.UPLOAD_ATTENDANCE)
    if found.undone_at is not None:
        raise UploadUndone("The upload was undone before.")
    return venue


def is_waiting(upload: int, on: dt.date | None = None) -> Any:
    """Which rows of the upload wait and can still be opened."""
    table = schema.upload
    due = select(table.c.id).where(table.c.delete_contents_on <= (on or today()))
    return (
        (ROW.c.upload_id == upload)
        & (ROW.c.outcome == RowOutcome.WAITING)
        & ROW.c.cells_sealed.is_not(None)
        & ROW.c.upload_id.not_in(due)
    )


def waiting_rows(
    found: Examination, keyring: Keyring, decisions: Decisions
) -> Iterator[dict[str, Any]]:
    """The rows of an examined list that wait, sealed, as the table has them."""
    if not found.waiting:
        return
    problems = found.by_row()
    read: dict[int | None, list[Problem]] = {}
    for problem in found.sheet.problems:
        read.setdefault(problem.row, []).append(problem)
    for row in found.sheet.rows:
        if row.number in found.waiting:
            told = read.get(row.number, ())
            kept = Kept.of(found.sheet, row, decisions, told)
            yield as_waiting(kept, problems.get(row.number, []), keyring)


def as_waiting(kept: Kept, problems: list[Problem], keyring: Keyring) -> dict[str, Any]:
    """A row that waits, as the table has it."""
    asking = [problem for problem in problems if problem.code.blocks]
    return {
        "row_number": kept.row.number,
        "outcome": RowOutcome.WAITING.value,
        "cells_sealed": kept.sealed(keyring),
        "problems": {WAITS_FOR: told_of(asking, kept.told)},
        "attendance_id": None,
    }


def _recorded(connection: Connection, upload: int) -> dict[int, int]:
    attendance, person = schema.attendance, schema.person
    who = func.coalesce(person.c.merged_into_id, person.c.id).label("who")
    statement = (
        select(ROW.c.row_number, who)
        .join_from(ROW, attendance, ROW.c.attendance_id == attendance.c.id)
        .join(person, attendance.c.person_id == person.c.id)
        .where(ROW.c.upload_id == upload)
    )
    return {row.row_number: row.who for row in connection.execute(statement)}
