"""Where persons were met, by number and without a name."""

import pandas as pd
from sqlalchemy import Engine, select

from data_access import schema
from data_access.access import Grant, Reader
from data_access.attendance.met import MET, where_met
from data_access.engine import reading
from data_access.rules import Role
from tests.data_access.attendance.lists import MEETING, OTHER, a_csv, came, record
from tests.data_access.readers import COORDINATOR

ELSEWHERE = Reader("test:x", frozenset({Grant(Role.COORDINATOR, municipalities=frozenset({1}))}))


def asked(engine: Engine, reader: Reader = COORDINATOR, *persons: int) -> pd.DataFrame:
    with reading(engine) as connection:
        return where_met(connection, reader, persons)


def person(engine: Engine) -> int:
    """The number of whoever was brought last."""
    with reading(engine) as connection:
        return max(int(number) for number in connection.scalars(select(schema.person.c.id)))


def test_a_person_is_told_by_activities_and_institutions_alone(venue: Engine) -> None:
    for activity in (MEETING, OTHER):
        gender = {MEETING: "", OTHER: "Sieviete"}[activity]
        listed = came("Zane Kalna", "zane@example.org", "Ministrija km", gender=gender)
        record(venue, a_csv(listed), activity)
    found = asked(venue, COORDINATOR, person(venue))
    assert list(found.columns) == list(MET)
    assert sorted(found["activity"]) == sorted((MEETING, OTHER))
    assert set(found["institution_lv"]) == {"Ministrija km"}
    assert "Zane" not in found.to_csv()


def test_others_are_not_among_them(venue: Engine) -> None:
    assert asked(venue, COORDINATOR, 10_000).empty


def test_what_lies_beyond_the_readers_towns_is_not_told(venue: Engine) -> None:
    record(venue, a_csv(came("Zane Kalna", "zane@example.org")), MEETING)
    assert len(asked(venue, COORDINATOR, person(venue))) == 1
    assert asked(venue, ELSEWHERE, person(venue)).empty
