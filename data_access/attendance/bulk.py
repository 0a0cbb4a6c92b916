"""Many rows into a table, some thousands at a time, and much work without pauses."""

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from typing import Any

from sqlalchemy import Connection, LargeBinary, Table, bindparam, insert, update

AT_ONCE = 5_000

Row = Mapping[str, Any]
Given = Callable[[Any], Any]


def insert_rows(connection: Connection, table: Table, rows: Iterable[Row]) -> None:
    """Add the rows, which all state the same columns.

    Straight through the driver: what SQLAlchemy does for each row takes longer than the database.
    """
    iterator = iter(rows)
    first = next(iterator, None)
    if first is None:
        return
    statement = insert(table).values({name: bindparam(name) for name in first})
    compiled = statement.compile(dialect=connection.dialect)
    order = compiled.positiontup or list(first)
    given = _given(connection, table, order)
    part: list[Row] = [first]
    while part:
        values = [{name: given[name](row[name]) for name in order} for row in part]
        if compiled.positional:
            tuples = [tuple(one.values()) for one in values]
            connection.exec_driver_sql(str(compiled), tuples)
        else:
            connection.exec_driver_sql(str(compiled), values)
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


def _given(connection: Connection, table: Table, names: Iterable[str]) -> dict[str, Given]:
    """How a value of each column is given to the driver."""
    found: dict[str, Given] = {}
    for name in names:
        kind = table.c[name].type
        process = kind.dialect_impl(connection.dialect).bind_processor(connection.dialect)
        if process is None or isinstance(kind, LargeBinary):
            found[name] = _as_it_is
        else:
            found[name] = process
    return found


def _as_it_is(value: Any) -> Any:
    return value
