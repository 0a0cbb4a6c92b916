"""Columns that blanks alone keep apart, as in a report of fixed width: told by where they begin."""

import re
from collections import Counter
from collections.abc import Iterable

from data_access.files.grid import Rows

CELL = re.compile(r"\S++(?: \S++)*+")
"""Words with single blanks between them; two blanks or more end a column."""
FEWEST = 3
"""Rows that must begin their columns at the same places."""
MOST = 20_000
"""Lines; a report that somebody aligned is no longer."""

Cells = list[tuple[int, str]]


def aligned(lines: Iterable[str]) -> Rows | None:
    """The rows of lines whose cells begin below each other, an empty cell where none does.

    None where a line with several cells begins them elsewhere: then nobody knows whose they are.
    """
    found = [_cells(line) for line, _ in zip(lines, range(MOST), strict=False)]
    wide = [tuple(at for at, _ in cells) for cells in found if len(cells) > 1]
    if len(wide) < FEWEST or len(found) == MOST:
        return None
    starts, times = Counter(wide).most_common(1)[0]
    columns = {at: number for number, at in enumerate(starts)}
    if times < FEWEST or any(not set(row) <= set(columns) for row in wide):
        return None
    return [_row(cells, columns) for cells in found]


def _cells(line: str) -> Cells:
    return [(found.start(), found[0]) for found in CELL.finditer(line.rstrip("\r\n"))]


def _row(cells: Cells, columns: dict[int, int]) -> list[str]:
    """The cells under their columns; a lone one that begins elsewhere is a title."""
    if not all(at in columns for at, _ in cells):
        return [text for _, text in cells]
    row = [""] * (max((columns[at] for at, _ in cells), default=-1) + 1)
    for at, text in cells:
        row[columns[at]] = text
    return row
