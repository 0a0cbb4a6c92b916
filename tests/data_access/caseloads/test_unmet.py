"""A need is taken up, or an institution was contacted about it and did not, or none was."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from data_access.access import AccessRefused
from data_access.caseloads import UNMET, unmet
from data_access.filters import Filters
from data_access.rules import Area, ContactResult
from tests.data_access.answers import records
from tests.data_access.people import (
    a_case,
    a_contact,
    a_family,
    a_need,
    a_post,
    a_round,
    an_institution,
    of_sample,
)
from tests.data_access.readers import READER, STRANGER

IV = Filters(round="IV")
COLUMNS = ("needs", "taken_up", "contacted", "not_contacted")
AREAS = ("health", "housing", "not_stated")
RESULTS = ("taken_up", "turned_down", "not_stated")
CONTACTS = st.tuples(
    st.integers(0, 2), st.sampled_from(AREAS), st.sampled_from(RESULTS), st.booleans()
)


def day(month: int) -> dt.date:
    return dt.date(2020, month, 15)


def found(
    connection: Connection, *columns: str, filters: Filters = IV
) -> dict[str, tuple[int | None, ...]]:
    """The numbers by area, without the rows of which all are zero."""
    answer = records(unmet(connection, READER, filters), "area", *(columns or COLUMNS))
    assert [area for area, *_ in answer] == [area.value for area in Area]
    return {area: tuple(numbers) for area, *numbers in answer if any(numbers)}


class Scene:
    """A post, an institution, and cases that each name the areas told."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.post = a_post(connection, a_round(connection))
        self.school = an_institution(connection, "school")

    def case(self, *areas: str, **values: Any) -> int:
        number = a_case(self.connection, a_family(self.connection), self.post, **values)
        for area in areas:
            a_need(self.connection, number, area)
        return number

    def contact(self, case: int | None, area: str, result: str, **values: Any) -> None:
        of: dict[str, Any] = {"mediation_case_id": case, "area": area, "result": result}
        with_school: dict[str, Any] = {"institution_id": self.school, "held_on": day(3)}
        a_contact(self.connection, self.post, **of | with_school | values)


@pytest.fixture
def scene(connection: Connection) -> Scene:
    return Scene(connection)


def test_a_need_stands_by_the_contacts_of_its_case_in_its_area(
    connection: Connection, scene: Scene
) -> None:
    met, asked, silent = (scene.case("health", "housing") for _ in range(3))
    scene.contact(met, "health", "taken_up")
    scene.contact(met, "health", "turned_down")
    scene.contact(asked, "health", "turned_down")
    scene.contact(asked, "housing", "informed", institution_id=None)
    scene.contact(silent, "education", "taken_up")
    scene.contact(None, "housing", "taken_up", form="group")
    assert found(connection) == {"health": (3, 1, 1, 1), "housing": (3, 0, 0, 3)}


def test_taken_up_by_nobody_who_is_named_is_told_and_not_taken_up(
    connection: Connection, scene: Scene
) -> None:
    unnamed, both = scene.case("health"), scene.case("housing")
    scene.contact(unnamed, "health", "taken_up", institution_id=None)
    scene.contact(both, "housing", "taken_up", institution_id=None)
    scene.contact(both, "housing", "taken_up")
    assert found(connection, *COLUMNS, "unnamed") == {
        "health": (1, 0, 0, 1, 1),
        "housing": (1, 1, 0, 0, 0),
    }


def test_cases_that_name_no_area_are_told_apart(connection: Connection, scene: Scene) -> None:
    silent, vague = scene.case(), scene.case("not_stated")
    scene.case("not_stated", "youth")
    for case in (silent, vague):
        scene.contact(case, "not_stated", "taken_up")
    assert found(connection) == {"youth": (1, 0, 0, 1), "not_stated": (2, None, None, None)}


def test_contacts_count_up_to_the_last_day_be_they_before_the_period(
    connection: Connection, scene: Scene
) -> None:
    for area, held_on in (("health", day(1)), ("housing", day(6)), ("youth", None)):
        scene.contact(scene.case(area, opened=day(1)), area, "taken_up", held_on=held_on)
    everything = dict.fromkeys(("health", "housing", "youth"), (1, 1, 0, 0))
    assert found(connection) == everything
    assert found(connection, filters=Filters(round="IV", start=day(3))) == everything
    assert found(connection, filters=Filters(round="IV", start=day(3), end=day(5))) == {
        "health": (1, 1, 0, 0),
        "housing": (1, 0, 0, 1),
        "youth": (1, 0, 0, 1),
    }


def test_other_rounds_and_cases_outside_the_period_are_left_out(
    connection: Connection, scene: Scene
) -> None:
    scene.case("health", opened=day(1), closed=day(2))
    scene.case("housing", opened=day(4))
    other = a_post(connection, a_round(connection, "V"))
    a_need(connection, a_case(connection, a_family(connection), other, day(4)), "youth")
    assert found(connection, filters=Filters(round="IV", start=day(3))) == {"housing": (1, 0, 0, 1)}


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(named=st.lists(st.sampled_from(AREAS), max_size=2, unique=True), told=st.lists(CONTACTS))
def test_the_states_of_needs_add_up_whatever_the_contacts_say(
    connection: Connection, named: list[str], told: list[tuple[int, str, str, bool]]
) -> None:
    with connection.begin_nested() as point:
        scene = Scene(connection)
        cases = [scene.case(*named) for _ in range(3)]
        for case, area, result, is_named in told:
            body = scene.school if is_named else None
            scene.contact(cases[case], area, result, institution_id=body)
        answer = found(connection)
        point.rollback()
    for area in {*named} - {"not_stated"}:
        of_area = {(c, result) for c, of, result, is_named in told if of == area and is_named}
        taken_up = {c for c, result in of_area if result == ContactResult.TAKEN_UP}
        contacted = {c for c, _ in of_area} - taken_up
        rest = 3 - len(taken_up) - len(contacted)
        assert answer[area] == (3, len(taken_up), len(contacted), rest)


@pytest.mark.parametrize("what", ["need", "case", "contact"])
def test_an_area_with_made_up_rows_says_so(connection: Connection, scene: Scene, what: str) -> None:
    origin = of_sample(what, "need", "case", "contact")
    case = a_case(connection, a_family(connection), scene.post, **origin["case"])
    a_need(connection, case, "health", **origin["need"])
    scene.contact(case, "health", "taken_up", **origin["contact"])
    scene.contact(scene.case("housing"), "housing", "taken_up")
    assert found(connection, "is_made_up") == {"health": (True,)}


def test_the_promised_columns_are_kept_and_strangers_are_refused(connection: Connection) -> None:
    a_post(connection, a_round(connection))
    for filters in (IV, Filters(activity="one")):
        empty = unmet(connection, READER, filters)
        assert empty.empty
        assert {str(name): str(kind) for name, kind in empty.dtypes.items()} == UNMET
    with pytest.raises(AccessRefused):
        unmet(connection, STRANGER, IV)
