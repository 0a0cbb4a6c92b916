"""The sheet that says whose report it is and of which month: labels, and values beside them."""

from collections.abc import Sequence

from data_access.files.grid import Grid
from data_access.monthly import columns as c
from data_access.monthly.days import of_serial
from data_access.monthly.report import Cells, Code, Part, Problem
from data_access.monthly.unclear import cut


def read_head(grid: Grid) -> tuple[Cells, list[Problem]]:
    """The values by our columns, and what is wrong: a label twice, a value that is unreadable.

    What else stands there is counted in a note and not kept.
    """
    reading = _Reading(grid)
    for at, row in enumerate(grid.rows):
        reading.row(at, row)
    if reading.aside:
        reading.problems.append(
            Problem(Code.TEXT_LEFT_OUT, Part.HEAD, others=(str(reading.aside),))
        )
    return reading.cells, reading.problems


class _Reading:
    """Takes the rows of the sheet one after the other."""

    def __init__(self, grid: Grid) -> None:
        self._grid = grid
        self.cells: dict[str, str] = {}
        self.problems: list[Problem] = []
        self.aside = 0

    def row(self, at: int, row: Sequence[str]) -> None:
        """A label, the value right of it, and whatever else there is."""
        texts = [(column, text) for column, text in enumerate(row) if c.key(text)]
        while texts:
            column, text = texts.pop(0)
            ours = c.column_of(Part.HEAD, text)
            if ours is None and not c.is_beside(Part.HEAD, text):
                self.aside += 1
                continue
            value = c.after_label(text)
            if not value and texts and not _is_label(texts[0][1]):
                value = texts.pop(0)[1]
            if ours is not None:
                self._take(at, column, ours, value)

    def _take(self, at: int, column: int, ours: str, value: str) -> None:
        is_month = ours == c.MONTH
        text = of_serial(value, epoch_1904=self._grid.epoch_1904) if is_month else value
        text = cut(text.strip())
        if not value and (at, column + 1) in self._grid.unreadable:
            self.problems.append(Problem(Code.CELL_UNREADABLE, Part.HEAD, column=ours))
        elif ours in self.cells and text and text != self.cells[ours]:
            self.problems.append(Problem(Code.COLUMN_TWICE, Part.HEAD, column=ours, value=text))
        elif text:
            self.cells[ours] = text


def _is_label(text: str) -> bool:
    return bool(c.column_of(Part.HEAD, text)) or c.is_beside(Part.HEAD, text)
