"""LibreOffice workbooks put together by hand, so that anything can be wrong with them."""

from collections.abc import Mapping

from tests.hostile.xlsx import NAMES, zipped

MIME = "application/vnd.oasis.opendocument.spreadsheet"
URN = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = (
    f'xmlns:office="{URN}:office:1.0" xmlns:table="{URN}:table:1.0" xmlns:text="{URN}:text:1.0"'
    ' xmlns:xlink="http://www.w3.org/1999/xlink"'
    ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8"?>'


def cell(text: str, more: str = "") -> str:
    """A cell of text."""
    return (
        f'<table:table-cell office:value-type="string"{more}><text:p>{text}</text:p>'
        "</table:table-cell>"
    )


def row(cells: str, more: str = "") -> str:
    """A row around its cells."""
    return f"<table:table-row{more}>{cells}</table:table-row>"


def rows(text: str = NAMES) -> str:
    """Rows of lines divided by commas."""
    return "".join(row("".join(map(cell, line.split(",")))) for line in text.splitlines())


def content(data: str, before: str = "", beside: str = "") -> str:
    """The content's XML around one sheet's rows."""
    return (
        f'{HEAD}{before}<office:document-content {SPACES} office:version="1.3"><office:body>'
        f'<office:spreadsheet>{beside}<table:table table:name="Lapa1">{data}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )


def manifest(more: str = "") -> str:
    """The list of what is in the archive."""
    return (
        f'{HEAD}<manifest:manifest xmlns:manifest="{URN}:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{MIME}"/>'
        f'<manifest:file-entry manifest:full-path="content.xml">{more}'
        "</manifest:file-entry></manifest:manifest>"
    )


def workbook(
    text: str | bytes, listed: str = "", more: Mapping[str, str | bytes] | None = None
) -> bytes:
    """A workbook with this content."""
    return zipped(
        {
            "mimetype": MIME,
            "content.xml": text,
            "META-INF/manifest.xml": listed or manifest(),
            **(more or {}),
        }
    )


def plain() -> bytes:
    """A workbook with nothing wrong."""
    return workbook(content(rows()))
