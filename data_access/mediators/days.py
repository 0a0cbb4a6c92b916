"""The days of a post as somebody enters them: to the day, or rounded out to what is known."""

import calendar
import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from data_access import periods
from data_access.rules import Precision

Row = Mapping[Any, Any]
Day = dt.date

COLUMNS = ("starts_on", "ends_on", "date_precision")
JUNE, JULY, DECEMBER = 6, 7, 12


def entered(values: Mapping[str, Any], before: Row | None) -> dict[str, Any]:
    """The columns of the days that were entered, with ``precision`` as one of ROUNDED; else none.

    What is known to the month or less exactly is stored from the first day of the first one to the
    last day of the last. What ``values`` leave out stays as it was. Without a first day the days
    are not stated. Refuses days that are no period (DaysUnusable).
    """
    if not {"starts_on", "ends_on", "precision"} & values.keys():
        return {} if before is not None else periods.entered(None, None)
    stood = dict(zip(("starts_on", "ends_on", "precision"), _stood(before), strict=True))
    stated = stood | {name: values[name] for name in stood if name in values}
    first, last = stated["starts_on"], stated["ends_on"]
    precision = Precision(stated["precision"] or Precision.DAY)
    columns = periods.entered(first, last)
    if first is None or precision not in ROUNDED:
        return columns
    begins, ends = ROUNDED[precision]
    rounded = (begins(first), None if last is None else ends(last), precision.value)
    return dict(zip(COLUMNS, rounded, strict=True))


def _stood(before: Row | None) -> tuple[Any, ...]:
    if before is None or before["starts_on"] is None:
        return None, None, None
    return tuple(before[name] for name in COLUMNS)


def _same(day: Day) -> Day:
    return day


def _month_begins(day: Day) -> Day:
    return day.replace(day=1)


def _month_ends(day: Day) -> Day:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _half_begins(day: Day) -> Day:
    return dt.date(day.year, 1 if day.month <= JUNE else JULY, 1)


def _half_ends(day: Day) -> Day:
    return _month_ends(dt.date(day.year, JUNE if day.month <= JUNE else DECEMBER, 1))


def _year_begins(day: Day) -> Day:
    return dt.date(day.year, 1, 1)


def _year_ends(day: Day) -> Day:
    return dt.date(day.year, DECEMBER, 31)


ROUNDED: dict[Precision, tuple[Callable[[Day], Day], Callable[[Day], Day]]] = {
    Precision.DAY: (_same, _same),
    Precision.MONTH: (_month_begins, _month_ends),
    Precision.HALF_YEAR: (_half_begins, _half_ends),
    Precision.YEAR: (_year_begins, _year_ends),
}
"""How exactly the days of a post can be known, and where what is known so begins and ends."""
