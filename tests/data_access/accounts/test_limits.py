"""How far a right reaches is told by the rounds and places that people know."""

import pandas as pd
import pytest
from sqlalchemy import Connection, select

from data_access import schema
from data_access.access import AccessRefused, Grant, Reader, Right
from data_access.accounts import known_places
from data_access.accounts.limits import limits, where_answered, where_kept, where_read
from data_access.filters import Filters
from data_access.rules import Role
from tests.data_access.answers import records
from tests.data_access.people import a_municipality, a_round
from tests.data_access.readers import COORDINATOR, READER

COLUMNS = ("round", "place", "name", "is_latest")
EVERYWHERE = [(None, None, None, None)]


def limited(*grants: Grant) -> Reader:
    return Reader("test:limited", frozenset(grants))


def told(found: pd.DataFrame) -> list[tuple[object, ...]]:
    return records(found, *COLUMNS)


def place_of(connection: Connection, number: int) -> str:
    municipality, division = schema.municipality, schema.division
    statement = select(division.c.code, municipality.c.iso).join_from(municipality, division)
    code, iso = connection.execute(statement.where(municipality.c.id == number)).one()
    return f"{code}:{iso}"


def test_a_role_without_limits_names_none(connection: Connection) -> None:
    a_municipality(connection)
    assert told(limits(connection, COORDINATOR, Right.KEEP_RECORDS)) == EVERYWHERE


def test_each_role_is_a_row_a_municipality_with_the_round_it_is_for(
    connection: Connection,
) -> None:
    fourth = a_round(connection, "IV")
    a_round(connection, "V")
    valka, decoy = a_municipality(connection, "Valka"), a_municipality(connection, "Jelgava")
    here = frozenset({valka})
    reader = limited(
        Grant(Role.COORDINATOR, round=fourth, number=1),
        Grant(Role.COORDINATOR, municipalities=here, number=2),
        Grant(Role.MANAGER, municipalities=frozenset({decoy}), number=3),
    )
    kept = told(where_kept(connection, reader, Filters()))
    assert kept == [
        ("IV", None, None, None),
        (None, place_of(connection, valka), "Valka", True),
    ]
    assert told(where_answered(connection, reader, Filters())) == kept
    read = told(where_read(connection, reader, Filters()))
    assert read == [*kept, (None, place_of(connection, decoy), "Jelgava", True)]


def test_a_municipality_of_several_divisions_stands_under_its_latest_name(
    known: Connection,
) -> None:
    municipality, division = schema.municipality, schema.division
    rezekne = known.scalars(
        select(municipality.c.id)
        .join(division)
        .where(municipality.c.name == "Rēzeknes novads")
        .order_by(division.c.valid_from.desc())
    ).first()
    assert rezekne is not None
    reader = limited(Grant(Role.COORDINATOR, municipalities=known_places(known, rezekne)))
    rows = told(where_read(known, reader, Filters()))
    assert len(rows) > 1, "one row a division"
    latest = [row for row in rows if row[3]]
    assert [name for *_, name, _ in latest] == ["Rēzeknes novads"]
    assert latest == [(None, place_of(known, rezekne), "Rēzeknes novads", True)]


def test_who_has_not_the_right_is_told_nothing(connection: Connection) -> None:
    with pytest.raises(AccessRefused):
        where_kept(connection, READER, Filters())
    assert told(where_read(connection, READER, Filters())) == EVERYWHERE
