"""Tables of a web page, or of an XML Spreadsheet 2003, that go by the name of a workbook."""

import re

from data_access.files.grid import Grid
from data_access.files.limits import Limits
from data_access.files.problems import FileProblem, Refused
from data_access.files.sheet_xml import sheets_of
from data_access.files.tables_html import tables_of
from data_access.files.tags import without_comments

SPREADSHEET = re.compile(r"<(?:[\w.-]{1,40}:)?Workbook[\s>]", re.IGNORECASE)
DECLARED = re.compile(r"<!ENTITY\s", re.IGNORECASE)
DECLARATION = re.compile(r"<(?:![A-Za-z][^<>]{0,2000}|\?[^<>]{0,2000}\?)>")
"""What a page says of itself before it begins is no text of it."""
HEAD = 20_000
"""Characters within which a workbook says that it is one."""


def grids_of(text: str, limits: Limits) -> list[Grid] | Refused:
    """The tables of a web page, or the sheets of an XML Spreadsheet 2003, in the file's order.

    Text between a page's tables is rows of one cell above the table below it, as a spreadsheet
    shows it. Entities that the file declares are refused, and nothing outside it is read. Refused:
    XML_ENTITIES, NOT_A_TABLE, EMPTY, TOO_MANY_SHEETS, TOO_MANY_ROWS, TOO_MANY_COLUMNS,
    TOO_MANY_CELLS (``most``).
    """
    if DECLARED.search(text):
        return Refused(FileProblem.XML_ENTITIES)
    read = sheets_of if SPREADSHEET.search(text[:HEAD]) else tables_of
    grids = read(DECLARATION.sub("", without_comments(text)), limits)
    if isinstance(grids, Refused):
        return grids
    if not grids:
        return Refused(FileProblem.NOT_A_TABLE)
    if not any(cell for grid in grids for row in grid.rows for cell in row):
        return Refused(FileProblem.EMPTY)
    return grids
