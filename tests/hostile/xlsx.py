"""Excel workbooks put together by hand, so that anything can be wrong with them."""

import io
import zipfile
from collections.abc import Mapping

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
NAMES = "Vārds,Uzvārds\nLīga,Bērziņa\nJānis,Ozoliņš"
ENTITIES = "".join(
    f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' if n else '<!ENTITY l0 "lol">' for n in range(9)
)
LAUGHS = f"<!DOCTYPE worksheet [{ENTITIES}]>"
OUTSIDE = '<!DOCTYPE worksheet [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


def cell(place: str, text: str) -> str:
    """A cell with its text in itself."""
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def rows(text: str = NAMES) -> str:
    """Rows of lines divided by commas."""
    lines = enumerate(text.splitlines(), start=1)
    return "".join(
        f'<row r="{at}">'
        + "".join(cell(f"{chr(65 + n)}{at}", part) for n, part in enumerate(line.split(",")))
        + "</row>"
        for at, line in lines
    )


def sheet(data: str, beside: str = "", before: str = "", head: str = HEAD) -> str:
    """A sheet's XML around its rows."""
    return (
        f'{head}{before}<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}">'
        f"<sheetData>{data}</sheetData>{beside}</worksheet>"
    )


def parts(*sheets: str | bytes, states: Mapping[int, str] | None = None) -> dict[str, str | bytes]:
    """The parts of a workbook with these sheets."""
    hidden = states or {}
    numbers = range(1, len(sheets) + 1)
    listed = "".join(
        f'<sheet name="Lapa{n}" sheetId="{n}" r:id="rId{n}"'
        + (f' state="{hidden[n]}"' if n in hidden else "")
        + "/>"
        for n in numbers
    )
    related = "".join(
        f'<Relationship Id="rId{n}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in numbers
    )
    main = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    types = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{main}.worksheet+xml"/>'
        for n in numbers
    )
    return {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{main}.sheet.main+xml"/>'
        f"{types}</Types>",
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship'
        f' Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">'
        f"<sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
        f"{related}</Relationships>",
        **{f"xl/worksheets/sheet{n}.xml": part for n, part in enumerate(sheets, start=1)},
    }


def relations(target: str, sort: str, mode: str = "External") -> str:
    """A part that leads somewhere."""
    return (
        f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1"'
        f' Type="{OFFICE}/{sort}" Target="{target}" TargetMode="{mode}"/></Relationships>'
    )


def zipped(inside: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The parts as an archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, part in inside.items():
            archive.writestr(zipfile.ZipInfo(name, (2020, 7, 22, 0, 0, 0)), part, method)
    return out.getvalue()


def workbook(*sheets: str | bytes, **more: str | bytes) -> bytes:
    """A workbook with these sheets, and parts by their names with ``__`` for a slash."""
    further = {name.replace("__", "/").replace("_dot_", "."): part for name, part in more.items()}
    return zipped({**parts(*(sheets or (sheet(rows()),))), **further})


def plain() -> bytes:
    """A workbook with nothing wrong."""
    return workbook(sheet(rows()))
