"""The log's head, its latest number and hash, in a file that the database does not hold.

Whoever rewrites the whole log, or cuts off its end, leaves a chain that is right in itself; what
was exported before then no longer fits it.
"""

import logging
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import URL, Connection, select
from sqlalchemy.exc import SQLAlchemyError

from data_access import schema
from data_access.engine import DEFAULT_FILE, afterwards
from data_access.engine.roles import DatabaseRole, take

LINE = re.compile(r"([1-9][0-9]{0,17}) ([0-9a-f]{64})")
WRITTEN = "heads of the audit log"
LOG = logging.getLogger("platform")


@dataclass(frozen=True, order=True)
class Head:
    """An entry's number and its hash, which stands for that entry and all before it."""

    sequence: int
    hash: str

    def __str__(self) -> str:
        return f"{self.sequence} {self.hash}"

    @classmethod
    def of(cls, text: str) -> "Head | None":
        """The head that a line says; None of a line that says none."""
        found = LINE.fullmatch(" ".join(text.lower().split()))
        return cls(int(found[1]), found[2]) if found else None


@dataclass(frozen=True)
class Exported:
    """What the heads file says, how many of its lines say nothing, or why it cannot be read."""

    file: Path
    heads: tuple[Head, ...] = ()
    unreadable: int = 0
    trouble: str | None = None


def heads_file(url: URL, environment: Mapping[str, str] = os.environ) -> Path:
    """Where a database's heads go: a file of its own in AUDIT_HEADS, else beside the data.

    The name says which database it is, and neither who asks it nor with what password.
    """
    folder = Path(environment.get("AUDIT_HEADS", "").strip() or DEFAULT_FILE.parent)
    if url.get_backend_name() == "sqlite":
        name = Path(url.database or "").name
    else:
        name = f"{url.database or ''}-{url.host or 'localhost'}-{url.port or 5432}"
    return folder / f"{quote(name, safe='')}.heads"


def exported(url: URL) -> Exported:
    """The heads that were exported of a database so far."""
    file = heads_file(url)
    try:
        lines = file.read_text("utf-8", errors="replace").splitlines()
    except OSError as error:
        return Exported(file, trouble=error.strerror or type(error).__name__)
    found = [Head.of(line) for line in lines]
    heads = tuple(head for head in found if head is not None)
    return Exported(file, heads, len(found) - len(heads))


def export_afterwards(connection: Connection, head: Head) -> None:
    """Export the latest head of the transaction once it is committed, and never where it is not."""
    transaction = connection.get_transaction()
    known, heads = connection.info.get(WRITTEN, (None, []))
    if known is transaction:
        heads.append(head)
        return
    heads = [head]
    connection.info[WRITTEN] = (transaction, heads)
    afterwards(connection, partial(_export, connection, heads))


def _export(connection: Connection, heads: list[Head]) -> None:
    """Nothing that goes wrong here undoes what was committed; the log of the server tells of it."""
    try:
        head = _committed(connection, heads)
        if head is not None:
            _write(heads_file(connection.engine.url), head)
    except (OSError, SQLAlchemyError) as error:
        LOG.error("a head of the audit log was not exported: %s", _kind_of(error))  # noqa: TRY400


def _committed(connection: Connection, heads: list[Head]) -> Head | None:
    """The latest of the heads that stands; a part of a transaction may have been rolled back."""
    event = schema.audit_event
    latest = select(event.c.sequence, event.c.hash).order_by(event.c.sequence.desc())
    hashes = [head.hash for head in heads]
    # The writer's lock is not taken a second time, only to look.
    with connection.execution_options(writes=False).begin():
        take(connection, DatabaseRole.APPLICATION)
        row = connection.execute(latest.where(event.c.hash.in_(hashes)).limit(1)).first()
    return None if row is None else Head(row.sequence, row.hash)


def _write(file: Path, head: Head) -> None:
    """One line at the end, in one piece, so that writers do not break into each other's."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(descriptor, f"{head}\n".encode())
    finally:
        os.close(descriptor)


def _kind_of(error: Exception) -> str:
    return getattr(error, "strerror", None) or type(error).__name__
