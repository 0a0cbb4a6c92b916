"""What lies behind one place: activities, people by category, posts, entries, lists."""

import datetime as dt
from dataclasses import replace

import pytest
from sqlalchemy import Connection

from data_access import coverage, schema
from data_access.filters import Filters
from tests.data_access.answers import records
from tests.data_access.land import a_town, beside, two_divisions
from tests.data_access.people import (
    a_person,
    a_post,
    a_round,
    add,
    an_activity,
    at,
    attends,
    of_sample,
)
from tests.data_access.readers import READER

IV = Filters(round="IV", place="2009:LV-VLK")
QUESTIONS = {
    "held": (coverage.held_at, coverage.HELD),
    "attended": (coverage.attended_from, coverage.ATTENDED),
    "posts": (coverage.posts_at, coverage.POSTS),
    "recommended": (coverage.recommended_for, coverage.RECOMMENDED),
    "reported": (coverage.reported_at, coverage.REPORTED),
}
NOW = dt.datetime(2020, 7, 22, tzinfo=dt.UTC)

Land = dict[str, int]


@pytest.fixture
def land(connection: Connection) -> Land:
    """Round IV, two towns of 2009, and one of 2021 that has the code of the first."""
    old, new = two_divisions(connection)
    return {
        "round": a_round(connection, "IV"),
        "VLK": a_town(connection, old, "LV-VLK", "Valka"),
        "CES": a_town(connection, old, "LV-CES", "Cēsis"),
        "new VLK": a_town(connection, new, "LV-VLK", "Valka"),
    }


def may(number: int) -> dt.date:
    return dt.date(2020, 5, number)


def an_entry(connection: Connection, round_id: int, reference: str, **values: object) -> None:
    """An entry of the register with two wordings."""
    entry = add(connection, schema.recommendation, reference=reference, round_id=round_id, **values)
    for number, text in ((1, "old"), (2, "new")):
        add(
            connection, schema.recommendation_version, recommendation_id=entry, number=number,
            text_lv=text, text_en=text, text_folded=text, written_at=NOW,
        )  # fmt: skip


def held(connection: Connection, filters: Filters = IV) -> list[tuple[object, ...]]:
    return records(coverage.held_at(connection, READER, filters), "code", "is_further")


def test_activities_are_those_held_there_by_date_and_those_that_were_there_too(
    connection: Connection, land: Land
) -> None:
    here, elsewhere = at(land["VLK"]), at(land["CES"])
    an_activity(connection, land["round"], code="undated", **here)
    an_activity(connection, land["round"], may(2), code="second", **here)
    an_activity(connection, land["round"], may(1), code="other", **elsewhere)
    then = dt.date(2022, 5, 1)
    an_activity(connection, land["round"], then, code="same code", **at(land["new VLK"]))
    an_activity(connection, a_round(connection, "V"), may(1), code="other round", **here)
    both = an_activity(connection, land["round"], may(1), code="both", **elsewhere)
    add(connection, schema.activity_further_place, activity_id=both, position=1, **here)
    assert held(connection) == [("both", True), ("second", False), ("undated", False)]
    assert held(connection, replace(IV, start=may(2))) == [("second", False)]
    assert held(connection, replace(IV, place="2021:LV-VLK")) == [("same code", False)]


def test_boxes_have_activities_too(connection: Connection, land: Land) -> None:
    for kind in ("online", "abroad", "not_stated"):
        an_activity(connection, land["round"], code=kind, **beside(kind))
    for kind in ("online", "abroad", "not_stated"):
        assert held(connection, replace(IV, place=kind)) == [(kind, False)]
    assert held(connection, replace(IV, place="national_body")) == []


def test_people_of_the_place_stand_by_activity_and_category(
    connection: Connection, land: Land
) -> None:
    first = an_activity(connection, land["round"], may(1), code="first")
    undated = an_activity(connection, land["round"], code="undated")
    person = a_person(connection)
    attends(connection, person, first, "roma", municipality=land["VLK"])
    attends(connection, person, undated, "ngo", municipality=land["VLK"])
    for category in ("roma", "state"):
        attends(connection, a_person(connection), first, category, municipality=land["VLK"])
    for town, status in (("CES", "attended"), ("new VLK", "attended"), ("VLK", "registered")):
        attends(
            connection, a_person(connection), first, "roma", status=status,
            municipality=land[town],
        )  # fmt: skip
    answer = coverage.attended_from(connection, READER, IV)
    assert records(answer, "code", "category", "attendances") == [
        ("first", "state", 1), ("first", "roma", 2), ("undated", "ngo", 1),
    ]  # fmt: skip
    late = coverage.attended_from(connection, READER, replace(IV, start=may(2)))
    assert late.empty


def test_posts_come_with_the_months_of_the_selection(connection: Connection, land: Land) -> None:
    a_post(connection, land["round"], dt.date(2019, 9, 15), may(31), **at(land["VLK"]))
    a_post(connection, land["round"], **at(land["VLK"]))
    a_post(connection, land["round"], **at(land["CES"]))
    a_post(connection, a_round(connection, "V"), **at(land["VLK"]))
    answer = coverage.posts_at(connection, READER, IV)
    assert sorted(records(answer, "round", "months"), key=str) == [("IV", 9), ("IV", None)]
    spring = replace(IV, start=dt.date(2020, 4, 10), end=may(1))
    assert records(coverage.posts_at(connection, READER, spring), "months") == [(2,)]


def test_entries_about_the_place_stand_in_their_latest_wording(
    connection: Connection, land: Land
) -> None:
    an_entry(connection, land["round"], "IV-1", **at(land["VLK"]))
    an_entry(connection, land["round"], "IV-2", **at(land["CES"]))
    an_entry(connection, land["round"], "IV-3", **beside("not_stated"))
    an_entry(connection, a_round(connection, "V"), "V-1", **at(land["VLK"]))
    answer = coverage.recommended_for(connection, READER, IV)
    assert records(answer, "reference", "text_en") == [("IV-1", "new")]
    nowhere = coverage.recommended_for(connection, READER, replace(IV, place="not_stated"))
    assert nowhere.empty


def test_lists_of_documents_name_the_municipality_with_their_source(known: Connection) -> None:
    jelgava = replace(IV, place="2009:LV-JEL")
    answer = coverage.reported_at(known, READER, jelgava)
    assert records(answer, "round", "role", "locator") == [
        ("IV", "mediator", "Atbalsts romu mediatora darbībai pašvaldībās"),
        ("IV", "represented", "Projekta rezultāti"),
    ]
    assert answer["source_lv"].notna().all()
    for place in ("2021:LV-JEL", "2009:LV-LPX", "abroad"):
        assert coverage.reported_at(known, READER, replace(IV, place=place)).empty


@pytest.mark.parametrize("what", [None, "activity", "attendance", "post", "entry"])
def test_every_line_says_whether_it_is_made_up(
    connection: Connection, land: Land, what: str | None
) -> None:
    rows = of_sample(what, "activity", "attendance", "post", "entry")
    activity = an_activity(connection, land["round"], **at(land["VLK"]), **rows["activity"])
    attends(
        connection, a_person(connection), activity, municipality=land["VLK"], **rows["attendance"]
    )
    a_post(connection, land["round"], **at(land["VLK"]), **rows["post"])
    an_entry(connection, land["round"], "IV-1", **at(land["VLK"]), **rows["entry"])
    asked = {
        "activity": coverage.held_at,
        "attendance": coverage.attended_from,
        "post": coverage.posts_at,
        "entry": coverage.recommended_for,
    }
    said = {
        name: records(question(connection, READER, IV), "is_made_up")
        for name, question in asked.items()
    }
    assert said == {name: [(name == what,)] for name in asked}


@pytest.mark.parametrize("name", QUESTIONS)
@pytest.mark.parametrize("place", ["2009:LV-NO", "2005:LV-VLK", "nowhere", "municipality", ":"])
def test_behind_an_unknown_place_there_is_nothing(
    made_up: Connection, name: str, place: str
) -> None:
    question, columns = QUESTIONS[name]
    answer = question(made_up, READER, Filters(place=place))
    assert answer.empty
    assert {column: str(kind) for column, kind in answer.dtypes.items()} == columns


@pytest.mark.parametrize("name", QUESTIONS)
def test_without_a_place_everything_is_behind_it(made_up: Connection, name: str) -> None:
    question, columns = QUESTIONS[name]
    answer = question(made_up, READER, Filters())
    assert not answer.empty or name == "recommended"
    assert {column: str(kind) for column, kind in answer.dtypes.items()} == columns


def test_what_lies_behind_adds_up_to_the_number_on_the_map(made_up: Connection) -> None:
    answer = coverage.places(made_up, READER, Filters(round="IV"))
    for row in answer.to_dict("records"):
        chosen = Filters(round="IV", place=row["place"])
        attended = coverage.attended_from(made_up, READER, chosen)
        counted = coverage.held_at(made_up, READER, chosen)
        assert attended["attendances"].sum() == row["attendances"]
        assert (~counted["is_further"]).sum() == row["activities"]
        assert len(coverage.posts_at(made_up, READER, chosen)) == row["posts"]
