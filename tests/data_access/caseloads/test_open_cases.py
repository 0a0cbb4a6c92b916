"""Open cases stand by post and by how long they have been open as the period ends."""

import datetime as dt

import pytest
from sqlalchemy import Connection

from data_access.access import AccessRefused
from data_access.caseloads import OPEN_CASES, OpenFor, open_cases
from data_access.filters import Filters
from tests.data_access.answers import records
from tests.data_access.people import a_case, a_family, a_post, a_round
from tests.data_access.readers import READER, STRANGER

JUNE = dt.date(2020, 6, 30)
IV = Filters(round="IV")
LENGTHS = [
    (dt.date(2020, 6, 30), "under_3_months"),
    (dt.date(2020, 3, 31), "under_3_months"),
    (dt.date(2020, 3, 30), "3_to_6_months"),
    (dt.date(2019, 12, 30), "3_to_6_months"),
    (dt.date(2019, 12, 29), "over_6_months"),
    (None, "not_stated"),
]


def found(connection: Connection, filters: Filters = IV) -> dict[tuple[int, str], int]:
    """Open cases by post and length, without the zeros."""
    answer = records(open_cases(connection, READER, filters), "post", "open_for", "cases")
    return {(post, length): number for post, length, number in answer if number}


@pytest.mark.parametrize(("opened_on", "length"), LENGTHS)
def test_how_long_a_case_has_been_open(
    connection: Connection, opened_on: dt.date | None, length: str
) -> None:
    post = a_post(connection, a_round(connection), dt.date(2019, 9, 1), JUNE)
    a_case(connection, a_family(connection), post, opened_on)
    assert found(connection) == {(post, length): 1}


def test_a_case_closed_by_the_last_day_is_not_open(connection: Connection) -> None:
    post = a_post(connection, a_round(connection), dt.date(2019, 9, 1), JUNE)
    for closed_on in (JUNE, dt.date(2020, 7, 1)):
        a_case(connection, a_family(connection), post, dt.date(2020, 6, 1), closed_on)
    assert found(connection) == {(post, "under_3_months"): 1}
    earlier = Filters(round="IV", end=dt.date(2020, 6, 29))
    assert found(connection, earlier) == {(post, "under_3_months"): 2}
    assert found(connection, Filters(round="IV", end=dt.date(2020, 5, 31))) == {}


def test_each_post_with_cases_has_all_lengths_and_others_have_no_row(
    connection: Connection,
) -> None:
    round_id = a_round(connection)
    closed, quiet = (a_post(connection, round_id, dt.date(2020, 1, 1), JUNE) for _ in range(2))
    a_case(connection, a_family(connection), closed, dt.date(2020, 2, 1), dt.date(2020, 3, 1))
    other = a_post(connection, a_round(connection, "V"), dt.date(2020, 1, 1), JUNE)
    a_case(connection, a_family(connection), other, dt.date(2020, 2, 1))
    answer = records(open_cases(connection, READER, IV), "post", "open_for", "cases")
    assert answer == [(closed, length.value, 0) for length in OpenFor]
    assert quiet not in {post for post, *_ in answer}


def test_open_cases_of_the_sample_say_so(connection: Connection) -> None:
    post = a_post(connection, a_round(connection), dt.date(2020, 1, 1), JUNE)
    a_case(connection, a_family(connection), post, dt.date(2020, 6, 1), origin="sample")
    a_case(connection, a_family(connection), post)
    said = dict(records(open_cases(connection, READER, IV), "open_for", "is_made_up"))
    assert [length for length, is_made_up in said.items() if is_made_up] == ["under_3_months"]


def test_the_promised_columns_are_kept_and_strangers_are_refused(connection: Connection) -> None:
    empty = open_cases(connection, READER, IV)
    assert empty.empty
    assert {str(name): str(kind) for name, kind in empty.dtypes.items()} == OPEN_CASES
    with pytest.raises(AccessRefused):
        open_cases(connection, STRANGER, IV)
