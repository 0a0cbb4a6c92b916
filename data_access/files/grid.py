"""What a file holds once it is open: sheets of text, and what had to be guessed to get there."""

from dataclasses import dataclass, field
from enum import StrEnum

Rows = list[list[str]]
Area = tuple[int, int, int, int]
"""First row, first column, last row, last column; counted from 0, both ends in it."""


class FileKind(StrEnum):
    """What sort of file came in, told by its bytes and never by its name."""

    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"
    HTML = "html"
    TEXT = "csv"


class Damage(StrEnum):
    """What happened to letters before the file came here."""

    MOJIBAKE = "mojibake"
    LOST = "lost"


@dataclass(frozen=True)
class Grid:
    """One sheet: its rows from the first one on, ragged, every cell as text.

    ``merged`` are areas of which only the first cell holds the text. ``unreadable`` are cells
    (row, column from 0) with an error or a formula that was never worked out. ``epoch_1904`` says
    from when a number that is a date counts.
    """

    name: str
    rows: Rows = field(repr=False)
    is_hidden: bool = False
    merged: tuple[Area, ...] = ()
    unreadable: frozenset[tuple[int, int]] = frozenset()
    epoch_1904: bool = False


@dataclass(frozen=True)
class Choices:
    """What somebody decided about a file's letters."""

    encoding: str | None = None
    repair: bool = False


@dataclass(frozen=True)
class Opened:
    """A file's sheets. ``encoding`` is None for a workbook; ``candidates`` are others that fit it.

    Where ``damage`` is named, the rows hold the damaged text, or the repaired one if that was
    chosen and could be done (``repaired``); ``damaged_rows`` counts from 1.
    """

    kind: FileKind
    sheets: tuple[Grid, ...]
    encoding: str | None = None
    is_certain: bool = True
    candidates: tuple[str, ...] = ()
    damage: Damage | None = None
    damaged_rows: tuple[int, ...] = ()
    repaired: bool = False
