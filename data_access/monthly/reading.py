"""The file of a monthly report: opened, its sheets found, their cells under our columns."""

from collections.abc import Iterable, Sequence

from data_access.files.grid import Grid
from data_access.files.opening import open_file
from data_access.files.problems import Refused
from data_access.monthly import columns as c
from data_access.monthly.finding import find
from data_access.monthly.head import read_head
from data_access.monthly.report import Cells, Code, Part, Problem, Sheets
from data_access.monthly.rows import read_rows
from data_access.workbooks import LAST_ROW


def read_sheets(content: bytes, name: str = "") -> Sheets:
    """What the file holds under the report's columns; its name is not looked at.

    A file that cannot be opened, and one without any sheet of a report, says so in its problems.
    What stands in other columns and sheets is not kept: notes count its cells.
    """
    opened = open_file(content, name)
    if isinstance(opened, Refused):
        figures = tuple(f"{figure}={value}" for figure, value in opened.figures.items())
        return Sheets(problems=(Problem(opened.problem.value, others=figures),))
    return sheets_of(opened.sheets)


def sheets_of(grids: Sequence[Grid]) -> Sheets:
    """The same of a workbook that is open."""
    parts = find(grids)
    if not set(parts.sheets) - {Part.HEAD}:
        return Sheets(problems=(Problem(Code.NOT_THE_TEMPLATE),))
    problems = list(parts.problems)
    head: Cells = {}
    rows: dict[Part, dict[int, Cells]] = {}
    absent: set[tuple[Part, str | None]] = set()
    for part in Part:
        found = parts.sheets.get(part)
        if found is None:
            absent.add((part, None))
        elif part is Part.HEAD:
            head, told = read_head(found.grid)
            problems += told
        else:
            sheet = read_rows(found)
            rows[part] = sheet.rows
            absent |= {(part, column) for column in sheet.absent}
            problems += sheet.problems
            if len(sheet.rows) > LAST_ROW:
                problems.append(Problem(Code.TOO_MANY_ROWS, part, value=str(LAST_ROW)))
    problems += _missing(absent)
    return Sheets(head, rows, tuple(problems), frozenset(absent))


def _missing(absent: Iterable[tuple[Part, str | None]]) -> Iterable[Problem]:
    """A question for each sheet and column that is gone; what the head says is asked anyway."""
    gone = set(absent)
    for part in (part for part in Part if part is not Part.HEAD):
        if (part, None) in gone:
            yield Problem(Code.SHEET_MISSING, part)
        for column in c.HEADINGS[part]:
            if (part, column) in gone:
                yield Problem(Code.COLUMN_MISSING, part, column=column)
