"""From groups of people to persons, their attendances, and the days on which they came."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import Connection

from data_access import schema
from data_access.rules import AttendanceStatus, Category, PlaceKind
from seed.sample.participants import GROUPS, WOMEN, YOUTH, Group
from seed.sample.planting import Ground, Row, place, put
from seed.sample.traits import NOT_ASKED, TRAITS

DAY_BY_DAY = (YOUTH, WOMEN)
LEFT_EARLY = 5  # every fifth person missed the last day

Value = TypeVar("Value")


@dataclass(frozen=True)
class Participant:
    """One person of a group, with what the lists say of them."""

    group: Group
    gender: str
    age_band: str
    place: str
    institution: str | None


def participants() -> Iterator[Participant]:
    """Everybody, always in the same order."""
    met: Counter[Category] = Counter()
    for group in GROUPS:
        traits = TRAITS[group.category]
        for _ in range(group.people):
            turn = met[group.category]
            met[group.category] += 1
            origin = _in_turn(group.places or traits.places, turn)
            yield Participant(
                group,
                _in_turn(group.genders or traits.genders, turn),
                _in_turn(group.ages or traits.ages, turn),
                origin,
                None if group.places else _in_turn(traits.institutions, turn),
            )


def fill_attendances(connection: Connection, ground: Ground) -> None:
    """Persons, attendances and days; nobody has a name."""
    people = list(participants())
    numbers = put(connection, schema.person, [{"merged_into_id": None} for _ in people])
    listed = [
        (who, activity, _row(who, number, activity, status, ground))
        for who, number in zip(people, numbers, strict=True)
        for activity, status in _lists(who.group)
    ]
    attendances = put(connection, schema.attendance, [row for _, _, row in listed])
    days = [
        {"attendance_id": number, "day": day}
        for turn, ((_, activity, row), number) in enumerate(zip(listed, attendances, strict=True))
        if activity in DAY_BY_DAY and row["status"] == AttendanceStatus.ATTENDED
        for day in ground.days[activity][: -1 if turn % LEFT_EARLY == 0 else None]
    ]
    put(connection, schema.attendance_day, days)


def _lists(group: Group) -> Iterator[tuple[str, AttendanceStatus]]:
    """The activities on whose lists the people stand, and how."""
    for activities, status in (
        (group.came, AttendanceStatus.ATTENDED),
        (group.registered, AttendanceStatus.REGISTERED),
        (group.unclear, AttendanceStatus.NOT_STATED),
    ):
        for activity in activities:
            yield activity, status


def _row(
    who: Participant, person: int, activity: str, status: AttendanceStatus, ground: Ground
) -> Row:
    capacity = who.group.otherwise.get(activity, who.group.category)
    home = who.group.elsewhere.get(activity, who.place)
    if capacity is Category.STATE:  # who speaks for the state speaks for no municipality
        home = PlaceKind.NATIONAL_BODY
    said = {"gender": who.gender, "age_band": who.age_band}
    row = {
        "activity_id": ground.activities[activity],
        "person_id": person,
        "capacity": capacity,
        "status": status,
        "institution_id": ground.institutions[who.institution] if who.institution else None,
    }
    unasked = dict.fromkeys(NOT_ASKED.get(activity, ()), "not_stated")
    return row | place(home, ground) | said | unasked


def _in_turn(values: Sequence[Value], turn: int) -> Value:
    return values[turn % len(values)]
