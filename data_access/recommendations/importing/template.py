"""The file that people fill in, and the register itself as such a file to change and take in."""

import codecs
import csv
import io
from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, select
from xlsxwriter import Workbook  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from data_access import schema, workbooks
from data_access.access import Reader, Right, require
from data_access.filters import Filters
from data_access.recommendations.importing import columns as c
from data_access.recommendations.importing.guide import EXAMPLE_ROW, GUIDE, Guide
from data_access.recommendations.importing.spelling import spell
from data_access.recommendations.importing.standing import Register
from data_access.rules import Origin, latvian_key
from data_access.workbooks import Lists

WIDTHS = {c.TEXT_LV: 60, c.TEXT_EN: 60, c.LEAD: 40, c.SUPPORTING: 40, c.SOURCE: 30}
USUAL_WIDTH = 18
GUIDE_WIDTHS = (28, 90)
LISTS = "Saraksti"
STRICT = frozenset({c.KIND, c.AREA, c.ROUND})
"""Columns in which only the words of the list are understood."""
RISKY = ("=", "+", "-", "@", "\t", "\r")


def template(connection: Connection, reader: Reader, _filters: Filters) -> bytes:
    """The workbook to fill in, in Latvian: lists, an example row that is left out, a guide."""
    require(reader, Right.KEEP_RECORDS)
    return _workbook(_lists(connection))


def template_csv(_connection: Connection, reader: Reader, _filters: Filters) -> bytes:
    """The headings and the example row alone, for programs that know no workbooks."""
    require(reader, Right.KEEP_RECORDS)
    return _csv([EXAMPLE_ROW])


def register_csv(connection: Connection, reader: Reader, filters: Filters) -> bytes:
    """The register under the template's headings, by reference: taken in, it changes nothing.

    The chosen round narrows it. An empty cell is something that is not stated.
    """
    require(reader, Right.KEEP_RECORDS)
    known = Register.of(connection, reader, None)
    entries = [
        entry for entry in known.entries.values() if filters.round in (None, entry.said[c.ROUND])
    ]
    entries.sort(
        key=lambda entry: (known.rounds[entry.said[c.ROUND]]["ordinal"], entry.said[c.REFERENCE])
    )
    return _csv(
        {column: spell(known.names, column, entry.said[column]) for column in c.HEADINGS}
        for entry in entries
    )


def _csv(rows: Iterable[Mapping[str, str]]) -> bytes:
    text = io.StringIO(newline="")
    lines = csv.writer(text, delimiter=";")
    lines.writerow(said.lv for said in c.HEADINGS.values())
    lines.writerows([_plain(row.get(column, "")) for column in c.HEADINGS] for row in rows)
    return codecs.BOM_UTF8 + text.getvalue().encode()


def _plain(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f" {text}" if text.startswith(RISKY) else text


def _lists(connection: Connection) -> Lists:
    """What can be chosen in each column."""
    body, round_ = schema.institution, schema.round
    bodies = select(body.c.name_lv).where(body.c.origin != Origin.SAMPLE)
    named = sorted(connection.scalars(bodies), key=latvian_key)
    return {
        c.ROUND: list(connection.scalars(select(round_.c.code).order_by(round_.c.ordinal))),
        **{
            column: [said.lv for said in words.values()] for column, words in c.VOCABULARIES.items()
        },
        c.LEAD: named,
    }


def _workbook(lists: Lists) -> bytes:
    content = io.BytesIO()
    with Workbook(content, workbooks.OPTIONS) as book:
        sheet = book.add_worksheet(GUIDE.sheet)
        _write_guide(book, book.add_worksheet(GUIDE.title), GUIDE)
        ranges = workbooks.write_lists(book, LISTS, lists)
        ranges |= {c.SUPPORTING: ranges[c.LEAD]} if c.LEAD in ranges else {}
        _write_rows(book, sheet)
        for position, column in enumerate(c.HEADINGS):
            if column in ranges:
                is_strict = column in STRICT
                workbooks.offer(sheet, position, ranges[column], GUIDE, strict=is_strict)
    return content.getvalue()


def _write_rows(book: Workbook, sheet: Worksheet) -> None:
    heading = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "num_format": "@"})
    text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    example = book.add_format({"num_format": "@", "text_wrap": True, "italic": True})
    for position, (column, said) in enumerate(c.HEADINGS.items()):
        sheet.set_column(position, position, WIDTHS.get(column, USUAL_WIDTH), text)
        sheet.write_string(0, position, said.lv, heading)
        sheet.write_string(1, position, EXAMPLE_ROW.get(column, ""), example)
    sheet.freeze_panes(1, 1)


def _write_guide(book: Workbook, sheet: Worksheet, guide: Guide) -> None:
    top, bold, wrap = workbooks.begin_guide(book, sheet, guide, GUIDE_WIDTHS)
    for line, (column, meaning) in enumerate(guide.columns.items(), start=top):
        sheet.write_string(line, 0, c.HEADINGS[column].lv, bold)
        sheet.write_string(line, 1, meaning, wrap)
