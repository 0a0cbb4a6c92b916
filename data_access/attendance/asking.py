"""Many values asked for at once, in as many statements as a database takes."""

from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Row, Select

AT_ONCE = 5_000

Value = TypeVar("Value")


def in_parts(values: Collection[Value], most: int = AT_ONCE) -> Iterator[Sequence[Value]]:
    """The values, so many at a time."""
    iterator = iter(values)
    while part := list(islice(iterator, most)):
        yield part


def among(
    connection: Connection,
    statement: Select[*tuple[Any, ...]],
    column: ColumnElement[Any],
    values: Collection[Any],
) -> Iterator[Row[Any]]:
    """The rows in which the column has one of the values.

    With many values all rows come back, which is quicker: whoever asks leaves out others.
    """
    if len(values) > AT_ONCE:
        yield from connection.execute(statement)
    elif values:
        yield from connection.execute(statement.where(column.in_(values)))
