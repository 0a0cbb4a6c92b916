"""Under which headings rows to be mended stand: the file's own, with what the reader added."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from data_access.attendance.columns import (
    AGE_BAND,
    CODE_OF,
    CONTACT,
    HEADINGS,
    NAME,
    STATUS,
    STATUSES,
    Said,
    plain,
)
from data_access.attendance.entry import usable_contact
from data_access.attendance.reading import ages, dates, marks
from data_access.attendance.reading.dates import Orders
from data_access.attendance.reading.roles import ColumnRole as Role
from data_access.attendance.reading.roles import role_of
from data_access.attendance.reading.sheet import Column, LeftOut, Sheet, SheetRow
from data_access.rules import fold

BESIDE: Mapping[str, tuple[str, str, str]] = {
    "lv": ("Rinda failā", "Kas nav kārtībā", "Ko darīt"),
    "en": ("Row in the file", "What is wrong", "What to do"),
}
"""Headings of what is added: the reader of lists passes these columns over."""

PASSED_OVER = frozenset(fold(heading) for headings in BESIDE.values() for heading in headings)
OURS: Mapping[str, str] = {
    **dict.fromkeys((Role.FULL_NAME, Role.GIVEN, Role.SURNAME), NAME),
    **dict.fromkeys((Role.EMAIL, Role.PHONE, Role.CONTACT), CONTACT),
    **dict.fromkeys((Role.STATUS, Role.CHECK_IN), STATUS),
}
"""Our column of a role; other roles are called as ours are."""

SAID: Mapping[str, Said] = {
    Role.GIVEN: Said("Vārds", "First name"),
    Role.SURNAME: Said("Uzvārds", "Last name"),
    Role.EMAIL: Said("E-pasts", "E-mail"),
    Role.PHONE: Said("Tālrunis", "Telephone"),
}
AS_IT_IS = frozenset({None, Role.DAY, Role.STATUS, Role.CHECK_IN})
"""Headings of these roles are not explained: their own words, or the marks under them, are."""

LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Laid:
    """Columns of the workbook: those of the file by their index, then our own.

    ``own`` are ours that the file lacks, or all of ours where its rows stand under several tables.
    """

    headings: tuple[str, ...] = field(repr=False)
    columns: tuple[Column, ...]
    own: tuple[str, ...]
    language: str

    def positions(self, columns: Iterable[str]) -> list[int]:
        """Where what stands in our columns stands here, each once."""
        asked = set(columns)
        of_file = [at for at, one in enumerate(self.columns) if our(one) in asked]
        of_ours = [at for at, one in enumerate(self.own, len(self.columns)) if one in asked]
        return of_file + of_ours

    def cells(self, row: SheetRow) -> list[str]:
        """The row's cells as they came, and what was found out or decided beyond them.

        Of a row out of another table only what is ours stands under the columns.
        """
        came = is_under(row, self.columns)
        cells = [_at(row, column) if came else "" for column in self.columns]
        for name, text in row.cells.items():
            if name in self.own or (came and (name == STATUS or says(row, self.columns, name))):
                continue
            at = next((at for at, one in enumerate(self.columns) if our(one) == name), None)
            if at is not None:
                cells[at] = text
        return cells + [_worded(name, row.cells.get(name, ""), self.language) for name in self.own]


def laid_out(sheet: Sheet, rows: Sequence[SheetRow], language: str) -> Laid:
    """The columns for these rows of the sheet, in one language."""
    columns = tuple(column for column in sheet.columns if _is_kept(column))
    came = [row for row in rows if is_under(row, columns)]
    if not any(our(column) == NAME for column in columns) or not came:
        own = tuple(name for name in HEADINGS if name == NAME or _any(rows, name))
        return Laid(tuple(_in(language, HEADINGS[name]) for name in own), (), own, language)
    there = {our(column) for column in columns}
    lacking = [name for name in HEADINGS if name not in there and _any(rows, name)]
    if STATUS in there and not (came == rows and all(says(r, columns, STATUS) for r in rows)):
        lacking.append(STATUS)
    days = _days(sheet, columns)
    headings = [days.get(column.index) or _heading(column, language) for column in columns]
    headings += [_in(language, HEADINGS[name]) for name in lacking]
    return Laid(tuple(headings), columns, tuple(lacking), language)


def our(column: Column) -> str | None:
    """Which of our columns a column of the file belongs to."""
    return None if column.role is None else OURS.get(column.role, column.role)


def is_under(row: SheetRow, columns: Sequence[Column]) -> bool:
    """Whether the row stood under these columns: they hold its name, and nothing that is not its.

    A file may hold several tables; its columns are those of the first one.
    """
    told: dict[str, str] = {}
    for column in columns:
        name = our(column)
        if name is not None and name in HEADINGS and name != STATUS:
            told[name] = f"{told.get(name, '')} {_at(row, column)}".strip()
    stands = told.pop(NAME, "")
    if not _words(row.cells.get(NAME, "")) <= _words(stands):
        return False
    return all(row.cells.get(column) for column, text in told.items() if text)


def says(row: SheetRow, columns: Sequence[Column], name: str) -> bool:
    """Whether the row as it came says by itself what it says under one of our columns."""
    text = row.cells.get(name, "")
    told = [cell for column in columns if our(column) == name and (cell := _at(row, column))]
    if name == NAME:
        return bool(told) and _words(text) <= _words(" ".join(told))
    if name == CONTACT:
        same = usable_contact(text)
        return any(_closed(text) in _closed(cell) or usable_contact(cell) == same for cell in told)
    if name == STATUS:
        return any(_code(cell) == _code(text) is not None for cell in told)
    if name == AGE_BAND:
        return any(text in (cell, ages.band(cell)) for cell in told)
    return text in told


def _is_kept(column: Column) -> bool:
    if column.left_out is LeftOut.PERSONAL_CODE or fold(column.heading) in PASSED_OVER:
        return False
    return bool(column.heading) or column.left_out is not LeftOut.EMPTY


def _heading(column: Column, language: str) -> str:
    """The file's own; where it does not say what stands under it, ours goes before it."""
    if column.role in AS_IT_IS or (column.heading and role_of(column.heading) == column.role):
        return column.heading
    said = SAID.get(column.role or "") or HEADINGS[our(column) or NAME]
    return " / ".join(filter(None, (_in(language, said), column.heading)))


def _days(sheet: Sheet, columns: Sequence[Column]) -> dict[int, str]:
    """Headings of columns of days with the year, which may stand in a title above the table."""
    of_days = [column for column in columns if column.role == Role.DAY]
    year = next((day.year for day in _told_days(sheet)), None)
    found: dict[int, str] = {}
    for place, column in enumerate(of_days):
        numbered = marks.day_number(column.heading) is not None
        if numbered and len(sheet.days) == len(of_days):
            days: Sequence[dt.date] = (sheet.days[place],)
        else:
            days = dates.days_of(column.heading, Orders(), year) or ()
        if len(days) == 1:
            found[column.index] = f"{days[0]:%d.%m.%Y}."
    return found


def _told_days(sheet: Sheet) -> Iterator[dt.date]:
    yield from sheet.days
    for row in sheet.rows:
        yield from row.days


def _at(row: SheetRow, column: Column) -> str:
    return row.source[column.index] if column.index < len(row.source) else ""


def _any(rows: Iterable[SheetRow], name: str) -> bool:
    return any(row.cells.get(name) for row in rows)


def _words(text: str) -> set[str]:
    return set(LETTERS.findall(fold(text)))


def _closed(text: str) -> str:
    return fold(text).replace(" ", "")


def _code(text: str) -> str | None:
    return CODE_OF[STATUS].get(plain(text))


def _worded(name: str, text: str, language: str) -> str:
    """A word of ours in the language of the workbook; any other text as it is."""
    code = _code(text) if name == STATUS else None
    said = next((said for known, said in STATUSES.items() if known == code), None)
    return text if said is None else _in(language, said)


def _in(language: str, said: Said) -> str:
    return said.lv if language == "lv" else said.en
