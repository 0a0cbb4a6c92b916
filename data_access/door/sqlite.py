"""SQLite's side of the door: a read-only connection, watched while a statement is prepared.

The authorizer is not asked for the columns that USING and NATURAL compare. So statements that name
what is nobody's are refused as well: no table is read in SQLite whose name is not spelled out.
"""

import re
import sqlite3
from collections.abc import Set
from typing import Any

from sqlalchemy import Connection, event

from data_access import schema
from data_access.access import AccessRefused
from data_access.door.copies import RELATIONS, Authorizer, Copies
from data_access.door.reach import Reach
from data_access.door.rows import AUDIT, HIDDEN, HIDDEN_COLUMNS, ROWS

ALLOWED = frozenset(
    {
        sqlite3.SQLITE_SELECT,
        sqlite3.SQLITE_RECURSIVE,
        sqlite3.SQLITE_TRANSACTION,
        sqlite3.SQLITE_SAVEPOINT,
    }
)
TURNS = frozenset({sqlite3.SQLITE_TRANSACTION, sqlite3.SQLITE_SAVEPOINT})
OF_THE_DATABASE = ("sqlite_", "pragma_", "dbstat", "bytecode", "tables_used", "alembic_")
"""What SQLite itself answers under such names is nobody's."""

THE_TABLES_THEMSELVES = "main"
"""The schema behind the copies of whoever sees rows in part."""


def narrow(connection: Connection, raw: sqlite3.Connection, reach: Reach) -> None:
    """Let through what the reach holds, for as long as the connection lasts.

    A statement that names anything else is refused before it runs (AccessRefused).
    """
    copied: set[str] = set()
    authorizer = _authorizer(reach, copied)
    copies = Copies(raw, reach, authorizer, copied)
    refused = _refused_words(reach)

    def watch(_connection: Connection, _cursor: Any, statement: str, *_: Any) -> None:
        words = set(re.findall(r"\w+", statement.lower()))
        if words & refused:
            raise AccessRefused("This is nothing that a dashboard reads.")
        if not reach.everything:
            copies.bring(words)

    event.listen(connection, "before_cursor_execute", watch)
    raw.execute("PRAGMA temp_store = MEMORY")
    raw.set_authorizer(authorizer)


def _refused_words(reach: Reach) -> Set[str]:
    columns = {column for _, column in HIDDEN_COLUMNS}
    of_others = set() if reach.audits else {AUDIT}
    behind = set() if reach.everything else {THE_TABLES_THEMSELVES}
    return HIDDEN | columns | of_others | behind | {"natural"}


def _authorizer(reach: Reach, copied: set[str]) -> Authorizer:
    shut = HIDDEN if reach.audits else HIDDEN | {AUDIT}
    seen_in_part = frozenset() if reach.everything else frozenset(ROWS)
    known = frozenset(schema.metadata.tables)

    def may_read(table: str, column: str, place: str | None) -> bool:
        """Where no column is read, the names are those that were typed, perhaps without a place."""
        if table in shut or (table, column) in HIDDEN_COLUMNS:
            return False
        if table in seen_in_part:
            return place == "temp" or (place is None and table in copied)
        if table in known:
            return place in {"main", None}
        if table in RELATIONS:
            return place == "temp"
        return not (column or place or table.startswith(OF_THE_DATABASE))

    def authorize(
        action: int, one: str | None, two: str | None, place: str | None, _view: str | None
    ) -> int:
        if action in TURNS:
            # Copies go with the transaction that made them; the next statement brings its own.
            copied.clear()
        if action == sqlite3.SQLITE_READ:
            is_allowed = may_read(_small(one), _small(two), place and place.lower())
        elif action == sqlite3.SQLITE_FUNCTION:
            is_allowed = two != "load_extension"
        else:
            is_allowed = action in ALLOWED
        return sqlite3.SQLITE_OK if is_allowed else sqlite3.SQLITE_DENY

    return authorize


def _small(name: str | None) -> str:
    return (name or "").lower()
