"""Monthly workbooks written by a program, with whatever people do to them."""

import datetime as dt
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from xlsxwriter import Workbook  # type: ignore[import-untyped]

from data_access.files.grid import Area, Grid
from data_access.monthly import Part, Sheets
from data_access.monthly import columns as c
from data_access.monthly.reading import sheets_of

Rows = Sequence[Sequence[Any]]
Book = Mapping[str, Rows]
Merged = Iterable[tuple[str, str]]
PARTS = (Part.FAMILIES, Part.CONTACTS, Part.TRAININGS)
UNTOLD = "#untold"
"""A formula that nobody worked out."""
FAMILY = {c.FAMILY: "G-01"}
TALK = {c.HELD_ON: "05.09.2019.", c.FORM: "Individuāla", c.FAMILY: "G-01", c.PERSONS: "2"}
GROUP = {c.HELD_ON: "12.09.2019.", c.FORM: "Ar grupu", c.PERSONS: "9"}
LEARNED = {c.HELD_ON: "18.09.2019.", c.KIND: "Supervīzija", c.HOURS: "2"}


def headings(part: Part) -> list[str]:
    return [said.lv for said in c.HEADINGS[part].values()]


def head(post: object = 1, month: object = "09.2019", hours: object = 72) -> Rows:
    """The sheet of labels and values."""
    labels, said = headings(Part.HEAD), (post, month, hours)
    title = ["Mediatora mēneša pārskats"]
    return [title, [], *([label, value] for label, value in zip(labels, said, strict=True))]


def table(part: Part, *rows: Mapping[str, Any]) -> Rows:
    """A sheet with the template's headings and these rows."""
    return [headings(part), *([row.get(column, "") for column in c.HEADINGS[part]] for row in rows)]


def sheets(**other: Rows) -> dict[str, Rows]:
    """A month with something on each sheet, or on some of them something else."""
    usual = {
        "head": head(),
        "families": table(Part.FAMILIES, FAMILY),
        "contacts": table(Part.CONTACTS, TALK, GROUP),
        "trainings": table(Part.TRAININGS, LEARNED),
    }
    return {c.SHEETS[Part(name)].lv: rows for name, rows in (usual | other).items()}


def read(book: Book, merged: Merged = (), hidden: Iterable[str] = ()) -> Sheets:
    """What is read of a workbook, once it is open."""
    return sheets_of(grids(book, merged, hidden))


def grids(book: Book, merged: Merged = (), hidden: Iterable[str] = ()) -> list[Grid]:
    """The sheets as they come out of a file."""
    return [
        Grid(
            name,
            [_trimmed([_plain(value) for value in row]) for row in rows],
            name in set(hidden),
            tuple(_area(area) for of, area in merged if of == name),
            frozenset(
                (at, column)
                for at, row in enumerate(rows)
                for column, value in enumerate(row)
                if value == UNTOLD
            ),
        )
        for name, rows in book.items()
    ]


def _plain(value: Any) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value == UNTOLD else str(value).strip()


def _trimmed(row: list[str]) -> list[str]:
    while row and not row[-1]:
        row.pop()
    return row


def _area(area: str) -> Area:
    (left, top), (right, bottom) = ((ord(e[0]) - ord("A"), int(e[1:]) - 1) for e in area.split(":"))
    return top, left, bottom, right


def a_book(book: Book, merged: Merged = (), hidden: Iterable[str] = ()) -> bytes:
    """The sheets as xlsx; days are days of the spreadsheet, merged areas hold their first cell."""
    content = io.BytesIO()
    with Workbook(content, {"in_memory": True, "strings_to_formulas": False}) as file:
        day = file.add_format({"num_format": "dd.mm.yyyy."})
        for name, rows in book.items():
            sheet = file.add_worksheet(name)
            for at, row in enumerate(rows):
                for column, value in enumerate(row):
                    _write(sheet, at, column, value, day)
            for of, area in merged:
                if of == name:
                    at, column, _, _ = _area(area)
                    sheet.merge_range(area, rows[at][column])
            if name in hidden:
                sheet.hide()
    return content.getvalue()


def _write(sheet: Any, at: int, column: int, value: object, day: Any) -> None:
    if value == UNTOLD:
        sheet.write_formula(at, column, "=SUM(A1:A9)", value="#N/A")
    elif isinstance(value, dt.date):
        sheet.write_datetime(at, column, dt.datetime.combine(value, dt.time()), day)
    elif value != "":
        sheet.write(at, column, value)
