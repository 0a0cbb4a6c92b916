"""The questions about a report that are open: those of the file, and those of its cells."""

from collections.abc import Iterator

from data_access.monthly import columns as c
from data_access.monthly.asked_row import HEAD, Row
from data_access.monthly.report import Cells, Code, Decisions, Part, Problem, Sheets

OF_CELL = frozenset({Code.CELL_UNREADABLE, Code.CELL_MERGED})
OF_ROW = OF_CELL | {Code.LOOKS_LIKE_TOTAL}
"""What only the file shows of single cells and rows; a cell written anew answers it."""


class Asking:
    """The cells by the decisions made, and the questions that are open."""

    def __init__(self, sheets: Sheets, decisions: Decisions) -> None:
        self._sheets, self._decisions = sheets, decisions
        self.problems: list[Problem] = []
        self._anew: dict[tuple[Part, int], dict[str, str]] = {}
        for (part, row, column), text in decisions.cells.items():
            written = text.strip() if c.key(text) else ""
            self._anew.setdefault((part, row), {})[column] = written
        self._unread: dict[tuple[Part, int], set[str | None]] = {}
        for problem in sheets.problems:
            self._take(problem)
        self._gone = {(p.part, p.column) for p in self.problems if p.code == Code.COLUMN_MISSING}

    def _take(self, problem: Problem) -> None:
        """A problem that the file shows, unless a decision answers it."""
        if problem.part is None or problem.code not in OF_ROW:
            self.ask(problem)
            return
        at = (problem.part, problem.row or HEAD)
        is_anew = problem.code in OF_CELL and (*at, problem.column) in self._decisions.cells
        if not is_anew and at not in self._decisions.left_out and self.ask(problem):
            self._unread.setdefault(at, set()).add(problem.column)

    def ask(self, problem: Problem) -> bool:
        """Whether the question is open: nobody took it as it is."""
        if problem.is_acceptable and problem.part is not None:
            at = (Code(problem.code), problem.part, problem.row or HEAD, problem.column or "")
            if at in self._decisions.accepted:
                return False
        self.problems.append(problem)
        return True

    def head(self) -> Row:
        """What the head says, as a row."""
        return self._row(Part.HEAD, HEAD, self._sheets.head)

    def rows(self, part: Part) -> Iterator[Row]:
        """The rows that are taken; of one that looks like a sum nothing but that is asked."""
        for number, stated in sorted(self._sheets.rows.get(part, {}).items()):
            is_sum = None in self._unread.get((part, number), ())
            if (part, number) in self._decisions.left_out or is_sum:
                continue
            row = self._row(part, number, stated)
            if not row.looks_like_total or not row.ask(Code.LOOKS_LIKE_TOTAL):
                yield row

    def _row(self, part: Part, number: int, stated: Cells) -> Row:
        """A row with what was written anew. As long as it is asked about a column that is gone,
        nobody knows what its cells would say."""
        cells = {**stated, **self._anew.get((part, number), {})}
        absent = {name for name in c.HEADINGS[part] if (part, name) in self._sheets.absent}
        absent -= cells.keys()
        waiting = {name for name in absent if (part, name) in self._gone}
        unread = waiting.union(filter(None, self._unread.get((part, number), ())))
        return Row(part, number, cells, unread=unread, absent=absent - waiting, ask=self.ask)
