"""A file in: its bytes become rows under the template's columns, or problems; nothing is raised."""

import csv
import io
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from data_access.attendance.columns import (
    CONTACT,
    HEADING_OF,
    INSTITUTION,
    NAME,
    REQUIRED,
    plain,
)
from data_access.attendance.problems import Problem, ProblemCode
from data_access.attendance.workbook import MAX_COLUMNS, MAX_ROWS, Grid, sheets
from data_access.rules import fold

MAX_BYTES = 5 * 1024**2
LONGEST_CELL = {NAME: 150, CONTACT: 150, INSTITUTION: 300}
LONGEST_OTHER = 100
LONGEST = max(LONGEST_CELL.values()) + 1
"""Of a longer text no more is kept than tells that it is too long."""
DELIMITERS = ";,\t"
ZIPPED, OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WORKBOOK_ENDINGS = (".xlsx", ".xlsm", ".xls", ".ods")
ALPHABET = 26
CONTROLS = dict.fromkeys(
    n for n in range(160) if unicodedata.category(chr(n)) == "Cc" and not chr(n).isspace()
)
"""Signs that nobody sees and PostgreSQL does not store; tabs and line breaks become spaces."""

MAX_DELIMITERS = 5_000
"""In one line: those of a long text among them, and still few enough to be taken apart."""

csv.field_size_limit(MAX_BYTES)


class FileKind(StrEnum):
    """What sort of file came in."""

    XLSX = "xlsx"
    CSV = "csv"


@dataclass(frozen=True)
class SheetRow:
    """One row: its number as the file counts, and the text under each of the template's columns.

    It ``overhangs`` where it has more cells than headings, as after a comma that split a name.
    """

    number: int
    cells: Mapping[str, str] = field(repr=False)
    overhangs: bool = False


@dataclass(frozen=True)
class Sheet:
    """The rows of a file that hold anything, what is wrong with them, and what sort of file."""

    rows: tuple[SheetRow, ...]
    problems: tuple[Problem, ...]
    kind: FileKind = FileKind.CSV


def read(content: bytes, name: str) -> Sheet:
    """A file's rows and its problems. ``name`` helps to tell what a damaged file was meant to be.

    Excel workbooks and CSV in UTF-8, with or without a mark at its beginning, divided by
    semicolons, commas or tabs; headings in either language and any order. A cell stays the text
    it is: "Null", "NA" and the zeros of "0037129" survive.
    """
    kind = FileKind.XLSX if content.startswith(ZIPPED) else FileKind.CSV
    found = _refusal(content, name) or (
        _of_workbook(content) if kind is FileKind.XLSX else _of_text(content)
    )
    if isinstance(found, Problem):
        return Sheet((), (found,), kind)
    rows, problems = _under_headings(found)
    return Sheet(rows, problems, kind)


def _refusal(content: bytes, name: str) -> Problem | None:
    if not content.strip():
        return Problem(ProblemCode.FILE_EMPTY)
    if len(content) > MAX_BYTES:
        return Problem(ProblemCode.FILE_TOO_LARGE)
    if content.startswith(OLD):
        return Problem(ProblemCode.OLD_OR_LOCKED)
    if name.lower().endswith(WORKBOOK_ENDINGS) and not content.startswith(ZIPPED):
        return Problem(ProblemCode.NOT_READABLE)
    return None


def _of_workbook(content: bytes) -> Grid | Problem:
    """The sheet with the template's headings; without any, the first one."""
    found = sheets(content)
    if isinstance(found, Problem):
        return found
    filled = [grid for grid in found if any(_says_anything(row) for row in grid)]
    fitting = [grid for grid in filled if NAME in _headings(_first_row(grid)[1])]
    if len(fitting) > 1:
        return Problem(ProblemCode.SEVERAL_SHEETS)
    return (fitting or filled or [[]])[0]


def _of_text(content: bytes) -> Grid | Problem:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return Problem(ProblemCode.OTHER_ENCODING)
    if "\0" in text:
        return Problem(ProblemCode.OTHER_ENCODING)
    if not text.strip():
        return Problem(ProblemCode.FILE_EMPTY)
    return _divided(io.StringIO(text, newline=""))


def _divided(lines: io.StringIO) -> Grid | Problem:
    """The rows of a text, taken apart one by one for as long as they are few and narrow."""
    delimiter = _delimiter(lines)
    lines.seek(0)
    if any(line.count(delimiter) > MAX_DELIMITERS for line in lines):
        return Problem(ProblemCode.SHEET_TOO_LARGE)
    lines.seek(0)
    rows = csv.reader(lines, delimiter=delimiter, strict=True)
    grid: Grid = []
    try:
        for row in rows:
            grid.append(row)
            if len(grid) > MAX_ROWS or len(row) > MAX_COLUMNS:
                return Problem(ProblemCode.SHEET_TOO_LARGE)
    except csv.Error:
        return Problem(ProblemCode.QUOTES, len(grid) + 1)
    return grid


def _delimiter(lines: Iterable[str]) -> str:
    """What divides the headings: that which makes the most of them, then the most frequent one."""
    first = next(line for line in lines if line.strip())[:MAX_DELIMITERS]
    return max(DELIMITERS, key=lambda mark: (len(_headings(first.split(mark))), first.count(mark)))


def _under_headings(grid: Grid) -> tuple[tuple[SheetRow, ...], tuple[Problem, ...]]:
    number, headings = _first_row(grid)
    columns = [_column(heading) for heading in headings]
    problems = _of_headings(number, headings, columns)
    if problems:
        return (), problems
    following = list(enumerate(grid[number:], start=number + 1))
    filled = [(at, row) for at, row in following if _says_anything(row)]
    if not filled:
        return (), (Problem(ProblemCode.NO_ROWS),)
    stray = {at for at, row in filled if _strays(row, columns)}
    rows = tuple(
        SheetRow(at, _cells(columns, row), at in stray or len(row) > len(columns))
        for at, row in filled
    )
    beside = [Problem(ProblemCode.CELL_WITHOUT_HEADING, at) for at in sorted(stray)]
    return rows, (*beside, *(problem for row in rows for problem in _too_long(row)))


def _of_headings(
    number: int, headings: list[str], columns: list[str | None]
) -> tuple[Problem, ...]:
    """What is wrong with the headings; a row without the required ones may hold people's names."""
    missing = [column for column in REQUIRED if column not in columns]
    if missing:
        return tuple(Problem(ProblemCode.HEADING_MISSING, column=column) for column in missing)
    found = [column for column in columns if column]
    twice = sorted({column for column in found if found.count(column) > 1})
    unknown = [
        Problem.of(ProblemCode.HEADING_UNKNOWN, number, None, _letters(place))
        for place, (heading, column) in enumerate(zip(headings, columns, strict=True))
        if _text(heading) and column is None
    ]
    return (*(Problem(ProblemCode.HEADING_TWICE, number, column) for column in twice), *unknown)


def _letters(place: int) -> str:
    """A column as spreadsheets call it; its heading may be somebody's name and is not repeated."""
    further, own = divmod(place, ALPHABET)
    return (_letters(further - 1) if further else "") + chr(ord("A") + own)


def _cells(columns: list[str | None], row: list[str]) -> dict[str, str]:
    return {column: _text(cell) for cell, column in _beside(row, columns) if column}


def _text(cell: str) -> str:
    """A cell in one line; empty where it holds nothing that anybody sees."""
    text = " ".join(cell.translate(CONTROLS).split())[:LONGEST]
    return text if text.isascii() or fold(text) else ""


def _strays(row: list[str], columns: list[str | None]) -> bool:
    """Whether something stands under no heading."""
    return any(_text(cell) for cell, column in _beside(row, columns) if column is None)


def _beside(row: list[str], columns: list[str | None]) -> list[tuple[str, str | None]]:
    """Each cell with its column; cells beyond the headings have none."""
    further = max(0, len(row) - len(columns))
    return list(zip(row, [*columns, *[None] * further], strict=False))


def _too_long(row: SheetRow) -> list[Problem]:
    """Without what stands there: a long text may hold anything."""
    return [
        Problem(ProblemCode.TEXT_TOO_LONG, row.number, column)
        for column, text in row.cells.items()
        if len(text) > LONGEST_CELL.get(column, LONGEST_OTHER)
    ]


def _first_row(grid: Grid) -> tuple[int, list[str]]:
    """The first row that says anything, and its number; an empty one where none does."""
    numbered = enumerate(grid, start=1)
    return next(((at, row) for at, row in numbered if _says_anything(row)), (0, []))


def _headings(row: list[str]) -> set[str]:
    return {column for cell in row if (column := _column(cell.strip().strip('"')))}


def _column(heading: str) -> str | None:
    """The template's column of the heading."""
    return HEADING_OF.get(plain(_text(heading)))


def _says_anything(row: list[str]) -> bool:
    return any(_text(cell) for cell in row)
