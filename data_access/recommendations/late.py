"""``rules.lateness_of`` as a column, for counting and narrowing in the database."""

import datetime as dt

from sqlalchemy import ColumnElement, Date, and_, case, func, literal

from data_access import schema
from data_access.rules import DONE, EXPECTED, OPEN, Lateness, Precision, months_before
from data_access.rules.lateness import review_months


def deadline_day() -> ColumnElement[dt.date | None]:
    """The last day of a stated deadline; missing where none is stated, or a horizon alone."""
    entry = schema.recommendation.c
    stated = func.coalesce(entry.deadline_ends_on, entry.deadline_starts_on)
    return case((entry.deadline_date_precision != Precision.HORIZON, stated))


def quiet_since() -> ColumnElement[dt.date | None]:
    """The day of the latest report, else that on which the entry was made, else its round ended."""
    standing, entry, round_ = (
        schema.recommendation_standing.c,
        schema.recommendation.c,
        schema.round.c,
    )
    ended = func.coalesce(round_.actual_ends_on, round_.planned_ends_on)
    return func.coalesce(standing.reported_on, entry.made_on, ended)


def lateness(today: dt.date) -> ColumnElement[str]:
    """How an entry stands on that day, as one of ``Lateness``.

    The statement holds ``recommendation``, ``recommendation_standing`` and ``round``.
    """
    standing, deadline = schema.recommendation_standing.c, deadline_day()
    is_open = standing.status.in_(OPEN)
    day = literal(today, Date)
    was_late = standing.settled_on > deadline
    patience = literal(months_before(today, review_months()), Date)
    return case(
        (and_(is_open, deadline < day), Lateness.LATE.value),
        (and_(standing.status.in_(DONE), was_late), Lateness.DONE_LATE.value),
        (and_(~is_open, was_late), Lateness.LATE.value),
        (
            and_(standing.status.in_(EXPECTED), quiet_since() < patience),
            Lateness.SILENT.value,
        ),
        (deadline.is_(None), Lateness.NO_DEADLINE.value),
        else_=Lateness.ON_TIME.value,
    )
