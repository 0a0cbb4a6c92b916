"""Lists written down in a test, and what is asked of them once they are read."""

from data_access.attendance.problems import ProblemCode
from data_access.attendance.reading import Decisions, Sheet, read
from data_access.attendance.reading.decisions import UNDECIDED
from data_access.attendance.reading.finding import is_day
from data_access.attendance.reading.tables import Row, Table, tables_of
from data_access.files.grid import Area, Grid

Told = list[tuple[int, str, str]]


def grid(*lines: str, merged: tuple[Area, ...] = ()) -> Grid:
    """A sheet of lines whose cells are divided by semicolons."""
    return Grid("Sheet", [line.split(";") if line else [] for line in lines], merged=merged)


def numbered(*lines: str) -> list[Row]:
    """The rows of lines that say anything, with their numbers."""
    rows = [(number, line.split(";")) for number, line in enumerate(lines, start=1)]
    return [row for row in rows if any(row[1])]


def table(*lines: str) -> Table:
    """The one list of a sheet of lines."""
    (found,), _ = tables_of(grid(*lines), 0, is_day)
    return found


def sheet(*lines: str, decided: Decisions = UNDECIDED, name: str = "list") -> Sheet:
    """What a text of lines is."""
    return read("\n".join(lines).encode(), name, decided)


def told(found: Sheet) -> Told:
    """Who stands in a sheet: the row, the name, and whether they came, as the sheet says it."""
    return [(row.number, row.cells.get("name", ""), row.cells.get("status", ""))
            for row in found.rows]  # fmt: skip


def names(found: Sheet) -> list[str]:
    """The names alone."""
    return [name for _, name, _ in told(found)]


def codes(found: Sheet) -> list[ProblemCode]:
    """What is asked or said of a sheet."""
    return [problem.code for problem in found.problems]
