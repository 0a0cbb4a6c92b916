"""How a deadline and a day are written in a file, and how exactly each way knows them."""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress

from data_access.attendance.reading.months import MONTH_OF
from data_access.filters import FIRST_DAY
from data_access.recommendations.deadlines import Deadline
from data_access.rules import Precision, fold

DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
HALF = 6


NOT_STATED = Deadline()
Parts = Mapping[str, str]
HALVES = {"1": 1, "i": 1, "pirmais": 1, "first": 1, "2": 2, "ii": 2, "otrais": 2, "second": 2}
Y, M, D = r"(?P<y>\d{4})", r"(?P<m>0?[1-9]|1[0-2])", r"(?P<d>0?[1-9]|[12]\d|3[01])"
GADS = r"\.? ?(?:gada|gadā|gads|gadam|g\.?|gadi)?".replace("ā", "a")
WHICH = r"(?P<h>1|2|ii?|pirmais|otrais|first|second)"
WORD = r"(?P<w>[^\W\d_]+)\.?"
TIME = r"(?:[ t]0?0:00(?::00(?:\.0+)?)?)?"


def _day(found: Parts) -> Deadline:
    return Deadline.on_day(_date(found))


def _date(found: Parts) -> dt.date:
    return dt.date(int(found["y"]), _month(found), int(found["d"]))


def _days(found: Parts) -> Deadline:
    first, last = (
        Deadline.on_day(dt.date(*(int(found[part + at]) for part in "ymd"))).first
        for at in ("", "2")
    )
    return Deadline(Precision.DAY, first, last)


def _month_of(found: Parts) -> Deadline:
    return Deadline.in_month(int(found["y"]), _month(found))


def _months(found: Parts) -> Deadline:
    words = (found.get("m") or MONTH_OF[found["w"]], found.get("m2") or MONTH_OF[found["w2"]])
    (first, last), year, until = map(int, words), int(found["y"]), int(found["y2"])
    if year == until and first % HALF == 1 and last == first + HALF - 1:
        return Deadline.in_half_year(year, last // HALF)
    begins, ends = Deadline.in_month(year, first), Deadline.in_month(until, last)
    return Deadline(Precision.MONTH, begins.first, ends.last)


def _half(found: Parts) -> Deadline:
    return Deadline.in_half_year(int(found["y"]), HALVES[found["h"]])


def _year(found: Parts) -> Deadline:
    return Deadline.in_year(int(found["y"]))


def _horizon(found: Parts) -> Deadline:
    return Deadline.horizon(int(found["y"]), int(found["y2"]))


def _month(found: Parts) -> int:
    return int(found["m"]) if found.get("m") else MONTH_OF[found["w"]]


def _twice(pattern: str) -> str:
    """The same once more after a dash, its parts told apart by a 2."""
    return pattern + " ?- ?" + re.sub(r"\?P<(\w)>", r"?P<\g<1>2>", pattern)


FORMS: tuple[tuple[str, Callable[[Parts], Deadline]], ...] = (
    (rf"{D}[./] ?{M}[./] ?{Y}{GADS}{TIME}", _day),
    (rf"{Y}([-./]){M}\2{D}\.?{TIME}", _day),
    (rf"{Y}{GADS},? ?{D}\.? ?{WORD}", _day),
    (rf"{D}\.? {WORD},? {Y}{GADS}", _day),
    (rf"{WORD} {D},? {Y}", _day),
    (_twice(rf"{D}\. ?{M}\. ?{Y}\.?"), _days),
    (rf"{M}[./] ?{Y}{GADS}", _month_of),
    (rf"{Y}[-./]{M}", _month_of),
    (rf"{Y}{GADS},? {WORD}", _month_of),
    (rf"{WORD},? {Y}{GADS}", _month_of),
    (_twice(rf"{M}[./] ?{Y}\.?"), _months),
    (_twice(rf"{WORD} {Y}"), _months),
    (rf"{Y}{GADS},? ?{WHICH}\.? (?:pusgad(?:s|a)|half(?:[ -]year)?)", _half),
    (rf"{WHICH}(?:\.|st|nd)? (?:half(?:[ -]year)?(?: of)?|pusgads,?) ?{Y}{GADS}", _half),
    (r"(?P<y>\d{4}) ?h(?P<h>[12])|h(?P<h2>[12]) ?(?P<y2>\d{4})", lambda f: _half(_either(f))),
    (rf"{Y}{GADS}", _year),
    (rf"{Y}\.? ?- ?(?P<y2>\d{{4}}){GADS}", _horizon),
)
"""Ways to write it, without accents and in small letters, each with what it says."""
PATTERNS = tuple((re.compile(pattern), means) for pattern, means in FORMS)
HORIZON_BESIDE = re.compile(r"(?:nav noradits|not stated); ?(?:laika apvarsnis|horizon) ?(?P<h>.+)")
BEFORE = re.compile(r"^(?:lidz|by|until|no later than|ne velak ka)\s+")


def _either(found: Parts) -> Parts:
    return {"y": found["y"] or found["y2"], "h": found["h"] or found["h2"]}


def deadline(text: str) -> Deadline | None:
    """What a cell says of a deadline, as exactly as it says it; None for what says no day."""
    plain = _plain(text)
    beside = HORIZON_BESIDE.fullmatch(plain)
    for reading in _readings(BEFORE.sub("", beside["h"] if beside else plain)):
        if reading.last is None or (reading.first and reading.first <= reading.last):
            return reading
    return None


def day(text: str) -> dt.date | None:
    """The one day that a cell names; None where it names none, or no day alone."""
    found = deadline(text)
    is_day = found is not None and found.precision is Precision.DAY and found.last is None
    return found.first if found and is_day else None


def is_too_early(text: str) -> bool:
    """Whether a cell names a day before the platform's first one."""
    days = [pattern for pattern, means in PATTERNS if means is _day]
    for found in filter(None, (pattern.fullmatch(_plain(text)) for pattern in days)):
        with suppress(ValueError, LookupError):  # a day that no month has, a word that is no month
            return _date(found.groupdict()) < FIRST_DAY
    return False


def _plain(text: str) -> str:
    return fold(text.translate(DASHES)).strip(" ;")


def _readings(plain: str) -> Iterator[Deadline]:
    for pattern, means in PATTERNS:
        found = pattern.fullmatch(plain)
        if found is None:
            continue
        try:
            yield means(found.groupdict())
        except (ValueError, LookupError):
            continue  # a day that no month has, a word that is no month, a year far away


def spelled(when: Deadline) -> str:
    """A deadline as a file writes it, so that it is read back as it stands; empty for none."""
    if when.first is None:
        return ""
    return SPELLED[when.precision](when.first, when.last or when.first)


def spelled_day(on: dt.date | None) -> str:
    """A day as Latvian files write it; empty for none."""
    return "" if on is None else f"{on:%d.%m.%Y}."


def _spelled_days(first: dt.date, last: dt.date) -> str:
    return "-".join(dict.fromkeys((spelled_day(first), spelled_day(last))))


def _spelled_months(first: dt.date, last: dt.date) -> str:
    return "-".join(dict.fromkeys((f"{first:%m.%Y}.", f"{last:%m.%Y}.")))


def _spelled_half(first: dt.date, _last_day: dt.date) -> str:
    return f"{first.year}. gada {1 if first.month <= HALF else 2}. pusgads"


SPELLED: Mapping[Precision, Callable[[dt.date, dt.date], str]] = {
    Precision.DAY: _spelled_days,
    Precision.MONTH: _spelled_months,
    Precision.HALF_YEAR: _spelled_half,
    Precision.YEAR: lambda first, _: str(first.year),
    Precision.HORIZON: lambda first, last: f"{first.year}-{last.year}",
    Precision.NOT_STATED: lambda _first, _last: "",
}
