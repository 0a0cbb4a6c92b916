"""Families in care on a day: each once, with its cases and persons, and the undated apart."""

import datetime as dt

import pytest
from sqlalchemy import Connection

from data_access.access import AccessRefused
from data_access.caseloads import IN_CARE, By, in_care
from data_access.filters import Filters
from tests.data_access.answers import records
from tests.data_access.people import a_case, a_family, a_post, a_round
from tests.data_access.readers import READER, STRANGER

IV = Filters(round="IV")
NUMBERS = ("families", "cases", "persons", "without_size", "undated")
JUNE = dt.date(2020, 6, 30)


def on(connection: Connection, day: dt.date, by: By = By.ALL) -> list[tuple[object, ...]]:
    return records(in_care(connection, READER, IV, day, by), *NUMBERS)


def a_post_of(connection: Connection, code: str = "IV") -> int:
    return a_post(connection, a_round(connection, code), dt.date(2020, 1, 1), JUNE)


def test_a_family_is_in_care_from_the_day_it_opens_to_the_day_before_it_closes(
    connection: Connection,
) -> None:
    post = a_post_of(connection)
    a_case(connection, a_family(connection), post, dt.date(2020, 2, 3), dt.date(2020, 2, 6))
    a_case(connection, a_family(connection), a_post_of(connection, "V"), dt.date(2020, 1, 1))
    found = [on(connection, dt.date(2020, 2, number))[0][0] for number in range(2, 8)]
    assert found == [0, 1, 1, 1, 0, 0]


def test_on_the_day_of_a_move_the_family_is_in_care_once(connection: Connection) -> None:
    round_id, moved = a_round(connection), dt.date(2020, 3, 10)
    old, new = (a_post(connection, round_id, dt.date(2020, 1, 1), JUNE) for _ in range(2))
    family = a_family(connection, size=5)
    a_case(connection, family, old, dt.date(2020, 1, 5), moved)
    a_case(connection, family, new, moved)
    assert on(connection, moved) == [(1, 1, 5, 0, 0)]
    at_posts = records(in_care(connection, READER, IV, moved, By.POST), "slice", "families")
    assert at_posts == [(str(old), 0), (str(new), 1)]


def test_persons_count_once_a_family_and_where_stated(connection: Connection) -> None:
    post = a_post_of(connection)
    family, silent = a_family(connection, size=4), a_family(connection)
    for _ in range(2):
        a_case(connection, family, post, dt.date(2020, 1, 5))
    a_case(connection, a_family(connection, size=7), post, dt.date(2020, 5, 5))
    a_case(connection, silent, post, dt.date(2020, 4, 1))
    assert on(connection, dt.date(2020, 3, 1)) == [(1, 2, 4, 0, 0)]
    assert on(connection, dt.date(2020, 4, 1)) == [(2, 3, 4, 1, 0)]
    assert on(connection, JUNE) == [(3, 4, 11, 1, 0)]
    assert on(connection, dt.date(2019, 12, 31)) == [(0, 0, 0, 0, 0)]


def test_families_without_any_size_state_no_persons(connection: Connection) -> None:
    a_case(connection, a_family(connection), a_post_of(connection), dt.date(2020, 1, 5))
    assert on(connection, JUNE) == [(1, 1, None, 1, 0)]


def test_a_slice_of_undated_cases_alone_has_no_number(connection: Connection) -> None:
    round_id = a_round(connection)
    undated, dated = (a_post(connection, round_id, dt.date(2020, 1, 1), JUNE) for _ in range(2))
    a_case(connection, a_family(connection, size=3), undated, None)
    a_case(connection, a_family(connection, size=3), undated, None, JUNE)
    a_case(connection, a_family(connection, size=2), dated, dt.date(2020, 1, 5))
    assert on(connection, JUNE, By.POST) == [(None, None, None, None, 2), (1, 1, 2, 0, 0)]
    assert on(connection, JUNE) == [(1, 1, 2, 0, 2)]


def test_a_made_up_case_is_said_to_be(connection: Connection) -> None:
    round_id = a_round(connection)
    for origin in ("sample", "entered"):
        post = a_post(connection, round_id, dt.date(2020, 1, 1), JUNE)
        a_case(connection, a_family(connection), post, dt.date(2020, 1, 5), origin=origin)
    said = records(in_care(connection, READER, IV, JUNE, By.POST), "is_made_up")
    assert said == [(True,), (False,)]


def test_the_promised_columns_are_kept_and_strangers_are_refused(connection: Connection) -> None:
    for number in (0, 1):
        answer = in_care(connection, READER, IV, JUNE)
        assert len(answer) == number
        assert {str(name): str(kind) for name, kind in answer.dtypes.items()} == IN_CARE
        if not number:
            a_case(connection, a_family(connection), a_post_of(connection), JUNE)
    with pytest.raises(AccessRefused):
        in_care(connection, STRANGER, IV, JUNE)
