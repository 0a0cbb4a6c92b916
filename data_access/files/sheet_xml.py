"""The sheets of an XML Spreadsheet 2003."""

import re
from dataclasses import dataclass, field, replace

from data_access.files.grid import Grid
from data_access.files.laying import Budget, Layout, TooLarge
from data_access.files.limits import Limits
from data_access.files.problems import FileProblem, Refused
from data_access.files.tags import Tag, pieces, unescaped, with_plain_sections
from data_access.files.tidy import tidied, unwrapped

WHOLE = re.compile(r"(-?\d{1,15})\.0*")
MIDNIGHT = re.compile(r"(\d{4}-\d\d-\d\d)T00:00:00(?:\.0*)?Z?")
MOMENT = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d*)?Z?")


@dataclass
class Book:
    """A workbook while it is read."""

    budget: Budget
    done: list[Layout] = field(default_factory=list)
    cell: Tag | None = None
    data: Tag | None = None
    text: list[str] = field(default_factory=list)
    is_visibility: bool = False
    is_comment: bool = False
    epoch_1904: bool = False

    def take(self, piece: Tag | str) -> None:
        """A tag or a text; what the workbook says beside its cells is passed over."""
        if isinstance(piece, str):
            self._text(piece)
        elif piece.name == "worksheet" and not piece.is_end:
            name = piece.attributes().get("name", "")
            self.done.append(Layout(self.budget, tidied(name).strip()))
        elif piece.name == "date1904":
            self.epoch_1904 = True
        elif piece.name == "visible":
            self.is_visibility = not piece.is_end
        elif self.done:
            self._tag(piece)

    def _text(self, text: str) -> None:
        if self.is_visibility and self.done:
            self.done[-1].is_hidden = "hidden" in text.lower()
        elif self.data is not None and not self.is_comment:
            self.text.append(text)

    def _tag(self, tag: Tag) -> None:
        if tag.name == "comment":
            self.is_comment = not tag.is_end and not tag.text.endswith("/")
        elif tag.name == "data" and not tag.is_end and not self.is_comment:
            self.data = tag
        elif tag.name == "row" and not tag.is_end:
            self.end_cell()
            self.done[-1].row(_place(tag))
        elif tag.name == "cell":
            self.end_cell()
            if not tag.is_end:
                self.cell = tag
                if tag.text.endswith("/"):
                    self.end_cell()

    def end_cell(self) -> None:
        """Lays the cell down with its value as text."""
        if self.cell is not None and self.done:
            limits, layout = self.budget.limits, self.done[-1]
            kind = self.data.attributes().get("type", "") if self.data is not None else ""
            value = _value(kind, unescaped("".join(self.text)))
            layout.cell(
                value,
                _further(self.cell, "mergeacross", limits.columns),
                _further(self.cell, "mergedown", limits.rows),
                _place(self.cell),
            )
            self._mark(layout, self.cell, kind, value)
        self.cell, self.data, self.text, self.is_comment = None, None, [], False

    def _mark(self, layout: Layout, cell: Tag, kind: str, value: str) -> None:
        """An error, or a formula without its value, is told apart from an empty cell."""
        is_unworked = "formula" in cell.attributes() and not value
        if kind == "Error" or is_unworked:
            width = _further(cell, "mergeacross", self.budget.limits.columns)
            layout.unreadable.add((len(layout.rows) - 1, len(layout.rows[-1]) - width))


def sheets_of(text: str, limits: Limits) -> list[Grid] | Refused:
    """The sheets of the workbook, hidden ones among them, each cell as text."""
    book = Book(Budget(limits))
    try:
        for piece in pieces(with_plain_sections(text)):
            book.take(piece)
        book.end_cell()
    except TooLarge as problem:
        return problem.refused
    if len(book.done) > limits.sheets:
        return Refused(
            FileProblem.TOO_MANY_SHEETS, {"most": limits.sheets, "found": len(book.done)}
        )
    return [replace(layout.grid(), epoch_1904=book.epoch_1904) for layout in book.done]


def _place(tag: Tag) -> int | None:
    index = tag.attributes().get("index", "")
    return int(index[:9]) - 1 if index[:9].isdecimal() and int(index[:9]) else None


def _further(tag: Tag, name: str, most: int) -> int:
    value = tag.attributes().get(name, "")[:9]
    return min(int(value), most) + 1 if value.isdecimal() else 1


def _value(kind: str, text: str) -> str:
    """A value as the other workbooks' cells are written; an error has none."""
    text = unwrapped(tidied(text).strip())
    if kind == "Error":
        return ""
    if kind == "Boolean":
        return {"1": "TRUE", "0": "FALSE"}.get(text, text)
    if kind == "DateTime":
        found = MIDNIGHT.fullmatch(text) or MOMENT.fullmatch(text)
        return found[1] if found else text
    if kind == "Number":
        found = WHOLE.fullmatch(text)
        return found[1] if found else text
    return text
