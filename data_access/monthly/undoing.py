"""A recorded report taken back: what it brought goes, what it changed says again what it said."""

from dataclasses import dataclass

from sqlalchemy import Connection, Table, delete, select, update

from data_access import audit, schema
from data_access.access import Reader, Right, require
from data_access.monthly.at_post import AtPost, admit
from data_access.monthly.counted import counted_for_good
from data_access.monthly.counts import Counts
from data_access.monthly.needs import put_back
from data_access.monthly.refusals import NotFromFile, NotRecorded, ReportUnknown
from data_access.monthly.stood import UNCHANGED, Stood, Was, read
from data_access.monthly.touched import require_untouched
from data_access.rounds import RoundClosed
from data_access.rules import ReportStatus
from data_access.upkeep import Hand

REPORT, CONTENT = schema.monthly_report, schema.monthly_report_content
FAMILY, CASE, NEED = schema.family, schema.mediation_case, schema.case_need
CONTACT, TRAINING = schema.contact, schema.mediator_training
UNDONE = "monthly_report.undone"


@dataclass(frozen=True)
class Undone(Counts):
    """What went: families, opened cases, contacts and trainings; ``closed`` cases are open again,
    ``changed`` ones as they were."""


def undo(connection: Connection, reader: Reader, number: int) -> Undone:
    """Take a recorded report back, in one transaction; the same file can come again afterwards.

    Its families, cases, needs, contacts and trainings go; cases that it closed are open again, and
    whatever it changed says what it said. The report's own row stays, undone; so does the history
    of changes. Needs no key.

    Refuses an unknown report (ReportUnknown), one that the right does not reach (AccessRefused),
    one that is not recorded (NotRecorded) or did not come as a file (NotFromFile), a closed round
    (rounds.RoundClosed), and one of which anything was changed since, or on which something rests
    (TouchedSince): a later report's contact with a case that this one opened, a case of a family
    that it brought, a new case of a family whose case it closed.
    """
    require(reader, Right.KEEP_RECORDS)
    hand = Hand(connection, reader)
    stood = _stood(connection, reader, number)
    require_untouched(connection, number, stood)
    _require_uncounted(connection, stood)
    _take_out(connection, hand, number, stood)
    _put_back(connection, hand, stood)
    done = {"undone_at": hand.now, "undone_by_id": hand.account()}
    done |= {"status": ReportStatus.UNDONE.value, "revision": REPORT.c.revision + 1}
    connection.execute(update(REPORT).where(REPORT.c.id == number).values(**done))
    connection.execute(delete(CONTENT).where(CONTENT.c.monthly_report_id == number))
    subject = ("monthly_report", number)
    audit.append(connection, reader.who, UNDONE, subject=subject, details=stood.counts)
    return Undone(**stood.counts)


def _stood(connection: Connection, reader: Reader, number: int) -> Stood:
    """What the report brought; refuses as ``undo`` does."""
    statement = select(REPORT, CONTENT.c.stood).join_from(REPORT, CONTENT, isouter=True)
    row = connection.execute(statement.where(REPORT.c.id == number)).first()
    if row is None:
        raise ReportUnknown("There is no such report.")
    at = AtPost.find(connection, row.mediator_post_id)
    admit(reader, at, row.received_by_id)
    if row.status != ReportStatus.RECORDED:
        raise NotRecorded("The report is not recorded.")
    if row.stood is None:
        raise NotFromFile("The report did not come as a file.")
    if at is not None:
        at.require_open()
    return Stood.of(row.stood)


def _require_uncounted(connection: Connection, stood: Stood) -> None:
    """Nothing, unless a round was closed since that counts how many a family are (RoundClosed)."""
    if counted_for_good(connection) & {was.id for was in stood.families}:
        raise RoundClosed("A closed round counts the size of a family.")


def _take_out(connection: Connection, hand: Hand, number: int, stood: Stood) -> None:
    """What came goes; the history keeps the numbers of families, so that none is given again."""
    opened = select(CASE.c.id).where(CASE.c.monthly_report_id == number)
    connection.execute(delete(CONTACT).where(CONTACT.c.monthly_report_id == number))
    connection.execute(delete(NEED).where(NEED.c.mediation_case_id.in_(opened)))
    connection.execute(delete(CASE).where(CASE.c.monthly_report_id == number))
    connection.execute(delete(TRAINING).where(TRAINING.c.id.in_(stood.trainings)))
    for family in stood.new_families:
        hand.remove(FAMILY, family, UNCHANGED)


def _put_back(connection: Connection, hand: Hand, stood: Stood) -> None:
    changed = {was.id for was in stood.cases}
    for needs in stood.needs:
        if needs.case in changed:
            put_back(connection, hand, needs)
    for table, rows in ((CASE, stood.cases), (FAMILY, stood.families)):
        for was in rows:
            _as_it_was(connection, hand, table, was)


def _as_it_was(connection: Connection, hand: Hand, table: Table, was: Was) -> None:
    """A row as it stood, at the revision at which it stood so."""
    hand.change(table, was.id, was.left, **read(table, was.columns))
    row = update(table).where(table.c.id == was.id)
    connection.execute(row.values(revision=was.revision))
