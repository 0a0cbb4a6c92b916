"""The rows of the families' sheet: which case each is about, and what it says of it."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from data_access.monthly import columns as c
from data_access.monthly.asked_row import Row
from data_access.monthly.case_cells import CaseCells
from data_access.monthly.cases import Case, Family, Stay
from data_access.monthly.days import spelled
from data_access.monthly.families import Families
from data_access.monthly.naming import named
from data_access.monthly.post import Post
from data_access.monthly.report import CaseLine, Code


@dataclass
class CaseRows:
    """Reads the rows one after the other; two rows of a family are about two cases and say the
    same of its size."""

    families: Families
    month: dt.date
    post: Post
    _met: dict[str, list[CaseLine]] = field(default_factory=dict)

    def lines(self, rows: Iterable[Row]) -> Iterator[CaseLine]:
        """A line for each row that leaves no question."""
        for row in rows:
            line = self._line(row)
            if line is not None and not row.is_open:
                yield line

    def stays(self, name: str, family: Family | None) -> list[Stay]:
        """The family's cases in the month once the rows are read; an opened one stands alone."""
        met = self._met.get(name, [])
        opened = [Stay(None, line.opened_on, line.closed_on) for line in met if line.case is None]
        closed = {line.case: line.closed_on for line in met if line.closed_on}
        return opened[:1] or [
            Stay(case.number, case.opened_on, closed.get(case.number, case.closed_on))
            for case in self._cases(family)
            if case.is_open_in(self.month)
        ]

    def _line(self, row: Row) -> CaseLine | None:
        found = named(row, self.families)
        if found is None:
            if row.lacks(c.FAMILY) or row.is_without(c.FAMILY):
                row.ask(Code.FAMILY_MISSING, c.FAMILY)
            return None
        name, family = found
        opened_on = row.day(c.OPENED_ON, self.month)
        cases = self._running(family, opened_on)
        if self._asks_which(row, family, cases, opened_on):
            return None
        case = cases[0] if cases else None
        cells = CaseCells(row, family, case, month=self.month, post=self.post)
        return self._met_once(row, name, cells.line(name, opened_on))

    def _asks_which(
        self, row: Row, family: Family | None, cases: Sequence[Case], opened_on: dt.date | None
    ) -> bool:
        """Whether nobody can tell which case the row is about."""
        if len(cases) > 1:
            days = tuple(spelled(case.opened_on) for case in cases if case.opened_on)
            row.ask(Code.OPENED_OTHERWISE, c.OPENED_ON, days)
        elif not cases and self._is_over(row, family, opened_on):
            row.ask(Code.FAMILY_NOT_OPEN, c.FAMILY)
        else:
            return False
        return True

    def _met_once(self, row: Row, name: str, line: CaseLine) -> CaseLine:
        """The line, unless another row is about the same case, or gives the family another size."""
        met = self._met.setdefault(name, [])
        others = {(line.size, line.children) for line in met} - {(line.size, line.children)}
        if others or any(other.case == line.case for other in met):
            row.ask(Code.FAMILY_TWICE, c.FAMILY)
        met.append(line)
        return line

    def _running(self, family: Family | None, opened_on: dt.date | None) -> list[Case]:
        """The cases that the row may be about: of several that run, the one opened on the day."""
        running = [case for case in self._cases(family) if case.is_open_in(self.month)]
        return [case for case in running if case.opened_on == opened_on] or running

    def _is_over(self, row: Row, family: Family | None, opened_on: dt.date | None) -> bool:
        """Whether the row is an old one, about a case that ended before the month."""
        days = {case.opened_on for case in self._cases(family)}
        is_silent = opened_on is None and c.OPENED_ON not in row.asked
        return bool(days) and (is_silent or opened_on in days)

    def _cases(self, family: Family | None) -> tuple[Case, ...]:
        return self.families.cases.get(family.number, ()) if family else ()
