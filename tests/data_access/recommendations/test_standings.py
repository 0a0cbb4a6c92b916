"""Where entries stand and how late they are: the database says what the rules say."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, select

from data_access import schema, standings
from data_access.filters import Filters
from data_access.recommendations import Wanted, late, register
from data_access.rules import (
    Event,
    Finding,
    Precision,
    Replacement,
    Report,
    Verdict,
    last_day,
    lateness_of,
    standing_of,
)
from data_access.rules import standings as by_the_rules
from tests.data_access.people import TITLES, a_round, add
from tests.data_access.readers import READER
from tests.data_access.register import an_entry, link, report
from tests.data_access.rules.lives import lives, may

MADE = dt.date(2020, 4, 20)
BRIEF = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
deadlines = st.none() | st.tuples(
    st.integers(1, 31).map(may), st.sampled_from([Precision.DAY, Precision.HORIZON])
)
later = st.sampled_from([0, 1, 20, 150, 220, 400])


def plant(connection: Connection, life: list[Event], **values: Any) -> tuple[int, list[Event]]:
    """An entry with this life; what became of it in the tables, by the numbers there."""
    round_ = a_round(connection)
    entry = an_entry(connection, round_, "IV-1", made_on=MADE, **values)
    told: list[Event] = []
    for number, event in enumerate(life):
        if isinstance(event, Report):
            row = report(connection, entry, event.on, event.claim)
            told.append(Report(event.on, event.claim, row))
        elif isinstance(event, Finding):
            row = found(connection, entry, event)
            told.append(Finding(event.on, event.verdict, None, row))
        elif not any(isinstance(one, Replacement) for one in told):
            taking = an_entry(connection, round_, f"IV-{number + 2}", made_on=event.on)
            link(connection, taking, entry)
            told.append(Replacement(event.on, taking))
    return entry, told


def found(connection: Connection, entry: int, event: Finding) -> int:
    meeting = add(connection, schema.council_meeting, held_on=event.on, **TITLES)
    moment = dt.datetime(2030, 1, 1, tzinfo=dt.UTC) + dt.timedelta(seconds=meeting)
    values = {"recommendation_id": entry, "council_meeting_id": meeting, "entered_at": moment}
    return add(connection, schema.confirmation, verdict=Verdict(event.verdict), **values)


@BRIEF
@given(life=lives)
def test_what_is_kept_is_what_the_rules_say_of_every_day(
    connection: Connection, life: list[Event]
) -> None:
    step = connection.begin_nested()
    entry, told = plant(connection, life)
    row = schema.recommendation_standing
    for day in [MADE + dt.timedelta(days=number) for number in range(45)]:
        at = select(row).where(row.c.recommendation_id == entry, standings.on(day))
        kept = connection.execute(at).one()
        expected = [one for since, one in by_the_rules(told) if since is None or since <= day][-1]
        assert kept.status == expected.status
        assert kept.settled_on == expected.settled_on
        assert kept.progress_report_id == (expected.reported and expected.reported.number)
        numbers = kept.confirmation_id, kept.replaced_by_id
        assert numbers == deciding(expected.deciding)
    step.rollback()


def deciding(event: Event | None) -> tuple[int | None, int | None]:
    """The finding or the replacement that decides."""
    return (
        event.number if isinstance(event, Finding) else None,
        event.number if isinstance(event, Replacement) else None,
    )


@BRIEF
@given(life=lives, due=deadlines, days=later)
def test_the_database_judges_lateness_as_the_rule_does(
    connection: Connection, life: list[Event], due: tuple[dt.date, Precision] | None, days: int
) -> None:
    step = connection.begin_nested()
    first, precision = due or (None, Precision.NOT_STATED)
    stated = {"deadline_starts_on": first, "deadline_date_precision": precision.value}
    _, told = plant(connection, life, **stated)
    day = may(31) + dt.timedelta(days=days)
    answer = register(
        connection, READER, Filters(recommendation="IV-1"), Wanted(as_of=day)
    ).to_dict("records")
    standing = standing_of(told)
    quiet_since = standing.reported.on if standing.reported else MADE
    ends = last_day(first, None, precision)
    expected = lateness_of(
        standing.status, standing.settled_on, ends, quiet_since, today=day, months=6
    )
    assert [row["lateness"] for row in answer] == [expected]
    step.rollback()


@pytest.mark.parametrize(("months", "expected"), [("3", "silent"), ("4", "no_deadline")])
def test_the_review_interval_is_the_configured_one(
    connection: Connection, monkeypatch: pytest.MonkeyPatch, months: str, expected: str
) -> None:
    monkeypatch.setenv("PLATFORM_REVIEW_MONTHS", months)
    plant(connection, [])
    entry, round_, row = (
        schema.recommendation,
        schema.round,
        schema.recommendation_standing,
    )
    day = dt.date(2020, 8, 1)
    statement = (
        select(late.lateness(day))
        .join_from(entry, round_)
        .join(row, row.c.recommendation_id == entry.c.id)
    )
    assert connection.scalars(statement).all() == [expected]
