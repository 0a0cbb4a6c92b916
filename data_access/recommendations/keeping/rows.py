"""An entry as it stands, for whoever keeps it, and the rounds by their codes."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, func, select

from data_access import schema
from data_access.access import Reader, Right, may_at, require, require_at
from data_access.recommendations.keeping.problems import RoundUnknown
from data_access.recommendations.steps import EntryUnknown
from data_access.upkeep import ChangedMeanwhile

Row = Mapping[Any, Any]

ENTRY = schema.recommendation


def current(
    connection: Connection, reader: Reader, reference: str, revision: int | None = None
) -> Row:
    """The entry as it stands, within the right to keep records.

    Refuses EntryUnknown, AccessRefused, and one that is no longer at ``revision``
    (ChangedMeanwhile).
    """
    require(reader, Right.KEEP_RECORDS)
    row = named(connection, reference)
    require_kept(reader, row)
    if revision is not None and row["revision"] != revision:
        raise ChangedMeanwhile("Somebody else changed the entry in the meantime.")
    return row


def named(connection: Connection, reference: str) -> Row:
    """The entry of the reference, whatever the case of its letters. Refuses EntryUnknown."""
    alike = (ENTRY.c.reference == reference, func.lower(ENTRY.c.reference) == reference.lower())
    for is_it in alike:
        row = connection.execute(select(ENTRY).where(is_it)).mappings().first()
        if row is not None:
            return row
    raise EntryUnknown("There is no such entry.")


def beyond(connection: Connection, reader: Reader, references: Sequence[str]) -> list[str]:
    """Those of the entries that the right to keep records does not reach."""
    require(reader, Right.KEEP_RECORDS)
    columns = ENTRY.c.reference, ENTRY.c.round_id, ENTRY.c.municipality_id
    statement = select(*columns).where(ENTRY.c.reference.in_(references))
    return [
        str(row.reference)
        for row in connection.execute(statement.order_by(ENTRY.c.reference))
        if not may_at(
            reader, Right.KEEP_RECORDS, round_=row.round_id, municipality=row.municipality_id
        )
    ]


def require_kept(reader: Reader, row: Row) -> None:
    """Nothing, where the right reaches the round and the municipality that the row names."""
    require(reader, Right.KEEP_RECORDS)
    where = {"round_": row["round_id"], "municipality": row.get("municipality_id")}
    require_at(reader, Right.KEEP_RECORDS, **where)


def round_of(connection: Connection, code: str) -> tuple[int, int]:
    """The number of a round and its place in the order of rounds. Refuses RoundUnknown."""
    round_ = schema.round.c
    found = connection.execute(select(round_.id, round_.ordinal).where(round_.code == code)).first()
    if found is None:
        raise RoundUnknown("There is no such round.")
    return int(found.id), int(found.ordinal)
