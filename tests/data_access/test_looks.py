"""Whatever shows places says of each record where it stands in each look."""

import datetime as dt
from collections.abc import Callable

import pandas as pd
import pytest
from sqlalchemy import Connection, select

from data_access import activities, caseloads, figures, participants, recommendations, schema
from data_access.filters import Filters
from data_access.rules import Look
from tests.data_access.answers import records
from tests.data_access.people import (
    a_person,
    a_post,
    a_round,
    add,
    an_activity,
    at,
    attends,
)
from tests.data_access.readers import READER
from tests.data_access.register import an_entry

DAY = dt.date(2019, 9, 1)
Answer = tuple[str | None, ...]
Stood = dict[str, Answer]

STANDS = ("stands", "stands_at", "stands_name", "stands_before", "stands_among")
KANDAVA, TUKUMS, AGLONA = ("Kandavas novads", "Tukuma novads", "Aglonas novads")
HERE: Stood = {
    KANDAVA: ("municipality", "2009:LV-043", KANDAVA, None, None),
    TUKUMS: ("municipality", "2009:LV-099", TUKUMS, None, None),
    AGLONA: ("municipality", "2009:LV-001", AGLONA, None, None),
}
IN_LOOKS: dict[Look, Stood] = {
    Look.WAS: HERE,
    Look.REPORTED: dict.fromkeys(HERE, ("unlisted", "unlisted", None, None, None))
    | {TUKUMS: HERE[TUKUMS]},
    Look.TODAY: {
        KANDAVA: ("municipality", "2025:LV-099", TUKUMS, KANDAVA, None),
        TUKUMS: ("municipality", "2025:LV-099", TUKUMS, None, None),
        AGLONA: (
            *("either", "either:2009:LV-001", AGLONA, None),
            "Krāslavas novads; Preiļu novads",
        ),
    },
}


def number_of(connection: Connection, name: str, division: str = "2009") -> int:
    municipality = schema.municipality
    named = select(municipality.c.id).join(schema.division)
    there = named.where(municipality.c.name == name, schema.division.c.code == division)
    return int(connection.execute(there).scalar_one())


def plant(connection: Connection) -> None:
    """Round I lists Tukums; three municipalities have one record of each kind; so has a decoy."""
    for code, names in (("I", HERE), ("VI", ["Valkas novads"])):
        round_ = a_round(connection, code)
        listed = {"round_id": round_, "role": "represented"}
        town = number_of(connection, TUKUMS)
        add(connection, schema.reported_place, municipality_id=town, **listed)
        for name in names:
            there = at(number_of(connection, name))
            held = an_activity(connection, round_, DAY, **there)
            further = {"activity_id": held, "position": 1}
            add(connection, schema.activity_further_place, **further | there)
            a_post(connection, round_, DAY, DAY, **there)
            an_entry(connection, round_, f"{code} {name}", made_on=DAY, **there)
            attends(connection, a_person(connection), held, **there)


@pytest.mark.parametrize("look", Look)
@pytest.mark.parametrize(
    "question",
    [activities.listed, activities.further_places, caseloads.posts, recommendations.listed],
)
def test_a_record_says_where_it_stands(
    known: Connection, question: Callable[..., pd.DataFrame], look: Look
) -> None:
    plant(known)
    answer = question(known, READER, Filters(round="I", look=look))
    found = {str(row[0]): _in_order(row[1:]) for row in records(answer, "place_lv", *STANDS)}
    assert len(answer) == 3
    assert found == IN_LOOKS[look]


def _in_order(row: Answer) -> Answer:
    return (*row[:-1], row[-1] and "; ".join(sorted(set(row[-1].split("; ")))))


def test_posts_of_one_place_stand_together_on_todays_map(known: Connection) -> None:
    plant(known)
    a_post(known, number_of_round(known), DAY, DAY, **at(number_of(known, "Rīga")))
    answer = caseloads.posts(known, READER, Filters(round="I", look=Look.TODAY))
    assert list(answer["place_lv"]) == [AGLONA, "Rīga", KANDAVA, TUKUMS]


def number_of_round(connection: Connection) -> int:
    return int(
        connection.execute(select(schema.round.c.id).where(schema.round.c.code == "I")).scalar_one()
    )


@pytest.mark.parametrize(
    ("look", "expected"),
    [
        (Look.WAS, {"2009:LV-043": 1, "2009:LV-099": 1, "2009:LV-001": 1}),
        (Look.REPORTED, {"2009:LV-099": 1, "unlisted": 2}),
        (Look.TODAY, {"2025:LV-099": 2, "either:2009:LV-001": 1}),
    ],
)
def test_participants_add_up_in_each_look(
    known: Connection, look: Look, expected: dict[str, int]
) -> None:
    plant(known)
    answer = participants.breakdown(known, READER, Filters(round="I", look=look))
    of_places = answer[answer["dimension"] == "place"]
    for count in ("persons", "attendances"):
        numbers = of_places.groupby("code")[count].sum()
        assert numbers[numbers > 0].to_dict() == expected
    named = dict(records(of_places, "code", "label_lv"))
    assert named.get("either:2009:LV-001") == (AGLONA if look is Look.TODAY else None)


@pytest.mark.parametrize(
    ("look", "expected"),
    [
        (Look.WAS, {"2009": (3, 3), "2021": (1, 1)}),
        (Look.REPORTED, {"2009": (1, 1), None: (0, 3)}),
        (Look.TODAY, {"2025": (1, 3), None: (0, 1)}),
    ],
)
def test_recorded_municipalities_say_over_which_division_they_are_counted(
    known: Connection, look: Look, expected: dict[str | None, tuple[int, int]]
) -> None:
    plant(known)
    later = an_activity(known, number_of_round(known), dt.date(2022, 1, 1))
    attends(known, a_person(known), later, municipality=number_of(known, TUKUMS, "2021"))
    filters = Filters(round="I", look=look)
    answer = figures.represented(known, READER, filters)
    found = {
        row[0]: row[1:] for row in records(answer, "division", "municipalities", "attendances")
    }
    assert found == expected
    recorded = dict(records(figures.recorded(known, READER, filters), "figure", "value"))
    assert recorded["municipalities"] == sum(number for number, _ in expected.values())


def test_entries_of_one_place_count_together_on_todays_map(known: Connection) -> None:
    plant(known)
    answer = recommendations.spread(known, READER, Filters(round="I", look=Look.TODAY))
    places = answer[answer["by"] == "place"]
    assert records(places, "code", "name_lv", "entries") == [
        ("2025:LV-099", TUKUMS, 2),
        ("either:2009:LV-001", AGLONA, 1),
    ]


def test_land_that_left_within_a_division_is_named_for_the_days_before(known: Connection) -> None:
    there = at(number_of(known, "Rojas novads"))
    round_ = a_round(known, "I")
    for code, day in (("before", dt.date(2011, 1, 2)), ("after", dt.date(2011, 1, 3))):
        an_activity(known, round_, day, code=code, **there)
    answer = activities.listed(known, READER, Filters(round="I"))
    found = {row[0]: _in_order(row[1:]) for row in records(answer, "code", "stands_among")}
    assert found == {"before": ("Mērsraga novads; Rojas novads",), "after": (None,)}
