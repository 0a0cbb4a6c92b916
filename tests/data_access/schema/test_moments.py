"""A moment is kept with its zone, whichever database keeps it."""

import datetime as dt

import pytest
from sqlalchemy import Connection, insert, select
from sqlalchemy.exc import StatementError

from data_access.schema import data_version

RIGA_IN_SUMMER = dt.timezone(dt.timedelta(hours=3))
NOON = dt.datetime(2020, 7, 22, 12, 0, 0, 123456, tzinfo=RIGA_IN_SUMMER)


def record(connection: Connection, moment: dt.datetime) -> None:
    connection.execute(insert(data_version).values(id=1, number=0, changed_at=moment))


def test_a_moment_comes_back_as_the_same_moment_in_utc(connection: Connection) -> None:
    record(connection, NOON)
    found = connection.execute(select(data_version.c.changed_at)).scalar_one()
    assert found == NOON
    assert found.isoformat() == "2020-07-22T09:00:00.123456+00:00"


def test_moments_of_different_zones_compare_as_moments(connection: Connection) -> None:
    record(connection, NOON)
    later = NOON.astimezone(dt.UTC) + dt.timedelta(seconds=1)
    question = select(data_version.c.id).where
    assert connection.execute(question(data_version.c.changed_at < later)).first()
    assert not connection.execute(question(data_version.c.changed_at > later)).first()


def test_a_moment_without_a_zone_is_refused(connection: Connection) -> None:
    with pytest.raises(StatementError, match="time zone"):
        record(connection, NOON.replace(tzinfo=None))
