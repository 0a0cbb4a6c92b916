"""Load is families in care for each planned weekly hour; what has no hours has no load."""

import datetime as dt
from fractions import Fraction
from statistics import median
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Engine

from data_access import schema
from data_access.access import AccessRefused
from data_access.caseloads import loads
from data_access.clock import today
from data_access.engine import reading
from data_access.filters import Filters
from data_access.rules import months_before
from tests.data_access.answers import records
from tests.data_access.people import (
    a_case,
    a_family,
    a_post,
    a_report,
    a_round,
    add,
    of_sample,
)
from tests.data_access.readers import READER, STRANGER

IV = Filters(round="IV")
JANUARY, JUNE = dt.date(2020, 1, 1), dt.date(2020, 6, 30)
some_posts = st.lists(
    st.tuples(st.integers(0, 3), st.sampled_from([None, 0.1, 0.3, 7.5, 10.0, 20.0])),
    min_size=1,
    max_size=5,
)


def day(month: int, number: int = 15) -> dt.date:
    return dt.date(2020, month, number)


def a_loaded_post(
    connection: Connection, round_id: int, families: int, hours: float | None, **values: Any
) -> int:
    """A post held from January to June, so many families in care, and one that is no longer."""
    post = a_post(connection, round_id, JANUARY, JUNE, hours_per_week=hours, **values)
    for _ in range(families):
        a_case(connection, a_family(connection), post, JANUARY)
    a_case(connection, a_family(connection), post, JANUARY, day(3))
    return post


def asked(connection: Connection, *columns: str, filters: Filters = IV) -> list[tuple[Any, ...]]:
    return records(loads(connection, READER, filters), *columns)


def test_a_load_of_twice_the_median_is_heavy_and_one_just_below_is_not(
    connection: Connection,
) -> None:
    round_id = a_round(connection)
    for families, hours in ((3, 30), (6, 30), (2, 20), (1, 40), (20, 101), (100, None)):
        a_loaded_post(connection, round_id, families, hours)
    answer = asked(connection, "in_care", "load", "median", "is_heavy")
    assert answer == [
        (3, 0.1, 0.1, False),
        (6, 0.2, 0.1, True),
        (2, 0.1, 0.1, False),
        (1, 0.025, 0.1, False),
        (20, pytest.approx(0.198, abs=0.0001), 0.1, False),
        (100, None, 0.1, None),
    ]


def test_two_loads_have_no_median_and_nobody_is_heavy(connection: Connection) -> None:
    round_id = a_round(connection)
    for families, hours in ((1, 20), (4, 1), (4, None)):
        a_loaded_post(connection, round_id, families, hours)
    assert asked(connection, "load", "median", "is_heavy") == [
        (0.05, None, None),
        (4.0, None, None),
        (None, None, None),
    ]


def test_a_post_without_a_load_says_why(connection: Connection) -> None:
    round_id = a_round(connection)
    for _ in range(3):
        a_loaded_post(connection, round_id, 0, 20)
    a_loaded_post(connection, round_id, 2, None)
    ended = a_post(connection, round_id, JANUARY, day(5), hours_per_week=20)
    a_case(connection, a_family(connection), ended, JANUARY)
    a_post(connection, round_id, JANUARY, JUNE, hours_per_week=20)
    undated = a_post(connection, round_id, JANUARY, JUNE, hours_per_week=20)
    a_case(connection, a_family(connection), undated)
    without_days = a_post(connection, round_id, hours_per_week=20)
    a_case(connection, a_family(connection), without_days, JANUARY)
    assert asked(connection, "state", "in_care", "undated_cases", "load", "is_heavy") == [
        *[("known", 0, 0, 0.0, False)] * 3,
        ("hours_not_stated", 2, 0, None, None),
        ("not_held", 1, 0, None, None),
        ("no_data", None, None, None, None),
        ("no_data", None, 1, None, None),
        ("known", 1, 0, 0.05, True),
    ]


def test_a_family_with_two_cases_at_a_post_weighs_once(connection: Connection) -> None:
    post = a_loaded_post(connection, a_round(connection), 0, 10)
    family = a_family(connection)
    for opened in (JANUARY, day(2)):
        a_case(connection, family, post, opened)
    a_case(connection, a_family(connection), post, JUNE, JUNE)
    assert asked(connection, "in_care", "load") == [(1, 0.1)]


def test_a_load_is_that_of_the_last_day_asked_for(connection: Connection) -> None:
    a_loaded_post(connection, a_round(connection), 1, 10)
    before = Filters(round="IV", end=day(3, 14))
    assert asked(connection, "load", filters=before) == [(0.2,)]
    assert asked(connection, "load") == [(0.1,)]


def test_hours_worked_are_those_of_whole_months_with_a_recorded_report(
    connection: Connection,
) -> None:
    post = a_loaded_post(connection, a_round(connection), 1, 10)
    a_report(connection, post, JANUARY, 0.1)
    a_report(connection, post, dt.date(2020, 2, 1), 0.2)
    a_report(connection, post, dt.date(2020, 3, 1), None)
    a_report(connection, post, dt.date(2020, 4, 1), 50, status="waiting", recorded_at=None)
    gap = {"starts_on": dt.date(2020, 5, 1), "ends_on": dt.date(2020, 5, 31)}
    add(connection, schema.post_gap, mediator_post_id=post, **gap)
    columns = ("hours_worked", "months_with_hours", "months_without_hours", "gap_days")
    assert asked(connection, *columns) == [(0.3, 2, 3, 31)]
    cut = Filters(round="IV", start=day(1, 2), end=day(5, 20))
    assert asked(connection, *columns, filters=cut) == [(0.2, 1, 2, 20)]
    silent = Filters(round="IV", start=dt.date(2020, 6, 1))
    assert asked(connection, *columns, filters=silent) == [(None, 0, 1, 0)]


def test_a_month_that_is_not_over_does_not_lack_its_hours(connection: Connection) -> None:
    first = months_before(today().replace(day=1), 2)
    post = a_post(connection, a_round(connection), first, hours_per_week=10)
    a_report(connection, post, first, 8)
    columns = ("hours_worked", "months_with_hours", "months_without_hours")
    assert asked(connection, *columns) == [(8.0, 1, 1)]
    a_report(connection, post, today().replace(day=1), None, status="waiting", recorded_at=None)
    assert asked(connection, *columns) == [(8.0, 1, 1)]


def test_a_substitute_says_for_whom(connection: Connection) -> None:
    round_id = a_round(connection)
    first = a_loaded_post(connection, round_id, 1, 10)
    second = a_loaded_post(connection, round_id, 1, 10, substitutes_post_id=first)
    assert asked(connection, "post", "substitutes") == [(first, None), (second, first)]


def test_the_sample_has_three_loads_and_none_is_heavy(made_up: Connection) -> None:
    answer = asked(made_up, "in_care", "hours_worked", "load", "median", "is_heavy", "gap_days")
    assert answer == [
        (11, 736.0, 0.55, 0.5, False, 0),
        (9, 736.0, 0.45, 0.5, False, 12),
        (8, 676.0, None, 0.5, None, 0),
        (10, 736.0, 0.5, 0.5, False, 0),
        (8, 660.0, None, 0.5, None, 0),
    ]


@pytest.mark.parametrize("what", ["post", "case", None])
def test_a_load_with_a_made_up_row_says_so(connection: Connection, what: str | None) -> None:
    origin = of_sample(what, "post", "case")
    post = a_post(connection, a_round(connection), JANUARY, JUNE, **origin["post"])
    a_case(connection, a_family(connection), post, JANUARY, **origin["case"])
    assert asked(connection, "is_made_up") == [(what is not None,)]


def test_whoever_has_no_role_is_refused(connection: Connection) -> None:
    with pytest.raises(AccessRefused, match="read_caseloads"):
        loads(connection, STRANGER, IV)


@settings(max_examples=25)
@given(planned=some_posts)
def test_any_posts_are_compared_with_the_median_of_those_with_hours(
    module_engine: Engine, planned: list[tuple[int, float | None]]
) -> None:
    with reading(module_engine) as connection:  # which keeps nothing
        round_id = a_round(connection)
        for families, hours in planned:
            a_loaded_post(connection, round_id, families, hours)
        found = asked(connection, "load", "median", "is_heavy")
    exact = [
        None if hours is None else families / Fraction(str(hours)) for families, hours in planned
    ]
    known = [load for load in exact if load is not None]
    middle = median(known) if len(known) > 2 else None
    assert [load for load, _, _ in found] == [None if x is None else float(x) for x in exact]
    assert {told for _, told, _ in found} == {None if middle is None else float(middle)}
    assert [heavy for _, _, heavy in found] == [
        None if load is None or middle is None else bool(load and load >= 2 * middle)
        for load in exact
    ]
