"""Who is who, by exact matches alone: a table of lines and people met before."""

import pytest

from data_access.attendance import ProblemCode
from data_access.attendance.calling import Key, Line
from data_access.attendance.entry import Entry, usable_contact
from data_access.attendance.groups import Known
from data_access.attendance.who import told_apart

A, B = b"a", b"b"
MET: dict[Key, list[Known]] = {
    b"anna": [Known(1, frozenset({A}), frozenset({"km"})), Known(2, frozenset(), frozenset({"lm"}))]
}
Who = tuple[tuple[int, ...], int | None]


def anna(number: int, contact: bytes | None = None, institution: str | None = None) -> Line:
    return Line(number, b"anna", contact, institution)


def apart(*lines: Line) -> tuple[set[Who], list[tuple[str, int | None, str | None]]]:
    """Which lines are whom, and what is said of them; somebody of another name stands by."""
    groups, problems = told_apart([*lines, Line(99, b"decoy", b"z", "km")], MET)
    whom = {(tuple(sorted(line.number for line in g.lines)), g.person) for g in groups}
    assert ((99,), None) in whom
    return whom - {((99,), None)}, [(p.code, p.row, p.value) for p in problems]


TIED: dict[str, tuple[tuple[Line, ...], set[Who]]] = {
    "by contact": ((anna(2, A),), {((2,), 1)}),
    "by contact, wherever from": ((anna(2, A, "lm"),), {((2,), 1)}),
    "by institution, without a contact here": ((anna(2, None, "km"),), {((2,), 1)}),
    "by institution, without a contact there": ((anna(2, B, "lm"),), {((2,), 2)}),
    "by institution, without any contact": ((anna(2, None, "lm"),), {((2,), 2)}),
    "twice by contact": ((anna(2, A), anna(3, A)), {((2, 3), 1)}),
    "once by contact, once by institution": ((anna(2, None, "km"), anna(3, A)), {((2, 3), 1)}),
    "by the institution of the line beside": (
        (anna(2, A, "izm"), anna(3, None, "izm")),
        {((2, 3), 1)},
    ),
    "from two institutions": ((anna(2, None, "km"), anna(3, None, "lm")), {((2,), 1), ((3,), 2)}),
}
NAMESAKES: dict[str, tuple[tuple[Line, ...], set[Who], list[int]]] = {
    "another contact": ((anna(2, B),), {((2,), None)}, [2]),
    "another contact, same institution": ((anna(2, B, "km"),), {((2,), None)}, [2]),
    "another institution": ((anna(2, None, "izm"),), {((2,), None)}, [2]),
    "neither": ((anna(2),), {((2,), None)}, [2]),
    "two contacts for one without": (
        (anna(2, b"c", "lm"), anna(3, b"d", "lm")),
        {((2,), None), ((3,), None)},
        [2, 3],
    ),
}
ALIKE: dict[str, tuple[tuple[Line, ...], set[Who], dict[int, str]]] = {
    "a bare name beside another": ((anna(2), anna(7)), {((2,), None), ((7,), None)}, {7: "2, 7"}),
    "a bare name beside somebody with a contact": (
        (anna(2, A), anna(3)),
        {((2,), 1), ((3,), None)},
        {3: "2, 3"},
    ),
    "a bare name above somebody with a contact": (
        (anna(2), anna(3, B)),
        {((2,), None), ((3,), None)},
        {2: "3, 2"},
    ),
    "bare names beside somebody with a contact": (
        (anna(2), anna(7), anna(9, A)),
        {((9,), 1), ((2,), None), ((7,), None)},
        {2: "9, 2", 7: "9, 7"},
    ),
    "an institution beside a contact": (
        (anna(2, b"c"), anna(3, None, "izm")),
        {((2,), None), ((3,), None)},
        {3: "2, 3"},
    ),
}
"""Lines of one list that nothing tells apart and nothing ties."""


@pytest.mark.parametrize("case", TIED)
def test_the_same_name_is_the_same_person(case: str) -> None:
    lines, expected = TIED[case]
    assert apart(*lines) == (expected, [])
    assert apart(*reversed(lines)) == (expected, [])


@pytest.mark.parametrize("case", NAMESAKES)
def test_a_name_that_nothing_ties_is_another_person_and_a_note_says_so(case: str) -> None:
    lines, expected, noted = NAMESAKES[case]
    for order in (lines, lines[::-1]):
        whom, problems = apart(*order)
        assert whom == expected
        assert sorted((code, row) for code, row, _ in problems) == [("namesake", n) for n in noted]


@pytest.mark.parametrize("case", ALIKE)
def test_lines_that_nothing_tells_apart_are_for_somebody_to_tell_apart(case: str) -> None:
    lines, expected, asked = ALIKE[case]
    whom, problems = apart(*lines)
    assert whom == expected
    questions = {row: value for code, row, value in problems if ProblemCode(code).blocks}
    assert questions == asked
    assert {code for code, *_ in problems if ProblemCode(code).blocks} == {ProblemCode.ROWS_ALIKE}


def test_a_line_that_several_persons_fit_is_not_guessed() -> None:
    _, problems = apart(anna(2, b"c", "izm"), anna(3, b"d", "izm"), anna(4, None, "izm"))
    codes = {(code, row) for code, row, _ in problems if ProblemCode(code).blocks}
    assert codes == {(ProblemCode.SEVERAL_PERSONS, 4)}


def test_contacts_of_a_person_merged_out_of_two_are_one_person() -> None:
    merged: dict[Key, list[Known]] = {b"anna": [Known(1, frozenset({A, B}), frozenset({"km"}))]}
    lines = [anna(2, A), anna(3, B), anna(4, None, "km"), anna(5, b"c")]
    groups, problems = told_apart(lines, merged)
    whom = {(tuple(sorted(line.number for line in g.lines)), g.person) for g in groups}
    assert whom == {((2, 3, 4), 1), ((5,), None)}
    assert [(p.code, p.row) for p in problems] == [(ProblemCode.NAMESAKE, 5)]


@pytest.mark.parametrize(
    ("written", "compared"),
    [
        ("Anna@Example.ORG", "anna@example.org"),
        ("+371 26 123-456", "26123456"),
        ("0037126123456", "26123456"),
        ("26123456", "26123456"),
        ("+370 612 34567", "37061234567"),
        ("tālr. 26123456", "26123456"),
        ("nav", None),
        ("-", None),
        ("@", None),
        ("12345", None),
        ("2,6123E+07", None),
        ("", None),
    ],
)
def test_contacts_are_compared_by_what_reaches_the_person(
    written: str, compared: str | None
) -> None:
    assert usable_contact(written) == compared


def test_an_entry_shows_nobody_when_it_is_printed() -> None:
    shown = repr(Entry("Anna Ozola", "anna@example.org"))
    assert "Anna" not in shown
    assert "anna" not in shown
