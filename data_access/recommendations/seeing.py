"""What of an entry somebody had seen when deciding; whoever comes later is told what is newer."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, Table, func, select

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.upkeep import ChangedMeanwhile


class DecidedMeanwhile(ChangedMeanwhile):
    """Something was said or found of the entry since it was read; nothing was stored."""


@dataclass(frozen=True)
class Seen:
    """The newest row of each sort that somebody saw of an entry, 0 for none.

    A member's disagreement is a row among the findings.
    """

    report: int = 0
    finding: int = 0
    mark: int = 0


SORTS = {
    "report": schema.progress_report,
    "finding": schema.confirmation,
    "mark": schema.review_mark,
}


def seen(connection: Connection, reader: Reader, references: Collection[str]) -> dict[str, Seen]:
    """What there is to see of the entries, by their references; one that is none is left out."""
    require(reader, Right.READ_PUBLISHED)
    entry = schema.recommendation
    known = connection.execute(
        select(entry.c.id, entry.c.reference).where(entry.c.reference.in_(sorted(references)))
    ).all()
    newest = newest_of(connection, [row.id for row in known])
    return {row.reference: newest[row.id] for row in known}


def newest_of(connection: Connection, entries: Collection[int]) -> dict[int, Seen]:
    """The same by the entries' numbers, for a step that is about to be stored."""
    found = {sort: _newest(connection, table, entries) for sort, table in SORTS.items()}
    return {
        entry: Seen(**{sort: numbers.get(entry, 0) for sort, numbers in found.items()})
        for entry in entries
    }


def require_seen(connection: Connection, entry: int, known: Seen) -> None:
    """Nothing, where there is nothing newer than what is known; DecidedMeanwhile where there is.

    What was seen and is gone by now, because it was taken back, counts as newer.
    """
    if newest_of(connection, [entry])[entry] != known:
        raise DecidedMeanwhile("Something was said or found of the entry in the meantime.")


def _newest(connection: Connection, table: Table, entries: Collection[int]) -> dict[int, int]:
    statement = (
        select(table.c.recommendation_id, func.max(table.c.id))
        .where(table.c.recommendation_id.in_(sorted(entries)))
        .group_by(table.c.recommendation_id)
    )
    return {entry: int(number) for entry, number in connection.execute(statement)}
