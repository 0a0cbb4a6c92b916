"""Which data one looks at, and how fresh they are."""

import datetime as dt

import pytest
from sqlalchemy import Connection, Engine

from data_access import freshness, schema
from data_access.engine import reading, writing
from data_access.rules import Origin
from tests.data_access.people import (
    a_family,
    a_figure,
    a_person,
    a_round,
    add,
    an_activity,
    attends,
)
from tests.data_access.readers import READER

SAMPLE = {"origin": "sample"}


def current(engine: Engine) -> freshness.DataVersion:
    with reading(engine) as connection:
        return freshness.current(connection)


def advance_and_fail(engine: Engine) -> None:
    with writing(engine) as connection:
        freshness.advance(connection)
        raise ZeroDivisionError


def test_a_new_database_is_at_version_zero(engine: Engine) -> None:
    assert current(engine).number == 0


def test_a_change_advances_the_version_by_one_and_tells_when(engine: Engine) -> None:
    before = dt.datetime.now(dt.UTC)
    with writing(engine) as connection:
        freshness.advance(connection)
    found = current(engine)
    assert found.number == 1
    assert before <= found.changed_at <= dt.datetime.now(dt.UTC)


def test_a_change_that_fails_does_not_advance_the_version(engine: Engine) -> None:
    with pytest.raises(ZeroDivisionError):
        advance_and_fail(engine)
    assert current(engine).number == 0


def test_an_empty_database_holds_nothing(connection: Connection) -> None:
    assert freshness.holdings(connection, READER) == freshness.Holdings(frozenset(), 0)


def test_the_facts_hold_facts_and_no_attendance(known: Connection) -> None:
    facts = frozenset({Origin.FACT})
    assert freshness.holdings(known, READER) == freshness.Holdings(facts, 0)


def plant(connection: Connection, what: str) -> None:
    """One made-up row of the kind, beside rows that somebody entered."""
    round_id = a_round(connection)
    if what == "activity":
        an_activity(connection, round_id, origin="sample")
    elif what == "family":
        add(connection, schema.family, code="sample", **SAMPLE)
    elif what == "recommendation":
        values = {"round_id": round_id, "reference": "IV-01"}
        add(connection, schema.recommendation, **values, **SAMPLE)
    else:
        a_figure(connection, round_id, "families", 1, **SAMPLE)


@pytest.mark.parametrize("what", ["activity", "family", "recommendation", "reported figure"])
def test_one_made_up_row_is_noticed(connection: Connection, what: str) -> None:
    a_family(connection)
    plant(connection, what)
    assert freshness.holdings(connection, READER).origins == {Origin.SAMPLE, Origin.ENTERED}


def test_those_who_attended_are_counted_and_every_origin_is_named(connection: Connection) -> None:
    activity = an_activity(connection, a_round(connection))
    for status in ("attended", "registered"):
        attends(connection, a_person(connection), activity, status=status)
    values = {"activity_id": activity, "person_id": a_person(connection)}
    add(connection, schema.attendance, **values, **SAMPLE)
    found = freshness.holdings(connection, READER)
    assert found.attendances == 1
    assert found.origins == {Origin.ENTERED, Origin.SAMPLE}
