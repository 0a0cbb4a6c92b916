"""The content of a LibreOffice workbook (.ods) as XML, looked at before anything is built of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from data_access.files.archive import Broken
from data_access.files.biff import AREA_ROOM
from data_access.files.grid import Area
from data_access.files.limits import Limits
from data_access.files.problems import FileProblem

TABLE = re.compile(rb"<table:table(?=[\s>])")
ROW, CELL, COVERED = b"<table:table-row", b"<table:table-cell", b"<table:covered-table-cell"
CELLS = re.compile(rb"<table:(?:covered-)?table-cell(?=[\s/>])([^<>]*)>")
VALUE, WORKED_OUT = b"office:value-type=", b"table:formula="
CLOSE_LOOK = (
    b"columns-repeated=",
    b"-spanned=",
    b'calcext:value-type="error"',
    b"office:boolean-value=",
    WORKED_OUT,
)
"""Where none of these stands in a row, its cells need not be taken one by one."""
LOCKED = re.compile(rb"<manifest:encryption-data\b")
OUTSIDE = re.compile(rb"<(?:table:table-source|table:cell-range-source|table:dde-link|office:dde-)")
TRUTH = re.compile(rb'office:boolean-value="(true|false)"')
MOST = 10_000_000
"""Greater numbers of repetitions are all the same: too many."""


@dataclass
class Look:
    """What one sheet's XML says. ``truths`` are cells that hold true or false."""

    merged: list[Area] = field(default_factory=list)
    unreadable: set[tuple[int, int]] = field(default_factory=set)
    truths: dict[tuple[int, int], bool] = field(default_factory=dict)
    rows: int = 0
    columns: int = 0
    cells: int = 0


def looked_at(xml: bytes, limits: Limits) -> list[Look]:
    """What the sheets' XML says, in their order.

    Raises Broken: EXTERNAL_LINKS, TOO_MANY_SHEETS, TOO_MANY_ROWS, TOO_MANY_COLUMNS,
    TOO_MANY_CELLS (``most``). Repeated cells count as often as they are repeated; what is
    repeated after the last cell that holds something does not count.
    """
    if OUTSIDE.search(xml):
        raise Broken(FileProblem.EXTERNAL_LINKS)
    begins = [found.start() for found in TABLE.finditer(xml)]
    if len(begins) > limits.sheets:
        raise Broken(FileProblem.TOO_MANY_SHEETS, most=limits.sheets)
    ends = [*begins[1:], len(xml)]
    return [_sheet(xml, at, end, limits) for at, end in zip(begins, ends, strict=True)]


def _sheet(xml: bytes, begin: int, end: int, limits: Limits) -> Look:
    look = Look()
    row = 0
    signs = [sign for sign in CLOSE_LOOK if xml.find(sign, begin, end) >= 0]
    for piece in _rows(xml, begin, end):
        repeated = _number(piece[: piece.find(b">") + 1], b"number-rows-repeated")
        last = max(piece.rfind(VALUE), piece.rfind(WORKED_OUT))
        if last >= 0:
            filled = piece[: piece.find(b">", last) + 1]
            if any(sign in filled for sign in signs):
                columns, cells = _row(look, filled, row, limits)
            else:
                columns, cells = filled.count(CELL) + filled.count(COVERED), filled.count(VALUE)
            look.rows = row + repeated
            look.columns = max(look.columns, columns)
            look.cells += cells * repeated
            _small_enough(look, limits)
        row += repeated
    return look


def _rows(xml: bytes, begin: int, end: int) -> Iterator[bytes]:
    at = xml.find(ROW, begin, end)
    while at >= 0:
        following = xml.find(ROW, at + len(ROW), end)
        if xml[at + len(ROW) : at + len(ROW) + 1] in {b" ", b">", b"/", b"\n", b"\t", b"\r"}:
            yield xml[at : following if following >= 0 else end]
        at = following


def _row(look: Look, filled: bytes, row: int, limits: Limits) -> tuple[int, int]:
    """How far the row goes, and how many of its cells hold something."""
    column = cells = 0
    for tag in CELLS.findall(filled, filled.find(b">")):
        repeated = _number(tag, b"number-columns-repeated")
        if VALUE in tag or WORKED_OUT in tag:
            cells += repeated
            if column + repeated <= limits.columns:
                _note(look, tag, row, range(column, column + repeated))
        if b"-spanned=" in tag:
            height, width = _number(tag, b"number-rows-spanned"), _number(tag, b"columns-spanned")
            if height * width > 1:
                look.merged.append((row, column, row + height - 1, column + width - 1))
        column += repeated
    return column, cells


def _note(look: Look, tag: bytes, row: int, columns: range) -> None:
    if b'calcext:value-type="error"' in tag or VALUE not in tag:
        look.unreadable.update((row, column) for column in columns)
    truth = TRUTH.search(tag)
    if truth:
        look.truths.update(((row, column), truth[1] == b"true") for column in columns)


def _number(tag: bytes, name: bytes) -> int:
    found = re.search(re.escape(name) + rb"""\s*=\s*["'](\d+)["']""", tag) if name in tag else None
    return min(int(found[1][:9]), MOST) if found else 1


def _small_enough(look: Look, limits: Limits) -> None:
    if look.rows > limits.rows:
        raise Broken(FileProblem.TOO_MANY_ROWS, most=limits.rows)
    if look.columns > limits.columns:
        raise Broken(FileProblem.TOO_MANY_COLUMNS, most=limits.columns)
    if look.cells > limits.cells or look.rows * look.columns > limits.cells * AREA_ROOM:
        raise Broken(FileProblem.TOO_MANY_CELLS, most=limits.cells)
