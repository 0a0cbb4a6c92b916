"""What is remembered of decisions: by which words a thing is found again, and the codes it means.

Only matches of words are kept, made with the key for names, and codes; never a word itself. What
tells who is who is not remembered: persons are, and the next list meets them. Nor is it remembered
that a word means Roma: that is stated for the people of one list.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from data_access.attendance.columns import CATEGORY, NAME
from data_access.attendance.problems import ProblemCode
from data_access.attendance.reading.decisions import (
    LEAVE_OUT,
    DateOrder,
    Decisions,
    Means,
    RowDecision,
)
from data_access.attendance.reading.roles import ColumnRole
from data_access.attendance.reading.sheet import Sheet
from data_access.rules import Category, fold

COLUMNS, MEANS, DATE_ORDER = "columns", "means", "date_order"
COLUMN, CODE, IS_PERSON = "column", "code", "is_person"
LEAST_HEADINGS = 2
SEVERAL = "several"
ROLES = frozenset({LEAVE_OUT, *ColumnRole})


class Topic(StrEnum):
    """What a decision was about."""

    COLUMNS = "columns"
    WORD = "word"
    NOT_A_PERSON = "not_a_person"


@dataclass(frozen=True)
class Memory:
    """A decision to be found again: ``pattern`` is what was decided about, in words.

    ``text`` is the word where one was decided about. Without a ``decision`` what was said of the
    pattern before does not hold any more.
    """

    topic: Topic
    pattern: str = field(repr=False)
    decision: Mapping[str, Any] | None
    text: str = field(default="", repr=False)


@dataclass(frozen=True)
class Asked:
    """Something that may have been decided before, and where it stands in this list."""

    topic: Topic
    pattern: str = field(repr=False)
    column: str = ""
    text: str = field(default="", repr=False)
    rows: tuple[int, ...] = ()


def memories(sheet: Sheet, decisions: Decisions, undecided: Sheet | None) -> Iterator[Memory]:
    """What of the decisions about a list holds for the next one of its kind.

    ``undecided`` is the list as it was before anything was decided of its rows.
    """
    said = _of_columns(decisions)
    if said and has_headings(sheet.signature):
        yield Memory(Topic.COLUMNS, _columns(sheet), said)
    for column, words in decisions.words.items():
        for text, code in words.items():
            if text and column not in PERSONAL:
                is_roma = (column, code) == (CATEGORY, Category.ROMA)
                said_of = None if is_roma else {COLUMN: column, CODE: code}
                yield Memory(Topic.WORD, _word(column, text), said_of, text)
    names = doubtful(undecided) if undecided is not None else {}
    for name, rows in names.items():
        decided = {_is_person(decisions.of_row(number)) for number in rows} - {None}
        if len(decided) == 1:
            yield Memory(Topic.NOT_A_PERSON, _nobody(name), {IS_PERSON: decided.pop()})


def questions(sheet: Sheet) -> Iterator[Asked]:
    """What of a list may have been decided about another one of its kind."""
    if has_headings(sheet.signature):
        yield Asked(Topic.COLUMNS, _columns(sheet))
    texts = {
        (column, fold(text))
        for row in sheet.rows
        for column, text in row.cells.items()
        if column not in PERSONAL
    }
    for column, text in texts:
        yield Asked(Topic.WORD, _word(column, text), column, text)
    for name, rows in doubtful(sheet).items():
        yield Asked(Topic.NOT_A_PERSON, _nobody(name), rows=tuple(rows))


def applied(decisions: Decisions, asked: Asked, said: Mapping[str, Any]) -> Decisions:
    """The decisions with one that is remembered."""
    if asked.topic is Topic.COLUMNS:
        return replace(
            decisions,
            columns={int(at): role for at, role in said[COLUMNS].items() if role in ROLES},
            means=Means(said[MEANS]) if said[MEANS] else None,
            date_order=DateOrder(said[DATE_ORDER]) if said[DATE_ORDER] else None,
        )
    if asked.topic is Topic.WORD:
        words = {**decisions.words.get(asked.column, {}), asked.text: said[CODE]}
        return replace(decisions, words={**decisions.words, asked.column: words})
    told = {IS_PERSON: True} if said[IS_PERSON] else {"leave_out": True}
    for number in asked.rows:
        decisions = decisions.with_row(number, **told)
    return decisions


def over(own: Decisions, recalled: Decisions) -> Decisions:
    """What somebody decided about this file, and for the rest what is remembered."""
    words = {
        column: {**recalled.words.get(column, {}), **own.words.get(column, {})}
        for column in {**recalled.words, **own.words}
    }
    return replace(
        own,
        date_order=own.date_order or recalled.date_order,
        means=own.means or recalled.means,
        columns={**recalled.columns, **own.columns},
        words=words,
        rows={**recalled.rows, **own.rows},
    )


def has_headings(signature: str) -> bool:
    """Whether the columns have names: columns without any are alike in lists of many kinds."""
    return sum(bool(part.strip()) for part in signature.split("|")[1:]) >= LEAST_HEADINGS


def doubtful(sheet: Sheet) -> dict[str, list[int]]:
    """Names that look like a device or a number, folded, each with its rows."""
    asked = {
        problem.row
        for problem in sheet.problems
        if problem.code is ProblemCode.NOT_A_PERSON and problem.value != SEVERAL
    }
    found: dict[str, list[int]] = {}
    for row in sheet.rows if asked else ():
        name = fold(row.cells.get(NAME, ""))
        if row.number in asked and name:
            found.setdefault(name, []).append(row.number)
    return found


PERSONAL = frozenset({NAME, "contact"})
"""What is written there tells who somebody is: no word that means the same in the next list."""


def _of_columns(decisions: Decisions) -> dict[str, Any]:
    if not (decisions.columns or decisions.means or decisions.date_order):
        return {}
    return {
        COLUMNS: {str(at): str(role) for at, role in decisions.columns.items()},
        MEANS: decisions.means and decisions.means.value,
        DATE_ORDER: decisions.date_order and decisions.date_order.value,
    }


def _is_person(decision: RowDecision) -> bool | None:
    """What was decided; nothing where nothing was, or where the name was mended."""
    if decision.leave_out:
        return False
    return True if decision.is_person and NAME not in decision.cells else None


def _columns(sheet: Sheet) -> str:
    return f"{Topic.COLUMNS}: {sheet.signature}"


def _word(column: str, text: str) -> str:
    return f"{Topic.WORD}: {column}: {text}"


def _nobody(name: str) -> str:
    return f"{Topic.NOT_A_PERSON}: {name}"
