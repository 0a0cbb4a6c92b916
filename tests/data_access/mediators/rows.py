"""What tests of mediators' posts share: rows as they stand, histories, a round that closes."""

import datetime as dt
from typing import Any

from sqlalchemy import Connection, Table, select, update

from data_access import schema, upkeep
from tests.data_access.answers import records
from tests.data_access.people import add
from tests.data_access.readers import COORDINATOR

JANUARY, MARCH, JUNE = dt.date(2020, 1, 1), dt.date(2020, 3, 31), dt.date(2020, 6, 30)
MOMENT = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


def row_of(connection: Connection, table: Table, number: int) -> dict[str, Any]:
    """The row as it stands."""
    return {**connection.execute(select(table).where(table.c.id == number)).mappings().one()}


def every(connection: Connection, table: Table) -> list[dict[str, Any]]:
    """All rows in the order in which they came."""
    return [{**row} for row in connection.execute(select(table).order_by(table.c.id)).mappings()]


def told(connection: Connection, post: int, *columns: str) -> list[tuple[Any, ...]]:
    """What the post's history says of the columns, the latest first."""
    found = upkeep.history(connection, COORDINATOR, "mediator_post", post)
    lines = found[found["column_name"].isin(columns)]
    return records(lines, "column_name", "old_value", "new_value")


def close(connection: Connection, round_id: int) -> None:
    """Close a round; approving comes after."""
    account = add(connection, schema.account, issuer="t", subject=str(round_id), created_at=MOMENT)
    closed = {"closed_at": MOMENT, "closed_by_id": account}
    connection.execute(update(schema.round).where(schema.round.c.id == round_id).values(closed))


def approve(connection: Connection, round_id: int) -> None:
    """Close a round and approve it."""
    close(connection, round_id)
    signed = schema.round.c.closed_by_id
    approved = {"approved_at": MOMENT, "approved_by_id": signed}
    connection.execute(update(schema.round).where(schema.round.c.id == round_id).values(approved))
