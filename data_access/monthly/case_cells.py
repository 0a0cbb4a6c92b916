"""What one row says of a family and its case, held against what is recorded of them."""

import datetime as dt
from dataclasses import replace

from data_access.monthly import columns as c
from data_access.monthly.asked_row import Row
from data_access.monthly.cases import Case, Family
from data_access.monthly.days import last_of_month, spelled
from data_access.monthly.families import AREAS
from data_access.monthly.post import Post
from data_access.monthly.report import CaseLine, Code
from data_access.rules import Area, ClosingReason, Referrer


class CaseCells:
    """Reads a row of a family that is known or not, of a case that runs or is to be opened."""

    def __init__(
        self, row: Row, family: Family | None, case: Case | None, *, month: dt.date, post: Post
    ) -> None:
        self._row, self._family, self._case = row, family, case
        self._month, self._post = month, post

    @property
    def _stood_opened(self) -> dt.date | None:
        return None if self._case is None else self._case.opened_on

    @property
    def _stood_closed(self) -> dt.date | None:
        return None if self._case is None else self._case.closed_on

    def line(self, name: str, opened_on: dt.date | None) -> CaseLine:
        """The row as a line; whatever is unclear of it, or contradicts, is asked."""
        case, row = self._case, self._row
        self._check_opening(opened_on)
        closed_on = self._closing(opened_on)
        reason = ClosingReason(row.word(c.REASON) or ClosingReason.NOT_STATED)
        ends = closed_on or self._stood_closed
        if reason is not ClosingReason.NOT_STATED and not ends and c.CLOSED_ON not in row.asked:
            row.ask(Code.REASON_WITHOUT_END, c.REASON)
        size, children = self._persons()
        line = CaseLine(
            row=row.number,
            family=name,
            number=None if self._family is None else self._family.number,
            case=None if case is None else case.number,
            opened_on=opened_on,
            closed_on=closed_on,
            reason=reason,
            referred_by=Referrer(row.word(c.REFERRED_BY) or Referrer.NOT_STATED),
            needs=self._needs(),
            size=size,
            children=children,
            changes=True,
        )
        return line if self._changes(line) else replace(line, changes=False)

    def _check_opening(self, opened_on: dt.date | None) -> None:
        """A case that is opened begins in the month; of one that runs the day is known."""
        row, stood = self._row, self._stood_opened
        if self._case is None:
            if row.lacks(c.OPENED_ON):
                row.ask(Code.DAY_MISSING, c.OPENED_ON)
            self._check_day(c.OPENED_ON, opened_on)
        elif opened_on and stood and opened_on != stood:
            row.ask(Code.OPENED_OTHERWISE, c.OPENED_ON, (spelled(stood),))
        elif opened_on and stood is None:
            self._check_late_opening(opened_on)

    def _check_late_opening(self, opened_on: dt.date) -> None:
        """The day of a case that ran without one: no later than the month, or than its end."""
        if opened_on > last_of_month(self._month):
            self._check_day(c.OPENED_ON, opened_on)
        elif self._stood_closed and opened_on > self._stood_closed:
            self._row.ask(Code.CLOSED_TOO_EARLY, c.OPENED_ON, (spelled(self._stood_closed),))

    def _check_day(self, column: str, day: dt.date | None) -> None:
        self._row.check_day(column, day, self._month, self._post)

    def _closing(self, opened_on: dt.date | None) -> dt.date | None:
        """The day on which the case ended: in the month, and no sooner than it was opened."""
        row = self._row
        closed_on = row.day(c.CLOSED_ON, self._month)
        if closed_on is None:
            return None
        begun, ended = opened_on or self._stood_opened, self._stood_closed
        if begun and closed_on < begun:
            row.ask(Code.CLOSED_TOO_EARLY, c.CLOSED_ON)
        elif ended is None:
            self._check_day(c.CLOSED_ON, closed_on)
        elif ended != closed_on:
            row.ask(Code.CLOSED_OTHERWISE, c.CLOSED_ON, (spelled(ended),))
        return closed_on

    def _persons(self) -> tuple[int | None, int | None]:
        """How many the family are, and how many of them children, who cannot be more."""
        row, family = self._row, self._family
        stood = (None, None) if family is None else (family.size, family.children)
        size = self._unless_counted(c.SIZE, row.whole(c.SIZE, least=1), stood[0])
        children = self._unless_counted(c.CHILDREN, row.whole(c.CHILDREN), stood[1])
        most = stood[0] if size is None else size
        some = stood[1] if children is None else children
        if most is not None and some is not None and some > most:
            row.ask(Code.CHILDREN_TOO_MANY, c.CHILDREN if children is not None else c.SIZE)
        return size, children

    def _unless_counted(self, column: str, said: int | None, stood: int | None) -> int | None:
        """The number, unless a closed round counts another one, which stays."""
        family = self._family
        if said in (None, stood) or family is None or not family.is_counted:
            return said
        self._row.ask(Code.SIZE_COUNTED, column, () if stood is None else (str(stood),))
        return None

    def _needs(self) -> tuple[Area, ...]:
        """All needs of the case after the row: those that found no column of the sheet stay."""
        words = (self._row.word(column) for column in c.NEEDS)
        stated = {Area(word) for word in words if word} - {Area.NOT_STATED}
        before = self._case.needs if self._case else ()
        further = before[len(c.NEEDS) :]
        found = stated | set(further) if stated else set()
        return tuple(sorted(found, key=AREAS.__getitem__))

    def _changes(self, line: CaseLine) -> bool:
        """Whether recording the line would change what stands; what is not stated changes none."""
        case, family = self._case, self._family
        if case is None or family is None:
            return True
        pairs = (
            (line.opened_on, case.opened_on, None),
            (line.closed_on, case.closed_on, None),
            (line.reason, case.reason, ClosingReason.NOT_STATED),
            (line.referred_by, case.referred_by, Referrer.NOT_STATED),
            (line.needs, case.needs, ()),
            (line.size, family.size, None),
            (line.children, family.children, None),
        )
        return any(said not in (unsaid, stood) for said, stood, unsaid in pairs)
