"""The container of old Office files (OLE2): its streams, and no chain of sectors followed twice."""

import struct
from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field

from data_access.files.archive import Broken
from data_access.files.problems import FileProblem

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HEADER = struct.Struct("<24x4xHHH10xIIIII I")
FIRST_FATS = 0x4C
IN_HEADER = 109
LAST = 0xFFFFFFFA
"""From here on a number is no sector but the end of a chain, or a free place."""
STORAGE, STREAM, ROOT = 1, 2, 5
SHIFTS = (9, 12)
LITTLE_ENDIAN = 0xFFFE
CUTOFF = 4096


@dataclass(frozen=True)
class Entry:
    """A stream or a storage: where it begins and how many bytes it has."""

    name: str
    sort: int
    start: int
    size: int


@dataclass
class Compound:
    """A container that is read: its entries in the directory's order."""

    content: bytes = field(repr=False)
    size: int
    fat: "array[int]"
    small: "array[int]"
    entries: list[Entry]

    def names(self) -> set[str]:
        """The names of streams and storages alike."""
        return {entry.name for entry in self.entries}

    def stream(self, name: str) -> bytes:
        """A stream's bytes. Raises Broken where its chain loops, is cut off or not there."""
        found = next((e for e in self.entries if e.name == name and e.sort == STREAM), None)
        if found is None:
            raise Broken(FileProblem.DAMAGED)
        if found.size >= CUTOFF:
            return _whole(_chained(self.content, self.size, self.fat, found.start), found.size)
        root = next(entry for entry in self.entries if entry.sort == ROOT)
        minis = _chained(self.content, self.size, self.fat, root.start)
        sectors = chain(self.small, found.start)
        return _whole(b"".join(minis[at * 64 : at * 64 + 64] for at in sectors), found.size)


def opened(content: bytes) -> Compound:
    """A container's directory. Raises Broken (DAMAGED) where it is cut off or goes in circles."""
    try:
        return _opened(content)
    except (struct.error, IndexError, StopIteration):
        raise Broken(FileProblem.DAMAGED) from None


def _opened(content: bytes) -> Compound:
    order, shift, _mini, fats, directory, _, _cutoff, small, _smalls = HEADER.unpack_from(content)
    if not content.startswith(MAGIC) or order != LITTLE_ENDIAN or shift not in SHIFTS:
        raise Broken(FileProblem.DAMAGED)
    size = 1 << shift
    fat = _table(content, size, _fat_sectors(content, size)[: fats or None])
    minis = _table(content, size, chain(fat, small)) if small < LAST else array("I")
    listed = _chained(content, size, fat, directory)
    entries = [_entry(listed[at : at + 128]) for at in range(0, len(listed) - 127, 128)]
    kept = [entry for entry in entries if entry.sort in {STORAGE, STREAM, ROOT}]
    if not any(entry.sort == ROOT for entry in kept):
        raise Broken(FileProblem.DAMAGED)
    return Compound(content, size, fat, minis, kept)


def _fat_sectors(content: bytes, size: int) -> list[int]:
    """Where the table of sectors stands: 109 places in the header, then a chain of further ones."""
    found = list(struct.unpack_from(f"<{IN_HEADER}I", content, FIRST_FATS))
    following, most = struct.unpack_from("<II", content, 0x44)
    for _ in range(min(most, len(content) // size + 1)):
        if following >= LAST:
            break
        *further, following = array("I", _sector(content, size, following))
        found += further
    return [sector for sector in found if sector < LAST]


def _table(content: bytes, size: int, sectors: Iterable[int]) -> "array[int]":
    return array("I", b"".join(_sector(content, size, sector) for sector in sectors))


def _sector(content: bytes, size: int, number: int) -> bytes:
    begin = (number + 1) * size
    found = content[begin : begin + size]
    if len(found) < size:
        raise Broken(FileProblem.DAMAGED)
    return found


def chain(table: "array[int]", start: int) -> list[int]:
    """The sectors from one on. Raises Broken where the chain leads out of the table or loops."""
    found = []
    seen = bytearray(len(table))
    at = start
    while at < LAST:
        if at >= len(table) or seen[at]:
            raise Broken(FileProblem.DAMAGED)
        seen[at] = 1
        found.append(at)
        at = table[at]
    return found


def _chained(content: bytes, size: int, fat: "array[int]", start: int) -> bytes:
    """The sectors of a chain; the very last one of a file may be cut short."""
    sectors = chain(fat, start)
    if any((sector + 1) * size >= len(content) for sector in sectors):
        raise Broken(FileProblem.DAMAGED)
    return b"".join(content[(at + 1) * size : (at + 2) * size] for at in sectors)


def _whole(found: bytes, size: int) -> bytes:
    if len(found) < size:
        raise Broken(FileProblem.DAMAGED)
    return found[:size]


def _entry(raw: bytes) -> Entry:
    length, sort = struct.unpack_from("<HB", raw, 64)
    start, size = struct.unpack_from("<II", raw, 116)
    name = raw[: max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
    return Entry(name, sort, start, size)
