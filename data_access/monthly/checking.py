"""What recording a monthly report would do, before anybody confirms it."""

import datetime as dt
from dataclasses import replace

from sqlalchemy import Connection, select

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.monthly.asking import Asking
from data_access.monthly.bodies import Bodies
from data_access.monthly.case_rows import CaseRows
from data_access.monthly.contact_rows import ContactRows
from data_access.monthly.families import Families
from data_access.monthly.of_month import Head
from data_access.monthly.post import Post
from data_access.monthly.report import Code, Decisions, Draft, Part, Problem, Sheets
from data_access.monthly.training_rows import training_lines
from data_access.rules import ReportStatus

UNDECIDED = Decisions()
OF_STATUS = {
    ReportStatus.WAITING: Code.FILE_WAITING,
    ReportStatus.RECORDED: Code.FILE_RECORDED,
}


def check(
    connection: Connection,
    reader: Reader,
    sha256: str,
    sheets: Sheets,
    decisions: Decisions = UNDECIDED,
) -> Draft:
    """The report against the records, by these decisions; nothing is stored.

    Every cell becomes what it says, or a question; a row with an open question is not among the
    lines. As long as the post or the month is unclear, nothing is said of the rows. Of a post
    beyond the reach of the right, and of families that are known beyond it alone, no more is said
    than of those that are not there. Needs the right to keep records (AccessRefused).
    """
    require(reader, Right.KEEP_RECORDS)
    asking = Asking(sheets, decisions)
    asking.problems += _of_file(connection, sha256)
    told = Draft(sha256, sheets, problems=tuple(asking.problems), decisions=decisions)
    if told.is_refused:
        return told
    head = Head.of(connection, reader, asking.head())
    draft = Draft(
        sha256,
        sheets,
        None if head.post is None else head.post.number,
        head.month,
        head.hours,
        problems=tuple(asking.problems),
        decisions=decisions,
    )
    if not head.is_clear or head.post is None or head.month is None:
        return draft
    return _with_rows(connection, reader, asking, draft, post=head.post, month=head.month)


def _with_rows(
    connection: Connection,
    reader: Reader,
    asking: Asking,
    draft: Draft,
    *,
    post: Post,
    month: dt.date,
) -> Draft:
    families = Families.of(connection, reader, post.number)
    bodies = Bodies.of(connection, reader, made_up=post.is_made_up)
    cases = CaseRows(families, month, post)
    lines = tuple(cases.lines(asking.rows(Part.FAMILIES)))
    contacts = ContactRows(cases, bodies)
    return replace(
        draft,
        cases=lines,
        contacts=tuple(contacts.lines(asking.rows(Part.CONTACTS))),
        trainings=tuple(training_lines(asking.rows(Part.TRAININGS), month)),
        problems=tuple(asking.problems),
    )


def _of_file(connection: Connection, sha256: str) -> list[Problem]:
    """Whether the same bytes wait already, or are recorded."""
    report = schema.monthly_report.c
    found = select(report.status).where(report.sha256 == sha256, report.undone_at.is_(None))
    statuses = [ReportStatus(status) for status in connection.scalars(found)]
    return [Problem(OF_STATUS[status]) for status in statuses if status in OF_STATUS]
