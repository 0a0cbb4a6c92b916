"""How an entry of the register stands to its deadline, and to the Council's patience."""

import calendar
import datetime as dt
import os
from collections.abc import Mapping
from enum import StrEnum

from data_access.rules.follow_up import DONE, OPEN, Status
from data_access.rules.vocabulary import Precision

INTERVAL = "PLATFORM_REVIEW_MONTHS"
"""The variable that says after how many months without a report an entry is late."""

MONTHS, MOST_MONTHS = 6, 120
EXPECTED = (*OPEN, Status.PARTLY_DONE)
"""Where an entry stands of which a report is awaited."""


class Lateness(StrEnum):
    """How an entry stands to its deadline on a given day; a horizon is no deadline.

    ``silent``: its deadline has not passed, or there is none, and nobody has reported for longer
    than the review interval.
    """

    ON_TIME = "on_time"
    LATE = "late"
    SILENT = "silent"
    DONE_LATE = "done_late"
    NO_DEADLINE = "no_deadline"


class IntervalUnusable(ValueError):
    """The review interval is no whole number of months; the message says what to do."""


def review_months(environment: Mapping[str, str] = os.environ) -> int:
    """The review interval in months: PLATFORM_REVIEW_MONTHS, or six.

    Refuses (IntervalUnusable) what is no number from 1 to MOST_MONTHS.
    """
    written = environment.get(INTERVAL, "").strip() or str(MONTHS)
    if not (written.isascii() and written.isdigit() and 1 <= int(written) <= MOST_MONTHS):
        raise IntervalUnusable(
            f"{INTERVAL} is no number of months: write a whole number from 1 to {MOST_MONTHS}, "
            f"or leave it out to wait {MONTHS} months for a report."
        )
    return int(written)


def months_before(day: dt.date, months: int) -> dt.date:
    """The same day so many months earlier, or the last day of that month."""
    count = day.year * 12 + day.month - 1 - months
    year, month = count // 12, count % 12 + 1
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def last_day(
    starts_on: dt.date | None, ends_on: dt.date | None, precision: Precision
) -> dt.date | None:
    """The last day of a stated deadline; None where none is stated, or a horizon alone."""
    return None if precision is Precision.HORIZON else ends_on or starts_on


def lateness_of(
    status: Status,
    settled_on: dt.date | None,
    deadline: dt.date | None,
    quiet_since: dt.date | None,
    *,
    today: dt.date,
    months: int = MONTHS,
) -> Lateness:
    """How an entry stands today to the last day of its deadline, and to its latest report.

    An open entry is late from the day after its deadline. A settled one is judged by the day since
    which it has been settled without a break, so a late confirmation makes no early claim late;
    where that day is not stated, nobody is held late. ``quiet_since`` is the day of the latest
    report, or that on which the entry was made: where a report is awaited, it is silent once that
    lies more than ``months`` back.
    """
    if status in OPEN and deadline is not None and today > deadline:
        return Lateness.LATE
    was_late = settled_on is not None and deadline is not None and settled_on > deadline
    if status not in OPEN and was_late:
        return Lateness.DONE_LATE if status in DONE else Lateness.LATE
    if status in EXPECTED and quiet_since and quiet_since < months_before(today, months):
        return Lateness.SILENT
    return Lateness.NO_DEADLINE if deadline is None else Lateness.ON_TIME
