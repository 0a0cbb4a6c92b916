"""Cells laid out one after the other into rows, those that span several kept as merged areas."""

from dataclasses import dataclass, field

from data_access.files.grid import Area, Grid, Rows
from data_access.files.limits import Limits
from data_access.files.problems import FileProblem, Refused


class TooLarge(Exception):
    """More rows, columns or cells than the limits allow."""

    def __init__(self, problem: FileProblem, most: int) -> None:
        super().__init__()
        self.refused = Refused(problem, {"most": most})


@dataclass
class Budget:
    """What all sheets of a file together may still hold."""

    limits: Limits
    cells: int = 0
    grids: int = 0

    def spend(self, cells: int) -> None:
        """Raises TooLarge where the file has more cells than it may."""
        self.cells += cells
        if self.cells > self.limits.cells:
            raise TooLarge(FileProblem.TOO_MANY_CELLS, self.limits.cells)


@dataclass
class Layout:
    """A sheet while it is read. ``taken`` says up to which row a column is covered from above."""

    budget: Budget
    name: str = ""
    rows: Rows = field(default_factory=list)
    merged: list[Area] = field(default_factory=list)
    unreadable: set[tuple[int, int]] = field(default_factory=set)
    taken: dict[int, int] = field(default_factory=dict)
    is_hidden: bool = False

    def row(self, at: int | None = None) -> None:
        """Begins the next row, or the one at a place further down (from 0)."""
        target = len(self.rows) if at is None else max(at, len(self.rows))
        if target >= self.budget.limits.rows:
            raise TooLarge(FileProblem.TOO_MANY_ROWS, self.budget.limits.rows)
        while len(self.rows) <= target:
            self.rows.append([])

    def cell(self, text: str, width: int = 1, height: int = 1, at: int | None = None) -> None:
        """Puts a cell into the row begun last: at a column, or the next that nothing covers.

        One that is wider than a row may be ends with the row.
        """
        if not self.rows:
            self.row()
        row, here = self.rows[-1], len(self.rows) - 1
        column = len(row) if at is None else max(at, len(row))
        while at is None and self.taken.get(column, -1) >= here:
            column += 1
        width = min(width, self.budget.limits.columns - column)
        if width < 1:
            raise TooLarge(FileProblem.TOO_MANY_COLUMNS, self.budget.limits.columns)
        self.budget.spend(column + width - len(row))
        row.extend([""] * (column - len(row)))
        row.extend([text, *[""] * (width - 1)])
        if width > 1 or height > 1:
            self._merge(here, column, width, height)

    def _merge(self, row: int, column: int, width: int, height: int) -> None:
        last = row + height - 1
        self.merged.append((row, column, last, column + width - 1))
        if height > 1:
            for covered in range(column, column + width):
                self.taken[covered] = max(last, self.taken.get(covered, -1))

    def grid(self) -> Grid:
        """The sheet as it is; areas end where its rows do."""
        last = len(self.rows) - 1
        merged = tuple(
            area
            for top, left, bottom, right in self.merged
            if (area := (top, left, min(bottom, last), right))[2] > top or right > left
        )
        return Grid(self.name, self.rows, self.is_hidden, merged, frozenset(self.unreadable))

    @property
    def says_anything(self) -> bool:
        return any(cell for row in self.rows for cell in row)
