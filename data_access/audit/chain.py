"""Writing down what happened: each entry carries a hash over itself and the entry before it."""

import datetime as dt
import hashlib
import json
from typing import Any

from sqlalchemy import Connection, insert, select

from data_access import schema
from data_access.audit.heads import Head, export_afterwards
from data_access.freshness import take_turn

BEGINNING = "0" * 64


def append(
    connection: Connection,
    actor: str,
    action: str,
    *,
    subject: tuple[str, int] | None = None,
    reason: str | None = None,
    details: dict[str, Any] | None = None,
) -> int:
    """Write down that ``actor`` did ``action``; the entry's number.

    ``subject`` is a table's name and a row's number; ``details`` hold codes and counts, never
    anybody's name. Writers wait for each other first, so that numbers follow one another; once the
    transaction is committed, number and hash are exported.
    """
    take_turn(connection)
    event = schema.audit_event
    latest = select(event.c.sequence, event.c.hash).order_by(event.c.sequence.desc()).limit(1)
    before = connection.execute(latest).first()
    table, row = subject or (None, None)
    entry: dict[str, Any] = {
        "sequence": before.sequence + 1 if before else 1,
        "happened_at": dt.datetime.now(dt.UTC),
        "actor": actor,
        "action": action,
        "subject_table": table,
        "subject_id": row,
        "reason": reason,
        "details": details,
        "previous_hash": before.hash if before else BEGINNING,
    }
    head = Head(entry["sequence"], hash_of(entry))
    connection.execute(insert(event).values(**entry, hash=head.hash))
    export_afterwards(connection, head)
    return head.sequence


def hash_of(entry: dict[str, Any]) -> str:
    """SHA-256 over an entry without its own hash, in one fixed spelling."""
    plain = entry | {"happened_at": entry["happened_at"].astimezone(dt.UTC).isoformat()}
    plain.pop("hash", None)
    text = json.dumps(plain, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
