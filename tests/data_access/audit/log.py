"""Logs for tests of the audit log, and the hands of whoever tampers with one."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, delete, func, select, text, update

from data_access import audit, schema
from data_access.access import Reader
from data_access.audit import Head, Verdict
from data_access.engine import reading, writing
from data_access.rules import Role

EVENT = schema.audit_event
AUDITOR = Reader.with_roles("test:auditor", Role.AUDITOR)
FAR = 100
TRIGGERS = text("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = :table")


def write(engine: Engine, entries: int) -> list[Head]:
    """Entries, each in a transaction of its own, and their heads."""
    for number in range(1, entries + 1):
        with writing(engine) as connection:
            audit.append(connection, "test:one", f"deed.{number}", details={"rows": number})
    return [Head(entry["sequence"], entry["hash"]) for entry in chain(engine)]


def chain(engine: Engine) -> list[dict[str, Any]]:
    """Every entry in the order of the numbers."""
    with reading(engine) as connection:
        return entries_of(connection)


def entries_of(connection: Connection) -> list[dict[str, Any]]:
    found = connection.execute(select(EVENT).order_by(EVENT.c.sequence)).mappings()
    return [dict(row) for row in found]


def verdict(engine: Engine, *kept: Head) -> Verdict:
    """What the auditor is told."""
    with reading(engine) as connection:
        return audit.verify(connection, AUDITOR, kept)


def found(connection: Connection, *kept: Head) -> tuple[str, int, int | None] | None:
    """What is wrong with the log, at which number, and the other number; None of a whole one."""
    broken = audit.verify(connection, AUDITOR, kept).broken
    return None if broken is None else (broken.fault.value, broken.number, broken.other)


@contextmanager
def owning(engine: Engine) -> Iterator[Connection]:
    """The database in the hands of its owner, whom neither trigger nor grant nor check holds.

    What is done there is taken back, unless it is committed.
    """
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            for name in connection.scalars(TRIGGERS, {"table": EVENT.name}).all():
                connection.execute(text(f"DROP TRIGGER {name}"))
            connection.execute(text("PRAGMA ignore_check_constraints = ON"))
        else:
            check = "ck_audit_event_sequence_counts"
            connection.execute(text(f"ALTER TABLE audit_event DROP CONSTRAINT {check}"))
        yield connection


def edit(connection: Connection, number: int, **values: Any) -> None:
    connection.execute(update(EVENT).where(EVENT.c.sequence == number).values(**values))


def remove(connection: Connection, *numbers: int) -> None:
    connection.execute(delete(EVENT).where(EVENT.c.sequence.in_(numbers)))


def close_up(connection: Connection, number: int) -> None:
    """Give everything after a gap the number before its own."""
    latest = connection.execute(select(func.max(EVENT.c.sequence))).scalar_one()
    for each in range(number + 1, latest + 1):
        edit(connection, each, sequence=each - 1)


def swap(connection: Connection, one: int, other: int) -> None:
    edit(connection, one, sequence=FAR)
    edit(connection, other, sequence=one)
    edit(connection, FAR, sequence=other)


def reseal(connection: Connection, first: int, last: int) -> None:
    """Hashes that fit what the entries say now, each linked to the one before."""
    found = entries_of(connection)
    before = next((e["hash"] for e in found if e["sequence"] == first - 1), audit.BEGINNING)
    for entry in found:
        if first <= entry["sequence"] <= last:
            entry["previous_hash"] = before
            before = audit.hash_of(entry)
            edit(connection, entry["sequence"], previous_hash=entry["previous_hash"], hash=before)


Tampering = Callable[[Connection], None]
