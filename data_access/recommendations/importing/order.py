"""Which entries come before which, by the register and the rows of a file together."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from data_access.recommendations.importing import columns as c
from data_access.recommendations.importing import deadlines
from data_access.recommendations.importing.standing import Register

Links = dict[str, set[tuple[str, str]]]


class Order:
    """When entries were made and what each follows on, as storing the file would leave it.

    ``rows`` are the names of entries with the cells that speak of them.
    """

    def __init__(self, register: Register, rows: Iterable[tuple[str, Mapping[str, str]]]) -> None:
        self._register, self._made = register, dict(register.made)
        self._earlier: dict[str, set[str]] = {}
        anew: set[tuple[str, str]] = set()
        for name, row in rows:
            self._made[name] = self._day(name, row.get(c.MADE_ON, ""))
            for column in c.LINKS:
                others = c.parts(row.get(column, "").replace(",", ";"))
                anew |= {(name, column)} if others else set()
                self._earlier.setdefault(name, set()).update(map(register.name, others))
        self._staying: Links = {}
        for later, kind, earlier in register.links:
            if (later, kind) not in anew:
                self._earlier.setdefault(later, set()).add(earlier)
                for one in (later, earlier):
                    self._staying.setdefault(one, set()).add((later, earlier))

    def before(self, name: str) -> set[str]:
        """Every entry before this one, link by link."""
        found: set[str] = set()
        front = {name}
        while front:
            front = set().union(*(self._earlier.get(one, ()) for one in front)) - found
            found |= front
        return found

    def is_later(self, name: str, other: str) -> bool:
        """Whether the one was made after the other, as far as both days are known."""
        one, two = self._made.get(name), self._made.get(other)
        return one is not None and two is not None and one > two

    def amiss(self, name: str) -> Iterator[str]:
        """What the entry is linked to in the register, where the day is the wrong way round now.

        Links that the file states anew are looked at with its rows.
        """
        for later, earlier in sorted(self._staying.get(name, ())):
            if self.is_later(earlier, later):
                yield earlier if later == name else later

    def _day(self, name: str, text: str) -> dt.date | None:
        if c.key(text) in c.NOT_STATED:
            return None
        return deadlines.day(text) or self._made.get(name)
