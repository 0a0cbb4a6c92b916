"""A workbook looked through before it is opened: nothing that runs, leads outside or grows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from data_access.files import archive, biff, compound, opendocument, spreadsheetml
from data_access.files.archive import Archive, Broken
from data_access.files.grid import Area, FileKind
from data_access.files.limits import Limits
from data_access.files.problems import FileProblem

Cell = tuple[int, int]
MACROS = re.compile(
    r".*vbaProject\.bin|xl/(?:intl)?macrosheets/.*|Basic/.*/(?!script-l[bc]\.xml).+|Scripts/.+",
    re.IGNORECASE,
)
OUTSIDE = re.compile(r"xl/externalLinks/.+", re.IGNORECASE)
PICTURES = re.compile(r"xl/(?:media|drawings)/.+|Pictures/.+|media/.+", re.IGNORECASE)
MARKUP = re.compile(r".*\.(?:xml|rels|vml|rdf)", re.IGNORECASE)
NEEDED = re.compile(
    r"\[Content_Types\]\.xml|xl/_rels/[^/]+|xl/[^/]+\.xml|xl/worksheets/(?:[^/]+|_rels/[^/]+)"
    r"|mimetype|content\.xml|styles\.xml|META-INF/manifest\.xml|_rels/\.rels|xl/chartsheets/[^/]+",
    re.IGNORECASE,
)
DECLARATIONS = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
SHEET_DATA = re.compile(rb"<(?:\w+:)?sheetData\b")


@dataclass(frozen=True)
class Look:
    """What is known of one sheet beside its cells. ``truths`` are cells of true and false."""

    merged: tuple[Area, ...] | None = None
    unreadable: frozenset[Cell] = frozenset()
    truths: tuple[tuple[Cell, bool], ...] = ()


@dataclass(frozen=True)
class Checked:
    """A workbook that may be opened: its bytes, and what is known of its sheets in their order."""

    content: bytes
    sheets: tuple[Look, ...] = ()
    epoch_1904: bool = False
    has_pictures: bool = False


def at_first(found: Archive | None) -> None:
    """What the names in an archive say already. Raises Broken: MACROS, EXTERNAL_LINKS."""
    for name in found.entries if found else ():
        if MACROS.fullmatch(name):
            raise Broken(FileProblem.MACROS)
        if OUTSIDE.fullmatch(name):
            raise Broken(FileProblem.EXTERNAL_LINKS)


def checked(kind: FileKind, content: bytes, found: Archive | None, limits: Limits) -> Checked:
    """A workbook with nothing in it that would harm who opens it.

    Of an archive every entry is unpacked once, and only what was looked at is handed on. Raises
    Broken with whatever is wrong.
    """
    at_first(found)
    if found is None:
        return _old(content, limits)
    parts = dict(_parts(found))
    has_pictures = any(PICTURES.fullmatch(name) for name in found.entries)
    looks = OF_KIND[kind](parts, limits)
    epoch = bool(spreadsheetml.EPOCH_1904.search(parts.get(spreadsheetml.WORKBOOK, b"")))
    return Checked(archive.packed_again(parts), looks, epoch, has_pictures)


def _parts(found: Archive) -> Iterator[tuple[str, bytes]]:
    """What a reader of workbooks needs, each part without declarations of its own."""
    for name in found.entries:
        if name.endswith("/"):
            continue
        part = archive.unpacked(found, name)
        if MARKUP.fullmatch(name):
            if _declares(part):
                raise Broken(FileProblem.XML_ENTITIES)
            if name.endswith(".rels") and spreadsheetml.leads_outside(part):
                raise Broken(FileProblem.EXTERNAL_LINKS)
        if NEEDED.fullmatch(name):
            yield name, part


def _declares(part: bytes) -> bool:
    """Whether XML declares a type or entities, in one byte a sign or in two."""
    if b"\0" in part[:200] or part.startswith((b"\xff\xfe", b"\xfe\xff")):
        part = part.replace(b"\0", b"")
    return b"<!" in part and bool(DECLARATIONS.search(part))


def _new(parts: dict[str, bytes], limits: Limits) -> tuple[Look, ...]:
    if spreadsheetml.WORKBOOK not in {name.lower() for name in parts}:
        raise Broken(FileProblem.DAMAGED)
    found = {
        name: spreadsheetml.looked_at(part, limits)
        for name, part in parts.items()
        if name.startswith("xl/worksheets/") or SHEET_DATA.search(part)
    }
    names = spreadsheetml.parts_of_sheets(parts)
    if len(names) > limits.sheets:
        raise Broken(FileProblem.TOO_MANY_SHEETS, most=limits.sheets)
    return tuple(Look(unreadable=found.get(name, frozenset())) for name in names)


def _open(parts: dict[str, bytes], limits: Limits) -> tuple[Look, ...]:
    if opendocument.LOCKED.search(parts.get("META-INF/manifest.xml", b"")):
        raise Broken(FileProblem.ENCRYPTED)
    if "content.xml" not in parts:
        raise Broken(FileProblem.DAMAGED)
    return tuple(
        Look(tuple(look.merged), frozenset(look.unreadable), tuple(look.truths.items()))
        for look in opendocument.looked_at(parts["content.xml"], limits)
    )


OF_KIND = {FileKind.XLSX: _new, FileKind.ODS: _open}


def _old(content: bytes, limits: Limits) -> Checked:
    container = compound.opened(content)
    name = "Workbook" if "Workbook" in container.names() else "Book"
    book = biff.looked_through(container.stream(name), limits)
    looks = tuple(Look(tuple(look.merged), frozenset(look.unreadable)) for look in book.sheets)
    return Checked(content, looks, book.epoch_1904, book.has_pictures)
