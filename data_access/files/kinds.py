"""What a file is, told by its bytes and never by its name."""

import re
from dataclasses import dataclass

from data_access.files import archive, compound
from data_access.files.archive import Archive, Broken
from data_access.files.grid import FileKind
from data_access.files.limits import Limits
from data_access.files.problems import FileProblem, Refused

ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
HEAD = 64 * 1024
SHORT = 200
MOSTLY = 0.95
LOST = "\ufffd"
A_FEW = 8
"""Control characters in any text, however short."""
CONTROLS = tuple(bytes([n]) for n in range(32) if n not in b"\t\n\v\f\r\x1a\x1c\x1d\x1e\x1f")
UNUSUAL = 0.02
"""As many bytes of a text may be control characters."""

BEGINNINGS: tuple[tuple[int, bytes, FileProblem], ...] = (
    (0, b"\x89PNG", FileProblem.PICTURE),
    (0, b"\xff\xd8\xff", FileProblem.PICTURE),
    (0, b"GIF87a", FileProblem.PICTURE),
    (0, b"GIF89a", FileProblem.PICTURE),
    (0, b"II*\0", FileProblem.PICTURE),
    (0, b"MM\0*", FileProblem.PICTURE),
    (0, b"\0\0\1\0", FileProblem.PICTURE),
    (8, b"WEBP", FileProblem.PICTURE),
    (4, b"ftypheic", FileProblem.PICTURE),
    (4, b"ftypheix", FileProblem.PICTURE),
    (4, b"ftypmif1", FileProblem.PICTURE),
    (4, b"ftypmsf1", FileProblem.PICTURE),
    (4, b"ftypavif", FileProblem.PICTURE),
    (0, b"Rar!\x1a\x07", FileProblem.ARCHIVE),
    (0, b"7z\xbc\xaf\x27\x1c", FileProblem.ARCHIVE),
    (0, b"\x1f\x8b", FileProblem.ARCHIVE),
    (0, b"BZh", FileProblem.ARCHIVE),
    (0, b"\xfd7zXZ\0", FileProblem.ARCHIVE),
    (0, b"\x28\xb5\x2f\xfd", FileProblem.ARCHIVE),
    (0, b"MSCF\0", FileProblem.ARCHIVE),
    (257, b"ustar", FileProblem.ARCHIVE),
    (0, b"{\\rtf", FileProblem.DOCUMENT),
    (0, b"!BDN", FileProblem.DOCUMENT),
    (0, b"\x09\0\4\0", FileProblem.OTHER_WORKBOOK),
    (0, b"\x09\2\6\0", FileProblem.OTHER_WORKBOOK),
    (0, b"\x09\4\6\0", FileProblem.OTHER_WORKBOOK),
    (0, b"\x09\x08\x10\0", FileProblem.OTHER_WORKBOOK),
    (0, b"\x09\x08\x08\0", FileProblem.OTHER_WORKBOOK),
    (0, b"MIME-Version:", FileProblem.OTHER_WORKBOOK),
    (0, b"SQLite format 3\0", FileProblem.NOT_A_TABLE),
    (0, b"\x7fELF", FileProblem.NOT_A_TABLE),
)
"""Where in the file, which bytes, and what it is then."""
BINARY_BEGINNINGS = ((b"MZ", FileProblem.NOT_A_TABLE), (b"BM", FileProblem.PICTURE))
"""Two letters that a text may begin with as well."""

IN_ZIP: tuple[tuple[re.Pattern[str], FileKind | FileProblem], ...] = (
    (re.compile(r"xl/workbook\.xml", re.IGNORECASE), FileKind.XLSX),
    (re.compile(r"xl/workbook\.bin", re.IGNORECASE), FileProblem.OTHER_WORKBOOK),
    (re.compile(r"(?:word|ppt|visio)/.*", re.IGNORECASE), FileProblem.DOCUMENT),
    (re.compile(r"Index(?:\.zip|/.*\.iwa)"), FileProblem.OTHER_WORKBOOK),
    (re.compile(r"xl/.*", re.IGNORECASE), FileProblem.DAMAGED),
)
"""The first that an entry's name fits says what the archive is."""
OPEN_SHEET = b"application/vnd.oasis.opendocument.spreadsheet"
OPEN_OTHER = b"application/vnd.oasis.opendocument."

IN_COMPOUND: tuple[tuple[str, FileKind | FileProblem], ...] = (
    ("EncryptedPackage", FileProblem.ENCRYPTED),
    ("_VBA_PROJECT_CUR", FileProblem.MACROS),
    ("Workbook", FileKind.XLS),
    ("Book", FileKind.XLS),
    ("WordDocument", FileProblem.DOCUMENT),
    ("PowerPoint Document", FileProblem.DOCUMENT),
    ("VisioDocument", FileProblem.DOCUMENT),
    ("__properties_version1.0", FileProblem.DOCUMENT),
)
"""The first that is among the streams says what the container is."""

MARKUP = re.compile(
    rb"<(?:!--|!doctype\s+html|\?xml|\?mso-application|html|head|body|meta|style|table|div|center|svg"
    rb"|title|script|p|span|font|tr|thead|tbody|(?:\w{1,20}:)?workbook)(?=[\s>/]|-)",
    re.IGNORECASE,
)
FLAT_OPEN = re.compile(rb"<office:document\b")
USUAL = re.compile("[\t\n\r -\u052f\u2000-\u20ff\ufeff]")
PICTURE_TEXT = re.compile(rb"<svg\b")


@dataclass(frozen=True)
class Told:
    """What a file is, and its archive where it is one."""

    kind: FileKind
    archive: Archive | None = None


def told(content: bytes, limits: Limits) -> Told | Refused:
    """What the bytes are, or why they are nothing that is read here.

    Refused: EMPTY, PDF, PICTURE, DOCUMENT, ARCHIVE, OTHER_WORKBOOK, NOT_A_TABLE, ENCRYPTED, MACROS,
    DAMAGED and what the directory of an archive is refused for.
    """
    if not content.strip(b"\0"):
        return Refused(FileProblem.DAMAGED if content else FileProblem.EMPTY)
    if b"%PDF-" in content[:1024]:
        return Refused(FileProblem.PDF)
    for at, mark, problem in BEGINNINGS:
        if content.startswith(mark, at):
            return Refused(problem)
    if content.startswith(ZIP):
        return _of_zip(content, limits)
    if content.startswith(compound.MAGIC[:4]):
        return _of_compound(content)
    return _of_text(content)


def _of_zip(content: bytes, limits: Limits) -> Told | Refused:
    found = archive.directory(content, limits)
    if isinstance(found, Refused):
        return found
    names = list(found.entries)
    for pattern, kind in IN_ZIP:
        if any(pattern.fullmatch(name) for name in names):
            return Told(kind, found) if isinstance(kind, FileKind) else Refused(kind)
    try:
        mime = _mime(found)
    except Broken as broken:
        return broken.refused
    if mime.startswith(OPEN_SHEET):
        return Told(FileKind.ODS, found)
    return Refused(FileProblem.DOCUMENT if mime.startswith(OPEN_OTHER) else FileProblem.ARCHIVE)


def _mime(found: Archive) -> bytes:
    """What the archive says it is; where it does not, what its list of contents says."""
    if not {"content.xml", "mimetype", "META-INF/manifest.xml"} & set(found.entries):
        return b""
    for name in ("mimetype", "META-INF/manifest.xml"):
        entry = found.entries.get(name)
        if entry and entry.file_size <= HEAD:
            said = re.search(re.escape(OPEN_OTHER) + rb"[\w.-]+", archive.unpacked(found, name))
            if said:
                return said[0]
    return OPEN_SHEET if "content.xml" in found.entries else b""


def _of_compound(content: bytes) -> Told | Refused:
    try:
        names = compound.opened(content).names()
    except Broken as broken:
        return broken.refused
    for name, kind in IN_COMPOUND:
        if name in names:
            return Told(kind) if isinstance(kind, FileKind) else Refused(kind)
    return Refused(FileProblem.NOT_A_TABLE)


def _of_text(content: bytes) -> Told | Refused:
    head = content[:HEAD]
    plain = head.replace(b"\0", b"").lstrip(b"\xff\xfe\xef\xbb\xbf \t\r\n")
    if not plain and not content.strip(b"\0\xff\xfe\xef\xbb\xbf \t\r\n"):
        return Refused(FileProblem.EMPTY)
    if _is_binary(head):
        found = (problem for mark, problem in BINARY_BEGINNINGS if head.startswith(mark))
        return Refused(next(found, FileProblem.NOT_A_TABLE))
    if not MARKUP.match(plain):
        return Told(FileKind.TEXT)
    if FLAT_OPEN.search(plain):
        return Refused(FileProblem.OTHER_WORKBOOK)
    if PICTURE_TEXT.search(plain[:SHORT]) and b"<table" not in plain.lower():
        return Refused(FileProblem.PICTURE)
    return Told(FileKind.HTML)


def _is_binary(head: bytes) -> bool:
    """Whether bytes are no text: too many control characters, however one reads them."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return not _says_something(head)
    if sum(map(head.count, CONTROLS)) <= A_FEW + len(head) * UNUSUAL:
        return False
    return not any(_reads_as(head, encoding) for encoding in ("utf-16-le", "utf-16-be"))


def _says_something(head: bytes) -> bool:
    """Whether nearly all of a text that is marked as UTF-16 are signs of some script."""
    text = head[: len(head) // 2 * 2].decode("utf-16", "replace")
    lost = sum(1 for sign in text if sign == LOST or not (sign.isprintable() or sign in "\t\r\n"))
    return lost <= A_FEW + len(text) * (1 - MOSTLY)


def _reads_as(head: bytes, encoding: str) -> bool:
    """Whether nearly all of it are letters and signs as Europe writes them."""
    text = head[: len(head) // 2 * 2].decode(encoding, "replace")
    return len(USUAL.findall(text)) > len(text) * MOSTLY
