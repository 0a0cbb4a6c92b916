"""What the rows of uploads keep beside their outcome, so that undoing knows what each one brought.

``contact_of``: the identity whose contact the row states. ``days``: the days that it states, and
whether it brought them. ``waits_for``: why it waits. ``taken_out``: an attendance that the upload
took away. ``states``: the codes that the row states of an attendance which was there already.
``is_derived``: its category follows from the institution. ``raised``: what the attendance of
another upload said before this row said that the person came. Nothing of a row's text.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from data_access import schema
from data_access.attendance.bulk import update_rows
from data_access.rules import UploadStatus

CONTACT_OF, DAYS, WAITS_FOR, TAKEN_OUT = "contact_of", "days", "waits_for", "taken_out"
STATES, IS_DERIVED, RAISED = "states", "is_derived", "raised"
COLUMNS, ROWS = "columns", "rows"
"""Of ``taken_out``: the attendance as it stood, and the rows that named it."""
UNMARKED: dict[str, Any] = {}

ROW, UPLOAD = schema.upload_row, schema.upload
STANDING = select(UPLOAD.c.id).where(UPLOAD.c.status == UploadStatus.RECORDED)
"""The uploads that were not undone."""


def strip(connection: Connection, mark: str, rows: Iterable[Mapping[str, Any]]) -> None:
    """Take one mark from rows, each with its ``id`` and ``problems``; others stay."""
    update_rows(
        connection,
        ROW,
        (
            {"id": row["id"], "problems": {k: v for k, v in row["problems"].items() if k != mark}}
            for row in rows
        ),
    )


def marked(connection: Connection, mark: str, rows: ColumnElement[bool]) -> list[dict[str, Any]]:
    """The rows that have the mark: ``id``, ``upload_id``, ``attendance_id`` and ``problems``."""
    columns = (ROW.c[name] for name in ("id", "upload_id", "attendance_id", "problems"))
    statement = (
        select(*columns)
        .where(rows, ROW.c.problems[mark].as_string().is_not(None))
        .order_by(ROW.c.id)
    )
    return [dict(row) for row in connection.execute(statement).mappings()]
