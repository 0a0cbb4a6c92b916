"""Each row of a file against the register: what it says, what it changes, what is wrong with it."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from data_access.access import Reader, Right, may_at
from data_access.recommendations.importing import columns as c
from data_access.recommendations.importing import deadlines
from data_access.recommendations.importing.cells import RowReader
from data_access.recommendations.importing.decisions import Decisions
from data_access.recommendations.importing.order import Order
from data_access.recommendations.importing.problems import ACCEPTABLE, NOTES, Code, Problem
from data_access.recommendations.importing.standing import Entry, Register, Stated
from data_access.recommendations.importing.table import Cells, Table
from data_access.rules import fold

REFERENCE = re.compile(r"\w[\w./-]{0,29}")
NUMBERED = "{round}-{number:02}"


class Outcome(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    SAME = "same"
    CHANGED = "changed"
    PROBLEM = "problem"
    LEFT_OUT = "left_out"


@dataclass(frozen=True)
class CheckedRow:
    """A row of the file: what it says, what stands, and what becomes of it.

    ``cells`` are its texts with what was written anew; ``said`` what they mean; ``changes`` what
    stood and what would stand, by column, where the register has the entry (``entry``).
    """

    number: int
    outcome: Outcome
    reference: str
    cells: Cells = field(repr=False)
    said: Stated = field(repr=False)
    changes: Mapping[str, tuple[Any, Any]] = field(default_factory=dict, repr=False)
    problems: tuple[Problem, ...] = field(default=(), repr=False)
    entry: Entry | None = field(default=None, repr=False)

    @property
    def is_taken(self) -> bool:
        """Whether storing the file changes the register by this row."""
        return self.outcome in (Outcome.NEW, Outcome.CHANGED)

    @property
    def orders(self) -> bool:
        """Whether it changes which entry comes after which, by its links or its day."""
        return bool({*c.LINKS, c.MADE_ON} & set(self.changes if self.entry else self.said))

    @property
    def meaning(self) -> tuple[Any, ...]:
        """What somebody agreed to who saw the row."""
        at = self.entry.row["revision"] if self.entry else 0
        return self.number, self.outcome, self.reference, self.said, dict(self.changes), at


@dataclass
class Judging:
    """Looks at the rows of one file, by what was decided about them."""

    reader: Reader
    register: Register
    table: Table
    decisions: Decisions
    cells: Mapping[int, dict[str, str]]

    def rows(self) -> Iterator[CheckedRow]:
        """Every row, in the order of the file."""
        self._taken = {reference: reference for reference in self.register.numbers}
        self._used = set(self.register.references)
        self._used |= {fold(row.get(c.REFERENCE, "")) for row in self.cells.values()}
        self._latest: Counter[str] = Counter()
        staying = [n for n in self.cells if n not in self.decisions.left_out]
        if self.decisions.numbered:
            self._number(staying)
        named = {n: self.register.name(self.cells[n].get(c.REFERENCE, "")) for n in staying}
        self._named: dict[str, list[int]] = {}
        for number, name in named.items():
            self._named.setdefault(name, []).append(number)
            self._taken.setdefault(name, self.cells[number].get(c.REFERENCE, ""))
        self._order = Order(self.register, ((named[n], self.cells[n]) for n in staying))
        self._found: dict[int | None, list[Problem]] = {}
        for problem in self.table.problems:
            self._found.setdefault(problem.row, []).append(problem)
        for number, cells in self.cells.items():
            if number in self.decisions.left_out:
                reference = cells.get(c.REFERENCE, "")
                yield CheckedRow(number, Outcome.LEFT_OUT, reference, cells, {})
            else:
                yield self._row(number, cells)

    def _row(self, number: int, cells: Cells) -> CheckedRow:
        reference = cells.get(c.REFERENCE, "")
        entry = self.register.entries.get(self.register.name(reference)) if reference else None
        reading = RowReader(self.register, self.decisions, number, entry)
        said = reading.said(cells)
        said = said | {column: self._linked(said[column]) for column in c.LINKS if column in said}
        stands = entry.said if entry else {}
        changes = {
            column: (stands[column], value)
            for column, value in said.items()
            if entry and stands[column] != value
        }
        problems = [
            *self._of_file(number),
            *self._of_reference(number, reference, entry, said),
            *(self._of_round(number, entry, said) if changes or not entry else ()),
            *self._of_texts(number, entry, said),
            *reading.problems,
            *_of_days(number, stands | said),
            *self._of_links(number, reference, said),
            *(self._of_order(number, entry, changes) if entry else ()),
        ]
        outcome = _outcome(entry, changes, problems, is_accepted=number in self.decisions.accepted)
        named = entry.said[c.REFERENCE] if entry else reference
        return CheckedRow(number, outcome, named, cells, said, changes, tuple(problems), entry)

    def _of_file(self, number: int) -> Iterator[Problem]:
        """What the file says of the row, unless that cell was written anew."""
        anew = {column for row, column in self.decisions.cells if row == number}
        for problem in self._found.get(number, ()):
            if problem.code not in NOTES and problem.column not in anew:
                yield problem

    def _of_reference(
        self, number: int, reference: str, entry: Entry | None, said: Stated
    ) -> Iterator[Problem]:
        if not c.key(reference):
            free = self._free(said.get(c.ROUND))
            yield Problem.of(Code.REFERENCE_MISSING, number, c.REFERENCE, "", free)
        elif len(meant := self.register.meant(reference)) > 1:
            yield Problem.of(Code.REFERENCE_SHARED, number, c.REFERENCE, reference, meant)
        elif entry is None and not REFERENCE.fullmatch(reference):
            yield Problem.of(Code.REFERENCE_UNUSABLE, number, c.REFERENCE, reference)
        elif len(self._named[self.register.name(reference)]) > 1:
            rows = tuple(map(str, self._named[self.register.name(reference)]))
            yield Problem.of(Code.REFERENCE_TWICE, number, c.REFERENCE, reference, rows)

    def _of_round(self, number: int, entry: Entry | None, said: Stated) -> Iterator[Problem]:
        code = said.get(c.ROUND) or (entry.said[c.ROUND] if entry else None)
        if code is None:
            if not c.key(self.cells[number].get(c.ROUND, "")):
                rounds = tuple(self.register.rounds)
                yield Problem.of(Code.ROUND_MISSING, number, c.ROUND, "", rounds)
            return
        stood = entry.said[c.ROUND] if entry else None
        for one in dict.fromkeys(filter(None, (code, stood))) if code != stood else ():
            if self.register.rounds[one]["approved_at"] is not None:
                yield Problem.of(Code.ROUND_APPROVED, number, c.ROUND, one)
        if entry is not None and code != stood:
            yield from self._of_moving(number, entry, code)
        if not self._reaches(code, entry, said):
            yield Problem.of(Code.OUT_OF_REACH, number, None)

    def _of_moving(self, number: int, entry: Entry, code: str) -> Iterator[Problem]:
        """What keeps an entry in its round: an activity there, and rounds it is carried into."""
        if entry.row["activity_id"] is not None:
            yield Problem.of(Code.ACTIVITY_ELSEWHERE, number, c.ROUND, code)
        rounds = self.register.rounds
        for later in self.register.carried.get(entry.said[c.REFERENCE], ()):
            if rounds[later]["ordinal"] <= rounds[code]["ordinal"]:
                yield Problem.of(Code.CARRIED_BACK, number, c.ROUND, later)

    def _reaches(self, code: str, entry: Entry | None, said: Stated) -> bool:
        """Whether the right reaches the row's round and place, and where the entry stood."""
        land = self.register.resolver.gazetteer.land.municipalities
        municipality = entry.row["municipality_id"] if entry else None
        place = said.get(c.PLACE)
        if place is not None:
            municipality = self.register.municipalities.get(place) if place in land else None
        there = [(self.register.rounds[code]["id"], municipality)]
        if entry is not None:
            there.append((entry.row["round_id"], entry.row["municipality_id"]))
        return all(
            may_at(self.reader, Right.KEEP_RECORDS, round_=r, municipality=m) for r, m in there
        )

    def _of_texts(self, number: int, entry: Entry | None, said: Stated) -> Iterator[Problem]:
        for column in c.TEXTS if entry is None else ():
            if column not in said:
                yield Problem.of(Code.TEXT_MISSING, number, column)

    def _linked(self, references: Sequence[str]) -> tuple[str, ...]:
        """References as the register spells them."""
        return tuple(sorted({self._taken.get(self.register.name(one), one) for one in references}))

    def _of_links(self, number: int, reference: str, said: Stated) -> Iterator[Problem]:
        mine = self.register.name(reference)
        for column in c.LINKS:
            for other in said.get(column, ()):
                name, meant = self.register.name(other), self.register.meant(other)
                if len(meant) > 1:
                    yield Problem.of(Code.REFERENCE_SHARED, number, column, other, meant)
                elif name == mine:
                    yield Problem.of(Code.LINK_TO_ITSELF, number, column, other)
                elif name not in self._taken:
                    yield Problem.of(Code.LINK_UNKNOWN, number, column, other)
                elif mine in self._order.before(name):
                    yield Problem.of(Code.LINK_CIRCLE, number, column, other)
                elif self._order.is_later(name, mine):
                    yield Problem.of(Code.LINK_BACKWARDS, number, column, other)

    def _of_order(self, number: int, entry: Entry, changes: Stated) -> Iterator[Problem]:
        """The links of the register that the file leaves, against the day it gives the entry."""
        if not {*c.LINKS, c.MADE_ON} & set(changes):
            return
        for other in self._order.amiss(entry.said[c.REFERENCE]):
            yield Problem.of(Code.LINK_OUT_OF_ORDER, number, c.MADE_ON, other)

    def _number(self, staying: Sequence[int]) -> None:
        """The next free numbers of their rounds, for rows without one."""
        for number in staying:
            row = self.cells[number]
            codes = self.register.words[c.ROUND].get(c.key(row.get(c.ROUND, "")), frozenset())
            if not c.key(row.get(c.REFERENCE, "")) and len(codes) == 1:
                (row[c.REFERENCE],) = self._free(next(iter(codes)))
                self._used.add(fold(row[c.REFERENCE]))

    def _free(self, round_: str | None) -> tuple[str, ...]:
        """A number that no entry of the round has, and no row of the file; none without a round."""
        if round_ is None:
            return ()
        while True:
            name = NUMBERED.format(round=round_, number=self._latest[round_] + 1)
            if fold(name) not in self._used:
                return (name,)
            self._latest[round_] += 1


def _of_days(number: int, said: Stated) -> Iterator[Problem]:
    made_on, last = said.get(c.MADE_ON), said.get(c.DEADLINE, deadlines.NOT_STATED).end
    if made_on and last and last < made_on:
        yield Problem.of(Code.DEADLINE_BEFORE_MADE, number, c.DEADLINE, deadlines.spelled_day(last))


def _outcome(
    entry: Entry | None,
    changes: Mapping[str, object],
    problems: Sequence[Problem],
    *,
    is_accepted: bool,
) -> Outcome:
    if any(not (is_accepted and problem.code in ACCEPTABLE) for problem in problems):
        return Outcome.PROBLEM
    if entry is None:
        return Outcome.NEW
    return Outcome.CHANGED if changes else Outcome.SAME
