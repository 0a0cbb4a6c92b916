"""The sheets of the monthly workbook: headings, what is written in, and what a cell takes."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from xlsxwriter import Workbook  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from data_access.monthly import columns as c
from data_access.monthly import guide
from data_access.monthly.report import Part
from data_access.monthly.taking import Taking
from data_access.workbooks import OPTIONS

A4 = 9
WIDTHS: Mapping[str, int] = {
    c.REASON: 26,
    c.REFERRED_BY: 26,
    c.MET_AT: 22,
    c.INSTITUTION: 44,
    c.RESULT: 28,
    **dict.fromkeys((*c.NEEDS, c.AREA, c.FAMILY), 18),
    c.KIND: 22,
}
USUAL_WIDTH, LABEL_WIDTH, VALUE_WIDTH, HEADING_HEIGHT = 13, 24, 28, 32
FORMATS = {**dict.fromkeys(c.DAYS, "dd.mm.yyyy."), **dict.fromkeys(c.MOST, "General")}
"""How cells show days and numbers; what is neither is a text, whatever it looks like."""
Value = str | int | dt.date
Values = Mapping[str, Value]


def new_book(content: Any, created: dt.datetime) -> Workbook:
    """A workbook whose bytes do not tell when they were made."""
    book = Workbook(content, OPTIONS)
    book.set_properties({"created": created})
    return book


def write_head(
    book: Workbook, sheet: Worksheet, rows: Sequence[tuple[str, str | int]], taking: Taking
) -> None:
    """Labels with their values below a title; the last label of HEAD waits for its value."""
    bold, title = book.add_format({"bold": True}), book.add_format({"bold": True, "font_size": 14})
    value = book.add_format({"num_format": "@", "align": "left", "border": 1})
    hours = book.add_format({"align": "left", "border": 1, "bg_color": "#FFF2CC"})
    sheet.set_column(0, 0, LABEL_WIDTH, bold)
    sheet.set_column(1, 1, VALUE_WIDTH)
    sheet.write_string(0, 0, guide.TITLE, title)
    for line, (label, said) in enumerate(rows, start=2):
        sheet.write_string(line, 0, label, bold)
        sheet.write(line, 1, said, value)
    at = len(rows) + 2
    sheet.write_string(at, 0, c.HEADINGS[Part.HEAD][c.HOURS].lv, bold)
    sheet.write_blank(at, 1, None, hours)
    hint = {"input_title": guide.HOURS_TITLE, "input_message": guide.HOURS_HINT}
    sheet.data_validation(at, 1, at, 1, taking.of(c.HOURS) | hint)


def write_rows(
    book: Workbook, sheet: Worksheet, part: Part, rows: Sequence[Values], taking: Taking
) -> None:
    """Headings that stay in sight, the rows, and what each column takes."""
    heading = book.add_format(
        {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top", "bg_color": "#E7E6E6"}
    )
    sheet.set_row(0, HEADING_HEIGHT)
    for position, (column, said) in enumerate(c.HEADINGS[part].items()):
        kind = book.add_format({"num_format": FORMATS.get(column, "@"), "align": "left"})
        sheet.set_column(position, position, WIDTHS.get(column, USUAL_WIDTH), kind)
        sheet.write_string(0, position, said.lv, heading)
        taking.apply(sheet, part, position, column)
        for line, row in enumerate(rows, start=1):
            if column in row:
                _write(sheet, line, position, row[column], kind)
    sheet.freeze_panes(1, 1 if part is Part.FAMILIES else 0)
    sheet.repeat_rows(0)


def _write(
    sheet: Worksheet, line: int, position: int, value: str | int | dt.date, kind: Any
) -> None:
    if isinstance(value, dt.date):
        sheet.write_datetime(line, position, dt.datetime.combine(value, dt.time()), kind)
    elif isinstance(value, int):
        sheet.write_number(line, position, value, kind)
    else:
        sheet.write_string(line, position, value, kind)


def printable(sheet: Worksheet, heading: str, pages: int = 0) -> None:
    """One page wide across A4 and so many high, 0 for as many as it takes; grid lines show."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, pages)
    sheet.hide_gridlines(0)
    sheet.set_header(f"&L{heading}&C&A&R&P / &N")
