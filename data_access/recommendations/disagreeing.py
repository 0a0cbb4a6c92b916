"""What another member says against a finding: kept beside it, and it decides nothing."""

from typing import Any

from sqlalchemy import Connection, select

from data_access import audit, schema, standings
from data_access.access import AccessRefused, Reader, Right, require_at
from data_access.recommendations.steps import answered, lies, require_of_others, worded
from data_access.rules import Verdict
from data_access.upkeep import Hand


class FindingUnknown(LookupError):
    """There is no such finding of the Council; nothing was stored."""


class OwnFinding(AccessRefused):
    """The reader's own account entered the finding; nothing was stored."""


class SameVerdict(ValueError):
    """The verdict is the one that the Council found; nothing was stored."""


class DisagreementInWords(ValueError):
    """A disagreement says in words why; nothing was stored."""


class DisagreedAlready(ValueError):
    """The reader's disagreement with the finding is kept already; nothing was stored."""


def disagree(
    connection: Connection, reader: Reader, finding: int, verdict: Verdict, *, note: str
) -> int:
    """What a member of the Council would have found instead, and why; its number.

    Refuses whoever has no right to confirm, or not there (AccessRefused), a finding that is none
    (FindingUnknown), one that the reader entered (OwnFinding), one of a report that is their own
    or their institution's, as ``decide`` does (OwnClaim), a disagreement without words
    (DisagreementInWords), with the same verdict (SameVerdict), and a second one of the same
    account (DisagreedAlready).
    """
    hand = Hand(connection, reader, Right.CONFIRM)
    found = _finding(connection, finding)
    require_at(reader, Right.CONFIRM, **lies(found))
    account = hand.account()
    if found.entered_by_id == account:
        raise OwnFinding("Nobody disagrees with what they entered; they take it back.")
    looked_at = answered(standings.history_of(connection, found.recommendation_id), finding)
    require_of_others(connection, account, reader.grants, looked_at)
    why = worded(note)
    if why is None:
        raise DisagreementInWords("A disagreement says why.")
    if Verdict(verdict) == found.verdict:
        raise SameVerdict("This is what the Council found.")
    _require_first(connection, finding, account)
    number = hand.add(
        schema.confirmation,
        recommendation_id=found.recommendation_id,
        progress_report_id=found.progress_report_id,
        council_meeting_id=found.council_meeting_id,
        verdict=Verdict(verdict).value,
        note=why,
        disagrees_with_id=finding,
        entered_at=hand.now,
        entered_by_id=account,
    )
    audit.append(
        connection,
        reader.who,
        "recommendation.disagreed",
        subject=("confirmation", number),
        details={"recommendation": found.recommendation_id, "finding": finding},
    )
    return number


def _finding(connection: Connection, number: int) -> Any:
    """What was found of which entry, and where that lies."""
    found, entry = schema.confirmation, schema.recommendation
    statement = (
        select(
            found.c.recommendation_id,
            found.c.progress_report_id,
            found.c.council_meeting_id,
            found.c.verdict,
            found.c.entered_by_id,
            entry.c.round_id,
            entry.c.municipality_id,
        )
        .join_from(found, entry, found.c.recommendation_id == entry.c.id)
        .where(found.c.id == number, found.c.disagrees_with_id.is_(None))
    )
    row = connection.execute(statement).first()
    if row is None:
        raise FindingUnknown("There is no such finding.")
    return row


def _require_first(connection: Connection, finding: int, account: int) -> None:
    said = schema.confirmation.c
    own = select(said.id).where(said.disagrees_with_id == finding, said.entered_by_id == account)
    if connection.execute(own).first() is not None:
        raise DisagreedAlready("This account disagrees already.")
