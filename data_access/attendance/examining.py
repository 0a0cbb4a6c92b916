"""A file against what is known: who comes, as what, and what stands in the way."""

from dataclasses import dataclass, replace
from enum import StrEnum

from sqlalchemy import Connection, func, select

from data_access import schema
from data_access.access import Reader, Right, require_at
from data_access.attendance.columns import INSTITUTION, NOT_STATED, STATUS
from data_access.attendance.entry import Entry, in_one
from data_access.attendance.people import People
from data_access.attendance.problems import ActivityUnknown, Problem, ProblemCode
from data_access.attendance.reading import Sheet, SheetRow
from data_access.attendance.register import Register
from data_access.attendance.who import Group, Line, line_of, told_apart
from data_access.filters import Filters
from data_access.identity import Keyring
from data_access.rounds import RoundClosed
from data_access.rules import fold

UNREGISTERED = "? "


class Outcome(StrEnum):
    """What becomes of a row when the file is recorded."""

    NEW = "new"
    KNOWN_PERSON = "known_person"
    REPEATED = "repeated"
    ALREADY_THERE = "already_there"
    PROBLEM = "problem"


@dataclass(frozen=True)
class There:
    """An attendance that the activity has already."""

    attendance: int
    status: str


@dataclass(frozen=True)
class Venue:
    """The activity that a file belongs to."""

    id: int
    code: str
    round: str
    round_id: int
    municipality_id: int | None
    is_closed: bool

    @classmethod
    def find(cls, connection: Connection, code: str) -> "Venue":
        """The activity of the code. Refuses an unknown one (ActivityUnknown)."""
        activity, round_ = schema.activity, schema.round
        statement = (
            select(
                activity.c.id,
                activity.c.round_id,
                activity.c.municipality_id,
                round_.c.code.label("round"),
                round_.c.closed_at,
            )
            .join_from(activity, round_)
            .where(activity.c.code == code)
        )
        row = connection.execute(statement).first()
        if row is None:
            raise ActivityUnknown("There is no such activity.")
        is_closed = row.closed_at is not None
        return cls(row.id, code, row.round, row.round_id, row.municipality_id, is_closed)

    def admit(self, reader: Reader, right: Right) -> None:
        """Nothing, where the right reaches the activity and its round is open.

        Refuses who has it elsewhere (AccessRefused), and anybody else once the round is closed
        (RoundClosed).
        """
        require_at(reader, right, round_=self.round_id, municipality=self.municipality_id)
        if self.is_closed:
            raise RoundClosed("The activity's round is closed.")

    def admit_from(self, reader: Reader, right: Right, municipality: int | None) -> None:
        """Nothing, where an attendance names no municipality, or one that the right reaches.

        Refuses any other (AccessRefused).
        """
        if municipality is not None:
            require_at(reader, right, round_=self.round_id, municipality=municipality)

    def there(self, connection: Connection) -> dict[int, There]:
        """Everybody who has an attendance at the activity; of several, the first one."""
        attendance, person = schema.attendance, schema.person
        who = func.coalesce(person.c.merged_into_id, person.c.id).label("who")
        statement = (
            select(who, attendance.c.id, attendance.c.status)
            .join_from(attendance, person)
            .where(attendance.c.activity_id == self.id)
            .order_by(attendance.c.id.desc())
        )
        return {row.who: There(row.id, row.status) for row in connection.execute(statement)}


@dataclass(frozen=True)
class Arrival:
    """One person of the file: their rows as one, who they are, and what they are there as."""

    rows: tuple[int, ...]
    entry: Entry
    person: int | None
    there: There | None = None

    @property
    def is_there(self) -> bool:
        """Whether the activity has an attendance of the person already."""
        return self.there is not None

    @property
    def outcome(self) -> Outcome:
        """What becomes of the person's first row."""
        if self.is_there:
            return Outcome.ALREADY_THERE
        return Outcome.NEW if self.person is None else Outcome.KNOWN_PERSON


@dataclass(frozen=True)
class Examination:
    """Everybody in a file, and every problem; ``entries`` are its rows by their numbers."""

    venue: Venue
    register: Register
    entries: dict[int, Entry]
    arrivals: tuple[Arrival, ...]
    problems: tuple[Problem, ...]

    @classmethod
    def of(
        cls, connection: Connection, reader: Reader, sheet: Sheet, venue: Venue, keyring: Keyring
    ) -> "Examination":
        """Recognise the words, tell the people apart, and look who is there already."""
        register = Register.load(connection, reader, Filters(activity=venue.code))
        entries: dict[int, Entry] = {}
        problems = list(sheet.problems)
        for row in sheet.rows:
            entries[row.number], unclear = register.entry(row)
            problems += unclear
        lines = [_line(row, entries[row.number], keyring) for row in sheet.rows]
        people = People.load(connection, {line.name for line in lines})
        there = venue.there(connection)
        groups, unclear = told_apart(lines, people.by_name, there)
        problems += unclear
        arrivals = _arrivals(groups, entries, there)
        problems += [note for arrival in arrivals for note in _notes(arrival, entries)]
        if arrivals and all(arrival.is_there for arrival in arrivals):
            problems.append(Problem(ProblemCode.NOTHING_NEW))
        return cls(venue, register, entries, arrivals, tuple(sorted(problems, key=_place)))

    @property
    def blocking(self) -> tuple[Problem, ...]:
        """The problems for which it cannot be recorded."""
        return tuple(problem for problem in self.problems if problem.code.blocks)

    @property
    def coming(self) -> tuple[Arrival, ...]:
        """Those whom recording adds to the activity."""
        return tuple(arrival for arrival in self.arrivals if not arrival.is_there)

    def outcomes(self) -> dict[int, Outcome]:
        """What becomes of each row."""
        found: dict[int, Outcome] = {}
        for arrival in self.arrivals:
            found |= dict.fromkeys(arrival.rows, Outcome.REPEATED)
            found[arrival.rows[0]] = arrival.outcome
        bad = {problem.row for problem in self.blocking}
        return {
            n: Outcome.PROBLEM if n in bad else found.get(n, Outcome.PROBLEM) for n in self.entries
        }

    def unknown_institutions(self, sheet: Sheet) -> tuple[str, ...]:
        """Institutions that the register lacks, as they are written, each once."""
        rows = {p.row for p in self.problems if p.code is ProblemCode.INSTITUTION_UNKNOWN}
        rows -= {p.row for p in self.problems if p.code is ProblemCode.TEXT_TOO_LONG}
        texts = [row.cells[INSTITUTION] for row in sheet.rows if row.number in rows]
        return tuple(dict.fromkeys(texts))


def _line(row: SheetRow, entry: Entry, keyring: Keyring) -> Line:
    """Who a row speaks of; an institution that the register lacks tells people apart as well."""
    text = row.cells.get(INSTITUTION)
    institution = entry.institution or (f"{UNREGISTERED}{fold(text)}" if text else None)
    return line_of(row.number, replace(entry, institution=institution), keyring)


def _arrivals(
    groups: list[Group], entries: dict[int, Entry], there: dict[int, There]
) -> tuple[Arrival, ...]:
    found = []
    for group in sorted(groups, key=lambda group: group.first):
        rows = tuple(sorted(line.number for line in group.lines))
        entry, _ = in_one([entries[number] for number in rows])
        before = there.get(group.person) if group.person is not None else None
        found.append(Arrival(rows, entry, group.person, before))
    return tuple(found)


def _notes(arrival: Arrival, entries: dict[int, Entry]) -> list[Problem]:
    """Rows of one person that contradict each other, or the attendance that is there already."""
    _, disagreeing = in_one([entries[number] for number in arrival.rows])
    first = arrival.rows[0]
    notes = [Problem(ProblemCode.ROWS_DISAGREE, first, column) for column in disagreeing]
    if arrival.there and arrival.entry.status not in (NOT_STATED, arrival.there.status):
        notes.append(Problem(ProblemCode.STATUS_DIFFERS, first, STATUS))
    return notes


def _place(problem: Problem) -> tuple[int, str]:
    return problem.row or 0, problem.code.value
