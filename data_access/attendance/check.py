"""What recording a file would do, before anybody confirms it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection

from data_access import freshness
from data_access.access import Reader, Right, require
from data_access.attendance.arrivals import Outcome
from data_access.attendance.bulk import without_pauses
from data_access.attendance.counts import Counts
from data_access.attendance.difference import Difference
from data_access.attendance.examining import Examination
from data_access.attendance.people import People
from data_access.attendance.problems import Problem, ProblemCode
from data_access.attendance.reading import Decisions, Sheet
from data_access.attendance.reading.decisions import UNDECIDED
from data_access.attendance.venue import Venue
from data_access.rules import AttendanceStatus, Origin


@dataclass(frozen=True, slots=True)
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
    problems: tuple[Problem, ...] = ()

    @property
    def codes(self) -> tuple[ProblemCode, ...]:
        """What is wrong, unclear or worth knowing of the row."""
        return tuple(problem.code for problem in self.problems)


@dataclass(frozen=True)
class Examined:
    """What was found of a sheet with certain decisions, as the data stood at a version of them."""

    found: Examination = field(repr=False)
    sheet: Sheet = field(repr=False)
    decisions: Decisions
    version: int

    def holds(self, sheet: Sheet, decisions: Decisions, activity: str, version: int) -> bool:
        """Whether it would be found again: nothing was decided or stored since."""
        is_same = self.sheet is sheet and self.decisions == decisions
        return is_same and self.found.venue.code == activity and self.version == version


@dataclass(frozen=True)
class Preview:
    """A file against what is recorded.

    ``attended``, ``registered`` and ``not_stated`` count the persons of the file by what it says
    of them, each once. Of those who are not at the activity yet, ``new_attendances`` come to be
    counted, from ``new_persons`` never met and ``known_persons`` met before: these three count
    who attended alone. ``repeated`` rows are of a person who has another one, of
    ``repeated_persons`` altogether, and ``already_there`` counts persons with an attendance at the
    activity that stays as recorded. ``waiting`` rows need a
    decision; the others can be recorded without them, unless something is wrong with the file
    (``is_refused``). ``difference`` is there where the activity has a list already. ``examined``
    lets the recording of the same sheet go on from here. ``sheets`` say where in the file a row
    stands (Sheet.place_of).
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
    repeated_persons: int
    already_there: int
    unknown_institutions: tuple[str, ...]
    is_trial: bool
    counts: Counts
    stated_total: int | None
    waiting: int
    is_refused: bool
    difference: Difference | None = None
    examined: Examined | None = field(default=None, repr=False, compare=False)
    sheets: tuple[tuple[str, int], ...] = field(default=(), repr=False)

    @property
    def can_be_recorded(self) -> bool:
        """Whether all of it can be recorded as it is."""
        return not (self.is_refused or self.waiting)


def check(
    connection: Connection,
    reader: Reader,
    sheet: Sheet,
    activity: str,
    decisions: Decisions = UNDECIDED,
) -> Preview:
    """What recording the file for the activity would do; nothing is stored.

    The sheet was read with the same decisions. The file may name other municipalities than the
    reader's: where the activity lies decides. Refuses an unknown activity (ActivityUnknown), one
    that the right does not reach (AccessRefused), a closed round (RoundClosed) and a missing or
    another key for names (identity.IdentityKeyProblem).
    """
    require(reader, Right.UPLOAD_ATTENDANCE)
    venue = Venue.find(connection, activity)
    venue.admit(reader, Right.UPLOAD_ATTENDANCE)
    keyring = People.keyring(connection)
    version = freshness.current(connection).number
    is_trial = is_a_trial(connection, reader)
    with without_pauses():
        found = Examination.of(connection, reader, sheet, venue, keyring, decisions=decisions)
        preview = preview_of(found, is_trial=is_trial)
        return replace(preview, examined=Examined(found, sheet, decisions, version))


def is_a_trial(connection: Connection, reader: Reader) -> bool:
    """Whether what is recorded stands among made-up rows."""
    require(reader, Right.UPLOAD_ATTENDANCE)
    return Origin.SAMPLE in freshness.holdings(connection, reader).origins


def preview_of(found: Examination, *, is_trial: bool) -> Preview:
    """An examination without names."""
    statuses = Counter(arrival.entry.status for arrival in found.arrivals)
    counted = [arrival for arrival in found.arrivals if arrival.counts]
    new_persons = sum(one.person is None for one in counted)
    return Preview(
        activity=found.venue.code,
        round=found.venue.round,
        rows=_rows(found),
        problems=found.problems,
        attended=statuses[AttendanceStatus.ATTENDED],
        registered=statuses[AttendanceStatus.REGISTERED],
        not_stated=statuses[AttendanceStatus.NOT_STATED],
        new_persons=new_persons,
        known_persons=len(counted) - new_persons,
        new_attendances=len(counted),
        repeated=found.counts.merged,
        repeated_persons=sum(len(arrival.rows) > 1 for arrival in found.arrivals),
        already_there=sum(one.is_there and not one.is_raised for one in found.arrivals),
        unknown_institutions=found.unknown_institutions(),
        is_trial=is_trial,
        counts=found.counts,
        stated_total=found.sheet.stated_total,
        waiting=len(found.waiting),
        is_refused=bool(found.refusing),
        difference=found.difference,
        sheets=found.sheet.sheets,
    )


def _rows(found: Examination) -> tuple[CheckedRow, ...]:
    problems, outcomes = found.by_row(), found.outcomes()
    nothing: Sequence[Problem] = ()
    rows = []
    for number, entry in found.entries.items():
        words = (entry.category, entry.institution, entry.place, entry.gender, entry.age_band)
        told = tuple(problems.get(number, nothing))
        rows.append(CheckedRow(number, outcomes[number], *words, entry.status, told))
    return tuple(rows)
