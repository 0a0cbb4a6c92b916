"""Deadlines as somebody names them: how exactly, and the days that bound what was named."""

import calendar
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from data_access.filters import FIRST_DAY, LAST_DAY
from data_access.rules import Precision

COLUMNS = ("deadline_date_precision", "deadline_starts_on", "deadline_ends_on")
HALVES = {1: (1, 6), 2: (7, 12)}


class DeadlineUnusable(ValueError):
    """No day, month or year that can be meant, or a horizon that ends before it begins."""


@dataclass(frozen=True)
class Deadline:
    """How exactly a deadline is named, with the first and the last day of what was named.

    One day has no last one; without a first day the deadline is not stated. A horizon is none.
    """

    precision: Precision = Precision.NOT_STATED
    first: dt.date | None = None
    last: dt.date | None = None

    @classmethod
    def on_day(cls, day: dt.date) -> "Deadline":
        """One day."""
        return cls(Precision.DAY, _within(day))

    @classmethod
    def in_month(cls, year: int, month: int) -> "Deadline":
        """A month, to its end. Refuses one that is none (DeadlineUnusable)."""
        return _span(Precision.MONTH, (year, month), (year, month))

    @classmethod
    def in_half_year(cls, year: int, half: int) -> "Deadline":
        """The first or the second half of a year."""
        if half not in HALVES:
            raise DeadlineUnusable("A year has two halves.")
        first, last = HALVES[half]
        return _span(Precision.HALF_YEAR, (year, first), (year, last))

    @classmethod
    def in_year(cls, year: int) -> "Deadline":
        """A year, to its end."""
        return _span(Precision.YEAR, (year, 1), (year, 12))

    @classmethod
    def horizon(cls, first: int, last: int) -> "Deadline":
        """From one year to another; the source names no deadline within it."""
        if last < first:
            raise DeadlineUnusable("A horizon does not end before it begins.")
        return _span(Precision.HORIZON, (first, 1), (last, 12))

    @classmethod
    def of(cls, row: Mapping[Any, Any]) -> "Deadline":
        """The deadline of an entry's row."""
        precision, first, last = (row[name] for name in COLUMNS)
        return cls(Precision(precision), first, last)

    @property
    def end(self) -> dt.date | None:
        """The last day of what was named."""
        return self.last or self.first

    @property
    def columns(self) -> dict[str, Any]:
        """The columns of an entry that hold it."""
        return dict(zip(COLUMNS, (self.precision.value, self.first, self.last), strict=True))


def _span(precision: Precision, first: tuple[int, int], last: tuple[int, int]) -> Deadline:
    try:
        begins = dt.date(*first, 1)
        ends = dt.date(*last, calendar.monthrange(*last)[1])
    except (ValueError, OverflowError) as error:
        raise DeadlineUnusable("There is no such month.") from error
    return Deadline(precision, _within(begins), _within(ends))


def _within(day: dt.date) -> dt.date:
    if not FIRST_DAY.replace(month=1, day=1) <= day <= LAST_DAY:
        raise DeadlineUnusable("No deadline lies so far away.")
    return day
