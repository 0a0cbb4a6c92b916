"""What a closed round counts of a family, no report of another round changes."""

import datetime as dt

import pytest
from sqlalchemy import Connection, update

from data_access import schema
from data_access.monthly import Code, Decisions, Part
from data_access.monthly import columns as c
from tests.data_access.monthly.books import FAMILY
from tests.data_access.monthly.september import FIRST, September, told
from tests.data_access.people import a_case, a_post, a_round, add, support

FAMILIES = Part.FAMILIES
CHANGED = FAMILY | {c.SIZE: "6", c.CHILDREN: "3"}


def closed(connection: Connection, number: int) -> None:
    moment = dt.datetime(2020, 8, 1, tzinfo=dt.UTC)
    by = add(connection, schema.account, issuer="t", subject=f"{number}", created_at=moment)
    shut = update(schema.round).values(closed_at=moment, closed_by_id=by)
    connection.execute(shut.where(schema.round.c.id == number))


def another_round(connection: Connection, family: int, *, mediated: bool, is_closed: bool) -> None:
    """Round III, in which the family had a case, or support outside mediation."""
    round_ = a_round(connection, "III")
    if mediated:
        a_case(connection, family, a_post(connection, round_))
    else:
        support(connection, family, round_)
    if is_closed:
        closed(connection, round_)


@pytest.mark.parametrize("mediated", [True, False])
def test_the_size_that_a_closed_round_counts_is_asked_about(
    connection: Connection, month: September, *, mediated: bool
) -> None:
    another_round(connection, month.families["G-01"], mediated=mediated, is_closed=True)
    draft = month.rows(FAMILIES, CHANGED)
    asked = {(Code.SIZE_COUNTED, FAMILIES, FIRST, column) for column in (c.SIZE, c.CHILDREN)}
    assert told(draft) == asked
    assert {problem.others for problem in draft.questions} == {("4",), ("2",)}
    taken = Decisions(accepted=frozenset(asked))
    (line,) = month.check(draft.sheets, taken).cases
    assert (line.size, line.children, line.changes) == (None, None, False)
    assert month.rows(FAMILIES, FAMILY | {c.SIZE: "4", c.CHILDREN: "2"}).problems == ()


def test_a_size_that_no_closed_round_counts_may_change(
    connection: Connection, month: September
) -> None:
    another_round(connection, month.families["G-01"], mediated=True, is_closed=False)
    closed(connection, month.rounds["V"])
    draft = month.rows(FAMILIES, CHANGED)
    assert (draft.problems, draft.cases[0].size) == ((), 6)
