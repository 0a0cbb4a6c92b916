"""Reports that wait opened, decided about a bit more, and let go."""

from dataclasses import dataclass

from sqlalchemy import Connection, update

from data_access import audit, schema
from data_access.access import Reader, Right, require
from data_access.monthly.at_post import AtPost, admit
from data_access.monthly.held import Held, details_of, told_of, waiting_row
from data_access.monthly.removing import remove
from data_access.monthly.report import Decisions, Draft
from data_access.monthly.sealing import Kept, sealed
from data_access.monthly.staging import columns_of
from data_access.upkeep import ChangedMeanwhile, Hand

REPORT, CONTENT = schema.monthly_report, schema.monthly_report_content
DECIDED, DISCARDED = "monthly_report.decided", "monthly_report.discarded"


@dataclass(frozen=True)
class Opened:
    """What recording a report that waits would do, and the ``revision`` that ``decide`` wants."""

    draft: Draft
    revision: int


def opened(connection: Connection, reader: Reader, number: int) -> Opened:
    """What recording a report that waits would do today, by what was decided of it.

    On the application's own connection. Refuses an unknown report (ReportUnknown), one that the
    right does not reach (AccessRefused), one that waits no more (NotWaiting), and a missing or
    another key for names (identity.IdentityKeyProblem).
    """
    require(reader, Right.KEEP_RECORDS)
    held = Held.open(connection, reader, number)
    return Opened(held.draft(connection, reader), held.revision)


def decide(
    connection: Connection, reader: Reader, number: int, decisions: Decisions, revision: int
) -> int:
    """Store what was decided of a report that waits, in the place of what was; its new revision.

    ``revision`` is the report's as it was ``opened``. All that was decided is sealed. Refuses as
    ``opened`` does, a report decided about since (upkeep.ChangedMeanwhile), and one given to a post
    that the right does not reach (AccessRefused).
    """
    Hand(connection, reader)
    held = Held.open(connection, reader, number)
    if held.revision != revision:
        raise ChangedMeanwhile("Somebody else decided about the report in the meantime.")
    draft = held.draft(connection, reader, decisions)
    admit(reader, AtPost.find(connection, draft.post), held.received_by)
    told = columns_of(draft) | {"revision": revision + 1}
    connection.execute(update(REPORT).where(REPORT.c.id == number).values(**told))
    text = sealed(held.keyring, Kept(held.kept.sheets, decisions))
    of_report = CONTENT.c.monthly_report_id == number
    connection.execute(update(CONTENT).where(of_report).values(sheets_sealed=text))
    details = details_of(draft) | {"questions": len(draft.questions)}
    subject = ("monthly_report", number)
    audit.append(connection, reader.who, DECIDED, subject=subject, details=details)
    return revision + 1


def discard(connection: Connection, reader: Reader, number: int) -> None:
    """Let a report that waits go, with all that is kept of it; the same file may come again.

    Needs no key. Refuses an unknown report (ReportUnknown), one that the right does not reach
    (AccessRefused), and one that waits no more (NotWaiting).
    """
    Hand(connection, reader)
    row = waiting_row(connection, reader, number)
    remove(connection, [number])
    audit.append(
        connection,
        reader.who,
        DISCARDED,
        subject=("monthly_report", number),
        details=told_of(row["mediator_post_id"], row["month"]),
    )
