"""What somebody decided about who is who; calls that people join; contacts that several have."""

from typing import Any

import pytest

from data_access.attendance import ProblemCode
from data_access.attendance.calling import Key, Line
from data_access.attendance.groups import Known
from data_access.attendance.reading import RowDecision
from data_access.attendance.ruling import Ruling
from data_access.attendance.who import told_apart

A, B, C = b"a", b"b", b"c"
MET: dict[Key, list[Known]] = {"anna": [Known(1, frozenset({A})), Known(2)]}
HOLDERS: dict[Key, frozenset[int]] = {A: frozenset({1}), C: frozenset({3})}
Who = tuple[tuple[int, ...], int | None]


def anna(number: int, contact: Key = None, institution: str | None = None) -> Line:
    return Line(number, "anna", contact, institution)


def zane(number: int, contact: Key = None) -> Line:
    return Line(number, "zane", contact)


def told(
    *lines: Line,
    rows: dict[int, RowDecision] | None = None,
    known: dict[Key, list[Known]] | None = None,
    here: set[int] | None = None,
    recorded: dict[int, int] | None = None,
    joins: bool = False,
) -> tuple[set[Who], set[tuple[ProblemCode, int | None]]]:
    """Who is whom, and what blocks which row."""
    ruling = Ruling(rows or {}, recorded or {})
    groups, problems = told_apart(
        lines, known or {}, here or set(), holders=HOLDERS, ruling=ruling, joins=joins
    )
    asked = {(p.code, p.row) for p in problems if p.code.blocks}
    uncertain = {line.number for group in groups if group.is_uncertain for line in group.lines}
    assert uncertain == {row for _, row in asked}
    return {(tuple(sorted(line.number for line in g.lines)), g.person) for g in groups}, asked


SAME, APART = RowDecision(same_as=2), RowDecision(apart=True)
DECIDED: dict[str, tuple[tuple[Line, ...], dict[int, RowDecision], set[Who]]] = {
    "two bare rows are one": ((anna(2), anna(4)), {4: SAME}, {((2, 4), None)}),
    "two bare rows are two": ((anna(2), anna(4)), {4: APART}, {((2,), None), ((4,), None)}),
    "two names are one": ((anna(2), zane(4)), {4: SAME}, {((2, 4), None)}),
    "two contacts are one": ((anna(2, b"x"), anna(4, b"y")), {4: SAME}, {((2, 4), None)}),
    "a chain of rows": (
        (anna(2), zane(4), Line(6, "ilze")),
        {4: SAME, 6: RowDecision(same_as=4)},
        {((2, 4, 6), None)},
    ),
    "an earlier row is a later one's": (
        (anna(2), anna(4, b"x")),
        {2: RowDecision(same_as=4)},
        {((2, 4), None)},
    ),
    "one contact is two persons": (
        (anna(2, b"x"), zane(4, b"x")),
        {4: APART},
        {((2,), None), ((4,), None)},
    ),
    "one contact is one person": ((anna(2, b"x"), zane(4, b"x")), {4: SAME}, {((2, 4), None)}),
    "nobody met before, in spite of the contact": ((anna(2, A),), {2: APART}, {((2,), None)}),
    "the one met before by the name": ((anna(2),), {2: RowDecision(person=2)}, {((2,), 2)}),
    "the one met before by the contact": ((zane(2, C),), {2: RowDecision(person=3)}, {((2,), 3)}),
    "the one on record of this file": ((zane(9),), {9: RowDecision(same_as=5)}, {((9,), 7)}),
}


@pytest.mark.parametrize("case", DECIDED)
def test_what_somebody_decided_stands(case: str) -> None:
    lines, rows, expected = DECIDED[case]
    assert told(*lines, rows=rows, known=MET, recorded={5: 7}) == (expected, set())


UNUSABLE: dict[str, tuple[tuple[Line, ...], dict[int, RowDecision]]] = {
    "a person who was not offered": ((anna(2),), {2: RowDecision(person=3)}),
    "a row that is not there": ((anna(2),), {2: RowDecision(same_as=3)}),
    "itself": ((anna(2),), {2: RowDecision(same_as=2)}),
}


@pytest.mark.parametrize("case", UNUSABLE)
def test_what_cannot_be_is_no_decision(case: str) -> None:
    lines, rows = UNUSABLE[case]
    groups, problems = told_apart(lines, {}, ruling=Ruling(rows))
    assert [(p.code, p.row) for p in problems] == [(ProblemCode.DECISION_UNUSABLE, 2)]
    assert [group.person for group in groups] == [None]


def test_two_persons_for_one_are_no_decision() -> None:
    rows = {2: RowDecision(person=1), 4: RowDecision(person=2, same_as=2)}
    _, asked = told(anna(2), anna(4), rows=rows, known=MET)
    assert asked == {(ProblemCode.DECISION_UNUSABLE, 2), (ProblemCode.DECISION_UNUSABLE, 4)}


CALLS: dict[str, tuple[tuple[Line, ...], set[Who], set[Any]]] = {
    "a name that joined twice": ((anna(2), anna(5)), {((2, 5), None)}, set()),
    "a guest who has an address elsewhere in it": (
        (anna(2), anna(5, b"x"), anna(7)),
        {((2, 5, 7), None)},
        set(),
    ),
    "two addresses": ((anna(2, b"x"), anna(5, b"y")), {((2,), None), ((5,), None)}, set()),
    "two addresses and a guest": (
        (anna(2, b"x"), anna(5, b"y"), anna(7)),
        {((2,), None), ((5,), None), ((7,), None)},
        {(ProblemCode.SEVERAL_PERSONS, 7)},
    ),
}


@pytest.mark.parametrize("case", CALLS)
def test_in_a_call_a_bare_name_is_one_person(case: str) -> None:
    lines, expected, asked = CALLS[case]
    assert told(*lines, joins=True) == (expected, asked)


def test_two_names_with_one_contact_are_a_question_on_the_later() -> None:
    lines = (anna(2, b"x"), Line(3, "ilze", b"y"), zane(4, b"x"))
    groups, problems = told_apart(lines, {})
    (problem,) = [p for p in problems if p.code.blocks]
    assert (problem.code, problem.row, problem.rows) == (ProblemCode.CONTACT_SHARED, 4, (2,))
    assert len(groups) == 3


def test_somebody_met_before_with_the_contact_is_a_candidate() -> None:
    groups, problems = told_apart([zane(2, C)], {}, holders=HOLDERS)
    (problem,) = problems
    assert (problem.code, problem.candidates) == (ProblemCode.CONTACT_SHARED, (3,))
    assert groups[0].is_uncertain


def test_who_is_tied_by_name_and_contact_is_asked_about_by_nobody() -> None:
    both: dict[Key, frozenset[int]] = {A: frozenset({1, 9})}
    _, problems = told_apart([anna(2, A)], MET, holders=both)
    assert problems == []


def test_a_contact_of_three_is_common_and_a_note() -> None:
    lines = [Line(n, f"name {n}", b"office") for n in range(2, 1002)]
    groups, problems = told_apart(lines, {})
    (note,) = problems
    assert (note.code, note.row, note.found) == (ProblemCode.CONTACT_COMMON, 2, 1000)
    assert len(groups) == 1000
    again, _ = told_apart([*lines, Line(2000, "name 5", b"office")], {})
    assert len(again) == 1000


def test_many_who_are_called_alike_are_told_apart_quickly() -> None:
    bare = [anna(n) for n in range(2, 5_000)]
    different = [anna(n, f"c{n}".encode()) for n in range(5_000, 10_000)]
    groups, problems = told_apart([*bare, *different], {})
    assert len(groups) == len(bare) + len(different)
    asked = {p.row for p in problems if p.code is ProblemCode.ROWS_ALIKE}
    assert asked == {line.number for line in bare}
    assert max(len(problem.rows) for problem in problems) <= 6
