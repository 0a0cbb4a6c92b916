"""Divisions and municipalities made up for a test, with the codes that the test gives them."""

import datetime as dt
from typing import Any

from sqlalchemy import Connection

from data_access import schema
from tests.data_access.people import add

BEGIN, TURN = dt.date(2009, 7, 1), dt.date(2021, 7, 1)


def a_division(
    connection: Connection, code: str, begins: dt.date = BEGIN, ends: dt.date | None = None
) -> int:
    return add(connection, schema.division, code=code, valid_from=begins, valid_to=ends)


def a_town(connection: Connection, division: int, iso: str, name: str) -> int:
    """A municipality that is there as long as its division."""
    values = {"iso": iso, "name": name, "name_folded": name.casefold(), "is_city": True}
    return add(connection, schema.municipality, division_id=division, valid_from=BEGIN, **values)


def two_divisions(connection: Connection) -> tuple[int, int]:
    """The division until the middle of 2021, and the one after it."""
    last = TURN - dt.timedelta(days=1)
    return a_division(connection, "2009", BEGIN, last), a_division(connection, "2021", TURN)


def beside(kind: str) -> dict[str, Any]:
    """A place beside the map."""
    return {"place_kind": kind, "municipality_id": None}
