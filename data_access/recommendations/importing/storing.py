"""A checked file becomes entries of the register: added ones, and changed ones with what stood."""

from collections.abc import Callable

from sqlalchemy import Connection, insert

from data_access import audit, schema, standings
from data_access.access import AccessRefused, Reader, Right, require
from data_access.recommendations.importing.checking import Draft, check
from data_access.recommendations.importing.decisions import Decisions
from data_access.recommendations.importing.problems import (
    Code,
    FileKnown,
    NothingToStore,
    NotStorable,
)
from data_access.recommendations.importing.standing import Register
from data_access.recommendations.importing.writing import Writing
from data_access.rules import Origin
from data_access.upkeep import ChangedMeanwhile, Hand

SHORT_HASH = 12
Tell = Callable[[int, int], object]
"""Is told how many rows are stored, of how many."""


def _nobody(_stored: int, _all: int) -> None:
    """Nobody is told how far it has come."""


def store(
    connection: Connection,
    reader: Reader,
    draft: Draft,
    decisions: Decisions,
    tell: Tell = _nobody,
) -> int:
    """Take the file in as the draft shows it, in one transaction; the number of the import.

    New entries get origin ``upload`` and wording 1; of those that stand, what differs is written,
    a changed wording as a new version. The bytes' SHA-256 is kept, and neither the file nor its
    name. Refuses rows beyond the right (AccessRefused), rows that wait for a decision
    (NotStorable), a file taken in before unless ``decisions.again`` (FileKnown), one that changes
    nothing (NothingToStore), and what stands otherwise than the draft showed (ChangedMeanwhile).
    """
    require(reader, Right.KEEP_RECORDS)
    hand = Hand(connection, reader, origin=Origin.UPLOAD)
    fresh = check(connection, reader, draft.table, decisions)
    _refuse(draft, fresh)
    register = Register.of(connection, reader, [row.reference for row in fresh.taken])
    number = _open(connection, hand, fresh)
    writing = Writing(connection, reader, hand, register)
    for at, row in enumerate(fresh.taken, start=1):
        writing.write(row)
        tell(at, len(fresh.taken))
    writing.note(number)
    standings.renew(connection, writing.touched)
    added = sum(row.entry is None for row in fresh.taken)
    audit.append(
        connection,
        reader.who,
        "recommendation.imported",
        subject=("register_import", number),
        details={
            "added": added,
            "changed": len(fresh.taken) - added,
            "file": draft.table.sha256[:SHORT_HASH],
        },
    )
    return number


def _refuse(draft: Draft, fresh: Draft) -> None:
    beyond = any(p.code == Code.OUT_OF_REACH for row in fresh.rows for p in row.problems)
    if beyond:
        raise AccessRefused("The right to keep records does not reach every row of the file.")
    if fresh.table.is_refused or fresh.waiting:
        raise NotStorable(fresh.waiting)
    if fresh.known is not None and not fresh.decisions.again:
        raise FileKnown(fresh.known)
    if not fresh.taken:
        raise NothingToStore("Every row is left out or says what stands already.")
    if [row.meaning for row in draft.taken] != [row.meaning for row in fresh.taken]:
        raise ChangedMeanwhile("The register has changed since the file was looked at.")


def _open(connection: Connection, hand: Hand, fresh: Draft) -> int:
    row = {
        "sha256": fresh.table.sha256,
        "entries": len(fresh.taken),
        "imported_at": hand.now,
        "imported_by_id": hand.account(),
    }
    added = insert(schema.register_import).values(**row).returning(schema.register_import.c.id)
    return int(connection.execute(added).scalar_one())
