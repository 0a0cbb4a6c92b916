"""Participants broken down: persons and attendances apart, each cell by the counting rules."""

import datetime as dt
from collections import Counter
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from sqlalchemy import Connection, Engine

from data_access.engine import reading
from data_access.figures import recorded
from data_access.filters import Filters
from data_access.participants import ALWAYS_TOLD, BREAKDOWN, COUNTED_ANEW, Dimension, breakdown
from data_access.rules import Category
from tests.data_access import attendance_lists
from tests.data_access.answers import by_figure, records
from tests.data_access.attendance_lists import Came, choices, lists, merges, plant
from tests.data_access.people import (
    a_municipality,
    a_person,
    a_round,
    an_activity,
    an_institution,
    attends,
)
from tests.data_access.readers import READER

IV = Filters(round="IV")
Cells = dict[tuple[str, str], tuple[int, int]]


def cells(
    connection: Connection, dimension: Dimension, filters: Filters = IV, *, zeros: bool = False
) -> Cells:
    """Persons and attendances by code and category of one dimension; zeros only if asked for."""
    answer = breakdown(connection, READER, filters)
    rows = records(answer, "dimension", "code", "category", "persons", "attendances")
    return {
        (code, category): (persons, attendances)
        for of, code, category, persons, attendances in rows
        if of == dimension and (zeros or persons or attendances)
    }


def day(number: int) -> dt.date:
    return dt.date(2020, 3, number)


def a_decoy(connection: Connection, **traits: Any) -> None:
    """Somebody with these traits, in a round that no test asks for."""
    activity = an_activity(connection, a_round(connection, "V"), day(1), area="health")
    attends(connection, a_person(connection), activity, "state", **traits)


def test_without_a_row_there_is_no_data(connection: Connection) -> None:
    an_activity(connection, a_round(connection))
    a_decoy(connection)
    answer = breakdown(connection, READER, IV)
    assert answer.empty
    assert list(answer.columns) == list(BREAKDOWN)


def test_where_everybody_only_registered_every_cell_is_zero(connection: Connection) -> None:
    activity = an_activity(connection, a_round(connection))
    attends(connection, a_person(connection), activity, "roma", status="registered")
    a_decoy(connection)
    answer = breakdown(connection, READER, IV)
    assert set(answer["persons"]) == set(answer["attendances"]) == {0}
    assert not answer["is_made_up"].any()


def test_every_word_of_a_vocabulary_is_told_and_zero_where_nobody_counts(
    connection: Connection,
) -> None:
    activity = an_activity(connection, a_round(connection), area="culture")
    attends(connection, a_person(connection), activity, "roma", gender="man", age_band="18_29")
    answer = breakdown(connection, READER, IV)
    for dimension, codes in ALWAYS_TOLD.items():
        of = answer[answer["dimension"] == dimension]
        assert list(dict.fromkeys(of["code"])) == list(codes)
    area = cells(connection, Dimension.AREA, zeros=True)
    assert area["culture", "roma"] == (1, 1)
    assert area["health", "roma"] == area["culture", "state"] == (0, 0)
    assert set(cells(connection, Dimension.CATEGORY, zeros=True)) == {(c, c) for c in Category}


@pytest.mark.parametrize(
    ("dimension", "column", "one", "other"),
    [
        (Dimension.GENDER, "gender", "woman", "man"),
        (Dimension.AGE_BAND, "age_band", "under_18", "30_54"),
        (Dimension.PLACE, "place_kind", "national_body", "abroad"),
    ],
)
def test_persons_stand_where_they_count_and_attendances_where_they_were_stated(
    connection: Connection, dimension: Dimension, column: str, one: str, other: str
) -> None:
    round_id, person = a_round(connection), a_person(connection)
    a_decoy(connection, **{column: other})
    for stated in (one, one, other):
        traits: dict[str, Any] = {column: stated}
        attends(connection, person, an_activity(connection, round_id, day(1)), "roma", **traits)
    attends(connection, a_person(connection), an_activity(connection, round_id), "ngo")
    assert cells(connection, dimension) == {
        (one, "roma"): (1, 2),
        (other, "roma"): (0, 1),
        ("not_stated", "ngo"): (1, 1),
    }


def test_a_person_has_one_category_and_each_attendance_its_capacity(connection: Connection) -> None:
    round_id, person = a_round(connection), a_person(connection)
    a_decoy(connection)
    for capacity in ("roma", "roma", "municipal", "not_stated"):
        attends(connection, person, an_activity(connection, round_id), capacity, gender="woman")
    assert cells(connection, Dimension.CATEGORY) == {
        ("roma", "roma"): (1, 2),
        ("municipal", "municipal"): (0, 1),
        ("not_stated", "not_stated"): (0, 1),
    }
    assert cells(connection, Dimension.GENDER) == {
        ("woman", "roma"): (1, 2),
        ("woman", "municipal"): (0, 1),
        ("woman", "not_stated"): (0, 1),
    }


def test_a_person_counts_under_each_area_activity_and_month_they_came_to(
    connection: Connection,
) -> None:
    round_id, person = a_round(connection), a_person(connection)
    a_decoy(connection)
    spans = {"a": (day(1), "youth"), "b": (day(31), "youth"), "c": (dt.date(2020, 4, 1), "health")}
    for code, (first, area) in spans.items():
        activity = an_activity(connection, round_id, first, code=code, area=area)
        attends(connection, person, activity, "roma" if code != "c" else "ngo")
    attends(connection, a_person(connection), activity, "not_stated")
    assert cells(connection, Dimension.AREA) == {
        ("youth", "roma"): (1, 2),
        ("health", "roma"): (1, 0),
        ("health", "ngo"): (0, 1),
        ("health", "not_stated"): (1, 1),
    }
    assert cells(connection, Dimension.MONTH) == {
        ("2020-03", "roma"): (1, 2),
        ("2020-04", "roma"): (1, 0),
        ("2020-04", "ngo"): (0, 1),
        ("2020-04", "not_stated"): (1, 1),
    }
    activities = cells(connection, Dimension.ACTIVITY)
    assert {code: activities[code, "roma"][0] for code in spans} == {"a": 1, "b": 1, "c": 1}


@pytest.mark.parametrize(
    ("precision", "month"),
    [("day", "2019-12"), ("month", "2019-12"), ("half_year", "not_stated"), ("year", "not_stated")],
)
def test_an_activity_counts_in_the_month_of_its_first_day_where_that_is_known(
    connection: Connection, precision: str, month: str
) -> None:
    span = dt.date(2019, 12, 31), dt.date(2020, 1, 2)
    activity = an_activity(connection, a_round(connection), *span, date_precision=precision)
    attends(connection, a_person(connection), activity, "roma")
    a_decoy(connection)
    assert cells(connection, Dimension.MONTH) == {(month, "roma"): (1, 1)}


def test_an_activity_without_a_date_has_no_month(connection: Connection) -> None:
    attends(connection, a_person(connection), an_activity(connection, a_round(connection)), "ngo")
    a_decoy(connection)
    assert cells(connection, Dimension.MONTH) == {("not_stated", "ngo"): (1, 1)}


def test_institutions_and_municipalities_are_told_by_code_with_their_names(
    connection: Connection,
) -> None:
    activity = an_activity(connection, a_round(connection), code="talsi", title_lv="Vizīte")
    town = a_municipality(connection, "Talsi")
    body = an_institution(connection, "km", name_lv="Ministrija", name_en="Ministry")
    attends(connection, a_person(connection), activity, institution_id=body, municipality=town)
    a_decoy(connection, institution_id=an_institution(connection, "lm"))
    answer = breakdown(connection, READER, IV)
    named = answer[answer["label_lv"].notna() & (answer["persons"] > 0)]
    found = records(named, "dimension", "code", "label_lv", "label_en", "persons")
    assert [row[:1] + row[2:] for row in found] == [
        ("activity", "Vizīte", "Title", 1),
        ("institution", "Ministrija", "Ministry", 1),
        ("place", "Talsi", "Talsi", 1),
    ]
    codes = [code for _, code, *_ in found]
    assert codes[:2] == ["talsi", "km"]
    assert codes[2].startswith("division ")
    assert ":LV-" in codes[2]


def test_what_is_made_up_is_told_cell_by_cell(connection: Connection) -> None:
    activity = an_activity(connection, a_round(connection))
    attends(connection, a_person(connection), activity, "roma", origin="sample", gender="man")
    attends(connection, a_person(connection), activity, "ngo", gender="woman")
    a_decoy(connection, origin="sample")
    answer = breakdown(connection, READER, IV)
    made_up = records(answer[answer["is_made_up"]], "dimension", "code", "category")
    assert {row for row in made_up if row[0] in {"category", "gender"}} == {
        ("category", "roma", "roma"),
        ("gender", "man", "roma"),
    }


@pytest.mark.parametrize(
    ("filters", "persons"),
    [
        (IV, 3),
        (Filters(), 4),
        (Filters(round="IV", start=day(10)), 1),
        (Filters(round="IV", end=day(9)), 1),
        (Filters(activity="chosen"), 1),
    ],
)
def test_the_selection_is_that_of_the_filters(
    connection: Connection, filters: Filters, persons: int
) -> None:
    round_id = a_round(connection)
    for first, code in ((day(9), "chosen"), (day(10), "later"), (None, "undated")):
        activity = an_activity(connection, round_id, first, code=code)
        attends(connection, a_person(connection), activity)
    a_decoy(connection)
    found = cells(connection, Dimension.GENDER, filters)
    assert sum(cell[0] for cell in found.values()) == persons


def sums(answer: pd.DataFrame, column: str) -> dict[str, int]:
    return {str(name): int(n) for name, n in answer.groupby("dimension")[column].sum().items()}


@pytest.mark.parametrize("filters", [IV, Filters(), Filters(round="IV", start=dt.date(2020, 6, 1))])
def test_the_sums_of_the_sample_are_the_recorded_figures(
    made_up: Connection, filters: Filters
) -> None:
    answer = breakdown(made_up, READER, filters)
    figures = by_figure(recorded(made_up, READER, filters))
    assert set(sums(answer, "attendances").values()) == {figures["attendances"]}
    persons = sums(answer, "persons")
    assert {persons[name] for name in set(Dimension) - COUNTED_ANEW} == {figures["persons"]}
    assert persons[Dimension.ACTIVITY] == figures["attendances"]
    not_stated = answer[answer["code"].eq("not_stated") & answer["dimension"].eq("category")]
    assert int(not_stated["persons"].sum()) == figures["persons_not_stated"]
    towns = answer[answer["dimension"].eq("place") & answer["label_lv"].notna()]
    came = towns.groupby("code")["attendances"].sum()
    assert int((came > 0).sum()) == figures["municipalities"]
    assert answer["is_made_up"].any()


PERSON_WISE = ("category", "gender", "age_band", "place", "institution")
MONTHS = ("2020-05", "2020-05", "not_stated", "2020-05")


def expected_cells(
    attendances: list[Came], merged: dict[int, int], filters: Filters
) -> dict[tuple[str, str, str], tuple[int, int]]:
    """The rules once more, in sets: persons and attendances by dimension, code and category."""
    came = attendance_lists.attended(attendances, merged, filters)
    people = attendance_lists.persons(came)
    times: Counter[tuple[str, str, str]] = Counter()
    who: dict[tuple[str, str, str], set[int]] = {}
    for (activity, person), traits in came.items():
        codes = {**traits, "month": MONTHS[activity], "activity": str(activity)}
        times.update((name, code, traits["category"]) for name, code in codes.items())
        for name in ("month", "activity"):
            key = (name, codes[name], people[person]["category"])
            who.setdefault(key, set()).add(person)
    for person, traits in people.items():
        for name in PERSON_WISE:
            who.setdefault((name, traits[name], traits["category"]), set()).add(person)
    return {key: (len(who.get(key, ())), times[key]) for key in who.keys() | times.keys()}


@settings(max_examples=60)
@given(attendances=lists, merged=merges, filters=choices)
def test_any_attendances_are_broken_down_by_the_rules(
    module_engine: Engine, attendances: list[Came], merged: dict[int, int], filters: Filters
) -> None:
    with reading(module_engine) as connection:  # which keeps nothing
        plant(connection, attendances, merged)
        answer = breakdown(connection, READER, filters)
    columns = ("dimension", "code", "label_lv", "category", "persons", "attendances")
    found = {
        (dimension, name if dimension == "place" and name else code, category): (persons, times)
        for dimension, code, name, category, persons, times in records(answer, *columns)
        if (persons or times) and dimension not in {"activity", "area"}
    }
    expected = expected_cells(attendances, merged, filters)
    assert found == {key: cell for key, cell in expected.items() if key[0] != "activity"}
    assert answer.empty == (not attendance_lists.selected(attendances, filters))
    by_activity = sum(cell[0] for key, cell in expected.items() if key[0] == "activity")
    assert sums(answer, "persons").get("activity", 0) == by_activity
