"""SQLite's side of the door: a read-only connection on which views stand before the tables."""

import sqlite3
from collections.abc import Callable
from itertools import product

from data_access import schema
from data_access.door.reach import Reach
from data_access.door.rows import AUDIT, HIDDEN, HIDDEN_COLUMNS, IN_SCOPE, ROWS

ALLOWED = frozenset(
    {
        sqlite3.SQLITE_SELECT,
        sqlite3.SQLITE_RECURSIVE,
        sqlite3.SQLITE_TRANSACTION,
        sqlite3.SQLITE_SAVEPOINT,
    }
)
RELATIONS = (
    "PRAGMA temp_store = MEMORY",
    "CREATE TEMP TABLE reader_flags (programme)",
    "CREATE TEMP TABLE reader_scope (round_id, municipality_id)",
    "CREATE TEMP TABLE reader_mediator (mediator_id)",
    f"CREATE TEMP VIEW activity_in_scope AS SELECT * FROM main.activity WHERE {IN_SCOPE}",
)
FENCE = "LIMIT -1 OFFSET 0"
"""Keeps SQLite from melting a view into what asks, as though the table itself had been asked."""

NOWHERE = 0
"""How reader_scope names records that lie in no municipality."""

Authorizer = Callable[[int, str | None, str | None, str | None, str | None], int]


def narrow(raw: sqlite3.Connection, reach: Reach) -> None:
    """Let through what the reach holds, for as long as the connection lasts."""
    if not reach.everything:
        _stand_before(raw, reach)
    raw.set_authorizer(_authorizer(reach))


def _stand_before(raw: sqlite3.Connection, reach: Reach) -> None:
    """Views in the temporary schema, which SQLite asks first, under the names of the tables."""
    for relation in RELATIONS:
        raw.execute(relation)
    raw.execute("INSERT INTO reader_flags VALUES (?)", (reach.programme,))
    raw.executemany("INSERT INTO reader_scope VALUES (?, ?)", _places(raw, reach))
    raw.executemany("INSERT INTO reader_mediator VALUES (?)", ((m,) for m in reach.mediators))
    for table, rows in ROWS.items():
        seen = f"SELECT {_columns(table)} FROM main.{table} WHERE {rows}"
        raw.execute(f"CREATE TEMP VIEW {table} AS {seen} {FENCE}")


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


def _authorizer(reach: Reach) -> Authorizer:
    shut = HIDDEN if reach.audits else HIDDEN | {AUDIT}
    behind = frozenset() if reach.everything else frozenset(ROWS)
    known = frozenset(schema.metadata.tables)

    def may_read(table: str | None, column: str | None, view: str | None) -> bool:
        if table not in known or table in shut or (table, column) in HIDDEN_COLUMNS:
            return False
        return table not in behind or view is not None

    def authorize(
        action: int, one: str | None, two: str | None, place: str | None, view: str | None
    ) -> int:
        if action == sqlite3.SQLITE_READ:
            is_allowed = place == "temp" or may_read(one, two, view)
        elif action == sqlite3.SQLITE_FUNCTION:
            is_allowed = two != "load_extension"
        else:
            is_allowed = action in ALLOWED
        return sqlite3.SQLITE_OK if is_allowed else sqlite3.SQLITE_DENY

    return authorize
