"""What the Council did with an entry at a meeting, where it found nothing of what was done."""

import datetime as dt
from typing import Any

from sqlalchemy import Connection, select, update

from data_access import audit, schema, standings
from data_access.access import Reader, Right, require_at
from data_access.filters import FIRST_DAY, LAST_DAY
from data_access.institutions import InstitutionUnknown
from data_access.recommendations.seeing import Seen, require_seen
from data_access.recommendations.steps import (
    DeadlineBefore,
    StepNotOffered,
    entry_of,
    held_on,
    lies,
    worded,
)
from data_access.rules import (
    ENDED,
    AddresseeRole,
    Precision,
    ReviewOutcome,
    status_of,
)
from data_access.upkeep import Hand

NO_DEADLINE = (Precision.NOT_STATED, Precision.HORIZON)
ADDRESSEE = "addressee"
"""How the history of an entry names whom it binds."""


class NothingToSettle(ValueError):
    """Neither who leads nor by when was named; nothing was stored."""


class SettledAlready(ValueError):
    """Who leads, or by when, is stated already; nothing was stored."""


def mark(
    connection: Connection,
    reader: Reader,
    reference: str,
    outcome: ReviewOutcome,
    *,
    meeting: int,
    note: str | None = None,
    seen: Seen,
) -> int:
    """That the Council took note of the entry, or put it off, at a meeting; the mark's number.

    It decides nothing. Refuses whoever has no right to confirm, or not there (AccessRefused), an
    entry that is none (EntryUnknown), whatever is newer than ``seen`` (DecidedMeanwhile), a
    meeting that is none (MeetingUnknown) or not held yet (MeetingAhead), and the outcome that
    ``settle`` alone brings (StepNotOffered).
    """
    hand, entry = _turn(connection, reader, reference, meeting, seen)
    what = ReviewOutcome(outcome)
    if what is ReviewOutcome.SETTLED:
        raise StepNotOffered("What is settled is named with it.")
    return _marked(connection, reader, hand, entry.id, outcome=what, meeting=meeting, note=note)


def settle(
    connection: Connection,
    reader: Reader,
    reference: str,
    *,
    meeting: int,
    lead: str | None = None,
    deadline: dt.date | None = None,
    note: str | None = None,
    seen: Seen,
) -> int:
    """Who leads on an entry and by when, as the Council named them at a meeting; the mark's number.

    ``lead`` is an institution by its code; one that supports leads from now on. Where both are
    named both are stored. Refuses as ``mark`` does, and an entry of which nobody is to do
    anything any more (StepNotOffered), what is stated already (SettledAlready; a horizon is no
    deadline), neither of the two (NothingToSettle), a deadline before the entry was made
    (DeadlineBefore), and an institution that is none (institutions.InstitutionUnknown).
    """
    hand, entry = _turn(connection, reader, reference, meeting, seen)
    if status_of(standings.history_of(connection, entry.id)) in ENDED:
        raise StepNotOffered("Nobody is to do anything of this entry any more.")
    if lead is None and deadline is None:
        raise NothingToSettle("Who leads, or by when, is named.")
    if lead is not None:
        _let_lead(connection, hand, entry.id, lead)
    if deadline is not None:
        _set_deadline(hand, entry, deadline)
    return _marked(
        connection,
        reader,
        hand,
        entry.id,
        outcome=ReviewOutcome.SETTLED,
        meeting=meeting,
        note=note,
    )


def _turn(
    connection: Connection, reader: Reader, reference: str, meeting: int, seen: Seen
) -> tuple[Hand, Any]:
    hand = Hand(connection, reader, Right.CONFIRM)
    entry = entry_of(connection, reference)
    require_at(reader, Right.CONFIRM, **lies(entry))
    require_seen(connection, entry.id, seen)
    held_on(connection, meeting)
    return hand, entry


def _let_lead(connection: Connection, hand: Hand, entry: int, code: str) -> None:
    to, institution = schema.recommendation_addressee, schema.institution.c
    body = connection.scalars(select(institution.id).where(institution.code == code)).first()
    if body is None:
        raise InstitutionUnknown("The register has no such institution.")
    rows = connection.execute(select(to).where(to.c.recommendation_id == entry)).all()
    if any(row.role == AddresseeRole.LEAD for row in rows):
        raise SettledAlready("Who leads is stated already.")
    of, led = (schema.recommendation, entry), f"{AddresseeRole.LEAD.value}: {code}"
    supporting = next((row.id for row in rows if row.institution_id == body), None)
    if supporting is not None:
        connection.execute(
            update(to).where(to.c.id == supporting).values(role=AddresseeRole.LEAD.value)
        )
        stood = f"{AddresseeRole.SUPPORTING.value}: {code}"
        hand.note(*of, ADDRESSEE, stood, led)
        return
    row = {"recommendation_id": entry, "institution_id": body, "role": AddresseeRole.LEAD.value}
    hand.attach(to, of, ADDRESSEE, led, **row)


def _set_deadline(hand: Hand, entry: Any, day: dt.date) -> None:
    if entry.deadline_date_precision not in NO_DEADLINE:
        raise SettledAlready("By when is stated already.")
    if not (entry.made_on or FIRST_DAY) <= day <= LAST_DAY:
        raise DeadlineBefore("A deadline does not lie before the entry was made.")
    hand.change(
        schema.recommendation,
        entry.id,
        entry.revision,
        deadline_starts_on=day,
        deadline_ends_on=None,
        deadline_date_precision=Precision.DAY.value,
    )


def _marked(
    connection: Connection,
    reader: Reader,
    hand: Hand,
    entry: int,
    *,
    outcome: ReviewOutcome,
    meeting: int,
    note: str | None,
) -> int:
    number = hand.add(
        schema.review_mark,
        recommendation_id=entry,
        council_meeting_id=meeting,
        outcome=outcome.value,
        note=worded(note),
        entered_at=hand.now,
        entered_by_id=hand.account(),
    )
    is_settled = outcome is ReviewOutcome.SETTLED
    audit.append(
        connection,
        reader.who,
        "recommendation.settled" if is_settled else "recommendation.marked",
        subject=("review_mark", number),
        details={"recommendation": entry, "meeting": meeting},
    )
    return number
