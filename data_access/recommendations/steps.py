"""What a step in the follow-up of an entry rests on: the entry, the meeting, and whose claim it is.

Each is asked for once the writers' turn is taken, so that of two at once the later one sees what
the earlier one stored.
"""

import datetime as dt
from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import Connection, or_, select

from data_access import schema
from data_access.access import AccessRefused, Grant
from data_access.clock import today
from data_access.rules import Event, Finding, Report


class EntryUnknown(LookupError):
    """The register has no such entry; nothing was stored."""


class StepNotOffered(ValueError):
    """Where the entry stands, or stood on that day, this is no step; nothing was stored."""


class CouncilMetSince(StepNotOffered):
    """The Council decided on that day or later, so a report is of a later day; nothing stored."""


class DayTooEarly(ValueError):
    """A day from before the first that can be asked for; nothing was stored."""


class DeadlineBefore(ValueError):
    """The deadline lies before the entry was made; nothing was stored."""


class MeetingUnknown(LookupError):
    """There is no such meeting of the Council; nothing was stored."""


class MeetingBefore(ValueError):
    """The Council met before the report was made; nothing was stored."""


class MeetingAhead(ValueError):
    """The Council has not met yet; nothing was stored."""


class OwnClaim(AccessRefused):
    """The reader belongs to the institution that claims it, or reported it; nothing was stored."""


def entry_of(connection: Connection, reference: str) -> Any:
    """The entry's number, revision, round and place; refuses one that is none (EntryUnknown)."""
    entry = schema.recommendation
    columns = entry.c.id, entry.c.revision, entry.c.round_id, entry.c.municipality_id
    statement = select(*columns, entry.c.made_on, entry.c.deadline_date_precision)
    found = connection.execute(statement.where(entry.c.reference == reference)).first()
    if found is None:
        raise EntryUnknown("There is no such entry.")
    return found


def lies(entry: Any) -> dict[str, Any]:
    """Where an entry lies, as ``access.may_at`` asks for it."""
    return {"round_": entry.round_id, "municipality": entry.municipality_id}


def held_on(connection: Connection, meeting: int) -> dt.date:
    """The day of a meeting that was held; refuses MeetingUnknown and MeetingAhead."""
    statement = select(schema.council_meeting.c.held_on).where(
        schema.council_meeting.c.id == meeting
    )
    row = connection.execute(statement).first()
    if row is None:
        raise MeetingUnknown("There is no such meeting.")
    if row.held_on > today():
        raise MeetingAhead("The Council has not met yet.")
    day: dt.date = row.held_on
    return day


def awaiting(events: Iterable[Event]) -> set[int]:
    """The reports that a finding of today answers: all since the latest one, and the last of all.

    They come by their numbers.
    """
    told = list(events)
    reports = [event for event in told if isinstance(event, Report)]
    found = [event for event in told if isinstance(event, Finding)]
    since = max((max(one.on, one.about or one.on) for one in found), default=dt.date.min)
    latest = max((report.on for report in reports), default=None)
    return {report.number for report in reports if report.on > since or report.on == latest}


def answered(events: Iterable[Event], finding: int) -> set[int]:
    """The reports that a finding answered, by their numbers."""
    told = list(events)
    one = next(e for e in told if isinstance(e, Finding) and e.number == finding)
    day = max(one.on, one.about or one.on)
    before: list[Event] = [e for e in told if isinstance(e, Report) and e.on <= day]
    before += [e for e in told if isinstance(e, Finding) and e.on <= one.on and e.number < finding]
    return awaiting(before)


def is_own(
    connection: Connection,
    account: int | None,
    grants: Iterable[Grant],
    reports: Collection[int],
) -> bool:
    """Whether the account entered one of the reports, or belongs to an institution that made it.

    It belongs to whatever institution a role of it names or ever named, whatever the role is.
    """
    report, grant = schema.progress_report, schema.role_grant
    named = select(grant.c.institution_id).where(grant.c.account_id == account)
    own = {each.institution for each in grants} | set(connection.scalars(named))
    is_theirs = or_(
        report.c.institution_id.in_(sorted(own - {None})), report.c.entered_by_id == account
    )
    found = select(report.c.id).where(report.c.id.in_(sorted(reports)), is_theirs)
    return connection.execute(found.limit(1)).first() is not None


def require_of_others(
    connection: Connection,
    account: int | None,
    grants: Iterable[Grant],
    reports: Collection[int],
) -> None:
    """Nothing, where none of the reports ``is_own``; OwnClaim where one is."""
    if is_own(connection, account, grants, reports):
        raise OwnClaim("Nobody finds anything of what they, or their own institution, said.")


def worded(text: str | None) -> str | None:
    """What somebody wrote, without the space around it; None for nothing."""
    return (text or "").strip() or None
