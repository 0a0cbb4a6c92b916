"""A first and a second valid row for every table, made from the columns themselves."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Connection,
    Date,
    Float,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
    insert,
)

from data_access.schema import metadata
from data_access.schema.base import UtcDateTime

Row = dict[str, Any]

VALUES: dict[type, Callable[[str, int], Any]] = {
    UtcDateTime: lambda _, number: dt.datetime(2020, 1, number, tzinfo=dt.UTC),
    Boolean: lambda _, number: number == 1,
    Date: lambda _, number: dt.date(2020, 1, number),
    Float: lambda _, number: number / 10,
    Integer: lambda _, number: number,
    JSON: lambda name, _: {"sample": name},
    LargeBinary: lambda name, number: f"{name} {number}".encode(),
    Text: lambda name, number: f"{name} {number}",
}
# What a value of the type alone would get wrong.
CHOSEN: dict[str, Callable[[int], Row]] = {
    "succession": lambda number: {"successor_id": 3 - number},
    "person_merge": lambda number: {"merged_id": 3 - number},
    "recommendation_link": lambda number: {"earlier_id": 3 - number},
    "reported_figure": lambda number: {"scope": "round", "round_id": number},
    "session": lambda number: {"expires_at": dt.datetime(2021, 1, number, tzinfo=dt.UTC)},
    "upload": lambda number: {"sha256": f"{number}" * 64},
}


def row(table: Table, number: int) -> Row:
    """The valid row of this number (1 or 2): it refers to the rows of its number elsewhere."""
    values = {c.name: _value(table, c, number) for c in table.columns if _is_needed(table, c)}
    return values | CHOSEN.get(table.name, lambda _: {})(number)


def plant(connection: Connection, table: Table) -> None:
    """The table's first row, and both rows of every table it can refer to."""
    needed = ancestors(table)
    for known in metadata.sorted_tables:
        if known in needed:
            connection.execute(insert(known), [row(known, 1), row(known, 2)])
    connection.execute(insert(table), row(table, 1))


def ancestors(table: Table) -> set[Table]:
    """Every table that a row of this one refers to, by whatever way."""
    direct = {key.column.table for key in table.foreign_keys} - {table}
    return direct.union(*map(ancestors, direct))


def vocabulary(table: Table, column: str) -> list[str]:
    """The words that a column of codes accepts; none for another column."""
    name = f"ck_{table.name}_{column}"
    checks = (c for c in table.constraints if isinstance(c, CheckConstraint) and c.name == name)
    return [word for check in checks for word in re.findall(r"'(\w+)'", str(check.sqltext))]


def _is_needed(table: Table, column: Column[Any]) -> bool:
    unique = {c for u in table.constraints if isinstance(u, UniqueConstraint) for c in u.columns}
    return not column.nullable and (column.server_default is None or column in unique)


def _value(table: Table, column: Column[Any], number: int) -> Any:
    words = vocabulary(table, column.name)
    if words:
        return words[number - 1]
    if column.foreign_keys:
        return number
    kind = next(kind for kind in VALUES if isinstance(column.type, kind))
    return VALUES[kind](column.name, number)
