"""A case counts in each area it names; one that names none is told apart."""

import datetime as dt

import pytest
from sqlalchemy import Connection

from data_access.access import AccessRefused
from data_access.caseloads import NEEDS, needs
from data_access.filters import Filters
from data_access.rules import Area
from tests.data_access.answers import records
from tests.data_access.people import a_case, a_contact, a_family, a_need, a_post, a_round, of_sample
from tests.data_access.readers import READER, STRANGER

IV = Filters(round="IV")


def found(connection: Connection, column: str, filters: Filters = IV) -> dict[str, int | None]:
    """The numbers by area, without those that are zero."""
    answer = records(needs(connection, READER, filters), "area", column)
    assert [area for area, _ in answer] == [area.value for area in Area]
    return {area: number for area, number in answer if number != 0}


def day(month: int) -> dt.date:
    return dt.date(2020, month, 15)


def test_a_case_counts_in_every_area_it_names(connection: Connection) -> None:
    post = a_post(connection, a_round(connection))
    several, silent, vague = (a_case(connection, a_family(connection), post) for _ in range(3))
    for area in ("housing", "health"):
        a_need(connection, several, area)
    a_need(connection, a_case(connection, a_family(connection), post), "health")
    a_need(connection, vague, "not_stated")
    other = a_post(connection, a_round(connection, "V"))
    a_need(connection, a_case(connection, a_family(connection), other), "culture")
    assert silent
    assert found(connection, "cases") == {"health": 2, "housing": 1, "not_stated": 2}
    assert set(found(connection, "contacts").values()) == {None}


def test_a_case_that_names_an_area_beside_not_stated_is_stated(connection: Connection) -> None:
    case = a_case(connection, a_family(connection), a_post(connection, a_round(connection)))
    a_need(connection, case, "not_stated")
    a_need(connection, case, "youth")
    assert found(connection, "cases") == {"youth": 1}


def test_contacts_count_in_their_one_area(connection: Connection) -> None:
    post = a_post(connection, a_round(connection))
    for area in ("education", "education", "not_stated"):
        a_contact(connection, post, day(3), area=area)
    a_contact(connection, post, day(5), area="employment")
    april = Filters(round="IV", end=day(4))
    assert found(connection, "contacts", april) == {"education": 2, "not_stated": 1}
    assert set(found(connection, "cases").values()) == {None}


def test_a_period_leaves_the_needs_of_other_cases_out(connection: Connection) -> None:
    post = a_post(connection, a_round(connection))
    a_need(connection, a_case(connection, a_family(connection), post, day(1), day(2)), "health")
    a_need(connection, a_case(connection, a_family(connection), post, day(5)), "housing")
    assert found(connection, "cases", Filters(round="IV", start=day(3))) == {"housing": 1}


@pytest.mark.parametrize("what", ["need", "case", "contact"])
def test_an_area_with_made_up_rows_says_so(connection: Connection, what: str) -> None:
    origin = of_sample(what, "need", "case", "contact")
    post = a_post(connection, a_round(connection))
    case = a_case(connection, a_family(connection), post, **origin["case"])
    a_need(connection, case, "health", **origin["need"])
    a_contact(connection, post, area="health", **origin["contact"])
    a_need(connection, a_case(connection, a_family(connection), post), "housing")
    said = dict(records(needs(connection, READER, IV), "area", "is_made_up"))
    assert [area for area, is_made_up in said.items() if is_made_up] == ["health"]


def test_the_promised_columns_are_kept_and_strangers_are_refused(connection: Connection) -> None:
    a_post(connection, a_round(connection))
    for filters in (IV, Filters(activity="one")):
        empty = needs(connection, READER, filters)
        assert empty.empty
        assert {str(name): str(kind) for name, kind in empty.dtypes.items()} == NEEDS
    with pytest.raises(AccessRefused):
        needs(connection, STRANGER, IV)
