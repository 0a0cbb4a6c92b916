"""What sheets, columns, words, months and posts are called: as in the workbook, as on pages."""

import datetime as dt
from typing import Any

from data_access.attendance.columns import Said
from data_access.monthly import Part
from data_access.monthly.columns import HEADINGS, SHEETS, VOCABULARIES
from data_access.rules import Precision
from pages.shared.words import Words

NOTHING = "–"


def sheet(words: Words, part: Part) -> str:
    """A sheet of the workbook."""
    return said(words, SHEETS[part])


def heading(words: Words, part: Part, column: str) -> str:
    """A column of the workbook."""
    return said(words, HEADINGS[part][column])


def coded(words: Words, column: str, code: str) -> str:
    """What the workbook's list of a column calls a code."""
    return said(words, next(one for key, one in VOCABULARIES[column].items() if key == code))


def said(words: Words, both: Said) -> str:
    """In the reader's language."""
    return both.lv if words.language == "lv" else both.en


def place_of(words: Words, part: Part | None, row: int | None, column: str | None) -> str:
    """Where in the workbook something stands: sheet, row and column, as far as they are known."""
    if part is None:
        return words.say("The file")
    parts = [sheet(words, part)]
    if row:
        parts.append(words.say("row {row}", row=str(row)))
    if column in HEADINGS[part]:
        parts.append(words.say("column “{column}”", column=heading(words, part, str(column))))
    return ", ".join(parts)


def month(words: Words, day: Any) -> str:
    """A month by its name or number, with its year; or that it is not stated."""
    return words.say("month not stated") if _is_none(day) else words.period(day, day, MONTH)


def day(words: Words, found: dt.date | None) -> str:
    """A day, or a dash where none is stated."""
    return NOTHING if found is None else words.date(found)


def number(words: Words, value: float | None) -> str:
    """A number, or a dash where none is stated."""
    return NOTHING if value is None else words.number(value)


MONTH = Precision.MONTH


def _is_none(value: Any) -> bool:
    return value is None or value != value  # noqa: PLR0124 - NaT is not itself
