"""Excel workbooks that run, lead outside, grow, or hold no table."""

from data_access.files.problems import FileProblem
from tests.hostile import xlsx
from tests.hostile.case import GROWN, Case, harmless, refused
from tests.hostile.xlsx import HEAD, LAUGHS, OUTSIDE, cell, parts, relations, sheet, zipped

FAILED = (FileProblem.DAMAGED, FileProblem.TOO_MUCH_MEMORY)
LETTERS = "ABCDEFGH"


def far(place: str) -> bytes:
    """One cell far away."""
    digits = place.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return xlsx.workbook(sheet(f'{xlsx.rows()}<row r="{digits}">{cell(place, "x")}</row>'))


def far_by_counting(rows: int) -> bytes:
    """Rows that do not say where they are, and very many of them."""
    return xlsx.workbook(sheet("<row/>" * rows + "<row><c><v>1</v></c></row>"))


def far_row_of_unplaced_cells() -> bytes:
    """Only the row says that it is far away."""
    return xlsx.workbook(
        sheet('<row r="1"><c><v>1</v></c></row><row r="1048576"><c><v>1</v></c></row>')
    )


def far_in_single_quotes() -> bytes:
    """Written in a way that writers do not."""
    return xlsx.workbook(
        sheet(
            "<row r='1'><c r='A1'><v>1</v></c></row>"
            "<row  r = '1048576'><c  r = 'XFD1048576'><v>1</v></c></row>"
        )
    )


def far_with_prefix() -> bytes:
    """Elements with a prefix."""
    return xlsx.workbook(
        f'{HEAD}<x:worksheet xmlns:x="{xlsx.MAIN}"><x:sheetData><x:row r="1"><x:c r="A1">'
        '<x:v>1</x:v></x:c></x:row><x:row r="1048576"><x:c r="XFD1048576"><x:v>1</x:v></x:c>'
        "</x:row>"
        "</x:sheetData></x:worksheet>"
    )


def many_cells(count: int) -> bytes:
    """Cells of nothing but a number."""
    row = (
        '<row r="{0}">'
        + "".join(f'<c r="{letter}{{0}}"><v>1</v></c>' for letter in LETTERS)
        + "</row>"
    )
    return xlsx.workbook(sheet("".join(row.format(n) for n in range(1, count // 8 + 1))))


def shared(texts: str, data: str) -> bytes:
    """A workbook with texts that cells share."""
    inside = parts(sheet(data))
    related = str(inside["xl/_rels/workbook.xml.rels"]).replace(
        "</Relationships>",
        f'<Relationship Id="rId99" Type="{xlsx.OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
        "</Relationships>",
    )
    return zipped(
        {
            **inside,
            "xl/_rels/workbook.xml.rels": related,
            "xl/sharedStrings.xml": f'{HEAD}<sst xmlns="{xlsx.MAIN}">{texts}</sst>',
        }
    )


def one_text_everywhere() -> bytes:
    """One long text that stands in every cell."""
    data = "".join(
        f'<row r="{n}">' + "".join(f'<c r="{x}{n}" t="s"><v>0</v></c>' for x in LETTERS) + "</row>"
        for n in range(1, 20_001)
    )
    return shared(f"<si><t>{'ļoti garš ' * 3_000}</t></si>", data)


def giant_text() -> bytes:
    """One text of a hundred million letters, packed well but not too well."""
    letters = "".join(chr(97 + n * 7 % 26) for n in range(9_973))
    return shared(
        f"<si><t>{letters * 10_000}</t></si>", '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
    )


def deep(levels: int) -> bytes:
    """Elements in elements in elements."""
    return xlsx.workbook(sheet(f'<row r="1"><c r="A1" t="inlineStr">{"<is>" * levels}</c></row>'))


def utf16(before: str) -> bytes:
    """A sheet in two bytes a letter."""
    head = '<?xml version="1.0" encoding="UTF-16"?>'
    return xlsx.workbook(sheet(xlsx.rows(), before=before, head=head).encode("utf-16"))


def no_sheets() -> bytes:
    """A workbook that lists none."""
    return zipped(parts())


def hidden_only() -> bytes:
    """All sheets are hidden."""
    return zipped(parts(sheet(xlsx.rows()), states={1: "veryHidden"}))


def pictures_only() -> bytes:
    """A scan of the list, and no cell."""
    return xlsx.workbook(
        sheet(""),
        xl__media__image1_dot_png=b"\x89PNG\r\n",
        xl__drawings__drawing1_dot_xml=f"{HEAD}<a/>",
    )


def clickable() -> bytes:
    """An address for people to click."""
    return xlsx.workbook(
        sheet(xlsx.rows()),
        xl__worksheets___rels__sheet1_dot_xml_dot_rels=relations(
            "mailto:liga@paraugs.example", "hyperlink"
        ),
    )


def binary_sheet() -> bytes:
    """A workbook in Excel's binary form."""
    return zipped({"[Content_Types].xml": f"{HEAD}<Types/>", "xl/workbook.bin": b"\x83\x01\0"})


def tags_without_end() -> bytes:
    """Every tag makes a search for its end go on to the end of the file."""
    noise = "".join(f'<c r="A{n}" t="e" ' for n in range(400_000))
    return xlsx.workbook(sheet(xlsx.rows()).replace("</sheetData>", f"<f>{noise}</sheetData>"))


def formulas_without_cells() -> bytes:
    """Ends of formulas that never began."""
    return xlsx.workbook(sheet(xlsx.rows() + "<f/></c>" * 900_000 + "</f></c>" * 900_000))


CASES: list[Case] = [
    refused("xlsx of tags without an end", tags_without_end, *GROWN, FileProblem.DAMAGED),
    harmless("xlsx of formulas without cells", formulas_without_cells, *GROWN, FileProblem.DAMAGED),
    refused("xlsx with a cell at XFD1048576", lambda: far("XFD1048576"), *GROWN),
    refused("xlsx with a cell at A1048576", lambda: far("A1048576"), FileProblem.TOO_MANY_ROWS),
    refused("xlsx with a cell at XFD1", lambda: far("XFD4"), FileProblem.TOO_MANY_COLUMNS),
    refused(
        "xlsx with a cell beyond any row", lambda: far("A4294967295"), FileProblem.TOO_MANY_ROWS
    ),
    refused(
        "xlsx with a cell beyond any column", lambda: far("ZZZZZZZ4"), FileProblem.TOO_MANY_COLUMNS
    ),
    refused("xlsx with a far cell, prefixed", far_with_prefix, *GROWN),
    refused("xlsx with a far cell in single quotes", far_in_single_quotes, *GROWN),
    refused("xlsx of 400,000 rows without numbers", lambda: far_by_counting(400_000), *GROWN),
    refused("xlsx with a far row of cells without places", far_row_of_unplaced_cells, *GROWN),
    refused("xlsx of 2,400,000 cells", lambda: many_cells(2_400_000), FileProblem.TOO_MANY_CELLS),
    refused("xlsx with one text in every cell", one_text_everywhere, *GROWN),
    refused("xlsx with one text of 100 MB", giant_text, *GROWN),
    refused(
        "xlsx with 500,000 elements in each other",
        lambda: deep(500_000),
        *FAILED,
        FileProblem.EMPTY,
    ),
    refused(
        "xlsx that reads a file of the server",
        lambda: xlsx.workbook(sheet(xlsx.rows(), before=OUTSIDE)),
        FileProblem.XML_ENTITIES,
    ),
    refused(
        "xlsx of a billion laughs",
        lambda: xlsx.workbook(sheet(xlsx.rows(), before=LAUGHS)),
        FileProblem.XML_ENTITIES,
    ),
    refused("xlsx of laughs in UTF-16", lambda: utf16(LAUGHS), FileProblem.XML_ENTITIES),
    refused(
        "xlsx of laughs in its texts",
        lambda: xlsx.workbook(
            sheet(xlsx.rows()), xl__sharedStrings_dot_xml=f"{HEAD}{LAUGHS}<sst/>"
        ),
        FileProblem.XML_ENTITIES,
    ),
    refused(
        "xlsx of laughs in its properties",
        lambda: xlsx.workbook(sheet(xlsx.rows()), docProps__core_dot_xml=f"{HEAD}{LAUGHS}<a/>"),
        FileProblem.XML_ENTITIES,
    ),
    harmless("xlsx in UTF-16", lambda: utf16(""), FileProblem.DAMAGED, FileProblem.EMPTY),
    refused(
        "xlsx with macros",
        lambda: xlsx.workbook(sheet(xlsx.rows()), xl__vbaProject_dot_bin=b"\xd0\xcf\x11\xe0"),
        FileProblem.MACROS,
    ),
    refused(
        "xlsx with a macro sheet",
        lambda: xlsx.workbook(sheet(xlsx.rows()), xl__macrosheets__sheet1_dot_xml=sheet("")),
        FileProblem.MACROS,
    ),
    refused(
        "xlsx linked to another workbook",
        lambda: xlsx.workbook(
            sheet(xlsx.rows()), xl__externalLinks__externalLink1_dot_xml=f"{HEAD}<a/>"
        ),
        FileProblem.EXTERNAL_LINKS,
    ),
    refused(
        "xlsx with a template elsewhere",
        lambda: xlsx.workbook(
            sheet(xlsx.rows()),
            xl__worksheets___rels__sheet1_dot_xml_dot_rels=relations(
                "http://evil.example/x", "oleObject"
            ),
        ),
        FileProblem.EXTERNAL_LINKS,
    ),
    harmless("xlsx with an e-mail address to click", clickable),
    refused("xlsx without sheets", no_sheets, FileProblem.EMPTY, FileProblem.DAMAGED),
    harmless("xlsx with hidden sheets alone", hidden_only),
    refused("xlsx with a picture alone", pictures_only, FileProblem.ONLY_PICTURES),
    refused("xlsx with an empty sheet", lambda: xlsx.workbook(sheet("")), FileProblem.EMPTY),
    harmless(
        "xlsx with control characters",
        lambda: xlsx.workbook(sheet(xlsx.rows("V_x0001_ā_x0000_,\u202eU\u200b"))),
        FileProblem.DAMAGED,
    ),
    refused(
        "xlsx of 60 sheets",
        lambda: xlsx.workbook(*[sheet(xlsx.rows())] * 60),
        FileProblem.TOO_MANY_SHEETS,
    ),
    refused("xlsb", binary_sheet, FileProblem.OTHER_WORKBOOK),
]
