"""Whose report it is and of which month: the head against the posts and what is recorded."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import Connection, select

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.clock import today
from data_access.monthly import cells, days
from data_access.monthly import columns as c
from data_access.monthly.asked_row import Row
from data_access.monthly.post import Post
from data_access.monthly.report import Code
from data_access.rules import ReportStatus

MOST_OF_PLANNED, MOST_HOURS = 3, 300
"""More hours than so many times the planned ones, or than these, are looked at twice."""


@dataclass(frozen=True)
class Head:
    """What the head says; ``is_clear`` where post and month leave no question."""

    post: Post | None
    month: dt.date | None
    hours: float | None
    is_clear: bool

    @classmethod
    def of(cls, connection: Connection, reader: Reader, row: Row) -> "Head":
        """What the row of the head says; what is unclear of it is asked there."""
        require(reader, Right.KEEP_RECORDS)
        post = _post(connection, reader, row)
        month = row.read(c.MONTH, days.month)
        if row.lacks(c.MONTH):
            row.ask(Code.MONTH_MISSING, c.MONTH)
        elif month is not None:
            _ask_of_month(connection, row, post, month)
        is_clear = bool(post and month) and row.asked.isdisjoint({c.POST, c.MONTH})
        return cls(post, month, _hours(row, post, month), is_clear)


def _post(connection: Connection, reader: Reader, row: Row) -> Post | None:
    if row.lacks(c.POST):
        row.ask(Code.POST_MISSING, c.POST)
        return None
    number = cells.post_number(row.text(c.POST))
    post = None if number is None else Post.find(connection, reader, number)
    if post is None and row.text(c.POST):
        row.ask(Code.POST_UNKNOWN, c.POST)
    return post


def _ask_of_month(connection: Connection, row: Row, post: Post | None, month: dt.date) -> None:
    """One question at most: of a month to come nothing else matters."""
    if month > today():
        row.ask(Code.MONTH_AHEAD, c.MONTH)
    elif post is not None and not post.was_held_in(month):
        row.ask(Code.MONTH_OUTSIDE, c.MONTH)
    elif post is not None and _is_recorded(connection, post, month):
        row.ask(Code.MONTH_RECORDED, c.MONTH)


def _is_recorded(connection: Connection, post: Post, month: dt.date) -> bool:
    report = schema.monthly_report.c
    same = (report.mediator_post_id == post.number) & (report.month == month)
    found = select(report.id).where(same, report.status == ReportStatus.RECORDED)
    return connection.execute(found).first() is not None


def _hours(row: Row, post: Post | None, month: dt.date | None) -> float | None:
    if row.lacks(c.HOURS):
        row.ask(Code.HOURS_MISSING, c.HOURS)
    found = row.hours()
    planned = post.planned_hours(month) if post and month else None
    most = MOST_HOURS if planned is None else min(MOST_HOURS, MOST_OF_PLANNED * planned)
    if found is not None and found > most:
        row.ask(Code.HOURS_UNLIKELY, c.HOURS)
    return found
