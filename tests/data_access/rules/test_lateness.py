"""How an entry stands to its deadline, and to the Council's patience with those who are silent."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_access.rules import (
    EXPECTED,
    Event,
    IntervalUnusable,
    Lateness,
    Precision,
    Replacement,
    Status,
    last_day,
    lateness_of,
    months_before,
    review_months,
    standing_of,
    status_of,
)
from tests.data_access.rules.lives import days, found, lives, may, said

OPEN = {Status.PROPOSED, Status.ACCEPTED, Status.IN_PROGRESS}
LATE_BY_NOW = {Status.PROPOSED, Status.ACCEPTED, Status.IN_PROGRESS, Status.PARTLY_DONE}


def late(life: list[Event], deadline: dt.date | None, today: dt.date) -> Lateness:
    """How it stands to its deadline alone, as if it had been reported on just now."""
    standing = standing_of(life)
    return lateness_of(standing.status, standing.settled_on, deadline, None, today=today)


@given(lives, st.dates())
def test_without_a_deadline_nothing_is_late_or_on_time(life: list[Event], today: dt.date) -> None:
    assert late(life, None, today) is Lateness.NO_DEADLINE


@given(lives, days.map(may), days.map(may))
def test_an_open_entry_is_late_from_the_day_after_its_deadline(
    life: list[Event], deadline: dt.date, today: dt.date
) -> None:
    if status_of(life) in OPEN:
        is_late = late(life, deadline, today) is Lateness.LATE
        assert is_late is (today > deadline)


@given(lives, days.map(may), st.dates(), st.dates())
def test_a_settled_entry_grows_no_later_with_time(
    life: list[Event], deadline: dt.date, one: dt.date, other: dt.date
) -> None:
    if status_of(life) not in OPEN:
        assert late(life, deadline, one) is late(life, deadline, other)


@given(lives, days.map(may), days.map(may), st.dates())
def test_a_longer_deadline_makes_nothing_later(
    life: list[Event], one: dt.date, other: dt.date, today: dt.date
) -> None:
    if late(life, min(one, other), today) is Lateness.ON_TIME:
        assert late(life, max(one, other), today) is Lateness.ON_TIME


@given(lives, days.map(may), st.dates())
def test_done_late_is_said_of_what_is_done_alone(
    life: list[Event], deadline: dt.date, today: dt.date
) -> None:
    if late(life, deadline, today) is Lateness.DONE_LATE:
        assert status_of(life) in {Status.CLAIMED_DONE, Status.CONFIRMED_DONE}


ON_THE_TENTH: dict[str, tuple[list[Event], Lateness]] = {
    "claimed on the day": ([said(10, "done")], Lateness.ON_TIME),
    "claimed the day after": ([said(11, "done")], Lateness.DONE_LATE),
    "claimed in time, confirmed later": ([said(9, "done"), found(20, "done")], Lateness.ON_TIME),
    "claimed late, confirmed": ([said(11, "done"), found(20, "done")], Lateness.DONE_LATE),
    "found done late without a claim": ([found(20, "done")], Lateness.DONE_LATE),
    "found not done, then claimed late": (
        [said(3, "done"), found(5, "not_done"), said(12, "done")],
        Lateness.DONE_LATE,
    ),
    "found not done": ([said(3, "done"), found(5, "not_done")], Lateness.LATE),
    "claimed done in part": ([said(3, "partly_done")], Lateness.LATE),
    "claimed in time, found done in part": (
        [said(3, "partly_done"), found(20, "partly_done")],
        Lateness.ON_TIME,
    ),
    "claimed done in time, found done in part": (
        [said(3, "done"), found(20, "partly_done")],
        Lateness.ON_TIME,
    ),
    "found done in part late": ([said(3, "accepted"), found(20, "partly_done")], Lateness.LATE),
    "done in part in time, done late": (
        [found(3, "partly_done"), said(12, "done")],
        Lateness.DONE_LATE,
    ),
    "turned down in time": ([said(3, "not_accepted")], Lateness.ON_TIME),
    "turned down late": ([said(12, "not_accepted")], Lateness.LATE),
    "replaced in time": ([Replacement(may(9))], Lateness.ON_TIME),
    "replaced late": ([Replacement(may(11))], Lateness.LATE),
    "replaced, nobody says when": ([Replacement(None)], Lateness.ON_TIME),
    "done in time and replaced later": ([said(9, "done"), Replacement(may(20))], Lateness.ON_TIME),
    "nothing said": ([], Lateness.LATE),
}


@pytest.mark.parametrize("name", ON_THE_TENTH)
def test_how_an_entry_stands_to_a_deadline_that_has_passed(name: str) -> None:
    events, lateness = ON_THE_TENTH[name]
    assert late(events, may(10), may(31)) is lateness


def test_on_its_last_day_a_deadline_has_not_passed() -> None:
    assert late([], may(10), may(10)) is Lateness.ON_TIME


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "precision", "expected"),
    [
        (may(1), may(31), Precision.MONTH, may(31)),
        (may(5), None, Precision.DAY, may(5)),
        (may(1), may(31), Precision.HORIZON, None),
        (None, None, Precision.NOT_STATED, None),
    ],
)
def test_a_deadline_ends_on_its_last_day_and_a_horizon_is_none(
    starts_on: dt.date | None,
    ends_on: dt.date | None,
    precision: Precision,
    expected: dt.date | None,
) -> None:
    assert last_day(starts_on, ends_on, precision) == expected


@pytest.mark.parametrize("status", list(Status))
def test_nobody_is_silent_of_whom_no_report_is_awaited(status: Status) -> None:
    """Six months back from 30 November is 30 May."""
    day = dt.date(2020, 11, 30)
    told = [
        lateness_of(status, None, None, may(number), today=day, months=6) for number in (29, 30)
    ]
    silent = [Lateness.SILENT, Lateness.NO_DEADLINE]
    assert told == (silent if status in LATE_BY_NOW else [Lateness.NO_DEADLINE] * 2)
    assert set(EXPECTED) == LATE_BY_NOW


def test_silence_is_told_before_the_deadline_and_lateness_after_it() -> None:
    def on(today: dt.date, months: int = 6) -> Lateness:
        return lateness_of(
            Status.ACCEPTED, None, dt.date(2020, 12, 24), may(1), today=today, months=months
        )

    assert on(dt.date(2020, 11, 1)) is Lateness.ON_TIME
    assert on(dt.date(2020, 11, 2)) is Lateness.SILENT
    assert on(dt.date(2020, 11, 2), 7) is Lateness.ON_TIME
    assert on(dt.date(2020, 12, 25)) is Lateness.LATE


def test_where_no_day_is_known_nobody_is_silent() -> None:
    today = dt.date(2026, 1, 1)
    assert lateness_of(Status.PROPOSED, None, None, None, today=today) is Lateness.NO_DEADLINE


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (dt.date(2020, 8, 31), 6, dt.date(2020, 2, 29)),
        (dt.date(2021, 8, 31), 6, dt.date(2021, 2, 28)),
        (dt.date(2020, 1, 15), 1, dt.date(2019, 12, 15)),
        (dt.date(2020, 12, 31), 120, dt.date(2010, 12, 31)),
        (dt.date(2020, 5, 31), 3, dt.date(2020, 2, 29)),
        (dt.date(2020, 3, 15), 3, dt.date(2019, 12, 15)),
        (dt.date(2020, 6, 30), 6, dt.date(2019, 12, 30)),
        (dt.date(2020, 12, 1), 12, dt.date(2019, 12, 1)),
    ],
)
def test_months_before_a_day_end_on_the_same_day_or_the_last_of_the_month(
    day: dt.date, months: int, expected: dt.date
) -> None:
    assert months_before(day, months) == expected


def test_the_review_interval_is_six_months_unless_the_environment_says_otherwise() -> None:
    told = [review_months(e) for e in ({}, {"PLATFORM_REVIEW_MONTHS": " 9 "})]
    assert told == [6, 9]
    assert review_months({"PLATFORM_REVIEW_MONTHS": ""}) == 6


@pytest.mark.parametrize("written", ["0", "121", "-6", "6.5", "six", "٦"])
def test_an_interval_that_is_none_says_what_to_do(written: str) -> None:
    with pytest.raises(IntervalUnusable, match="PLATFORM_REVIEW_MONTHS"):
        review_months({"PLATFORM_REVIEW_MONTHS": written})
