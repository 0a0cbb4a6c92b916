"""Whatever the cases: families in care add up over the months, as a walk through days has it."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from data_access.caseloads import By, flows, in_care, totals
from data_access.filters import Filters
from tests.data_access.answers import by_figure
from tests.data_access.caseloads.walked import (
    APRIL,
    JANUARY,
    SLICES,
    Case,
    families_on,
    numbers,
    of_slice,
    plant,
    walked,
)
from tests.data_access.readers import READER

DAYS = st.dates(dt.date(2019, 12, 10), dt.date(2020, 5, 20))
FEW_DAYS = st.sampled_from([dt.date(2020, 1, 31), dt.date(2020, 2, 1), dt.date(2020, 2, 15)])
"""Days that fall together often, so that cases touch."""


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """A case of any family and post: undated, never closed, or open for no day at all."""
    opened = draw(st.one_of(DAYS, FEW_DAYS, FEW_DAYS, st.none()))
    later = st.integers(0, 60).map(dt.timedelta)
    closed = draw(st.none() | FEW_DAYS | later.map(lambda days: (opened or JANUARY) + days))
    if opened and closed and closed < opened:
        closed = opened
    areas = draw(st.frozensets(st.sampled_from(["health", "housing", "not_stated"])))
    return Case(draw(st.integers(0, 2)), draw(st.integers(0, 2)), opened, closed, areas)


@st.composite
def periods(draw: st.DrawFn) -> Filters:
    """Round IV, in whole or between two of its days."""
    within = FEW_DAYS | st.dates(JANUARY, APRIL)
    first, last = sorted((draw(within), draw(within)))
    return draw(st.sampled_from([Filters("IV"), Filters("IV", JANUARY, APRIL)]) | st.just(
        Filters("IV", first, last)
    ))  # fmt: skip


often = settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])


@often
@given(planted=st.lists(cases(), max_size=8), filters=periods(), by=st.sampled_from(By))
def test_in_care_at_the_end_is_at_the_start_and_new_without_closed(
    connection: Connection, planted: list[Case], filters: Filters, by: By
) -> None:
    """In every slice and month, each as a walk through the days has it."""
    with connection.begin_nested() as trial:
        posts = plant(connection, planted)
        answer = flows(connection, READER, filters, by)
        trial.rollback()
    held = answer["at_start"] + answer["opened"] - answer["closed"]
    assert list(held) == list(answer["at_end"])
    codes = [posts.get(code, code) for code in answer["slice"]]
    for code, row in zip(codes, answer.to_dict("records"), strict=True):
        days = row["starts_on"].date(), row["ends_on"].date()
        assert numbers(row) == walked(of_slice(planted, by, code), *days), row
    for _, months in answer.groupby("slice"):
        assert list(months["at_start"])[1:] == list(months["at_end"])[:-1]
    days = filters.start or JANUARY, filters.end or APRIL
    beside = [case for case in planted if not set(SLICES[by](case)) & set(codes)]
    assert not any(walked(beside, *days).values())


@often
@given(planted=st.lists(cases(), max_size=8), day=DAYS, by=st.sampled_from(By))
def test_in_care_on_any_day_is_as_somebody_counts_that_day(
    connection: Connection, planted: list[Case], day: dt.date, by: By
) -> None:
    with connection.begin_nested() as trial:
        posts = plant(connection, planted)
        rows = in_care(connection, READER, Filters("IV"), day, by).to_dict("records")
        trial.rollback()
    assert bool(rows) is bool(planted)
    for row in rows:
        found = of_slice(planted, by, posts.get(row["slice"], row["slice"]))
        dated = [case for case in found if case.opened]
        assert row["undated"] == len(found) - len(dated)
        if dated:
            open_then = sum(case.is_open(day) for case in found)
            assert (row["families"], row["cases"]) == (len(families_on(found, day)), open_then)


@often
@given(planted=st.lists(cases(), max_size=8), filters=periods())
def test_distinct_families_of_a_period_are_at_most_the_sum_over_its_months(
    connection: Connection, planted: list[Case], filters: Filters
) -> None:
    dated = [case for case in planted if case.opened and JANUARY <= case.opened <= APRIL]
    with connection.begin_nested() as trial:
        plant(connection, dated)
        months = flows(connection, READER, filters)
        distinct = by_figure(totals(connection, READER, filters))["mediator_families"] or 0
        by_post = flows(connection, READER, filters, By.POST)
        trial.rollback()
    first = months["at_start"].head(1).sum()
    assert distinct <= first + months["opened"].sum()
    assert distinct <= (months["at_start"] + months["opened"]).sum()
    at_posts = by_post.groupby("month")["at_end"].sum()
    assert (at_posts.to_numpy() >= months["at_end"].to_numpy()).all()


@pytest.mark.parametrize("by", By)
def test_decoys_of_another_round_alone_are_no_row(connection: Connection, by: By) -> None:
    plant(connection, [])
    assert flows(connection, READER, Filters("IV"), by).empty
    assert in_care(connection, READER, Filters("IV"), APRIL, by).empty
    assert flows(connection, READER, Filters(), by)["at_end"].max() == 3
