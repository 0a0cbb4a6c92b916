"""Words, dates and numbers in the reader's language: Latvian first, English beside it."""

import datetime as dt
import gettext
import re
from collections.abc import Callable, Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, ClassVar

import pandas as pd
from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, format_percent

from data_access.clock import RIGA
from data_access.rules import Precision, latvian_key

LANGUAGES = ("lv", "en")
LOCALE = Path(__file__).parent / "locale"
WORD_JOINER = "\u2060"
NO_BREAK = "\u00a0"
_LINES = re.compile(r"[ \t\r\n\f\v]+")
_ADDRESSES = re.compile(r"(?<=:)(?=//)|(?<=www)(?=\.)|(?<=\S)(?=@)", re.IGNORECASE)
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


class Words:
    """One language: every sentence, date and number that a person sees goes through here."""

    def __init__(self, language: str) -> None:
        self.language = language if language in LANGUAGES else LANGUAGES[0]
        self._catalogue = _catalogue(self.language)

    def say(self, message: str, **values: object) -> str:
        """The message (an English source string) in the language, with its values put in."""
        return self._catalogue.gettext(message).format(**values)

    def count(self, singular: str, plural: str, number: int, **values: object) -> str:
        """The message in the plural form that the number asks for; ``{n}`` is the number."""
        text = self._catalogue.ngettext(singular, plural, number)
        return text.format(n=self.number(number), **values)

    def code(self, vocabulary: Mapping[str, str], code: object) -> str:
        """What a code of a vocabulary is called."""
        return self.say(vocabulary[str(code)])

    def pick(self, row: Mapping[Any, Any], name: str) -> str:
        """The text that a row holds in both languages; empty where it has none."""
        value = row[f"{name}_{self.language}"]
        return "" if value is None or value is pd.NA else str(value)

    def number(self, value: float) -> str:
        """6 279 and 26,8 in Latvian; 6,279 and 26.8 in English."""
        return format_decimal(value, locale=self.language)

    def decimal(self, value: float | Decimal, places: int) -> str:
        """3,90 in Latvian, 3.90 in English: always with so many decimals, rounded half up."""
        exact = Decimal(str(value)).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
        return format_decimal(exact, format=f"#,##0.{'0' * places}", locale=self.language)

    def percent(self, value: float) -> str:
        """A share given in percent, such as 95 for 95 %."""
        written = format_percent(value / 100, locale=self.language)
        return written.replace("%", f"{NO_BREAK}%") if self._latvian else written

    def money(self, cents: int) -> str:
        """An amount of euro given in cents."""
        amount = format_decimal(cents / 100, format="#,##0.00", locale=self.language)
        return f"{amount}{NO_BREAK}EUR"

    def date(self, day: dt.date) -> str:
        """22.07.2020. in Latvian, 22 July 2020 in English."""
        pattern = "dd.MM.y." if self.language == "lv" else "d MMMM y"
        return format_date(day, pattern, locale=self.language)

    def moment(self, moment: dt.datetime) -> str:
        """A moment by the clock of Riga."""
        local = moment.astimezone(RIGA)
        return f"{self.date(local.date())} {local:%H:%M}"

    def period(self, start: object, end: object, precision: object) -> str:
        """A span of days as exactly as it is known; says so where it is not stated."""
        first, last = _day(start), _day(end)
        if first is None:
            return self.say("date not stated")
        write = self._PRECISIONS.get(str(precision), Words._days)
        return write(self, first, last or first)

    def sort(self, texts: Iterable[str]) -> list[str]:
        """In the order of the Latvian alphabet, in both languages: most names are Latvian."""
        return sorted(texts, key=latvian_key)

    def chart_locale(self) -> dict[str, dict[str, object]]:
        """Numbers and dates for inside a chart, in the form that Vega asks for."""
        comma, point = (NO_BREAK, ",") if self.language == "lv" else (",", ".")
        number: dict[str, object] = {
            "decimal": point,
            "thousands": comma,
            "grouping": [3],
            "currency": ["", ""],
        }
        return {"number": number, "time": _time_locale(self.language)}

    def _days(self, first: dt.date, last: dt.date) -> str:
        if first == last:
            return self.date(first)
        if (first.year, first.month) != (last.year, last.month):
            return f"{self.date(first)}–{self.date(last)}"
        day = f"{first:%d}." if self._latvian else str(first.day)
        return f"{day}–{self.date(last)}"

    def _months(self, first: dt.date, last: dt.date) -> str:
        pattern = "MM.y." if self._latvian else "MMMM y"
        months = [format_date(day, pattern, locale=self.language) for day in (first, last)]
        return "–".join(dict.fromkeys(months))

    def _half_years(self, first: dt.date, last: dt.date) -> str:
        """One half of a year by its name; another span by its months."""
        if (first.month, last.month) not in HALVES or first.year != last.year:
            return self._months(first, last)
        return self.say(HALVES[first.month, last.month], year=str(first.year))

    def _years(self, first: dt.date, last: dt.date) -> str:
        dot = "." if self._latvian else ""
        return "–".join(dict.fromkeys(f"{day.year}{dot}" for day in (first, last)))

    @property
    def _latvian(self) -> bool:
        return self.language == "lv"

    _PRECISIONS: ClassVar[dict[str, Callable[["Words", dt.date, dt.date], str]]] = {
        Precision.DAY: _days,
        Precision.MONTH: _months,
        Precision.HALF_YEAR: _half_years,
        Precision.YEAR: _years,
        Precision.HORIZON: _years,
    }


def safe(text: object) -> str:
    """Text from the database as it stands: nothing in it is read as Markdown.

    A sign without width keeps addresses from becoming links, which escapes alone do not.
    """
    plain = _ADDRESSES.sub(WORD_JOINER, _LINES.sub(" ", str(text)))
    return _PUNCTUATION.sub(r"\\\1", plain)


def mark(message: str) -> str:
    """A source string that is looked up later; marked so that the catalogues know it."""
    return message


HALVES = {(1, 6): mark("first half of {year}"), (7, 12): mark("second half of {year}")}
"""What the halves of a year are called, by their first and last month."""


def _day(value: object) -> dt.date | None:
    if value is None or value is pd.NaT:
        return None
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    raise TypeError(f"not a day: {type(value).__name__}")


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    """The language's catalogue; English is the source and needs none."""
    path = LOCALE / language / "LC_MESSAGES" / "messages.po"
    if not path.exists():
        return gettext.NullTranslations()
    compiled = BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, locale=language))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def _time_locale(language: str) -> dict[str, object]:
    days = [dt.date(2023, 1, day) for day in range(1, 8)]
    months = [dt.date(2023, month, 1) for month in range(1, 13)]

    def names(of: list[dt.date], pattern: str) -> list[str]:
        return [format_date(day, pattern, locale=language) for day in of]

    return {
        "dateTime": "%d.%m.%Y. %H:%M",
        "date": "%d.%m.%Y.",
        "time": "%H:%M",
        "periods": ["", ""],
        "days": names(days, "EEEE"),
        "shortDays": names(days, "EEE"),
        "months": names(months, "LLLL"),
        "shortMonths": names(months, "LLL"),
    }
