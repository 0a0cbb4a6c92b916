"""SQLite's side of the door: a read-only connection, and an authorizer that says what is read."""

import sqlite3
from collections.abc import Set
from typing import Any

from sqlalchemy import Connection, event

from data_access import schema
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
OF_THE_DATABASE = ("sqlite_", "pragma_", "dbstat")
"""What SQLite itself answers under such names is nobody's."""


def narrow(connection: Connection, raw: sqlite3.Connection, reach: Reach) -> None:
    """Let through what the reach holds, for as long as the connection lasts."""
    copied: set[str] = set()
    authorizer = _authorizer(reach, copied)
    if not reach.everything:
        raw.execute("PRAGMA temp_store = MEMORY")
        copies = Copies(raw, reach, authorizer, copied)

        def bring(_connection: Connection, _cursor: Any, statement: str, *_: Any) -> None:
            copies.bring(statement)

        event.listen(connection, "before_cursor_execute", bring)
    raw.set_authorizer(authorizer)


def _authorizer(reach: Reach, copied: Set[str]) -> Authorizer:
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
