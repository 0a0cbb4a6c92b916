"""The day and the month that a cell names; what may be another day is unclear."""

import datetime as dt
import re
from calendar import monthrange

from data_access.attendance.reading.day_forms import Marks, days_in, has_year, plain
from data_access.monthly.report import Code
from data_access.monthly.unclear import Unclear
from data_access.recommendations.importing.deadlines import deadline
from data_access.rules import Precision

SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")
EPOCH, EPOCH_1904 = dt.date(1899, 12, 30), dt.date(1904, 1, 1)
AMERICAN = Marks(slashes="mdy", dashes="mdy")
YEARS = range(2009, 2100)
DAY_ALONE = re.compile(r"(\d{1,2})\.?")


def day(text: str, month: dt.date) -> dt.date:
    """The one day that a text names; of a day without its year, that of the month.

    Raises Unclear, with the days that could be meant: in the other order of day and month, in
    another month than the one told, or with the month left out.
    """
    written = plain(text)
    is_whole = has_year(written)
    readings = _readings(written, None if is_whole else month.year)
    if len(readings) != 1:
        others = readings or _in_month(text, month)
        raise Unclear(Code.DAY_UNCLEAR, tuple(map(spelled, others)))
    (found,) = readings
    if not is_whole and first_of_month(found) != month:
        raise Unclear(Code.DAY_UNCLEAR, (spelled(found),))
    return found


def month(text: str) -> dt.date:
    """The first day of the month that a text names, or in which its day lies. Raises Unclear."""
    written = plain(text)
    days = {first_of_month(one) for one in _readings(written, None)} if has_year(written) else set()
    if len(days) == 1:
        return days.pop()
    found = None if days else deadline(text)
    if found is None or found.precision is not Precision.MONTH or not found.first or not found.last:
        raise Unclear(Code.MONTH_UNCLEAR, tuple(f"{one:%m.%Y}" for one in sorted(days)))
    if first_of_month(found.last) != found.first or found.first.year not in YEARS:
        raise Unclear(Code.MONTH_UNCLEAR)
    return found.first


def _readings(written: str, year: int | None) -> tuple[dt.date, ...]:
    """The day that is named, by either order of day and month where nobody can tell."""
    ways = (days_in(written, marks, year) for marks in (Marks(), AMERICAN))
    days = (found[0] for found in ways if found and len(found) == 1)
    return tuple(dict.fromkeys(one for one in days if one.year in YEARS))


def _in_month(text: str, month: dt.date) -> tuple[dt.date, ...]:
    """The day of the month that a number alone may mean."""
    found = DAY_ALONE.fullmatch(text)
    number = int(found[1]) if found else 0
    is_there = 1 <= number <= monthrange(month.year, month.month)[1]
    return (month.replace(day=number),) if is_there else ()


def of_serial(text: str, *, epoch_1904: bool = False) -> str:
    """A day that a spreadsheet wrote as its number, as a date; any other text as it is."""
    found = SERIAL.fullmatch(text)
    if found is None:
        return text
    counted = (EPOCH_1904 if epoch_1904 else EPOCH) + dt.timedelta(int(found[1]))
    return counted.isoformat() if counted.year in YEARS else text


def first_of_month(day: dt.date) -> dt.date:
    """The first day of the month in which a day lies."""
    return day.replace(day=1)


def last_of_month(day: dt.date) -> dt.date:
    """The last day of that month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def spelled(day: dt.date) -> str:
    """A day as Latvian files write it."""
    return f"{day:%d.%m.%Y}."
