"""A file as rows of text under the register's columns, and what was left aside on the way."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from data_access.files.grid import Choices, Damage, Grid, Opened
from data_access.files.opening import NONE_MADE, open_file
from data_access.files.problems import Refused
from data_access.recommendations.importing.columns import (
    COLUMN_OF,
    LEFT_ASIDE,
    REFERENCE,
    TEXTS,
    is_example,
    key,
)
from data_access.recommendations.importing.problems import OF_FILE, Code, Problem

HEADINGS_WITHIN = 20
"""Rows above the headings that may hold a title."""
FEWEST_HEADINGS = 2
MOST_ENTRIES = 5_000
Cells = Mapping[str, str]


@dataclass(frozen=True)
class Table:
    """The rows by their numbers in the file, and problems of the file and of single cells.

    ``figures`` belong to a file that is refused; ``candidates`` are other ways to read letters.
    """

    sha256: str
    rows: Mapping[int, Cells] = field(default_factory=dict, repr=False)
    problems: tuple[Problem, ...] = field(default=(), repr=False)
    columns: tuple[str, ...] = ()
    encoding: str | None = None
    candidates: tuple[str, ...] = ()
    figures: Mapping[str, int] = field(default_factory=dict)

    @property
    def is_refused(self) -> bool:
        """Whether nothing of the file can be gone on with."""
        return not self.rows or any(problem.code in OF_FILE for problem in self.problems)


def read_table(content: bytes, name: str = "", choices: Choices = NONE_MADE) -> Table:
    """The file's rows; what cannot be opened or holds no entries says so in its problems."""
    digest = hashlib.sha256(content).hexdigest()
    opened = open_file(content, name, choices)
    if isinstance(opened, Refused):
        return Table(digest, problems=(Problem(opened.problem.value),), figures=opened.figures)
    found = [(grid, at) for grid in opened.sheets if (at := _headings_at(grid)) is not None]
    visible = [one for one in found if not one[0].is_hidden]
    if not visible:
        beside = tuple(Problem(Code.SHEET_HIDDEN.value, value=grid.name) for grid, _ in found)
        return Table(digest, problems=(Problem(Code.NO_HEADINGS.value), *beside))
    (grid, at), *others = visible
    problems = [*_of_letters(opened, choices), *_beside(found, others)]
    return _table(digest, grid, at, opened, problems)


def _headings_at(grid: Grid) -> int | None:
    """The row with the most known headings, if they are enough to tell entries by."""
    counted = [
        (len({*filter(None, map(_column, row))} & {REFERENCE, *TEXTS}), len(_known(row)), -at)
        for at, row in enumerate(grid.rows[:HEADINGS_WITHIN])
    ]
    telling, known, at = max(counted, default=(0, 0, 0))
    return -at if telling and known >= FEWEST_HEADINGS else None


def _column(heading: str) -> str | None:
    return COLUMN_OF.get(key(heading))


def _known(row: Sequence[str]) -> set[str]:
    return {column for cell in row if (column := _column(cell))}


def _of_letters(opened: Opened, choices: Choices) -> Iterator[Problem]:
    if opened.damage is Damage.MOJIBAKE and not opened.repaired and not choices.encoding:
        yield Problem(Code.MOJIBAKE.value)
    elif not opened.is_certain and not choices.encoding:
        yield Problem(Code.ENCODING_UNCERTAIN.value, value=opened.encoding or "")


def _beside(
    found: Iterable[tuple[Grid, int]], others: Sequence[tuple[Grid, int]]
) -> Iterator[Problem]:
    """Sheets that hold entries as well and are not read."""
    for grid, _ in found:
        if grid.is_hidden:
            yield Problem(Code.SHEET_HIDDEN.value, value=grid.name)
    for grid, _ in others:
        yield Problem(Code.SHEET_BESIDE.value, value=grid.name)


def _table(digest: str, grid: Grid, at: int, opened: Opened, problems: list[Problem]) -> Table:
    columns, aside = _columns(grid.rows[at])
    problems += aside
    rows = dict(_rows(grid, at, columns))
    examples = [number for number, cells in rows.items() if is_example(cells.get(REFERENCE, ""))]
    for number in examples:
        del rows[number]
        problems.append(Problem(Code.EXAMPLE_LEFT_OUT.value, number))
    problems += _of_cells(grid, columns, rows, opened)
    if not rows:
        problems.append(Problem(Code.NO_ROWS.value))
    if len(rows) > MOST_ENTRIES:
        problems.append(Problem(Code.TOO_MANY_ENTRIES.value, value=str(MOST_ENTRIES)))
    return Table(
        digest,
        rows,
        tuple(problems),
        tuple(columns.values()),
        opened.encoding,
        opened.candidates,
    )


def _columns(headings: Sequence[str]) -> tuple[dict[int, str], list[Problem]]:
    """Our columns by their position in the file; those left aside."""
    columns: dict[int, str] = {}
    aside = []
    for at, heading in enumerate(headings):
        column = _column(heading)
        if not key(heading):
            continue
        if column is None:
            is_ours = key(heading) in LEFT_ASIDE
            code = Code.COLUMN_WORKED_OUT if is_ours else Code.COLUMN_UNKNOWN
            aside.append(Problem(code.value, value=heading.strip()))
        elif column in columns.values():
            aside.append(Problem(Code.COLUMN_TWICE.value, None, column, heading.strip()))
        else:
            columns[at] = column
    return columns, aside


def _rows(grid: Grid, heading: int, columns: Mapping[int, str]) -> Iterator[tuple[int, Cells]]:
    """Rows with a text in them, by their numbers; one cell of several rows holds in all of them."""
    below = {
        (row, area[1]): grid.rows[area[0]][area[1]]
        for area in grid.merged
        if area[1] == area[3] and area[0] > heading and area[1] < len(grid.rows[area[0]])
        for row in range(area[0] + 1, area[2] + 1)
    }
    for at, row in enumerate(grid.rows[heading + 1 :], start=heading + 1):
        texts = {
            column: (row[where].strip() if where < len(row) else "") or below.get((at, where), "")
            for where, column in columns.items()
        }
        if any(map(key, texts.values())) or _is_unreadable(grid, at, columns):
            yield at + 1, texts


def _is_unreadable(grid: Grid, at: int, columns: Mapping[int, str]) -> bool:
    return any((at, where) in grid.unreadable for where in columns)


def _of_cells(
    grid: Grid, columns: Mapping[int, str], rows: Mapping[int, Cells], opened: Opened
) -> Iterator[Problem]:
    for at, where in sorted(grid.unreadable):
        if at + 1 in rows and where in columns:
            yield Problem.of(Code.CELL_UNREADABLE, at + 1, columns[where])
    if opened.damage is Damage.LOST:
        for number in opened.damaged_rows:
            if number in rows:
                yield Problem.of(Code.LETTERS_LOST, number, None)
