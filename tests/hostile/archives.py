"""Archives that lie about themselves."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable

from data_access.files.problems import FileProblem
from tests.hostile import ods, xlsx
from tests.hostile.case import Case, harmless, refused
from tests.hostile.xlsx import HEAD, parts, sheet, zipped

MIB = 1024**2
LOCAL, ENTRY, END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
SHEET = "xl/worksheets/sheet1.xml"
BOMB = {FileProblem.UNPACKS_TOO_LARGE, FileProblem.DAMAGED}


def _places(content: bytes, name: str) -> tuple[int, int]:
    """Where an entry's own header and its line of the directory begin."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        local = archive.getinfo(name).header_offset
    at = content.find(ENTRY)
    while content[at + 46 : at + 46 + len(name)] != name.encode():
        at = content.find(ENTRY, at + 4)
    return local, at


def rewritten(
    content: bytes, name: str, local: Iterable[tuple[int, str, int]], listed: bool
) -> bytes:
    """With figures of an entry's own header changed, and those of the directory if ``listed``."""
    changed = bytearray(content)
    header, line = _places(content, name)
    for place, form, value in local:
        struct.pack_into(form, changed, header + place, value)
        if listed:
            struct.pack_into(form, changed, line + place + 2, value)
    return bytes(changed)


def padded(size: int) -> str:
    """A sheet that unpacks to so many bytes and says little."""
    return sheet(xlsx.rows() + " " * size)


def flat_bomb() -> bytes:
    """Very much of the same."""
    return xlsx.workbook(padded(300 * MIB))


def by_ratio() -> bytes:
    """Within the size, but a thousand times what it is packed."""
    return xlsx.workbook(padded(60 * MIB))


def lying(size: int) -> bytes:
    """A large sheet that says it is a small one, everywhere."""
    return rewritten(by_ratio(), SHEET, [(22, "<I", size)], listed=True)


def lying_here() -> bytes:
    """A large sheet that says it is a small one, in the directory alone."""
    content = bytearray(by_ratio())
    _, line = _places(bytes(content), SHEET)
    struct.pack_into("<I", content, line + 24, 900)
    return bytes(content)


def lying_in_zip64() -> bytes:
    """Sizes that are to be looked for in an extra field, which says something else."""
    out = io.BytesIO()
    inside = parts(padded(60 * MIB))
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in inside.items():
            entry = zipfile.ZipInfo(name)
            if name == SHEET:
                entry.extra = struct.pack("<HHQ", 1, 8, 1_000)
            archive.writestr(entry, part, zipfile.ZIP_DEFLATED)
    content = bytearray(out.getvalue())
    _, line = _places(bytes(content), SHEET)
    struct.pack_into("<I", content, line + 24, 0xFFFFFFFF)
    return bytes(content)


def overlapping() -> bytes:
    """Many names for the same packed bytes."""
    content = zipped({**parts(sheet(xlsx.rows())), **{f"xl/a{n}.xml": "x" * 99 for n in range(9)}})
    changed = bytearray(content)
    first, _ = _places(content, "xl/a0.xml")
    for n in range(1, 9):
        _, line = _places(content, f"xl/a{n}.xml")
        struct.pack_into("<I", changed, line + 42, first)
    return bytes(changed)


def swallowing() -> bytes:
    """A part that says it goes on over the next one, with the check sum of both."""
    stored = zipped({**parts(sheet(xlsx.rows())), "xl/a.xml": "x", "xl/b.xml": "y"}, 0)
    local, _ = _places(stored, "xl/a.xml")
    begin, (end, _) = local + 30 + len("xl/a.xml"), _places(stored, "xl/b.xml")
    found = stored[begin : end + 30 + len("xl/b.xml") + 1]
    figures = [(14, "<I", zlib.crc32(found)), (18, "<I", len(found)), (22, "<I", len(found))]
    return rewritten(stored, "xl/a.xml", figures, listed=True)


def many(entries: int) -> bytes:
    """A great many parts."""
    return zipped({**parts(sheet(xlsx.rows())), **{f"xl/p{n}.xml": "" for n in range(entries)}}, 0)


def nested() -> bytes:
    """Archives in archives."""
    inner = zipped({"zeros": bytes(30 * MIB)})
    for _ in range(3):
        inner = zipped({f"{n}.zip": inner for n in range(8)})
    return inner


def nested_inside() -> bytes:
    """A workbook that carries such a thing; nobody unpacks what is in it."""
    inner = zipped({"zeros": bytes(200 * MIB)})
    return xlsx.workbook(
        sheet(xlsx.rows()), xl__embeddings__a_dot_zip=zipped({"b.zip": inner}) * 99
    )


def named(*names: str) -> bytes:
    """A workbook with further entries of these names."""
    return zipped({**parts(sheet(xlsx.rows())), **dict.fromkeys(names, f"{HEAD}<a/>")})


def twice() -> bytes:
    """Two sheets of the same name in the archive, one after the other."""
    one = parts(sheet(xlsx.rows()))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, part in one.items():
            archive.writestr(name, part)
        archive.writestr(SHEET.replace("sheet1", "Sheet1"), sheet(xlsx.rows("Cits,Cilvēks")))
    return out.getvalue()


def locked(content: bytes, name: str) -> bytes:
    """With the flag of a password."""
    return rewritten(content, name, [(6, "<H", 1)], listed=True)


def other_name_inside() -> bytes:
    """The entry's own header calls it something else."""
    content = bytearray(xlsx.plain())
    local, _ = _places(bytes(content), SHEET)
    content[local + 30 : local + 32] = b"XL"
    return bytes(content)


def other_content() -> bytes:
    """Other text than the check sum was made for."""
    stored = zipped(parts(sheet(xlsx.rows())), zipfile.ZIP_STORED)
    return stored.replace("Ozoliņš".encode(), "Ozoliņž".encode(), 1)


def no_directory() -> bytes:
    """The last bytes are missing."""
    return xlsx.plain()[:-40]


def wrong_directory() -> bytes:
    """The directory is said to be where there is nothing."""
    content = bytearray(xlsx.plain())
    at = content.rfind(END)
    struct.pack_into("<I", content, at + 16, 0x7FFFFFFF)
    return bytes(content)


def endless_deflate() -> bytes:
    """Packed by hand: a stream that never ends."""
    packing = zlib.compressobj(9, zlib.DEFLATED, -15)
    raw = packing.compress(b" " * 64 * MIB) + packing.flush(zlib.Z_SYNC_FLUSH)
    content = zipped({**parts(sheet(xlsx.rows())), SHEET: raw}, zipfile.ZIP_STORED)
    return rewritten(content, SHEET, [(8, "<H", 8), (22, "<I", 64 * MIB)], listed=True)


CASES: list[Case] = [
    refused("xlsx that unpacks to 300 MB", flat_bomb, FileProblem.UNPACKS_TOO_LARGE),
    refused("xlsx of 60 MB packed a thousandfold", by_ratio, FileProblem.UNPACKS_TOO_LARGE),
    refused("xlsx whose sheet says it has 900 bytes", lambda: lying(900), *BOMB),
    refused("xlsx whose sheet says it has 15 MB", lambda: lying(15 * MIB), *BOMB),
    refused("xlsx whose directory says 900 bytes", lying_here, *BOMB),
    refused("xlsx whose zip64 field says 1,000 bytes", lying_in_zip64, *BOMB),
    refused("xlsx whose entries share their bytes", overlapping, FileProblem.DAMAGED),
    refused("xlsx with a part within another", swallowing, FileProblem.DAMAGED),
    refused("xlsx of 5,000 parts", lambda: many(5_000), FileProblem.TOO_MANY_ENTRIES),
    refused("xlsx of 100,000 parts", lambda: many(100_000), FileProblem.TOO_MANY_ENTRIES),
    refused("archives in archives", nested, FileProblem.ARCHIVE),
    harmless(
        "xlsx with archives in it that nobody unpacks", nested_inside, FileProblem.TOO_MANY_ENTRIES
    ),
    refused("name that leads upwards", lambda: named("../../etc/cron.d/x"), FileProblem.DAMAGED),
    refused("name from the root", lambda: named("/etc/passwd"), FileProblem.DAMAGED),
    refused("name with a drive", lambda: named("C:\\Windows\\x.dll"), FileProblem.DAMAGED),
    refused("name that leads upwards on Windows", lambda: named("..\\..\\x"), FileProblem.DAMAGED),
    refused("two sheets of one name", twice, FileProblem.DAMAGED),
    refused(
        "xlsx with a password of zip's", lambda: locked(xlsx.plain(), SHEET), FileProblem.ENCRYPTED
    ),
    refused(
        "ods with a password of zip's",
        lambda: locked(ods.plain(), "content.xml"),
        FileProblem.ENCRYPTED,
    ),
    refused("entry with two names", other_name_inside, FileProblem.DAMAGED),
    refused("xlsx changed after it was packed", other_content, FileProblem.DAMAGED),
    refused("xlsx without its end", no_directory, FileProblem.DAMAGED),
    refused("xlsx whose directory is elsewhere", wrong_directory, FileProblem.DAMAGED),
    refused("xlsx packed without an end", endless_deflate, *BOMB),
    refused(
        "ods that unpacks to 300 MB", lambda: ods.workbook(ods.content(" " * 300 * MIB)), *BOMB
    ),
]
