"""What can be wrong with a file, row by row, and what refuses to be stored; never with a name."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

LONGEST_VALUE = 60
MOST_LISTED = 6


class ProblemCode(StrEnum):
    """What is wrong, or worth knowing; NOTES are only worth knowing, all others block."""

    FILE_EMPTY = "file_empty"
    FILE_TOO_LARGE = "file_too_large"
    NOT_READABLE = "not_readable"
    OTHER_FORMAT = "other_format"
    OLD_OR_LOCKED = "old_or_locked"
    OTHER_ENCODING = "other_encoding"
    QUOTES = "quotes"
    SHEET_TOO_LARGE = "sheet_too_large"
    SEVERAL_SHEETS = "several_sheets"
    NO_ROWS = "no_rows"
    HEADING_MISSING = "heading_missing"
    HEADING_UNKNOWN = "heading_unknown"
    HEADING_TWICE = "heading_twice"
    CELL_WITHOUT_HEADING = "cell_without_heading"
    TEXT_TOO_LONG = "text_too_long"
    NAME_MISSING = "name_missing"
    CONTACT_UNUSABLE = "contact_unusable"
    ROW_SHIFTED = "row_shifted"
    WORD_UNKNOWN = "word_unknown"
    INSTITUTION_UNKNOWN = "institution_unknown"
    INSTITUTION_SHARED = "institution_shared"
    PLACE_UNKNOWN = "place_unknown"
    ROWS_ALIKE = "rows_alike"
    SEVERAL_PERSONS = "several_persons"
    NAMESAKE_HERE = "namesake_here"
    NOTHING_NEW = "nothing_new"
    NAMESAKE = "namesake"
    ROWS_DISAGREE = "rows_disagree"
    STATUS_DIFFERS = "status_differs"

    @property
    def blocks(self) -> bool:
        """Whether a file with this problem cannot be recorded."""
        return self not in NOTES


NOTES = frozenset({ProblemCode.NAMESAKE, ProblemCode.ROWS_DISAGREE, ProblemCode.STATUS_DIFFERS})


@dataclass(frozen=True)
class Problem:
    """What is wrong, in which row as the file counts them, and in which of the template's columns.

    ``value`` is what stood there, cut short, and never a name or a contact; where rows look alike
    it holds the numbers of the first of them, and for a heading the letter of its column.
    """

    code: ProblemCode
    row: int | None = None
    column: str | None = None
    value: str | None = None

    @classmethod
    def of(cls, code: ProblemCode, row: int, column: str | None, text: str) -> "Problem":
        """A problem with what stood in a cell, cut short."""
        return cls(code, row, column, text[:LONGEST_VALUE] or None)

    @classmethod
    def among(cls, code: ProblemCode, row: int, numbers: Iterable[int]) -> "Problem":
        """A problem of one row with others, of which the first few are listed."""
        listed = [str(number) for number in islice(numbers, MOST_LISTED + 1)]
        if len(listed) > MOST_LISTED:
            listed[MOST_LISTED] = "…"
        return cls(code, row, None, ", ".join(listed) or None)


class NotRecordable(ValueError):
    """The file, or the entry, has problems that block it; nothing was stored."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(", ".join(sorted({problem.code.value for problem in problems})))
        self.problems = problems


class FileKnown(ValueError):
    """The same file was recorded before and not undone; nothing was stored.

    ``activity`` is missing where whoever uploads has no right at that one.
    """

    def __init__(self, uploaded_at: dt.datetime, activity: str | None) -> None:
        super().__init__("The same file was recorded before.")
        self.uploaded_at, self.activity = uploaded_at, activity


class ActivityUnknown(LookupError):
    """No activity has the code."""


class UploadUnknown(LookupError):
    """There is no such upload."""


class UploadUndone(RuntimeError):
    """The upload was undone before."""


class AlreadyThere(ValueError):
    """The person has an attendance at the activity already; nothing was stored."""
