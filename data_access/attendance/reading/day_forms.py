"""How a day is written: a text taken apart into days, months and years, and put together again."""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from data_access.attendance.reading.months import (
    AND,
    BEFORE,
    MONTH_OF,
    OF_A_DAY,
    OF_A_YEAR,
    ROMAN,
    UNTIL,
    WEEKDAYS,
)
from data_access.rules import fold

Days = tuple[dt.date, ...]
Groups = tuple[str | Any, ...]

LONGEST = 150
MOST_DAYS = 31
PIVOT = 70
"""Two digits of a year: 69 is 2069, 70 is 1970."""

DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-") | dict.fromkeys("’ʼ`", "'"))
ZONE = r"(?:\s?(?:z|utc|gmt|eet|eest|cet|cest|msk)\b(?:[+-]\d{1,2})?|\s?[+-]\d{4}|[+-]\d{2}:\d{2})?"
TIME = rf"\d{{1,2}}:\d{{2}}(?::\d{{2}}(?:[.,]\d+)?)?(?![:\d])(?:\s?[ap]\.?m\b\.?)?{ZONE}"
DOTTED = r"\d{1,2}(?:[.:]\d{2})?(?![.\d])"
NO_DAY = r"(?<![\d./])[0-2]?\d\.(?:00|1[3-9]|[2-5]\d)(?!\.?\d)"
"""A time with a dot that cannot be a day and a month."""
TOKEN = re.compile(
    rf"""(?P<time>
        (?:\b(?:plkst|pulksten|klo?|godz)\.?\s*{DOTTED}(?:\s*(?:-|lidz)\s*{DOTTED})?)
        |t?(?<!\d){TIME}(?:\s*(?:-|lidz|to)\s*{TIME})?
        |(?<!\d)\d{{1,2}}\s?[ap]\.?m\b\.?
        |{NO_DAY}(?:\s*-\s*{NO_DAY})?
    )
    |(?P<suffix>(?<=\d)-(?:го|ое|е|oji|aja|osios)\b)
    |(?P<number>\d+)
    |(?P<word>[^\W\d_]+\.?)
    |(?P<space>[\s()\[\]]+)
    |(?P<mark>[-.,;/&+'])
    |(?P<other>.)""",
    re.VERBOSE,
)

BARE_YEAR = r"((?:19|20)\d\d)(?!\d)"
YEAR = rf"{BARE_YEAR}y?"
"""A year, with the word for it or without."""
DAY = r"(\d{1,2})(?!\d)"
FORMS: Mapping[str, re.Pattern[str]] = {
    "year_first": re.compile(rf"{BARE_YEAR}([./-]) ?{DAY}\2 ?{DAY}\.?"),
    "year_last": re.compile(rf"{DAY}([./-]) ?{DAY}\2 ?{YEAR}\.?"),
    "year_cut": re.compile(rf"{DAY}([./-]){DAY}\2(\d\d)(?!\d)\.?"),
    "day_word_cut": re.compile(rf"{DAY}(?:-([A-L])-| ?([A-L]) ?')(\d\d)(?![\d.])"),
    "day_word": re.compile(rf"(?:{YEAR}[ .,-]*)?{DAY}\.?[ -]?([A-L])(?:[ ,.-]*{YEAR})?\.?"),
    "word_day": re.compile(rf"(?:{YEAR}[ .,-]*)?([A-L])[ .-]*{DAY}\.?(?:[ ,]+{YEAR})?"),
    "no_year": re.compile(rf"{DAY}([./]) ?{DAY}\.?"),
    "day": re.compile(rf"{DAY}\.?"),
}
LEADING_YEAR = re.compile(rf"{YEAR}[ .,]*")
TRAILING_YEAR = re.compile(rf"[ .,]*{YEAR}\.?$")
BETWEEN = re.compile(r"[-,;&+/]")


@dataclass(frozen=True)
class Part:
    """One day as far as a text names it; ``is_until``: everything up to it from the one before."""

    day: int
    month: int | None = None
    year: int | None = None
    is_until: bool = False


@dataclass(frozen=True)
class Marks:
    """The order of a numeric date by what stands between its parts: ``dmy``, ``mdy`` or ``ymd``.

    ``year_first`` is ``ymd`` or ``ydm``: of dates that begin with four digits.
    """

    dots: str = "dmy"
    slashes: str = "dmy"
    dashes: str = "dmy"
    year_first: str = "ymd"

    def of(self, mark: str) -> str:
        """The order where this mark stands between the parts."""
        return {".": self.dots, "/": self.slashes, "-": self.dashes}[mark]


def plain(text: str) -> str:
    """A date's text with what it says alone: months as letters A to L, no times, no noise words.

    Empty where the text holds anything that no date does.
    """
    if len(text) > LONGEST:
        return ""
    pieces: list[str] = []
    for found in TOKEN.finditer(fold(text.translate(DASHES)).translate(DASHES)):
        piece = _piece(found, "".join(pieces[-4:]))
        if piece is None:
            return ""
        pieces.append(piece)
    named = re.sub(r"(?<=\d)[ .]*y", "y ", "".join(pieces))
    joined = re.sub(r"\s*([-,;&+])[\s,]*", r"\1", " ".join(named.split()))
    return joined.strip(" ,;-.") + ("." if joined.rstrip(" ,;").endswith(".") else "")


def _piece(found: re.Match[str], before: str) -> str | None:
    kind, text = found.lastgroup, found.group()
    if kind == "word":
        return _word(text.rstrip("."), before)
    if kind in ("number", "mark"):
        return text
    return None if kind == "other" else " "


def _word(word: str, before: str) -> str | None:
    """What a word stands for after what is written before it; None where it belongs to no date."""
    written = before.rstrip(" .")
    if word in OF_A_YEAR and re.search(r"(?<!\d)\d{4}$", written):
        return "y"
    if word in OF_A_DAY and re.search(r"(?<!\d)\d{1,2}$", written):
        return " "
    if word in MONTH_OF:
        return _letter(MONTH_OF[word])
    if word in ROMAN and re.search(r"(?<!\d)\d{1,2}$", written) and word not in AND:
        return _letter(ROMAN[word])
    if word in UNTIL or word in AND:
        return "-" if word in UNTIL else ","
    return " " if word in WEEKDAYS or word in BEFORE else None


def _letter(month: int) -> str:
    return chr(ord("A") + month - 1)


def days_in(written: str, marks: Marks, year: int | None) -> Days | None:
    """The days of a ``plain`` text under one order; None for no date or one that cannot be.

    ``year`` is that of days without one. Refuses more than 31 days in one text.
    """
    parts = parts_of(written, marks)
    return _days(parts, year) if parts else None


def has_year(written: str) -> bool:
    """Whether a ``plain`` text names a year."""
    return any(part.year is not None for part in parts_of(written, Marks()) or ())


def parts_of(written: str, marks: Marks) -> list[Part] | None:
    """The days that a ``plain`` text names; the first way of reading the whole of it decides."""
    leading = LEADING_YEAR.match(written)
    for start, year in ((0, None), (leading.end(), int(leading[1])) if leading else (0, None)):
        for parts in _sequences(written, start, marks):
            return [replace(part, year=part.year or year) for part in parts]
        if leading is None:
            break
    return None


def _sequences(
    written: str, at: int, marks: Marks, *, is_until: bool = False, after: str = ""
) -> Iterator[list[Part]]:
    for form, pattern in FORMS.items():
        found = pattern.match(written, at)
        if found is None or (form == "year_first" and after == "day"):
            continue
        part = replace(_part(form, found, marks), is_until=is_until)
        end = found.end()
        if end == len(written):
            yield [part]
        elif last := TRAILING_YEAR.match(written, end):
            if part.year is None:
                yield [replace(part, year=int(last[1]))]
        elif _continues(written[end], form):
            until = written[end] == "-" or (written[end] == "/" and form == "year_first")
            following_ones = _sequences(written, end + 1, marks, is_until=until, after=form)
            for following in following_ones:
                yield [part, *following]


def _continues(mark: str, form: str) -> bool:
    """Whether another day can follow: after a stroke only one that is no part of a fraction."""
    return bool(BETWEEN.match(mark)) and (mark != "/" or form in ("day", "year_first"))


def _part(form: str, found: re.Match[str], marks: Marks) -> Part:
    return MEANING[form](found.groups(), marks)


def _year_first(groups: Groups, marks: Marks) -> Part:
    year, mark, second, third = groups
    is_swapped = marks.year_first == "ydm" and mark != "-"
    day, month = (second, third) if is_swapped else (third, second)
    return Part(int(day), int(month), int(year))


def _no_year(groups: Groups, marks: Marks) -> Part:
    first, mark, second = groups
    return _numeric(first, second, None, marks.of(mark))


def _year_last(groups: Groups, marks: Marks) -> Part:
    first, mark, second, third = groups
    return _numeric(first, second, third, marks.of(mark))


def _numeric(first: str, second: str, third: str | None, order: str) -> Part:
    if order == "ymd":
        if third is None or len(third) > len("yy"):
            return NONE
        return Part(int(third), int(second), _year(first.zfill(2)))
    day, month = (second, first) if order == "mdy" else (first, second)
    return Part(int(day), int(month), _year(third))


def _month(letter: str) -> int:
    return ord(letter) - ord("A") + 1


def _year(digits: str | None) -> int | None:
    if digits is None or len(digits) > len("yy"):
        return int(digits) if digits else None
    return int(digits) + (2000 if int(digits) < PIVOT else 1900)


NONE = Part(0, 0)
"""A day that no calendar has."""

MEANING: Mapping[str, Callable[[Groups, Marks], Part]] = {
    "year_first": _year_first,
    "year_last": _year_last,
    "year_cut": _year_last,
    "day_word_cut": lambda g, _: Part(int(g[0]), _month(g[1] or g[2]), _year(g[3])),
    "day_word": lambda g, _: Part(int(g[1]), _month(g[2]), _year(g[0] or g[3])),
    "word_day": lambda g, _: Part(int(g[2]), _month(g[1]), _year(g[0] or g[3])),
    "no_year": _no_year,
    "day": lambda g, _: Part(int(g[0])),
}


def _days(parts: list[Part], year: int | None) -> Days | None:
    """Days, months and years filled in from what stands beside them."""
    months = _filled([part.month for part in parts])
    years = _years(parts, months, year)
    try:
        dates = [
            dt.date(year, month, part.day)
            for part, month, year in zip(parts, months, years, strict=True)
            if month is not None and year is not None
        ]
    except ValueError:
        return None
    return _expanded(parts, dates) if len(dates) == len(parts) else None


def _filled(values: list[int | None]) -> list[int | None]:
    """What is missing is as it is further on, or else as it was before."""
    filled = list(values)
    for at in reversed(range(len(filled) - 1)):
        filled[at] = filled[at] if filled[at] is not None else filled[at + 1]
    for at in range(1, len(filled)):
        filled[at] = filled[at] if filled[at] is not None else filled[at - 1]
    return filled


def _years(parts: list[Part], months: list[int | None], year: int | None) -> list[int | None]:
    """From December to January a range goes over into the next year, where it names one."""
    years = _filled([part.year for part in parts])
    if all(one is None for one in years):
        return [year] * len(parts)
    for at in range(1, len(parts)):
        earlier, later = months[at - 1], months[at]
        if not (parts[at].is_until and earlier and later and earlier > later):
            continue
        here, there = years[at - 1], years[at]
        if here is not None and here == there:
            if parts[at - 1].year is None:
                years[at - 1] = here - 1
            elif parts[at].year is None:
                years[at] = here + 1
    return years


def _expanded(parts: list[Part], dates: list[dt.date]) -> Days | None:
    found: set[dt.date] = set()
    for at, (part, date) in enumerate(zip(parts, dates, strict=True)):
        length = (date - dates[at - 1]).days if part.is_until else 0
        if not 0 <= length < MOST_DAYS:
            return None
        found |= {date - dt.timedelta(back) for back in range(length + 1)}
    return tuple(sorted(found)) if len(found) <= MOST_DAYS else None
