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
        self._taken = dict(self.register.references)
        self._used = set(self.register.references)
        self._used |= {fold(row.get(c.REFERENCE, "")) for row in self.cells.values()}
        self._latest: Counter[str] = Counter()
        staying = [n for n in self.cells if n not in self.decisions.left_out]
        if self.decisions.numbered:
            self._number(staying)
        named = {n: fold(self.cells[n].get(c.REFERENCE, "")) for n in staying}
        self._times = Counter(filter(None, named.values()))
        self._first: dict[str, int] = {}
        for number, name in named.items():
            self._first.setdefault(name, number)
            self._taken.setdefault(name, self.cells[number].get(c.REFERENCE, ""))
        self._note_links(staying)
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
        entry = self.register.entries.get(fold(reference)) if reference else None
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
        elif entry is None and not REFERENCE.fullmatch(reference):
            yield Problem.of(Code.REFERENCE_UNUSABLE, number, c.REFERENCE, reference)
        elif self._times[fold(reference)] > 1:
            first = self._first[fold(reference)]
            others = () if first == number else (str(first),)
            yield Problem.of(Code.REFERENCE_TWICE, number, c.REFERENCE, reference, others)

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
        if not self._reaches(code, entry, said):
            yield Problem.of(Code.OUT_OF_REACH, number, None)

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
        return tuple(sorted({self._taken.get(fold(one), one) for one in references}))

    def _of_links(self, number: int, reference: str, said: Stated) -> Iterator[Problem]:
        mine = fold(reference)
        for column in c.LINKS:
            for other in said.get(column, ()):
                if fold(other) == mine:
                    yield Problem.of(Code.LINK_TO_ITSELF, number, column, other)
                elif fold(other) not in self._taken:
                    yield Problem.of(Code.LINK_UNKNOWN, number, column, other)
                elif mine in self._before(fold(other)):
                    yield Problem.of(Code.LINK_CIRCLE, number, column, other)
                elif self._is_later(fold(other), mine):
                    yield Problem.of(Code.LINK_BACKWARDS, number, column, other)

    def _before(self, name: str) -> set[str]:
        """Every entry before this one, link by link."""
        found: set[str] = set()
        front = {name}
        while front:
            front = set().union(*(self._earlier.get(one, ()) for one in front)) - found
            found |= front
        return found

    def _is_later(self, name: str, other: str) -> bool:
        """Whether the one was made after the other, as far as both days are known."""
        one, two = self._made.get(name), self._made.get(other)
        return one is not None and two is not None and one > two

    def _note_links(self, staying: Sequence[int]) -> None:
        """Which entries come before which, and when each was made, in the register and the file."""
        self._made = dict(self.register.made)
        self._earlier: dict[str, set[str]] = {}
        for later, earlier in self.register.links:
            self._earlier.setdefault(fold(later), set()).add(fold(earlier))
        for number in staying:
            row = self.cells[number]
            name = fold(row.get(c.REFERENCE, ""))
            self._made[name] = deadlines.day(row.get(c.MADE_ON, "")) or self._made.get(name)
            for column in c.LINKS:
                others = map(fold, c.parts(row.get(column, "").replace(",", ";")))
                self._earlier.setdefault(name, set()).update(others)

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
