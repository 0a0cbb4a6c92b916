"""A day on which nobody held the post, or the family was in nobody's care, is asked about."""

import datetime as dt

import pytest
from sqlalchemy import Connection, update

from data_access import schema
from data_access.monthly import Code, Decisions, Draft, Part
from data_access.monthly import columns as c
from tests.data_access.monthly.books import FAMILY, GROUP, LEARNED, TALK
from tests.data_access.monthly.september import FIRST, OPENED, September, told
from tests.data_access.people import a_case, add

_, FAMILIES, CONTACTS, TRAININGS = Part
NEW = {c.FAMILY: "J1", c.OPENED_ON: "16.09.2019."}
Row = dict[str, str]


def day(number: int) -> dt.date:
    return dt.date(2019, 9, number)


def held(connection: Connection, month: September, first: dt.date, last: dt.date) -> None:
    """The post was held from the one day to the other."""
    post = schema.mediator_post
    days = update(post).where(post.c.id == month.posts["here"])
    connection.execute(days.values(starts_on=first, ends_on=last))


def gap(connection: Connection, post: int, first: dt.date, last: dt.date | None) -> None:
    add(connection, schema.post_gap, mediator_post_id=post, starts_on=first, ends_on=last)


def asked_of(month: September, part: Part, row: Row) -> set[Code | str]:
    only: dict[Part, list[Row]] = {FAMILIES: [], CONTACTS: [], TRAININGS: []}
    draft = month.check(month.sheets(rows=only | {part: [row]}))
    assert {(p.part, p.row) for p in draft.problems} <= {(part, FIRST)}
    return {problem.code for problem in draft.problems}


@pytest.mark.parametrize(("number", "is_asked"), [(15, True), (16, False), (20, False), (21, True)])
def test_the_first_and_the_last_month_of_a_post_have_days_that_are_not_its(
    connection: Connection, month: September, number: int, *, is_asked: bool
) -> None:
    held(connection, month, day(16), day(20))
    asked = {Code.DAY_NOT_HELD} if is_asked else set()
    on = f"{number}.09.2019."
    assert asked_of(month, CONTACTS, GROUP | {c.HELD_ON: on}) == asked
    assert asked_of(month, FAMILIES, NEW | {c.OPENED_ON: on}) == asked
    assert asked_of(month, FAMILIES, FAMILY | {c.CLOSED_ON: on}) == asked
    assert asked_of(month, TRAININGS, LEARNED | {c.HELD_ON: on}) == set()


@pytest.mark.parametrize(
    ("number", "is_asked"), [(9, False), (10, True), (12, True), (13, False), (25, True)]
)
def test_nobody_held_the_post_in_its_gaps(
    connection: Connection, month: September, number: int, *, is_asked: bool
) -> None:
    here, elsewhere = month.posts["here"], month.posts["elsewhere"]
    gap(connection, here, day(10), day(12))
    gap(connection, here, day(25), None)
    gap(connection, elsewhere, day(1), day(30))
    row = GROUP | {c.HELD_ON: f"{number}.09.2019."}
    assert asked_of(month, CONTACTS, row) == ({Code.DAY_NOT_HELD} if is_asked else set())


def test_a_day_of_another_month_that_is_taken_is_still_one_of_the_post(month: September) -> None:
    rows = {CONTACTS: [GROUP | {c.HELD_ON: "30.06.2019."}]}
    outside = (Code.DAY_OUTSIDE, CONTACTS, FIRST, c.HELD_ON)
    unheld = (Code.DAY_NOT_HELD, CONTACTS, FIRST, c.HELD_ON)
    assert told(month.check(month.sheets(rows=rows))) == {outside}
    taken = Decisions(accepted=frozenset({outside}))
    assert told(month.check(month.sheets(rows=rows), taken)) == {unheld}
    both = month.check(month.sheets(rows=rows), Decisions(accepted=frozenset({outside, unheld})))
    assert (both.problems, both.contacts[0].held_on) == ((), dt.date(2019, 6, 30))


def met(month: September, family: Row, number: str, *days: str) -> Draft:
    contacts = [TALK | {c.FAMILY: number, c.HELD_ON: on} for on in days]
    return month.check(month.sheets(rows={FAMILIES: [family], CONTACTS: contacts}))


def test_a_contact_after_the_report_closed_the_case_is_asked_about(month: September) -> None:
    closing = FAMILY | {c.CLOSED_ON: "10.09.2019."}
    draft = met(month, closing, "G-01", "9.9.", "10.9.", "11.9.")
    assert told(draft) == {(Code.CASE_NOT_RUNNING, CONTACTS, FIRST + 2, c.HELD_ON)}
    assert [line.row for line in draft.contacts] == [FIRST, FIRST + 1]


def test_a_contact_before_the_report_opened_the_case_is_asked_about(month: September) -> None:
    brief = NEW | {c.CLOSED_ON: "18.09.2019."}
    draft = met(month, brief, "J1", "15.9.", "16.9.", "18.9.", "19.9.")
    asked = {(Code.CASE_NOT_RUNNING, CONTACTS, FIRST + row, c.HELD_ON) for row in (0, 3)}
    assert told(draft) == asked
    taken = Decisions(accepted=frozenset(asked))
    anyway = month.check(draft.sheets, taken)
    assert (anyway.problems, len(anyway.contacts)) == ((), 4)


def test_a_contact_with_a_case_that_ended_within_the_month_is_asked_about(
    connection: Connection, month: September
) -> None:
    a_case(connection, month.families["G-04"], month.posts["here"], OPENED, day(10))
    draft = met(month, FAMILY, "G-04", "10.9.", "11.9.")
    assert told(draft) == {(Code.CASE_NOT_RUNNING, CONTACTS, FIRST + 1, c.HELD_ON)}
