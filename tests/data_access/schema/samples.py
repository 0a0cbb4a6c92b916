"""Valid rows for every table, made from the columns themselves."""

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

from data_access.schema import data_version, metadata, reading_key
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
    "succession": lambda number: _pair("predecessor_id", "successor_id", number),
    "person_merge": lambda number: _pair("kept_id", "merged_id", number),
    "recommendation_link": lambda number: _pair("recommendation_id", "earlier_id", number),
    "reported_figure": lambda number: {"scope": "round", "round_id": number},
    "session": lambda number: {"expires_at": dt.datetime(2021, 1, number, tzinfo=dt.UTC)},
    "denominator": lambda number: {"municipality_id": number},
    "attendance": lambda _: {"origin": "entered"},
    "progress_report_link": lambda number: {"address": f"https://example.lv/{number}"},
    "register_import": lambda number: {"sha256": f"{number}" * 64},
    "monthly_report": lambda _: {"origin": "entered"},
    "upload": lambda number: {"sha256": f"{number}" * 64},
    "institution_word": lambda _: {"kind": "ngo"},
    "data_version": lambda _: {"id": 1},
    "reading_key": lambda _: {"id": 1},
}


def row(table: Table, number: int) -> Row:
    """The valid row of this number: it refers to the rows of its number elsewhere."""
    values = {c.name: _value(table, c, number) for c in table.columns if _is_needed(table, c)}
    chosen = CHOSEN.get(table.name)
    return values | chosen(number) if chosen else values


def plant(connection: Connection, table: Table) -> None:
    """The table's first row, and four rows of every table it can refer to."""
    needed = ancestors(table)
    for known in metadata.sorted_tables:
        if known in needed:
            connection.execute(insert(known), [row(known, n) for n in range(1, 5)])
    if table not in (data_version, reading_key):  # which have but one row
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


def _pair(first: str, second: str, number: int) -> Row:
    """Two of the four: what refers twice to one table must not refer twice to one row."""
    return {first: 2 * number - 1, second: 2 * number}


def _is_needed(table: Table, column: Column[Any]) -> bool:
    unique = {c for u in table.constraints if isinstance(u, UniqueConstraint) for c in u.columns}
    has_default = column.server_default is not None and not column.primary_key
    return not column.nullable and (column in unique or not has_default)


def _value(table: Table, column: Column[Any], number: int) -> Any:
    words = vocabulary(table, column.name)
    if words:
        return words[(number - 1) % len(words)]
    if column.foreign_keys:
        return number
    kind = next(kind for kind in VALUES if isinstance(column.type, kind))
    return VALUES[kind](column.name, number)
