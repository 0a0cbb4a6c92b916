"""What can be wrong with a file of entries, row by row, and what refuses to be stored."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

LONGEST_VALUE = 80


class Code(StrEnum):
    """What is wrong, unclear, or worth knowing; a file that cannot be opened has codes of its own
    (files.FileProblem)."""

    NO_HEADINGS = "no_headings"
    NO_ROWS = "no_rows"
    TOO_MANY_ENTRIES = "too_many_entries"
    ENCODING_UNCERTAIN = "encoding_uncertain"
    MOJIBAKE = "mojibake"
    COLUMN_UNKNOWN = "column_unknown"
    COLUMN_WORKED_OUT = "column_worked_out"
    COLUMN_TWICE = "column_twice"
    SHEET_HIDDEN = "sheet_hidden"
    SHEET_BESIDE = "sheet_beside"
    EXAMPLE_LEFT_OUT = "example_left_out"
    LETTERS_LOST = "letters_lost"
    CELL_UNREADABLE = "cell_unreadable"
    TEXT_TOO_LONG = "text_too_long"
    REFERENCE_MISSING = "reference_missing"
    REFERENCE_UNUSABLE = "reference_unusable"
    REFERENCE_TWICE = "reference_twice"
    REFERENCE_SHARED = "reference_shared"
    ROUND_MISSING = "round_missing"
    ROUND_UNKNOWN = "round_unknown"
    ROUND_APPROVED = "round_approved"
    ACTIVITY_ELSEWHERE = "activity_elsewhere"
    CARRIED_BACK = "carried_back"
    OUT_OF_REACH = "out_of_reach"
    TEXT_MISSING = "text_missing"
    WORD_UNKNOWN = "word_unknown"
    PLACE_UNKNOWN = "place_unknown"
    PLACE_SHARED = "place_shared"
    PLACE_NOT_THEN = "place_not_then"
    INSTITUTION_UNKNOWN = "institution_unknown"
    INSTITUTION_SHARED = "institution_shared"
    INSTITUTION_TWICE = "institution_twice"
    DEADLINE_UNREADABLE = "deadline_unreadable"
    DEADLINE_BEFORE_MADE = "deadline_before_made"
    DAY_UNREADABLE = "day_unreadable"
    DAY_AHEAD = "day_ahead"
    DAY_TOO_EARLY = "day_too_early"
    SOURCE_UNKNOWN = "source_unknown"
    LINK_UNKNOWN = "link_unknown"
    LINK_TO_ITSELF = "link_to_itself"
    LINK_CIRCLE = "link_circle"
    LINK_BACKWARDS = "link_backwards"
    LINK_OUT_OF_ORDER = "link_out_of_order"


OF_FILE = frozenset(
    {Code.NO_HEADINGS, Code.NO_ROWS, Code.TOO_MANY_ENTRIES, Code.ENCODING_UNCERTAIN, Code.MOJIBAKE}
)
"""What stands in the way of every row."""
NOTES = frozenset(
    {
        *(Code.COLUMN_UNKNOWN, Code.COLUMN_WORKED_OUT, Code.COLUMN_TWICE),
        *(Code.SHEET_HIDDEN, Code.SHEET_BESIDE, Code.EXAMPLE_LEFT_OUT),
    }
)
"""What stands in nothing's way."""
ACCEPTABLE = frozenset({Code.LETTERS_LOST})
"""What somebody may look at and take as it is."""


@dataclass(frozen=True)
class Problem:
    """What is wrong, in which row as the file counts, under which of our columns.

    ``value`` is what stands there, cut short: a cell, a heading, or the name of a sheet. ``others``
    are what could be meant: words of a list, codes of institutions, names of places.
    """

    code: str
    row: int | None = None
    column: str | None = None
    value: str = ""
    others: tuple[str, ...] = ()

    @classmethod
    def of(
        cls, code: Code, row: int, column: str | None, value: str = "", others: Sequence[str] = ()
    ) -> "Problem":
        """A problem with what stands in a cell."""
        return cls(code.value, row, column, value[:LONGEST_VALUE], tuple(others))


class NotStorable(ValueError):
    """Rows wait to be mended or left out, or the file cannot be taken in; nothing was stored."""

    def __init__(self, rows: tuple[int, ...] = ()) -> None:
        super().__init__("Rows of the file wait for a decision.")
        self.rows = rows


class NothingToStore(ValueError):
    """Every row is left out or says what stands already; nothing was stored."""


class FileKnown(ValueError):
    """The same file was taken in before and not undone; nothing was stored."""

    def __init__(self, imported_at: dt.datetime) -> None:
        super().__init__("The same file was taken in before.")
        self.imported_at = imported_at


class ImportUnknown(LookupError):
    """There is no such import."""


class ImportUndone(RuntimeError):
    """The import was taken back before."""


class TouchedSince(RuntimeError):
    """Something happened to entries since; ``references`` names them, and ``gone`` says how many
    were removed. Nothing was undone."""

    def __init__(self, references: tuple[str, ...], gone: int = 0) -> None:
        super().__init__("Something happened to entries of the import since.")
        self.references, self.gone = references, gone
