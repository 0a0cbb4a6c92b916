"""What came of contacts and where they were: individual and group apart, persons beside."""

import datetime as dt

import pytest
from sqlalchemy import Connection

from data_access.access import AccessRefused
from data_access.caseloads import RESULTS, results
from data_access.filters import Filters
from data_access.rules import ContactPlace, ContactResult
from tests.data_access.answers import records
from tests.data_access.people import a_contact, a_post, a_round
from tests.data_access.readers import READER, STRANGER

IV = Filters(round="IV")
MARCH = dt.date(2020, 3, 15)
Numbers = dict[str, tuple[int | None, ...]]


def found(connection: Connection, by: str, *columns: str, filters: Filters = IV) -> Numbers:
    """The numbers by code, without the rows of which all are zero."""
    answer = records(results(connection, READER, filters), "by", "code", *columns)
    return {code: tuple(n) for of, code, *n in answer if of == by and any(n)}


def test_contacts_count_by_result_and_by_place_with_forms_apart(connection: Connection) -> None:
    post = a_post(connection, a_round(connection))
    a_contact(connection, post, MARCH, result="informed", met_at="home")
    a_contact(connection, post, MARCH, result="informed", met_at="phone")
    a_contact(connection, post, None, form="group", result="informed", met_at="public")
    a_contact(connection, post, MARCH, result="taken_up", met_at="home")
    a_contact(connection, post, MARCH)
    other = a_post(connection, a_round(connection, "V"))
    a_contact(connection, other, MARCH, result="nothing", met_at="online")
    columns = ("contacts", "individual", "group")
    assert found(connection, "result", *columns) == {
        "informed": (3, 2, 1),
        "taken_up": (1, 1, 0),
        "not_stated": (1, 1, 0),
    }
    assert found(connection, "met_at", *columns) == {
        "home": (2, 2, 0),
        "public": (1, 0, 1),
        "phone": (1, 1, 0),
        "not_stated": (1, 1, 0),
    }
    dated = Filters(round="IV", end=MARCH)
    assert found(connection, "result", *columns, filters=dated)["informed"] == (2, 2, 0)


def test_persons_that_no_contact_states_are_missing_and_not_zero(connection: Connection) -> None:
    post = a_post(connection, a_round(connection))
    for persons in (2, 3, None):
        a_contact(connection, post, MARCH, result="applied", persons=persons)
    a_contact(connection, post, MARCH, result="referred", persons=0)
    a_contact(connection, post, MARCH, result="nothing")
    columns = ("contacts", "persons", "without_persons")
    assert found(connection, "result", *columns) == {
        "applied": (3, 5, 1),
        "referred": (1, 0, 0),
        "nothing": (1, None, 1),
    }


def test_every_code_has_its_row_in_the_vocabularys_order(connection: Connection) -> None:
    a_contact(connection, a_post(connection, a_round(connection)), result="nothing")
    answer = records(results(connection, READER, IV), "by", "code", "contacts")
    codes = [*(("result", c.value) for c in ContactResult)]
    codes += [("met_at", c.value) for c in ContactPlace]
    assert [(by, code) for by, code, _ in answer] == codes
    assert {code: n for _, code, n in answer if n} == {"nothing": 1, "not_stated": 1}


def test_made_up_contacts_mark_their_own_row(connection: Connection) -> None:
    post = a_post(connection, a_round(connection))
    a_contact(connection, post, result="informed", origin="sample")
    a_contact(connection, post, result="applied", met_at="home")
    marked = found(connection, "result", "is_made_up"), found(connection, "met_at", "is_made_up")
    assert marked == ({"informed": (True,)}, {"not_stated": (True,)})


def test_the_promised_columns_are_kept_and_strangers_are_refused(connection: Connection) -> None:
    a_contact(connection, a_post(connection, a_round(connection, "V")))
    for filters in (IV, Filters(round="V", activity="one")):
        empty = results(connection, READER, filters)
        assert empty.empty
        assert {str(name): str(kind) for name, kind in empty.dtypes.items()} == RESULTS
    with pytest.raises(AccessRefused):
        results(connection, STRANGER, IV)
