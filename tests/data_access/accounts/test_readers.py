"""An account as one who asks: the roles of the day, each as far as it reaches, or none at all."""

import datetime as dt
from typing import Any

import pytest
import time_machine
from sqlalchemy import Connection

from data_access.access import Grant, Reader, Right, is_limited, may, may_at
from data_access.accounts import reader_of
from data_access.rules import Role
from tests.data_access.accounts.grants import CREATED, ISSUER, a_role, an_account
from tests.data_access.people import a_mediator, a_municipality, a_round, an_institution

FIRST, LAST = dt.date(2026, 3, 1), dt.date(2026, 3, 31)
DAY = dt.timedelta(days=1)
NEVER: frozenset[Role] = frozenset()
COORDINATES = frozenset({Role.COORDINATOR})


def found(connection: Connection, day: dt.date | None = None) -> Reader:
    reader = reader_of(connection, ISSUER, "somebody", day)
    assert reader is not None
    return reader


def somebody(connection: Connection, **values: object) -> int:
    """The account a test is about, beside one with every role."""
    other = an_account(connection, "somebody else")
    for role in Role:
        a_role(connection, other, role)
    return an_account(connection, "somebody", **values)


@pytest.mark.parametrize(
    ("day", "roles"),
    [
        (FIRST - DAY, NEVER),
        (FIRST, COORDINATES),
        (FIRST + DAY, COORDINATES),
        (LAST, COORDINATES),
        (LAST + DAY, NEVER),
    ],
)
def test_a_role_is_in_force_from_its_first_day_to_its_last(
    connection: Connection, day: dt.date, roles: frozenset[Role]
) -> None:
    a_role(connection, somebody(connection), Role.COORDINATOR, FIRST, LAST)
    assert found(connection, day).roles == roles


def test_a_role_without_a_last_day_lasts(connection: Connection) -> None:
    a_role(connection, somebody(connection), Role.MANAGER, FIRST)
    assert found(connection, dt.date(2099, 12, 31)).roles == {Role.MANAGER}


@pytest.mark.parametrize(
    ("moment", "roles"),
    [
        ("2026-02-28T21:59:59+00:00", NEVER),
        ("2026-02-28T22:00:00+00:00", COORDINATES),
        ("2026-03-31T20:59:59+00:00", COORDINATES),
        ("2026-03-31T21:00:00+00:00", NEVER),
    ],
)
def test_today_is_the_day_of_riga(
    connection: Connection, moment: str, roles: frozenset[Role]
) -> None:
    a_role(connection, somebody(connection), Role.COORDINATOR, FIRST, LAST)
    with time_machine.travel(dt.datetime.fromisoformat(moment), tick=False):
        assert found(connection).roles == roles


def test_several_roles_of_one_person_stand_side_by_side(connection: Connection) -> None:
    account = somebody(connection)
    for role in (Role.MANAGER, Role.AUDITOR):
        a_role(connection, account, role)
    a_role(connection, account, Role.COUNCIL_MEMBER, FIRST, LAST)
    reader = found(connection, FIRST)
    assert reader.roles == {Role.MANAGER, Role.AUDITOR, Role.COUNCIL_MEMBER}
    assert found(connection, LAST + DAY).roles == {Role.MANAGER, Role.AUDITOR}
    assert may(reader, Right.READ_AUDIT)
    assert not may(reader, Right.KEEP_RECORDS)


def test_a_role_keeps_its_number_and_what_limits_it(connection: Connection) -> None:
    account = somebody(connection)
    limits = {
        "round": a_round(connection),
        "institution": an_institution(connection, "izm"),
        "mediator": a_mediator(connection),
    }
    columns: dict[str, Any] = {f"{name}_id": number for name, number in limits.items()}
    town = a_municipality(connection)
    number = a_role(connection, account, Role.COORDINATOR, municipality_id=town, **columns)
    assert found(connection, FIRST).grants == {
        Grant(Role.COORDINATOR, municipalities=frozenset({town}), number=number, **limits)
    }


def test_one_role_is_held_once_for_each_thing_that_limits_it(connection: Connection) -> None:
    account, decoy = somebody(connection), a_municipality(connection, "Jelgava")
    fourth, fifth = a_round(connection, "IV"), a_round(connection, "V")
    town = a_municipality(connection, "Valka")
    a_role(connection, account, round_id=fourth, municipality_id=town)
    a_role(connection, account, round_id=fifth)
    reader = found(connection, FIRST)
    assert is_limited(reader, Right.KEEP_RECORDS)
    reached = {
        (round_, place)
        for round_ in (fourth, fifth)
        for place in (town, decoy, None)
        if may_at(reader, Right.KEEP_RECORDS, round_=round_, municipality=place)
    }
    assert reached == {(fourth, town), (fifth, town), (fifth, decoy), (fifth, None)}


def test_a_disabled_account_has_no_role_and_stays_somebody(connection: Connection) -> None:
    account = somebody(connection, disabled_at=CREATED)
    a_role(connection, account)
    assert found(connection, FIRST) == Reader(f"account:{account}", account=account)


@pytest.mark.parametrize(
    ("issuer", "subject"), [("test", "nobody"), ("other", "somebody"), ("", ""), ("test", "")]
)
def test_an_account_that_is_not_there_is_nobody(
    connection: Connection, issuer: str, subject: str
) -> None:
    a_role(connection, somebody(connection))
    assert reader_of(connection, issuer, subject) is None


def test_a_reader_goes_by_a_number_and_not_by_a_name(connection: Connection) -> None:
    account = somebody(connection)
    assert found(connection, FIRST).who == f"account:{account}"
