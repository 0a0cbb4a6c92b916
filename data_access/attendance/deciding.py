"""One more decision about a list: what somebody answers, put into the decisions taken so far."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from data_access.attendance.columns import CATEGORY, INSTITUTION, PLACE
from data_access.attendance.problems import LONGEST_VALUE, Problem
from data_access.attendance.reading import Decisions, Sheet
from data_access.attendance.reading.names import NameKind, kind_of
from data_access.attendance.reading.roles import role_of
from data_access.attendance.reading.sheet import Column
from data_access.rules import fold

MOST_SAMPLES, LONGEST_NAME = 3, 3
TELLING = (INSTITUTION, PLACE, CATEGORY)
"""Columns that hold nobody's name."""


def rewritten(decisions: Decisions, row: int, texts: Mapping[str, str]) -> Decisions:
    """The row says this under our columns from now on; an empty text empties it."""
    before = decisions.of_row(row).cells
    return decisions.with_row(row, cells={**before, **texts})


def left_out(decisions: Decisions, rows: Iterable[int]) -> Decisions:
    """None of the rows is recorded."""
    for row in rows:
        decisions = decisions.with_row(row, leave_out=True)
    return decisions


def meant(
    decisions: Decisions, sheet: Sheet | None, problem: Problem, code: str, rows: Iterable[int]
) -> Decisions:
    """What a text of one of our columns stands for, in these rows.

    Where the file is at hand and they are all that have the text, so it is for the text itself.
    """
    column, row = problem.column or "", problem.row or 0
    numbers = tuple(rows)
    text = _text(sheet, row, column)
    if text and len(numbers) > 1:
        words = {**decisions.words.get(column, {}), fold(text): code}
        return replace(decisions, words={**decisions.words, column: words})
    for number in numbers:
        decisions = rewritten(decisions, number, {column: code})
    return decisions


def alike(problem: Problem, problems: Iterable[Problem]) -> tuple[int, ...]:
    """The rows with the same problem of the same text, this one first; a text that was cut is one
    of its own.
    """
    row = problem.row or 0
    if problem.value is None or len(problem.value) >= LONGEST_VALUE:
        return (row,)
    same = fold(problem.value)
    others = (
        other.row
        for other in problems
        if (other.code, other.column) == (problem.code, problem.column)
        and other.row not in (None, row)
        and fold(other.value or "") == same
    )
    return (row, *dict.fromkeys(number for number in others if number is not None))


def samples(sheet: Sheet) -> tuple[str, ...]:
    """A few texts of the file that are nobody's name and show how its letters are read."""
    headings = (one.heading for one in sheet.columns if is_known(one))
    told = (row.cells.get(column, "") for row in sheet.rows for column in TELLING)
    texts = (text for text in (title(sheet), *headings, *told) if not text.isascii())
    return tuple(list(dict.fromkeys(texts))[:MOST_SAMPLES])


def title(sheet: Sheet) -> str:
    """What the file says it is a list of; empty where that may be somebody's name."""
    words = (sheet.title or "").split()
    may_be_a_name = len(words) <= LONGEST_NAME and all(word[0].isupper() for word in words)
    return "" if may_be_a_name and kind_of(" ".join(words)) is NameKind.PERSON else " ".join(words)


def is_known(column: Column) -> bool:
    """Whether a column's heading is a word for what stands in it, and so nobody's name."""
    return bool(column.heading) and role_of(column.heading) is not None


def _text(sheet: Sheet | None, number: int, column: str) -> str:
    if sheet is None:
        return ""
    return next((row.cells.get(column, "") for row in sheet.rows if row.number == number), "")
