"""The file that people fill in, and the register itself as such a file to change and take in."""

import codecs
import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, select
from xlsxwriter import Workbook  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.filters import Filters
from data_access.recommendations.importing import columns as c
from data_access.recommendations.importing.guide import EXAMPLE_ROW, GUIDE, Guide
from data_access.recommendations.importing.spelling import spell
from data_access.recommendations.importing.standing import Register
from data_access.rules import Origin, latvian_key

WIDTHS = {c.TEXT_LV: 60, c.TEXT_EN: 60, c.LEAD: 40, c.SUPPORTING: 40, c.SOURCE: 30}
USUAL_WIDTH = 18
GUIDE_WIDTHS = (28, 90)
LAST_ROW = 2_000
LISTS = "Saraksti"
STRICT = frozenset({c.KIND, c.AREA, c.ROUND})
"""Columns in which only the words of the list are understood."""
RISKY = ("=", "+", "-", "@", "\t", "\r")
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}

Lists = Mapping[str, Sequence[str]]


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
    with Workbook(content, OPTIONS) as book:
        sheet = book.add_worksheet(GUIDE.sheet)
        _write_guide(book, book.add_worksheet(GUIDE.title), GUIDE)
        ranges = _write_lists(book.add_worksheet(LISTS), lists)
        ranges |= {c.SUPPORTING: ranges[c.LEAD]} if c.LEAD in ranges else {}
        _write_rows(book, sheet)
        for position, column in enumerate(c.HEADINGS):
            if column in ranges:
                kind = "stop" if column in STRICT else "warning"
                _offer(sheet, position, ranges[column], kind)
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
    bold = book.add_format({"bold": True})
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    for position, width in enumerate(GUIDE_WIDTHS):
        sheet.set_column(position, position, width, wrap)
    sheet.write_string(0, 0, guide.title, bold)
    for line, sentence in enumerate(guide.sentences, start=1):
        sheet.merge_range(line, 0, line, len(GUIDE_WIDTHS) - 1, sentence, wrap)
        sheet.set_row(line, 32)
    for line, (column, meaning) in enumerate(guide.columns.items(), start=len(guide.sentences) + 2):
        sheet.write_string(line, 0, c.HEADINGS[column].lv, bold)
        sheet.write_string(line, 1, meaning, wrap)


def _write_lists(sheet: Worksheet, lists: Lists) -> dict[str, str]:
    """Each list as a column of a hidden sheet; where each of them stands."""
    sheet.hide()
    ranges = {}
    for position, (column, words) in enumerate(lists.items()):
        for line, word in enumerate(words):
            sheet.write_string(line, position, word)
        letter = chr(ord("A") + position)
        if words:
            ranges[column] = f"={LISTS}!${letter}$1:${letter}${len(words)}"
    return ranges


def _offer(sheet: Worksheet, position: int, source: str, kind: str) -> None:
    choice = {"validate": "list", "source": source, "error_type": kind}
    message = {"error_title": GUIDE.error_title, "error_message": GUIDE.errors[kind]}
    sheet.data_validation(1, position, LAST_ROW, position, choice | message)
