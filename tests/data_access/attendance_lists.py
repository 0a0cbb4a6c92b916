"""Any set of attendances, for two ways of counting them: how to plant it, and what the rules say.

Every trait is a number: the place of its value in the order of the codes, the last one not stated.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st
from sqlalchemy import Connection

from data_access.filters import Filters
from tests.data_access.people import (
    a_municipality,
    a_person,
    a_round,
    an_activity,
    an_institution,
    attends,
)

PEOPLE = range(5)
MAY = [dt.date(2020, 5, number) for number in range(1, 6)]
ACTIVITIES = (
    ("IV", MAY[0], MAY[1]),
    ("IV", MAY[2], None),
    ("IV", None, None),
    ("V", MAY[1], MAY[3]),
)
CODES: Mapping[str, Sequence[str]] = {
    "category": ("state", "roma", "not_stated"),
    "gender": ("woman", "man", "not_stated"),
    "age_band": ("under_18", "55_plus", "not_stated"),
    "place": ("first town", "second town", "online", "not_stated"),
    "institution": ("a body", "b body", "not_stated"),
}
Traits = dict[str, str]


@dataclass(frozen=True)
class Came:
    """One line of an attendance list; activity and person are places in lists."""

    activity: int
    person: int
    status: str
    category: int
    gender: int
    age_band: int
    place: int
    institution: int


lines = st.builds(
    Came,
    activity=st.sampled_from(range(len(ACTIVITIES))),
    person=st.sampled_from(PEOPLE),
    status=st.sampled_from(["attended", "attended", "attended", "registered", "not_stated"]),
    **{trait: st.integers(0, len(codes) - 1) for trait, codes in CODES.items()},
)
lists = st.lists(lines, max_size=14, unique_by=lambda came: (came.activity, came.person))
# The first two people stay themselves, so that nobody is merged into somebody merged.
merges = st.dictionaries(st.sampled_from(PEOPLE[2:]), st.sampled_from(PEOPLE[:2]))
days = st.none() | st.sampled_from(MAY)
choices = st.builds(Filters, round=st.sampled_from([None, "IV", "V"]), start=days, end=days)


def plant(
    connection: Connection, attendances: Iterable[Came], merged: Mapping[int, int]
) -> dict[int, int]:
    """Record them; which person each number in the database is."""
    people: list[int] = []
    for person in PEOPLE:
        kept = merged.get(person)
        people.append(a_person(connection, None if kept is None else people[kept]))
    rounds = {code: a_round(connection, code) for code in ("IV", "V")}
    activities = [an_activity(connection, rounds[code], *span) for code, *span in ACTIVITIES]
    # Made back to front, so that the order of the numbers is not that of the codes.
    bodies = [an_institution(connection, CODES["institution"][at]) for at in (1, 0)][::-1]
    places = _places(connection)
    for came in attendances:
        attends(
            connection,
            people[came.person],
            activities[came.activity],
            CODES["category"][came.category],
            status=came.status,
            gender=CODES["gender"][came.gender],
            age_band=CODES["age_band"][came.age_band],
            institution_id=[*bodies, None][came.institution],
            **places[came.place],
        )
    return {number: person for person, number in enumerate(people)}


def _places(connection: Connection) -> list[dict[str, Any]]:
    towns: list[dict[str, Any]] = [
        {"place_kind": "municipality", "municipality_id": a_municipality(connection, name)}
        for name in CODES["place"][:2]
    ]
    return [*towns, {"place_kind": "online"}, {"place_kind": "not_stated"}]


def selected(attendances: Iterable[Came], filters: Filters) -> list[Came]:
    """The lines of the round and the period."""
    return [came for came in attendances if _lies_within(filters, came.activity)]


def _lies_within(filters: Filters, activity: int) -> bool:
    code, first, last = ACTIVITIES[activity]
    if filters.round not in {None, code}:
        return False
    if filters.start is None and filters.end is None:
        return True
    if first is None:
        return False
    asked = (filters.start or dt.date.min, filters.end or dt.date.max)
    return asked[0] <= (last or first) and first <= asked[1]


def attended(
    attendances: Iterable[Came], merged: Mapping[int, int], filters: Filters
) -> dict[tuple[int, int], Traits]:
    """The attendances by the rules: activity and person, and what is stated of them there."""
    there: dict[tuple[int, int], list[Came]] = {}
    for came in selected(attendances, filters):
        if came.status == "attended":
            who = merged.get(came.person, came.person)
            there.setdefault((came.activity, who), []).append(came)
    return {
        key: {trait: codes[min(getattr(r, trait) for r in rows)] for trait, codes in CODES.items()}
        for key, rows in there.items()
    }


def persons(found: Mapping[tuple[int, int], Traits]) -> dict[int, Traits]:
    """The persons by the rules, and as what they count."""
    return {
        who: {trait: _most_often(found, who, trait) for trait in CODES}
        for who in {w for _, w in found}
    }


def _most_often(found: Mapping[tuple[int, int], Traits], who: int, trait: str) -> str:
    stated = {
        activity: traits[trait]
        for (activity, person), traits in found.items()
        if person == who and traits[trait] != "not_stated"
    }
    if not stated:
        return "not_stated"
    times = Counter(stated.values())

    def weight(code: str) -> tuple[int, dt.date, int]:
        last_days = [_last_day(activity) for activity, said in stated.items() if said == code]
        return times[code], max(last_days), -CODES[trait].index(code)

    return max(times, key=weight)


def _last_day(activity: int) -> dt.date:
    _, first, last = ACTIVITIES[activity]
    return last or first or dt.date.min
