"""Recommendations: the words of what is asked, claimed and found, and where an entry stands."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile

from data_access.rules.vocabulary import Precision


class RecommendationKind(StrEnum):
    """An entry of the register asks something of others, or binds its authors."""

    RECOMMENDATION = "recommendation"
    UNDERTAKING = "undertaking"


class AddresseeRole(StrEnum):
    """Who leads on a recommendation and who supports; no row at all means not stated."""

    LEAD = "lead"
    SUPPORTING = "supporting"


class RecommendationLinkKind(StrEnum):
    """How one recommendation stands to an earlier one."""

    REPEATS = "repeats"
    REPLACES = "replaces"
    NARROWS = "narrows"


class Claim(StrEnum):
    """What an addressee's progress report says."""

    ACCEPTED = "accepted"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    PARTLY_DONE = "partly_done"
    NOT_ACCEPTED = "not_accepted"


class Verdict(StrEnum):
    """What the Council found."""

    DONE = "done"
    PARTLY_DONE = "partly_done"
    NOT_DONE = "not_done"
    SUPERSEDED = "superseded"


class Status(StrEnum):
    """Where an entry stands, in the order of its life; derived from what was said and found."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    IN_PROGRESS = "in_progress"
    CLAIMED_DONE = "claimed_done"
    CONFIRMED_DONE = "confirmed_done"
    PARTLY_DONE = "partly_done"
    NOT_ACCEPTED = "not_accepted"
    SUPERSEDED = "superseded"


class Lateness(StrEnum):
    """How an entry stands to its deadline on a given day; a horizon is no deadline."""

    ON_TIME = "on_time"
    LATE = "late"
    DONE_LATE = "done_late"
    NO_DEADLINE = "no_deadline"


@dataclass(frozen=True)
class Report:
    """What an addressee said, and on which day."""

    on: dt.date
    claim: Claim


@dataclass(frozen=True)
class Finding:
    """What the Council found at a meeting; ``about`` is the day of the report it looked at."""

    on: dt.date
    verdict: Verdict
    about: dt.date | None = None


@dataclass(frozen=True)
class Replacement:
    """A later entry took the place of this one, on the day it was made if that is stated."""

    on: dt.date | None


Event = Report | Finding | Replacement

AFTER_CLAIM = {
    Claim.ACCEPTED: Status.ACCEPTED,
    Claim.IN_PROGRESS: Status.IN_PROGRESS,
    Claim.DONE: Status.CLAIMED_DONE,
    # Done in part is for the Council to find; until then the work goes on.
    Claim.PARTLY_DONE: Status.IN_PROGRESS,
    Claim.NOT_ACCEPTED: Status.NOT_ACCEPTED,
}
AFTER_VERDICT = {
    Verdict.DONE: Status.CONFIRMED_DONE,
    Verdict.PARTLY_DONE: Status.PARTLY_DONE,
    Verdict.NOT_DONE: Status.IN_PROGRESS,
    Verdict.SUPERSEDED: Status.SUPERSEDED,
}
# The claims and verdicts that held a settled entry settled before the latest one did.
SETTLED_BY: dict[Status, frozenset[str]] = {
    Status.CLAIMED_DONE: frozenset({"done"}),
    Status.CONFIRMED_DONE: frozenset({"done"}),
    Status.PARTLY_DONE: frozenset({"done", "partly_done"}),
    Status.NOT_ACCEPTED: frozenset({"not_accepted"}),
    Status.SUPERSEDED: frozenset({"done", "partly_done", "not_accepted", "superseded"}),
}
DONE = (Status.CLAIMED_DONE, Status.CONFIRMED_DONE)
OPEN = tuple(status for status in Status if status not in SETTLED_BY)
"""Where an entry stands that nothing has settled yet."""


def decisive(events: Iterable[Event]) -> Event | None:
    """The event that decides where an entry stands: its latest one; None where nothing happened.

    A finding follows the report it is about and any report of its own day; of two events of one
    sort and day, the one given later; a replacement comes after everything else.
    """
    return next(reversed(_in_order(events)), None)


def status_of(events: Iterable[Event]) -> Status:
    """Where an entry stands after all that was said and found."""
    match decisive(events):
        case Report(claim=claim):
            return AFTER_CLAIM[claim]
        case Finding(verdict=verdict):
            return AFTER_VERDICT[verdict]
        case Replacement():
            return Status.SUPERSEDED
    return Status.PROPOSED


def last_day(
    starts_on: dt.date | None, ends_on: dt.date | None, precision: Precision
) -> dt.date | None:
    """The last day of a stated deadline; None where none is stated, or a horizon alone."""
    return None if precision is Precision.HORIZON else ends_on or starts_on


def lateness_of(events: Iterable[Event], deadline: dt.date | None, today: dt.date) -> Lateness:
    """How an entry stands today to the last day of its deadline.

    An open entry is late from the day after. A settled one is judged by the day since which it
    has been settled without a break, so a late confirmation makes no early claim late; where that
    day is not stated, nobody is held late.
    """
    if deadline is None:
        return Lateness.NO_DEADLINE
    known = _in_order(events)
    status = status_of(known)
    if status in OPEN:
        return Lateness.LATE if today > deadline else Lateness.ON_TIME
    run = takewhile(lambda event: _word(event) in SETTLED_BY[status], reversed(known))
    settled_on = min((event.on for event in run if event.on), default=deadline)
    if settled_on <= deadline:
        return Lateness.ON_TIME
    return Lateness.DONE_LATE if status in DONE else Lateness.LATE


def _in_order(events: Iterable[Event]) -> list[Event]:
    return sorted(events, key=_place)


def _place(event: Event) -> tuple[bool, dt.date, bool]:
    if isinstance(event, Replacement):
        return True, dt.date.max, True
    if isinstance(event, Report):
        return False, event.on, False
    return False, max(event.on, event.about or event.on), True


def _word(event: Event) -> str:
    match event:
        case Report(claim=claim):
            return claim
        case Finding(verdict=verdict):
            return verdict
    return Verdict.SUPERSEDED
