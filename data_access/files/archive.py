"""A zip archive: what its directory says, and its entries unpacked no further than that."""

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass

from data_access.files.limits import Limits
from data_access.files.problems import FileProblem, Refused

ENTRY = b"PK\x01\x02"
"""What begins an entry of the directory; packed data holds it by chance once in many gigabytes."""
LOCAL = struct.Struct("<4s2xHH16xHH")
ENCRYPTED = 0x41
"""The flags of an entry with a password, by either method."""
STORED, DEFLATED, AES = 0, 8, 99
SAME_TIME = (1980, 1, 1, 0, 0, 0)
QUICKLY = 1
"""How hard to pack what is unpacked again at once."""


class Broken(Exception):
    """An archive that cannot be unpacked, with the reason."""

    def __init__(self, problem: FileProblem, **figures: int) -> None:
        super().__init__(problem)
        self.refused = Refused(problem, figures)


@dataclass(frozen=True)
class Archive:
    """The bytes of an archive and its entries by name."""

    content: bytes
    entries: dict[str, zipfile.ZipInfo]

    @property
    def unpacked(self) -> int:
        """How many bytes the entries say they are once unpacked."""
        return sum(entry.file_size for entry in self.entries.values())


def directory(content: bytes, limits: Limits) -> Archive | Refused:
    """The archive's directory, if it is one that can be unpacked without harm as far as it says.

    Refused: TOO_MANY_ENTRIES, UNPACKS_TOO_LARGE (``most``), ENCRYPTED, and DAMAGED where names
    stand twice or lead out of the archive, entries overlap or the directory is not to be read.
    """
    if content.count(ENTRY) > limits.entries:
        return Refused(FileProblem.TOO_MANY_ENTRIES, {"most": limits.entries})
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, struct.error):
        return Refused(FileProblem.DAMAGED)
    named = {entry.filename.replace("\\", "/"): entry for entry in entries}
    if any(_is_locked(entry) for entry in entries):
        return Refused(FileProblem.ENCRYPTED)
    if len({name.casefold() for name in named}) < len(entries) or any(map(_leads_out, entries)):
        return Refused(FileProblem.DAMAGED)
    return _too_large(entries, len(content), limits) or _laid_out(Archive(content, named))


def _is_locked(entry: zipfile.ZipInfo) -> bool:
    return bool(entry.flag_bits & ENCRYPTED) or entry.compress_type == AES


def _leads_out(entry: zipfile.ZipInfo) -> bool:
    name = entry.orig_filename.replace("\\", "/")
    return name.startswith("/") or ".." in name.split("/") or ":" in name or "\0" in name


def _too_large(entries: list[zipfile.ZipInfo], packed: int, limits: Limits) -> Refused | None:
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > limits.unpacked or (
        unpacked > limits.ratio_from and unpacked > packed * limits.ratio
    ):
        return Refused(FileProblem.UNPACKS_TOO_LARGE, {"most": limits.unpacked})
    return None


def _laid_out(archive: Archive) -> Archive | Refused:
    """Each entry where no other one is."""
    end = 0
    for entry in sorted(archive.entries.values(), key=lambda entry: entry.header_offset):
        if entry.header_offset < end:
            return Refused(FileProblem.DAMAGED)
        end = entry.header_offset + LOCAL.size + entry.compress_size
    return archive if end <= len(archive.content) else Refused(FileProblem.DAMAGED)


def unpacked(archive: Archive, name: str) -> bytes:
    """An entry's bytes. Raises Broken where they are not as many or not those its directory says.

    No more is unpacked than what was declared, whatever the packed data would come to.
    """
    entry = archive.entries[name]
    packed = _packed(archive.content, entry)
    if entry.compress_type == STORED:
        found = bytes(packed)
    elif entry.compress_type == DEFLATED:
        found = _inflated(packed, entry.file_size)
    else:
        raise Broken(FileProblem.DAMAGED)
    if len(found) != entry.file_size or zlib.crc32(found) != entry.CRC:
        raise Broken(FileProblem.DAMAGED)
    return found


def _packed(content: bytes, entry: zipfile.ZipInfo) -> memoryview:
    """The packed bytes, found by the entry's own header, which has to agree on name and method."""
    try:
        mark, flags, method, name, extra = LOCAL.unpack_from(content, entry.header_offset)
    except struct.error:
        raise Broken(FileProblem.DAMAGED) from None
    at = entry.header_offset + LOCAL.size
    written = content[at : at + name].decode("utf-8" if flags & 0x800 else "cp437", "replace")
    if mark != b"PK\x03\x04" or method != entry.compress_type or written != entry.orig_filename:
        raise Broken(FileProblem.DAMAGED)
    if flags & ENCRYPTED:
        raise Broken(FileProblem.ENCRYPTED)
    begin = at + name + extra
    return memoryview(content)[begin : begin + entry.compress_size]


def _inflated(packed: memoryview, size: int) -> bytes:
    """At most one byte more than ``size``, which is enough to see that it was a lie."""
    inflating = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        found = inflating.decompress(packed, size + 1)
    except zlib.error:
        raise Broken(FileProblem.DAMAGED) from None
    return found


def packed_again(parts: dict[str, bytes]) -> bytes:
    """An archive of nothing but these parts, quickly packed: what was looked at is what is read.

    The parts are taken out of the dictionary, so that no more than one is twice in memory.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        while parts:
            name, part = parts.popitem()
            archive.writestr(zipfile.ZipInfo(name, SAME_TIME), part, zipfile.ZIP_DEFLATED, QUICKLY)
    return out.getvalue()
