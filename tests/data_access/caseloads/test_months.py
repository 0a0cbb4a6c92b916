"""A month without a record is missing, and never a month in which nothing happened."""

import datetime as dt

import pytest
from sqlalchemy import Connection

from data_access.access import AccessRefused
from data_access.caseloads import MONTHS, months
from data_access.filters import Filters
from tests.data_access.answers import records
from tests.data_access.people import a_case, a_contact, a_family, a_post, a_round
from tests.data_access.readers import READER, STRANGER

IV = Filters(round="IV")
SEEN = ("families", "without_family", "persons", "without_persons")


def day(month: int, number: int = 15, year: int = 2020) -> dt.date:
    return dt.date(year, month, number)


def month_of(value: dt.datetime) -> tuple[int, int]:
    return value.year, value.month


def counted(
    connection: Connection, *columns: str, filters: Filters = IV
) -> dict[tuple[int, int], tuple[object, ...]]:
    rows = records(months(connection, READER, filters), "month", *columns)
    return {month_of(month): tuple(numbers) for month, *numbers in rows}


def test_contacts_fall_into_the_month_they_were_held_in(connection: Connection) -> None:
    round_id = a_round(connection)
    post = a_post(connection, round_id, day(12, 10, 2019), day(3, 2))
    for held_on in (day(12, 31, 2019), day(1, 1), day(1, 31), None):
        a_contact(connection, post, held_on)
    a_contact(connection, post, day(1, 31), form="group")
    a_contact(connection, a_post(connection, a_round(connection, "V"), day(2)), day(2))
    assert counted(connection, "contacts", "individual", "group") == {
        (2019, 12): (1, 1, 0),
        (2020, 1): (3, 2, 1),
        (2020, 2): (None, None, None),
        (2020, 3): (None, None, None),
    }


def test_families_are_those_named_and_persons_those_stated(connection: Connection) -> None:
    post = a_post(connection, a_round(connection), day(1), day(4))
    first = a_case(connection, a_family(connection), post)
    second = a_case(connection, a_family(connection), post)
    for case in (first, first, second):
        a_contact(connection, post, day(1), mediation_case_id=case, persons=2)
    a_contact(connection, post, day(1), mediation_case_id=first)
    a_contact(connection, post, day(2), form="group", persons=0)
    a_contact(connection, post, day(3), form="group")
    assert counted(connection, *SEEN) == {
        (2020, 1): (2, 0, 6, 1),
        (2020, 2): (None, 1, 0, 0),
        (2020, 3): (None, 1, None, 1),
        (2020, 4): (None, None, None, None),
    }


def test_months_outside_a_post_have_no_row_unless_a_contact_lies_there(
    connection: Connection,
) -> None:
    round_id = a_round(connection)
    dated, undated = a_post(connection, round_id, day(3), day(3)), a_post(connection, round_id)
    a_contact(connection, dated, day(5))
    a_contact(connection, undated, day(1))
    answer = records(months(connection, READER, IV), "post", "month", "contacts")
    assert [(post, month.month, number) for post, month, number in answer] == [
        (dated, 3, None),
        (dated, 5, 1),
        (undated, 1, 1),
    ]


def test_a_period_leaves_the_other_months_out(connection: Connection) -> None:
    post = a_post(connection, a_round(connection), day(1, 1), day(6, 30))
    for month in range(1, 7):
        a_contact(connection, post, day(month))
    chosen = Filters(round="IV", start=day(2, 16), end=day(4, 15))
    assert counted(connection, "contacts", filters=chosen) == {
        (2020, 2): (None,),
        (2020, 3): (1,),
        (2020, 4): (1,),
    }


def test_the_months_of_a_made_up_post_say_so(connection: Connection) -> None:
    round_id = a_round(connection)
    made_up = a_post(connection, round_id, day(1), day(2), origin="sample")
    real = a_post(connection, round_id, day(1), day(1))
    answer = records(months(connection, READER, IV), "post", "is_made_up")
    assert answer == [(made_up, True), (made_up, True), (real, False)]


def test_the_promised_columns_are_kept_and_strangers_are_refused(connection: Connection) -> None:
    round_id = a_round(connection)
    for number in (0, 2):
        answer = months(connection, READER, IV)
        assert len(answer) == number
        assert {str(name): str(kind) for name, kind in answer.dtypes.items()} == MONTHS
        a_contact(connection, a_post(connection, round_id, day(1), day(2)), day(1))
    with pytest.raises(AccessRefused):
        months(connection, STRANGER, IV)
