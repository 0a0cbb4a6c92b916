"""Days out of texts: of one cell, of a longer title, of a number in a spreadsheet."""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product

from data_access.attendance.reading.day_forms import Days, Marks, days_in, has_year, plain
from data_access.attendance.reading.day_order import (
    OPEN,
    Order,
    Orders,
    leaning_of,
    order_of,
    orders_of,
)
from data_access.attendance.reading.months import AND, BEFORE, UNTIL
from data_access.rules import fold

__all__ = [
    "Days",
    "Found",
    "Order",
    "Orders",
    "Reading",
    "days_of",
    "find_all",
    "find_days",
    "leaning_of",
    "order_of",
    "orders_of",
    "read_days",
    "serial",
]

EPOCH_1900, EPOCH_1904 = dt.date(1899, 12, 30), dt.date(1904, 1, 1)
FIRST_SERIAL, LAST_SERIAL = dt.date(1990, 1, 1), dt.date(2060, 12, 31)
SERIAL = re.compile(r"\d{5}(?:[.,]\d+)?")
NUMBER = re.compile(
    r"\b(?:nr|no|num|numurs|n|№)[. ]{1,2}\d[\w/-]*(?=[\s,;:)])|№ ?\d+", re.IGNORECASE
)
"""The number of a meeting or an order, which is no part of the date behind it."""
COMPACT = re.compile(r"((?:19|20)\d\d)(0\d|1[0-2])([0-3]\d)")
LEAP = 2000
"""A year that has every day."""


@dataclass(frozen=True)
class Reading:
    """What a text says as days: ``candidates``, each all days of a range or a list.

    More than one candidate is a question. ``lacks_year``: days without a year, and none was given;
    then there are no candidates.
    """

    candidates: tuple[Days, ...]
    lacks_year: bool = False

    @property
    def days(self) -> Days | None:
        """The days, where there is one way to understand the text."""
        return self.candidates[0] if len(self.candidates) == 1 else None


@dataclass(frozen=True)
class Found(Reading):
    """Days that stand in a longer text, and what is left of it without them."""

    rest: str = field(default="", repr=False)


def read_days(
    text: str, order: Order | Orders = Order.UNKNOWN, year: int | None = None
) -> Reading | None:
    """What a whole cell says as days; None for what is no date, or one that cannot be.

    ``year`` is that of days written without one. Times and time zones are left aside: the day is
    the one that is written. Ranges and lists hold at most 31 days. ``order`` is what the file
    proves (``orders_of``) or somebody decided; without either, both readings are candidates.
    """
    return _read(text, Orders.of(order), year)


def days_of(
    text: str, order: Order | Orders = Order.UNKNOWN, year: int | None = None
) -> Days | None:
    """All days that a cell says; None where it says none, or may say others."""
    found = read_days(text, order, year)
    return found.days if found else None


@lru_cache(maxsize=8192)
def _read(text: str, orders: Orders, year: int | None) -> Reading | None:
    compact = COMPACT.fullmatch(text.strip())
    written = "-".join(compact.groups()) if compact else plain(text)
    if not written:
        return None
    candidates = _candidates(written, orders, year)
    if candidates:
        return Reading(candidates)
    if year is None and not has_year(written) and _candidates(written, orders, LEAP):
        return Reading((), lacks_year=True)
    return None


def _candidates(written: str, orders: Orders, year: int | None) -> tuple[Days, ...]:
    found = {days_in(written, marks, year) for marks in _marks(written, orders)}
    return tuple(sorted(days for days in found if days))


def _marks(written: str, orders: Orders) -> Iterator[Marks]:
    """Every order in which a text can be read."""
    for dots, slashes, dashes, years in product(
        _possible(orders.dots, ".", written),
        _possible(orders.slashes, "/", written),
        _possible(orders.dashes, "-", written),
        ("ymd", "ydm") if orders.year_first is Order.CONFLICT else (orders.year_first.value,),
    ):
        yield Marks(dots, slashes, dashes, years)


def _possible(order: Order, mark: str, written: str) -> tuple[str, ...]:
    if mark not in written:
        return ("dmy",)
    return ("dmy", "mdy", "ymd") if order in OPEN else (order.value,)


WORD = re.compile(r"\d+(?::\d\d)*|[^\W\d_]+|[^\w\s]|_")
MOST_WORDS = 24
"""Of one date in a title; of a longer stretch of numbers no more is looked at."""
MONTH_OR_MARKS = re.compile(r"[A-L]|\d{4}|\d[./-]\d{1,2}[./-]")
ISO = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")
TORN_BEFORE, TORN_AFTER = re.compile(r"\d[.,/:-]$"), re.compile(r"[,/:-]\d|\.\d|\d")
CONNECTING = BEFORE | AND | UNTIL
LONG_NUMBER = re.compile(r"(?<!\d)\d{8}(?!\d)")
LONGEST_TITLE = 300
AROUND = " \t\n-–—_,;:.|/"
EMPTY_BRACKETS = re.compile(r"\(\s*\)|\[\s*\]")


def find_days(
    text: str, order: Order | Orders = Order.UNKNOWN, year: int | None = None
) -> Found | None:
    """The days that a title or the name of a file holds; None for none, or for several dates."""
    found = find_all(text, order, year)
    if len({one.candidates for one in found}) != 1:
        return None
    return found[0]


def find_all(
    text: str, order: Order | Orders = Order.UNKNOWN, year: int | None = None
) -> tuple[Found, ...]:
    """Every date that a longer text holds, the longest first where they overlap.

    Eight digits alone count where they are a day (22072020, 20200722); six digits never do: there
    is no telling 22-07-20 from 20-07-22.
    """
    normal = unicodedata.normalize("NFC", text[:LONGEST_TITLE])
    normal = NUMBER.sub(lambda found: " " * len(found.group()), normal)
    spans = list(_spans(normal, Orders.of(order), year)) or list(_numbers(normal, order))
    return tuple(
        Found(reading.candidates, rest=_rest(normal, start, end))
        for start, end, reading in sorted(spans, key=lambda span: span[0])
    )


Span = tuple[int, int, Reading]


def _spans(text: str, orders: Orders, year: int | None) -> Iterator[Span]:
    for start, end in _stretches(text):
        yield from _within(text, start, end, orders, year)


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Where nothing stands but what a date can hold, and at least one number."""
    words = [(one.start(), one.end()) for one in WORD.finditer(text)]
    at = 0
    while at < len(words):
        last = at
        while last < len(words) and _belongs(text[slice(*words[last])]):
            last += 1
        if last > at:
            yield words[at][0], words[last - 1][1]
        at = max(last, at + 1)


@lru_cache(maxsize=4096)
def _belongs(word: str) -> bool:
    """Whether a word, a number or a mark can be part of a date, for itself or after a number."""
    if word.isdigit() or ":" in word:
        return True
    return any(plain(f"{before}{word} 1") for before in ("1 ", "2000 "))


def _within(text: str, start: int, end: int, orders: Orders, year: int | None) -> Iterator[Span]:
    """The longest date of a stretch, and those before and after it."""
    words = [(one.start() + start, one.end() + start) for one in WORD.finditer(text[start:end])][
        :MOST_WORDS
    ]
    for length in range(len(words), 0, -1):
        for first in range(len(words) - length + 1):
            begins, ends = words[first][0], words[first + length - 1][1]
            if not (text[begins].isalnum() and _ends(text[slice(*words[first + length - 1])])):
                continue
            reading = _in_title(text, begins, ends, orders, year)
            if reading:
                if first:
                    yield from _within(text, start, begins, orders, year)
                yield begins, ends, reading
                if ends < end:
                    yield from _within(text, ends, end, orders, year)
                return


def _ends(word: str) -> bool:
    """Whether a date can end so; a word before the next one stays with that."""
    return word == "." or word[-1].isdigit() or (word.isalpha() and fold(word) not in CONNECTING)


def _in_title(text: str, start: int, end: int, orders: Orders, year: int | None) -> Reading | None:
    """A date that stands for itself: not torn out of a longer number, not a mere 1.-3."""
    piece = text[start:end]
    if not ISO.search(piece) and (TORN_BEFORE.search(text[:start]) or TORN_AFTER.match(text[end:])):
        return None
    if not MONTH_OR_MARKS.search(plain(piece)):
        return None
    reading = _read(piece, orders, year)
    return reading if reading and reading.candidates else None


def _numbers(text: str, order: Order | Orders) -> Iterator[Span]:
    """Eight digits: the year at their beginning or at their end."""
    for found in LONG_NUMBER.finditer(text):
        digits = found.group()
        cuts = (digits, f"{digits[:2]}-{digits[2:4]}-{digits[4:]}")
        readings = [one for cut in cuts if (one := read_days(cut, order)) is not None]
        if len(readings) == 1 and readings[0].candidates:
            yield found.start(), found.end(), readings[0]


def _rest(text: str, start: int, end: int) -> str:
    left = f"{text[:start].rstrip(AROUND)} {text[end:].lstrip(AROUND)}"
    return " ".join(EMPTY_BRACKETS.sub(" ", left).split()).strip(AROUND)


def serial(number: str | float, *, epoch_1904: bool = False) -> dt.date | None:
    """The day that a spreadsheet keeps as a number; None outside 1990 to 2060 or for no number.

    Ask only of a column whose heading says date: any five digits may be such a number.
    """
    if isinstance(number, str):
        if not SERIAL.fullmatch(number.strip()):
            return None
        number = float(number.strip().replace(",", "."))
    since = EPOCH_1904 if epoch_1904 else EPOCH_1900
    last = (LAST_SERIAL - since).days
    if not 1 <= number < last + 1:
        return None
    day = since + dt.timedelta(int(number))
    return day if day >= FIRST_SERIAL else None
