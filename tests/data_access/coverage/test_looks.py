"""Each record of a selection stands at exactly one place of each look."""

import datetime as dt

import time_machine
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, select

from data_access import schema
from data_access.coverage import places
from data_access.filters import Filters
from data_access.rules import Look, PlaceKind, Stands
from data_access.territory import carrying
from tests.data_access.land import a_division, a_town
from tests.data_access.people import a_person, a_post, add, an_activity, at, attends
from tests.data_access.readers import READER

Record = tuple[dt.date, int, bool]
BOUNDARIES = [
    dt.date.fromisoformat(day)
    for day in ("2011-01-02", "2011-01-03", "2021-06-30", "2021-07-01", "2025-06-30", "2025-07-01")
]


def test_each_of_the_119_is_once_in_each_look(known: Connection) -> None:
    municipality, division = schema.municipality, schema.division
    numbers = known.scalars(
        select(municipality.c.id).join(division).where(division.c.code == "2009")
    ).all()
    assert len(numbers) == 119
    round_ = known.scalars(select(schema.round.c.id).where(schema.round.c.code == "IV")).one()
    meeting = an_activity(known, round_, dt.date(2019, 9, 1), code="all")
    for number in numbers:
        attends(known, a_person(known), meeting, municipality=number)
    for look, on_map, either, unlisted in (
        (Look.WAS, 119, 0, 0),
        (Look.REPORTED, 19, 0, 100),
        (Look.TODAY, 117, 2, 0),
    ):
        answer = places(known, READER, Filters(activity="all", look=look))
        kinds = answer.groupby("place_kind")["attendances"].sum()
        assert kinds[PlaceKind.MUNICIPALITY] == on_map
        assert kinds.get(Stands.EITHER, 0) == either
        assert kinds.get(Stands.UNLISTED, 0) == unlisted
        assert answer["attendances"].sum() == answer["persons"].sum() == 119


RECORDS = st.lists(
    st.tuples(
        st.dates(dt.date(2009, 7, 1), dt.date(2026, 11, 1)) | st.sampled_from(BOUNDARIES),
        st.integers(0, 203),
        st.booleans(),
    ),
    min_size=1,
    max_size=12,
)


@settings(
    max_examples=6,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(RECORDS)
def test_every_look_adds_up_to_the_whole(known: Connection, records: list[Record]) -> None:
    with known.begin_nested() as trial:
        code = recorded(known, records)
        for look in Look:
            answer = places(known, READER, Filters(round=code, look=look))
            for counted in ("attendances", "persons", "activities", "posts"):
                assert answer[counted].sum() == len(records), (look, counted)
            assert not answer["place"].duplicated().any()
        trial.rollback()


def recorded(connection: Connection, records: list[Record]) -> str:
    """A round with one of each kind a record, in any municipality of any division."""
    numbers = connection.scalars(select(schema.municipality.c.id)).all()
    units = schema.unit_membership
    round_ = connection.scalars(select(schema.round.c.id).where(schema.round.c.code == "II")).one()
    for day, town, is_known in records:
        unit = connection.scalars(
            select(units.c.territorial_unit_id).where(units.c.municipality_id == numbers[town])
        ).first()
        where = at(numbers[town]) | {"territorial_unit_id": unit if is_known else None}
        activity = an_activity(connection, round_, day, **where)
        attends(connection, a_person(connection), activity, **where)
        a_post(connection, round_, day, **where)
    return "II"


def test_a_division_to_come_has_its_own_map_and_keeps_every_record(known: Connection) -> None:
    """Half a year before, nothing changes; on its first day, all land of 2025 lies in one piece."""
    division = a_division(known, "2027", dt.date(2027, 1, 1))
    latvia = a_town(known, division, "LV-ALL", "Latvija")
    unit = schema.unit_membership
    for number in known.scalars(select(unit.c.territorial_unit_id).distinct()).all():
        add(known, unit, territorial_unit_id=number, municipality_id=latvia)
    carrying.renew(known)
    code = recorded(known, [(day, number, False) for number, day in enumerate(BOUNDARIES)])
    with time_machine.travel(dt.datetime(2027, 1, 1, 12, tzinfo=dt.UTC), tick=False):
        answer = places(known, READER, Filters(round=code, look=Look.TODAY))
    on_map = answer[answer["division"].notna()]
    assert list(on_map["place"]) == ["2027:LV-ALL"]
    assert int(on_map["attendances"].sum()) == len(BOUNDARIES)
    before = places(known, READER, Filters(round=code, look=Look.TODAY))
    assert set(before["division"].dropna()) == {"2025"}
    assert int(before["attendances"].sum()) == len(BOUNDARIES)
