"""What recording a file would do, before anybody confirms it."""

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import Connection

from data_access import freshness
from data_access.access import Reader, Right, require
from data_access.attendance.examining import Examination, Outcome, Venue
from data_access.attendance.people import People
from data_access.attendance.problems import Problem
from data_access.attendance.reading import Sheet
from data_access.rules import AttendanceStatus, Origin


@dataclass(frozen=True)
class CheckedRow:
    """A row by its number: what becomes of it, and its words as codes; never who it is."""

    number: int
    outcome: Outcome
    category: str
    institution: str | None
    place: str
    gender: str
    age_band: str
    status: str


@dataclass(frozen=True)
class Preview:
    """A file against what is recorded.

    ``attended``, ``registered`` and ``not_stated`` count the persons of the file by what it says
    of them, each once. Of those who are not at the activity yet, ``new_attendances`` come to be
    counted, from ``new_persons`` never met and ``known_persons`` met before: these three count
    who attended alone. ``repeated`` rows are of a person who has another one, and
    ``already_there`` counts persons with an attendance at the activity.
    """

    activity: str
    round: str
    rows: tuple[CheckedRow, ...]
    problems: tuple[Problem, ...]
    attended: int
    registered: int
    not_stated: int
    new_persons: int
    known_persons: int
    new_attendances: int
    repeated: int
    already_there: int
    unknown_institutions: tuple[str, ...]
    is_trial: bool
    can_be_recorded: bool


def check(connection: Connection, reader: Reader, sheet: Sheet, activity: str) -> Preview:
    """What recording the file for the activity would do; nothing is stored.

    The file may name other municipalities than the reader's: where the activity lies decides.
    Refuses an unknown activity (ActivityUnknown), one that the right does not reach
    (AccessRefused), a closed round (RoundClosed) and a missing or another key for names
    (identity.IdentityKeyProblem).
    """
    require(reader, Right.UPLOAD_ATTENDANCE)
    venue = Venue.find(connection, activity)
    venue.admit(reader, Right.UPLOAD_ATTENDANCE)
    found = Examination.of(connection, reader, sheet, venue, People.keyring(connection))
    is_trial = Origin.SAMPLE in freshness.holdings(connection, reader).origins
    return _preview(found, sheet, is_trial=is_trial)


def _preview(found: Examination, sheet: Sheet, *, is_trial: bool) -> Preview:
    statuses = Counter(arrival.entry.status for arrival in found.arrivals)
    counted = [one for one in found.coming if one.entry.status == AttendanceStatus.ATTENDED]
    outcomes = found.outcomes()
    new_persons = sum(one.person is None for one in counted)
    return Preview(
        activity=found.venue.code,
        round=found.venue.round,
        rows=tuple(_row(found, number, outcomes[number]) for number in found.entries),
        problems=found.problems,
        attended=statuses[AttendanceStatus.ATTENDED],
        registered=statuses[AttendanceStatus.REGISTERED],
        not_stated=statuses[AttendanceStatus.NOT_STATED],
        new_persons=new_persons,
        known_persons=len(counted) - new_persons,
        new_attendances=len(counted),
        repeated=sum(len(arrival.rows) - 1 for arrival in found.arrivals),
        already_there=sum(arrival.is_there for arrival in found.arrivals),
        unknown_institutions=found.unknown_institutions(sheet),
        is_trial=is_trial,
        can_be_recorded=not found.blocking,
    )


def _row(found: Examination, number: int, outcome: Outcome) -> CheckedRow:
    entry = found.entries[number]
    words = (entry.category, entry.institution, entry.place, entry.gender, entry.age_band)
    return CheckedRow(number, outcome, *words, entry.status)
