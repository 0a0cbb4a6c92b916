"""An Excel workbook in, its visible sheets as text out; run as a process of its own.

A crafted or damaged workbook can take all memory or end the process that reads it, so this one
is given little of both and holds nothing that would be missed. It stands on the standard library
and python-calamine alone.
"""

import datetime as dt
import io
import json
import sys
from typing import Any

from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

MEMORY = 512 * 1024**2
SECONDS = 20
MAX_SHEETS = 10
TOO_LARGE = 3
NOT_READABLE = 4
MAX_CHARACTERS = 10_000_000
CELL = 40
"""As many characters as a cell weighs besides its text, so that there are not too many of them."""

Sheets = list[list[list[str]]]


def main() -> int:
    """Standard input to standard output; the exit code says why there is nothing to hand over."""
    most_rows, most_columns = (int(argument) for argument in sys.argv[1:3])
    _hold_back()
    try:
        sheets = sheets_of(sys.stdin.buffer.read(), most_rows, most_columns)
        sys.stdout.buffer.write(json.dumps(sheets, ensure_ascii=False).encode())
    except (MemoryError, OverflowError):
        return TOO_LARGE
    except BaseException:  # noqa: BLE001 - a panic of the library is no Exception
        return NOT_READABLE
    return 0


def _hold_back() -> None:
    """Little memory and time, where the operating system can say so; Windows cannot."""
    try:
        import resource  # noqa: PLC0415 - Windows has no such module
    except ImportError:
        return
    for limit, value in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(limit, (value, value))


def sheets_of(content: bytes, most_rows: int, most_columns: int) -> Sheets:
    """Every visible sheet with its rows, each cell as text.

    Refuses (OverflowError) too many rows and columns, and more text than a list has: whoever asked
    gets all of it at once, and one long text may stand in every cell of a small file.
    """
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    visible = [
        sheet.name
        for sheet in book.sheets_metadata
        if sheet.visible is SheetVisibleEnum.Visible and sheet.typ is SheetTypeEnum.WorkSheet
    ]
    sheets: Sheets = []
    room = MAX_CHARACTERS
    for name in visible[:MAX_SHEETS]:
        sheet = book.get_sheet_by_name(name)
        last_row, last_column = sheet.end or (0, 0)
        if last_row >= most_rows or last_column >= most_columns:
            raise OverflowError
        rows = sheet.to_python(skip_empty_area=False)
        sheets.append([[text_of(cell) for cell in row] for row in rows])
        room -= sum(CELL + len(text) for row in sheets[-1] for text in row if text)
        if room < 0:
            raise OverflowError
    return sheets


def text_of(cell: Any) -> str:
    """A cell as its reader would write it down: whole numbers without a point, dates as ISO."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, dt.date | dt.time):
        return cell.isoformat()
    return str(cell)


if __name__ == "__main__":
    raise SystemExit(main())
