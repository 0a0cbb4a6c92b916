"""A reader's own rows on SQLite: copies in the temporary schema, which SQLite asks first.

A view would not do: whoever names a query like the view reads the table behind it as the view may.
"""

import re
import sqlite3
from collections.abc import Callable, Iterator, Set
from contextlib import contextmanager
from graphlib import TopologicalSorter
from itertools import product

from data_access import schema
from data_access.door.reach import Reach
from data_access.door.rows import HIDDEN_COLUMNS, IN_SCOPE, ROWS

RELATIONS = {
    "reader_flags": "programme",
    "reader_scope": "round_id, municipality_id",
    "reader_mediator": "mediator_id",
    "activity_in_scope": "id, round_id, municipality_id",
}
FOLLOW_FROM = {
    table: set(re.findall(r"(?:FROM|JOIN) (\w+)", rows)) & ROWS.keys()
    for table, rows in ROWS.items()
}
"""Which tables' rows say which rows of a table are the reader's."""

TEMPORARY = "SELECT name FROM sqlite_temp_master WHERE type = 'table'"
ORDER = tuple(TopologicalSorter(FOLLOW_FROM).static_order())

NOWHERE = 0
"""How reader_scope names records that lie in no municipality."""

Authorizer = Callable[[int, str | None, str | None, str | None, str | None], int]


class Copies:
    """The rows of tables that a reader sees in part, copied when a statement first names them.

    ``copied`` tells the authorizer which; the tables themselves it keeps shut.
    """

    def __init__(
        self, raw: sqlite3.Connection, reach: Reach, authorizer: Authorizer, copied: set[str]
    ) -> None:
        self._raw, self._reach, self._authorizer = raw, reach, authorizer
        self._copied = copied

    def bring(self, words: Set[str]) -> None:
        """Copy what a statement of these words may ask for."""
        named = words & ROWS.keys()
        if not named:
            return
        with self._unwatched():
            # Asked anew each time: whoever rolls back takes the copies back as well.
            there = {name for (name,) in self._raw.execute(TEMPORARY)}
            if not there:
                self._relate()
            self._copy(_with_what_they_follow_from(named) - there)
            self._copied.clear()
            self._copied.update(name for (name,) in self._raw.execute(TEMPORARY))

    @contextmanager
    def _unwatched(self) -> Iterator[None]:
        self._raw.set_authorizer(None)
        try:
            yield
        finally:
            self._raw.set_authorizer(self._authorizer)

    def _relate(self) -> None:
        """The relations by which rows are known to be the reader's."""
        raw, reach = self._raw, self._reach
        for name, columns in RELATIONS.items():
            raw.execute(f"CREATE TEMP TABLE {name} ({columns})")
        raw.execute("INSERT INTO reader_flags VALUES (?)", (reach.programme,))
        raw.executemany("INSERT INTO reader_scope VALUES (?, ?)", _places(raw, reach))
        raw.executemany("INSERT INTO reader_mediator VALUES (?)", ((m,) for m in reach.mediators))
        reached = f"SELECT {RELATIONS['activity_in_scope']} FROM main.activity WHERE {IN_SCOPE}"
        raw.execute(f"INSERT INTO activity_in_scope {reached}")

    def _copy(self, tables: Set[str]) -> None:
        for table in (table for table in ORDER if table in tables):
            seen = f"SELECT {_columns(table)} FROM main.{table} WHERE {ROWS[table]}"
            self._raw.execute(f"CREATE TEMP TABLE {table} AS {seen}")
            for column in _looked_up(table):
                self._raw.execute(f"CREATE INDEX temp.{table}_{column} ON {table} ({column})")


def _with_what_they_follow_from(named: Set[str]) -> set[str]:
    found = set(named)
    for table in reversed(ORDER):
        if table in found:
            found |= FOLLOW_FROM[table]
    return found


def _places(raw: sqlite3.Connection, reach: Reach) -> set[tuple[int, int]]:
    """Every round with every municipality that one of the reader's roles reaches."""
    rounds = [number for (number,) in raw.execute("SELECT id FROM round")]
    everywhere = [NOWHERE, *(number for (number,) in raw.execute("SELECT id FROM municipality"))]
    found: set[tuple[int, int]] = set()
    for grant in reach.places:
        of = rounds if grant.round is None else [grant.round]
        found |= set(
            product(of, everywhere if grant.municipalities is None else grant.municipalities)
        )
    return found


def _columns(table: str) -> str:
    columns = schema.metadata.tables[table].columns
    return ", ".join(c.name for c in columns if (table, c.name) not in HIDDEN_COLUMNS)


def _looked_up(table: str) -> list[str]:
    """The columns by which tables are joined."""
    columns = schema.metadata.tables[table].columns
    return [column.name for column in columns if column.primary_key or column.foreign_keys]
