"""What a file turned out to be: its rows under our columns, what was left out, what is unclear."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from data_access.attendance.problems import Problem
from data_access.files.grid import FileKind


class Source(StrEnum):
    """Where a list comes from, told by its structure."""

    TEMPLATE = "template"
    TEAMS = "teams"
    ZOOM_MEETING = "zoom_meeting"
    ZOOM_WEBINAR = "zoom_webinar"
    WEBEX = "webex"
    MEET = "meet"
    GOOGLE_FORMS = "google_forms"
    MICROSOFT_FORMS = "microsoft_forms"
    EVENTBRITE = "eventbrite"
    CIVICRM = "civicrm"
    INDICO = "indico"
    SIGN_IN = "sign_in"
    LIST = "list"


class LeftOut(StrEnum):
    """Why a row or a column of the file does not go further."""

    NOT_A_PERSON = "not_a_person"
    BLANK_LINE = "blank_line"
    HEADING_AGAIN = "heading_again"
    FOOTER = "footer"
    OTHER_SECTION = "other_section"
    DECIDED = "decided"
    NUMBERING = "numbering"
    SIGNATURE = "signature"
    TIMES = "times"
    PERSONAL_CODE = "personal_code"
    CONSENT = "consent"
    EMPTY = "empty"
    NOT_NEEDED = "not_needed"


COLUMNS: dict[tuple[str, ...], tuple[str, ...]] = {}
"""The columns that rows have had, each list of them once: most rows of a file have the same."""


@dataclass(frozen=True, slots=True, init=False)
class SheetRow:
    """One row: its number as a spreadsheet shows it, and the text under each of our columns.

    In a file of several sheets the rows of later ones are numbered on: ``Sheet.place_of`` says
    where a number stands. ``source`` is the row as it came, for the workbook of what is wrong.
    ``days`` are those on which the row says the person was there. Files have very many rows, so
    that the cells are kept without the columns' names, and put together when they are asked for.
    """

    number: int
    days: tuple[dt.date, ...]
    source: Sequence[str] = field(repr=False)
    _columns: tuple[str, ...] = field(repr=False)
    _texts: tuple[str, ...] = field(repr=False)

    def __init__(
        self,
        number: int,
        cells: Mapping[str, str],
        days: tuple[dt.date, ...] = (),
        source: Sequence[str] = (),
    ) -> None:
        columns = tuple(cells)
        put = object.__setattr__
        put(self, "number", number)
        put(self, "days", days)
        put(self, "source", source)
        put(self, "_columns", COLUMNS.setdefault(columns, columns))
        put(self, "_texts", tuple(cells.values()))

    @property
    def cells(self) -> dict[str, str]:
        """The text under each of our columns."""
        return dict(zip(self._columns, self._texts, strict=True))

    def with_cells(self, cells: Mapping[str, str]) -> "SheetRow":
        """The row with other texts under our columns."""
        return SheetRow(self.number, cells, self.days, self.source)


@dataclass(frozen=True)
class Column:
    """A column of the file: its letter, its heading, what it was taken for, or why it was left."""

    index: int
    letter: str
    heading: str = field(repr=False)
    role: str | None = None
    left_out: LeftOut | None = None


@dataclass(frozen=True)
class Part:
    """A table of the file that may be an activity of its own."""

    key: str
    title: str = field(repr=False)
    days: tuple[dt.date, ...]
    rows: int
    is_hidden: bool = False


@dataclass(frozen=True)
class Sheet:
    """The rows of a list, and everything that a person should know of how they were found.

    ``problems`` of weight FILE stand in the way of all rows. ``title`` and ``days`` are what the
    file says of its activity. ``encoding`` is None for workbooks; ``candidates`` are other ways to
    read its letters. ``parts`` are the tables of a file that holds several, ``part`` the one read.
    ``signature`` is the same for files of the same columns.
    """

    rows: tuple[SheetRow, ...]
    problems: tuple[Problem, ...]
    kind: FileKind = FileKind.TEXT
    source: Source = Source.LIST
    encoding: str | None = None
    candidates: tuple[str, ...] = ()
    title: str | None = field(default=None, repr=False)
    days: tuple[dt.date, ...] = ()
    stated_total: int | None = None
    columns: tuple[Column, ...] = ()
    left_out: Mapping[int, LeftOut] = field(default_factory=dict)
    parts: tuple[Part, ...] = ()
    part: str | None = None
    hidden_sheets: tuple[str, ...] = ()
    sheets: tuple[tuple[str, int], ...] = ()
    """Names of the sheets that were read, each with the number before its first row."""
    joins: bool = False
    """Whether a row is somebody's joining a call, so that the same bare name is one person."""
    signature: str = field(default="", repr=False)

    def place_of(self, number: int) -> tuple[str | None, int]:
        """The sheet's name, where there are several, and the row as that sheet counts."""
        if len(self.sheets) <= 1:
            before = self.sheets[0][1] if self.sheets else 0
            return None, number - before
        name, before = max((one for one in self.sheets if one[1] < number), key=lambda one: one[1])
        return name, number - before

    @property
    def read_count(self) -> int:
        """Rows that were looked at: those of people, and those left out with a reason."""
        return len(self.rows) + len(self.left_out)
