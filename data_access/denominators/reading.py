"""A table of two columns in: municipalities by name or code, and a number of each."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sqlalchemy import Connection

from data_access.access import Reader, Right, require
from data_access.clock import today
from data_access.denominators.keeping import is_usable
from data_access.files.grid import Grid, Opened
from data_access.files.opening import open_file
from data_access.files.problems import Refused
from data_access.gazetteer import Found, Gazetteer, NotThen, Shared

COLUMNS = 2
LONGEST = 80
_WHOLE = re.compile(r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+")

Lines = list[tuple[int, str, str]]


class Unread(StrEnum):
    """Why a row, or (without a row) the whole table, says nothing."""

    UNKNOWN = "unknown"
    ANOTHER_DIVISION = "another_division"
    SEVERAL = "several"
    TWICE = "twice"
    NOT_A_NUMBER = "not_a_number"
    NO_NUMBER = "no_number"
    NO_ROWS = "no_rows"
    OTHER_COLUMNS = "other_columns"
    LETTERS = "letters"


@dataclass(frozen=True)
class Remark:
    """What is wrong with a row (counted from 1), and what stood there."""

    code: Unread
    row: int | None = None
    text: str = ""


@dataclass(frozen=True)
class Read:
    """Numbers by place, and what could not be taken over; or ``refused``: why nothing was read."""

    numbers: Mapping[str, int] = field(default_factory=dict)
    remarks: tuple[Remark, ...] = ()
    refused: Refused | None = None


def read(connection: Connection, reader: Reader, division: str, content: bytes, name: str) -> Read:
    """What a file says of the municipalities of a division; nothing is stored.

    Two columns: a name, in any of its forms, or a code such as LV-097; and a whole number, in
    which spaces may part thousands. Other columns are refused, so that none is taken for another.
    Names are those of the division's last day, or of today. Rows above the first number that name
    no municipality are headings. What is named twice is taken from neither row.
    """
    require(reader, Right.READ_PUBLISHED)
    opened = open_file(content, name)
    if isinstance(opened, Refused):
        return Read(refused=opened)
    lines = _lines(opened)
    if isinstance(lines, Remark):
        return Read(remarks=(lines,))
    names = _Names.of(connection, reader, division)
    return _read(lines, names)


def _read(lines: Lines, names: "_Names") -> Read:
    found: dict[str, list[tuple[int, str, int]]] = {}
    remarks: list[Remark] = []
    for row, name, written in lines:
        place, value = names.place(name), whole(written)
        if not found and place is Unread.UNKNOWN and isinstance(value, Unread):
            continue
        if isinstance(place, Unread):
            remarks.append(Remark(place, row, name[:LONGEST]))
        elif isinstance(value, Unread):
            remarks.append(Remark(value, row, f"{name}: {written}"[:LONGEST]))
        else:
            found.setdefault(place, []).append((row, name, value))
    for several in (rows for rows in found.values() if len(rows) > 1):
        remarks += [Remark(Unread.TWICE, row, name[:LONGEST]) for row, name, _ in several]
    numbers = {place: rows[0][2] for place, rows in found.items() if len(rows) == 1}
    if not numbers and not remarks:
        remarks.append(Remark(Unread.NO_ROWS))
    return Read(numbers, tuple(sorted(remarks, key=lambda one: one.row or 0)))


@dataclass(frozen=True)
class _Names:
    """The names of a division's municipalities."""

    gazetteer: Gazetteer
    division: str

    @classmethod
    def of(cls, connection: Connection, reader: Reader, division: str) -> "_Names":
        return cls(Gazetteer.of(connection, reader), division)

    def place(self, text: str) -> str | Unread:
        """The municipality that a name or a code means, or why none."""
        municipalities = self.gazetteer.land.municipalities
        coded = f"{self.division}:{text.strip().upper()}"
        if coded in municipalities:
            return coded
        ends = [m.valid_to for m in municipalities.values() if m.division == self.division]
        last = max((day for day in ends if day), default=None) if all(ends) else None
        match self.gazetteer.look_up(text, last or today()):
            case Found(municipality) if municipality.division == self.division:
                return municipality.place
            case Found() | NotThen():
                return Unread.ANOTHER_DIVISION
            case Shared():
                return Unread.SEVERAL
        return Unread.UNKNOWN


def _lines(opened: Opened) -> Lines | Remark:
    """Each row's number, name and number as written, without headings; or what is wrong."""
    if opened.damage is not None and not opened.repaired:
        return Remark(Unread.LETTERS)
    sheets = [grid for grid in opened.sheets if not grid.is_hidden] or list(opened.sheets)
    grid = next((grid for grid in sheets if any(map(any, grid.rows))), sheets[0])
    columns = sorted({at for row in grid.rows for at, cell in enumerate(row) if cell.strip()})
    if len(columns) != COLUMNS:
        return Remark(Unread.OTHER_COLUMNS, None, str(len(columns)))
    return list(_filled(grid, columns))


def _filled(grid: Grid, columns: list[int]) -> Iterator[tuple[int, str, str]]:
    for number, row in enumerate(grid.rows, 1):
        name, written = ((row[at].strip() if at < len(row) else "") for at in columns)
        if name or written:
            yield number, name, written


def whole(written: str) -> int | Unread:
    """The number that somebody wrote: digits, in which spaces may part thousands; or why none."""
    written = written.strip()
    if not written:
        return Unread.NO_NUMBER
    if not _WHOLE.fullmatch(written):
        return Unread.NOT_A_NUMBER
    value = int("".join(written.split()))
    return value if is_usable(value) else Unread.NOT_A_NUMBER
