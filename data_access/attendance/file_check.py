"""A file looked at without storing anything: who it names, what is unclear, as plain data."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from data_access.attendance.arrivals import Arrival, arrivals_of
from data_access.attendance.calling import Line
from data_access.attendance.columns import INSTITUTION, NOT_STATED, PLACE
from data_access.attendance.counts import Counts, total_differs
from data_access.attendance.entry import Entry, usable_contact
from data_access.attendance.problems import Problem, ProblemCode, Weight
from data_access.attendance.reading import Sheet, SheetRow, read
from data_access.attendance.reading.layout import letters
from data_access.attendance.reading.names import same_key
from data_access.attendance.reading.roles import ColumnRole
from data_access.attendance.resolver import Resolver
from data_access.attendance.sentences import sentence
from data_access.attendance.who import told_apart
from data_access.rules import AttendanceStatus, PlaceKind, fold

READABLE, WITH_QUESTIONS, REFUSED = 0, 1, 2
Found = dict[str, Any]

NOBODY = frozenset(
    {
        ProblemCode.NOT_A_PERSON,
        ProblemCode.LETTERS_LOST,
        ProblemCode.MOJIBAKE,
        ProblemCode.NAME_MISSING,
        ProblemCode.ROW_SHIFTED,
        ProblemCode.CELL_UNREADABLE,
        ProblemCode.TEXT_TOO_LONG,
    }
)
"""A row with one of these names nobody yet; a row with another question names somebody."""


def check_file(content: bytes, name: str, resolver: Resolver | None = None) -> tuple[int, Found]:
    """The exit code and what the file says: one of ``rows`` for each distinct person.

    0: readable; 1: readable with questions; 2: not readable, and ``problems`` says why. Places and
    institutions are known from ``resolver``, by default the documented facts.
    """
    sheet = read(content, name)
    codes = {one.code for one in sheet.problems}
    if not sheet.rows and ProblemCode.NO_NAMES not in codes and any(c.blocks for c in codes):
        return REFUSED, _answer(sheet, [], sheet.problems, Counts.of(sheet, (), ()))
    looked = _Look(sheet, resolver or Resolver.of_facts())
    code = WITH_QUESTIONS if any(one.code.asks for one in looked.problems) else READABLE
    return code, looked.answer()


class _Look:
    """A sheet with its people told apart by what the file alone says."""

    def __init__(self, sheet: Sheet, resolver: Resolver) -> None:
        self.sheet = sheet
        self.rows: Mapping[int, SheetRow] = {row.number: row for row in sheet.rows}
        self.entries: dict[int, Entry] = {}
        problems = list(sheet.problems)
        day = sheet.days[-1] if sheet.days else None
        for row in sheet.rows:
            self.entries[row.number], unclear = resolver.entry(row, day)
            problems += unclear
        nobody = {one.row for one in problems if one.code in NOBODY}
        lines = [self._line(row) for row in sheet.rows if row.number not in nobody]
        groups, unclear = told_apart(lines, {}, joins=sheet.joins)
        problems += unclear
        self.doubted = {one.row for one in problems if one.code is ProblemCode.ABSENCE_NOTED}
        self.is_open = any(
            one.code is ProblemCode.ATTENDED_OR_REGISTERED and one.found is None for one in problems
        )
        self.people, notes = arrivals_of(groups, self.entries, {}, ())
        problems += notes
        self.waiting = _waiting(problems, self.rows)
        sure, _ = arrivals_of(groups, self.entries, {}, self.waiting)
        self.counts = Counts.of(sheet, sure, self.waiting)
        counted = Counts.attended(self.people)
        problems += total_differs(sheet, counted, counted)
        self.problems = tuple(sorted(problems, key=lambda one: (one.row or 0, one.code.value)))

    def _line(self, row: SheetRow) -> Line:
        text = row.cells.get(INSTITUTION, "")
        institution = fold(text) or None
        contact = usable_contact(self.entries[row.number].contact)
        return Line(row.number, same_key(self.entries[row.number].name), contact, institution)

    def answer(self) -> Found:
        """What a program gets."""
        people = [self._person(one) for one in self.people]
        return _answer(self.sheet, people, self.problems, self.counts)

    def _person(self, one: Arrival) -> Found:
        row = self.rows[one.first]
        is_sure = not (self.is_open or self.doubted.intersection(one.rows))
        came = is_sure and one.entry.status == AttendanceStatus.ATTENDED
        return {
            "row": row.number,
            "name": one.entry.name,
            "status": (AttendanceStatus.ATTENDED if came else AttendanceStatus.REGISTERED).value,
            "institution": self._text(one, INSTITUTION),
            "municipality": _municipality(self._text(one, PLACE), one.entry.place),
            "category": one.entry.category,
        }

    def _text(self, one: Arrival, column: str) -> str | None:
        told = (self.rows[number].cells.get(column) for number in one.rows)
        return next((text for text in told if text), None)


def _answer(
    sheet: Sheet, people: Sequence[Found], problems: Sequence[Problem], counts: Counts
) -> Found:
    return {
        "source": sheet.source.value,
        "encoding": sheet.encoding,
        "activity": {"title": sheet.title, "date": _day(sheet.days)},
        "rows": list(people),
        "problems": [_problem(sheet, one) for one in problems],
        "counts": {
            "read": counts.read,
            "accepted": counts.accepted,
            "merged": counts.merged,
            "skipped": counts.skipped,
            "rejected": counts.rejected,
        },
        "stated_total": sheet.stated_total,
    }


def _waiting(problems: Sequence[Problem], rows: Collection[int]) -> frozenset[int]:
    blocked = {one.row for one in problems if one.code.weight is Weight.ROW}
    return frozenset(row for row in rows if row in blocked)


def _municipality(raw: str | None, place: str) -> Found:
    division, colon, iso = place.partition(":")
    known = place not in (NOT_STATED, *PlaceKind) and bool(colon)
    return {
        "raw": raw,
        "division": division if known else None,
        "code": iso if known else None,
    }


def _problem(sheet: Sheet, one: Problem) -> Found:
    return {
        "row": one.row,
        "column": _letters(sheet, one.column),
        "code": one.code.value,
        "message": sentence(one),
    }


def _letters(sheet: Sheet, column: str | None) -> str | None:
    """The column of the file in which ours stands; ours where it stands in none or in several."""
    if column is None:
        return None
    roles = OF_OURS.get(column, (column,))
    return next((letters(one.index) for one in sheet.columns if one.role in roles), column)


OF_OURS = {
    "name": (ColumnRole.FULL_NAME.value, ColumnRole.SURNAME.value, ColumnRole.GIVEN.value),
    "contact": (ColumnRole.EMAIL.value, ColumnRole.CONTACT.value, ColumnRole.PHONE.value),
}


def _day(days: Sequence[dt.date]) -> str | None:
    return days[0].isoformat() if days else None
