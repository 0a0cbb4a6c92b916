"""Which data one looks at, and how fresh they are."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import Connection, func, literal, select, union_all, update

from data_access import schema
from data_access.access import Reader, Right, may, require
from data_access.rules import AttendanceStatus, Origin


@dataclass(frozen=True)
class DataVersion:
    """A number that grows with every change of the data, and when it last grew."""

    number: int
    changed_at: dt.datetime


@dataclass(frozen=True)
class Holdings:
    """The origins of the rows, and how many attended rows there are: None where that is hidden."""

    origins: frozenset[Origin]
    attendances: int | None


COUNTED = tuple(table for table in schema.metadata.sorted_tables if "origin" in table.c)


def current(connection: Connection) -> DataVersion:
    """The data version; part of every cache key."""
    row = connection.execute(
        select(schema.data_version.c.number, schema.data_version.c.changed_at)
    ).one()
    return DataVersion(row.number, row.changed_at)


def take_turn(connection: Connection) -> None:
    """Wait until no other writer is at work (SQLite's write lock does it by itself)."""
    connection.execute(select(schema.data_version.c.number).with_for_update())


def advance(connection: Connection) -> None:
    """Count one more change; writers wait for each other here."""
    connection.execute(
        update(schema.data_version).values(
            number=schema.data_version.c.number + 1, changed_at=dt.datetime.now(dt.UTC)
        )
    )


def is_made_up(connection: Connection) -> bool:
    """Whether any row is made up: then one may see the platform as any of its readers."""
    made_up = (select(literal(1)).where(table.c.origin == Origin.SAMPLE) for table in COUNTED)
    found = union_all(*made_up).limit(1)
    return connection.execute(found).first() is not None


def holdings(connection: Connection, reader: Reader) -> Holdings:
    """What the database holds, over all rounds, as far as the reader sees it."""
    require(reader, Right.READ_PUBLISHED)
    origins = union_all(*(select(table.c.origin).distinct() for table in COUNTED))
    attendance = schema.attendance
    attendances = (
        select(func.count())
        .select_from(attendance)
        .where(attendance.c.status == AttendanceStatus.ATTENDED)
    )
    sees_figures = may(reader, Right.READ_FIGURES)
    return Holdings(
        frozenset(Origin(value) for value in connection.scalars(origins)),
        connection.execute(attendances).scalar_one() if sees_figures else None,
    )
