"""Each record of a selection stands at exactly one place of each look."""

import datetime as dt

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, select

from data_access import schema
from data_access.coverage import places
from data_access.filters import Filters
from data_access.rules import Look, PlaceKind, Stands
from tests.data_access.people import a_person, an_activity, attends
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
    max_examples=10,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(RECORDS)
def test_every_look_adds_up_to_the_whole(known: Connection, records: list[Record]) -> None:
    with known.begin_nested() as trial:
        code = recorded(known, records)
        for look in Look:
            answer = places(known, READER, Filters(round=code, look=look))
            assert answer["attendances"].sum() == len(records)
            assert answer["persons"].sum() == len(records)
            assert not answer["place"].duplicated().any()
        trial.rollback()


def recorded(connection: Connection, records: list[Record]) -> str:
    """A round with one activity and one person a record, in any municipality of any division."""
    numbers = connection.scalars(select(schema.municipality.c.id)).all()
    units = schema.unit_membership
    round_ = connection.scalars(select(schema.round.c.id).where(schema.round.c.code == "II")).one()
    for day, at, is_known in records:
        unit = connection.scalars(
            select(units.c.territorial_unit_id).where(units.c.municipality_id == numbers[at])
        ).first()
        attends(
            connection,
            a_person(connection),
            an_activity(connection, round_, day),
            municipality=numbers[at],
            territorial_unit_id=unit if is_known else None,
        )
    return "II"
