"""Take the sample out again: every made-up row that no other record needs."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Table,
    and_,
    delete,
    exists,
    func,
    select,
    true,
)

from data_access import accounts, freshness, schema, standings
from data_access.rules import Origin

PARTS: dict[Table, tuple[Table, ...]] = {
    schema.attendance: (schema.attendance_day,),
    schema.progress_report: (schema.progress_report_document, schema.progress_report_link),
    schema.recommendation: (
        schema.recommendation_version,
        schema.recommendation_addressee,
        schema.recommendation_carry,
    ),
    schema.mediation_case: (schema.case_need,),
}
"""Rows that go with the row they belong to, and stay where it stays."""

TABLES = schema.metadata.sorted_tables


@dataclass(frozen=True)
class Dropped:
    """How many made-up rows went, and how many had to stay."""

    removed: int
    kept: int


def drop_sample(connection: Connection) -> Dropped:
    """Remove the made-up rows and leave all others; again, there is nothing more to remove.

    A made-up row stays where a row that is not made up refers to it, or a row that stays for
    that reason.
    """
    freshness.take_turn(connection)
    accounts.close_personas(connection)
    removed = remove(connection)
    if removed:
        freshness.advance(connection)
    return Dropped(removed, _left(connection))


def remove(connection: Connection) -> int:
    """Remove what can go, what refers before what is referred to; the number of rows.

    Each round can free rows for the next: the rows of one table may refer to each other, and a
    part may refer to more than what it belongs to.
    """
    parts = {part for belonging in PARTS.values() for part in belonging}
    made_up = [table for table in reversed(TABLES) if "origin" in table.c and table not in parts]
    removed = 0
    standings.clear(connection, Origin.SAMPLE)
    while gone := sum(_remove_free(connection, table) for table in made_up):
        removed += gone
    standings.renew(connection)
    return removed


def _remove_free(connection: Connection, table: Table) -> int:
    """Remove the rows of a table that nothing needs, with their parts."""
    free = _is_free(table)
    removed = 0
    for part in PARTS.get(table, ()):
        for reference in _references(part, table):
            going = delete(part).where(reference.in_(select(table.c.id).where(free)))
            removed += connection.execute(going).rowcount
    return removed + connection.execute(delete(table).where(free)).rowcount


def _is_free(table: Table) -> ColumnElement[bool]:
    """Made up, and referred to by nothing but its own made-up parts."""
    needed = [
        exists().where(reference == table.c.id, _counts(other, table)).correlate(table)
        for other in TABLES
        for reference in _references(other.alias() if other is table else other, table)
    ]
    return and_(table.c.origin == Origin.SAMPLE, *(~row for row in needed))


def _counts(other: Table, table: Table) -> ColumnElement[bool]:
    """Whether a row of the other table keeps the row that it refers to."""
    if other not in PARTS.get(table, ()):
        return true()
    return other.c.origin != Origin.SAMPLE if "origin" in other.c else ~true()


def _references(other: FromClause, table: Table) -> Iterator[ColumnElement[int]]:
    for column in other.columns:
        if any(key.column.table is table for key in column.foreign_keys):
            yield column


def _left(connection: Connection) -> int:
    counts = (
        select(func.count()).where(table.c.origin == Origin.SAMPLE)
        for table in TABLES
        if "origin" in table.c
    )
    return sum(connection.execute(count).scalar_one() for count in counts)
