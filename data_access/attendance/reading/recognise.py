"""A file in: opened, its lists found, its columns understood, its rows as text."""

from collections.abc import Sequence
from itertools import islice

from data_access.attendance.problems import Problem, ProblemCode
from data_access.attendance.reading.activity import found_activity
from data_access.attendance.reading.decisions import UNDECIDED, Decisions
from data_access.attendance.reading.facts import Facts, facts_of
from data_access.attendance.reading.finding import Found, List, found_in, stands_for_day
from data_access.attendance.reading.layout import letters
from data_access.attendance.reading.listed import Listing
from data_access.attendance.reading.parts import blocks_of, parts_of
from data_access.attendance.reading.questions import Asked, of_hidden, of_letters
from data_access.attendance.reading.readers import orders_of, reader_of
from data_access.attendance.reading.roles import ColumnRole as Role
from data_access.attendance.reading.roles import role_of
from data_access.attendance.reading.sheet import Column, Sheet, Source
from data_access.attendance.reading.soundness import sound
from data_access.attendance.reading.tables import Table
from data_access.files.grid import Choices, Grid, Opened
from data_access.files.opening import open_file
from data_access.files.problems import Refused
from data_access.rules import fold

ALL_PARTS = "*"
SAMPLE = 2_000
MOST_COLUMNS = 26
"""So many columns are told of where nothing was understood."""


def read(content: bytes, name: str, decisions: Decisions = UNDECIDED) -> Sheet:
    """What a file is: its people under our columns, and whatever somebody has to decide.

    Nothing is raised for what stands in a file. ``name`` may state a date; ``decisions`` are what
    somebody decided about this file before.
    """
    opened = open_file(content, name, Choices(decisions.encoding, decisions.repair))
    if isinstance(opened, Refused):
        return Sheet((), (_refusal(opened),))
    return _read(opened, name, decisions)


def table_in(content: bytes, name: str) -> list[list[str]] | Problem:
    """The first list of a file as it stands: its headings, then every row; or why there is none."""
    opened = open_file(content, name)
    if isinstance(opened, Refused):
        return _refusal(opened)
    found = found_in(_visible(opened), UNDECIDED)
    if not found.lists:
        return Problem(ProblemCode.NO_NAMES)
    first = found.lists[0]
    headings = [list(first.layout.headings)] if first.table.first else []
    return headings + [list(row) for _, row in first.table.body]


def _refusal(refused: Refused) -> Problem:
    figures = refused.figures
    return Problem(
        ProblemCode(refused.problem.value),
        figures.get("row"),
        most=figures.get("most"),
        found=figures.get("found"),
    )


def _visible(opened: Opened) -> list[Grid]:
    return [grid for grid in opened.sheets if not grid.is_hidden] or list(opened.sheets)


def _read(opened: Opened, name: str, decisions: Decisions) -> Sheet:
    visible, damaged = sound(opened, _visible(opened), repair=decisions.repair)
    found = found_in(visible, decisions)
    blocks = blocks_of(found)
    parts = parts_of(blocks, visible)
    chosen = [one for key, lists in blocks.items() for one in lists
              if not parts or decisions.part in (None, ALL_PARTS, key)]  # fmt: skip
    facts = _facts(found, chosen, visible)
    orders = orders_of(chosen, facts, decisions)
    activity = found_activity(facts, chosen, orders, name, visible)
    listing = Listing()
    for one in chosen:
        reader_of(one, orders, activity, decisions).read(listing)
    asked = Asked(found, parts, chosen, decisions, listing, activity).problems()
    first = chosen[0] if chosen else None
    used = sorted({(one.grid.name, one.offset) for one in chosen}, key=lambda pair: pair[1])
    return Sheet(
        rows=tuple(listing.rows),
        problems=(
            *of_letters(opened, damaged, listing, decisions),
            *asked,
            *of_hidden(opened, visible),
            *listing.problems,
        ),
        kind=opened.kind,
        source=first.source if first else Source.LIST,
        encoding=opened.encoding,
        candidates=opened.candidates,
        title=activity.title,
        days=activity.days,
        stated_total=max(listing.totals + facts.totals, default=None),
        columns=first.layout.columns(_filled(first.table)) if first else _unread(visible),
        left_out=listing.left_out,
        parts=parts,
        part=decisions.part,
        hidden_sheets=tuple(
            grid.name for grid in opened.sheets if grid.is_hidden and grid not in visible
        ),
        sheets=tuple(used),
        joins=any(one.layout.of(Role.JOIN, Role.ACTION) for one in chosen),
        signature=_signature(first),
    )


def _facts(found: Found, chosen: Sequence[List], visible: Sequence[Grid]) -> Facts:
    """What stands above the chosen lists and beside them in their sheets."""
    sheets = {one.table.sheet for one in chosen} or set(range(len(visible)))
    above = [row for one in chosen for row in one.table.above]
    above += [row for table in found.calls if table.sheet in sheets for row in table.above]
    loose = [row for sheet, row in found.above if sheet in sheets and not chosen]
    return facts_of(above + loose, [table for table in found.calls if table.sheet in sheets])


def _unread(visible: Sequence[Grid]) -> tuple[Column, ...]:
    """The columns of a file without a list, under the first of its rows that fill the most."""
    rows = (row for grid in visible for row in islice(grid.rows, SAMPLE))
    fullest = max(rows, key=lambda row: sum(map(bool, row)), default=())
    return tuple(Column(at, letters(at), text) for at, text in enumerate(fullest[:MOST_COLUMNS]))


def _filled(table: Table) -> frozenset[int]:
    """The columns in which anything stands."""
    return frozenset(
        at for _, row in islice(table.body, SAMPLE) for at, text in enumerate(row) if text
    )


def _signature(first: List | None) -> str:
    """What files of the same columns have in common: their headings, days put aside."""
    if first is None:
        return ""
    told = ["" if _is_passing(heading) else fold(heading) for heading in first.table.headings]
    while told and not told[-1]:
        told.pop()
    known = Source.LIST if first.source is Source.SIGN_IN else first.source
    return " | ".join([known.value, *told])


def _is_passing(heading: str) -> bool:
    """Whether a heading is of this one file: a day, or what was added to have it mended."""
    return role_of(heading) is Role.REPORT or stands_for_day(heading)
