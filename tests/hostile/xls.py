"""Old Excel workbooks (BIFF8 in OLE2) put together by hand, so that anything can be wrong."""

import struct
from collections.abc import Mapping, Sequence

from tests.hostile.xlsx import NAMES

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SECTOR, FREE, END, FAT = 512, 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
STORAGE, STREAM, ROOT = 1, 2, 5
LEAST = 4096
"""A smaller stream would stand among the small ones."""


def record(sort: int, data: bytes = b"") -> bytes:
    """A record of a workbook's stream."""
    return struct.pack("<HH", sort, len(data)) + data


def label(row: int, column: int, text: str) -> bytes:
    """A cell of text."""
    raw = text.encode("utf-16-le")
    return record(0x204, struct.pack("<HHHHB", row, column, 15, len(text), 1) + raw)


def number(row: int, column: int, value: float) -> bytes:
    """A cell with a number."""
    return record(0x203, struct.pack("<HHHd", row, column, 15, value))


def error(row: int, column: int) -> bytes:
    """A cell that holds #N/A."""
    return record(0x205, struct.pack("<HHHBB", row, column, 15, 42, 1))


def cells(text: str = NAMES) -> bytes:
    """Cells of lines divided by commas."""
    return b"".join(
        label(at, column, part)
        for at, line in enumerate(text.splitlines())
        for column, part in enumerate(line.split(","))
    )


def stream(
    data: bytes, book: bytes = b"", area: tuple[int, int] = (3, 2), sort: int = 0, state: int = 0
) -> bytes:
    """A workbook's stream: one sheet of these cells; ``sort`` 1 is a sheet of macros."""
    begin = record(0x809, struct.pack("<HHHHII", 0x600, 5, 0x0DBB, 0x07CC, 0, 6))
    name = b"Lapa1"
    listed = 4 + struct.calcsize("<IBBBB") + len(name)
    place = len(begin) + len(book) + listed + 4
    sheets = record(0x85, struct.pack("<IBBBB", place, state, sort, len(name), 0) + name)
    dimensions = record(0x200, struct.pack("<IIHHH", 0, area[0], 0, area[1], 0))
    inner = record(0x809, struct.pack("<HHHHII", 0x600, 16, 0x0DBB, 0x07CC, 0, 6))
    return begin + book + sheets + record(0x0A) + inner + dimensions + data + record(0x0A)


def container(streams: Mapping[str, bytes], storages: Sequence[str] = ()) -> bytes:
    """An OLE2 container with these streams, and storages with nothing in them."""
    table: list[int] = []
    body = b""
    entries = [_entry("Root Entry", ROOT, END, 0, child=1)]
    for name, raw in streams.items():
        padded = raw.ljust(LEAST, b"\0")
        sectors = -(-len(padded) // SECTOR)
        first = len(table)
        table += [*range(first + 1, first + sectors), END]
        body += padded.ljust(sectors * SECTOR, b"\0")
        entries.append(_entry(name, STREAM, first, len(padded), right=len(entries) + 1))
    entries += [_entry(name, STORAGE, 0, 0) for name in storages]
    directory = b"".join(entries)
    sectors = -(-len(directory) // SECTOR)
    listed = len(table)
    table += [*range(listed + 1, listed + sectors), END]
    body += directory.ljust(sectors * SECTOR, b"\0")
    return _with_table(table, body, listed)


def _with_table(table: list[int], body: bytes, listed: int) -> bytes:
    room = SECTOR // 4
    fats = -(-(len(table) + 1) // (room - 1))
    places = list(range(len(table), len(table) + fats))
    table = [*table, *[FAT] * fats]
    table += [FREE] * (fats * room - len(table))
    header = MAGIC + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<IIIIIIIII", 0, fats, listed, 0, LEAST, END, 0, END, 0)
    header += struct.pack("<109I", *places, *[FREE] * (109 - fats))
    return header + body + struct.pack(f"<{len(table)}I", *table)


def _entry(
    name: str, sort: int, start: int, size: int, *, child: int = FREE, right: int = FREE
) -> bytes:
    raw = (name + "\0").encode("utf-16-le")
    links = struct.pack("<HBBIII", len(raw), sort, 1, FREE, right, child)
    return raw.ljust(64, b"\0") + links + bytes(36) + struct.pack("<III", start, size, 0)


def workbook(data: bytes, book: bytes = b"", area: tuple[int, int] = (3, 2)) -> bytes:
    """A workbook with one sheet of these cells."""
    return container({"Workbook": stream(data, book, area)})


def plain() -> bytes:
    """A workbook with nothing wrong."""
    return workbook(cells())
