"""Who brought families, of every case; why cases ended, of those that have."""

import datetime as dt

import pytest
from sqlalchemy import Connection

from data_access.access import AccessRefused
from data_access.caseloads import REASONS, reasons
from data_access.filters import Filters
from data_access.rules import ClosingReason, Referrer
from tests.data_access.answers import records
from tests.data_access.people import a_case, a_family, a_post, a_round
from tests.data_access.readers import READER, STRANGER

IV = Filters(round="IV")
FIRST, MARCH, LAST = dt.date(2020, 1, 1), dt.date(2020, 3, 15), dt.date(2020, 6, 30)


def found(connection: Connection, by: str, filters: Filters = IV) -> dict[str, int]:
    """The cases by code, without the zeros."""
    answer = records(reasons(connection, READER, filters), "by", "code", "cases")
    return {code: number for of, code, number in answer if of == by and number}


def plant(connection: Connection) -> None:
    """Four cases of round IV, of which three ended, and one of another round."""
    post = a_post(connection, a_round(connection), FIRST, LAST)
    for closed, reason, referrer in (
        (MARCH, "need_met", "school"),
        (LAST, "need_met", "school"),
        (LAST, "not_stated", "not_stated"),
        (None, "not_stated", "family"),
    ):
        told = {"closing_reason": reason, "referred_by": referrer}
        a_case(connection, a_family(connection), post, FIRST, closed, **told)
    other = a_post(connection, a_round(connection, "V"), FIRST, LAST)
    told = {"closing_reason": "lost_touch", "referred_by": "health"}
    a_case(connection, a_family(connection), other, FIRST, MARCH, **told)


def test_every_case_has_a_referrer_and_those_that_ended_a_reason(connection: Connection) -> None:
    plant(connection)
    assert found(connection, "referred_by") == {"family": 1, "school": 2, "not_stated": 1}
    assert found(connection, "closing_reason") == {"need_met": 2, "not_stated": 1}


def test_a_case_that_ended_after_the_last_day_has_no_reason_yet(connection: Connection) -> None:
    plant(connection)
    in_march = Filters(round="IV", end=MARCH)
    assert found(connection, "closing_reason", in_march) == {"need_met": 1}
    assert sum(found(connection, "referred_by", in_march).values()) == 4
    before = Filters(round="IV", end=FIRST)
    answer = records(reasons(connection, READER, before), "by", "code")
    assert answer == [("referred_by", code.value) for code in Referrer]


def test_every_code_has_its_row_and_made_up_ones_say_so(connection: Connection) -> None:
    plant(connection)
    post = a_post(connection, a_round(connection, "VI"))
    values = {"referred_by": "ngo", "closing_reason": "own_wish", "origin": "sample"}
    a_case(connection, a_family(connection), post, FIRST, MARCH, **values)
    answer = records(reasons(connection, READER, Filters()), "by", "code", "is_made_up")
    codes = [("referred_by", code.value) for code in Referrer]
    codes += [("closing_reason", code.value) for code in ClosingReason]
    assert [(by, code) for by, code, _ in answer] == codes
    assert {code for _, code, is_made_up in answer if is_made_up} == {"ngo", "own_wish"}


def test_the_promised_columns_are_kept_and_strangers_are_refused(connection: Connection) -> None:
    a_post(connection, a_round(connection))
    for filters in (IV, Filters(activity="one")):
        empty = reasons(connection, READER, filters)
        assert empty.empty
        assert {str(name): str(kind) for name, kind in empty.dtypes.items()} == REASONS
    with pytest.raises(AccessRefused):
        reasons(connection, STRANGER, IV)
