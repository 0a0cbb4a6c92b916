"""Where an entry stands and how it stands to its deadline, out of what was said and found."""

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_access.rules import (
    Claim,
    Event,
    Finding,
    Lateness,
    Precision,
    Replacement,
    Report,
    Status,
    Verdict,
    decisive,
    last_day,
    lateness_of,
    status_of,
)

OPEN = {Status.PROPOSED, Status.ACCEPTED, Status.IN_PROGRESS}


def may(number: int) -> dt.date:
    return dt.date(2020, 5, number)


def said(number: int, claim: str) -> Report:
    return Report(may(number), Claim(claim))


def found(number: int, verdict: str, about: int | None = None) -> Finding:
    return Finding(may(number), Verdict(verdict), may(about) if about else None)


days = st.integers(1, 31)
reports = st.builds(said, days, st.sampled_from(list(Claim)))
findings = st.builds(found, days, st.sampled_from(list(Verdict)), st.none() | days)
replacements = st.builds(Replacement, st.none() | days.map(may))
lives = st.lists(reports | findings | replacements, max_size=6)


@pytest.mark.parametrize(
    ("claim", "status"),
    [
        ("accepted", Status.ACCEPTED),
        ("in_progress", Status.IN_PROGRESS),
        ("done", Status.CLAIMED_DONE),
        ("partly_done", Status.IN_PROGRESS),
        ("not_accepted", Status.NOT_ACCEPTED),
    ],
)
def test_a_claim_decides_until_the_council_finds_something(claim: str, status: Status) -> None:
    assert status_of([said(4, claim)]) is status


@pytest.mark.parametrize(
    ("verdict", "status"),
    [
        ("done", Status.CONFIRMED_DONE),
        ("partly_done", Status.PARTLY_DONE),
        ("not_done", Status.IN_PROGRESS),
        ("superseded", Status.SUPERSEDED),
    ],
)
@pytest.mark.parametrize("claim", list(Claim))
def test_a_finding_of_the_same_day_or_later_decides(
    claim: str, verdict: str, status: Status
) -> None:
    assert status_of([found(4, verdict)]) is status
    assert status_of([found(4, verdict), said(4, claim)]) is status
    assert status_of([said(4, claim), found(5, verdict)]) is status


def test_a_later_report_takes_over_from_an_earlier_finding() -> None:
    events: list[Event] = [said(1, "done"), found(5, "not_done"), said(6, "done")]
    assert status_of(events) is Status.CLAIMED_DONE


def test_a_finding_about_the_latest_report_counts_though_its_meeting_was_earlier() -> None:
    reports: list[Event] = [said(1, "accepted"), said(6, "done")]
    assert status_of([*reports, found(5, "done", about=6)]) is Status.CONFIRMED_DONE
    assert status_of([*reports, found(5, "done", about=1)]) is Status.CLAIMED_DONE


def test_of_two_findings_of_one_day_the_one_given_later_decides() -> None:
    pair: list[Event] = [found(5, "done"), found(5, "partly_done")]
    assert status_of(pair) is Status.PARTLY_DONE
    assert status_of(pair[::-1]) is Status.CONFIRMED_DONE


def test_without_a_word_an_entry_is_proposed() -> None:
    assert status_of([]) is Status.PROPOSED
    assert decisive([]) is None


@given(lives)
def test_an_entry_that_is_replaced_is_superseded_whatever_else_is_told(life: list[Event]) -> None:
    assert status_of([Replacement(None), *life]) is Status.SUPERSEDED


@given(lives)
def test_what_happened_on_different_days_may_be_told_in_any_order(life: list[Event]) -> None:
    several = {event.on: event for event in life}.values()
    plain = [Finding(e.on, e.verdict) if isinstance(e, Finding) else e for e in several]
    told = {status_of(order) for order in itertools.islice(itertools.permutations(plain), 24)}
    assert len(told) == 1


@given(lives)
def test_only_the_council_or_a_replacement_settles_what_a_claim_does_not(life: list[Event]) -> None:
    claims = [event for event in life if isinstance(event, Report)]
    assert status_of(claims) not in {
        Status.CONFIRMED_DONE,
        Status.PARTLY_DONE,
        Status.SUPERSEDED,
    }


@given(lives, st.dates())
def test_without_a_deadline_nothing_is_late_or_on_time(life: list[Event], today: dt.date) -> None:
    assert lateness_of(life, None, today) is Lateness.NO_DEADLINE


@given(lives, days.map(may), days.map(may))
def test_an_open_entry_is_late_from_the_day_after_its_deadline(
    life: list[Event], deadline: dt.date, today: dt.date
) -> None:
    if status_of(life) in OPEN:
        late = lateness_of(life, deadline, today) is Lateness.LATE
        assert late is (today > deadline)


@given(lives, days.map(may), st.dates(), st.dates())
def test_a_settled_entry_grows_no_later_with_time(
    life: list[Event], deadline: dt.date, one: dt.date, other: dt.date
) -> None:
    if status_of(life) not in OPEN:
        assert lateness_of(life, deadline, one) is lateness_of(life, deadline, other)


@given(lives, days.map(may), days.map(may), st.dates())
def test_a_longer_deadline_makes_nothing_later(
    life: list[Event], one: dt.date, other: dt.date, today: dt.date
) -> None:
    if lateness_of(life, min(one, other), today) is Lateness.ON_TIME:
        assert lateness_of(life, max(one, other), today) is Lateness.ON_TIME


@given(lives, days.map(may), st.dates())
def test_done_late_is_said_of_what_is_done_alone(
    life: list[Event], deadline: dt.date, today: dt.date
) -> None:
    if lateness_of(life, deadline, today) is Lateness.DONE_LATE:
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
    assert lateness_of(events, may(10), may(31)) is lateness


def test_on_its_last_day_a_deadline_has_not_passed() -> None:
    assert lateness_of([], may(10), may(10)) is Lateness.ON_TIME


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
