"""What the Council finds of an entry; nobody confirms what their own institution says."""

from sqlalchemy import Connection

from data_access import audit, schema, standings
from data_access.access import Reader, Right, require_at
from data_access.recommendations.seeing import Seen, require_seen
from data_access.recommendations.steps import (
    MeetingBefore,
    StepNotOffered,
    awaiting,
    entry_of,
    held_on,
    lies,
    require_of_others,
    worded,
)
from data_access.rules import Finding, Verdict, fits, standing_of
from data_access.upkeep import Hand


def decide(
    connection: Connection,
    reader: Reader,
    reference: str,
    verdict: Verdict,
    *,
    meeting: int,
    note: str | None = None,
    seen: Seen,
) -> int:
    """What the Council found of the entry at one of its meetings; the finding's number.

    It is about the latest report, if there is any. Reports stay as they are, and so does what was
    found before; the latest decides the status, by ``rules.follow_up``. ``seen`` is what the
    reader had seen of the entry (``seeing.seen``).

    Refuses whoever has no right to confirm, or not there (AccessRefused), an entry that is none
    (EntryUnknown), whatever is newer than ``seen`` (DecidedMeanwhile), reports that the reader's
    own account entered, or that speak for an institution which any role of theirs names or ever
    named (OwnClaim), a meeting that is none (MeetingUnknown), not held yet (MeetingAhead) or held
    before the report (MeetingBefore), and a verdict that is no step (StepNotOffered).
    """
    hand = Hand(connection, reader, Right.CONFIRM)
    entry = entry_of(connection, reference)
    require_at(reader, Right.CONFIRM, **lies(entry))
    require_seen(connection, entry.id, seen)
    events = standings.history_of(connection, entry.id)
    require_of_others(connection, hand.account(), reader.grants, awaiting(events))
    report, day = standing_of(events).reported, held_on(connection, meeting)
    if report is not None and day < report.on:
        raise MeetingBefore("The meeting was held before the report was made.")
    found = Verdict(verdict)
    if not fits(events, Finding(day, found, report.on if report else None)):
        raise StepNotOffered("This is no step where the entry stood that day.")
    number = hand.add(
        schema.confirmation,
        recommendation_id=entry.id,
        progress_report_id=report.number if report else None,
        council_meeting_id=meeting,
        verdict=found.value,
        note=worded(note),
        entered_at=hand.now,
        entered_by_id=hand.account(),
    )
    standings.renew(connection, {entry.id})
    about = {"report": report.number} if report else {}
    audit.append(
        connection,
        reader.who,
        "recommendation.confirmed",
        subject=("confirmation", number),
        details={"recommendation": entry.id, **about, "meeting": meeting},
    )
    return number
