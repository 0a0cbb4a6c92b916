"""Cells that cover several rows: what holds in each of them, and what nobody can tell."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

from data_access.files.grid import Area, Grid
from data_access.monthly import columns as c
from data_access.workbooks import LAST_ROW

COUNTED = frozenset({*c.DAYS, *c.MOST})
"""A number over three rows would be counted three times, a day perhaps as well."""


class Merging:
    """The cells of a sheet that cover several rows below its headings."""

    def __init__(self, grid: Grid, heading: int, columns: Mapping[int, str]) -> None:
        self._grid, self._columns = grid, columns
        self._at: defaultdict[int, list[Area]] = defaultdict(list)
        self._several: dict[Area, bool] = {}
        for area in grid.merged:
            first, _, last, _ = area
            if heading < first < last <= first + LAST_ROW and c.key(self._text(area)):
                for at in range(first, min(last + 1, len(grid.rows))):
                    self._at[at].append(area)

    def _text(self, area: Area) -> str:
        row = self._grid.rows[area[0]] if area[0] < len(self._grid.rows) else []
        return row[area[1]].strip() if area[1] < len(row) else ""

    def spread(self, at: int) -> dict[str, str]:
        """By our column the word of a cell that begins further up and holds in this row as well."""
        return {
            self._columns[left]: self._text(area)
            for area in self._at.get(at, ())
            for first, left, _, _ in [area]
            if at > first and self._is_word(left)
        }

    def _is_word(self, where: int) -> bool:
        return where in self._columns and self._columns[where] not in COUNTED

    def unclear(self, at: int, is_filled: Callable[[int], bool]) -> Iterator[tuple[str, str]]:
        """Our columns of a row of which a merged cell leaves open what they say, and its text.

        Where the rows below hold nothing of their own, the cell is that of the first row alone.
        """
        for area in self._at.get(at, ()):
            first, left, last, right = area
            if area not in self._several:
                filled = sum(map(is_filled, range(first, last + 1)))
                self._several[area] = filled > 1
            for where in range(left, right + 1) if self._several[area] else ():
                ours = self._columns.get(where)
                if ours is not None and (right != left or ours in COUNTED):
                    yield ours, self._text(area)
