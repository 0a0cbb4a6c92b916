"""Recommendations: what is asked, claimed and found, and where an entry stands on any day."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile


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


class ReviewOutcome(StrEnum):
    """What the Council did with an entry at a meeting, where it found nothing of what was done."""

    NOTED = "noted"
    POSTPONED = "postponed"
    SETTLED = "settled"


@dataclass(frozen=True)
class Report:
    """What an addressee said, and on which day; ``number`` is the row that tells of it."""

    on: dt.date
    claim: Claim
    number: int = 0


@dataclass(frozen=True)
class Finding:
    """What the Council found at a meeting; ``about`` is the day of the report it looked at.

    A member's disagreement is none: it is kept beside what was found and decides nothing.
    """

    on: dt.date
    verdict: Verdict
    about: dt.date | None = None
    number: int = 0


@dataclass(frozen=True)
class Replacement:
    """A later entry took the place of this one, on the day it was made if that is stated."""

    on: dt.date | None
    number: int = 0


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
AFTER_NOT_DONE = {
    # Nobody is held to be at work who never said so.
    Status.PROPOSED: Status.PROPOSED,
    Status.ACCEPTED: Status.ACCEPTED,
    Status.NOT_ACCEPTED: Status.PROPOSED,
    Status.SUPERSEDED: Status.PROPOSED,
}
"""Where an entry stands that the Council found not done, where that is not ``in_progress``."""

CLAIMS_FROM: dict[Status, frozenset[Claim]] = {
    Status.PROPOSED: frozenset(Claim),
    Status.ACCEPTED: frozenset(Claim),
    Status.IN_PROGRESS: frozenset(Claim) - {Claim.ACCEPTED},
    Status.CLAIMED_DONE: frozenset({Claim.IN_PROGRESS, Claim.PARTLY_DONE, Claim.DONE}),
    Status.CONFIRMED_DONE: frozenset(),
    Status.PARTLY_DONE: frozenset({Claim.IN_PROGRESS, Claim.PARTLY_DONE, Claim.DONE}),
    Status.NOT_ACCEPTED: frozenset(Claim),
    Status.SUPERSEDED: frozenset(),
}
"""What an addressee may report of an entry, by where it stands."""

VERDICTS_FROM: dict[Status, frozenset[Verdict]] = {
    Status.PROPOSED: frozenset({Verdict.NOT_DONE, Verdict.SUPERSEDED}),
    Status.ACCEPTED: frozenset({Verdict.NOT_DONE, Verdict.SUPERSEDED}),
    Status.IN_PROGRESS: frozenset(Verdict) - {Verdict.DONE},
    # Only what somebody claims done is there to be confirmed.
    Status.CLAIMED_DONE: frozenset(Verdict),
    Status.CONFIRMED_DONE: frozenset({Verdict.PARTLY_DONE, Verdict.NOT_DONE}),
    Status.PARTLY_DONE: frozenset(Verdict) - {Verdict.DONE},
    Status.NOT_ACCEPTED: frozenset({Verdict.NOT_DONE, Verdict.SUPERSEDED}),
    Status.SUPERSEDED: frozenset({Verdict.NOT_DONE}),
}
"""What the Council may find of an entry, by where it stands."""

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

ENDED = (Status.CONFIRMED_DONE, Status.NOT_ACCEPTED, Status.SUPERSEDED)
"""Where an entry stands of which nobody is to do anything any more, the Council included."""


@dataclass(frozen=True)
class Standing:
    """Where an entry stands after all that was said and found of it so far.

    ``deciding`` is its latest event, by which it stands there; ``settled_on`` the day since which
    it has been settled without a break, where that is stated; ``reported`` the latest report.
    """

    status: Status = Status.PROPOSED
    deciding: Event | None = None
    settled_on: dt.date | None = None
    reported: Report | None = None


def standing_of(events: Iterable[Event]) -> Standing:
    """Where an entry stands after these events, told in any order.

    A finding follows the report it is about and any report of its own day; of two events of one
    sort and day, the one given later; a replacement comes after everything else.
    """
    known = _in_order(events)
    if not known:
        return Standing()
    status = _walked(known)
    run = takewhile(lambda event: _word(event) in SETTLED_BY.get(status, ()), reversed(known))
    settled_on = min((event.on for event in run if event.on), default=None)
    said = [event for event in known if isinstance(event, Report)]
    return Standing(status, known[-1], settled_on, said[-1] if said else None)


def status_of(events: Iterable[Event]) -> Status:
    """Where an entry stands after all that was said and found."""
    return standing_of(events).status


def standings(events: Iterable[Event]) -> list[tuple[dt.date | None, Standing]]:
    """Where an entry stood from which day on, earliest first; from None is since it was made.

    On any day it stands where the events up to that day put it; one without a day always counts.
    """
    told = list(events)
    days = [_since(event) for event in told]
    undated = [event for event, day in zip(told, days, strict=True) if day is None]
    found: list[tuple[dt.date | None, Standing]] = [(None, standing_of(undated))]
    for on in sorted({day for day in days if day}):
        until = [event for event, day in zip(told, days, strict=True) if day is None or day <= on]
        found.append((on, standing_of(until)))
    return found


def fits(events: Sequence[Event], new: Report | Finding) -> bool:
    """Whether a step may be added to the history of an entry, on its own day.

    It is one of those that its place in the history offers, and the step that follows it there
    is still one that is offered, if it was before. Nothing is added to an entry once a later one
    has replaced it, and no report of a day on which the Council had already met about it: what it
    found then is not to be answered from behind.
    """
    if any(isinstance(event, Replacement) for event in events) or is_from_behind(events, new):
        return False
    before = _in_order(events)
    after = _in_order([*events, new])
    at = next(place for place, event in enumerate(after) if event is new)
    if not _is_offered(_walked(after[:at]), new):
        return False
    following = after[at + 1 : at + 2]
    was_offered = all(_is_offered(_walked(before[:at]), event) for event in following)
    is_offered = all(_is_offered(_walked(after[: at + 1]), event) for event in following)
    return is_offered or not was_offered


def is_from_behind(events: Iterable[Event], new: Report | Finding) -> bool:
    """Whether a report is of a day no later than the Council's latest finding."""
    met = (_since(event) for event in events if isinstance(event, Finding))
    return isinstance(new, Report) and any(day >= new.on for day in met if day)


def _walked(known: Iterable[Event]) -> Status:
    """The status after events in their order."""
    status = Status.PROPOSED
    for event in known:
        status = _after(status, event)
    return status


def _after(status: Status, event: Event) -> Status:
    match event:
        case Report(claim=claim):
            return AFTER_CLAIM[claim]
        case Finding(verdict=Verdict.NOT_DONE):
            return AFTER_NOT_DONE.get(status, Status.IN_PROGRESS)
        case Finding(verdict=verdict):
            return AFTER_VERDICT[verdict]
    return Status.SUPERSEDED


def _is_offered(status: Status, event: Event) -> bool:
    match event:
        case Report(claim=claim):
            return claim in CLAIMS_FROM[status]
        case Finding(verdict=verdict):
            return verdict in VERDICTS_FROM[status]
    return True


def _in_order(events: Iterable[Event]) -> list[Event]:
    return sorted(events, key=_place)


def _place(event: Event) -> tuple[bool, dt.date, bool]:
    if isinstance(event, Replacement):
        return True, dt.date.max, True
    return False, _since(event) or dt.date.max, isinstance(event, Finding)


def _since(event: Event) -> dt.date | None:
    """From which day on an event counts."""
    if isinstance(event, Finding):
        return max(event.on, event.about or event.on)
    return event.on


def _word(event: Event) -> str:
    match event:
        case Report(claim=claim):
            return claim
        case Finding(verdict=verdict):
            return verdict
    return Verdict.SUPERSEDED
