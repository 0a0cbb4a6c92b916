"""Where the lists stand in a sheet: title rows, headings in one row or two, then people."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from data_access.attendance.reading import dates, marks
from data_access.attendance.reading.heading_rows import (
    IsDay,
    across_at,
    headings_at,
    heads,
    is_label,
)
from data_access.attendance.reading.known_names import GIVEN_NAMES
from data_access.attendance.reading.roles import (
    NAMES,
    OF_A_CALL,
    SPELT,
    ColumnRole,
    is_exact,
    role_of,
)
from data_access.files.grid import Grid
from data_access.rules import fold

Row = tuple[int, Sequence[str]]

SEARCHED = 60
"""Among so many rows from the top a heading may stand anywhere, later only after a break."""
LEAST_SIDES = 2
OF_AN_ACTIVITY = frozenset({ColumnRole.TOPIC, ColumnRole.START})
BETWEEN = "|"
GUARD = re.compile(r"^'(?=[\d=+@-])")
"""Before these an apostrophe only keeps a spreadsheet from working something out."""


@dataclass
class Table:
    """Rows under one heading. ``above`` are the rows between the table before and the heading.

    ``headings`` are the texts of the columns, those of two rows put together; ``first`` is the
    number of the first heading row, 0 where there is none.
    """

    sheet: int
    first: int
    headings: list[str]
    roles: list[ColumnRole | None]
    above: list[Row] = field(default_factory=list)
    body: list[Row] = field(default_factory=list)
    again: list[int] = field(default_factory=list)

    @property
    def tells_of_a_call(self) -> bool:
        """Whether it says something of the whole meeting, and names nobody."""
        roles = set(self.roles)
        return bool(roles & OF_A_CALL) and not roles & NAMES

    def column(self, *roles: ColumnRole) -> int | None:
        """The first column of one of the roles, in the order in which they are asked for."""
        return next((self.roles.index(role) for role in roles if role in self.roles), None)

    def columns(self, role: ColumnRole) -> list[int]:
        """Every column of the role."""
        return [index for index, own in enumerate(self.roles) if own is role]


def filled_down(grid: Grid) -> list[list[str]]:
    """The sheet's rows with the text of each merged area in every cell of its first column.

    Across, an area stays one cell: a title over the whole sheet is one text.
    """
    rows = [_composed(row) for row in grid.rows]
    tall = [area for area in grid.merged if area[2] > area[0]]
    if not tall:
        return rows
    copied = {at: list(rows[at]) for top, _, bottom, _ in tall for at in range(top, bottom + 1)
              if at < len(rows)}  # fmt: skip
    for top, left, bottom, _ in tall:
        text = rows[top][left] if top < len(rows) and left < len(rows[top]) else ""
        for at in range(top + 1, min(bottom + 1, len(rows))):
            row = copied[at]
            row.extend([""] * (left + 1 - len(row)))
            row[left] = row[left] or text
    return [copied.get(at, row) for at, row in enumerate(rows)]


def _composed(row: list[str]) -> list[str]:
    """Letters and their marks as one sign each, and no apostrophe that only guards a cell."""
    whole = BETWEEN.join(row)
    if "'" not in whole and unicodedata.is_normalized("NFC", whole):
        return row
    return [GUARD.sub("", unicodedata.normalize("NFC", cell)) for cell in row]


def tables_of(
    grid: Grid, sheet: int, is_day: IsDay, heading_row: int | None = None
) -> tuple[list[Table], list[Row]]:
    """The tables of a sheet from the top, and the rows that stand under no heading.

    ``heading_row`` is where somebody said that the headings are, numbered from 1.
    """
    rows = filled_down(grid)
    found: list[Table] = []
    above: list[Row] = []
    skip = 0
    firsts: set[str] = set()
    for at, row in enumerate(rows):
        if at < skip or not any(row):
            continue
        table = found[-1] if found else None
        if table is not None and _is_again(table, row) and not _is_dated(table):
            table.again.append(at + 1)
        elif (
            _may_head(rows, at, table)
            and not is_label(rows, at)
            and (heads(row, is_day, at + 1, heading_row) or _begins_alike(firsts, row))
        ):
            headings, height = headings_at(rows, at, is_day, across_at(grid, at))
            given_up = _given_up(table)
            if table is not None and _is_of_values(table):
                given_up += [*table.above, (table.first, rows[table.first - 1])]
                found.pop()
            found.append(Table(sheet, at + 1, headings, _roles(headings), given_up + above))
            above, skip = [], at + height
            firsts.add(next((cell for cell in headings if cell), ""))
        elif table is not None:
            table.body.append((at + 1, row))
        else:
            above.append((at + 1, row))
    return found, above


def _is_again(table: Table, row: Sequence[str]) -> bool:
    """The headings once more, as at the top of each printed page."""
    if table.headings and row[0] and row[0] != table.headings[0]:
        return False
    told = [cell for cell in row if cell]
    return len(told) > 1 and [cell for cell in table.headings if cell] == told


def _begins_alike(firsts: set[str], row: Sequence[str]) -> bool:
    """Whether it begins with the word over the first column of an earlier table, as sections do."""
    told = [cell for cell in row if cell]
    return len(told) > 1 and told[0] in firsts


def _is_dated(table: Table) -> bool:
    """Whether the last rows are a title with a day of its own: another activity begins."""
    named = table.column(*NAMES)
    for _, row in reversed(table.body):
        if not _is_title(row, named):
            return False
        if any(dates.find_days(cell) for cell in row if cell):
            return True
    return False


def _may_head(rows: list[list[str]], at: int, table: Table | None) -> bool:
    if table is None or sum(map(bool, rows[at - 1])) <= 1:
        return True
    row = rows[at]
    if (row[0] or row[-1]).lower() in SPELT or not (row[0] or row[-1]):
        told = [cell for cell in row if cell]
        if len(told) > 1 and all(cell.lower() in SPELT for cell in told):
            return True
    return at < SEARCHED and table.tells_of_a_call


def _roles(headings: Iterable[str]) -> list[ColumnRole | None]:
    return [role_of(heading) if heading else None for heading in headings]


def _given_up(table: Table | None) -> list[Row]:
    """The last rows of the table before that are but a title: they belong to the next one."""
    given: list[Row] = []
    named = table.column(*NAMES) if table else None
    while table and table.body and _is_next_title(table.body, named):
        given.insert(0, table.body.pop())
    return given


def _is_of_values(table: Table) -> bool:
    """Whether what seemed a heading is a word and its number, with nobody below: "Dalībnieki;4"."""
    told = [cell for cell in table.headings if cell]
    is_pair = len(told) == LEAST_SIDES and told[1].isdecimal()
    return is_pair and not table.body and not table.again


def _is_next_title(body: Sequence[Row], named: int | None) -> bool:
    """Whether the last row is a title: by itself, or as nobody's name below a gap."""
    number, row = body[-1]
    if _is_title(row, named):
        return True
    has_gap = len(body) > 1 and number - body[-2][0] > 1
    told = [cell for cell in row if cell]
    return (
        has_gap
        and len(told) == 1
        and not any(fold(word) in GIVEN_NAMES for word in told[0].split())
    )


def _is_title(row: Sequence[str], named: int | None) -> bool:
    """One text that stands beside the names, or that numbers a section or names a kind of list.

    Or two: the title or the day of an activity after its label.
    """
    told = [(index, cell) for index, cell in enumerate(row) if cell]
    if len(told) == LEAST_SIDES and named is not None:
        (_, label), (_, value) = told
        return role_of(label) in OF_AN_ACTIVITY and is_exact(label) and not is_exact(value)
    if len(told) != 1:
        return False
    index, text = told[0]
    is_section = bool(marks.SECTION.match(text)) or marks.is_section(text)
    return index != named or is_section or is_exact(text)


def halves(table: Table) -> list[Table]:
    """The lists that stand side by side under the same headings, each as a table of its own."""
    named = [at for at, role in enumerate(table.roles) if role in NAMES]
    repeated = {table.headings[at] for at in named}
    first = next((at for at, heading in enumerate(table.headings) if heading), 0)
    begins = [at for at, heading in enumerate(table.headings) if heading == table.headings[first]]
    if len(begins) < LEAST_SIDES or len(named) < len(begins) or len(repeated) == len(named):
        return [table]
    ends = [*begins[1:], max(len(table.headings), *(len(row) for _, row in table.body), 0)]
    return [
        Table(
            table.sheet,
            table.first,
            table.headings[begin:end],
            table.roles[begin:end],
            table.above if begin == begins[0] else [],
            [(number, row[begin:end]) for number, row in table.body if any(row[begin:end])],
            table.again if begin == begins[0] else [],
        )
        for begin, end in zip(begins, ends, strict=True)
    ]
