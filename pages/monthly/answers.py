"""The answers to one question: a cell written anew, a row left out, or taken as it is."""

from collections.abc import Mapping
from functools import partial

import streamlit as st

from data_access.monthly import Code, Decisions, Part, Problem
from data_access.monthly import columns as c
from data_access.monthly.columns import HEADINGS
from pages.monthly import cells, labels, sentences, steps
from pages.monthly.cells import Cell
from pages.monthly.opened import Opened
from pages.shared.words import Words, safe

COLUMNS: Mapping[str, tuple[str, ...]] = {
    Code.MONTH_OUTSIDE: (c.MONTH, c.POST),
    Code.MONTH_RECORDED: (c.MONTH, c.POST),
    Code.CLOSED_TOO_EARLY: (c.OPENED_ON, c.CLOSED_ON),
    Code.REASON_WITHOUT_END: (c.CLOSED_ON, c.REASON),
    Code.CHILDREN_TOO_MANY: (c.SIZE, c.CHILDREN),
    Code.FAMILY_OF_GROUP: (c.FORM, c.FAMILY),
    Code.CASE_NOT_RUNNING: (c.HELD_ON, c.FAMILY),
    Code.FAMILY_NOT_OPEN: (c.FAMILY, c.OPENED_ON),
    **dict.fromkeys((Code.SHEET_MISSING, Code.COLUMN_MISSING, Code.ROWS_ALIKE), ()),
}
"""The columns of which one or the other may be wrong, where that is not the problem's own."""
ALIKE = frozenset({Code.WORD_UNKNOWN, Code.INSTITUTION_UNKNOWN, Code.INSTITUTION_SHARED})
"""What is answered for every row with the same text, unless it is meant for this one alone."""
UNREAD = frozenset({Code.CELL_UNREADABLE, Code.CELL_MERGED})
"""Of these nobody knows what stands in the cell."""


def offer(words: Words, opened: Opened, problem: Problem) -> None:
    """Everything that answers the question."""
    asked = [cells.cell_of(opened, problem, column) for column in columns_of(problem)]
    _offer_meant(words, opened, problem)
    if asked:
        _write(words, opened, problem, asked)
        for cell in asked:
            _offer_empty(words, opened, problem, cell)
    _offer_as_it_is(words, opened, problem)


def columns_of(problem: Problem) -> list[str]:
    """The columns of its sheet of which a cell written anew may answer it."""
    own = (problem.column,) if problem.column else ()
    known = HEADINGS[problem.part] if problem.part else {}
    return [column for column in COLUMNS.get(problem.code, own) if column in known]


def leave_out(words: Words, opened: Opened, problem: Problem) -> None:
    """The row is not taken; nor are those of which the same is asked, where there are any."""
    part, row = problem.part or Part.HEAD, problem.row or 0
    step = partial(steps.left_out, part=part, rows=(row,))
    _button(words.say("Leave this row out"), opened, problem, "out", step)
    rows = tuple(one.row for one in steps.like_it(opened.draft, problem) if one.row)
    if len(rows) > 1:
        label = words.count(
            "Leave out all {n} row like this", "Leave out all {n} rows like this", len(rows)
        )
        _button(label, opened, problem, "out-all", partial(steps.left_out, part=part, rows=rows))


def _offer_meant(words: Words, opened: Opened, problem: Problem) -> None:
    """What could be meant in a cell that is no list, each a press."""
    column, part = problem.column or "", problem.part or Part.HEAD
    cell = cells.cell_of(opened, problem, column)
    if cell.is_chosen or column not in HEADINGS[part]:
        return
    for at, text in enumerate(problem.others):
        step = partial(_written, part=part, row=problem.row or 0, column=column, text=text)
        label = words.say("“{text}” is meant", text=text)
        _button(safe(label), opened, problem, f"meant-{at}", step)


def _write(words: Words, opened: Opened, problem: Problem, asked: list[Cell]) -> None:
    rows: tuple[int, ...] = (problem.row or 0,)
    if problem.code in ALIKE:
        rows = steps.with_the_same_text(opened.draft, problem)
    key = opened.key(problem, "write")
    with st.form(key, border=False):
        for cell in asked:
            cells.draw(words, opened, cell)
        if len(rows) > 1:
            everywhere = words.count(
                "Also in {n} other row with the same text",
                "Also in {n} other rows with the same text",
                len(rows) - 1,
            )
            st.checkbox(everywhere, value=True, key=f"{key}-all")
        st.form_submit_button(
            words.say("Take this answer"), on_click=_take, args=(opened, asked, key, rows)
        )


def _take(opened: Opened, asked: list[Cell], key: str, rows: tuple[int, ...]) -> None:
    """Store what was chosen or written; nothing where nothing was."""
    texts = {cell.column: text for cell in asked if (text := cells.entered(cell)) is not None}
    if not texts:
        return
    meant = rows if st.session_state.get(f"{key}-all") else rows[:1]
    opened.take(lambda now: steps.written(now, asked[0].part, meant, **texts))


def _offer_empty(words: Words, opened: Opened, problem: Problem, cell: Cell) -> None:
    """An empty cell says nothing; a list offers it among its answers."""
    is_needed = (cell.part, cell.column) == (Part.FAMILIES, c.FAMILY)
    stands = steps.cells_of(opened.draft, cell.part, problem.row or 0).get(cell.column)
    if cell.is_chosen or is_needed or not (stands or problem.code in UNREAD):
        return
    step = partial(
        _written, part=cell.part, row=problem.row or 0, column=cell.column, text=cells.EMPTY
    )
    label = words.say(
        "Leave “{column}” empty", column=labels.heading(words, cell.part, cell.column)
    )
    _button(safe(label), opened, problem, f"empty-{cell.column}", step)


def _offer_as_it_is(words: Words, opened: Opened, problem: Problem) -> None:
    """Take it as it is, and so all of which the same is asked, where there are any."""
    if not problem.is_acceptable:
        return
    label = words.say(sentences.accepted_as(problem.code))
    _button(label, opened, problem, "as", partial(steps.accepted, problems=(problem,)))
    alike = [one for one in steps.like_it(opened.draft, problem) if one.is_acceptable]
    if len(alike) > 1:
        all_ = words.count(
            "{answer}, in all {n} row like this",
            "{answer}, in all {n} rows like this",
            len(alike),
            answer=label,
        )
        _button(all_, opened, problem, "as-all", partial(steps.accepted, problems=tuple(alike)))


def _written(now: Decisions, *, part: Part, row: int, column: str, text: str) -> Decisions:
    return steps.written(now, part, (row,), **{column: text})


def _button(label: str, opened: Opened, problem: Problem, answer: str, step: steps.Step) -> None:
    st.button(label, key=opened.key(problem, answer), on_click=opened.take, args=(step,))
