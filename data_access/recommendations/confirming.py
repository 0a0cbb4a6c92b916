"""What the Council finds of a progress report; nobody confirms what their own institution says."""

import datetime as dt
from typing import Any

from sqlalchemy import Connection, select

from data_access import audit, schema
from data_access.access import AccessRefused, Reader, Right, require_at
from data_access.recommendations import standings
from data_access.rules import Verdict
from data_access.upkeep import Hand


class ReportUnknown(LookupError):
    """There is no such progress report; nothing was stored."""


class MeetingUnknown(LookupError):
    """There is no such meeting of the Council; nothing was stored."""


class MeetingBefore(ValueError):
    """The Council met before the report was made; nothing was stored."""


class OwnClaim(AccessRefused):
    """The reader belongs to the institution that claims it, or reported it; nothing was stored."""


def confirm(
    connection: Connection,
    reader: Reader,
    report: int,
    verdict: Verdict,
    *,
    meeting: int,
    note: str | None = None,
) -> int:
    """What the Council found of the report at one of its meetings; the finding's number.

    The report stays as it is, and so does what was found before; the latest decides the status,
    by ``rules.follow_up``. Refuses whoever has no right to confirm, or not there (AccessRefused),
    a report that is none (ReportUnknown), one that the reader's own account entered, or that
    speaks for an institution which any role of theirs names or ever named, whatever the role is
    (OwnClaim), a meeting that is none (MeetingUnknown), and one before the report (MeetingBefore).
    """
    hand = Hand(connection, reader, Right.CONFIRM)
    said = _report(connection, report)
    where = {"round_": said.round_id, "municipality": said.municipality_id}
    require_at(reader, Right.CONFIRM, **where)
    if said.institution_id in _own(connection, reader) or said.entered_by_id == hand.account():
        raise OwnClaim("Nobody confirms what they, or their own institution, said.")
    number = hand.add(
        schema.confirmation,
        recommendation_id=said.recommendation_id,
        progress_report_id=report,
        council_meeting_id=_meeting(connection, meeting, said.reported_on),
        verdict=Verdict(verdict).value,
        note=(note or "").strip() or None,
        entered_at=hand.now,
        entered_by_id=hand.account(),
    )
    standings.renew(connection, {said.recommendation_id})
    audit.append(
        connection,
        reader.who,
        "recommendation.confirmed",
        subject=("confirmation", number),
        details={"recommendation": said.recommendation_id, "report": report, "meeting": meeting},
    )
    return number


def _report(connection: Connection, number: int) -> Any:
    """Who said it, and of what entry of which round and municipality."""
    report, entry = schema.progress_report, schema.recommendation
    statement = (
        select(
            report.c.recommendation_id,
            report.c.institution_id,
            report.c.entered_by_id,
            report.c.reported_on,
            entry.c.round_id,
            entry.c.municipality_id,
        )
        .join_from(report, entry)
        .where(report.c.id == number)
    )
    found = connection.execute(statement).first()
    if found is None:
        raise ReportUnknown("There is no such report.")
    return found


def _own(connection: Connection, reader: Reader) -> set[int | None]:
    """The institutions that roles of the reader name, be they over or yet to begin."""
    grant = schema.role_grant
    named = select(grant.c.institution_id).where(grant.c.account_id == reader.account)
    return ({one.institution for one in reader.grants} | set(connection.scalars(named))) - {None}


def _meeting(connection: Connection, number: int, reported_on: dt.date) -> int:
    meeting = schema.council_meeting
    held = select(meeting.c.held_on).where(meeting.c.id == number)
    row = connection.execute(held).first()
    if row is None:
        raise MeetingUnknown("There is no such meeting.")
    if row.held_on < reported_on:
        raise MeetingBefore("The meeting was held before the report was made.")
    return number
