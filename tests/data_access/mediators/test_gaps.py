"""Gaps of a post: within its days, apart from each other, told in the post's history."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from data_access import schema, upkeep
from data_access.mediators import GapOutside, GapsOverlap, PostUnknown, gaps
from data_access.periods import DaysUnusable
from data_access.rounds import RoundClosed
from tests.data_access.mediators.rows import JANUARY, JUNE, MARCH, close, every, row_of, told
from tests.data_access.people import a_post, a_round, add
from tests.data_access.readers import COORDINATOR

GAP = schema.post_gap
DAY = dt.timedelta(days=1)


def stated(first: dt.date | None, last: dt.date | None = None, **more: Any) -> dict[str, Any]:
    return {"starts_on": first, "ends_on": last, **more}


def test_a_gap_is_told_in_the_history_of_its_post(connection: Connection) -> None:
    round_id = a_round(connection)
    post, decoy = (a_post(connection, round_id, JANUARY, JUNE) for _ in range(2))
    gaps.add(connection, COORDINATOR, post, stated(JANUARY, MARCH, reason="leave"))
    (gap,) = every(connection, GAP)
    assert (gap["reason"], gap["origin"], gap["revision"]) == ("leave", "entered", 1)
    gaps.change(connection, COORDINATOR, gap["id"], 1, {"ends_on": None})
    gaps.change(connection, COORDINATOR, gap["id"], 2, {"reason": "leave"})
    assert row_of(connection, GAP, gap["id"])["revision"] == 2
    gaps.remove(connection, COORDINATOR, gap["id"], 2)
    assert every(connection, GAP) == []
    whole, open_ = "2020-01-01 · 2020-03-31 · leave", "2020-01-01 · – · leave"
    assert told(connection, post, "gap") == [
        ("gap", open_, None),
        ("gap", whole, open_),
        ("gap", None, whole),
    ]
    assert told(connection, decoy, "gap") == []


def test_a_gap_reaches_no_further_than_its_post(connection: Connection) -> None:
    round_id = a_round(connection)
    post = a_post(connection, round_id, JANUARY, JUNE)
    goes_on, undated = a_post(connection, round_id, JANUARY), a_post(connection, round_id)
    for first, last in ((JANUARY - DAY, MARCH), (MARCH, JUNE + DAY), (JUNE + DAY, None)):
        with pytest.raises(GapOutside):
            gaps.add(connection, COORDINATOR, post, stated(first, last))
    with pytest.raises(GapOutside):
        gaps.add(connection, COORDINATOR, goes_on, stated(JANUARY - DAY))
    gaps.add(connection, COORDINATOR, post, stated(JANUARY, JUNE))
    gaps.add(connection, COORDINATOR, goes_on, stated(JUNE + DAY))
    gaps.add(connection, COORDINATOR, undated, stated(JANUARY - DAY, JUNE + DAY))
    gap = every(connection, GAP)[0]["id"]
    with pytest.raises(GapOutside):
        gaps.change(connection, COORDINATOR, gap, 1, {"ends_on": JUNE + DAY})


@pytest.mark.parametrize("days", [(None, JUNE), (JUNE, JANUARY), (None, None)])
def test_days_that_are_no_period_are_refused(
    connection: Connection, days: tuple[dt.date | None, dt.date | None]
) -> None:
    post = a_post(connection, a_round(connection))
    with pytest.raises(DaysUnusable):
        gaps.add(connection, COORDINATOR, post, stated(*days))


def test_gaps_of_one_post_share_no_day_and_those_of_two_may(connection: Connection) -> None:
    round_id = a_round(connection)
    post, other = (a_post(connection, round_id, JANUARY, JUNE) for _ in range(2))
    gaps.add(connection, COORDINATOR, post, stated(JANUARY, MARCH))
    for first, last in ((MARCH, JUNE), (MARCH, None), (JANUARY, JANUARY)):
        with pytest.raises(GapsOverlap):
            gaps.add(connection, COORDINATOR, post, stated(first, last))
    gaps.add(connection, COORDINATOR, other, stated(JANUARY, MARCH))
    gaps.add(connection, COORDINATOR, post, stated(MARCH + DAY))
    with pytest.raises(GapsOverlap):
        gaps.add(connection, COORDINATOR, post, stated(JUNE, JUNE))
    first, _, last = [gap["id"] for gap in every(connection, GAP)]
    with pytest.raises(GapsOverlap):
        gaps.change(connection, COORDINATOR, last, 1, {"starts_on": MARCH})
    with pytest.raises(GapsOverlap):
        gaps.change(connection, COORDINATOR, first, 1, {"ends_on": JUNE})
    gaps.change(connection, COORDINATOR, first, 1, {"reason": "sickness"})


days = st.integers(0, 40).map(lambda number: JANUARY + number * DAY)


@given(st.lists(st.tuples(days, st.none() | st.integers(0, 9)), min_size=1, max_size=6))
@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_entered_no_day_lies_in_two_gaps(
    connection: Connection, spans: list[tuple[dt.date, int | None]]
) -> None:
    with connection.begin_nested() as inner:
        post = a_post(connection, a_round(connection))
        for first, length in spans:
            last = None if length is None else first + length * DAY
            try:
                gaps.add(connection, COORDINATOR, post, stated(first, last))
            except GapsOverlap:
                kept = [(gap["starts_on"], gap["ends_on"]) for gap in every(connection, GAP)]
                assert len({*within([*kept, (first, last)])}) < len(within([*kept, (first, last)]))
        kept = [(gap["starts_on"], gap["ends_on"]) for gap in every(connection, GAP)]
        assert len({*within(kept)}) == len(within(kept))
        inner.rollback()


def within(spans: list[tuple[dt.date, dt.date | None]]) -> list[dt.date]:
    """Every day of every span; one without an end goes on beyond all others."""
    ends = [last or JUNE for _, last in spans]
    return [
        first + number * DAY
        for (first, _), last in zip(spans, ends, strict=True)
        for number in range((last - first).days + 1)
    ]


def test_the_second_of_two_editors_is_told(connection: Connection) -> None:
    post = a_post(connection, a_round(connection))
    gaps.add(connection, COORDINATOR, post, stated(JANUARY, MARCH))
    gap = every(connection, GAP)[0]["id"]
    gaps.change(connection, COORDINATOR, gap, 1, {"reason": "leave"})
    with pytest.raises(upkeep.ChangedMeanwhile):
        gaps.change(connection, COORDINATOR, gap, 1, {"reason": "sickness"})
    with pytest.raises(upkeep.ChangedMeanwhile):
        gaps.remove(connection, COORDINATOR, gap, 1)
    gaps.remove(connection, COORDINATOR, gap, 2)
    with pytest.raises(upkeep.RowUnknown):
        gaps.remove(connection, COORDINATOR, gap, 2)
    with pytest.raises(PostUnknown):
        gaps.add(connection, COORDINATOR, post + 1, stated(JANUARY))


def test_a_gap_of_a_report_is_corrected_and_not_removed(connection: Connection) -> None:
    post = a_post(connection, a_round(connection))
    gap = add(connection, GAP, mediator_post_id=post, starts_on=JANUARY, origin="upload")
    with pytest.raises(upkeep.NotByHand):
        gaps.remove(connection, COORDINATOR, gap, 1)
    gaps.change(connection, COORDINATOR, gap, 1, {"reason": "leave"})
    assert row_of(connection, GAP, gap)["origin"] == "upload"


def test_a_closed_round_keeps_its_gaps(connection: Connection) -> None:
    closed, open_ = a_round(connection, "IV"), a_round(connection, "V")
    kept, free = (a_post(connection, of) for of in (closed, open_))
    gap = add(connection, GAP, mediator_post_id=kept, starts_on=JANUARY)
    close(connection, closed)
    attempts: tuple[Callable[[], object], ...] = (
        lambda: gaps.add(connection, COORDINATOR, kept, stated(JUNE)),
        lambda: gaps.change(connection, COORDINATOR, gap, 1, {"reason": "leave"}),
        lambda: gaps.remove(connection, COORDINATOR, gap, 1),
    )
    for attempt in attempts:
        with pytest.raises(RoundClosed):
            attempt()
    gaps.add(connection, COORDINATOR, free, stated(JUNE))
