"""Where an entry stands, out of what was said and found, and which steps may be added."""

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_access.rules import (
    Claim,
    Event,
    Finding,
    Replacement,
    Report,
    Standing,
    Status,
    Verdict,
    fits,
    standing_of,
    standings,
    status_of,
)
from tests.data_access.rules.lives import days, findings, found, lives, may, reports, said

AFTER = {
    "done": Status.CONFIRMED_DONE,
    "partly_done": Status.PARTLY_DONE,
    "superseded": Status.SUPERSEDED,
}
NOT_DONE = {
    "accepted": Status.ACCEPTED,
    "in_progress": Status.IN_PROGRESS,
    "done": Status.IN_PROGRESS,
    "partly_done": Status.IN_PROGRESS,
    "not_accepted": Status.PROPOSED,
}


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


@pytest.mark.parametrize("verdict", AFTER)
@pytest.mark.parametrize("claim", list(Claim))
def test_a_finding_of_the_same_day_or_later_decides(claim: str, verdict: str) -> None:
    assert status_of([found(4, verdict)]) is AFTER[verdict]
    assert status_of([found(4, verdict), said(4, claim)]) is AFTER[verdict]
    assert status_of([said(4, claim), found(5, verdict)]) is AFTER[verdict]


@pytest.mark.parametrize("claim", NOT_DONE)
def test_what_is_found_not_done_is_at_work_where_somebody_said_so(claim: str) -> None:
    assert status_of([said(4, claim), found(5, "not_done")]) is NOT_DONE[claim]


def test_what_is_found_not_done_stays_proposed_where_nobody_said_anything() -> None:
    assert status_of([found(4, "not_done")]) is Status.PROPOSED
    assert status_of([found(4, "superseded"), found(5, "not_done")]) is Status.PROPOSED
    again: list[Event] = [said(1, "done"), found(2, "done"), found(5, "not_done")]
    assert status_of(again) is Status.IN_PROGRESS


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
    assert standing_of([]) == Standing()


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


def test_the_latest_event_is_the_deciding_one_and_the_latest_report_is_told_beside_it() -> None:
    report, finding = said(4, "done"), found(9, "not_done")
    standing = standing_of([finding, report])
    assert (standing.deciding, standing.reported) == (finding, report)
    replaced = standing_of([Replacement(may(1), 7), report])
    assert (replaced.deciding, replaced.reported) == (Replacement(may(1), 7), report)


@given(lives)
def test_the_deciding_event_is_one_of_those_told(life: list[Event]) -> None:
    standing = standing_of(life)
    assert (standing.deciding in life) is bool(life)
    assert standing.reported is None or standing.reported in life


@given(lives)
def test_on_each_day_an_entry_stands_where_the_events_up_to_it_put_it(life: list[Event]) -> None:
    told = standings(life)
    assert told[0][0] is None
    starts = [day for day, _ in told if day]
    assert starts == sorted(set(starts))
    assert len(starts) == len(told) - 1
    for number in range(1, 32):
        day = may(number)
        standing = [each for since, each in told if since is None or since <= day][-1]
        assert standing == standing_of([event for event in life if counts(event, day)])


def counts(event: Event, day: dt.date) -> bool:
    """Whether an event counts by then; a finding not before the report that it is about."""
    about = event.about if isinstance(event, Finding) else None
    return all(on is None or on <= day for on in (event.on, about))


@given(lives)
def test_the_last_of_the_standings_is_the_standing(life: list[Event]) -> None:
    assert standings(life)[-1][1] == standing_of(life)


FITTING: dict[str, tuple[list[Event], Report | Finding, bool]] = {
    "done is confirmed where it is claimed": ([said(4, "done")], found(5, "done"), True),
    "done is not confirmed where nobody claims it": ([], found(5, "done"), False),
    "nor where it is under way": ([said(4, "in_progress")], found(5, "done"), False),
    "nor at a meeting before the claim": ([said(4, "done")], found(3, "done"), False),
    "partly done is found of what is under way": (
        [said(4, "in_progress")],
        found(5, "partly_done"),
        True,
    ),
    "nothing is reported of what is confirmed": (
        [said(4, "done"), found(5, "done")],
        said(6, "in_progress"),
        False,
    ),
    "what is confirmed may be found not done after all": (
        [said(4, "done"), found(5, "done")],
        found(6, "not_done"),
        True,
    ),
    "what is under way is not accepted anew": (
        [said(4, "in_progress")],
        said(5, "accepted"),
        False,
    ),
    "what is late in telling comes in its place": (
        [said(4, "done"), said(6, "done")],
        said(3, "in_progress"),
        True,
    ),
    "but takes no ground from what follows it": (
        [said(4, "in_progress"), said(6, "in_progress"), found(7, "not_done")],
        found(6, "done"),
        False,
    ),
    "what the council found is not answered from behind": (
        [said(4, "done"), found(5, "done")],
        said(3, "in_progress"),
        False,
    ),
    "nor on its day": ([said(4, "done"), found(5, "not_done")], said(5, "done"), False),
    "the day after it may be": ([said(4, "done"), found(5, "not_done")], said(6, "done"), True),
    "what was no step before hinders nothing": (
        [said(1, "in_progress"), said(4, "accepted")],
        said(2, "done"),
        True,
    ),
    "nothing is added to what is replaced": ([Replacement(None)], said(4, "done"), False),
    "nor found of it": ([Replacement(may(9))], found(4, "superseded"), False),
}


@pytest.mark.parametrize("name", FITTING)
def test_only_a_step_that_is_offered_on_its_day_may_be_added(name: str) -> None:
    life, step, is_fitting = FITTING[name]
    assert fits(life, step) is is_fitting


@given(st.lists(reports | findings, max_size=8))
def test_steps_that_fit_never_confirm_what_nobody_claims(steps: list[Report | Finding]) -> None:
    life: list[Event] = []
    for step in steps:
        if fits(life, step):
            life.append(step)
    if any(status is Status.CONFIRMED_DONE for status in stood(life)):
        assert any(isinstance(event, Report) and event.claim is Claim.DONE for event in life)
        assert any(isinstance(e, Finding) and e.verdict is Verdict.DONE for e in life)


def stood(life: list[Event]) -> list[Status]:
    return [standing.status for _, standing in standings(life)]


@given(lives, days)
def test_the_step_after_a_replacement_is_none(life: list[Event], number: int) -> None:
    assert not fits([*life, Replacement(None)], found(number, "superseded"))
