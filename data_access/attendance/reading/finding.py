"""The lists of a file: tables that hold people, with their columns and where they come from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from data_access.attendance.reading import dates, marks, sources
from data_access.attendance.reading.cells import cell
from data_access.attendance.reading.content import has_given, is_whole_name
from data_access.attendance.reading.decisions import Decisions
from data_access.attendance.reading.heading_rows import NUMBERED
from data_access.attendance.reading.headless import headless
from data_access.attendance.reading.layout import Layout, layout_of
from data_access.attendance.reading.name_columns import alone
from data_access.attendance.reading.rejoining import rejoined
from data_access.attendance.reading.roles import NAMES, is_exact, role_of
from data_access.attendance.reading.roles import ColumnRole as Role
from data_access.attendance.reading.sheet import Source
from data_access.attendance.reading.tables import Row, Table, halves, tables_of
from data_access.files.grid import Grid
from data_access.rules import fold

SAMPLE = 2_000
MOST_TEXT = 100_000
LEAST_CELLS, MOST_TOPICS = 2, 60
TIMED = (Role.START, Role.END, Role.JOIN, Role.LEAVE, Role.STAMP)


@dataclass(frozen=True)
class List:
    """One table that holds people, with what was understood of it; ``topic`` where it is of one."""

    table: Table
    layout: Layout
    source: Source
    grid: Grid
    offset: int
    topic: str = ""


@dataclass(frozen=True)
class Found:
    """Everything in the sheets of a file."""

    lists: tuple[List, ...]
    calls: tuple[Table, ...]
    above: tuple[tuple[int, Row], ...]
    """Rows that head no list, each with its sheet."""
    is_empty: bool = False
    """Whether headings of a list stand there with nobody below."""


def is_day(heading: str) -> bool:
    """Whether a heading is a day, with its year or without."""
    if ":" in heading or not any(sign.isdigit() for sign in heading):
        return False
    return role_of(heading) not in TIMED and dates.read_days(heading) is not None


def stands_for_day(heading: str) -> bool:
    """Whether a heading is a day of the one list in which it stands, or the number of one."""
    is_number = NUMBERED.match(heading) is not None or marks.day_number(heading) is not None
    return is_number or is_day(heading)


def found_in(visible: Sequence[Grid], decisions: Decisions) -> Found:
    """The lists of the sheets, from the first sheet on."""
    looked = [
        (grid, *tables_of(grid, index, is_day, decisions.heading_row))
        for index, grid in enumerate(visible)
    ]
    has_headings = any(set(table.roles) & NAMES for _, tables, _ in looked for table in tables)
    finder = _Finder(decisions, sum(len(grid.rows) for grid in visible))
    for index, (grid, headed, loose) in enumerate(looked):
        tables = headed or ([] if has_headings else [headless(index, loose)])
        finder.search(grid, tables, _texts(tables, loose))
    is_empty = finder.is_empty and not finder.lists
    return Found(tuple(finder.lists), tuple(finder.calls), tuple(finder.above), is_empty)


class _Finder:
    def __init__(self, decisions: Decisions, beside: int) -> None:
        self.decisions = decisions
        self.lists: list[List] = []
        self.calls: list[Table] = []
        self.above: list[tuple[int, Row]] = []
        self.offset, self.beside = 0, beside
        self.is_empty = False

    def search(self, grid: Grid, tables: Sequence[Table], texts: str) -> None:
        """The tables of the next sheet."""
        for table in (half for whole in tables for half in halves(rejoined(whole))):
            source = sources.source_of([role for role in alone(table.roles) if role], texts)
            layout = layout_of(table, source, is_day, self.decisions.columns)
            if layout.has_names and table.body:
                self._add(grid, table, layout, source)
                continue
            self.is_empty |= layout.has_names and not table.tells_of_a_call
            if table.tells_of_a_call:
                self.calls.append(table)
            if not (layout.has_names or table.tells_of_a_call):
                self.above += [(table.sheet, row) for row in table.above + table.body]
        self.offset += len(grid.rows)

    def _add(self, grid: Grid, table: Table, layout: Layout, source: Source) -> None:
        last = self.lists[-1].table if self.lists else None
        own = self.offset
        if last and last.first == table.first > 0 and last.sheet == table.sheet:
            own, self.beside = self.beside, self.beside + len(grid.rows)
        if source is Source.LIST and layout.of(Role.DAY):
            source = Source.SIGN_IN
        strays = people_above(table, layout)
        if strays and not self.decisions.heading_row:
            table.above = [row for row in table.above if row not in strays]
            table.body = strays + table.body
            layout = replace(layout, guessed=not self.decisions.columns)
        for topic, part in by_topic(table, layout):
            self.lists.append(List(part, layout, source, grid, own, topic))


def _texts(tables: Iterable[Table], loose: Iterable[Row]) -> str:
    """Headings and the rows above them, folded, to recognise a source by."""
    told = [heading for table in tables for heading in table.headings]
    told += [text for table in tables for _, row in table.above for text in row]
    told += [text for _, row in islice(loose, SAMPLE) for text in row if len(text) < SAMPLE]
    return fold(" | ".join(text for text in dict.fromkeys(told) if text)[:MOST_TEXT])


def people_above(table: Table, layout: Layout) -> list[Row]:
    """Rows above the headings that look like those below: somebody put them in at the top."""
    if not table.first:
        return []
    return [numbered for numbered in table.above if _is_like_people(numbered[1], layout)]


def _is_like_people(row: Sequence[str], layout: Layout) -> bool:
    names = [text for at in layout.of(*NAMES) if (text := cell(row, at))]
    told = [text for text in row if text]
    if len(told) < LEAST_CELLS or not names or marks.ends_list(row):
        return False
    if any(":" in text or is_exact(text) for text in told):
        return False
    numbers = [text for at in layout.of(Role.NUMBER) if (text := cell(row, at))]
    whole = " ".join(names)
    return all(map(marks.is_line_number, numbers)) and has_given(whole) and is_whole_name(whole)


def by_topic(table: Table, layout: Layout) -> list[tuple[str, Table]]:
    """A list in which each row names its activity, as a list of each; else the list as it is."""
    columns = layout.of(Role.TOPIC)
    if len(columns) != 1:
        return [("", table)]
    rows: dict[str, list[Row]] = {}
    for number, row in table.body:
        rows.setdefault(cell(row, columns[0]), []).append((number, row))
    if "" in rows or not 1 < len(rows) <= MOST_TOPICS or LEAST_CELLS * len(rows) > len(table.body):
        return [("", table)]
    parts = [replace(table, body=body) for body in rows.values()]
    for part in parts[1:]:
        part.above, part.again = [], []
    return list(zip(rows, parts, strict=True))
