"""The file that people fill in: headings, lists to choose from, and a guide, in either language."""

import codecs
import csv
import io
from collections.abc import Mapping
from enum import StrEnum

from sqlalchemy import Connection, select
from xlsxwriter import Workbook  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from data_access import places, schema, workbooks
from data_access.access import Reader, Right, require
from data_access.attendance.columns import (
    HEADINGS,
    INSTITUTION,
    PLACE,
    PLACE_KINDS,
    VOCABULARIES,
    Said,
)
from data_access.attendance.guide import GUIDES, Guide
from data_access.filters import Filters
from data_access.rules import Origin, latvian_key
from data_access.workbooks import Lists

WIDTHS = {"name": 28, "contact": 28, "institution": 44, "place": 30}
USUAL_WIDTH = 20
GUIDE_WIDTHS = (28, 70, 30)
LISTS = "Lists"
STRICT = frozenset(VOCABULARIES)
"""Columns in which only the words of the list are understood."""


def template_lv(connection: Connection, reader: Reader, filters: Filters) -> bytes:
    """The workbook in Latvian, with the municipalities of the activity's or the round's day.

    It holds the shared registers and no record: whoever uploads for one town has it as well.
    """
    require(reader, Right.UPLOAD_ATTENDANCE)
    return _workbook("lv", _lists(connection, reader, filters, "lv"))


def template_en(connection: Connection, reader: Reader, filters: Filters) -> bytes:
    """The same in English."""
    require(reader, Right.UPLOAD_ATTENDANCE)
    return _workbook("en", _lists(connection, reader, filters, "en"))


def template_csv_lv(_connection: Connection, reader: Reader, _filters: Filters) -> bytes:
    """The Latvian headings alone, for programs that know no workbooks."""
    require(reader, Right.UPLOAD_ATTENDANCE)
    return _headings_alone("lv")


def template_csv_en(_connection: Connection, reader: Reader, _filters: Filters) -> bytes:
    """The English headings alone."""
    require(reader, Right.UPLOAD_ATTENDANCE)
    return _headings_alone("en")


def _headings_alone(language: str) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";").writerow(_in(language, said) for said in HEADINGS.values())
    return codecs.BOM_UTF8 + text.getvalue().encode()


def _lists(
    connection: Connection, reader: Reader, filters: Filters, language: str
) -> dict[str, list[str]]:
    """What can be chosen in each column."""
    known = places.municipalities(connection, reader, filters)
    kinds = _words(PLACE_KINDS, language)
    lists = {column: _words(words, language) for column, words in VOCABULARIES.items()}
    lists[PLACE] = [*sorted(known["name"], key=latvian_key), *kinds]
    table = schema.institution
    named = select(table.c[f"name_{language}"]).where(table.c.origin != Origin.SAMPLE)
    lists[INSTITUTION] = sorted(connection.scalars(named), key=latvian_key)
    return lists


def _workbook(language: str, lists: Lists) -> bytes:
    guide, content = GUIDES[language], io.BytesIO()
    with Workbook(content, workbooks.OPTIONS) as book:
        sheet = book.add_worksheet(guide.list_title)
        _write_guide(book, book.add_worksheet(guide.title), guide, language)
        ranges = workbooks.write_lists(book, LISTS, lists)
        _write_headings(book, sheet, language)
        for position, column in enumerate(HEADINGS):
            if column in ranges:
                is_strict = column in STRICT
                workbooks.offer(sheet, position, ranges[column], guide, strict=is_strict)
    return content.getvalue()


def _write_headings(book: Workbook, sheet: Worksheet, language: str) -> None:
    heading = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "num_format": "@"})
    text = book.add_format({"num_format": "@"})
    for position, (column, said) in enumerate(HEADINGS.items()):
        sheet.set_column(position, position, WIDTHS.get(column, USUAL_WIDTH), text)
        sheet.write_string(0, position, _in(language, said), heading)
    sheet.freeze_panes(1, 0)


def _write_guide(book: Workbook, sheet: Worksheet, guide: Guide, language: str) -> None:
    top, bold, wrap = workbooks.begin_guide(book, sheet, guide, GUIDE_WIDTHS)
    for position, title in enumerate(guide.table):
        sheet.write_string(top, position, title, bold)
    for line, (column, said) in enumerate(HEADINGS.items(), start=top + 1):
        meaning, example = guide.columns[column]
        for position, words in enumerate((_in(language, said), meaning, example)):
            sheet.write_string(line, position, words, wrap)


def _words(vocabulary: Mapping[StrEnum, Said], language: str) -> list[str]:
    return [_in(language, said) for said in vocabulary.values()]


def _in(language: str, said: Said) -> str:
    return said.lv if language == "lv" else said.en
