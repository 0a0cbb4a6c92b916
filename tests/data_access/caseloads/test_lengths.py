"""How long closed cases lasted: a median, never without the number that is still open."""

import datetime as dt
from statistics import median

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from data_access.access import AccessRefused
from data_access.caseloads import LENGTHS, lengths
from data_access.filters import Filters
from tests.data_access.answers import records
from tests.data_access.people import a_case, a_family, a_post, a_round, of_sample
from tests.data_access.readers import READER, STRANGER

IV = Filters(round="IV")
FIRST, LAST = dt.date(2020, 1, 1), dt.date(2020, 6, 30)
COLUMNS = ("cases", "closed", "median_days", "still_open", "undated")

Numbers = tuple[int | float | None, ...]


def found(connection: Connection, filters: Filters = IV) -> dict[int | None, Numbers]:
    """The numbers by post, under None those of all."""
    answer = records(lengths(connection, READER, filters), "post", *COLUMNS)
    assert [post for post, *_ in answer][:1] in ([], [None])
    return {post: tuple(numbers) for post, *numbers in answer}


def a_post_until_june(connection: Connection, round_id: int) -> int:
    return a_post(connection, round_id, FIRST, LAST)


def lasting(connection: Connection, post: int, *days: int, **values: str) -> None:
    """Closed cases of these lengths."""
    for number in days:
        closed = FIRST + dt.timedelta(days=number)
        a_case(connection, a_family(connection), post, FIRST, closed, **values)


def test_the_median_is_that_of_the_closed_with_the_open_and_undated_beside(
    connection: Connection,
) -> None:
    round_id = a_round(connection)
    one, other = (a_post_until_june(connection, round_id) for _ in range(2))
    lasting(connection, one, 10, 40, 0, 20)
    lasting(connection, other, 100, 30, 90)
    a_case(connection, a_family(connection), one, FIRST)
    a_case(connection, a_family(connection), one, None, LAST)
    a_case(connection, a_family(connection), other)
    elsewhere = a_post(connection, a_round(connection, "V"), FIRST, LAST)
    lasting(connection, elsewhere, 7, 7, 7)
    assert found(connection) == {
        None: (10, 7, 30.0, 1, 2),
        one: (6, 4, 15.0, 1, 1),
        other: (4, 3, 90.0, 0, 1),
    }


def test_of_too_few_closed_cases_there_is_no_median(connection: Connection) -> None:
    post = a_post_until_june(connection, a_round(connection))
    lasting(connection, post, 10, 20)
    assert found(connection)[post] == (2, 2, None, 0, 0)


def test_a_case_closed_after_the_last_day_is_still_open(connection: Connection) -> None:
    post = a_post_until_june(connection, a_round(connection))
    lasting(connection, post, 10, 20, 30, 40)
    end = FIRST + dt.timedelta(days=30)
    assert found(connection, Filters(round="IV", end=end))[post] == (4, 3, 20.0, 1, 0)
    start = FIRST + dt.timedelta(days=20)
    assert found(connection, Filters(round="IV", start=start))[post] == (3, 3, 30.0, 0, 0)


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(days=st.lists(st.integers(0, 170), min_size=3, max_size=12), still_open=st.integers(0, 4))
def test_half_of_the_closed_lasted_no_longer_whatever_their_lengths(
    connection: Connection, days: list[int], still_open: int
) -> None:
    with connection.begin_nested() as point:
        post = a_post_until_june(connection, a_round(connection))
        lasting(connection, post, *days)
        for _ in range(still_open):
            a_case(connection, a_family(connection), post, FIRST)
        answer = found(connection)
        point.rollback()
    number = len(days)
    assert answer[post] == (number + still_open, number, median(days), still_open, 0)
    assert answer[None] == answer[post]


def test_posts_stand_in_their_order_and_one_without_cases_not_at_all(
    connection: Connection,
) -> None:
    round_id = a_round(connection)
    posts = [a_post_until_june(connection, round_id) for _ in range(3)]
    for post in (posts[2], posts[0]):
        a_case(connection, a_family(connection), post, FIRST)
    listed = [post for post in found(connection) if post is not None]
    assert listed == [posts[0], posts[2]]


@pytest.mark.parametrize("what", ["case", "family"])
def test_a_post_with_made_up_cases_says_so(connection: Connection, what: str) -> None:
    origin = of_sample(what, "case", "family")
    round_id = a_round(connection)
    one, other = (a_post_until_june(connection, round_id) for _ in range(2))
    a_case(connection, a_family(connection, **origin["family"]), one, FIRST, **origin["case"])
    a_case(connection, a_family(connection), other, FIRST)
    marked = dict(records(lengths(connection, READER, IV), "post", "is_made_up"))
    assert marked == {None: True, one: True, other: False}


def test_the_promised_columns_are_kept_and_strangers_are_refused(connection: Connection) -> None:
    a_post_until_june(connection, a_round(connection))
    for filters in (IV, Filters(activity="one")):
        empty = lengths(connection, READER, filters)
        assert empty.empty
        assert {str(name): str(kind) for name, kind in empty.dtypes.items()} == LENGTHS
    with pytest.raises(AccessRefused):
        lengths(connection, STRANGER, IV)
