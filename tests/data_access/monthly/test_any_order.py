"""However columns, sheets and empty rows are laid out, the same cells are the same report."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from data_access.engine import reading
from data_access.monthly import Draft, Part
from data_access.monthly import columns as c
from tests.data_access.monthly.books import (
    FAMILY,
    GROUP,
    LEARNED,
    TALK,
    head,
    headings,
    read,
    table,
)
from tests.data_access.monthly.september import September

CONTACTS = (
    TALK | {c.AREA: "Izglītība", c.INSTITUTION: "KM", c.RESULT: "Sniegta informācija"},
    GROUP | {c.MET_AT: "Sabiedriskā vietā"},
    TALK | {c.PERSONS: "~3"},
    TALK | {c.FAMILY: "J1", c.HELD_ON: "30.09.2019."},
    TALK | {c.FAMILY: ""},
    GROUP | {c.HELD_ON: "1.10.2019.", c.AREA: "Nezin kas"},
)
FAMILIES = (
    FAMILY | {c.CLOSED_ON: "20.09.2019.", c.REASON: "Kārta beigusies", c.NEEDS[1]: "Kultūra"},
    {c.FAMILY: "J1", c.OPENED_ON: "04.09.2019.", c.NEEDS[0]: "Mājoklis", c.SIZE: "3"},
    {c.FAMILY: "G-99", c.CHILDREN: "1"},
)
ROWS: Mapping[Part, Sequence[Mapping[str, str]]] = {
    Part.FAMILIES: FAMILIES,
    Part.CONTACTS: CONTACTS,
    Part.TRAININGS: (LEARNED, LEARNED | {c.HOURS: "1:30"}),
}
EMPTY: list[Any] = [[], [""], [" ", "-", ""]]
REMARKS = "Piezīmes"


@st.composite
def laid_out(draw: st.DrawFn, post: int) -> dict[str, list[list[Any]]]:
    """The month with its columns, sheets and empty rows anywhere, remarks between the columns."""
    book: dict[str, list[list[Any]]] = {c.SHEETS[Part.HEAD].lv: [list(r) for r in head(post)]}
    for part, rows in ROWS.items():
        order = draw(st.permutations([*range(len(c.HEADINGS[part])), None]))
        lines = [[*line, REMARKS] for line in table(part, *rows)]
        last = len(headings(part))
        moved = [[line[last if at is None else at] for at in order] for line in lines]
        found: list[list[Any]] = []
        for line in moved:
            found += [draw(st.sampled_from(EMPTY)) for _ in range(draw(st.integers(0, 2)))]
            found.append(line)
        book[c.SHEETS[part].lv] = found
    names = draw(st.permutations(list(book)))
    return {name: book[name] for name in names}


def says(draft: Draft) -> tuple[Any, ...]:
    """What the report says, its rows counted among those that say something."""
    numbers = {
        part: {row: at for at, row in enumerate(sorted(draft.sheets.rows[part]))} for part in ROWS
    }
    parts = (Part.FAMILIES, draft.cases), (Part.CONTACTS, draft.contacts), (
        Part.TRAININGS, draft.trainings,
    )  # fmt: skip
    lines = [[replace(line, row=numbers[part][line.row]) for line in some] for part, some in parts]
    problems = {
        replace(p, row=numbers[p.part][p.row]) if p.part and p.row else p for p in draft.problems
    }
    return draft.post, draft.month, draft.hours, lines, problems


@pytest.fixture(scope="module")
def expected(module_engine: Engine, planted: September) -> Draft:
    """The report as the template lays it out."""
    whole = {part: [[*row, REMARKS] for row in table(part, *rows)] for part, rows in ROWS.items()}
    book = {c.SHEETS[part].lv: rows for part, rows in whole.items()}
    with reading(module_engine) as connection:
        month = replace(planted, connection=connection)
        return month.check(read({c.SHEETS[Part.HEAD].lv: head(planted.posts["here"])} | book))


@settings(max_examples=50)
@given(data=st.data())
def test_any_layout_gives_the_same_draft(
    module_engine: Engine, planted: September, expected: Draft, data: st.DataObject
) -> None:
    book = data.draw(laid_out(planted.posts["here"]))
    with reading(module_engine) as connection:
        found = replace(planted, connection=connection).check(read(book))
    assert says(found) == says(expected)


def test_the_report_has_lines_and_questions_of_every_sheet(expected: Draft) -> None:
    assert [len(lines) for lines in says(expected)[3]] == [2, 3, 1]
    assert [problem.part for problem in expected.questions] == [
        Part.FAMILIES,
        *[Part.CONTACTS] * 4,
        Part.TRAININGS,
    ]
