"""Rounds as their rows tell them: months of service instead of mediators times months."""

import datetime as dt
from decimal import Decimal

import pytest
from sqlalchemy import Connection

from data_access.access import AccessRefused
from data_access.caseloads import ROUNDS_RECORDED, rounds_recorded
from data_access.filters import Filters
from tests.data_access.answers import records
from tests.data_access.people import a_case, a_family, a_figure, a_post, a_round
from tests.data_access.readers import READER, STRANGER

ALL = Filters()
COUNTED = ("round", "mediators", "months", "service_months", "families")
RATES = ("round", "per_mediator", "per_mediator_month", "posts_undated")


def day(month: int, number: int = 15) -> dt.date:
    return dt.date(2020, month, number)


def asked(
    connection: Connection, *columns: str, filters: Filters = ALL
) -> list[tuple[object, ...]]:
    return records(rounds_recorded(connection, READER, filters), *columns)


def test_the_sample_gives_the_rates_that_are_reported_of_its_round(made_up: Connection) -> None:
    assert asked(made_up, *COUNTED) == [("IV", 5, 10, 50, 128), ("V", 2, None, None, None)]
    assert asked(made_up, *RATES, "is_made_up") == [
        ("IV", Decimal("25.6"), Decimal("2.56"), 0, True),
        ("V", None, None, 2, True),
    ]
    qualities = [f"{part}_quality" for part in ("mediators", "months", "families")]
    assert asked(made_up, *qualities)[1] == ("exact", "not_stated", "no_data")


def test_families_count_once_and_come_on_months_in_which_a_post_was_held(
    connection: Connection,
) -> None:
    round_id = a_round(connection, "IV")
    first = a_post(connection, round_id, day(1), day(4))
    second = a_post(connection, round_id, day(3), day(4))
    shared = a_family(connection)
    for post, family in ((first, shared), (second, shared), (second, a_family(connection))):
        a_case(connection, family, post, day(3))
    a_figure(connection, round_id, "mediators", 9)
    other = a_round(connection, "V")
    a_case(connection, a_family(connection), a_post(connection, other, day(6), day(7)), day(6))
    a_round(connection, "VI")
    assert asked(connection, *COUNTED) == [("IV", 2, 4, 6, 2), ("V", 1, 2, 2, 1)]
    assert asked(connection, *RATES) == [
        ("IV", Decimal("1.0"), Decimal("0.33"), 0),
        ("V", Decimal("1.0"), Decimal("0.50"), 0),
    ]
    assert asked(connection, "round", "is_made_up", filters=Filters(round="V")) == [("V", False)]


def test_where_the_days_of_a_post_are_unknown_nothing_is_divided_by_the_months(
    connection: Connection,
) -> None:
    round_id = a_round(connection, "IV")
    post = a_post(connection, round_id, day(1), day(2))
    a_post(connection, round_id)
    a_case(connection, a_family(connection), post, day(1))
    assert asked(connection, *COUNTED) == [("IV", 2, 2, 2, 1)]
    assert asked(connection, *RATES) == [("IV", Decimal("0.5"), None, 1)]


def test_the_promised_columns_are_kept_and_strangers_are_refused(connection: Connection) -> None:
    for number, code in enumerate(("III", "IV")):
        answer = rounds_recorded(connection, READER, ALL)
        assert len(answer) == number
        assert {str(name): str(kind) for name, kind in answer.dtypes.items()} == ROUNDS_RECORDED
        a_post(connection, a_round(connection, code))
    with pytest.raises(AccessRefused):
        rounds_recorded(connection, STRANGER, ALL)
