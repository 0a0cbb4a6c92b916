"""A workbook filled in by a program: the steps that LibreOffice would be told, done on cells."""

import datetime as dt
import io
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from python_calamine import CalamineWorkbook, SheetMetadata, SheetVisibleEnum
from xlsxwriter import Workbook  # type: ignore[import-untyped]

from tests.provide.calc import Step

Cell = tuple[int, int]


@dataclass
class Sheet:
    """Cells by row and column from 0, and what is merged."""

    cells: dict[Cell, Any] = field(default_factory=dict)
    merged: list[str] = field(default_factory=list)
    is_hidden: bool = False


def edited(content: bytes, steps: Iterable[Step]) -> bytes:
    """The workbook's cells after the steps, written anew as xlsx."""
    sheets = cells_of(content)
    for step, name, *told in steps:
        STEPS[step](sheets[name], *told)
    return _written(sheets)


def cells_of(content: bytes) -> dict[str, Sheet]:
    """Each sheet's cells as the program sees them: texts, numbers, days."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {told.name: _sheet(book, told) for told in book.sheets_metadata}


def _sheet(book: CalamineWorkbook, told: SheetMetadata) -> Sheet:
    rows = book.get_sheet_by_name(told.name).to_python(skip_empty_area=False)
    cells = {
        (row, column): value
        for row, values in enumerate(rows)
        for column, value in enumerate(values)
        if value not in ("", None)
    }
    return Sheet(cells, is_hidden=told.visible is not SheetVisibleEnum.Visible)


def _at(cell: str) -> Cell:
    found = re.fullmatch(r"([A-Z])(\d+)", cell)
    assert found
    return int(found[2]) - 1, ord(found[1]) - ord("A")


def _put(sheet: Sheet, cell: str, value: object) -> None:
    sheet.cells[_at(cell)] = value


def _day(sheet: Sheet, cell: str, value: str) -> None:
    sheet.cells[_at(cell)] = dt.date.fromisoformat(value)


def _sum(sheet: Sheet, cell: str, formula: str) -> None:
    """A sum of one column, as a program writes it: worked out."""
    found = re.fullmatch(r"=SUM\((\w+):(\w+)\)", formula)
    assert found
    (first, column), (last, _) = _at(found[1]), _at(found[2])
    numbers = [sheet.cells.get((row, column), 0) for row in range(first, last + 1)]
    sheet.cells[_at(cell)] = sum(number for number in numbers if isinstance(number, int))


def _merge(sheet: Sheet, area: str) -> None:
    """As LibreOffice merges: what stands in the first cell stays."""
    sheet.merged.append(area)


def _delete_column(sheet: Sheet, position: int) -> None:
    left = {at: value for at, value in sheet.cells.items() if at[1] != position}
    sheet.cells = {(r, c - (c > position)): value for (r, c), value in left.items()}


def _delete_row(sheet: Sheet, position: int) -> None:
    left = {at: value for at, value in sheet.cells.items() if at[0] != position}
    sheet.cells = {(r - (r > position), c): value for (r, c), value in left.items()}


STEPS: dict[str, Callable[..., None]] = {
    "text": _put,
    "number": _put,
    "formula": _sum,
    "day": _day,
    "merge": _merge,
    "delete_column": _delete_column,
    "delete_row": _delete_row,
}


def _written(sheets: dict[str, Sheet]) -> bytes:
    content = io.BytesIO()
    with Workbook(content, {"in_memory": True, "strings_to_formulas": False}) as book:
        day = book.add_format({"num_format": "dd.mm.yyyy"})
        for name, sheet in sheets.items():
            page = book.add_worksheet(name)
            if sheet.is_hidden:
                page.hide()
            for area in sheet.merged:
                first = _at(area.partition(":")[0])
                page.merge_range(area, "")
                page.write(*first, "")
            for (row, column), value in sheet.cells.items():
                if isinstance(value, dt.date):
                    page.write_datetime(row, column, dt.datetime.combine(value, dt.time()), day)
                else:
                    page.write(row, column, value)
    return content.getvalue()
