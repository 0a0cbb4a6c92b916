"""What somebody answered goes before what the file says; what nobody can tell stays a question."""

import datetime as dt
from typing import Any

import pytest

from data_access.monthly import Code, Decisions, Draft, Part, Problem
from data_access.monthly import columns as c
from data_access.monthly.asked_row import HEAD as HEAD_ROW
from data_access.monthly.report import ACCEPTABLE
from data_access.rules import ContactForm, TrainingKind
from tests.data_access.monthly.books import FAMILY, GROUP, TALK
from tests.data_access.monthly.september import FIRST, September, told

HEAD, FAMILIES, CONTACTS, TRAININGS = Part
NEW = {c.FAMILY: "J1", c.OPENED_ON: "03.09.2019."}
SUM = {c.HELD_ON: "Kopā", c.PERSONS: "11"}
Rows = dict[Part, list[dict[str, str]]]


def accepting(*codes: tuple[Code, Part, int, str]) -> Decisions:
    return Decisions(accepted=frozenset(codes))


def writing_(part: Part, row: int, **cells: str) -> Decisions:
    return Decisions(cells={(part, row, column): text for column, text in cells.items()})


def leaving_out(*rows: tuple[Part, int]) -> Decisions:
    return Decisions(left_out=frozenset(rows))


ACCEPTED: dict[Code, tuple[Rows, tuple[Part, int, str]]] = {
    Code.DAY_MISSING: ({CONTACTS: [TALK | {c.HELD_ON: ""}]}, (CONTACTS, FIRST, c.HELD_ON)),
    Code.DAY_OUTSIDE: ({FAMILIES: [NEW | {c.OPENED_ON: "30.8.2019."}]},
                       (FAMILIES, FIRST, c.OPENED_ON)),
    Code.FAMILY_MISSING: ({CONTACTS: [TALK | {c.FAMILY: ""}]}, (CONTACTS, FIRST, c.FAMILY)),
    Code.FORM_MISSING: ({CONTACTS: [TALK | {c.FORM: ""}]}, (CONTACTS, FIRST, c.FORM)),
    Code.ROWS_ALIKE: ({CONTACTS: [GROUP, GROUP]}, (CONTACTS, FIRST + 1, "")),
    Code.LOOKS_LIKE_TOTAL: ({TRAININGS: [{c.HELD_ON: "18.9.", c.KIND: "Supervīzija"},
                                         {c.HOURS: "2"}]}, (TRAININGS, FIRST + 1, "")),
}  # fmt: skip


@pytest.mark.parametrize("code", ACCEPTED)
def test_what_may_be_taken_as_it_is_gives_a_line(month: September, code: Code) -> None:
    rows, where = ACCEPTED[code]
    sheets = month.sheets(rows=rows)
    asked = month.check(sheets)
    assert {p.code for p in asked.questions} == {code}
    assert all(problem.is_acceptable for problem in asked.questions)
    decisions = accepting((code, *where))
    if code is Code.LOOKS_LIKE_TOTAL:  # it names no day either, which is asked next
        assert {p.code for p in month.check(sheets, decisions).problems} == {Code.DAY_MISSING}
        decisions = accepting((code, *where), (Code.DAY_MISSING, *where[:2], c.HELD_ON))
    draft = month.check(sheets, decisions)
    assert draft.problems == ()
    assert draft.decisions == decisions
    lines = {FAMILIES: draft.cases, CONTACTS: draft.contacts, TRAININGS: draft.trainings}
    ((part, some),) = rows.items()
    assert len(lines[part]) == len(some)


def test_what_is_taken_as_it_is_is_not_stated(month: September) -> None:
    rows: Rows = {CONTACTS: [TALK | {c.HELD_ON: "", c.FORM: ""}, TALK | {c.FAMILY: ""}]}
    problems = month.check(month.sheets(rows=rows)).questions
    accepted = [(Code(p.code), CONTACTS, p.row or 0, p.column or "") for p in problems]
    first, second = month.check(month.sheets(rows=rows), accepting(*accepted)).contacts
    assert (first.held_on, first.form) == (None, ContactForm.INDIVIDUAL)
    assert (second.family, second.case, second.persons) == (None, None, 2)


REFUSED: dict[str, tuple[Rows, Code, tuple[Part, int, str]]] = {
    "a row of nobody": ({FAMILIES: [NEW | {c.FAMILY: ""}]}, Code.FAMILY_MISSING,
                        (FAMILIES, FIRST, c.FAMILY)),
    "a contact of no form": ({CONTACTS: [GROUP | {c.FORM: ""}]}, Code.FORM_MISSING,
                             (CONTACTS, FIRST, c.FORM)),
    "an unclear number": ({CONTACTS: [TALK | {c.PERSONS: "~2"}]}, Code.NUMBER_UNCLEAR,
                          (CONTACTS, FIRST, c.PERSONS)),
    "a day to come": ({CONTACTS: [TALK | {c.HELD_ON: "1.1.2099."}]}, Code.DAY_AHEAD,
                      (CONTACTS, FIRST, c.HELD_ON)),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_nobody_can_tell_is_not_taken_as_it_is(month: September, name: str) -> None:
    rows, code, where = REFUSED[name]
    draft = month.check(month.sheets(rows=rows), accepting((code, *where)))
    assert told(draft) == {(code, *where)}
    assert not any(problem.is_acceptable for problem in draft.questions)


def test_a_cell_written_anew_says_what_it_says(month: September) -> None:
    rows: Rows = {CONTACTS: [TALK | {c.PERSONS: "~2", c.FAMILY: "G-1"}, GROUP]}
    anew = writing_(CONTACTS, FIRST, persons=" 3 ", family="G-01", area="Kultūra")
    draft = month.check(month.sheets(rows=rows), anew)
    assert draft.problems == ()
    assert [(line.persons, line.case) for line in draft.contacts] == [
        (3, month.cases["G-01"]),
        (9, None),
    ]
    emptied = month.check(month.sheets(rows=rows), writing_(CONTACTS, FIRST, persons=""))
    assert {p.code for p in emptied.problems} == {Code.FAMILY_UNKNOWN}


def test_the_head_is_written_anew_as_row_zero(month: September) -> None:
    head = {c.MONTH: "", c.HOURS: "~70", c.POST: "Jelgava"}
    post = str(month.posts["here"])
    anew = writing_(HEAD, HEAD_ROW, month="09.2019", hours="70,5", post=post)
    draft = month.check(month.sheets(head), anew)
    assert (draft.problems, draft.hours) == ((), 70.5)
    assert (draft.post, draft.month) == (month.posts["here"], dt.date(2019, 9, 1))
    without = month.check(
        month.sheets(head | {c.HOURS: ""}),
        Decisions({**anew.cells, (HEAD, 0, c.HOURS): ""},
                  accepted=frozenset({(Code.HOURS_MISSING, HEAD, 0, c.HOURS)})),
    )  # fmt: skip
    assert (without.problems, without.hours) == ((), None)
    many = month.sheets({c.HOURS: "400"})
    kept = month.check(many, accepting((Code.HOURS_UNLIKELY, HEAD, 0, c.HOURS)))
    assert (kept.problems, kept.hours) == ((), 400)


def test_a_row_left_out_is_asked_nothing_and_gives_nothing(month: September) -> None:
    rows: Rows = {FAMILIES: [FAMILY, FAMILY], CONTACTS: [SUM, TALK | {c.FORM: "?!x"}, TALK]}
    out = leaving_out((FAMILIES, FIRST), (CONTACTS, FIRST), (CONTACTS, FIRST + 1))
    draft = month.check(month.sheets(rows=rows), out)
    assert draft.problems == ()
    assert [line.row for line in draft.cases] == [FIRST + 1]
    assert [line.row for line in draft.contacts] == [FIRST + 2]


def test_a_contact_has_no_case_where_the_row_that_opens_it_is_left_out(month: September) -> None:
    rows: Rows = {FAMILIES: [NEW], CONTACTS: [TALK | {c.FAMILY: "J1"}]}
    assert month.check(month.sheets(rows=rows)).problems == ()
    draft = month.check(month.sheets(rows=rows), leaving_out((FAMILIES, FIRST)))
    assert told(draft) == {(Code.FAMILY_NOT_OPEN, CONTACTS, FIRST, c.FAMILY)}


FILE = (
    Problem(Code.CELL_UNREADABLE, CONTACTS, FIRST, c.PERSONS),
    Problem(Code.CELL_MERGED, CONTACTS, FIRST + 1, c.PERSONS, "5"),
    Problem(Code.LOOKS_LIKE_TOTAL, TRAININGS, FIRST),
)


def spoiled(month: September, decisions: Decisions | None = None) -> Draft:
    """A report of whose persons the file shows none, and with a sum under another heading."""
    bare = [{n: text for n, text in row.items() if n != c.PERSONS} for row in (TALK, GROUP)]
    return month.check(month.sheets(rows={CONTACTS: bare}, problems=FILE), decisions)


def test_what_the_file_does_not_show_keeps_its_row_open(month: September) -> None:
    draft = spoiled(month)
    assert draft.problems == FILE
    assert (draft.contacts, draft.trainings) == ((), ())


def test_what_the_file_does_not_show_is_answered(month: September) -> None:
    cells = {(CONTACTS, FIRST, c.PERSONS): "2", (CONTACTS, FIRST + 1, c.PERSONS): ""}
    total = (Code.LOOKS_LIKE_TOTAL, TRAININGS, FIRST, "")
    answered = spoiled(month, Decisions(cells, accepted=frozenset({total})))
    assert answered.problems == ()
    assert [line.persons for line in answered.contacts] == [2, None]
    assert [line.kind for line in answered.trainings] == [TrainingKind.SUPERVISION]
    out = leaving_out(*((problem.part or HEAD, problem.row or 0) for problem in FILE))
    assert spoiled(month, out).problems == ()


def without(column: str) -> Rows:
    """Contacts with a family and with a group, of which the file does not have the column."""
    return {CONTACTS: [{n: t for n, t in row.items() if n != column} for row in (TALK, GROUP)]}


GONE: dict[str, dict[str, Any]] = {
    c.PERSONS: {"persons": [None, None]},
    c.HELD_ON: {"held_on": [None, None]},
    c.FAMILY: {"family": [None, None], "case": [None, None]},
}


@pytest.mark.parametrize("column", [*GONE, c.FORM])
def test_a_column_that_is_gone_is_one_question(month: September, column: str) -> None:
    problem = Problem(Code.COLUMN_MISSING, CONTACTS, column=column)
    told_ = {"problems": (problem,), "absent": [(CONTACTS, column)]}
    sheets = month.sheets(rows=without(column), **told_)  # type: ignore[arg-type]
    asked = month.check(sheets)
    assert (asked.problems, asked.contacts) == ((problem,), ())
    accepted = month.check(sheets, accepting((Code.COLUMN_MISSING, CONTACTS, 0, column)))
    if column == c.FORM:
        assert told(accepted) == {(Code.FORM_MISSING, CONTACTS, FIRST + 1, c.FORM)}
        assert [line.form for line in accepted.contacts] == [ContactForm.INDIVIDUAL]
        return
    assert accepted.problems == ()
    for name, values in GONE[column].items():
        assert [getattr(line, name) for line in accepted.contacts] == values


def test_a_cell_of_a_column_that_is_gone_can_be_written(month: September) -> None:
    absent = [(CONTACTS, c.FORM)]
    decisions = Decisions(
        {(CONTACTS, FIRST + 1, c.FORM): "Ar grupu"},
        accepted=frozenset({(Code.COLUMN_MISSING, CONTACTS, 0, c.FORM)}),
    )
    problem = Problem(Code.COLUMN_MISSING, CONTACTS, column=c.FORM)
    sheets = month.sheets(rows=without(c.FORM), problems=(problem,), absent=absent)
    draft = month.check(sheets, decisions)
    assert draft.problems == ()
    forms = [line.form for line in draft.contacts]
    assert forms == [ContactForm.INDIVIDUAL, ContactForm.GROUP]


def test_without_their_numbers_families_are_asked_one_by_one(month: September) -> None:
    problem = Problem(Code.COLUMN_MISSING, FAMILIES, column=c.FAMILY)
    rows: Rows = {FAMILIES: [{c.SIZE: "4", c.OPENED_ON: "3.9."}], CONTACTS: []}
    sheets = month.sheets(rows=rows, problems=(problem,), absent=[(FAMILIES, c.FAMILY)])
    assert month.check(sheets).problems == (problem,)
    accepted = accepting((Code.COLUMN_MISSING, FAMILIES, 0, c.FAMILY))
    draft = month.check(sheets, accepted)
    assert told(draft) == {(Code.FAMILY_MISSING, FAMILIES, FIRST, c.FAMILY)}
    named = Decisions({(FAMILIES, FIRST, c.FAMILY): "J1"}, accepted=accepted.accepted)
    assert [line.family for line in month.check(sheets, named).cases] == ["J1"]


def test_a_sheet_that_is_gone_is_taken_as_empty(month: September) -> None:
    problem = Problem(Code.SHEET_MISSING, TRAININGS)
    sheets = month.sheets(rows={TRAININGS: []}, problems=(problem,), absent=[(TRAININGS, None)])
    assert month.check(sheets).questions == (problem,)
    draft = month.check(sheets, accepting((Code.SHEET_MISSING, TRAININGS, 0, "")))
    assert (draft.problems, draft.trainings) == ((), ())
    assert len(draft.contacts) == 2


def test_every_code_that_can_be_accepted_was_accepted() -> None:
    elsewhere = {Code.COLUMN_MISSING, Code.SHEET_MISSING, Code.HOURS_MISSING, Code.HOURS_UNLIKELY}
    elsewhere |= {Code.DAY_NOT_HELD, Code.CASE_NOT_RUNNING, Code.SIZE_COUNTED}
    assert {*ACCEPTED, *elsewhere} == ACCEPTABLE
