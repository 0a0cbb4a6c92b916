"""Rows one by one: those that the right to read records reaches, whatever else a reader may see."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, select

from data_access import attendance, schema
from data_access.access import Grant, Reader, Right, may, may_at
from data_access.filters import Filters
from data_access.rules import Role
from data_access.upkeep import history
from tests.data_access.ground import (
    ELSEWHERE,
    HERE,
    LATER,
    NOWHERE,
    OTHER_TOWN,
    TOWN,
    Ground,
)

EVERYTHING = Filters()
OF_ROUND, TOWNS = (HERE, ELSEWHERE, NOWHERE), (TOWN, OTHER_TOWN, None)
PLANTED = {f"{activity} {town}" for activity in (*OF_ROUND, LATER) for town in TOWNS}
"""The ground's rows of attendance, each by its activity and its own town."""

Rows = set[str]


def rows_seen(connection: Connection, ground: Ground, reader: Reader) -> Rows:
    """The planted rows of attendance that the reader sees, by their names."""
    found = set(attendance.rows(connection, reader, EVERYTHING)["attendance"])
    return {name for name in PLANTED if ground.rows[name] in found}


def uploads_seen(connection: Connection, reader: Reader) -> set[str]:
    return set(attendance.uploads(connection, reader, EVERYTHING)["activity"])


OF_TOWN = {f"{HERE} {TOWN}", f"{HERE} None", f"{LATER} {TOWN}", f"{LATER} None"}
SEEN: dict[str, tuple[Rows, set[str]]] = {
    "everywhere": (PLANTED, {HERE, ELSEWHERE}),
    "of the town": (OF_TOWN, {HERE}),
    "of the town in the round": ({row for row in OF_TOWN if HERE in row}, {HERE}),
    "of the round": (
        {f"{activity} {town}" for activity in OF_ROUND for town in TOWNS},
        {HERE, ELSEWHERE},
    ),
    "of the other town": ({f"{ELSEWHERE} {OTHER_TOWN}", f"{ELSEWHERE} None"}, {ELSEWHERE}),
    "of two halves": (
        {f"{ELSEWHERE} {OTHER_TOWN}", f"{ELSEWHERE} None", f"{LATER} {TOWN}", f"{LATER} None"},
        {ELSEWHERE},
    ),
}


@pytest.mark.parametrize("who", SEEN)
def test_a_row_is_seen_where_its_activity_and_its_own_town_are_reached(
    on_ground: Connection, ground: Ground, who: str
) -> None:
    reader = ground.coordinator(who)
    assert (rows_seen(on_ground, ground, reader), uploads_seen(on_ground, reader)) == SEEN[who]


def test_a_further_role_that_sees_figures_of_all_opens_no_row(
    on_ground: Connection, ground: Ground
) -> None:
    limited = ground.coordinator("of the town")
    manager = Reader("test:both", limited.grants | {Grant(Role.MANAGER)})
    assert (rows_seen(on_ground, ground, manager), uploads_seen(on_ground, manager)) == SEEN[
        "of the town"
    ]
    assert history(on_ground, manager, "activity", ground.rows[ELSEWHERE]).empty
    keeper = Reader("test:both", limited.grants | {Grant(Role.ADMINISTRATOR)})
    assert rows_seen(on_ground, ground, keeper) == SEEN["everywhere"][0]


def test_an_upload_counts_the_rows_that_are_reached(on_ground: Connection, ground: Ground) -> None:
    activity, town = schema.attendance.c.upload_id, ground.towns[OTHER_TOWN]
    moved = schema.attendance.update().where(activity == ground.rows[f"upload {HERE}"])
    on_ground.execute(
        moved.where(schema.attendance.c.municipality_id.is_not(None)).values(municipality_id=town)
    )
    counted = {
        who: attendance.uploads(on_ground, ground.coordinator(who), Filters(activity=HERE))
        for who in ("everywhere", "of the town")
    }
    assert {who: list(found["attendances"]) for who, found in counted.items()} == {
        "everywhere": [2],
        "of the town": [1],
    }
    assert list(counted["of the town"]["persons_new"]) == [1]


numbers = st.sampled_from([1, 2])
limits = st.builds(
    Grant,
    role=st.sampled_from([Role.COORDINATOR, Role.ADMINISTRATOR, Role.MANAGER]),
    round=st.none() | numbers,
    municipalities=st.none() | st.frozensets(numbers),
)
readers = st.builds(Reader, st.just("test:any"), st.frozensets(limits, max_size=3))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(readers)
def test_the_condition_says_what_the_rule_says_of_each_row(
    on_ground: Connection, ground: Ground, reader: Reader
) -> None:
    """Rounds and towns of the ground stand for the numbers 1 and 2."""
    if not may(reader, Right.READ_RECORDS):
        return
    rounds = dict(enumerate(ground.rounds.values(), start=1))
    towns = dict(enumerate(ground.towns.values(), start=1))
    known = Reader(reader.who, frozenset(planted(g, rounds, towns) for g in reader.grants))
    activity, row = schema.activity, schema.attendance
    own = row.c.municipality_id.label("own")
    places = select(row.c.id, activity.c.round_id, activity.c.municipality_id, own)
    expected = {
        each.id
        for each in on_ground.execute(places.join_from(row, activity))
        if reaches(known, each.round_id, each.municipality_id)
        and (each.own is None or reaches(known, each.round_id, each.own))
    }
    assert set(attendance.rows(on_ground, known, EVERYTHING)["attendance"]) == expected


def reaches(reader: Reader, round_: int, municipality: int | None) -> bool:
    return may_at(reader, Right.READ_RECORDS, round_=round_, municipality=municipality)


def planted(grant: Grant, rounds: dict[int, int], towns: dict[int, int]) -> Grant:
    places = grant.municipalities
    return Grant(
        grant.role,
        None if grant.round is None else rounds[grant.round],
        None if places is None else frozenset(towns[number] for number in places),
    )
