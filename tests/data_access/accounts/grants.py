"""Accounts and roles made up for a test: each function records one row, and no more."""

import datetime as dt
from typing import Any

from sqlalchemy import Connection, select

from data_access import schema
from data_access.rules import Role
from tests.data_access.people import NUMBERS, add

ISSUER = "test"
CREATED = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
EARLY = dt.date(2020, 1, 1)


def an_account(connection: Connection, subject: str | None = None, **values: Any) -> int:
    named = {"issuer": ISSUER, "subject": subject or f"somebody-{next(NUMBERS)}"}
    return add(connection, schema.account, **named | {"created_at": CREATED} | values)


def a_role(
    connection: Connection,
    account: int,
    role: Role = Role.COORDINATOR,
    first: dt.date = EARLY,
    last: dt.date | None = None,
    **limits: Any,
) -> int:
    """A role from the first day to the last; ``limits`` are columns such as round_id."""
    held = {"account_id": account, "role": role.value, "valid_from": first, "valid_to": last}
    return add(connection, schema.role_grant, **held | limits)


def place_number(connection: Connection, place: str) -> int:
    """The number of a municipality that is written ``<division>:<iso>``."""
    code, iso = place.split(":")
    municipality, division = schema.municipality, schema.division
    statement = select(municipality.c.id).join_from(municipality, division)
    found = statement.where(division.c.code == code, municipality.c.iso == iso)
    return int(connection.execute(found).scalar_one())
