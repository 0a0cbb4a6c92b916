"""What can be wrong with a file, row by row, and what refuses to be stored; never with a name."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

LONGEST_VALUE = 60
MOST_LISTED = 6


class Weight(StrEnum):
    """What a problem stands in the way of."""

    NOTE = "note"
    ASK = "ask"
    ROW = "row"
    FILE = "file"


class ProblemCode(StrEnum):
    """What is wrong, unclear, or worth knowing; WEIGHTS says what it stands in the way of."""

    EMPTY = "file_empty"
    TOO_LARGE = "file_too_large"
    UNPACKS_TOO_LARGE = "file_unpacks_too_large"
    TOO_MANY_ENTRIES = "file_too_many_entries"
    TOO_MANY_ROWS = "file_too_many_rows"
    TOO_MANY_COLUMNS = "file_too_many_columns"
    TOO_MANY_CELLS = "file_too_many_cells"
    TOO_MANY_SHEETS = "file_too_many_sheets"
    TOO_MUCH_TEXT = "file_too_much_text"
    TOO_SLOW = "file_too_slow"
    TOO_MUCH_MEMORY = "file_too_much_memory"
    MACROS = "file_macros"
    EXTERNAL_LINKS = "file_external_links"
    ENCRYPTED = "file_encrypted"
    XML_ENTITIES = "file_xml_entities"
    PDF = "file_pdf"
    PICTURE = "file_picture"
    ONLY_PICTURES = "file_only_pictures"
    DOCUMENT = "file_document"
    OTHER_WORKBOOK = "file_other_workbook"
    ARCHIVE = "file_archive"
    DAMAGED = "file_damaged"
    NOT_A_TABLE = "file_not_a_table"
    QUOTES = "file_quotes"
    NO_ROWS = "no_rows"
    NO_NAMES = "no_names"
    SEVERAL_NAME_COLUMNS = "several_name_columns"
    ENCODING_UNCERTAIN = "encoding_uncertain"
    MOJIBAKE = "mojibake"
    LETTERS_LOST = "letters_lost"
    SEVERAL_PARTS = "several_parts"
    DATE_ORDER = "date_order"
    DATE_UNKNOWN = "date_unknown"
    ATTENDED_OR_REGISTERED = "attended_or_registered"
    TOTAL_DIFFERS = "total_differs"
    ABSENCE_NOTED = "absence_noted"
    HEADINGS_GUESSED = "headings_guessed"
    HIDDEN_SHEET = "hidden_sheet"
    PERSONAL_CODE = "personal_code"
    CELL_UNREADABLE = "cell_unreadable"
    TEXT_TOO_LONG = "text_too_long"
    NAME_MISSING = "name_missing"
    NAME_UNUSUAL = "name_unusual"
    NOT_A_PERSON = "not_a_person"
    CONTACT_UNUSABLE = "contact_unusable"
    ROW_SHIFTED = "row_shifted"
    WORD_UNKNOWN = "word_unknown"
    INSTITUTION_UNKNOWN = "institution_unknown"
    INSTITUTION_SHARED = "institution_shared"
    PLACE_UNKNOWN = "place_unknown"
    PLACE_SHARED = "place_shared"
    PLACE_NOT_THEN = "place_not_then"
    ROWS_ALIKE = "rows_alike"
    NAMES_SIMILAR = "names_similar"
    CONTACT_SHARED = "contact_shared"
    CONTACT_COMMON = "contact_common"
    DECISION_UNUSABLE = "decision_unusable"
    SEVERAL_PERSONS = "several_persons"
    NAMESAKE_HERE = "namesake_here"
    NOTHING_NEW = "nothing_new"
    NAMESAKE = "namesake"
    ROWS_DISAGREE = "rows_disagree"
    STATUS_DIFFERS = "status_differs"

    @property
    def weight(self) -> Weight:
        """What it stands in the way of; what no table names stands in the way of the file."""
        return WEIGHTS.get(self, Weight.FILE)

    @property
    def blocks(self) -> bool:
        """Whether a row, or the whole file, cannot be recorded with it."""
        return self.weight in (Weight.ROW, Weight.FILE)

    @property
    def asks(self) -> bool:
        """Whether somebody has something to decide, or at least to look at."""
        return self.weight is not Weight.NOTE


WEIGHTS: Mapping[ProblemCode, Weight] = {
    ProblemCode.NAMESAKE: Weight.NOTE,
    ProblemCode.CONTACT_COMMON: Weight.NOTE,
    ProblemCode.ROWS_DISAGREE: Weight.NOTE,
    ProblemCode.STATUS_DIFFERS: Weight.NOTE,
    ProblemCode.HIDDEN_SHEET: Weight.NOTE,
    ProblemCode.DATE_UNKNOWN: Weight.NOTE,
    ProblemCode.NAME_UNUSUAL: Weight.ASK,
    ProblemCode.TOTAL_DIFFERS: Weight.ASK,
    ProblemCode.PERSONAL_CODE: Weight.ASK,
    ProblemCode.MOJIBAKE: Weight.ROW,
    ProblemCode.LETTERS_LOST: Weight.ROW,
    ProblemCode.CELL_UNREADABLE: Weight.ROW,
    ProblemCode.TEXT_TOO_LONG: Weight.ROW,
    ProblemCode.NAME_MISSING: Weight.ROW,
    ProblemCode.ABSENCE_NOTED: Weight.ROW,
    ProblemCode.NOT_A_PERSON: Weight.ROW,
    ProblemCode.CONTACT_UNUSABLE: Weight.ROW,
    ProblemCode.ROW_SHIFTED: Weight.ROW,
    ProblemCode.WORD_UNKNOWN: Weight.ROW,
    ProblemCode.INSTITUTION_UNKNOWN: Weight.ROW,
    ProblemCode.INSTITUTION_SHARED: Weight.ROW,
    ProblemCode.PLACE_UNKNOWN: Weight.ROW,
    ProblemCode.PLACE_SHARED: Weight.ROW,
    ProblemCode.PLACE_NOT_THEN: Weight.ROW,
    ProblemCode.ROWS_ALIKE: Weight.ROW,
    ProblemCode.NAMES_SIMILAR: Weight.ROW,
    ProblemCode.CONTACT_SHARED: Weight.ROW,
    ProblemCode.DECISION_UNUSABLE: Weight.ROW,
    ProblemCode.SEVERAL_PERSONS: Weight.ROW,
    ProblemCode.NAMESAKE_HERE: Weight.ROW,
}


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, in which row as the file counts them, and in which of the template's columns.

    ``value`` is what stood there, cut short, and never a name or a contact; where rows look alike
    it holds the numbers of the first of them, and for a heading the letter of its column. ``most``
    and ``found`` are figures: a limit and what met it, a stated total and what was counted. Where
    somebody has to say who it is, ``rows`` are others that may be the same person, the first few of
    them, and ``candidates`` the numbers of persons met before.
    """

    code: ProblemCode
    row: int | None = None
    column: str | None = None
    value: str | None = None
    most: int | None = None
    found: int | None = None
    rows: tuple[int, ...] = ()
    candidates: tuple[int, ...] = ()

    @classmethod
    def of(cls, code: ProblemCode, row: int, column: str | None, text: str) -> "Problem":
        """A problem with what stood in a cell, cut short."""
        return cls(code, row, column, text[:LONGEST_VALUE] or None)

    @classmethod
    def among(
        cls, code: ProblemCode, row: int, numbers: Iterable[int], persons: Iterable[int] = ()
    ) -> "Problem":
        """A problem of one row with others, of which the first few are listed."""
        first = tuple(islice(numbers, MOST_LISTED + 1))
        listed = [str(number) for number in first]
        if len(listed) > MOST_LISTED:
            listed[MOST_LISTED] = "…"
        others = tuple(number for number in first[:MOST_LISTED] if number != row)
        return cls(
            code, row, None, ", ".join(listed) or None, rows=others, candidates=tuple(persons)
        )


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


class DifferenceUnconfirmed(ValueError):
    """The activity has a list already, and nobody confirmed the difference; nothing was stored."""

    def __init__(self, difference: object) -> None:
        super().__init__("The activity has a list already.")
        self.difference = difference


class ActivityUnknown(LookupError):
    """No activity has the code."""


class UploadUnknown(LookupError):
    """There is no such upload."""


class UploadUndone(RuntimeError):
    """The upload was undone before."""


class AlreadyThere(ValueError):
    """The person has an attendance at the activity already; nothing was stored."""
