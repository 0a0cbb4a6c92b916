"""Towns with open cases and no mediator in the next round are to be handed over."""

import datetime as dt
from typing import Any

import pytest
import time_machine
from sqlalchemy import Connection, delete, select

from data_access import schema
from data_access.access import AccessRefused
from data_access.caseloads import hand_over, hand_over_cases, next_round
from data_access.filters import Filters
from data_access.rules import Look
from tests.data_access.accounts.grants import place_number
from tests.data_access.answers import records
from tests.data_access.land import a_division, a_town, beside
from tests.data_access.people import (
    a_case,
    a_family,
    a_need,
    a_post,
    a_round,
    at,
    of_sample,
)
from tests.data_access.readers import COORDINATOR, READER, STRANGER

IV = Filters(round="IV")
JANUARY, MAY, JUNE = dt.date(2020, 1, 1), dt.date(2020, 5, 1), dt.date(2020, 6, 30)
LATER = dt.date(2023, 9, 1)


def towns(connection: Connection, *names: str) -> list[dict[str, Any]]:
    """The place columns of towns of one division, of any names."""
    division = a_division(connection, "2009")
    return [at(a_town(connection, division, f"LV-{name[:3]}", name)) for name in names]


def left(connection: Connection, filters: Filters = IV) -> list[tuple[Any, ...]]:
    """Name, state and open cases."""
    return records(hand_over(connection, READER, filters), "name_lv", "state", "open_cases")


def after(connection: Connection, *columns: str, filters: Filters = IV) -> list[tuple[Any, ...]]:
    return records(next_round(connection, READER, filters), *columns)


def with_open_case(connection: Connection, round_id: int, place: dict[str, Any]) -> int:
    post = a_post(connection, round_id, JANUARY, JUNE, **place)
    a_case(connection, a_family(connection), post, JANUARY)
    return post


def test_a_town_with_open_cases_and_no_mediator_next_is_handed_over(connection: Connection) -> None:
    valka, ainazi, cesis, dobele = towns(connection, "Valka", "Ainaži", "Cēsis", "Dobele")
    then, following = a_round(connection), a_round(connection, "V")
    post = with_open_case(connection, then, valka)
    substitute = a_post(connection, then, MAY, JUNE, substitutes_post_id=post, **valka)
    family = a_family(connection)
    a_case(connection, family, substitute)
    a_case(connection, family, substitute, JANUARY, dt.date(2020, 7, 1))
    a_case(connection, a_family(connection), substitute, JANUARY, JUNE)
    with_open_case(connection, then, ainazi)
    closed = a_post(connection, then, JANUARY, JUNE, **cesis)
    a_case(connection, a_family(connection), closed, JANUARY, JUNE)
    with_open_case(connection, then, dobele)
    a_post(connection, following, **dobele)
    answer = hand_over(connection, READER, IV)
    assert records(answer, "name_lv", "state", "posts", "open_cases", "families") == [
        ("Ainaži", "no_mediator", 1, 1, 1),
        ("Valka", "no_mediator", 2, 3, 2),
    ]


def test_the_next_round_is_the_nearest_one_after(connection: Connection) -> None:
    valka, ainazi = towns(connection, "Valka", "Ainaži")
    then, sixth, seventh = (a_round(connection, code) for code in ("IV", "VI", "VII"))
    earlier = a_round(connection, "III")
    with_open_case(connection, then, valka)
    a_post(connection, sixth, **ainazi)
    for other in (seventh, earlier):
        a_post(connection, other, **valka)
    assert left(connection) == [("Valka", "no_mediator", 1)]
    assert after(connection, "round", "next", "posts") == [("IV", "VI", 1)]


def test_without_a_post_of_a_next_round_nobody_can_tell(connection: Connection) -> None:
    valka, ainazi = towns(connection, "Valka", "Ainaži")
    with_open_case(connection, a_round(connection), valka)
    assert left(connection) == [("Valka", "next_unknown", 1)]
    assert after(connection, "next", "posts") == [(None, 0)]
    fifth = a_round(connection, "V")
    assert left(connection) == [("Valka", "next_unknown", 1)]
    assert after(connection, "next", "posts") == [("V", 0)]
    a_post(connection, fifth, **ainazi)
    assert left(connection) == [("Valka", "no_mediator", 1)]


def test_posts_in_no_town_are_told_apart_and_never_matched(connection: Connection) -> None:
    (valka,) = towns(connection, "Valka")
    then, following = a_round(connection), a_round(connection, "V")
    with_open_case(connection, then, valka)
    with_open_case(connection, then, at(None))
    with_open_case(connection, then, beside("online") | {"place_name_lv": "Zoom"})
    for place in (at(None), beside("online") | {"place_name_lv": "Zoom"}):
        a_post(connection, following, **place)
    assert left(connection) == [
        ("Valka", "no_mediator", 1),
        (None, "no_place", 1),
        ("Zoom", "no_place", 1),
    ]
    assert after(connection, "posts", "posts_without_place") == [(2, 2)]


def test_the_rounds_end_is_its_posts_last_day_or_today(connection: Connection) -> None:
    (valka,) = towns(connection, "Valka")
    post = with_open_case(connection, a_round(connection), valka)
    a_case(connection, a_family(connection), post, JANUARY, MAY)
    assert left(connection) == [("Valka", "next_unknown", 1)]
    assert [day.date() for (day,) in after(connection, "day")] == [JUNE]
    april = dt.datetime(2020, 4, 1, 12, tzinfo=dt.UTC)
    with time_machine.travel(april, tick=False):
        assert left(connection) == [("Valka", "next_unknown", 2)]
        assert [day.date() for (day,) in after(connection, "day")] == [april.date()]


def test_the_chosen_days_change_nothing_and_without_a_round_there_is_nothing(
    connection: Connection,
) -> None:
    (valka,) = towns(connection, "Valka")
    with_open_case(connection, a_round(connection), valka)
    days = Filters(round="IV", start=dt.date(2021, 1, 1), end=dt.date(2021, 2, 1))
    assert left(connection, days) == left(connection) != []
    assert left(connection, Filters()) == after(connection, "next", filters=Filters()) == []
    assert hand_over_cases(connection, COORDINATOR, Filters()).empty


@pytest.fixture
def lands(known: Connection) -> Connection:
    """The facts, with nobody's post."""
    for table in (schema.mediation_case, schema.mediator_post):
        known.execute(delete(table))
    return known


def serves(connection: Connection, code: str, place: str, first: dt.date) -> None:
    """A post of a round from the day on, with an open case."""
    round_ = schema.round.c
    number = connection.execute(select(round_.id).where(round_.code == code)).scalar_one()
    post = a_post(connection, number, first, first, **at(place_number(connection, place)))
    a_case(connection, a_family(connection), post, first)


FIFTH = Filters(round="V")
DIVISIONS = [
    ("2009:LV-VMR", "2021:LV-113", Look.WAS, []),
    ("2009:LV-RIX", "2021:LV-RIX", Look.REPORTED, []),
    ("2009:LV-VMR", "2021:LV-VEN", Look.WAS, [("Valmiera", "no_mediator", 1)]),
    ("2009:LV-037", "2021:LV-091", Look.WAS, [("Inčukalna novads", "partly", 1)]),
    ("2009:LV-037", "2021:LV-091", Look.TODAY, [("Inčukalna novads", "partly", 1)]),
    ("2009:LV-037", "2021:LV-VEN", Look.TODAY, [("Inčukalna novads", "no_mediator", 1)]),
]


@pytest.mark.parametrize(("town", "following", "look", "expected"), DIVISIONS)
def test_after_a_reform_towns_are_compared_by_their_land(
    lands: Connection, town: str, following: str, look: Look, expected: list[tuple[Any, ...]]
) -> None:
    serves(lands, "V", town, JUNE)
    serves(lands, "VII", following, LATER)
    assert left(lands, Filters(round="V", look=look)) == expected


def test_towns_of_one_municipality_today_are_one_on_todays_map(lands: Connection) -> None:
    serves(lands, "V", "2009:LV-VMR", JUNE)
    serves(lands, "V", "2009:LV-084", JUNE)
    serves(lands, "VII", "2009:LV-VEN", JUNE)
    assert left(lands, FIFTH) == [
        ("Rūjienas novads", "no_mediator", 1),
        ("Valmiera", "no_mediator", 1),
    ]
    today = Filters(round="V", look=Look.TODAY)
    assert left(lands, today) == [("Valmieras novads", "no_mediator", 2)]
    serves(lands, "VII", "2009:LV-084", JUNE)
    assert left(lands, FIFTH) == [("Valmiera", "no_mediator", 1)]
    assert left(lands, today) == []
    assert left(lands, Filters(round="V", look=Look.REPORTED)) == left(lands, FIFTH)


def test_behind_the_list_stand_its_open_cases_with_their_needs(connection: Connection) -> None:
    valka, ainazi = towns(connection, "Valka", "Ainaži")
    then, following = a_round(connection), a_round(connection, "V")
    first, second, served = (
        a_post(connection, then, JANUARY, JUNE, **place) for place in (valka, at(None), ainazi)
    )
    a_post(connection, following, **ainazi)
    opened = {"f-late": MAY, "f-undated": None, "f-early": JANUARY}
    for code, day in opened.items():
        case = a_case(connection, a_family(connection, code=code), first, day)
        for area in ("housing", "education") if day == MAY else ("not_stated",):
            a_need(connection, case, area)
    a_case(connection, a_family(connection, code="f-apart"), second, MAY)
    a_case(connection, a_family(connection, code="f-closed"), first, JANUARY, MAY)
    a_case(connection, a_family(connection, code="f-served"), served, JANUARY)
    answer = hand_over_cases(connection, COORDINATOR, IV)
    assert records(answer, "name_lv", "post", "family", "needs") == [
        ("Valka", first, "f-early", None),
        ("Valka", first, "f-late", "education; housing"),
        ("Valka", first, "f-undated", None),
        (None, second, "f-apart", None),
    ]
    assert [None if day is None else day.date() for (day,) in records(answer, "opened_on")] == [
        *(JANUARY, MAY, None, MAY)
    ]
    (place, *_) = answer["place"]
    one = hand_over_cases(connection, COORDINATOR, Filters(round="IV", place=place))
    assert list(one["family"]) == ["f-early", "f-late", "f-undated"]


def test_in_the_sample_two_towns_are_handed_over(made_up: Connection) -> None:
    assert left(made_up) == [
        ("Valmiera", "no_mediator", 9),
        ("Ventspils", "no_mediator", 11),
        (None, "no_place", 8),
    ]
    assert len(hand_over_cases(made_up, COORDINATOR, IV)) == 9 + 11 + 8


@pytest.mark.parametrize("what", ["post", "family", "case", None])
def test_a_town_with_a_made_up_row_says_so(connection: Connection, what: str | None) -> None:
    origin = of_sample(what, "post", "family", "case")
    post = a_post(connection, a_round(connection), JANUARY, JUNE, **origin["post"])
    a_case(connection, a_family(connection, **origin["family"]), post, JANUARY, **origin["case"])
    assert list(hand_over(connection, READER, IV)["is_made_up"]) == [what is not None]
    answer = hand_over_cases(connection, COORDINATOR, IV)
    assert list(answer["is_made_up"]) == [what is not None]


def test_families_are_for_whoever_reads_records(connection: Connection) -> None:
    with pytest.raises(AccessRefused, match="read_records"):
        hand_over_cases(connection, READER, IV)
    for question in (hand_over, next_round):
        with pytest.raises(AccessRefused, match="read_caseloads"):
            question(connection, STRANGER, IV)
