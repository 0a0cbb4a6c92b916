"""The workbook that a mediator fills in: one post and month, its open cases written in."""

import datetime as dt
import io
from collections.abc import Iterable
from enum import StrEnum

from sqlalchemy import Connection
from xlsxwriter import Workbook  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from data_access import workbooks
from data_access.access import Reader, Right, require, require_at
from data_access.filters import Filters
from data_access.monthly import columns as c
from data_access.monthly import guide, sheets
from data_access.monthly.bodies import Bodies
from data_access.monthly.cases import Case
from data_access.monthly.days import first_of_month, last_of_month
from data_access.monthly.families import Families
from data_access.monthly.guide import GUIDE
from data_access.monthly.post import Post
from data_access.monthly.report import Part
from data_access.monthly.taking import Taking
from data_access.upkeep import RowUnknown

GUIDE_WIDTHS = (14, 22, 62, 28)
OFFERED = (c.REASON, c.AREA, c.REFERRED_BY, c.FORM, c.MET_AT, c.RESULT, c.KIND)


def template(
    connection: Connection, reader: Reader, _filters: Filters, post: int, month: dt.date
) -> bytes:
    """An xlsx workbook in Latvian for the post (its row) and the month in which the day lies.

    The cases that were in care as the month before ended are written in, by the families' numbers.
    The same records give the same bytes. Institutions of the sample are offered to a post of the
    sample alone. Refuses a post beyond the reach of the right to keep records (AccessRefused), and
    one that is not there (upkeep.RowUnknown).
    """
    require(reader, Right.KEEP_RECORDS)
    found = Post.find(connection, reader, post)
    if found is None:
        require_at(reader, Right.KEEP_RECORDS)
        raise RowUnknown("There is no such post.")
    first = first_of_month(month)
    cases = Families.of(connection, reader, found.number).open_before(first)
    bodies = Bodies.of(connection, reader, made_up=found.is_made_up)
    content = io.BytesIO()
    with sheets.new_book(content, dt.datetime.combine(first, dt.time())) as book:
        _write(book, found, first, [_row(case, first) for case in cases], bodies.offered)
    return content.getvalue()


def _write(
    book: Workbook, post: Post, month: dt.date, rows: list[sheets.Values], bodies: list[str]
) -> None:
    pages = {part: book.add_worksheet(said.lv) for part, said in c.SHEETS.items()}
    explained = book.add_worksheet(GUIDE.title)
    words = {column: c.offered(column) for column in OFFERED} | {c.INSTITUTION: tuple(bodies)}
    taking = Taking(month, workbooks.write_lists(book, c.LISTS, words))
    sheets.write_head(book, pages[Part.HEAD], _head(post, month), taking)
    for part in (Part.FAMILIES, Part.CONTACTS, Part.TRAININGS):
        known = rows if part is Part.FAMILIES else []
        sheets.write_rows(book, pages[part], part, known, taking)
    _write_guide(book, explained, month)
    whose = guide.PRINTED.format(post=post.number, month=f"{month:%m.%Y}")
    for page in pages.values():
        sheets.printable(page, whose)
    sheets.printable(explained, whose, pages=1)


def _head(post: Post, month: dt.date) -> list[tuple[str, str | int]]:
    labels = c.HEADINGS[Part.HEAD]
    made_up = [(guide.DATA, guide.MADE_UP)] if post.is_made_up else []
    return [
        *made_up,
        (labels[c.POST].lv, post.number),
        (guide.PLACE, post.place or guide.NO_PLACE),
        (labels[c.MONTH].lv, f"{month:%m.%Y}"),
    ]


def _row(case: Case, month: dt.date) -> sheets.Values:
    """What is known of a case as the month begins; what is not stated stays empty."""
    is_closed = case.closed_on is not None and case.closed_on <= last_of_month(month)
    said = {
        c.FAMILY: case.family.code,
        c.OPENED_ON: case.opened_on,
        c.CLOSED_ON: case.closed_on if is_closed else None,
        c.REASON: _word(c.REASON, case.reason) if is_closed else None,
        **{column: _word(column, area) for column, area in zip(c.NEEDS, case.needs, strict=False)},
        c.REFERRED_BY: _word(c.REFERRED_BY, case.referred_by),
        c.SIZE: case.family.size,
        c.CHILDREN: case.family.children,
    }
    return {column: value for column, value in said.items() if value not in (None, "")}


def _word(column: str, code: StrEnum) -> str | None:
    word = c.VOCABULARIES[column][code].lv
    return word if word in c.offered(column) else None


def _write_guide(book: Workbook, sheet: Worksheet, month: dt.date) -> None:
    top, bold, wrap = workbooks.begin_guide(book, sheet, GUIDE, GUIDE_WIDTHS)
    for line, words in enumerate((GUIDE.table, *_explained(month)), start=top):
        for position, text in enumerate(words):
            is_bold = line == top or position == 1
            sheet.write_string(line, position, text, bold if is_bold else wrap)


def _explained(month: dt.date) -> Iterable[tuple[str, str, str, str]]:
    for part, columns in GUIDE.columns.items():
        for column, (meaning, example) in columns.items():
            heading = c.HEADINGS[part][column].lv
            yield c.SHEETS[part].lv, heading, meaning, guide.example_of(example, month)
