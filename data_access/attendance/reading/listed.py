"""The rows of a table one by one: a person, or left out with a reason, or a question."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from data_access.attendance.columns import (
    AGE_BAND,
    CATEGORY,
    CONTACT,
    GENDER,
    INSTITUTION,
    NAME,
    PLACE,
    STATUS,
)
from data_access.attendance.problems import Problem, ProblemCode
from data_access.attendance.reading import ages, marks
from data_access.attendance.reading.cells import first
from data_access.attendance.reading.content import is_category, is_part_of_name, is_whole_name
from data_access.attendance.reading.course import CONTACTS, Course, usual_columns
from data_access.attendance.reading.decisions import NOTHING, Decisions, Means, RowDecision
from data_access.attendance.reading.finding import List
from data_access.attendance.reading.layout import TAKEN, Layout
from data_access.attendance.reading.named import (
    IN_A_ROW,
    IN_ONE,
    UNCLEAR,
    NameCells,
    is_several,
    names_in,
)
from data_access.attendance.reading.names import (
    NameKind,
    NameOrder,
    PersonName,
    contact_of,
    has_personal_code,
    kind_of,
    without_personal_code,
)
from data_access.attendance.reading.presence import SAID, Days, Presence
from data_access.attendance.reading.roles import ColumnRole as Role
from data_access.attendance.reading.sheet import LeftOut, SheetRow
from data_access.attendance.reading.sources import tells_of_absence
from data_access.attendance.reading.tables import Table

__all__ = ["Listing", "Reader", "best_contact", "is_several"]

BETWEEN = "|"
"""Stands between the cells of a row, and in no personal code."""
CODE_LIKE = re.compile(r"\d{6}\D{0,3}\d{5}")
LONGEST_CELL = {NAME: 150, CONTACT: 150, INSTITUTION: 300}
LONGEST_OTHER = 100
LONGEST = 300
LOOKED_AT = 200
FIRST_OF = {
    INSTITUTION: Role.INSTITUTION,
    CATEGORY: Role.CATEGORY,
    PLACE: Role.PLACE,
    GENDER: Role.GENDER,
    AGE_BAND: Role.AGE,
}


@dataclass
class Listing:
    """What the rows of a file's tables come to."""

    rows: list[SheetRow] = field(default_factory=list)
    left_out: dict[int, LeftOut] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    totals: list[int] = field(default_factory=list)
    unsigned: int = 0
    """People of a list in which others signed or were marked, and they were not."""
    codes: int = 0
    """Rows in which a personal code stood."""


class Reader:
    """How the rows of one table are read: its columns, its source, what was decided."""

    def __init__(
        self,
        one: List,
        order: NameOrder,
        days: Days,
        decisions: Decisions,
    ) -> None:
        layout, table = one.layout, one.table
        self.table, self.offset, self.decided = table, one.offset, decisions.rows
        usual = usual_columns(layout, table.body, table.again)
        self.names = NameCells.of(layout, order, are_whole=_are_whole(table, layout))
        self.course = Course(layout, self.names, usual, table.again)
        self.presence = Presence(one, days, decisions, usual)
        found = ((column, layout.of(role)) for column, role in FIRST_OF.items())
        self.texts = tuple((column, columns) for column, columns in found if columns)
        self.emails, self.contacts = layout.of(Role.EMAIL), layout.of(*CONTACTS)
        taken = layout.of(*TAKEN)
        self.heads = layout.of(Role.HEADS)
        self.lost = {row for row, at in one.grid.unreadable if at in taken}
        self.of_section: dict[str, str] = {}
        self.is_of_absent = False
        self.into = Listing()

    def read(self, into: Listing) -> None:
        """Every row of the table."""
        self.into = into
        into.left_out.update(
            dict.fromkeys((self.offset + at for at in self.table.again), LeftOut.HEADING_AGAIN)
        )
        section = ""
        for number, row in self.table.body:
            at = self.offset + number
            decided = self.decided.get(at, NOTHING) if self.decided else NOTHING
            plain = self.names.plain(row)
            why = self.course.look(number, row, plain)
            if decided.leave_out:
                into.left_out[at] = LeftOut.DECIDED
            elif why is not None and not decided.is_person and number - 1 not in self.lost:
                into.left_out[at] = why
                if why is LeftOut.FOOTER and (total := marks.total_of(row)) is not None:
                    into.totals.append(total)
            else:
                self._person(at, row, plain, decided)
            if self.course.section != section:
                section = self.course.section
                self._begin(section)

    def _begin(self, section: str) -> None:
        """What the title of a section says of those below it."""
        self.is_of_absent = tells_of_absence(section)
        self.of_section = {}
        if is_category(section):
            self.of_section = {CATEGORY: section}
        elif marks.is_of_list(section):
            return
        elif kind_of(section) is NameKind.ORGANISATION:
            self.of_section = {INSTITUTION: section}

    def _person(self, at: int, row: Sequence[str], plain: str, decided: RowDecision) -> None:
        joined = BETWEEN.join(row)
        if CODE_LIKE.search(joined) and has_personal_code(joined):
            self.into.codes += 1
            row = [without_personal_code(text) for text in row]
            plain = ""
        cells = self._words(row)
        status, is_unsigned = self.presence.of(row)
        self.into.unsigned += is_unsigned
        contact = self._contact(row)
        remark = ""
        if plain:
            cells[NAME] = plain
        else:
            remark, contact = self._named(at, row, cells, contact, decided)
        if contact:
            cells[CONTACT] = contact
        if status:
            cells[STATUS] = status
        days = self._days(at, row, decided)
        self._ask(at, row, cells, remark, decided)
        if decided.cells:
            cells.update(decided.cells)
        if len(joined) > LONGEST_OTHER or decided.cells or "\n" in joined:
            cells = _cut(self.into, at, cells)
        self.into.rows.append(SheetRow(at, cells, days, row))

    def _words(self, row: Sequence[str]) -> dict[str, str]:
        cells = dict(self.of_section)
        for column, columns in self.texts:
            text = first(row, columns)
            if text:
                cells[column] = text
        if AGE_BAND in cells:
            cells[AGE_BAND] = ages.band(cells[AGE_BAND])
        return cells

    def _named(
        self,
        at: int,
        row: Sequence[str],
        cells: dict[str, str],
        contact: str,
        decided: RowDecision,
    ) -> tuple[str, str]:
        """The name that needs looking at, and what is asked of it; the remark and the contact."""
        text, named = self.names.read(row)
        if named.display:
            cells[NAME] = named.display
        if named.institution_hint and not cells.get(INSTITUTION):
            cells[INSTITUTION] = named.institution_hint
        contact = contact or self._contact_beside_name(row)
        if not decided.is_person and NAME not in decided.cells:
            self._ask_of_name(at, text, named, contact)
            if self.names.has_slipped(row):
                self.into.problems.append(Problem(ProblemCode.ROW_SHIFTED, at))
        return named.remark, contact

    def _ask_of_name(self, at: int, text: str, named: PersonName, contact: str) -> None:
        doubt, is_unusual = self.names.doubt(text, named, contact)
        if doubt:
            self.into.problems.append(Problem(ProblemCode.NOT_A_PERSON, at, NAME, doubt))
        elif is_unusual:
            self.into.problems.append(Problem(ProblemCode.NAME_UNUSUAL, at, NAME))

    def _days(self, at: int, row: Sequence[str], decided: RowDecision) -> tuple[dt.date, ...]:
        if not self.presence.day_columns:
            return ()
        days, unclear = self.presence.attended_days(row)
        if unclear and STATUS not in decided.cells:
            self.into.problems.append(Problem.of(ProblemCode.WORD_UNKNOWN, at, STATUS, unclear))
        return days

    def _ask(
        self,
        at: int,
        row: Sequence[str],
        cells: dict[str, str],
        remark: str,
        decided: RowDecision,
    ) -> None:
        """What the row itself leaves open, but for the name."""
        absent = self.is_of_absent or self.presence.notes_absence(row, remark)
        if absent and STATUS not in decided.cells:
            cells[STATUS] = SAID[Means.REGISTERED]
            self.into.problems.append(Problem(ProblemCode.ABSENCE_NOTED, at, STATUS))
        is_named = decided.is_person or NAME in decided.cells
        if not is_named and any(map(marks.is_of_several, names_in(row, self.heads))):
            self.into.problems.append(Problem(ProblemCode.NOT_A_PERSON, at, NAME, IN_A_ROW))
        if not is_named and self.course.is_doubtful:
            self.into.problems.append(Problem(ProblemCode.NOT_A_PERSON, at, NAME, UNCLEAR))
        if "@" in cells.get(INSTITUTION, "") and INSTITUTION not in decided.cells:
            text = cells.pop(INSTITUTION)
            cells.setdefault(CONTACT, best_contact([text]))
            self.into.problems.append(Problem(ProblemCode.ROW_SHIFTED, at))
        if self.lost and at - self.offset - 1 in self.lost:
            self.into.problems.append(Problem(ProblemCode.CELL_UNREADABLE, at, NAME))

    def _contact(self, row: Sequence[str]) -> str:
        """The e-mail address, else whatever else reaches the person."""
        for at in self.emails:
            if at < len(row) and "@" in row[at]:
                found = contact_of(row[at])
                if found:
                    return found[1]
        return best_contact(names_in(row, self.contacts)) if self.contacts else ""

    def _contact_beside_name(self, row: Sequence[str]) -> str:
        """The contact that stands in the cell of the name, as in lists out of an address book."""
        cells = names_in(row, self.names.columns)
        told = [part for text in cells for part in IN_ONE.split(text)]
        return best_contact([part for part in told if contact_of(part)]) if len(told) > 1 else ""


def _are_whole(table: Table, layout: Layout) -> bool:
    """Whether most names of the list have several words."""
    if layout.of(Role.GIVEN, Role.JOIN, Role.DURATION, Role.ACTION):
        return False
    columns = layout.of(Role.FULL_NAME, Role.SURNAME)
    told = [text for _, row in table.body[:LOOKED_AT] if (text := first(row, columns))]
    return sum(map(is_whole_name, told)) > sum(map(is_part_of_name, told))


def _cut(into: Listing, at: int, cells: dict[str, str]) -> dict[str, str]:
    """The cells on one line each; one that is cut says so."""
    kept = {
        column: text[: LONGEST + 1].replace("\n", " ") for column, text in cells.items() if text
    }
    into.problems += [
        Problem(ProblemCode.TEXT_TOO_LONG, at, column)
        for column, text in kept.items()
        if len(text) > LONGEST_CELL.get(column, LONGEST_OTHER)
    ]
    return kept


def best_contact(told: Sequence[str]) -> str:
    """Of several cells the first e-mail address, else the first telephone number, else a text."""
    found = [contact for text in told if (contact := contact_of(text))]
    for kind in ("email", "phone"):
        for own, usable in found:
            if own == kind:
                return usable
    return next((text for text in told if any(sign.isalnum() for sign in text)), "")
