"""One row of a report while it is read: what its cells say, and what is asked of them."""

import datetime as dt
from collections.abc import Callable, Mapping, Set
from typing import TypeVar

from data_access.clock import today
from data_access.monthly import cells, days
from data_access.monthly import columns as c
from data_access.monthly.post import Post
from data_access.monthly.report import Code, Part, Problem
from data_access.monthly.unclear import Unclear, cut

HEAD = 0
"""What stands for the head where decisions name a row."""
NUMBERS: Mapping[Part, frozenset[str]] = {
    Part.HEAD: frozenset(),
    Part.FAMILIES: frozenset({c.SIZE, c.CHILDREN}),
    Part.CONTACTS: frozenset({c.PERSONS}),
    Part.TRAININGS: frozenset({c.HOURS}),
}
Said = TypeVar("Said")
Names = Set[str]


class Row:
    """``unread`` columns are those that the file does not show in this row, ``absent`` those that
    it lacks and nobody asks about any more. ``asked`` are the columns about which a question is
    open, None for the whole row."""

    def __init__(
        self,
        part: Part,
        number: int,
        stated: Mapping[str, str],
        *,
        unread: Names,
        absent: Names,
        ask: Callable[[Problem], bool],
    ) -> None:
        self.part, self.number = part, number
        self._cells = {column: text for column, text in stated.items() if text}
        self._unread, self._absent, self._ask = unread, absent, ask
        self.asked: set[str | None] = set(unread)

    @property
    def is_open(self) -> bool:
        """Whether any question about the row is open."""
        return bool(self.asked)

    def text(self, column: str) -> str:
        """What stands in the cell; empty where nothing does, or nobody can read it."""
        return "" if column in self._unread else self._cells.get(column, "")

    def lacks(self, column: str) -> bool:
        """Whether the cell is empty, so that somebody has to be asked; no column, no question."""
        is_told = column in self._unread or column in self._absent
        return not is_told and not self.text(column)

    def is_without(self, column: str) -> bool:
        """Whether the file has no such column, and nobody wrote the cell."""
        return column in self._absent

    @property
    def looks_like_total(self) -> bool:
        """Whether a cell says so, or nothing but numbers stands in the row."""
        filled = set(self._cells)
        is_bare = bool(filled) and filled <= NUMBERS[self.part]
        return is_bare or any(c.sums_up(text, column) for column, text in self._cells.items())

    @property
    def spelled(self) -> tuple[tuple[str, str], ...]:
        """The cells as they are recognised; two rows with the same say the same."""
        return tuple(sorted((column, c.key(text)) for column, text in self._cells.items()))

    def ask(self, code: Code, column: str | None = None, others: tuple[str, ...] = ()) -> bool:
        """Whether the question is open; the row is then as well."""
        value = cut(self.text(column)) if column else ""
        problem = Problem(code, self.part, self.number or None, column, value, others)
        is_open = self._ask(problem)
        if is_open:
            self.asked.add(column)
        return is_open

    def read(self, column: str, reading: Callable[[str], Said]) -> Said | None:
        """What a function makes of the cell; None where it is empty, or Unclear and asked."""
        text = self.text(column)
        try:
            return reading(text) if text else None
        except Unclear as unclear:
            self.ask(unclear.code, column, tuple(map(cut, unclear.others)))
            return None

    def whole(self, column: str, least: int = 0) -> int | None:
        """A whole number."""
        return self.read(column, lambda text: cells.whole(text, c.MOST[column], least))

    def hours(self) -> float | None:
        """Hours, in part too."""
        return self.read(c.HOURS, lambda text: cells.hours(text, c.MOST[c.HOURS]))

    def word(self, column: str) -> str | None:
        """The code of a word."""
        return self.read(column, lambda text: cells.word(column, text))

    def day(self, column: str, month: dt.date) -> dt.date | None:
        """A day of any month; a day without its year is one of the month told."""
        return self.read(column, lambda text: days.day(text, month))

    def day_of_month(self, column: str, month: dt.date, post: Post | None = None) -> dt.date | None:
        """A day of the month, and of the post where one is told: any other is asked about."""
        found = self.day(column, month)
        self.check_day(column, found, month, post)
        return found

    def check_day(
        self, column: str, day: dt.date | None, month: dt.date, post: Post | None
    ) -> None:
        """Ask about a day that is yet to come, of another month, or not one of the post's."""
        if day is None:
            return
        if day > today():
            self.ask(Code.DAY_AHEAD, column)
        elif days.first_of_month(day) != month and self.ask(Code.DAY_OUTSIDE, column):
            return
        elif post is not None and not post.was_held_on(day):
            self.ask(Code.DAY_NOT_HELD, column)
