"""A report that waits becomes rows, all of it in one transaction; nothing of it stays sealed."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import Connection, select, update

from data_access import audit, schema
from data_access.access import Reader, Right, require
from data_access.monthly.at_post import AtPost
from data_access.monthly.counts import Counts
from data_access.monthly.held import Held, details_of
from data_access.monthly.refusals import MonthRecorded, QuestionsOpen
from data_access.monthly.report import Draft
from data_access.monthly.staging import columns_of
from data_access.monthly.writing import write
from data_access.rules import Origin, ReportStatus
from data_access.upkeep import ChangedMeanwhile, Hand

REPORT, CONTENT = schema.monthly_report, schema.monthly_report_content
RECORDED = "monthly_report.recorded"


@dataclass(frozen=True)
class Recorded(Counts):
    """What a report brought (Counts), and under which number."""

    number: int = 0


def record(
    connection: Connection, reader: Reader, number: int, seen: Draft | None = None
) -> Recorded:
    """Record a report that waits, checked once more, as it was decided; what that brought.

    ``seen`` is what was looked at before: recording refuses to do anything else. Rows that come
    have origin ``upload``; a family never met before gets its number here. How rows stood that the
    report changes is kept until it is undone, and nothing of its cells.

    Refuses as ``opened`` does; a closed round (rounds.RoundClosed), which an approved one is; a
    month that is recorded (MonthRecorded); open questions (QuestionsOpen); and what would come out
    otherwise than was ``seen``, as somebody decided or recorded since (upkeep.ChangedMeanwhile).
    Of two who record the same report, or the same month, whoever comes second is refused.
    """
    require(reader, Right.KEEP_RECORDS)
    hand = Hand(connection, reader, origin=Origin.UPLOAD)
    draft = Held.open(connection, reader, number).draft(connection, reader)
    at = _refuse(connection, reader, draft, seen)
    counts, stood = write(connection, hand, at, number, draft)
    _settle(connection, hand, number, draft)
    kept = {"sheets_sealed": None, "stood": stood.plain()}
    of_report = CONTENT.c.monthly_report_id == number
    connection.execute(update(CONTENT).where(of_report).values(**kept))
    details = details_of(draft) | vars(counts)
    subject = ("monthly_report", number)
    audit.append(connection, reader.who, RECORDED, subject=subject, details=details)
    return Recorded(**vars(counts), number=number)


def _refuse(connection: Connection, reader: Reader, draft: Draft, seen: Draft | None) -> AtPost:
    """The post of a report that can be recorded; refuses as ``record`` does."""
    at = AtPost.find(connection, draft.post)
    if at is not None:
        at.admit(reader)
        at.require_open()
        _refuse_recorded(connection, at, draft.month)
    if draft.questions or at is None or draft.month is None:
        raise QuestionsOpen(len(draft.questions))
    if seen is not None and _says(seen) != _says(draft):
        raise ChangedMeanwhile("The report would be recorded otherwise than it was looked at.")
    return at


def _refuse_recorded(connection: Connection, at: AtPost, month: dt.date | None) -> None:
    same = (REPORT.c.mediator_post_id == at.post) & (REPORT.c.month == month)
    found = select(REPORT.c.id, REPORT.c.recorded_at).where(
        same, REPORT.c.status == ReportStatus.RECORDED
    )
    row = connection.execute(found).first()
    if row is not None:
        raise MonthRecorded(row.id, row.recorded_at)


def _says(draft: Draft) -> tuple[object, ...]:
    """What recording a draft writes."""
    of_month = (draft.post, draft.month, draft.hours)
    return (*of_month, draft.cases, draft.contacts, draft.trainings)


def _settle(connection: Connection, hand: Hand, number: int, draft: Draft) -> None:
    values = columns_of(draft) | {
        "status": ReportStatus.RECORDED.value,
        "recorded_at": hand.now,
        "recorded_by_id": hand.account(),
        "revision": REPORT.c.revision + 1,
    }
    connection.execute(update(REPORT).where(REPORT.c.id == number).values(**values))
