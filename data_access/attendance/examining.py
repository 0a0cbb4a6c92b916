"""A file against what is known: who comes, as what, and what stands in the way."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import Connection

from data_access.access import Reader
from data_access.attendance.arrivals import Arrival, Outcome, arrivals_of
from data_access.attendance.calling import Roll
from data_access.attendance.columns import INSTITUTION
from data_access.attendance.counts import Counts, total_differs
from data_access.attendance.difference import Difference
from data_access.attendance.entry import Entry
from data_access.attendance.groups import Group
from data_access.attendance.likeness import asked_of_likeness
from data_access.attendance.people import People
from data_access.attendance.problems import Problem, ProblemCode, Weight
from data_access.attendance.reading import Decisions, Sheet, SheetRow
from data_access.attendance.reading.decisions import UNDECIDED
from data_access.attendance.register import Register
from data_access.attendance.ruling import Ruling
from data_access.attendance.venue import Venue
from data_access.attendance.who import told_apart
from data_access.filters import Filters
from data_access.identity import Keyring
from data_access.rules import fold

UNREGISTERED = "? "
NOBODY = frozenset(
    {
        ProblemCode.CELL_UNREADABLE,
        ProblemCode.NAME_MISSING,
        ProblemCode.NOT_A_PERSON,
        ProblemCode.ROW_SHIFTED,
        ProblemCode.TEXT_TOO_LONG,
    }
)
"""What makes it useless to ask who the row speaks of."""


@dataclass(frozen=True)
class Examination:
    """Everybody in a file, and every problem; ``entries`` are its rows by their numbers.

    ``contacts`` are the matches of those that rows state, by their numbers. ``waiting`` are the
    rows of which somebody has to say more; they are nobody's arrival.
    """

    venue: Venue
    register: Register
    sheet: Sheet
    contacts: Mapping[int, bytes]
    entries: Mapping[int, Entry]
    arrivals: tuple[Arrival, ...]
    problems: tuple[Problem, ...]
    waiting: frozenset[int]
    difference: Difference | None

    @classmethod
    def of(
        cls,
        connection: Connection,
        reader: Reader,
        sheet: Sheet,
        venue: Venue,
        keyring: Keyring,
        *,
        decisions: Decisions = UNDECIDED,
        recorded: Mapping[int, int] | None = None,
    ) -> "Examination":
        """Recognise the words, tell the people apart, and look who is there already.

        ``recorded`` are rows of the same file that are on record already, each with its person;
        None where nothing of the file is.
        """
        register = Register.load(connection, reader, Filters(activity=venue.code))
        entries, roll, problems = _called(sheet, register, keyring, decisions)
        there = venue.there(connection)
        ruling = Ruling(decisions.rows, recorded or {})
        groups, unclear = _told_apart(connection, roll, there, ruling, joins=sheet.joins)
        problems += unclear
        waiting = _waiting(problems, groups) & entries.keys()
        arrivals, notes = arrivals_of(groups, entries, there, waiting)
        problems += notes
        difference = None
        if recorded is None:
            difference = Difference.of(
                connection, venue, register, arrivals, groups=groups, problems=problems
            )
            problems += _beside(sheet, arrivals, waiting, difference)
        contacts, problems = roll.contacts(), sorted(problems, key=_place)
        return cls(
            *(venue, register, sheet, contacts, entries),
            *(tuple(arrivals), tuple(problems), waiting, difference),
        )

    @property
    def blocking(self) -> tuple[Problem, ...]:
        """The problems for which some row, or all of it, cannot be recorded."""
        return tuple(problem for problem in self.problems if problem.code.blocks)

    @property
    def refusing(self) -> tuple[Problem, ...]:
        """The problems for which nothing of it can be recorded."""
        return tuple(p for p in self.problems if p.code.weight is Weight.FILE)

    @property
    def coming(self) -> tuple[Arrival, ...]:
        """Those whom recording adds to the activity."""
        return tuple(arrival for arrival in self.arrivals if not arrival.is_there)

    @property
    def counts(self) -> Counts:
        """What becomes of how many rows."""
        return Counts.of(self.sheet, self.arrivals, self.waiting)

    @cached_property
    def days(self) -> Mapping[int, tuple[dt.date, ...]]:
        """The days that rows state, where they do."""
        return {row.number: row.days for row in self.sheet.rows if row.days}

    def outcomes(self) -> dict[int, Outcome]:
        """What becomes of each row."""
        found = dict.fromkeys(self.entries, Outcome.PROBLEM)
        for arrival in self.arrivals:
            found |= dict.fromkeys(arrival.rows, Outcome.REPEATED)
            found[arrival.first] = arrival.outcome
        return found

    def by_row(self) -> dict[int, list[Problem]]:
        """The problems of each row that has any."""
        found: dict[int, list[Problem]] = {}
        for problem in self.problems:
            if problem.row is not None:
                found.setdefault(problem.row, []).append(problem)
        return found

    def unknown_institutions(self) -> tuple[str, ...]:
        """Institutions that the register lacks, as they are written, each once."""
        rows = {p.row for p in self.problems if p.code is ProblemCode.INSTITUTION_UNKNOWN}
        rows -= {p.row for p in self.problems if p.code is ProblemCode.TEXT_TOO_LONG}
        if not rows:
            return ()
        texts = [row.cells[INSTITUTION] for row in self.sheet.rows if row.number in rows]
        return tuple(dict.fromkeys(texts))


def _called(
    sheet: Sheet, register: Register, keyring: Keyring, decisions: Decisions
) -> tuple[dict[int, Entry], Roll, list[Problem]]:
    """Each row with its words as codes, and the roll of those of whom one can ask who they are."""
    entries: dict[int, Entry] = {}
    roll = Roll(keyring, entries)
    problems = list(sheet.problems)
    nobody = {problem.row for problem in problems if problem.code in NOBODY}
    # Of such a row nothing is repeated: what stands under a heading may be somebody's name.
    shifted = {p.row for p in problems if p.code is ProblemCode.ROW_SHIFTED}
    for row in sheet.rows:
        entry, unclear = register.entry(row, decisions)
        entries[row.number] = entry
        if unclear and row.number not in shifted:
            problems += unclear
        if row.number not in nobody and not any(problem.code in NOBODY for problem in unclear):
            roll.call(row.number, entry, _told_institution(row, entry))
    return entries, roll, problems


def _told_apart(
    connection: Connection, roll: Roll, here: Collection[int], ruling: Ruling, *, joins: bool
) -> tuple[list[Group], list[Problem]]:
    """The persons of a list, some of them met before, and what has to be asked of whom."""
    people = People.load(connection, roll)
    groups, problems = told_apart(
        roll.by_number.values(),
        people.by_name,
        here,
        holders=people.by_contact,
        ruling=ruling,
        joins=joins,
    )
    return groups, [*problems, *asked_of_likeness(groups, roll.entries, ruling)]


def _told_institution(row: SheetRow, entry: Entry) -> str | None:
    """The institution; one that the register lacks tells people apart as well."""
    if entry.institution is not None:
        return entry.institution
    text = row.cells.get(INSTITUTION)
    return f"{UNREGISTERED}{fold(text)}" if text else None


def _waiting(problems: Collection[Problem], groups: Collection[Group]) -> frozenset[int]:
    rows = {p.row for p in problems if p.row is not None and p.code.weight is Weight.ROW}
    unclear = {line.number for group in groups if group.is_uncertain for line in group.lines}
    return frozenset(rows | unclear)


def _beside(
    sheet: Sheet,
    arrivals: Collection[Arrival],
    waiting: Collection[int],
    difference: Difference | None,
) -> list[Problem]:
    """What is to be said of the list as a whole."""
    attended = Counts.attended(arrivals)
    problems = total_differs(sheet, attended, attended + len(waiting))
    is_missing = difference is not None and difference.missing
    if (
        arrivals
        and not waiting
        and not is_missing
        and all(one.is_there and not one.is_raised for one in arrivals)
    ):
        problems.append(Problem(ProblemCode.NOTHING_NEW))
    if not sheet.rows and not any(problem.code.blocks for problem in sheet.problems):
        problems.append(Problem(ProblemCode.NO_ROWS))
    return problems


def _place(problem: Problem) -> tuple[int, str]:
    return problem.row or 0, problem.code.value
