"""Recorded figures of any set of attendances, held against a second way of counting them."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Engine

from data_access.engine import reading
from data_access.figures import recorded
from data_access.filters import Filters
from tests.data_access.answers import by_figure
from tests.data_access.people import (
    a_municipality,
    a_person,
    a_round,
    an_activity,
    attends,
)
from tests.data_access.readers import READER
from tests.data_access.rows import opened
from tests.provide.databases import SqliteShelf

PEOPLE, TOWNS = range(5), range(2)
MAY = [dt.date(2020, 5, number) for number in range(1, 6)]
ACTIVITIES = (
    ("IV", MAY[0], MAY[1]),
    ("IV", MAY[2], None),
    ("IV", None, None),
    ("V", MAY[1], MAY[3]),
)


@dataclass(frozen=True)
class Came:
    """One line of a made-up attendance list; person, activity and town are places in lists."""

    activity: int
    person: int
    capacity: str
    status: str
    town: int | None


lines = st.builds(
    Came,
    activity=st.sampled_from(range(len(ACTIVITIES))),
    person=st.sampled_from(PEOPLE),
    capacity=st.sampled_from(["not_stated", "roma", "state"]),
    status=st.sampled_from(["attended", "attended", "registered", "not_stated"]),
    town=st.none() | st.sampled_from(TOWNS),
)
lists = st.lists(lines, max_size=12, unique_by=lambda came: (came.activity, came.person))
# The first two people stay themselves, so that nobody is merged into somebody merged.
merges = st.dictionaries(st.sampled_from(PEOPLE[2:]), st.sampled_from(PEOPLE[:2]))
days = st.none() | st.sampled_from(MAY)
choices = st.builds(Filters, round=st.sampled_from([None, "IV", "V"]), start=days, end=days)


@pytest.fixture(scope="module")
def sqlite(sqlite_shelf: SqliteShelf) -> Iterator[Engine]:
    """One of the two databases, for the number of the examples."""
    with sqlite_shelf.copy("migrated") as url, opened(url) as engine:
        yield engine


def plant(connection: Connection, attendances: list[Came], merged: dict[int, int]) -> None:
    people: list[int] = []
    for person in PEOPLE:
        kept = merged.get(person)
        people.append(a_person(connection, None if kept is None else people[kept]))
    rounds = {code: a_round(connection, code) for code in ("IV", "V")}
    activities = [an_activity(connection, rounds[code], *span) for code, *span in ACTIVITIES]
    towns = [a_municipality(connection) for _ in TOWNS]
    for came in attendances:
        town = None if came.town is None else towns[came.town]
        person, activity = people[came.person], activities[came.activity]
        who = (connection, person, activity, came.capacity)
        attends(*who, status=came.status, municipality=town)


def lies_within(filters: Filters, activity: int) -> bool:
    code, first, last = ACTIVITIES[activity]
    if filters.round not in {None, code}:
        return False
    if filters.start is None and filters.end is None:
        return True
    if first is None:
        return False
    asked = (filters.start or dt.date.min, filters.end or dt.date.max)
    return asked[0] <= (last or first) and first <= asked[1]


def counted(
    attendances: list[Came], merged: dict[int, int], filters: Filters
) -> dict[str, int | None]:
    """The counting rules once more, in sets."""
    rows = [came for came in attendances if lies_within(filters, came.activity)]
    came = [row for row in rows if row.status == "attended"]
    who = {row: merged.get(row.person, row.person) for row in came}
    persons = set(who.values())
    stated = {who[row] for row in came if row.capacity != "not_stated"}
    # Two rows of one attendance may name two towns: it is one attendance, of the first of them.
    towns: dict[tuple[int, int], set[int]] = {}
    for row in came:
        if row.town is not None:
            towns.setdefault((row.activity, who[row]), set()).add(row.town)
    figures: dict[str, int | None] = {
        "persons": len(persons),
        "persons_not_stated": len(persons - stated),
        "attendances": len({(row.activity, who[row]) for row in came}),
        "municipalities": len({min(named) for named in towns.values()}),
    }
    return figures if rows else dict.fromkeys(figures)


@settings(max_examples=150, deadline=None)
@given(attendances=lists, merged=merges, filters=choices)
def test_any_attendances_are_counted_by_the_rules(
    sqlite: Engine, attendances: list[Came], merged: dict[int, int], filters: Filters
) -> None:
    with reading(sqlite) as connection:  # which keeps nothing
        plant(connection, attendances, merged)
        answer = recorded(connection, READER, filters)
    said, rules = by_figure(answer), counted(attendances, merged, filters)
    assert {name: said[name] for name in rules} == rules
