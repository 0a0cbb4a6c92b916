"""A month is missing once it is over and no report of it is recorded; waiting, gap and running are
told apart."""

import datetime as dt

import pytest
import time_machine
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from data_access import schema
from data_access.access import AccessRefused
from data_access.caseloads import missing
from data_access.caseloads.gaps import days_within, merged
from data_access.filters import Filters
from tests.data_access.answers import records
from tests.data_access.people import a_post, a_report, a_round, add, of_sample
from tests.data_access.readers import READER, STRANGER

IV = Filters(round="IV")
NOON = dt.datetime(2020, 6, 10, 12, tzinfo=dt.UTC)
UNDONE = {"status": "undone", "undone_at": NOON}
WAITING = {"status": "waiting", "recorded_at": None}
days = st.dates(dt.date(2020, 1, 1), dt.date(2020, 2, 29))
spans = st.lists(st.tuples(days, days).map(lambda pair: (min(pair), max(pair))), max_size=6)


def day(month: int, number: int = 1) -> dt.date:
    return dt.date(2020, month, number)


def a_gap(connection: Connection, post: int, first: dt.date, last: dt.date | None = None) -> int:
    return add(connection, schema.post_gap, mediator_post_id=post, starts_on=first, ends_on=last)


def asked(connection: Connection, filters: Filters = IV) -> list[tuple[int, int, str]]:
    """Post, month and status."""
    answer = records(missing(connection, READER, filters), "post", "month", "status")
    return [(post, month.month, status) for post, month, status in answer]


@time_machine.travel(NOON, tick=False)
def test_each_month_of_a_post_says_what_became_of_its_report(connection: Connection) -> None:
    round_id = a_round(connection)
    post = a_post(connection, round_id, day(1, 20))
    other = a_post(connection, round_id, day(3), day(3, 31))
    a_report(connection, post, day(1), 8)
    a_report(connection, post, day(2), 8, **WAITING)
    a_report(connection, post, day(3), 8, **UNDONE)
    a_report(connection, other, day(3), 8)
    a_gap(connection, post, day(4), day(4, 12))
    a_gap(connection, post, day(4, 13), day(5, 30))
    assert asked(connection) == [
        (post, 1, "recorded"),
        (post, 2, "waiting"),
        (post, 3, "missing"),
        (post, 4, "gap"),
        (post, 5, "missing"),
        (post, 6, "running"),
        (other, 3, "recorded"),
    ]


@pytest.mark.parametrize(("now", "status"), [(day(5, 31), "running"), (day(6), "missing")])
def test_a_month_is_missing_from_the_day_after_its_last(
    connection: Connection, now: dt.date, status: str
) -> None:
    a_post(connection, a_round(connection), day(5), day(5, 10))
    with time_machine.travel(dt.datetime.combine(now, dt.time(12), dt.UTC), tick=False):
        assert [row[2] for row in asked(connection)] == [status]


def test_days_on_which_the_post_was_not_held_need_no_gap(connection: Connection) -> None:
    round_id = a_round(connection)
    begun, ended = (
        a_post(connection, round_id, *held) for held in ((day(1, 20), day(1, 31)), (day(1), day(2)))
    )
    a_gap(connection, begun, day(1, 20))
    a_gap(connection, ended, day(1, 2), day(1, 31))
    assert asked(connection) == [(begun, 1, "gap"), (ended, 1, "missing"), (ended, 2, "missing")]


def test_days_that_cut_a_month_change_nothing_in_what_became_of_it(connection: Connection) -> None:
    post = a_post(connection, a_round(connection), day(1), day(6, 30))
    a_gap(connection, post, day(2, 10), day(2, 20))
    a_report(connection, post, day(3), 8)
    a_report(connection, post, day(4), 8)
    cut = Filters(round="IV", start=day(2, 10), end=day(3, 5))
    assert asked(connection, cut) == [(post, 2, "missing"), (post, 3, "recorded")]
    late = Filters(round="IV", start=day(3, 5), end=day(3, 31))
    assert asked(connection, late) == [(post, 3, "recorded")]
    within_gap = Filters(round="IV", start=day(2, 12), end=day(2, 13))
    assert asked(connection, within_gap) == [(post, 2, "missing")]


def test_a_post_without_days_has_the_months_of_its_reports_alone(connection: Connection) -> None:
    round_id = a_round(connection)
    silent, told = a_post(connection, round_id), a_post(connection, round_id)
    a_report(connection, told, day(3), None)
    a_report(connection, told, day(4), 7.5)
    assert silent
    answer = records(missing(connection, READER, IV), "post", "status", "hours_worked")
    assert answer == [(told, "recorded", None), (told, "recorded", 7.5)]


def test_a_report_that_waits_beside_a_recorded_one_hides_nothing(connection: Connection) -> None:
    post = a_post(connection, a_round(connection), day(3), day(3, 31))
    a_report(connection, post, day(3), 99, **WAITING)
    a_report(connection, post, day(3), 8)
    nobodys = {"mediator_post_id": None, **WAITING}
    add(connection, schema.monthly_report, month=day(4), received_at=NOON, **nobodys)
    answer = missing(connection, READER, IV)
    assert records(answer, "post", "status", "hours_worked") == [(post, "recorded", 8.0)]


def test_another_rounds_months_are_not_asked_for(connection: Connection) -> None:
    a_post(connection, a_round(connection, "V"), day(1), day(1, 31))
    post = a_post(connection, a_round(connection), day(2), day(2, 29))
    assert asked(connection) == [(post, 2, "missing")]
    assert asked(connection, Filters(round="IV", activity="one")) == []


@pytest.mark.parametrize("what", ["post", "report", None])
def test_a_month_with_a_made_up_row_says_so(connection: Connection, what: str | None) -> None:
    origin = of_sample(what, "post", "report")
    post = a_post(connection, a_round(connection), day(3), day(3, 31), **origin["post"])
    a_report(connection, post, day(3), 8, **origin["report"])
    assert list(missing(connection, READER, IV)["is_made_up"]) == [what is not None]


def test_in_the_sample_one_month_is_missing(made_up: Connection) -> None:
    answer = missing(made_up, READER, IV)
    lacking = answer[answer["status"] == "missing"]
    assert [(post, month.date()) for post, month in records(lacking, "post", "month")] == [
        (5, day(3))
    ]
    assert answer["status"].value_counts().to_dict() == {"recorded": 49, "missing": 1}


def test_whoever_has_no_role_is_refused(connection: Connection) -> None:
    with pytest.raises(AccessRefused, match="read_caseloads"):
        missing(connection, STRANGER, IV)


@settings(max_examples=100)
@given(gaps=spans, first=days, last=days)
def test_a_day_in_several_gaps_counts_once(
    gaps: list[tuple[dt.date, dt.date]], first: dt.date, last: dt.date
) -> None:
    empty = {
        start + dt.timedelta(days=number)
        for start, end in gaps
        for number in range((end - start).days + 1)
    }
    within = {each for each in empty if first <= each <= last}
    assert days_within(merged(gaps), first, last) == len(within)
