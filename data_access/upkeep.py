"""Rows added, changed and removed by hand; whatever was put in stays in the history."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

import pandas as pd
from sqlalchemy import Connection, Select, Table, delete, insert, select, update

from data_access import freshness, reached, schema
from data_access.access import Reader, Right, require
from data_access.frames import MOMENT, WHOLE, WORD, ask
from data_access.rules import Origin

HISTORY = {
    "column_name": WORD,
    "old_value": WORD,
    "new_value": WORD,
    "changed_at": MOMENT,
    "changed_by": WORD,
}
REMOVED = {"subject_id": WHOLE} | HISTORY
NAMED_BY = ("code", "reference", "name")
"""The column by which the history names a row that another one refers to."""

Values = Mapping[str, Any]


class RowUnknown(LookupError):
    """There is no such row, or there is none any more; nothing was stored."""


class ChangedMeanwhile(RuntimeError):
    """Somebody else changed the row since it was read; nothing was stored."""


class NotByHand(RuntimeError):
    """What did not come by hand is corrected by hand, never taken away; nothing was stored."""


class Hand:
    """One who writes: asks for the right, takes the turn of writers, and keeps the history."""

    def __init__(
        self,
        connection: Connection,
        reader: Reader,
        right: Right = Right.KEEP_RECORDS,
        *,
        origin: Origin = Origin.ENTERED,
    ) -> None:
        require(reader, right)
        freshness.advance(connection)
        self._connection, self._reader, self._origin = connection, reader, origin.value
        self._now = dt.datetime.now(dt.UTC)

    @property
    def now(self) -> dt.datetime:
        """The moment of this change."""
        return self._now

    @property
    def origin(self) -> str:
        """Where rows come from that are added."""
        return self._origin

    def account(self) -> int:
        """The number of the reader's account, opened when it first signs something."""
        if self._reader.account is not None:
            return self._reader.account
        issuer, _, subject = self._reader.who.partition(":")
        account = schema.account
        key = {"issuer": issuer, "subject": subject}
        known = self._connection.scalars(select(account.c.id).filter_by(**key)).first()
        if known is not None:
            return int(known)
        added = insert(account).values(**key, created_at=self._now).returning(account.c.id)
        return int(self._connection.execute(added).scalar_one())

    def add(self, table: Table, **values: Any) -> int:
        """A row entered on screen, or out of a file; its number."""
        values = _without_nul(values)
        row = values | ({"origin": self._origin} if "origin" in table.c else {})
        added = insert(table).values(**row).returning(table.c.id)
        row_id = int(self._connection.execute(added).scalar_one())
        self.remember(table, row_id, {}, values)
        return row_id

    def change(self, table: Table, row_id: int, revision: int, **values: Any) -> None:
        """New values for a row as it was read at ``revision``.

        Refuses a row that is gone (RowUnknown) or was changed since (ChangedMeanwhile).
        """
        before = self._row(table, row_id, revision)
        stated = _without_nul(values)
        changed = {name: value for name, value in stated.items() if before[name] != value}
        if not changed:
            return
        self._connection.execute(
            update(table).where(table.c.id == row_id).values(**changed, revision=revision + 1)
        )
        self.remember(table, row_id, before, changed)

    def remove(self, table: Table, row_id: int, revision: int | None = None) -> None:
        """Take a row away; what it said stays in the history. Refuses as ``change`` does.

        A row that nobody changes has no revision.
        """
        before = self._row(table, row_id, revision)
        self._connection.execute(delete(table).where(table.c.id == row_id))
        stated = {c.name: None for c in table.c if before[c.name] is not None and c.name != "id"}
        self.remember(table, row_id, before, stated)

    def attach(
        self, table: Table, of: tuple[Table, int], name: str, text: str, /, **row: Any
    ) -> None:
        """A row that belongs to another one, and is told in that one's history as ``name``.

        One that comes back keeps the origin that ``row`` names.
        """
        origin = {"origin": self._origin} if "origin" in table.c else {}
        self._connection.execute(insert(table).values(**origin | _without_nul(row)))
        self.note(*of, name, None, text)

    def detach(self, table: Table, of: tuple[Table, int], name: str, text: str, row: int) -> None:
        """Take away a row that belongs to another one. Refuses one that is gone (RowUnknown)."""
        found = self._connection.execute(delete(table).where(table.c.id == row))
        if not found.rowcount:
            raise RowUnknown("The entry is gone already.")
        self.note(*of, name, text, None)

    def remember(self, table: Table, row_id: int, before: Values, after: Values) -> None:
        """Keep what stood before and what stands now, a line for each column that differs."""
        for name, value in after.items():
            stood = before.get(name)
            if _plain(stood) != _plain(value):
                old, new = (self._spelled(table, name, v) for v in (stood, value))
                self.note(table, row_id, name, old, new)

    def _row(self, table: Table, row_id: int, revision: int | None) -> Values:
        row = self._connection.execute(select(table).where(table.c.id == row_id)).mappings().first()
        if row is None:
            raise RowUnknown("The row is gone.")
        if revision is not None and row["revision"] != revision:
            raise ChangedMeanwhile("Somebody else changed the row in the meantime.")
        return {str(name): value for name, value in row.items()}

    def note(self, table: Table, row_id: int, name: str, old: Any, new: Any) -> None:
        """Keep one line of a row's history."""
        self._connection.execute(
            insert(schema.change).values(
                subject_table=table.name,
                subject_id=row_id,
                column_name=name,
                old_value=old,
                new_value=new,
                changed_at=self._now,
                changed_by=self._reader.who,
            )
        )

    def _spelled(self, table: Table, name: str, value: Any) -> str | None:
        """A value as the history keeps it; a row referred to goes by its own code or name."""
        if _plain(value) is None:
            return None
        for key in table.c[name].foreign_keys:
            found = _named(key.column.table).where(key.column == value)
            return str(self._connection.execute(found).scalar_one())
        return value.isoformat() if isinstance(value, dt.date) else str(value)


def _without_nul(values: Values) -> dict[str, Any]:
    """Texts without the one sign that PostgreSQL does not store."""
    return {
        name: value.replace("\x00", "") if isinstance(value, str) else value
        for name, value in values.items()
    }


def _plain(value: Any) -> Any:
    return None if value is pd.NA else value


def _named(table: Table) -> Select[tuple[Any]]:
    """How the history names a row of the table: a municipality with its division."""
    if table is schema.municipality:
        place = schema.division.c.code + ":" + table.c.iso
        return select(place).join_from(table, schema.division)
    return select(next((table.c[name] for name in NAMED_BY if name in table.c), table.c.id))


def history(
    connection: Connection, reader: Reader, subject_table: str, subject_id: int
) -> pd.DataFrame:
    """What was changed by hand in a row, the latest first. Columns: HISTORY.

    No line of a row that the right to read records does not reach (``reached.changes``).
    """
    require(reader, Right.READ_RECORDS)
    change = schema.change
    statement = (
        select(change)
        .where(change.c.subject_table == subject_table, change.c.subject_id == subject_id)
        .where(reached.changes(reader, subject_table))
        .order_by(change.c.id.desc())
    )
    return ask(connection, statement, HISTORY)


def removed(
    connection: Connection, reader: Reader, subject_table: str, belonged: tuple[str, str]
) -> pd.DataFrame:
    """What the history says of rows that are gone, the latest removed first. Columns: REMOVED.

    ``belonged`` is the column by which the rows hung on something, and that one's code, such as
    ``("activity_id", "iv-talsi")``. No line of a row that the right to read records did not reach
    as it went (``reached.removals``).
    """
    require(reader, Right.READ_RECORDS)
    change, gone = schema.change, schema.change.alias("gone")
    column, code = belonged
    went = (
        select(gone.c.subject_id)
        .where(gone.c.subject_table == subject_table, gone.c.column_name == column)
        .where(gone.c.old_value == code, gone.c.new_value.is_(None))
        .where(reached.removals(reader, subject_table, gone))
    )
    statement = (
        select(change)
        .where(change.c.subject_table == subject_table, change.c.subject_id.in_(went))
        .order_by(change.c.subject_id.desc(), change.c.id.desc())
    )
    return ask(connection, statement, REMOVED)
