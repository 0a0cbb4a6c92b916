"""Rows as the tests look at them, and readers whose right reaches one town."""

import datetime as dt
from typing import Any

from sqlalchemy import Connection, select

from data_access import schema
from data_access.access import Grant, Reader
from data_access.rules import Role
from tests.data_access.people import add


def rows(connection: Connection, name: str) -> list[dict[str, Any]]:
    """Every row of a table, in the order of the numbers."""
    table = schema.metadata.tables[name]
    found = select(table).order_by(*table.primary_key.columns)
    return [dict(row) for row in connection.execute(found).mappings()]


def only(connection: Connection, name: str, **values: Any) -> dict[str, Any]:
    """The one row of a table that says this."""
    found = [row for row in rows(connection, name) if values.items() <= row.items()]
    (row,) = found
    return row


def of_town(connection: Connection, town: int, name: str = "ilze") -> Reader:
    """A coordinator of one town who has an account."""
    moment = dt.datetime(2019, 10, 2, tzinfo=dt.UTC)
    account = add(connection, schema.account, issuer="t", subject=name, created_at=moment)
    grant = Grant(Role.COORDINATOR, municipalities=frozenset({town}))
    return Reader(f"account:{account}", frozenset({grant}), account)
