"""The counting rules: one person at one activity, and as what a person counts in a selection."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from sqlalchemy import Connection, Engine, select

from data_access import counting, schema
from data_access.engine import reading
from data_access.filters import Filters
from tests.data_access import attendance_lists
from tests.data_access.attendance_lists import CODES, Came, Traits, choices, lists, merges, plant
from tests.data_access.people import (
    a_municipality,
    a_person,
    a_round,
    an_activity,
    an_institution,
    attends,
)

IV = Filters(round="IV")
Rows = list[dict[str, Any]]


def attendances(connection: Connection, filters: Filters = IV) -> Rows:
    rows = counting.attended(filters)
    return [dict(row) for row in connection.execute(select(rows)).mappings()]


def persons(connection: Connection, filters: Filters = IV) -> Rows:
    rows = counting.persons(counting.attended(filters))
    return [dict(row) for row in connection.execute(select(rows)).mappings()]


def the_person(connection: Connection, filters: Filters = IV) -> dict[str, Any]:
    (row,) = persons(connection, filters)
    return row


def day(number: int) -> dt.date:
    return dt.date(2020, 3, number)


def with_a_decoy(connection: Connection, **traits: Any) -> tuple[int, int]:
    """A round, and a person who came with these traits to what no test asks for."""
    round_id, person = a_round(connection), a_person(connection)
    elsewhere = an_activity(connection, a_round(connection, "V"), day(30))
    attends(connection, person, elsewhere, **traits)
    registered = an_activity(connection, round_id, day(30))
    attends(connection, person, registered, status="registered", **traits)
    return round_id, person


def come(
    connection: Connection, round_id: int, person: int, *on: int | None, **traits: Any
) -> None:
    """The person comes on these days of March, each time with the same traits."""
    for number in on:
        first = None if number is None else day(number)
        attends(connection, person, an_activity(connection, round_id, first), **traits)


@pytest.mark.parametrize("status", ["registered", "not_stated"])
def test_only_who_attended_is_counted(connection: Connection, status: str) -> None:
    activity, came = an_activity(connection, a_round(connection)), a_person(connection)
    attends(connection, came, activity)
    attends(connection, a_person(connection), activity, "roma", status=status)
    assert [row["who"] for row in attendances(connection)] == [came]
    assert [row["who"] for row in persons(connection)] == [came]


def test_every_status_is_among_the_recorded_rows(connection: Connection) -> None:
    activity = an_activity(connection, a_round(connection))
    for status in ("attended", "registered", "not_stated"):
        attends(connection, a_person(connection), activity, status=status)
    a_decoy = an_activity(connection, a_round(connection, "V"))
    attends(connection, a_person(connection), a_decoy)
    rows = connection.execute(counting.recorded_rows(IV)).mappings()
    assert sorted(row["status"] for row in rows) == ["attended", "not_stated", "registered"]


TRAITS = [
    ("capacity", "category", "roma", "state"),
    ("gender", "gender", "man", "woman"),
    ("age_band", "age_band", "55_plus", "under_18"),
    ("place_kind", "place_kind", "online", "abroad"),
]


@pytest.mark.parametrize(("column", "answer", "often", "seldom"), TRAITS)
def test_a_person_counts_as_in_most_of_their_attendances(
    connection: Connection, column: str, answer: str, often: str, seldom: str
) -> None:
    round_id, person = with_a_decoy(connection, **{column: seldom})
    come(connection, round_id, person, 1, 2, **{column: often})
    come(connection, round_id, person, 3, **{column: seldom})
    assert the_person(connection)[answer] == often


@pytest.mark.parametrize(("column", "answer", "late", "early"), TRAITS)
def test_of_as_many_the_latest_counts(
    connection: Connection, column: str, answer: str, late: str, early: str
) -> None:
    round_id, person = with_a_decoy(connection, **{column: early})
    come(connection, round_id, person, 9, 1, **{column: late})
    come(connection, round_id, person, 8, 2, None, **{column: "not_stated"})
    come(connection, round_id, person, 7, None, **{column: early})
    assert the_person(connection)[answer] == late


@pytest.mark.parametrize(("column", "answer", "second", "first"), TRAITS)
def test_of_as_many_on_the_same_day_the_order_of_the_codes_decides(
    connection: Connection, column: str, answer: str, second: str, first: str
) -> None:
    round_id, person = with_a_decoy(connection, **{column: second})
    come(connection, round_id, person, 5, **{column: second})
    come(connection, round_id, person, 5, **{column: first})
    assert the_person(connection)[answer] == first


def test_of_as_many_on_no_stated_day_the_order_of_the_codes_decides(
    connection: Connection,
) -> None:
    round_id, person = with_a_decoy(connection, capacity="other")
    for capacity in ("other", "municipal", "ngo"):
        come(connection, round_id, person, None, capacity=capacity)
    assert the_person(connection)["category"] == "municipal"


@pytest.mark.parametrize(("column", "answer", "stated", "_"), TRAITS)
def test_a_trait_stated_once_is_stated(
    connection: Connection, column: str, answer: str, stated: str, _: str
) -> None:
    round_id, person = a_round(connection), a_person(connection)
    come(connection, round_id, person, 1, **{column: stated})
    come(connection, round_id, person, 2, 3, 4, **{column: "not_stated"})
    assert the_person(connection)[answer] == stated


def test_what_is_never_stated_in_the_selection_is_not_stated(connection: Connection) -> None:
    town, body = a_municipality(connection), an_institution(connection, "km")
    traits = {"capacity": "roma", "gender": "man", "age_band": "18_29", "institution_id": body}
    round_id, person = with_a_decoy(connection, **traits, municipality=town)
    come(connection, round_id, person, 1, 2)
    assert the_person(connection) == {
        "who": person,
        **dict.fromkeys(("category", "gender", "age_band", "place_kind"), "not_stated"),
        **dict.fromkeys(("place", "municipality_id", "institution", "institution_id")),
    }


def test_the_last_day_of_an_activity_is_its_day(connection: Connection) -> None:
    round_id, person = a_round(connection), a_person(connection)
    attends(connection, person, an_activity(connection, round_id, day(1), day(9)), "other")
    attends(connection, person, an_activity(connection, round_id, day(5)), "state")
    assert the_person(connection)["category"] == "other"


def test_the_municipality_of_most_attendances_counts(connection: Connection) -> None:
    talsi, valka = a_municipality(connection, "Talsi"), a_municipality(connection)
    round_id, person = with_a_decoy(connection, municipality=talsi)
    come(connection, round_id, person, 9, municipality=talsi)
    come(connection, round_id, person, 1, 2, municipality=valka)
    found = the_person(connection)
    assert (found["place_kind"], found["municipality_id"]) == ("municipality", valka)


def test_of_as_many_municipalities_the_first_code_counts_and_a_municipality_before_other_places(
    connection: Connection,
) -> None:
    first, second = a_municipality(connection, "Zilupe"), a_municipality(connection, "Ādaži")
    round_id, person = with_a_decoy(connection, municipality=second)
    for town in (second, first):
        come(connection, round_id, person, 5, municipality=town)
    come(connection, round_id, person, 5, place_kind="national_body")
    found = the_person(connection)
    assert found["municipality_id"] == first
    assert found["place"].startswith("division ")


def test_of_as_many_institutions_the_first_code_counts(connection: Connection) -> None:
    bodies = {code: an_institution(connection, code) for code in ("b-1", "b", "B2", "a")}
    round_id, person = with_a_decoy(connection, institution_id=bodies["a"])
    for code in ("b", "b-1", "B2"):
        come(connection, round_id, person, 5, institution_id=bodies[code])
    found = the_person(connection)
    assert (found["institution"], found["institution_id"]) == ("B2", bodies["B2"])


def test_traits_are_decided_apart_from_each_other(connection: Connection) -> None:
    round_id, person = a_round(connection), a_person(connection)
    come(connection, round_id, person, 1, 2, capacity="roma", gender="woman")
    come(connection, round_id, person, 3, 4, 5, capacity="ngo", gender="not_stated")
    found = the_person(connection)
    assert (found["category"], found["gender"]) == ("ngo", "woman")


def test_a_merged_person_counts_as_the_kept_one(connection: Connection) -> None:
    round_id, kept = a_round(connection), a_person(connection)
    merged = a_person(connection, merged_into=kept)
    come(connection, round_id, kept, 9, capacity="roma")
    come(connection, round_id, merged, 1, 2, capacity="ngo")
    found = the_person(connection)
    assert (found["who"], found["category"]) == (kept, "ngo")
    assert [row["who"] for row in attendances(connection)] == [kept] * 3


def test_two_rows_of_one_person_at_one_activity_are_one_attendance(connection: Connection) -> None:
    activity, kept = an_activity(connection, a_round(connection)), a_person(connection)
    merged, stranger = a_person(connection, merged_into=kept), a_person(connection)
    for person in (kept, merged, stranger):
        attends(connection, person, activity, "roma")
    assert sorted(row["who"] for row in attendances(connection)) == sorted([kept, stranger])


def test_an_attendance_of_two_rows_says_what_either_says(connection: Connection) -> None:
    activity, kept = an_activity(connection, a_round(connection)), a_person(connection)
    merged, town = a_person(connection, merged_into=kept), a_municipality(connection)
    body = an_institution(connection, "km")
    attends(connection, kept, activity, "roma", gender="man", institution_id=body)
    attends(connection, merged, activity, age_band="18_29", municipality=town, origin="sample")
    (found,) = attendances(connection)
    expected = {"category": "roma", "gender": "man", "age_band": "18_29", "institution": "km"}
    expected |= {"place_kind": "municipality", "origin": "sample", "status": "attended"}
    assert {name: found[name] for name in expected} == expected
    assert (found["municipality_id"], found["institution_id"]) == (town, body)
    assert found["place"].startswith("division ")


@pytest.mark.parametrize("turned", [False, True])
def test_where_two_rows_of_an_attendance_contradict_the_order_of_the_codes_decides(
    connection: Connection, turned: bool
) -> None:
    activity, kept = an_activity(connection, a_round(connection)), a_person(connection)
    bodies = [an_institution(connection, code) for code in ("lm", "km")]
    towns = [a_municipality(connection, name) for name in ("Zilupe", "Ādaži")]
    rows: list[dict[str, Any]] = [
        {"capacity": "state", "gender": "man", "institution_id": bodies[1], "place_kind": "online"},
        {
            "capacity": "ngo",
            "gender": "woman",
            "institution_id": bodies[0],
            "municipality": towns[1],
        },
    ]
    people = [kept, a_person(connection, merged_into=kept)]
    for person, row in zip(people, rows[::-1] if turned else rows, strict=True):
        attends(connection, person, activity, **row)
    (found,) = attendances(connection)
    expected = {"category": "state", "gender": "woman", "institution": "km"}
    assert {name: found[name] for name in expected} == expected
    assert (found["place_kind"], found["municipality_id"]) == ("municipality", towns[1])


def test_a_chosen_activity_is_the_whole_selection(connection: Connection) -> None:
    round_id, person = a_round(connection), a_person(connection)
    come(connection, round_id, person, 1, 2, capacity="roma")
    attends(connection, person, an_activity(connection, round_id, code="chosen"), "ngo")
    assert the_person(connection)["category"] == "roma"
    assert the_person(connection, Filters(activity="chosen"))["category"] == "ngo"


def test_a_chosen_period_is_the_whole_selection(connection: Connection) -> None:
    round_id, person = a_round(connection), a_person(connection)
    come(connection, round_id, person, 1, 2, None, capacity="roma")
    come(connection, round_id, person, 9, capacity="ngo")
    assert the_person(connection)["category"] == "roma"
    assert the_person(connection, Filters(start=day(9)))["category"] == "ngo"
    assert persons(connection, Filters(start=day(10))) == []


def traits_of(row: dict[str, Any], towns: dict[int, str]) -> Traits:
    """What a row says, in the words of the lists."""
    stated = {name: row[name] for name in ("category", "gender", "age_band")}
    place = towns.get(row["municipality_id"], row["place_kind"])
    return stated | {"place": place, "institution": row["institution"] or "not_stated"}


@settings(max_examples=120)
@given(attendances=lists, merged=merges, filters=choices)
def test_any_attendances_and_persons_are_those_of_the_rules(
    module_engine: Engine, attendances: list[Came], merged: dict[int, int], filters: Filters
) -> None:
    with reading(module_engine) as connection:  # which keeps nothing
        who = plant(connection, attendances, merged)
        rows = counting.attended(filters)
        came = connection.execute(select(rows)).mappings().all()
        people = connection.execute(select(counting.persons(rows))).mappings().all()
        known = select(schema.municipality.c.id, schema.municipality.c.name)
        towns = {row.id: row.name for row in connection.execute(known)}
    expected = attendance_lists.attended(attendances, merged, filters)
    assert {who[row["who"]]: traits_of({**row}, towns) for row in people} == (
        attendance_lists.persons(expected)
    )
    assert sorted((who[row["who"]], *traits_of({**row}, towns).values()) for row in came) == sorted(
        (person, *(traits[name] for name in CODES)) for (_, person), traits in expected.items()
    )
