"""LibreOffice's and old Excel's workbooks that run, lead outside, grow, or hold no table."""

import struct

from data_access.files.problems import FileProblem
from tests.hostile import ods, xls
from tests.hostile.case import GROWN, Case, harmless, refused
from tests.hostile.xlsx import LAUGHS, OUTSIDE


def repeated(cells: int, rows: int) -> bytes:
    """Cells and rows of LibreOffice that say how often they are meant."""
    inside = ods.cell("x", f' table:number-columns-repeated="{cells}"')
    return ods.workbook(ods.content(ods.row(inside, f' table:number-rows-repeated="{rows}"')))


def repeated_unusually() -> bytes:
    """Written in a way that writers do not."""
    plain = ods.content(ods.row(ods.cell("x", " r='9'"), " r='9'"))
    odd = plain.replace("office:value-type=", "office:value-type =")
    columns = odd.replace("r='9'>", "table:number-columns-repeated = '16384'>")
    rows = columns.replace("<table:table-row table", "<table:table-row  table")
    return ods.workbook(rows.replace("-columns-", "-rows-", 1).replace("'16384'", "'1048576'", 1))


def many_repeated_rows() -> bytes:
    """Each within bounds, all together not."""
    one = ods.row(
        ods.cell("x", ' table:number-columns-repeated="400"'), ' table:number-rows-repeated="999"'
    )
    return ods.workbook(ods.content(one * 200))


def after_empty(rows: int, cells: int) -> bytes:
    """One cell far away, after empty ones that are repeated."""
    empty = ods.row("<table:table-cell/>", f' table:number-rows-repeated="{rows}"')
    blank = f'<table:table-cell table:number-columns-repeated="{cells}"/>'
    return ods.workbook(ods.content(ods.rows() + empty + ods.row(blank + ods.cell("x"))))


def empty_to_the_end() -> bytes:
    """As LibreOffice ends a sheet: a million empty rows of 16,384 empty cells."""
    blank = '<table:table-cell table:number-columns-repeated="16384"/>'
    empty = ods.row(blank, ' table:number-rows-repeated="1048573"')
    return ods.workbook(ods.content(ods.rows() + empty))


def locked_ods() -> bytes:
    """A password of LibreOffice's."""
    lock = '<manifest:encryption-data manifest:checksum-type="SHA1"/>'
    return ods.workbook(bytes(range(256)) * 9, ods.manifest(lock))


def looping_table() -> bytes:
    """The chain of the workbook's sectors comes back to where it was."""
    content = bytearray(xls.plain())
    (table,) = struct.unpack_from("<I", content, 76)
    struct.pack_into("<I", content, (table + 1) * 512 + 4, 0)
    return bytes(content)


def wild_table() -> bytes:
    """The chain leads out of the file."""
    content = bytearray(xls.plain())
    (table,) = struct.unpack_from("<I", content, 76)
    struct.pack_into("<I", content, (table + 1) * 512 + 4, 0x00FFFFFF)
    return bytes(content)


def foreign(stream: str) -> bytes:
    """Another sort of file in the same container."""
    return xls.container({stream: bytes(9_000)})


ODS_MACRO = {"Basic/Standard/Module1.xml": f"{ods.HEAD}<module/>"}
ODS_SCRIPT = {"Scripts/python/x.py": "print()"}
LINKED = '<table:table-source xlink:href="file:///x.ods"/>'

CASES: list[Case] = [
    refused("ods with a repeated cell", lambda: repeated(16_384, 1), *GROWN),
    refused("ods with a repeated row", lambda: repeated(1, 1_048_576), *GROWN),
    refused(
        "ods with repeated cells in repeated rows", lambda: repeated(16_384, 1_048_576), *GROWN
    ),
    refused(
        "ods with 4294967295 repetitions", lambda: repeated(4_294_967_295, 4_294_967_295), *GROWN
    ),
    refused(
        "ods with repetitions written unusually", repeated_unusually, *GROWN, FileProblem.DAMAGED
    ),
    refused("ods with many repeated rows", many_repeated_rows, FileProblem.TOO_MANY_CELLS),
    refused("ods with a far row", lambda: after_empty(1_048_570, 1), FileProblem.TOO_MANY_ROWS),
    refused("ods with a far column", lambda: after_empty(1, 16_383), FileProblem.TOO_MANY_COLUMNS),
    harmless("ods with a million empty rows at its end", empty_to_the_end),
    refused(
        "ods of a billion laughs",
        lambda: ods.workbook(ods.content(ods.rows(), before=LAUGHS)),
        FileProblem.XML_ENTITIES,
    ),
    refused(
        "ods that reads a file of the server",
        lambda: ods.workbook(ods.content(ods.rows(), before=OUTSIDE).encode("utf-16")),
        FileProblem.XML_ENTITIES,
    ),
    refused("ods with a password", locked_ods, FileProblem.ENCRYPTED),
    refused(
        "ods with macros",
        lambda: ods.workbook(ods.content(ods.rows()), more=ODS_MACRO),
        FileProblem.MACROS,
    ),
    refused(
        "ods with scripts",
        lambda: ods.workbook(ods.content(ods.rows()), more=ODS_SCRIPT),
        FileProblem.MACROS,
    ),
    refused(
        "ods linked to another workbook",
        lambda: ods.workbook(ods.content(LINKED + ods.rows())),
        FileProblem.EXTERNAL_LINKS,
    ),
    refused(
        "xls with a cell at the last row and column",
        lambda: xls.workbook(xls.cells() + xls.number(65_535, 65_535, 1)),
        *GROWN,
        FileProblem.DAMAGED,
    ),
    refused(
        "xls with a cell in column 60,000",
        lambda: xls.workbook(xls.cells() + xls.label(1, 60_000, "x")),
        FileProblem.TOO_MANY_COLUMNS,
    ),
    refused(
        "xls that says it is endless",
        lambda: xls.workbook(xls.cells(), area=(0xFFFFFFFF, 0xFFFF)),
        FileProblem.DAMAGED,
    ),
    refused(
        "xls with a password",
        lambda: xls.workbook(xls.cells(), xls.record(0x2F, bytes(54))),
        FileProblem.ENCRYPTED,
    ),
    refused(
        "xls with macros",
        lambda: xls.container({"Workbook": xls.stream(xls.cells())}, ["_VBA_PROJECT_CUR"]),
        FileProblem.MACROS,
    ),
    refused(
        "xls with a macro sheet",
        lambda: xls.container({"Workbook": xls.stream(xls.cells(), sort=1)}),
        FileProblem.MACROS,
    ),
    refused(
        "xls linked to another workbook",
        lambda: xls.workbook(xls.cells(), xls.record(0x1AE, b"\1\0\x05\0\0http:")),
        FileProblem.EXTERNAL_LINKS,
    ),
    refused("xls whose sectors go in circles", looping_table, FileProblem.DAMAGED),
    refused("xls whose sectors lead out of it", wild_table, FileProblem.DAMAGED),
    refused(
        "xls without records",
        lambda: xls.container({"Workbook": bytes(9_000)}),
        FileProblem.DAMAGED,
    ),
    refused(
        "xlsx with a password of Excel's",
        lambda: foreign("EncryptedPackage"),
        FileProblem.ENCRYPTED,
    ),
    refused("doc", lambda: foreign("WordDocument"), FileProblem.DOCUMENT),
    refused("msg", lambda: foreign("__properties_version1.0"), FileProblem.DOCUMENT),
]
