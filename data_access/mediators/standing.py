"""A post as it stands, for whoever keeps records where it lies."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, select

from data_access import schema
from data_access.access import Reader, Right, require, require_at
from data_access.filters import Filters
from data_access.mediators.problems import PostUnknown
from data_access.rounds import require_open
from data_access.upkeep import ChangedMeanwhile

Row = Mapping[Any, Any]


def kept(connection: Connection, reader: Reader, post: int, revision: int | None = None) -> Row:
    """The post by its number, within the right to keep records, of a round that is not closed.

    Refuses one that is not there (PostUnknown) or that the right does not reach (AccessRefused), a
    closed round (RoundClosed), and one that is no longer at ``revision`` (ChangedMeanwhile).
    """
    row = reached(connection, reader, post)
    code = select(schema.round.c.code).where(schema.round.c.id == row["round_id"])
    require_open(connection, reader, Filters(round=connection.execute(code).scalar_one()))
    if revision is not None and row["revision"] != revision:
        raise ChangedMeanwhile("Somebody else changed the post in the meantime.")
    return row


def reached(connection: Connection, reader: Reader, post: int) -> Row:
    """The post by its number, whatever became of its round. Refuses PostUnknown, AccessRefused."""
    require(reader, Right.KEEP_RECORDS)
    statement = select(schema.mediator_post).where(schema.mediator_post.c.id == post)
    row = connection.execute(statement).mappings().first()
    if row is None:
        raise PostUnknown("There is no such post.")
    require_where(reader, row)
    return row


def require_where(reader: Reader, row: Row) -> None:
    """Nothing, where the right to keep records reaches the row's round and municipality.

    Refuses AccessRefused; a row without a municipality is for who is not limited to some.
    """
    require(reader, Right.KEEP_RECORDS)
    where = {"round_": row["round_id"], "municipality": row.get("municipality_id")}
    require_at(reader, Right.KEEP_RECORDS, **where)
