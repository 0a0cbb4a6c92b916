"""Many rows into a table, some thousands at a time, and much work without pauses."""

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any

from sqlalchemy import Column, Connection, LargeBinary, String, Table, bindparam, update

AT_ONCE = 5_000
IN_COLUMNS = frozenset({"postgresql"})
"""Databases that take many rows in one statement, a column at a time."""

Row = Mapping[str, Any]
Given = Callable[[list[Any]], list[Any]]


def insert_rows(connection: Connection, table: Table, rows: Iterable[Row]) -> None:
    """Add the rows, which all state the same columns.

    Straight through the driver: what SQLAlchemy does for each row takes longer than the database.
    """
    iterator = iter(rows)
    part = list(islice(iterator, AT_ONCE))
    names = list(part[0]) if part else []
    in_columns = connection.dialect.name in IN_COLUMNS
    statement = (_of_columns if in_columns else _of_rows)(connection, table, names)
    given = {name: _given(connection, table.c[name]) for name in names}
    while part:
        columns = [given[name]([row[name] for row in part]) for name in names]
        values = tuple(columns) if in_columns else list(zip(*columns, strict=True))
        connection.exec_driver_sql(statement, values)
        part = list(islice(iterator, AT_ONCE))


def update_rows(connection: Connection, table: Table, rows: Iterable[Row]) -> None:
    """Change rows by their ``id``; all state the same further columns."""
    iterator = iter(rows)
    while part := [
        {f"new_{name}": v for name, v in row.items()} for row in islice(iterator, AT_ONCE)
    ]:
        values: dict[str, Any] = {
            name.removeprefix("new_"): bindparam(name) for name in part[0] if name != "new_id"
        }
        statement = update(table).where(table.c.id == bindparam("new_id")).values(values)
        connection.execute(statement, part)


@contextmanager
def without_pauses() -> Iterator[None]:
    """No search for unused rings of objects meanwhile: among many rows there are none to find."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _of_rows(connection: Connection, table: Table, names: Sequence[str]) -> str:
    """A statement that is executed with each row."""
    values = ", ".join("?" for _ in names)
    return f"INSERT INTO {_named(connection, table, names)} VALUES ({values})"  # noqa: S608


def _of_columns(connection: Connection, table: Table, names: Sequence[str]) -> str:
    """A statement that is executed once, with the values of each column as an array."""
    kinds = [table.c[name].type for name in names]
    written = ["TEXT" if isinstance(kind, String) else kind.compile(connection.dialect)
               for kind in kinds]  # fmt: skip
    arrays = ", ".join(f"%b::{kind}[]" for kind in written)
    into = _named(connection, table, names)
    return f"INSERT INTO {into} SELECT * FROM unnest({arrays})"  # noqa: S608


def _named(connection: Connection, table: Table, names: Sequence[str]) -> str:
    quote = connection.dialect.identifier_preparer.quote
    return f"{quote(table.name)} ({', '.join(map(quote, names))})"


def _given(connection: Connection, column: Column[Any]) -> Given:
    """How values of a column are given to the driver."""
    process = column.type.dialect_impl(connection.dialect).bind_processor(connection.dialect)
    if process is None or isinstance(column.type, LargeBinary):
        return list
    return lambda values: list(map(process, values))
