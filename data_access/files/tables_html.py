"""The tables of a web page: layout tables around them, and text between them."""

import re
from dataclasses import dataclass, field

from data_access.files.grid import Grid
from data_access.files.laying import Budget, Layout, TooLarge
from data_access.files.limits import Limits
from data_access.files.problems import FileProblem, Refused
from data_access.files.tags import Tag, pieces, unescaped
from data_access.files.tidy import tidied, unwrapped

CELLS = frozenset({"td", "th"})
LINE = "\x1e"
"""Stands where a line of a cell ends; no text has it."""
BREAKS = frozenset({"br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "hr"})
"""Where a page begins a new line; in a cell that is a blank."""
BLANKS = re.compile(r"[ \t\r\n]+")
DEEPEST = 100
"""Tables within tables."""


@dataclass
class Open:
    """A table that has begun, and its cell that has."""

    layout: Layout
    cell: Tag | None = None
    text: list[str] = field(default_factory=list)

    def close_cell(self) -> None:
        """Lays the cell down; a height of 0 means to the end, which few writers mean."""
        if self.cell is not None:
            limits = self.layout.budget.limits
            width = self.cell.number("colspan", limits.columns)
            height = self.cell.number("rowspan", limits.rows)
            self.layout.cell(_line(self.text), width, height)
        self.cell, self.text = None, []


@dataclass
class Page:
    """A page while it is read: tables done, tables open, lines of text that stand outside."""

    budget: Budget
    done: list[Layout] = field(default_factory=list)
    open: list[Open] = field(default_factory=list)
    line: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)

    def text(self, text: str) -> None:
        """Text goes into the cell that is open, or else stands outside the tables."""
        if not self.open:
            self.line.append(text)
        elif self.open[-1].cell is not None:
            self.open[-1].text.append(text)

    def tag(self, tag: Tag) -> None:
        """A tag begins or ends a table, a row, a cell, a line; others mean nothing here."""
        if tag.name == "table":
            self._end_table() if tag.is_end else self._begin_table()
        elif tag.name in CELLS and self.open:
            self.open[-1].close_cell()
            self.open[-1].cell = None if tag.is_end else tag
        elif tag.name == "tr" and self.open:
            self.open[-1].close_cell()
            if not tag.is_end:
                self.open[-1].layout.row()
        elif tag.name in BREAKS:
            self.text(LINE if tag.name == "br" and self.open else " ")
            if not self.open:
                self.end_line()

    def end_line(self) -> None:
        """A line outside the tables is kept for the table that follows."""
        line = _line(self.line)
        if line:
            self.lines.append(line)
        self.line = []

    def end(self) -> None:
        """What is still open ends with the file; text below the last table is its last rows."""
        while self.open:
            self._end_table()
        self.end_line()
        if self.done:
            self._outside(self.done[-1])

    def _begin_table(self) -> None:
        self.end_line()
        if len(self.open) >= DEEPEST or len(self.done) >= self.budget.limits.cells:
            raise TooLarge(FileProblem.TOO_MANY_CELLS, self.budget.limits.cells)
        layout = Layout(self.budget)
        self.done.append(layout)
        self._outside(layout)
        self.open.append(Open(layout))

    def _end_table(self) -> None:
        if self.open:
            self.open.pop().close_cell()

    def _outside(self, layout: Layout) -> None:
        for line in self.lines:
            layout.row()
            layout.cell(line)
        self.lines = []


def tables_of(text: str, limits: Limits) -> list[Grid] | Refused:
    """The tables that hold anything, numbered; a table inside a cell stands for itself."""
    page = Page(Budget(limits))
    try:
        for piece in pieces(text):
            if isinstance(piece, str):
                page.text(piece)
            else:
                page.tag(piece)
        page.end()
    except TooLarge as problem:
        return problem.refused
    full = [layout for layout in page.done if layout.says_anything]
    if len(full) > limits.sheets:
        return Refused(FileProblem.TOO_MANY_SHEETS, {"most": limits.sheets, "found": len(full)})
    for number, layout in enumerate(full, start=1):
        layout.name = str(number)
    return [layout.grid() for layout in full]


def _line(texts: list[str]) -> str:
    """Texts as a page shows them: on one line, but for the breaks of lines within a cell."""
    lines = (
        tidied(unescaped(BLANKS.sub(" ", line))).strip() for line in "".join(texts).split(LINE)
    )
    return unwrapped("\n".join(line for line in lines if line))
