"""Workbooks that people fill in: a guide, lists on a hidden sheet, and the offers out of them."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from xlsxwriter import Workbook  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
"""A text stays a text, whatever it begins with."""

LAST_ROW = 2_000
GUIDE_ROW = 32

Lists = Mapping[str, Sequence[str]]
"""What can be chosen in each column."""


class Guide(Protocol):
    """What a workbook says about filling it in, and what a wrong word is told, by how strict."""

    @property
    def title(self) -> str: ...
    @property
    def sentences(self) -> tuple[str, ...]: ...
    @property
    def error_title(self) -> str: ...
    @property
    def errors(self) -> Mapping[str, str]: ...


def begin_guide(
    book: Workbook, sheet: Worksheet, guide: Guide, widths: Sequence[int]
) -> tuple[int, Any, Any]:
    """Title and sentences; the first line for a table below, and its bold and its plain format."""
    bold = book.add_format({"bold": True})
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    for position, width in enumerate(widths):
        sheet.set_column(position, position, width, wrap)
    sheet.write_string(0, 0, guide.title, bold)
    for line, sentence in enumerate(guide.sentences, start=1):
        sheet.merge_range(line, 0, line, len(widths) - 1, sentence, wrap)
        sheet.set_row(line, GUIDE_ROW)
    return len(guide.sentences) + 2, bold, wrap


def write_lists(book: Workbook, name: str, lists: Lists) -> dict[str, str]:
    """Each list as a column of a hidden sheet of that name; where each of them stands."""
    sheet = book.add_worksheet(name)
    sheet.hide()
    ranges = {}
    for position, (column, words) in enumerate(lists.items()):
        for line, word in enumerate(words):
            sheet.write_string(line, position, word)
        letter = chr(ord("A") + position)
        if words:
            ranges[column] = f"={name}!${letter}$1:${letter}${len(words)}"
    return ranges


def offer(sheet: Worksheet, position: int, source: str, guide: Guide, *, strict: bool) -> None:
    """Let the cells of a column choose from a list; where ``strict``, nothing else is taken."""
    kind = "stop" if strict else "warning"
    choice = {"validate": "list", "source": source, "error_type": kind}
    message = {"error_title": guide.error_title, "error_message": guide.errors[kind]}
    sheet.data_validation(1, position, LAST_ROW, position, choice | message)
