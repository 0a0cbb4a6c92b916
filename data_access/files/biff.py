"""The records of an old Excel workbook (.xls), walked through before anything is built of them."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from data_access.files.archive import Broken
from data_access.files.grid import Area
from data_access.files.limits import Limits
from data_access.files.problems import FileProblem

RECORD = struct.Struct("<HH")
PLACE = struct.Struct("<HH")
DIMENSIONS = struct.Struct("<4xI2xH")
MOST_ROWS, MOST_COLUMNS = 65_536, 256
AREA = struct.Struct("<HHHH")
BEGIN, END, SHEET, LOCKED, BOOK, MERGED, EPOCH = 0x809, 0x0A, 0x85, 0x2F, 0x1AE, 0xE5, 0x22
FORMULA, TRUTH, PICTURES, MANY, SIZE = 0x06, 0x205, 0xEB, 0xBD, 0x200
FILLED = frozenset({0x203, 0x27E, 0xFD, 0x204, 0xD6, FORMULA, TRUTH, MANY})
"""Records of cells that hold something: numbers, texts, formulas, truths and errors."""
SELF, ADD_IN = b"\x01\x04", b"\x01\x3a"
MACRO_SHEETS = frozenset({1, 6})
AREA_ROOM = 5
"""As many times the cells that may be filled may lie between the first cell and the last one."""


@dataclass
class Look:
    """What one sheet's records say."""

    merged: list[Area] = field(default_factory=list)
    unreadable: set[tuple[int, int]] = field(default_factory=set)
    last_row: int = 0
    last_column: int = 0


@dataclass
class Workbook:
    """What all records say: the sheets in their order, and what the whole workbook has."""

    sheets: list[Look] = field(default_factory=list)
    places: dict[int, Look] = field(default_factory=dict)
    epoch_1904: bool = False
    has_pictures: bool = False
    cells: int = 0


def looked_through(stream: bytes, limits: Limits) -> Workbook:
    """What a workbook's records say of its sheets.

    Raises Broken: ENCRYPTED, MACROS, EXTERNAL_LINKS, TOO_MANY_ROWS, TOO_MANY_COLUMNS,
    TOO_MANY_CELLS, TOO_MANY_SHEETS (``most``), and DAMAGED where no record is to be read.
    """
    book = Workbook()
    within: list[Look | None] = []
    for place, sort, data in _records(stream):
        if sort == BEGIN:
            within.append(book.places.get(place))
        elif sort == END and within:
            within.pop()
        elif sort in FILLED or sort == MERGED:
            if within and within[-1]:
                _of_cells(book, within[-1], sort, data, limits)
        elif sort in OF_BOOK:
            OF_BOOK[sort](book, data)
    if not book.sheets:
        raise Broken(FileProblem.DAMAGED)
    if len(book.sheets) > limits.sheets:
        raise Broken(FileProblem.TOO_MANY_SHEETS, most=limits.sheets)
    for look in book.sheets:
        _small_enough(look, limits)
    return book


def _records(stream: bytes) -> Iterator[tuple[int, int, bytes]]:
    at, end = 0, len(stream) - RECORD.size
    if stream[:2] != b"\x09\x08":
        raise Broken(FileProblem.DAMAGED)
    while at <= end:
        sort, length = RECORD.unpack_from(stream, at)
        yield at, sort, stream[at + 4 : at + 4 + length]
        at += 4 + length


def _of_cells(book: Workbook, look: Look, sort: int, data: bytes, limits: Limits) -> None:
    if sort == MERGED:
        look.merged += _areas(data)
        return
    if len(data) < PLACE.size:
        raise Broken(FileProblem.DAMAGED)
    row, column = PLACE.unpack_from(data)
    many = (len(data) - 6) // 6 if sort == MANY else 1
    book.cells += many
    if book.cells > limits.cells:
        raise Broken(FileProblem.TOO_MANY_CELLS, most=limits.cells)
    look.last_row = max(look.last_row, row)
    look.last_column = max(look.last_column, column + many - 1)
    if (sort == TRUTH and data[7:8] == b"\1") or (sort == FORMULA and _failed(data[6:14])):
        look.unreadable.add((row, column))


def _failed(result: bytes) -> bool:
    """A formula's last result is an error."""
    return result[:1] == b"\2" and result[6:8] == b"\xff\xff"


def _areas(data: bytes) -> list[Area]:
    areas = [AREA.unpack_from(data, at) for at in range(2, len(data) - AREA.size + 1, AREA.size)]
    return [(top, left, bottom, right) for top, bottom, left, right in areas]


def _small_enough(look: Look, limits: Limits) -> None:
    rows, columns = look.last_row + 1, look.last_column + 1
    if rows > limits.rows:
        raise Broken(FileProblem.TOO_MANY_ROWS, most=limits.rows)
    if columns > limits.columns:
        raise Broken(FileProblem.TOO_MANY_COLUMNS, most=limits.columns)
    if rows * columns > limits.cells * AREA_ROOM:
        raise Broken(FileProblem.TOO_MANY_CELLS, most=limits.cells)


def _sheet(book: Workbook, data: bytes) -> None:
    """A sheet's place in the stream, and whether it is one of macros."""
    if len(data) < 6:  # noqa: PLR2004 - four bytes of place, one of visibility, one of sort
        raise Broken(FileProblem.DAMAGED)
    if data[5] in MACRO_SHEETS:
        raise Broken(FileProblem.MACROS)
    look = Look()
    book.sheets.append(look)
    book.places[int.from_bytes(data[:4], "little")] = look


def _locked(_book: Workbook, _data: bytes) -> None:
    raise Broken(FileProblem.ENCRYPTED)


def _linked(_book: Workbook, data: bytes) -> None:
    """Another workbook that this one takes its figures from; itself and add-ins are none."""
    if data[2:4] not in {SELF, ADD_IN}:
        raise Broken(FileProblem.EXTERNAL_LINKS)


def _epoch(book: Workbook, data: bytes) -> None:
    book.epoch_1904 = data[:1] == b"\1"


def _sized(_book: Workbook, data: bytes) -> None:
    """A sheet that calls itself larger than any can be makes its reader set memory aside."""
    if len(data) >= DIMENSIONS.size:
        rows, columns = DIMENSIONS.unpack_from(data)
        if rows > MOST_ROWS or columns > MOST_COLUMNS:
            raise Broken(FileProblem.DAMAGED)


def _pictured(book: Workbook, _data: bytes) -> None:
    book.has_pictures = True


OF_BOOK = {
    SHEET: _sheet,
    LOCKED: _locked,
    BOOK: _linked,
    EPOCH: _epoch,
    SIZE: _sized,
    PICTURES: _pictured,
}
