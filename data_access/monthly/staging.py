"""A file in: stored at once as a report that waits, its cells sealed, so that nothing loses it."""

import datetime as dt
import hashlib
from typing import Any

from sqlalchemy import Connection, func, insert, select

from data_access import audit, schema
from data_access.access import AccessRefused, Reader, Right, require
from data_access.clock import today
from data_access.monthly.at_post import AtPost, admit
from data_access.monthly.checking import check
from data_access.monthly.due import delete_due
from data_access.monthly.held import details_of
from data_access.monthly.reading import read_sheets
from data_access.monthly.refusals import FileKnown, FileRefused, TooManyWaiting
from data_access.monthly.report import Decisions, Draft
from data_access.monthly.sealing import Kept, keyring_of, sealed
from data_access.rules import Origin, ReportStatus
from data_access.upkeep import Hand

REPORT, CONTENT = schema.monthly_report, schema.monthly_report_content
MOST_WAITING, MOST_HOURS = 200, 744
RECEIVED = "monthly_report.received"


def stage(connection: Connection, reader: Reader, content: bytes, name: str = "") -> int:
    """Take a file in as a report that waits; the report's number.

    Its post, month and hours are stored as far as they were read, its cells sealed; neither the
    file nor its name is kept. The same bytes again give the number of the report that waits.

    Refuses a file that no answer helps (FileRefused with its problems), one recorded before
    (FileKnown), one of a post that the right does not reach (AccessRefused; without a post
    anybody's who keeps records), more than MOST_WAITING that wait (TooManyWaiting), and a missing
    or another key for names (identity.IdentityKeyProblem).
    """
    require(reader, Right.KEEP_RECORDS)
    sheets = read_sheets(content, name)
    sha256 = hashlib.sha256(content).hexdigest()
    hand = Hand(connection, reader, origin=Origin.UPLOAD)
    delete_due(connection, reader, today())
    known = _known(connection, reader, sha256)
    if known is not None:
        return known
    draft = check(connection, reader, sha256, sheets, Decisions())
    if draft.is_refused:
        raise FileRefused(draft.problems)
    _admit(connection, reader, draft)
    keyring = keyring_of(connection)
    number = _add(connection, hand, draft)
    kept = sealed(keyring, Kept(sheets, Decisions()))
    connection.execute(insert(CONTENT).values(monthly_report_id=number, sheets_sealed=kept))
    subject = ("monthly_report", number)
    audit.append(connection, reader.who, RECEIVED, subject=subject, details=details_of(draft))
    return number


def _known(connection: Connection, reader: Reader, sha256: str) -> int | None:
    """The report that waits with the same bytes; None of new ones. Refuses as ``stage`` does."""
    known = (REPORT.c.sha256 == sha256) & REPORT.c.undone_at.is_(None)
    row = connection.execute(select(REPORT).where(known)).first()
    if row is None:
        return None
    if row.status == ReportStatus.RECORDED:
        raise FileKnown(row.received_at, is_recorded=True)
    try:
        admit(reader, AtPost.find(connection, row.mediator_post_id), row.received_by_id)
    except AccessRefused:
        raise FileKnown(row.received_at, is_recorded=False) from None
    return int(row.id)


def _admit(connection: Connection, reader: Reader, draft: Draft) -> None:
    """Nothing, where one more report may wait, and there."""
    at = AtPost.find(connection, draft.post)
    if at is not None:
        at.admit(reader)
    waiting = select(func.count()).where(REPORT.c.status == ReportStatus.WAITING)
    if int(connection.execute(waiting).scalar_one()) >= MOST_WAITING:
        raise TooManyWaiting(MOST_WAITING)


def _add(connection: Connection, hand: Hand, draft: Draft) -> int:
    row: dict[str, Any] = {
        **columns_of(draft),
        "sha256": draft.sha256,
        "status": ReportStatus.WAITING.value,
        "received_at": hand.now,
        "received_by_id": hand.account(),
        "origin": hand.origin,
    }
    added = insert(REPORT).values(**row).returning(REPORT.c.id)
    return int(connection.execute(added).scalar_one())


def columns_of(draft: Draft) -> dict[str, int | float | dt.date | None]:
    """Which post's month it is and how many hours, as far as the report says it.

    More hours than a month has are a question, and no hours of the report yet.
    """
    hours = draft.hours if draft.hours is None or 0 <= draft.hours <= MOST_HOURS else None
    return {"mediator_post_id": draft.post, "month": draft.month, "hours_worked": hours}
