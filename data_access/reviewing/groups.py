"""Why the Council looks at an entry at a meeting, as it stood that day; all of it as columns."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Date,
    Select,
    Subquery,
    and_,
    case,
    func,
    literal,
    null,
    or_,
    select,
    true,
    union_all,
)

from data_access import schema, standings
from data_access.clock import RIGA
from data_access.recommendations.late import deadline_day, lateness, quiet_since
from data_access.recommendations.steps import MeetingUnknown
from data_access.recommendations.wanted import has_no_deadline, has_no_lead, is_open
from data_access.rules import Claim, Lateness, ReviewOutcome, Status

LOOKED = (ReviewOutcome.NOTED, ReviewOutcome.POSTPONED)
FAR = dt.date(9999, 12, 31)


class Group(StrEnum):
    """Why an entry is looked at, in the order in which that is done."""

    WAITING = "waiting"
    """Claimed done, and waiting for the Council."""
    OVERDUE = "overdue"
    """Past its deadline without a claim, or without a report for too long."""
    NEW = "new"
    """Made, worded anew or reported on since the Council met last, or entered since then."""
    UNSETTLED = "unsettled"
    """Still open, and nobody leads or no deadline is stated."""
    BESIDE = "beside"
    """For none of these reasons, and yet it was looked at there."""


@dataclass(frozen=True)
class Sitting:
    """A meeting by its number, its day, and the day on which the Council met before it."""

    number: int
    on: dt.date
    since: dt.date | None


def sitting_of(connection: Connection, number: int) -> Sitting:
    """The meeting of that number; refuses MeetingUnknown."""
    meeting, before = schema.council_meeting, schema.council_meeting.alias("before")
    earlier = select(func.max(before.c.held_on)).where(before.c.held_on < meeting.c.held_on)
    statement = select(meeting.c.held_on, earlier.scalar_subquery().label("since"))
    row = connection.execute(statement.where(meeting.c.id == number)).first()
    if row is None:
        raise MeetingUnknown("There is no such meeting.")
    return Sitting(number, row.held_on, row.since)


def grouped(sitting: Sitting) -> Select[*tuple[Any, ...]]:
    """Each entry with ``place``, the place of its group in Group, null for none; and what it needs.

    The columns: id, reference, ordinal, place, is_done, since. What was decided at the meeting
    itself leaves an entry in the group for which it was looked at: of such an entry it is the day
    before that counts. The statement holds ``recommendation`` and ``round``.
    """
    entry, round_, standing = (
        schema.recommendation,
        schema.round,
        schema.recommendation_standing,
    )
    here, fresh = _decided_here(sitting), _entered_since(sitting)
    is_found = here.c.found.is_not(None)
    day = case(
        (is_found, literal(sitting.on - dt.timedelta(days=1), Date)),
        else_=literal(sitting.on, Date),
    )
    place, on = _place(sitting, here, fresh), standings.holds(standing, day)
    is_settled = and_(here.c.settled == 1, place != list(Group).index(Group.WAITING))
    return (
        select(
            entry.c.id,
            entry.c.reference,
            round_.c.ordinal,
            place.label("place"),
            case(
                (or_(is_found, here.c.looked == 1, is_settled), 1),
                else_=0,
            ).label("is_done"),
            _since(place).label("since"),
        )
        .join_from(entry, round_, entry.c.round_id == round_.c.id)
        .outerjoin(here, here.c.recommendation_id == entry.c.id)
        .outerjoin(fresh, fresh.c.recommendation_id == entry.c.id)
        .outerjoin(standing, and_(standing.c.recommendation_id == entry.c.id, on))
        .where(or_(standing.c.id.is_not(None), here.c.recommendation_id.is_not(None)))
    )


def _decided_here(sitting: Sitting) -> Subquery:
    """What was done with entries at the meeting, a row for each of them."""
    found, report, mark = schema.confirmation, schema.progress_report, schema.review_mark
    is_claim = and_(report.c.claim == Claim.DONE, report.c.reported_on == sitting.on)
    findings = (
        select(
            found.c.recommendation_id,
            found.c.id.label("found"),
            case((is_claim, 1), else_=0).label("claimed"),
            literal(0).label("looked"),
            literal(0).label("settled"),
        )
        .outerjoin_from(found, report, found.c.progress_report_id == report.c.id)
        .where(found.c.council_meeting_id == sitting.number, found.c.disagrees_with_id.is_(None))
    )
    marks = select(
        mark.c.recommendation_id,
        null(),
        literal(0),
        case((mark.c.outcome.in_(LOOKED), 1), else_=0),
        case((mark.c.outcome == ReviewOutcome.SETTLED, 1), else_=0),
    ).where(mark.c.council_meeting_id == sitting.number)
    both = findings.union_all(marks).subquery()
    most = [
        func.max(both.c[name]).label(name) for name in ("found", "claimed", "looked", "settled")
    ]
    return select(both.c.recommendation_id, *most).group_by(both.c.recommendation_id).subquery()


def _place(sitting: Sitting, here: Subquery, fresh: Subquery) -> ColumnElement[int | None]:
    standing = schema.recommendation_standing.c
    late = lateness(sitting.on).in_([Lateness.LATE, Lateness.SILENT])
    has_to_be_settled = and_(is_open(), or_(has_no_lead(), has_no_deadline()))
    reasons = {
        Group.WAITING: or_(standing.status == Status.CLAIMED_DONE, here.c.claimed == 1),
        Group.OVERDUE: and_(is_open(), late),
        Group.NEW: _is_new(sitting, fresh),
        Group.UNSETTLED: or_(has_to_be_settled, here.c.settled == 1),
        Group.BESIDE: here.c.recommendation_id.is_not(None),
    }
    order = list(Group)
    return case(*((reasons[group], order.index(group)) for group in order), else_=null())


def _is_new(sitting: Sitting, fresh: Subquery) -> ColumnElement[bool]:
    """Made, worded, reported on or entered since the Council met; the first time, everything."""
    if sitting.since is None:
        return true()
    begun = standings.begun_on(schema.recommendation, schema.round)
    reported = schema.recommendation_standing.c.reported_on > sitting.since
    return or_(begun > sitting.since, reported, fresh.c.recommendation_id.is_not(None))


def _entered_since(sitting: Sitting) -> Subquery:
    """Entries of which a wording or a report was entered since the Council met, each once.

    From the day of that meeting on, whatever day it tells of, and without what it looked at: what
    was found or marked of the entry there was entered after it.
    """
    version, report = schema.recommendation_version, schema.progress_report
    after, until = _begins(sitting.since or sitting.on), _begins(sitting.on + dt.timedelta(days=1))
    rows = union_all(
        select(version.c.recommendation_id, version.c.written_at.label("at")),
        select(report.c.recommendation_id, report.c.entered_at).where(
            report.c.reported_on <= sitting.on
        ),
    ).subquery()
    looked = _looked_at(sitting)
    return (
        select(rows.c.recommendation_id)
        .outerjoin_from(rows, looked, looked.c.recommendation_id == rows.c.recommendation_id)
        .where(rows.c.at >= after, rows.c.at < until)
        .where(or_(looked.c.at.is_(None), looked.c.at < rows.c.at))
        .distinct()
        .subquery()
    )


def _looked_at(sitting: Sitting) -> Subquery:
    """When the Council last found or marked something of an entry at its meeting before."""
    found, mark, meeting = schema.confirmation, schema.review_mark, schema.council_meeting
    rows = union_all(
        select(found.c.recommendation_id, found.c.entered_at, found.c.council_meeting_id).where(
            found.c.disagrees_with_id.is_(None)
        ),
        select(mark.c.recommendation_id, mark.c.entered_at, mark.c.council_meeting_id),
    ).subquery()
    return (
        select(rows.c.recommendation_id, func.max(rows.c.entered_at).label("at"))
        .join_from(rows, meeting, rows.c.council_meeting_id == meeting.c.id)
        .where(meeting.c.held_on == sitting.since)
        .group_by(rows.c.recommendation_id)
        .subquery()
    )


def _begins(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), RIGA)


def _since(place: ColumnElement[Any]) -> ColumnElement[dt.date]:
    """By what the entries of a group are ordered: the claim that waits longest comes first."""
    order = list(Group)
    standing = schema.recommendation_standing.c
    quiet = func.coalesce(deadline_day(), quiet_since())
    day = case(
        (place == order.index(Group.WAITING), standing.reported_on),
        (place == order.index(Group.OVERDUE), quiet),
    )
    return func.coalesce(day, literal(FAR, Date))
