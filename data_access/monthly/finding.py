"""Which sheet of a workbook is which part of a report, by its name and by its headings."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from data_access.files.grid import Grid
from data_access.monthly import columns as c
from data_access.monthly.report import Code, Part, Problem
from data_access.monthly.unclear import cut

HEADINGS_WITHIN = 20
"""Rows above the headings that may hold a title."""
FEWEST = {Part.HEAD: 2, Part.FAMILIES: 3, Part.CONTACTS: 3, Part.TRAININGS: 2}
"""So many headings tell a sheet that has another name."""
OWN = frozenset({c.key(c.GUIDE), c.key(c.LISTS)})


@dataclass(frozen=True)
class Found:
    """A sheet of a part. ``at`` is the row of its headings; the head has labels instead."""

    part: Part
    grid: Grid = field(repr=False)
    at: int = 0

    @property
    def has_rows(self) -> bool:
        """Whether anything stands below the headings; a head always says something."""
        rows = self.grid.rows[self.at + 1 :]
        return self.part is Part.HEAD or any(c.key(cell) for row in rows for cell in row)


@dataclass(frozen=True)
class Parts:
    """The sheet of each part, and what was found beside them."""

    sheets: dict[Part, Found]
    problems: tuple[Problem, ...]


def find(grids: Sequence[Grid]) -> Parts:
    """The parts' sheets; a second one with rows is a problem, any other sheet a note."""
    known: dict[Part, list[Found]] = defaultdict(list)
    problems: list[Problem] = []
    for grid in grids:
        found = None if grid.is_hidden else _part_of(grid)
        if found is not None:
            known[found.part].append(found)
        elif not _is_own(grid) and _says_anything(grid):
            problems.append(Problem(Code.SHEET_LEFT_OUT, value=cut(grid.name)))
    sheets = {}
    for part in [part for part in Part if part in known]:
        first, *others = sorted(known[part], key=lambda one: not one.has_rows)
        sheets[part] = first
        for other in others:
            code = Code.SHEET_TWICE if other.has_rows else Code.SHEET_LEFT_OUT
            problems.append(Problem(code, part, value=cut(other.grid.name)))
    return Parts(sheets, tuple(problems))


def _part_of(grid: Grid) -> Found | None:
    """The part whose headings it has, more than of any other; its name decides between two."""
    if _is_own(grid):
        return None
    named = c.PART_OF.get(c.key(grid.name))
    counted = []
    for part in Part:
        most, at = _headings(grid, part)
        if most >= (1 if part is named else FEWEST[part]):
            counted.append((most, part is named, part, at))
    if not counted:
        return None
    _, _, part, at = max(counted, key=lambda one: one[:2])
    return Found(part, grid, at)


def _headings(grid: Grid, part: Part) -> tuple[int, int]:
    """How many headings of the part the row has that has most, and which row that is."""
    rows = grid.rows[:HEADINGS_WITHIN]
    if part is Part.HEAD:
        return len({column for row in rows for column in _known(row, part)}), 0
    counted = [(len(_known(row, part)), -at) for at, row in enumerate(rows)]
    most, at = max(counted, default=(0, 0))
    return most, -at


def _known(row: Sequence[str], part: Part) -> set[str]:
    return {column for cell in row if (column := c.column_of(part, cell))}


def _is_own(grid: Grid) -> bool:
    """Whether it is the guide or the lists of the template, by its name or its title."""
    title = next((cell for row in grid.rows for cell in row if c.key(cell)), "")
    return c.key(grid.name) in OWN or c.key(title) == c.key(c.GUIDE)


def _says_anything(grid: Grid) -> bool:
    return any(c.key(cell) for row in grid.rows for cell in row)
