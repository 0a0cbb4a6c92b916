"""What somebody decided about a file: kept apart from it, so that the file can be read anew."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum


class DateOrder(StrEnum):
    """Which part of 03/04/2020 is the day."""

    DAY_FIRST = "dmy"
    MONTH_FIRST = "mdy"


class Means(StrEnum):
    """What standing in the list says of a person."""

    ATTENDED = "attended"
    REGISTERED = "registered"


@dataclass(frozen=True)
class RowDecision:
    """What somebody decided about one row.

    ``cells`` replace what the file says under our columns. ``leave_out``: no person, or not to be
    recorded. ``is_person``: somebody after all, though the name looks like a device's. ``same_as``
    is the number of an earlier row of the same person; ``apart``: nobody else's, neither of this
    list nor met before. ``person``: the one met before, by number.
    """

    cells: Mapping[str, str] = field(default_factory=dict, repr=False)
    leave_out: bool = False
    is_person: bool = False
    same_as: int | None = None
    apart: bool = False
    person: int | None = None


@dataclass(frozen=True)
class Decisions:
    """Everything decided about a file; nothing decided is the default of each."""

    encoding: str | None = None
    repair: bool = False
    date_order: DateOrder | None = None
    means: Means | None = None
    part: str | None = None
    heading_row: int | None = None
    columns: Mapping[int, str] = field(default_factory=dict)
    """By the column's index from 0: one of our columns, or ``-`` to leave it out."""
    rows: Mapping[int, RowDecision] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict, repr=False)
    """By our column and the folded text: the code it stands for, in every row."""

    def of_row(self, number: int) -> RowDecision:
        """What was decided about the row; nothing, where nothing was."""
        return self.rows.get(number, NOTHING)

    def with_row(self, number: int, **changes: object) -> "Decisions":
        """The same with more decided about a row."""
        row = replace(self.of_row(number), **changes)  # type: ignore[arg-type]
        return replace(self, rows={**self.rows, number: row})


NOTHING = RowDecision()
UNDECIDED = Decisions()
LEAVE_OUT = "-"
