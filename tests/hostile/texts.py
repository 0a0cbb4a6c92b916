"""Texts, web pages, and files of other sorts that go by the name of a list."""

import gzip
import random
from collections.abc import Callable
from functools import partial

from data_access.files.problems import FileProblem
from tests.hostile import ods, xls, xlsx
from tests.hostile.case import Case, harmless, refused
from tests.hostile.xlsx import HEAD, LAUGHS, zipped

MIB = 1024**2
WIDE = (FileProblem.TOO_MANY_COLUMNS, FileProblem.TOO_MANY_CELLS, FileProblem.NOT_A_TABLE)
LONG = (FileProblem.TOO_MUCH_TEXT, FileProblem.TOO_SLOW, FileProblem.NOT_A_TABLE)
UNREADABLE = (FileProblem.DAMAGED, FileProblem.NOT_A_TABLE, FileProblem.EMPTY)
BIG = (*WIDE, *LONG, FileProblem.TOO_MANY_ROWS, FileProblem.QUOTES, FileProblem.TOO_MUCH_MEMORY)


def noise(size: int, seed: int) -> bytes:
    """Bytes that mean nothing."""
    return random.Random(seed).randbytes(size)  # noqa: S311 - the same each time


def page(body: str) -> bytes:
    """A web page."""
    return f"<html><body>{body}</body></html>".encode()


def spanning(span: int) -> bytes:
    """A cell that says it is wide."""
    return page(
        f'<table><tr><td colspan="{span}" rowspan="{span}">x</td></tr><tr><td>y</td></tr></table>'
    )


def spreadsheet_2003(before: str = "", place: str = "1") -> bytes:
    """Excel's XML of 2003."""
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    return (
        f'<?xml version="1.0"?>{before}<Workbook xmlns="{space}" xmlns:ss="{space}">'
        f'<Worksheet ss:Name="Lapa1"><Table><Row ss:Index="{place}">'
        '<Cell ss:Index="1"><Data ss:Type="String">Līga</Data></Cell></Row></Table>'
        "</Worksheet></Workbook>"
    ).encode()


def flipped(content: bytes, seed: int) -> bytes:
    """With a few bits turned over."""
    chance = random.Random(seed)  # noqa: S311 - the same each time
    changed = bytearray(content)
    for _ in range(3):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def cut(make: Callable[[], bytes], part: int) -> bytes:
    """The first so many hundredths of a file."""
    content = make()
    return content[: len(content) * part // 100]


PLAIN = {"xlsx": xlsx.plain, "ods": ods.plain, "xls": xls.plain}
CUT = [
    refused(f"{kind} cut off at {part} %", partial(cut, make, part), *UNREADABLE)
    for kind, make in PLAIN.items()
    for part in (1, 20, 50, 80, 95)
]

CASES: list[Case] = [
    *CUT,
    refused("nothing", lambda: b"", FileProblem.EMPTY),
    refused("blanks", lambda: b" \r\n\t" * 9_000, FileProblem.EMPTY),
    refused("a mark of UTF-8 alone", lambda: b"\xef\xbb\xbf", FileProblem.EMPTY),
    refused("a mark of UTF-16 alone", lambda: b"\xff\xfe", FileProblem.EMPTY),
    refused("20 MB of zeros", lambda: bytes(20 * MIB), FileProblem.DAMAGED, FileProblem.EMPTY),
    refused("21 MB", lambda: b"a;b\n" * (21 * MIB // 4), FileProblem.TOO_LARGE),
    refused("noise", lambda: noise(99_999, 1), FileProblem.NOT_A_TABLE),
    refused(
        "noise that begins like an archive",
        lambda: b"PK\x03\x04" + noise(99_999, 2),
        FileProblem.DAMAGED,
    ),
    refused(
        "noise that begins like an old workbook",
        lambda: xls.MAGIC + noise(99_999, 3),
        FileProblem.DAMAGED,
    ),
    refused(
        "noise that begins like UTF-16", lambda: b"\xff\xfe" + noise(99_999, 4), *UNREADABLE, *BIG
    ),
    refused("pdf", lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + noise(9_999, 5), FileProblem.PDF),
    refused("png", lambda: b"\x89PNG\r\n\x1a\n" + noise(9_999, 6), FileProblem.PICTURE),
    refused("jpg", lambda: b"\xff\xd8\xff\xe0\0\x10JFIF\0" + noise(9_999, 7), FileProblem.PICTURE),
    refused("heic", lambda: b"\0\0\0\x18ftypheic" + noise(9_999, 8), FileProblem.PICTURE),
    refused("tiff", lambda: b"II*\0" + noise(9_999, 9), FileProblem.PICTURE),
    refused("webp", lambda: b"RIFF\0\0\0\0WEBPVP8 " + noise(9_999, 10), FileProblem.PICTURE),
    refused("bmp", lambda: b"BM" + noise(9_999, 11), FileProblem.PICTURE),
    refused(
        "docx",
        lambda: zipped(
            {"[Content_Types].xml": f"{HEAD}<Types/>", "word/document.xml": f"{HEAD}<a/>"}
        ),
        FileProblem.DOCUMENT,
    ),
    refused(
        "pptx",
        lambda: zipped(
            {"[Content_Types].xml": f"{HEAD}<Types/>", "ppt/presentation.xml": f"{HEAD}<a/>"}
        ),
        FileProblem.DOCUMENT,
    ),
    refused(
        "odt",
        lambda: zipped(
            {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": f"{HEAD}<a/>"}
        ),
        FileProblem.DOCUMENT,
    ),
    refused("zip", lambda: zipped({"saraksts.csv": "a;b"}), FileProblem.ARCHIVE),
    refused("rar", lambda: b"Rar!\x1a\x07\x01\0" + noise(999, 12), FileProblem.ARCHIVE),
    refused("7z", lambda: b"7z\xbc\xaf\x27\x1c" + noise(999, 13), FileProblem.ARCHIVE),
    refused("gz", lambda: gzip.compress(b"a;b\n" * 99), FileProblem.ARCHIVE),
    refused("rtf", lambda: b"{\\rtf1\\ansi Vards}", FileProblem.DOCUMENT),
    refused("exe", lambda: b"MZ\x90\0\3\0\0\0" + noise(9_999, 14), FileProblem.NOT_A_TABLE),
    refused("elf", lambda: b"\x7fELF\2\1\1" + bytes(99), FileProblem.NOT_A_TABLE),
    harmless("one line of 19 MB", lambda: b"a" * (19 * MIB), *BIG),
    refused(
        "300,000 lines",
        lambda: "".join(f"Vārds{n};Uzvārds{n}\n" for n in range(300_000)).encode(),
        FileProblem.TOO_MANY_ROWS,
    ),
    refused("5,000 columns", lambda: b"\n".join([b";".join([b"x"] * 5_000)] * 20), *WIDE),
    refused("a million delimiters", lambda: b"a;b\n" + b";" * 1_000_000, *WIDE),
    refused("19 MB of delimiters", lambda: b";" * (19 * MIB), *BIG, FileProblem.EMPTY),
    harmless(
        "a quote of 19 MB that is not closed", lambda: b'a;b\n"' + b"c;d\n" * (19 * MIB // 4), *BIG
    ),
    harmless("19 MB of quotes", lambda: b"a;b\n" + b'"' * (19 * MIB), *BIG),
    harmless("lines of 19 MB", lambda: b"a;b\n" + b"\r" * (19 * MIB), *BIG),
    refused("UTF-16 of half letters", lambda: b"\xff\xfe" + b"\x00\xd8" * 999, *UNREADABLE),
    harmless(
        "UTF-16 with a byte too many",
        lambda: "Vārds;Uzvārds\nLīga;Bērziņa\n".encode("utf-16") + b"x",
        *UNREADABLE,
    ),
    harmless(
        "text with control characters",
        "V\x01ārds;Uzvārds\nLī\x02ga;Bērz\x1fiņa\n".encode,
        *UNREADABLE,
    ),
    refused(
        "web page with a million tables in each other",
        lambda: page("<table><tr><td>" * 1_000_000),
        *UNREADABLE,
        *BIG,
    ),
    refused(
        "web page with a million rows", lambda: page("<table>" + "<tr><td>x" * 1_000_000), *BIG
    ),
    harmless("web page with a cell a million wide", lambda: spanning(1_000_000), *BIG),
    refused(
        "web page that declares entities",
        lambda: LAUGHS.replace("worksheet", "html").encode() + page("<table><tr><td>&l8;</table>"),
        FileProblem.XML_ENTITIES,
    ),
    harmless(
        "web page of tags that do not end",
        lambda: b"<html><table" + b" a='" * 2_000_000,
        *UNREADABLE,
        *BIG,
    ),
    refused("web page without a table", lambda: page("<p>Sveiki</p>"), *UNREADABLE),
    refused(
        "XML of 2003 of a billion laughs",
        lambda: spreadsheet_2003(LAUGHS),
        FileProblem.XML_ENTITIES,
    ),
    refused("XML of 2003 with a far row", lambda: spreadsheet_2003(place="99999999"), *BIG),
    refused(
        "LibreOffice in one XML",
        lambda: ods.content(ods.rows()).replace("document-content", "document").encode(),
        FileProblem.OTHER_WORKBOOK,
    ),
    refused(
        "picture as text",
        lambda: b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        FileProblem.PICTURE,
        *UNREADABLE,
    ),
    refused(
        "web page in parts",
        lambda: b"MIME-Version: 1.0\nContent-Type: multipart/related\n\n<table>",
        FileProblem.OTHER_WORKBOOK,
    ),
]
