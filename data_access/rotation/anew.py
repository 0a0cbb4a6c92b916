"""Every sealed text in the database, some rows at a time: sealed and matched by the newest keys."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    Update,
    bindparam,
    delete,
    func,
    or_,
    select,
    update,
)

from data_access import schema
from data_access.attendance.entry import usable_contact
from data_access.identity import SEALED, Keyring, Sealed

BATCH = 1_000
NUMBER = "number"

Progress = Callable[[int, int], None]


def as_it_is(text: str) -> str:
    """A name is matched as it is written."""
    return text


def as_compared(contact: str) -> str:
    """A contact is matched in the spelling by which it is compared."""
    return usable_contact(contact) or contact


IDENTITY = schema.person_identity.c
MATCHES = {
    IDENTITY.name_match: (IDENTITY.name_sealed, as_it_is),
    IDENTITY.contact_match: (IDENTITY.contact_sealed, as_compared),
}
"""By which sealed text, and by which spelling of it, a match is made."""

LET_GO = (schema.remembered_decision, schema.session)
"""Rows found by a match alone, of a text that is stored nowhere: what was decided is asked once
more, and whoever had signed in signs in again."""


def seal_anew(connection: Connection, keyring: Keyring, progress: Progress) -> dict[str, int]:
    """Seal and match everything by the newest keys; how many rows of each table it were.

    Refuses a text that the keys do not open (identity.IdentityKeyProblem).
    """
    counts = {sealed.table.name: _count(connection, sealed) for sealed in SEALED}
    done, of_all, newest = 0, sum(counts.values()), keyring.newest()
    for sealed in SEALED:
        statement = _statement(sealed)
        for rows in _batches(connection, sealed):
            connection.execute(statement, [_anew(sealed, row, keyring, newest) for row in rows])
            done += len(rows)
            progress(done, of_all)
    return counts


def let_go(connection: Connection) -> dict[str, int]:
    """Remove what nothing can match again; how many rows of each table it were."""
    return {table.name: connection.execute(delete(table)).rowcount for table in LET_GO}


def one_of_each(connection: Connection) -> Iterator[bytes]:
    """A sealed text of each column that holds any."""
    for sealed in SEALED:
        for column in sealed.columns:
            some = select(column).where(column.is_not(None)).limit(1)
            yield from map(bytes, connection.scalars(some))


def everything_sealed(connection: Connection) -> Iterator[bytes]:
    """Each sealed text of the database."""
    for sealed in SEALED:
        for rows in _batches(connection, sealed):
            for row in rows:
                yield from (bytes(row[c.name]) for c in sealed.columns if row[c.name] is not None)


def _batches(connection: Connection, sealed: Sealed) -> Iterator[Sequence[RowMapping]]:
    """The rows that hold a sealed text, in the order of their numbers."""
    number, last = sealed.table.c.id, 0
    some = select(number, *sealed.columns).where(_is_held(sealed)).order_by(number).limit(BATCH)
    while rows := connection.execute(some.where(number > last)).mappings().all():
        yield rows
        last = rows[-1]["id"]


def _count(connection: Connection, sealed: Sealed) -> int:
    rows = select(func.count()).select_from(sealed.table).where(_is_held(sealed))
    return connection.execute(rows).scalar_one()


def _is_held(sealed: Sealed) -> ColumnElement[bool]:
    return or_(*(column.is_not(None) for column in sealed.columns))


def _statement(sealed: Sealed) -> Update:
    table = sealed.table
    names = [c.name for c in (*sealed.columns, *MATCHES) if c.table is table]
    values: dict[str, Any] = {name: bindparam(f"new_{name}") for name in names}
    return update(table).where(table.c.id == bindparam(NUMBER)).values(values)


def _anew(sealed: Sealed, row: RowMapping, keyring: Keyring, newest: Keyring) -> dict[str, Any]:
    """The row's new texts and matches, as the statement takes them."""
    anew: dict[str, Any] = {NUMBER: row["id"]}
    for column in sealed.columns:
        stored = row[column.name]
        text = None if stored is None else keyring.unseal(bytes(stored))
        anew[f"new_{column.name}"] = None if text is None else newest.seal(text)
        for match, (of, spelled) in MATCHES.items():
            if of is column:
                anew[f"new_{match.name}"] = None if text is None else newest.match(spelled(text))
    return anew
