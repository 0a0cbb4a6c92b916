"""The rows of one sheet under our columns; what stands in other columns is counted and dropped."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from data_access.monthly import columns as c
from data_access.monthly.days import of_serial
from data_access.monthly.finding import Found
from data_access.monthly.merging import Merging
from data_access.monthly.report import Cells, Code, Part, Problem
from data_access.monthly.unclear import cut

LONGEST_NAME = 200
"""Characters of an institution's name; a cell of any other column needs no more than a code."""


@dataclass(frozen=True)
class Rows:
    """The cells that say something, by the rows' numbers in the file and by our columns."""

    rows: dict[int, Cells] = field(repr=False)
    problems: tuple[Problem, ...]
    absent: frozenset[str]


def read_rows(found: Found) -> Rows:
    """The rows below the headings, without examples and without rows that say nothing."""
    reading = _Reading(found)
    rows = dict(reading.rows())
    problems = (*reading.twice(), *reading.problems, *reading.left_out())
    absent = frozenset(c.HEADINGS[found.part]) - set(reading.columns.values()) if rows else set()
    return Rows(rows, problems, frozenset(absent))


class _Reading:
    """Takes the rows of a sheet one after the other."""

    def __init__(self, found: Found) -> None:
        self._part, self._grid, self._at = found.part, found.grid, found.at
        headings = self._grid.rows[found.at] if self._grid.rows else []
        self.columns, self._again = _columns(found.part, headings)
        self._merging = Merging(self._grid, found.at, self.columns)
        self.problems: list[Problem] = []

    def rows(self) -> Iterator[tuple[int, Cells]]:
        """The rows that say something; of what merged cells say, what holds in each row."""
        for at, row in enumerate(self._grid.rows[self._at + 1 :], start=self._at + 1):
            own = {column: self._text(row, where) for where, column in self.columns.items()}
            unread = [self.columns[w] for w in self.columns if (at, w) in self._grid.unreadable]
            if not any(own.values()) and not unread:
                continue
            above = {name: _kept(name, text) for name, text in self._merging.spread(at).items()}
            cells = above | {column: text for column, text in own.items() if text}
            if c.is_example(cells.get(c.FAMILY, "")):
                self.problems.append(Problem(Code.EXAMPLE_LEFT_OUT, self._part, at + 1))
                continue
            self._note(at, row, unread)
            for column, text in self._merging.unclear(at, self._is_filled):
                cells.pop(column, None)
                self._ask(Code.CELL_MERGED, at, column, cut(text))
            yield at + 1, cells

    def _text(self, row: Sequence[str], where: int) -> str:
        text = row[where].strip() if where < len(row) else ""
        if not c.key(text):
            return ""
        column = self.columns[where]
        if column in c.DAYS:
            text = of_serial(text, epoch_1904=self._grid.epoch_1904)
        return _kept(column, text)

    def _is_filled(self, at: int) -> bool:
        row = self._grid.rows[at] if at < len(self._grid.rows) else []
        return any(self._text(row, where) for where in self.columns)

    def _note(self, at: int, row: Sequence[str], unread: Sequence[str]) -> None:
        for column in unread:
            self._ask(Code.CELL_UNREADABLE, at, column)
        beside = (text for where, text in enumerate(row) if where not in self.columns)
        if any(map(c.sums_up, beside)):
            self._ask(Code.LOOKS_LIKE_TOTAL, at, None)

    def _ask(self, code: Code, at: int, column: str | None, text: str = "") -> None:
        self.problems.append(Problem(code, self._part, at + 1, column, text))

    def twice(self) -> Iterator[Problem]:
        """Headings that stand twice, where the columns below do not say the same."""
        first = {column: where for where, column in self.columns.items()}
        for where, column in self._again.items():
            below = self._grid.rows[self._at + 1 :]
            pairs = {(_cell(row, first[column]), _cell(row, where)) for row in below}
            if any(again not in ("", one) for one, again in pairs):
                yield Problem(Code.COLUMN_TWICE, self._part, column=column)

    def left_out(self) -> Iterator[Problem]:
        """How many cells of each other column were dropped; of its heading no more than a bit."""
        counted: Counter[str] = Counter()
        for at, row in enumerate(self._grid.rows):
            for where, text in enumerate(row):
                if at != self._at and c.key(text) and self._is_dropped(at, where):
                    counted[self._heading(where) if at > self._at else ""] += 1
        for heading, cells in counted.items():
            yield Problem(Code.TEXT_LEFT_OUT, self._part, value=heading, others=(str(cells),))

    def _is_dropped(self, at: int, where: int) -> bool:
        return at < self._at or (where not in self.columns and where not in self._again)

    def _heading(self, where: int) -> str:
        return cut(_cell(self._grid.rows[self._at], where))


def _columns(part: Part, headings: Sequence[str]) -> tuple[dict[int, str], dict[int, str]]:
    """Our columns by their position in the file, and those that stand there once more."""
    columns: dict[int, str] = {}
    again: dict[int, str] = {}
    for where, heading in enumerate(headings):
        column = c.column_of(part, heading)
        if column is not None:
            (again if column in columns.values() else columns)[where] = column
    return columns, again


def _kept(column: str, text: str) -> str:
    return text[:LONGEST_NAME] if column == c.INSTITUTION else cut(text)


def _cell(row: Sequence[str], where: int) -> str:
    return row[where].strip() if where < len(row) else ""
