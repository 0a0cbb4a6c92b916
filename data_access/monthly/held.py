"""A report that waits, as the database holds it: found by whoever may keep it, and opened."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, RowMapping, select

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.identity import Keyring
from data_access.monthly.at_post import AtPost, admit
from data_access.monthly.checking import check
from data_access.monthly.due import has_expired
from data_access.monthly.refusals import NotWaiting, ReportUnknown
from data_access.monthly.report import Code, Decisions, Draft
from data_access.monthly.sealing import Kept, keyring_of, unsealed
from data_access.rules import ReportStatus

REPORT, CONTENT = schema.monthly_report, schema.monthly_report_content
OF_ITS_FILE = frozenset({Code.FILE_WAITING, Code.FILE_RECORDED})
"""What is told of a file that comes in; a report that waits would be told it of itself."""


@dataclass(frozen=True)
class Held:
    """A report that waits: its number and revision, its bytes' SHA-256, and what is kept of it."""

    number: int
    revision: int
    sha256: str
    received_by: int | None
    kept: Kept
    keyring: Keyring

    @classmethod
    def open(cls, connection: Connection, reader: Reader, number: int) -> "Held":
        """The report that waits.

        Refuses as ``waiting_row`` does, and a missing or another key for names
        (identity.IdentityKeyProblem).
        """
        row = waiting_row(connection, reader, number)
        keyring = keyring_of(connection)
        kept = unsealed(keyring, row["sheets_sealed"])
        return cls(number, row["revision"], row["sha256"], row["received_by_id"], kept, keyring)

    def draft(
        self, connection: Connection, reader: Reader, decisions: Decisions | None = None
    ) -> Draft:
        """What recording it would do today, by the decisions stored, or by others."""
        require(reader, Right.KEEP_RECORDS)
        chosen = self.kept.decisions if decisions is None else decisions
        draft = check(connection, reader, self.sha256, self.kept.sheets, chosen)
        told = tuple(one for one in draft.problems if one.code not in OF_ITS_FILE)
        return replace(draft, problems=told)


def waiting_row(connection: Connection, reader: Reader, number: int) -> RowMapping:
    """The row of a report that waits, with its ``sheets_sealed``.

    Refuses an unknown one (ReportUnknown), one that the right does not reach (AccessRefused) and
    one that waits no more (NotWaiting).
    """
    require(reader, Right.KEEP_RECORDS)
    statement = (
        select(REPORT, CONTENT.c.sheets_sealed)
        .join_from(REPORT, CONTENT, isouter=True)
        .where(REPORT.c.id == number)
    )
    row = connection.execute(statement).mappings().first()
    if row is None:
        raise ReportUnknown("There is no such report.")
    admit(reader, AtPost.find(connection, row["mediator_post_id"]), row["received_by_id"])
    is_waiting = row["status"] == ReportStatus.WAITING and row["sheets_sealed"] is not None
    if not is_waiting or has_expired(row["received_at"]):
        raise NotWaiting("The report does not wait.")
    return row


def details_of(draft: Draft) -> dict[str, Any]:
    """Which post's month a report is of, for the audit log."""
    return told_of(draft.post, draft.month)


def told_of(post: int | None, month: dt.date | None) -> dict[str, Any]:
    """The same, of what is known."""
    return {"post": post, "month": None if month is None else f"{month:%Y-%m}"}
