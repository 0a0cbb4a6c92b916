"""A mediator's month as a workbook tells it: its cells, what they say, what is asked, and answers.

Nothing here holds free text about a family: cells of columns that take a code, a day or a number.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from data_access.rules import (
    Area,
    ClosingReason,
    ContactForm,
    ContactPlace,
    ContactResult,
    Referrer,
    TrainingKind,
)

LONGEST_VALUE = 40
"""Characters of a cell that a question repeats; no code, day or number is longer."""


class Part(StrEnum):
    """The sheets of a report."""

    HEAD = "head"
    FAMILIES = "families"
    CONTACTS = "contacts"
    TRAININGS = "trainings"


class Code(StrEnum):
    """What is wrong, unclear, or worth knowing; a file that cannot be opened has codes of its own
    (files.FileProblem)."""

    NOT_THE_TEMPLATE = "not_the_template"
    SHEET_MISSING = "sheet_missing"
    SHEET_TWICE = "sheet_twice"
    COLUMN_MISSING = "column_missing"
    COLUMN_TWICE = "column_twice"
    TOO_MANY_ROWS = "too_many_rows"
    POST_MISSING = "post_missing"
    POST_UNKNOWN = "post_unknown"
    MONTH_MISSING = "month_missing"
    MONTH_UNCLEAR = "month_unclear"
    MONTH_AHEAD = "month_ahead"
    MONTH_OUTSIDE = "month_outside"
    MONTH_RECORDED = "month_recorded"
    HOURS_MISSING = "hours_missing"
    HOURS_UNLIKELY = "hours_unlikely"
    CELL_UNREADABLE = "cell_unreadable"
    CELL_MERGED = "cell_merged"
    NUMBER_UNCLEAR = "number_unclear"
    DAY_MISSING = "day_missing"
    DAY_UNCLEAR = "day_unclear"
    DAY_OUTSIDE = "day_outside"
    DAY_AHEAD = "day_ahead"
    DAY_NOT_HELD = "day_not_held"
    WORD_UNKNOWN = "word_unknown"
    FORM_MISSING = "form_missing"
    INSTITUTION_UNKNOWN = "institution_unknown"
    INSTITUTION_SHARED = "institution_shared"
    FAMILY_MISSING = "family_missing"
    FAMILY_UNKNOWN = "family_unknown"
    FAMILY_TWICE = "family_twice"
    FAMILY_NOT_OPEN = "family_not_open"
    FAMILY_OF_GROUP = "family_of_group"
    CASE_NOT_RUNNING = "case_not_running"
    OPENED_OTHERWISE = "opened_otherwise"
    CLOSED_OTHERWISE = "closed_otherwise"
    CLOSED_TOO_EARLY = "closed_too_early"
    REASON_WITHOUT_END = "reason_without_end"
    CHILDREN_TOO_MANY = "children_too_many"
    SIZE_COUNTED = "size_counted"
    LOOKS_LIKE_TOTAL = "looks_like_total"
    ROWS_ALIKE = "rows_alike"
    TEXT_LEFT_OUT = "text_left_out"
    SHEET_LEFT_OUT = "sheet_left_out"
    EXAMPLE_LEFT_OUT = "example_left_out"
    FILE_WAITING = "file_waiting"
    FILE_RECORDED = "file_recorded"


OF_FILE = frozenset(
    {
        *(Code.NOT_THE_TEMPLATE, Code.TOO_MANY_ROWS, Code.FILE_RECORDED),
        *(Code.SHEET_TWICE, Code.COLUMN_TWICE),
    }
)
"""What stands in the way of the whole file: another file has to come."""
NOTES = frozenset(
    {Code.TEXT_LEFT_OUT, Code.SHEET_LEFT_OUT, Code.EXAMPLE_LEFT_OUT, Code.FILE_WAITING}
)
"""What stands in nothing's way."""
ACCEPTABLE = frozenset(
    {
        *(Code.SHEET_MISSING, Code.COLUMN_MISSING, Code.HOURS_MISSING, Code.HOURS_UNLIKELY),
        *(Code.DAY_MISSING, Code.DAY_OUTSIDE, Code.FAMILY_MISSING, Code.ROWS_ALIKE),
        *(Code.LOOKS_LIKE_TOTAL, Code.FORM_MISSING, Code.DAY_NOT_HELD),
        *(Code.CASE_NOT_RUNNING, Code.SIZE_COUNTED),
    }
)
"""What somebody may look at and take as it is: what is missing then is not stated.

A deleted column, accepted, leaves what it would say not stated in every row. ``FORM_MISSING`` is
none of these where the row names no family: then nobody can tell.
"""


@dataclass(frozen=True)
class Problem:
    """What is wrong, in which part and row as the sheet counts (None: the part), in which column.

    ``value`` is what stands there, cut short; ``others`` are what could be meant. Of TEXT_LEFT_OUT
    ``value`` is the heading alone and ``others`` how many cells; of a file that cannot be opened
    ``others`` are the ``figures`` of the limit.
    """

    code: Code | str
    part: Part | None = None
    row: int | None = None
    column: str | None = None
    value: str = field(default="", repr=False)
    others: tuple[str, ...] = field(default=(), repr=False)

    @property
    def is_note(self) -> bool:
        """Whether nobody needs to answer it."""
        return self.code in NOTES

    @property
    def is_acceptable(self) -> bool:
        """Whether somebody may take it as it is: a row that nobody can place cannot be."""
        is_family = self.part is Part.FAMILIES and self.code == Code.FAMILY_MISSING
        is_open = self.code == Code.FORM_MISSING and len(self.others) != 1
        return self.code in ACCEPTABLE and not is_family and not is_open

    @property
    def figures(self) -> dict[str, int]:
        """What a refused file met: ``most``, ``found``, as ``files.Refused`` tells them."""
        pairs = (other.partition("=") for other in self.others)
        return {name: int(value) for name, _, value in pairs if value.isdecimal()}


Cells = Mapping[str, str]
"""What a row says, by our column."""


@dataclass(frozen=True)
class Sheets:
    """The cells of a report by part and row, as the file holds them; what waits is sealed as this.

    ``head`` has ``post``, ``month`` and ``hours`` as far as they were found. ``problems`` are those
    that only the file itself can show: sheets, columns, cells that cannot be read, what was left
    out. ``absent`` are parts, and columns of parts, that the file lacks.
    """

    head: Cells = field(default_factory=dict, repr=False)
    rows: Mapping[Part, Mapping[int, Cells]] = field(default_factory=dict, repr=False)
    problems: tuple[Problem, ...] = ()
    absent: frozenset[tuple[Part, str | None]] = frozenset()


@dataclass(frozen=True)
class Decisions:
    """What somebody answered. ``cells`` by part, row (0 for the head) and column, written anew.

    ``left_out`` rows are not taken. ``accepted`` are problems taken as they are: code, part, row
    (0 for a problem of the whole part) and column (empty for none).
    """

    cells: Mapping[tuple[Part, int, str], str] = field(default_factory=dict, repr=False)
    left_out: frozenset[tuple[Part, int]] = frozenset()
    accepted: frozenset[tuple[Code, Part, int, str]] = frozenset()


@dataclass(frozen=True)
class CaseLine:
    """A row of the families' sheet: one family's case at the post.

    ``family`` is the family's number, or what the file calls a new one (``J1``); ``number`` is the
    row of the family in the database, None for a new one; ``case`` that of the open case, None for
    one to be opened. What is None, ``not_stated`` or empty is not stated: of an open case, and of a
    known family, it is left as it stands. ``needs`` that are not empty are all of the case's.
    """

    row: int
    family: str
    number: int | None
    case: int | None
    opened_on: dt.date | None
    closed_on: dt.date | None
    reason: ClosingReason
    referred_by: Referrer
    needs: tuple[Area, ...]
    size: int | None
    children: int | None
    changes: bool
    """Whether recording the row would change anything."""


@dataclass(frozen=True)
class ContactLine:
    """A row of the contacts' sheet. ``family`` as in CaseLine, None where none is named; ``case``
    is its open case, None where the report opens it (the CaseLine of the same ``family``).
    ``institution`` is the institution's row."""

    row: int
    held_on: dt.date | None
    form: ContactForm
    family: str | None
    persons: int | None
    met_at: ContactPlace
    area: Area
    institution: int | None
    result: ContactResult
    case: int | None = None


@dataclass(frozen=True)
class TrainingLine:
    """A row of the trainings' sheet."""

    row: int
    held_on: dt.date | None
    kind: TrainingKind
    hours: float | None


@dataclass(frozen=True)
class Draft:
    """What recording a report would do, by the decisions made; nothing of it is stored as a record.

    ``problems`` hold notes too; a line with an open question is not among the lines.
    """

    sha256: str
    sheets: Sheets = field(repr=False)
    post: int | None = None
    month: dt.date | None = None
    hours: float | None = None
    cases: tuple[CaseLine, ...] = ()
    contacts: tuple[ContactLine, ...] = ()
    trainings: tuple[TrainingLine, ...] = ()
    problems: tuple[Problem, ...] = ()
    decisions: Decisions = field(default_factory=Decisions, repr=False)

    @property
    def questions(self) -> tuple[Problem, ...]:
        """What has to be answered before the report can be recorded."""
        return tuple(problem for problem in self.problems if not problem.is_note)

    @property
    def is_refused(self) -> bool:
        """Whether no answer helps, and another file has to come."""
        known = {code.value for code in Code}
        return any(p.code in OF_FILE or str(p.code) not in known for p in self.problems)
