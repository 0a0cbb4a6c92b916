"""The history of monthly reports: recorded, undone and waiting ones, by whom and when."""

from typing import Any

import pandas as pd
from sqlalchemy import Connection, ScalarSelect, Table, func, select

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.filters import Filters
from data_access.frames import FLAG, MOMENT, WHOLE, WORD, frame
from data_access.monthly.listed import LISTED, Listing, by
from data_access.rules import ReportStatus

REPORT = schema.monthly_report
REPORTS = LISTED | {
    "recorded_at": MOMENT,
    "recorded_by": WORD,
    "undone_at": MOMENT,
    "undone_by": WORD,
    "contacts": WHOLE,
    "opened": WHOLE,
    "can_be_undone": FLAG,
}
TIMES = ("recorded_at", "recorded_by_id", "undone_at", "undone_by_id", "sha256")


def reports(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """Every report of the selection, the latest month first. Columns: REPORTS.

    ``status`` is a ReportStatus; ``contacts`` and cases ``opened`` are what a recorded report still
    has among the records, missing of others and of one that did not come as a file.
    ``can_be_undone`` says that it came as a file and is recorded. Reports at posts that the right
    to read records does not reach are not among them; those without a post as in ``waiting``.
    """
    require(reader, Right.READ_RECORDS)
    also = [REPORT.c[name] for name in TIMES]
    counted = (_of(schema.contact, "contacts"), _of(schema.mediation_case, "opened"))
    rows = Listing(connection, reader, Right.READ_RECORDS).of(filters, *also, *counted)
    return frame([_with_deeds(row) for row in rows], REPORTS)


def _of(table: Table, name: str) -> Any:
    number: ScalarSelect[int] = (
        select(func.count()).where(table.c.monthly_report_id == REPORT.c.id).scalar_subquery()
    )
    return number.label(name)


def _with_deeds(row: dict[str, Any]) -> dict[str, Any]:
    stands = row["status"] == ReportStatus.RECORDED and row["sha256"] is not None
    counted = {} if stands else {"contacts": None, "opened": None}
    done = {f"{deed}_by": by(row[f"{deed}_by_id"]) for deed in ("recorded", "undone")}
    return row | counted | done | {"can_be_undone": stands}
