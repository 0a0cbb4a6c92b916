"""The course of a list from row to row: people, titles of sections, and what stands below it."""

from collections.abc import Sequence
from itertools import islice

from data_access.attendance.reading import marks
from data_access.attendance.reading.cells import cell, first
from data_access.attendance.reading.content import (
    MOSTLY,
    SAMPLE,
    has_given,
    is_category,
)
from data_access.attendance.reading.layout import Layout
from data_access.attendance.reading.named import NameCells, names_in
from data_access.attendance.reading.names import NameKind, contact_of, kind_of
from data_access.attendance.reading.roles import NAMES, is_exact, role_of
from data_access.attendance.reading.roles import ColumnRole as Role
from data_access.attendance.reading.sheet import LeftOut
from data_access.attendance.reading.tables import Row

LABELLED, LEAST_AGAIN = 2, 2
LONGEST_NAME = 3
CONTACTS = (Role.EMAIL, Role.PHONE, Role.CONTACT)
OURS = (Role.INSTITUTION, Role.CATEGORY, Role.PLACE, Role.GENDER, Role.AGE, *CONTACTS)


def usual_columns(layout: Layout, body: Sequence[Row], again: Sequence[int]) -> tuple[int, ...]:
    """The columns that nearly every row of somebody fills: names, numbers, what is ours."""
    titles = {number - 1 for number in again}
    names = layout.of(*NAMES)
    rows = [row for number, row in islice(body, SAMPLE)
            if number not in titles and first(row, names) and not marks.ends_list(row)]  # fmt: skip
    return tuple(
        at for at in layout.of(Role.NUMBER, *NAMES, *OURS)
        if rows and sum(bool(cell(row, at)) for row in rows) >= MOSTLY * len(rows)
    )  # fmt: skip


class Course:
    """What each row is, after those before it.

    ``section`` is the title under which the next people stand. ``is_doubtful`` says of the row
    looked at last that it may name somebody who does not belong to the list.
    """

    def __init__(
        self, layout: Layout, cells: NameCells, usual: tuple[int, ...], again: Sequence[int]
    ) -> None:
        self.layout, self.cells, self.usual = layout, cells, usual
        self.before_headings = frozenset(number - 1 for number in again)
        self.names = cells.columns
        self.over_names = {layout.headings[at] for at in self.names}
        self.numbers = layout.of(Role.NUMBER)
        self.contacts = layout.of(*CONTACTS)
        self.ours = frozenset(layout.of(*OURS))
        self.counted = layout.of(Role.INSTITUTION, Role.CATEGORY, Role.PLACE)
        self.aside = frozenset(layout.of(Role.NUMBER, Role.SIGNATURE, Role.DAY))
        self.width = sum(role is not None for role in layout.roles)
        self.ahead = min(self.names, default=0)
        self.section, self.is_doubtful = "", False
        self.has_ended = self.is_signed = False
        self.last = 0

    def look(self, number: int, row: Sequence[str], plain: str) -> LeftOut | None:
        """Why the row is nobody's; None for a person's, or one that somebody has to look at.

        ``plain`` is its name, where nothing else than a name can stand there.
        """
        after = number - self.last if self.last else 1
        self.last = number
        self.is_doubtful = False
        if plain and after == 1 and not self.has_ended and self._is_usual(row):
            return None
        why = self._why(row, plain, after)
        if why is not None:
            title = _alone(row)
            if why is LeftOut.FOOTER and not marks.is_page(row):
                self.has_ended = True
                self.is_signed = self.is_signed or marks.is_signed_by(row)
            self.section = title or self.section
            self.has_ended = self.has_ended and why is not LeftOut.OTHER_SECTION
        elif self.is_doubtful and not plain:
            self.section = _alone(row) or self.section
        elif not self.is_doubtful:
            self.has_ended = False
        return why

    def _is_usual(self, row: Sequence[str]) -> bool:
        """Whether it fills what people fill, and numbers alone stand in front of the name."""
        for at in self.usual:
            if at >= len(row) or not row[at]:
                return False
        for text in row[: self.ahead]:
            if text and not text.isdigit():
                return not marks.ends_list(row)
        return True

    def _why(self, row: Sequence[str], plain: str, after: int) -> LeftOut | None:
        return self._nobodys(row) or self._by_place(row, plain, after)

    def _nobodys(self, row: Sequence[str]) -> LeftOut | None:
        """Why it names nobody wherever it stands: the number of a page, a rule, the headings."""
        if marks.is_page(row):
            return LeftOut.FOOTER
        if not any(map(str.isalnum, "".join(row))) and len(first(row, self.names)) > 1:
            return LeftOut.BLANK_LINE
        return LeftOut.HEADING_AGAIN if self._is_heading(row) else None

    def _by_place(self, row: Sequence[str], plain: str, after: int) -> LeftOut | None:
        is_person = self._is_person(row)
        is_below = marks.ends_list(row) or (after > 1 and self._is_labelled(row))
        if is_below and not is_person:
            return LeftOut.FOOTER
        filled = [at for at, text in enumerate(row) if text]
        if not first(row, self.names):
            return self._without_name(row, filled, after)
        if len(filled) == 1 and self._is_title(row[filled[0]]):
            return LeftOut.OTHER_SECTION
        if self.has_ended:
            return self._after_end(row, after)
        return self._doubted(row, filled, after, is_sure=is_person or bool(plain))

    def _doubted(
        self, row: Sequence[str], filled: Sequence[int], after: int, *, is_sure: bool
    ) -> LeftOut | None:
        """A row with less than the others have: the title above headings, or nobody knows."""
        is_lone = len(filled) == 1 and len(self.usual) > 1 and not has_given(row[filled[0]])
        if is_lone and self.last in self.before_headings:
            return LeftOut.OTHER_SECTION
        is_apart = after > 1 and not self._fills_usual(row)
        self.is_doubtful = is_apart or (is_lone and not is_sure)
        return None

    def _without_name(
        self, row: Sequence[str], filled: Sequence[int], after: int
    ) -> LeftOut | None:
        has_ended = self.has_ended and not (after == 1 and self.width == 1)
        only_aside = all(at in self.aside or at not in self.ours for at in filled)
        if only_aside and all(marks.is_line_number(row[at]) for at in filled):
            return LeftOut.BLANK_LINE
        if only_aside or len(filled) == 1:
            is_reached = len(filled) == 1 and filled[0] in self.contacts
            if is_reached and not has_ended and contact_of(row[filled[0]]):
                return None
            is_footer = has_ended or len(filled) > 1
            return LeftOut.FOOTER if is_footer else LeftOut.OTHER_SECTION
        return LeftOut.FOOTER if has_ended else None

    def _after_end(self, row: Sequence[str], after: int) -> LeftOut | None:
        """Below a total people go on where a row has what the others have; else nobody knows."""
        fills = self._fills_usual(row)
        goes_on = fills and (len(self.usual) > 1 or after == 1)
        if self.numbers:
            goes_on = bool(first(row, self.numbers))
        if any(marks.is_line_number(cell(row, at)) for at in self.counted):
            return LeftOut.FOOTER
        is_lone = self.width > 1 and sum(map(bool, row)) == 1
        if goes_on and not (self.is_signed or is_lone):
            return None
        names = " ".join(names_in(row, self.names))
        is_signing = self.is_signed and not (fills and len(self.usual) > len(self.names))
        if is_signing or not has_given(names) or kind_of(names) is not NameKind.PERSON:
            return LeftOut.FOOTER
        self.is_doubtful = True
        return None

    def _fills_usual(self, row: Sequence[str]) -> bool:
        numbers = [text for at in self.numbers if (text := cell(row, at))]
        return all(cell(row, at) for at in self.usual) and all(map(marks.is_line_number, numbers))

    def _is_labelled(self, row: Sequence[str]) -> bool:
        """Whether a row below a gap is a label and its value: what the list is of, and when."""
        told = [text for text in row if text]
        return len(told) == LABELLED and is_exact(told[0]) and role_of(told[0]) not in NAMES

    def _is_person(self, row: Sequence[str]) -> bool:
        """Whether a name stands there as names do, and beside it what the others have too."""
        names = names_in(row, self.names)
        text = " ".join(names)
        if not names or ":" in text or len(text.split()) > LONGEST_NAME or not has_given(text):
            return False
        if self.cells.given and not (len(names) > 1 and all(map(str.isalpha, names))):
            return False
        return self._fills_usual(row) and len(self.usual) > len(names)

    def _is_heading(self, row: Sequence[str]) -> bool:
        """Whether the headings stand there again: over the names, and over others of its cells."""
        text = first(row, self.names)
        if not text or text not in self.over_names:
            return False
        told = [cell for cell in row if cell]
        return sum(cell in self.layout.headings for cell in told) >= LEAST_AGAIN

    def _is_title(self, text: str) -> bool:
        """One text in the column of names that names a section, in a table of several columns."""
        bare = text.rstrip(": ")
        if marks.is_section(bare):
            return True
        if self.width <= 1:
            return False
        return (
            bool(marks.SECTION.match(text))
            or is_category(bare)
            or kind_of(text) in (NameKind.ORGANISATION, NameKind.NOTE)
        )


def _alone(row: Sequence[str]) -> str:
    """The title of a section, which is one text alone."""
    told = [text for text in row if text]
    return told[0].rstrip(": ") if len(told) == 1 and not told[0].isdigit() else ""
