"""Mediators' reports: which months of each post are reported, and which are missing."""

import datetime as dt
from enum import StrEnum
from typing import Any

import pandas as pd
from sqlalchemy import Connection, case, func, select

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.caseloads.gaps import gaps_by_post, is_empty
from data_access.caseloads.posts import posts
from data_access.caseloads.selection import made_up
from data_access.caseloads.service import Span, held, is_over, months_of
from data_access.filters import Filters
from data_access.frames import DAY, FLAG, PART, WHOLE, WORD, frame
from data_access.rules import ReportStatus

MISSING = {
    "post": WHOLE,
    "month": DAY,
    "status": WORD,
    "hours_worked": PART,
    "is_made_up": FLAG,
}

Row = dict[Any, Any]
Reports = dict[int, dict[dt.date, Row]]


class MonthStatus(StrEnum):
    """What became of a month's report; in a gap nobody held the post, a running month goes on."""

    RECORDED = "recorded"
    WAITING = "waiting"
    MISSING = "missing"
    GAP = "gap"
    RUNNING = "running"


def missing(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """One row a post and month (its first day), in the order of the posts. Columns: MISSING.

    There is a row for every month in which the post was held within the selection, and for every
    other one of these days of which a report is recorded or waits. ``hours_worked`` are those of a
    recorded report that states them. A month is ``missing`` once it is over and its report neither
    recorded nor waiting; where the post stood empty on each of its days in the month, that is a
    ``gap``. Of a post whose days are not stated nobody can tell which months are missing. A report
    that waits and does not say yet of which post and month it is belongs to no row.
    """
    require(reader, Right.READ_CASELOADS)
    reports, gaps = _reports(connection, filters), gaps_by_post(connection)
    days = _days(connection)
    rows: list[dict[str, object]] = []
    for post in posts(connection, reader, filters).to_dict("records"):
        number = int(post["post"])
        found, empty = reports.get(number, {}), gaps.get(number, [])
        for month in sorted({*_held(post), *found}):
            row = found.get(month) or _unreported(month, days.get(number), empty)
            sample = post["is_made_up"] or row.get("sample")
            rows.append({"post": number, "month": month, **row, "is_made_up": bool(sample)})
    return frame(rows, MISSING)


def _unreported(month: dt.date, span: Span | None, gaps: list[Span]) -> Row:
    """Why no report of the month is there; what days were chosen changes nothing in that."""
    if is_empty(gaps, month, span):
        return {"status": MonthStatus.GAP.value}
    return {"status": (MonthStatus.MISSING if is_over(month) else MonthStatus.RUNNING).value}


def _reports(connection: Connection, filters: Filters) -> Reports:
    """Recorded and waiting reports of the months that the chosen days touch."""
    report = schema.monthly_report
    is_recorded = report.c.status == ReportStatus.RECORDED
    earliest, latest = (filters.start or dt.date.min).replace(day=1), filters.end or dt.date.max
    statement = (
        select(
            report.c.mediator_post_id,
            report.c.month,
            func.max(case((is_recorded, report.c.hours_worked))).label("hours_worked"),
            func.max(case((is_recorded, 1), else_=0)).label("is_recorded"),
            func.max(made_up(report).element).label("sample"),
        )
        .where(report.c.status != ReportStatus.UNDONE, report.c.month.between(earliest, latest))
        .where(report.c.mediator_post_id.is_not(None))
        .group_by(report.c.mediator_post_id, report.c.month)
    )
    found: Reports = {}
    for row in connection.execute(statement).mappings():
        status = MonthStatus.RECORDED if row["is_recorded"] else MonthStatus.WAITING
        told = {name: row[name] for name in ("hours_worked", "sample")}
        found.setdefault(row["mediator_post_id"], {})[row["month"]] = {
            "status": status.value,
            **told,
        }
    return found


def _days(connection: Connection) -> dict[int, Span]:
    """The days of each post, whatever period is chosen."""
    post = schema.mediator_post
    statement = select(post.c.id, post.c.starts_on, post.c.ends_on)
    spans = {
        number: held(first, last, Filters())
        for number, first, last in connection.execute(statement)
    }
    return {number: span for number, span in spans.items() if span is not None}


def _held(post: Row) -> list[dt.date]:
    if pd.isna(post["held_from"]):
        return []
    return months_of((post["held_from"].date(), post["held_to"].date()))
