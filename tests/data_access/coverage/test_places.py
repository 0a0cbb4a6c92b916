"""Every place of the map and beside it: who came from there, what was held there, who served."""

import datetime as dt

import pytest
from sqlalchemy import Connection

from data_access import caseloads, schema
from data_access.coverage import PLACES, places
from data_access.figures import recorded
from data_access.filters import Filters
from data_access.rules import latvian_key
from tests.data_access.answers import by_figure, plain, records
from tests.data_access.land import a_division, a_town, beside, two_divisions
from tests.data_access.people import (
    a_person,
    a_post,
    a_round,
    add,
    an_activity,
    at,
    attends,
    of_sample,
    span,
)
from tests.data_access.readers import READER

IV = Filters(round="IV")
KINDS = ["national_body", "abroad", "online", "not_stated"]
NUMBERS = ("persons", "attendances", "activities", "posts")

Numbers = tuple[int | None, ...]


def found(connection: Connection, filters: Filters = IV) -> dict[str, Numbers]:
    """Persons, attendances, activities and posts of each place."""
    rows = records(places(connection, READER, filters), "place", *NUMBERS)
    return {row[0]: row[1:] for row in rows}


def added_up(connection: Connection, filters: Filters) -> Numbers:
    answer = places(connection, READER, filters)
    return tuple(plain(answer[name].sum(min_count=1)) for name in NUMBERS)


@pytest.fixture
def land(connection: Connection) -> dict[str, int]:
    """Round IV in the division of 2009 with two towns; that of 2021 has one of the same code."""
    planned = {
        f"planned_{k}": v for k, v in span(dt.date(2019, 8, 1), dt.date(2020, 7, 31)).items()
    }
    old, new = two_divisions(connection)
    return {
        "round": a_round(connection, "IV", **planned),
        "VLK": a_town(connection, old, "LV-VLK", "Valka"),
        "CES": a_town(connection, old, "LV-CES", "Cēsis"),
        "new VLK": a_town(connection, new, "LV-VLK", "Valka"),
    }


def test_the_facts_fill_every_municipality_in_latvian_order_and_four_boxes(
    known: Connection,
) -> None:
    answer = places(known, READER, IV)
    names = list(answer["name"].dropna())
    assert len(names) == 119
    assert names == sorted(names, key=latvian_key)
    assert names[:2] + names[-1:] == ["Ādažu novads", "Aglonas novads", "Zilupes novads"]
    assert list(answer["place"][119:]) == KINDS
    assert set(answer["division"].dropna()) == {"2009"}


def test_facts_alone_have_activities_and_lists_and_no_people(known: Connection) -> None:
    answer = places(known, READER, IV)
    assert answer["persons"].isna().all()
    assert answer["is_represented"].isna().all()
    assert answer["posts"].isna().all()
    assert set(answer["quality"]) == set(answer["posts_quality"]) == {"no_data"}
    assert set(answer["activities_quality"]) == {"exact"}
    assert (int(answer["activities"].sum()), int(answer["is_reported"].sum())) == (15, 19)
    assert int(answer["is_reported_post"].sum()) == 4
    assert answer.loc[answer["division"].isna(), "is_reported"].isna().all()
    assert not answer[["is_made_up", "activities_made_up", "posts_made_up"]].any(axis=None)


@pytest.mark.parametrize(
    "filters",
    [
        IV,
        Filters(),
        Filters(round="IV", start=dt.date(2020, 7, 1)),
        Filters(round="IV", end=dt.date(2020, 3, 1)),
        Filters(activity="iv-talsi"),
    ],
)
def test_the_places_add_up_to_the_recorded_figures(made_up: Connection, filters: Filters) -> None:
    answer = places(made_up, READER, filters)
    figures = by_figure(recorded(made_up, READER, filters))
    persons, attendances, _, posts = added_up(made_up, filters)
    # A mediator may have posts in several rounds, and each post lies somewhere.
    is_all = filters == Filters()
    of_posts = len(caseloads.posts(made_up, READER, filters)) if is_all else figures["mediators"]
    expected = (figures["persons"], figures["attendances"], of_posts)
    assert (persons, attendances, posts) == expected
    assert (
        int(answer.loc[answer["division"].notna(), "is_represented"].sum())
        == (figures["municipalities"])
    )


def test_the_sample_is_where_the_documents_say(made_up: Connection) -> None:
    answer = places(made_up, READER, IV)
    on_map = answer[answer["division"].notna()]
    assert list(on_map["is_represented"]) == list(on_map["is_reported"])
    assert int(on_map["is_represented"].sum()) == 19
    assert (added_up(made_up, IV)[0], added_up(made_up, IV)[2]) == (230, 15)


def test_without_rows_there_is_no_zero(connection: Connection, land: dict[str, int]) -> None:
    assert found(connection) == dict.fromkeys(["2009:LV-CES", "2009:LV-VLK", *KINDS], (None,) * 4)


def test_with_rows_a_place_without_any_has_zero(
    connection: Connection, land: dict[str, int]
) -> None:
    activity = an_activity(connection, land["round"], **at(land["VLK"]))
    attends(connection, a_person(connection), activity, municipality=land["VLK"])
    a_post(connection, land["round"], **at(land["CES"]))
    zero = dict.fromkeys(KINDS, (0, 0, 0, 0))
    assert found(connection) == zero | {"2009:LV-CES": (0, 0, 0, 1), "2009:LV-VLK": (1, 1, 1, 0)}


def test_where_everybody_only_registered_nobody_came_and_that_is_zero(
    connection: Connection, land: dict[str, int]
) -> None:
    activity = an_activity(connection, land["round"])
    person = a_person(connection)
    attends(connection, person, activity, status="registered", municipality=land["VLK"])
    assert found(connection)["2009:LV-VLK"] == (0, 0, 0, None)
    answer = places(connection, READER, IV)
    assert set(answer["quality"]) == {"exact"}
    assert not answer["is_represented"].any()


def test_a_person_of_two_places_counts_at_the_more_frequent_and_represents_both(
    connection: Connection, land: dict[str, int]
) -> None:
    person = a_person(connection)
    for town in ("VLK", "CES", "CES"):
        activity = an_activity(connection, land["round"])
        attends(connection, person, activity, municipality=land[town])
    assert found(connection)["2009:LV-VLK"][:2] == (0, 1)
    assert found(connection)["2009:LV-CES"][:2] == (1, 2)
    answer = places(connection, READER, IV)
    assert int(answer["is_represented"].sum()) == 2


def test_places_beside_the_map_have_boxes_of_their_own(
    connection: Connection, land: dict[str, int]
) -> None:
    for number, kind in enumerate(KINDS, start=1):
        activity = an_activity(connection, land["round"], **beside(kind))
        for _ in range(number):
            attends(connection, a_person(connection), activity, **beside(kind))
        a_post(connection, land["round"], **beside(kind))
    answer = found(connection)
    assert [answer[kind] for kind in KINDS] == [(n, n, 1, 1) for n in (1, 2, 3, 4)]
    assert answer["2009:LV-VLK"] == (0, 0, 0, 0)


def test_an_activity_counts_at_its_own_place_and_not_at_further_ones(
    connection: Connection, land: dict[str, int]
) -> None:
    activity = an_activity(connection, land["round"], **at(land["VLK"]))
    add(
        connection, schema.activity_further_place, activity_id=activity, position=1,
        **at(land["CES"]),
    )  # fmt: skip
    assert [found(connection)[f"2009:LV-{iso}"][2] for iso in ("VLK", "CES")] == [1, 0]


def test_another_round_does_not_count(connection: Connection, land: dict[str, int]) -> None:
    other = a_round(connection, "V")
    activity = an_activity(connection, other, **at(land["VLK"]))
    attends(connection, a_person(connection), activity, municipality=land["VLK"])
    a_post(connection, other, **at(land["VLK"]))
    add(
        connection, schema.reported_place, round_id=other, role="represented",
        municipality_id=land["VLK"],
    )  # fmt: skip
    answer = places(connection, READER, IV)
    assert answer[list(NUMBERS)].isna().all(axis=None)
    assert answer["is_reported"].isna().all()
    assert bool(places(connection, READER, Filters(round="V"))["is_reported"].any())


def test_a_division_without_a_list_is_not_said_to_be_unlisted(
    connection: Connection, land: dict[str, int]
) -> None:
    add(
        connection, schema.reported_place, round_id=land["round"], role="represented",
        municipality_id=land["VLK"],
    )  # fmt: skip
    an_activity(connection, land["round"], dt.date(2021, 8, 1), **at(land["new VLK"]))
    answer = records(places(connection, READER, Filters()), "place", "is_reported")
    assert [(place, plain(flag)) for place, flag in answer[:3]] == [
        ("2009:LV-CES", False), ("2009:LV-VLK", True), ("2021:LV-VLK", None),
    ]  # fmt: skip


def test_days_leave_the_rest_out(connection: Connection, land: dict[str, int]) -> None:
    may = [dt.date(2020, 5, number) for number in (1, 20)]
    for day in may:
        activity = an_activity(connection, land["round"], day, **at(land["VLK"]))
        attends(connection, a_person(connection), activity, municipality=land["VLK"])
    for first, last in ((may[0], may[0]), (may[0], None)):
        a_post(connection, land["round"], first, last, **at(land["VLK"]))
    late = Filters(round="IV", start=dt.date(2020, 5, 10))
    assert found(connection)["2009:LV-VLK"] == (2, 2, 2, 2)
    assert found(connection, late)["2009:LV-VLK"] == (1, 1, 1, 1)


def test_the_same_code_in_another_division_is_another_place(
    connection: Connection, land: dict[str, int]
) -> None:
    activity = an_activity(connection, land["round"])
    attends(connection, a_person(connection), activity, municipality=land["new VLK"])
    answer = found(connection)
    assert list(answer)[:3] == ["2009:LV-CES", "2009:LV-VLK", "2021:LV-VLK"]
    assert answer["2009:LV-VLK"][0] == 0
    assert answer["2021:LV-VLK"][0] == 1
    assert added_up(connection, IV)[0] == 1


def test_a_division_that_nothing_belongs_to_is_left_out(
    connection: Connection, land: dict[str, int]
) -> None:
    a_town(connection, a_division(connection, "2005", ends=dt.date(2009, 8, 1)), "LV-OLD", "Ogre")
    assert set(found(connection)) == {"2009:LV-CES", "2009:LV-VLK", *KINDS}
    assert set(found(connection, Filters())) == {"2009:LV-CES", "2009:LV-VLK", *KINDS}


@pytest.mark.parametrize("what", [None, "attendance", "activity", "post"])
def test_each_number_says_whether_it_is_made_up(
    connection: Connection, land: dict[str, int], what: str | None
) -> None:
    rows = of_sample(what, "attendance", "activity", "post")
    activity = an_activity(connection, land["round"], **at(land["VLK"]), **rows["activity"])
    attends(
        connection, a_person(connection), activity, municipality=land["VLK"], **rows["attendance"]
    )
    a_post(connection, land["round"], **at(land["VLK"]), **rows["post"])
    flags = ("is_made_up", "activities_made_up", "posts_made_up")
    answer = records(places(connection, READER, IV), "place", *flags)
    said = {row[0]: row[1:] for row in answer}
    made_up = tuple(what == name for name in ("attendance", "activity", "post"))
    assert said["2009:LV-VLK"] == made_up
    assert said["2009:LV-CES"] == (False, False, False)


def test_columns_are_as_promised(connection: Connection, known: Connection) -> None:
    for asked in (connection, known):
        answer = places(asked, READER, Filters())
        assert {name: str(kind) for name, kind in answer.dtypes.items()} == PLACES
