"""Which rule of its table a row breaks, by the rule's name."""

import re
from typing import Any

from sqlalchemy import Connection, Table, UniqueConstraint, insert
from sqlalchemy.exc import IntegrityError

from data_access.schema import metadata
from tests.data_access.schema.samples import Row


def refused_by(connection: Connection, table: Table, values: Row) -> str | None:
    """The name of the constraint that refuses the row; None where it is recorded."""
    step = connection.begin_nested()
    try:
        connection.execute(insert(table), values)
    except IntegrityError as error:
        return _name_in(error.orig, table)
    else:
        return None
    finally:
        step.rollback()


def table_of(constraint: str) -> Table:
    """The table that has a constraint or an index of this name."""
    return next(t for t in metadata.tables.values() if constraint in names_of(t))


def names_of(table: Table) -> set[str]:
    """The names of all its constraints and indexes."""
    things: list[Any] = [*table.constraints, *table.indexes]
    return {str(thing.name) for thing in things}


def uniques_of(table: Table) -> dict[str, list[str]]:
    """The columns of each of its unique constraints and unique indexes."""
    things: list[Any] = [c for c in table.constraints if isinstance(c, UniqueConstraint)]
    things += [index for index in table.indexes if index.unique]
    return {str(thing.name): [column.name for column in thing.columns] for thing in things}


def _name_in(error: Any, table: Table) -> str:
    if hasattr(error, "diag"):
        return str(error.diag.constraint_name)
    # SQLite names a check, and for a unique constraint the columns.
    kind, _, what = str(error).partition(" constraint failed: ")
    if kind == "UNIQUE":
        columns = re.findall(r"\.(\w+)", what)
        return next(name for name, known in uniques_of(table).items() if known == columns)
    return what
