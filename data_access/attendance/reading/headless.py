"""A list without known headings: its people are told from its title and from words over columns."""

from collections import Counter
from collections.abc import Sequence

from data_access.attendance.reading import marks
from data_access.attendance.reading.known_names import GIVEN_NAMES
from data_access.attendance.reading.names import NameKind, has_personal_code, kind_of
from data_access.attendance.reading.roles import NAMES, is_exact, role_of
from data_access.attendance.reading.tables import Row, Table
from data_access.rules import fold

LEAST_ROWS = 2
FIRST = 10
"""Among so many rows words over the columns may stand."""
LOOKED_AT = 50
HALF = 0.5


def headless(sheet: int, rows: Sequence[Row]) -> Table:
    """All rows as one table: titles above it, and the words over its columns if it has some."""
    width = _usual_width(rows)
    first = next((at for at, (_, row) in enumerate(rows) if _filled(row) >= width / 2), 0)
    if width == 1:
        first = _first_name(rows)
    first = next((at for at, (_, row) in enumerate(rows[:FIRST]) if _names_names(row)), first)
    above, body = list(rows[:first]), list(rows[first:])
    below = [row for _, row in body[1:LOOKED_AT]]
    if below and (_names_names(body[0][1]) or _is_over(body[0][1], below)):
        number, heading = body[0]
        return Table(sheet, number, list(heading), [None] * len(heading), above, body[1:])
    return Table(sheet, 0, [], [], above, body)


def _names_names(row: Sequence[str]) -> bool:
    """Whether a row of several cells says of one of them, word by word, that names stand below."""
    told = [cell for cell in row if cell]
    is_bare = not any(sign.isdigit() or sign == "@" for cell in told for sign in cell)
    return len(told) > 1 and is_bare and any(is_exact(c) and role_of(c) in NAMES for c in told)


def _filled(row: Sequence[str]) -> int:
    return sum(map(bool, row))


def _usual_width(rows: Sequence[Row]) -> int:
    widths = Counter(_filled(row) for _, row in rows[:LOOKED_AT])
    return max(widths, key=lambda width: (widths[width] > 1, width), default=1)


def _first_name(rows: Sequence[Row]) -> int:
    """Where a list in one column begins: at the first of those that are but names."""
    for at, (_, row) in enumerate(rows):
        text = next((cell for cell in row if cell), "")
        if kind_of(text) is NameKind.PERSON and not _has_digits(text) and not text.isupper():
            return at
    return 0


def _is_over(row: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Whether a row is words over columns: nothing of a person in it, where those below have."""
    told = [cell for cell in row if cell]
    if len(told) < LEAST_ROWS or any("@" in cell or marks.is_line_number(cell) for cell in told):
        return False
    return any(_differs(cell, _column(below, at)) for at, cell in enumerate(row) if cell)


def _column(rows: Sequence[Sequence[str]], at: int) -> list[str]:
    return [row[at] for row in rows if at < len(row) and row[at]]


def _differs(cell: str, below: Sequence[str]) -> bool:
    """Whether what stands below is of a kind that the cell is not."""
    if not below:
        return False
    for is_one in (_is_address, _is_whole_name, _is_given, _has_digits, has_personal_code):
        if sum(map(is_one, below)) > HALF * len(below) and not is_one(cell):
            return True
    return False


def _is_address(text: str) -> bool:
    return "@" in text


def _is_whole_name(text: str) -> bool:
    return " " in text and kind_of(text) is NameKind.PERSON and not _has_digits(text)


def _is_given(text: str) -> bool:
    return fold(text) in GIVEN_NAMES


def _has_digits(text: str) -> bool:
    return any(sign.isdigit() for sign in text)
