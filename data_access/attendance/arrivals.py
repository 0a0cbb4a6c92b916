"""Those whom a list brings: each person's lines as one, who they are, and what they come as."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter

from data_access.attendance.columns import NOT_STATED, STATUS
from data_access.attendance.entry import Entry, in_one
from data_access.attendance.groups import Group
from data_access.attendance.problems import Problem, ProblemCode
from data_access.attendance.venue import There
from data_access.rules import AttendanceStatus

Days = Mapping[int, tuple[dt.date, ...]]


class Outcome(StrEnum):
    """What becomes of a row when the file is recorded."""

    NEW = "new"
    KNOWN_PERSON = "known_person"
    REPEATED = "repeated"
    RAISED = "raised"
    ALREADY_THERE = "already_there"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Arrival:
    """One person of the file: their rows as one, who they are, and what they are there as."""

    rows: tuple[int, ...]
    entry: Entry
    person: int | None
    there: There | None = None

    @property
    def first(self) -> int:
        """The number of the first of the rows."""
        return self.rows[0]

    @property
    def is_there(self) -> bool:
        """Whether the activity has an attendance of the person already."""
        return self.there is not None

    @property
    def counts(self) -> bool:
        """Whether recording it adds an attendance that counts, or makes one count."""
        attended = self.entry.status == AttendanceStatus.ATTENDED
        return attended and (self.there is None or self.is_raised)

    @property
    def is_raised(self) -> bool:
        """Whether a list had brought the person who only now is said to have come.

        What somebody entered or corrected by hand stays.
        """
        there, attended = self.there, AttendanceStatus.ATTENDED
        if there is None or there.upload is None or there.revision > 1:
            return False
        return self.entry.status == attended != there.status

    def is_raised_by(self, upload: int) -> bool:
        """Whether that list is another one's than this upload's."""
        return self.is_raised and self.there is not None and self.there.upload != upload

    @property
    def outcome(self) -> Outcome:
        """What becomes of the person's first row."""
        if self.is_raised:
            return Outcome.RAISED
        if self.is_there:
            return Outcome.ALREADY_THERE
        return Outcome.NEW if self.person is None else Outcome.KNOWN_PERSON


def arrivals_of(
    groups: Iterable[Group],
    entries: Mapping[int, Entry],
    there: Mapping[int, There],
    waiting: Collection[int],
) -> tuple[list[Arrival], list[Problem]]:
    """The persons of the rows that do not wait, by their first rows; and what is worth knowing."""
    found: list[Arrival] = []
    notes: list[Problem] = []
    for group in groups:
        rows = tuple(sorted(n for line in group.lines if (n := line.number) not in waiting))
        if not rows:
            continue
        entry, disagreeing = in_one([entries[number] for number in rows])
        before = there.get(group.person) if group.person is not None else None
        arrival = Arrival(rows, entry, group.person, before)
        found.append(arrival)
        notes += [Problem(ProblemCode.ROWS_DISAGREE, rows[0], column) for column in disagreeing]
        is_otherwise = before is not None and entry.status not in (NOT_STATED, before.status)
        if is_otherwise and not arrival.is_raised:
            notes.append(Problem(ProblemCode.STATUS_DIFFERS, rows[0], STATUS))
    found.sort(key=attrgetter("first"))
    return found, notes
