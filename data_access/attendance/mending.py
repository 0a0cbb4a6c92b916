"""A workbook of rows to be mended: as they came, with what is wrong beside them."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from xlsxwriter import Workbook  # type: ignore[import-untyped]
from xlsxwriter.format import Format  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from data_access.attendance.columns import NAME
from data_access.attendance.mending_columns import BESIDE, Laid, laid_out
from data_access.attendance.problems import NotRecordable, Weight
from data_access.attendance.reading import Sheet, SheetRow
from data_access.attendance.reading.layout import letters

TITLES = {"lv": "Labojamās rindas", "en": "Rows to mend"}
MADE_UP = {"lv": "Izdomāti dati", "en": "Made-up data"}
"""Names of the sheet; the second one where the database holds made-up rows."""

OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
WIDTH, WIDTHS_BESIDE = 24, (14, 60, 60)
LONGEST_NOTE, SIZE = 800, {"x_scale": 2.5, "y_scale": 1.5}
WARM, PLAIN = "#FFE3A3", "#EEF1F5"


@dataclass(frozen=True)
class Told:
    """What is told of a row, in the language of the reader; ``column`` is one of ours, or none."""

    wrong: str = field(repr=False)
    remedy: str = field(default="", repr=False)
    column: str | None = None


def workbook(
    sheet: Sheet,
    told: Mapping[int, Sequence[Told]],
    language: str,
    *,
    every_row: bool = False,
    is_made_up: bool = False,
) -> bytes:
    """The rows of which something is told, or all of them, as a file that can be uploaded again.

    It has the file's own headings and columns where all rows stand under the same ones, else ours.
    Every cell is a text: nothing in it is calculated, and no number loses its zeros. Refuses a
    file of which something as a whole has to be decided first (NotRecordable).
    """
    refusing = tuple(one for one in sheet.problems if one.code.weight is Weight.FILE)
    if refusing:
        raise NotRecordable(refusing)
    rows = [row for row in sheet.rows if every_row or row.number in told]
    laid = laid_out(sheet, rows, language)
    content = io.BytesIO()
    with Workbook(content, OPTIONS) as book:
        book.set_properties({"title": (MADE_UP if is_made_up else TITLES)[language]})
        page = book.add_worksheet((MADE_UP if is_made_up else TITLES)[language])
        page.set_header(f"&C{MADE_UP[language]}" if is_made_up else "")
        look = _Look.of(book)
        _write_headings(page, laid, BESIDE[language], look)
        for line, row in enumerate(rows, start=1):
            cells, said = laid.cells(row), told.get(row.number, ())
            _write_row(page, line, cells, look)
            _write_wrong(page, line, cells, _notes(laid, said), look)
            _write_beside(page, line, len(cells), (_place(sheet, row), *_told(said)), look)
        last = f"{letters(len(laid.headings) + len(WIDTHS_BESIDE))}{len(rows) + 1}"
        page.ignore_errors({"number_stored_as_text": f"A1:{last}"})
    return content.getvalue()


@dataclass(frozen=True)
class _Look:
    """How cells look."""

    heading: Format
    text: Format
    wrong: Format
    beside: Format

    @classmethod
    def of(cls, book: Workbook) -> "_Look":
        text = {"num_format": "@", "valign": "top"}
        return cls(
            book.add_format({**text, "bold": True, "bottom": 1, "text_wrap": True}),
            book.add_format(text),
            book.add_format({**text, "bg_color": WARM}),
            book.add_format({**text, "bg_color": PLAIN, "text_wrap": True}),
        )


def _write_headings(page: Worksheet, laid: Laid, beside: Sequence[str], look: _Look) -> None:
    own = len(laid.headings)
    page.set_column(0, max(own - 1, 0), WIDTH, look.text)
    for position, heading in enumerate((*laid.headings, *beside)):
        page.write_string(0, position, heading, look.heading)
    for position, width in enumerate(WIDTHS_BESIDE, start=own):
        page.set_column(position, position, width, look.beside)
    page.freeze_panes(1, 0)


def _write_row(page: Worksheet, line: int, cells: Sequence[str], look: _Look) -> None:
    for position, cell in enumerate(cells):
        if cell:
            page.write_string(line, position, cell, look.text)


def _write_wrong(
    page: Worksheet, line: int, cells: Sequence[str], notes: Mapping[int, str], look: _Look
) -> None:
    """Cells in which something is wrong are coloured, and a note says what."""
    for position, note in notes.items():
        if cells[position]:
            page.write_string(line, position, cells[position], look.wrong)
        else:
            page.write_blank(line, position, None, look.wrong)
        page.write_comment(line, position, note[:LONGEST_NOTE], SIZE)


def _write_beside(
    page: Worksheet, line: int, after: int, texts: Sequence[str], look: _Look
) -> None:
    for position, text in enumerate(texts, start=after):
        page.write_string(line, position, text, look.beside)


def _notes(laid: Laid, told: Sequence[Told]) -> dict[int, str]:
    """What is wrong with a row by the cell that it is about; with the name where no cell is."""
    notes: dict[int, list[str]] = {}
    for one in told:
        for position in laid.positions([one.column or NAME])[:1]:
            notes.setdefault(position, []).append(f"{one.wrong} {one.remedy}".strip())
    return {position: "\n".join(said) for position, said in notes.items()}


def _told(told: Sequence[Told]) -> tuple[str, str]:
    """What is wrong with a row, and what to do, each said once."""
    wrong, remedies = (one.wrong for one in told), (one.remedy for one in told)
    return " ".join(dict.fromkeys(wrong)), " ".join(dict.fromkeys(filter(None, remedies)))


def _place(sheet: Sheet, row: SheetRow) -> str:
    name, number = sheet.place_of(row.number)
    return str(number) if name is None else f"{name}, {number}"
