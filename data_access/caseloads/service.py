"""Months of service: in which months of the selection a post was held, in part or whole."""

import datetime as dt

from data_access.clock import today
from data_access.filters import Filters
from data_access.rules import months_before

MONTHS_A_YEAR = 12

Span = tuple[dt.date, dt.date]


def held(starts_on: dt.date | None, ends_on: dt.date | None, filters: Filters) -> Span | None:
    """The first and last day of a post within the selection; None where there is none.

    A post without a last day goes on until today.
    """
    if starts_on is None:
        return None
    first = max(starts_on, filters.start or starts_on)
    last = min(ends_on or today(), filters.end or dt.date.max, today())
    return (first, last) if first <= last else None


def months_of(span: Span | None) -> list[dt.date]:
    """The first day of each month that the days touch."""
    if span is None:
        return []
    numbers = range(_number(span[0]), _number(span[1]) + 1)
    return [dt.date(number // MONTHS_A_YEAR, number % MONTHS_A_YEAR + 1, 1) for number in numbers]


def is_over(month: dt.date) -> bool:
    """Whether the last day of the month that begins on the day has passed."""
    return months_before(month, -1) <= today()


def _number(day: dt.date) -> int:
    return day.year * MONTHS_A_YEAR + day.month - 1
