"""The sheets of a workbook that was looked through, every cell as text."""

import datetime as dt
import io
import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from python_calamine import CalamineSheet, CalamineWorkbook, PasswordError, SheetTypeEnum
from python_calamine import SheetVisibleEnum as Visible

from data_access.files.archive import Broken
from data_access.files.biff import AREA_ROOM
from data_access.files.grid import Grid, Rows
from data_access.files.guard import Checked, Look
from data_access.files.limits import Limits
from data_access.files.problems import FileProblem
from data_access.files.tidy import tidied, unwrapped

PERIOD = re.compile(r"P(?:(\d+)D)?T(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S")
HOUR = 3600
LONGEST_PLAIN = 1e15
"""From here on a number has more digits than a spreadsheet keeps."""


def grids_of(book: Checked, limits: Limits) -> Iterator[Grid]:
    """Every sheet of cells, the hidden ones marked; charts and macros are no sheets.

    Rows and columns count from the sheet's first one, and a row ends with its last cell that
    holds anything. Raises Broken: ENCRYPTED, EMPTY, ONLY_PICTURES, TOO_MANY_ROWS,
    TOO_MANY_COLUMNS, TOO_MANY_CELLS (``most``).
    """
    try:
        opened = CalamineWorkbook.from_filelike(io.BytesIO(book.content))
    except PasswordError:
        raise Broken(FileProblem.ENCRYPTED) from None
    is_filled = False
    cells = 0
    for at, about in enumerate(opened.sheets_metadata):
        if about.typ is not SheetTypeEnum.WorkSheet:
            continue
        sheet = opened.get_sheet_by_index(at)
        _small_enough(sheet, limits)
        look = book.sheets[at] if at < len(book.sheets) else Look()
        rows = _rows(sheet, dict(look.truths))
        cells += sum(map(len, rows))
        if cells > limits.cells * AREA_ROOM:
            raise Broken(FileProblem.TOO_MANY_CELLS, most=limits.cells)
        is_filled = is_filled or any(rows)
        merged = look.merged if look.merged is not None else _merged(sheet)
        hidden = about.visible is not Visible.Visible
        yield Grid(about.name, rows, hidden, merged, look.unreadable, book.epoch_1904)
    if not is_filled:
        raise Broken(FileProblem.ONLY_PICTURES if book.has_pictures else FileProblem.EMPTY)


def _small_enough(sheet: CalamineSheet, limits: Limits) -> None:
    rows, columns = (last + 1 for last in sheet.end or (-1, -1))
    if rows > limits.rows:
        raise Broken(FileProblem.TOO_MANY_ROWS, most=limits.rows)
    if columns > limits.columns:
        raise Broken(FileProblem.TOO_MANY_COLUMNS, most=limits.columns)
    if rows * columns > limits.cells * AREA_ROOM:
        raise Broken(FileProblem.TOO_MANY_CELLS, most=limits.cells)


def _merged(sheet: CalamineSheet) -> tuple[tuple[int, int, int, int], ...]:
    return tuple((*first, *last) for first, last in sheet.merged_cell_ranges or ())


def _rows(sheet: CalamineSheet, truths: dict[tuple[int, int], bool]) -> Rows:
    """Row by row: all at once they would be twice in memory; equal texts are there once."""
    rows: Rows = []
    text_of = TEXT_OF
    known: dict[str, str] = {}
    same = known.setdefault
    before = [""] * (sheet.start[1] if sheet.start else 0)
    for row in sheet.iter_rows():
        texts = [text_of[type(cell)](cell) for cell in row]
        while texts and not texts[-1]:
            texts.pop()
        rows.append(before + list(map(same, texts, texts)) if texts else [])
    for (row_at, column), truth in truths.items():
        if row_at < len(rows) and column < len(rows[row_at]):
            rows[row_at][column] = _truth(truth)
    return rows


def _text(cell: str) -> str:
    if cell.isprintable() and not cell.startswith(("=", "P")):
        return cell.strip()
    period = PERIOD.fullmatch(cell)
    if period:
        days, hours, minutes, seconds = (int(part or 0) for part in period.groups())
        return _clock(days * 24 * HOUR + hours * HOUR + minutes * 60 + seconds)
    return unwrapped(tidied(cell).strip())


def _number(cell: float) -> str:
    """Every digit there is and no exponent; a whole number has no point."""
    if cell.is_integer():
        return str(int(cell)) if abs(cell) < LONGEST_PLAIN else f"{Decimal(repr(cell)):f}"
    text = repr(cell)
    return f"{Decimal(text):f}" if "e" in text else text


def _truth(cell: bool) -> str:
    return "TRUE" if cell else "FALSE"


def _moment(cell: dt.datetime) -> str:
    """To the second, as spreadsheets keep parts of days that do not come out even."""
    even = _to_the_second(cell)
    return even.date().isoformat() if even.time() == dt.time() else even.isoformat()


def _to_the_second(cell: dt.datetime) -> dt.datetime:
    late = cell.microsecond >= 500_000  # noqa: PLR2004 - half a second
    even = cell.replace(microsecond=0)
    return even + dt.timedelta(seconds=1) if late and even.year < dt.MAXYEAR else even


def _time(cell: dt.time) -> str:
    return _to_the_second(dt.datetime.combine(dt.date(2000, 1, 1), cell)).time().isoformat()


def _period(cell: dt.timedelta) -> str:
    return _clock(round(cell.total_seconds()))


def _clock(seconds: int) -> str:
    """Hours, which may be more than a day has, minutes and seconds."""
    sign, seconds = ("-", -seconds) if seconds < 0 else ("", seconds)
    return f"{sign}{seconds // HOUR}:{seconds % HOUR // 60:02}:{seconds % 60:02}"


TEXT_OF: dict[type, Callable[[Any], str]] = {
    str: _text,
    float: _number,
    int: str,
    bool: _truth,
    dt.date: dt.date.isoformat,
    dt.datetime: _moment,
    dt.time: _time,
    dt.timedelta: _period,
}
