"""Posts one by one with what hangs on each, for whoever reads records there."""

import datetime as dt

import pytest
from sqlalchemy import Connection

from data_access import schema
from data_access.access import Grant, Reader
from data_access.filters import Filters
from data_access.mediators import (
    families_of_posts,
    gaps_of_posts,
    listed,
    supported,
    trainings_of_posts,
    undated,
    without_day,
)
from data_access.rules import Role
from tests.data_access.answers import records
from tests.data_access.mediators.rows import JANUARY, JUNE, MARCH, MOMENT
from tests.data_access.people import (
    a_case,
    a_family,
    a_mediator,
    a_municipality,
    a_post,
    a_round,
    add,
    an_institution,
    at,
)
from tests.data_access.people import support as given
from tests.data_access.readers import COORDINATOR

EVERYTHING, OF_FOUR = Filters(), Filters(round="IV")
DAY = dt.timedelta(days=1)
COUNTED = ("id", "gaps", "trainings", "months_reported", "months_waiting", "families")
CASES = ("cases", "cases_open", "figures")


def month(connection: Connection, post: int, first: dt.date, status: str) -> None:
    moments = {"recorded_at": MOMENT} if status == "recorded" else {}
    moments |= {"undone_at": MOMENT} if status == "undone" else {}
    of = {"mediator_post_id": post, "month": first, "status": status, "received_at": MOMENT}
    add(connection, schema.monthly_report, **of | moments)


def test_what_hangs_on_a_post_is_counted_and_nothing_of_another(connection: Connection) -> None:
    four, five, mediator = (
        a_round(connection, "IV"),
        a_round(connection, "V"),
        a_mediator(connection),
    )
    post = a_post(connection, four, JANUARY, JUNE, mediator=mediator)
    later = a_post(connection, five, mediator=mediator)
    bare = a_post(connection, four)
    family = a_family(connection)
    a_case(connection, family, post, JANUARY, MARCH)
    a_case(connection, family, post, MARCH)
    a_case(connection, a_family(connection), post, closed=dt.date(2099, 1, 1), opened=MARCH)
    for first in (JANUARY, MARCH):
        add(connection, schema.post_gap, mediator_post_id=post, starts_on=first, ends_on=first)
    add(connection, schema.mediator_training, mediator_id=mediator, round_id=four)
    add(connection, schema.mediator_training, mediator_id=mediator, round_id=five)
    for status in ("recorded", "waiting", "undone"):
        month(connection, post, JANUARY, status)
    stated = {"scope": "post", "figure": "service_months", "value": 8}
    add(connection, schema.reported_figure, mediator_post_id=post, **stated)
    found = listed(connection, COORDINATOR, EVERYTHING)
    assert records(found, *COUNTED, *CASES) == [
        (post, 2, 1, 1, 1, 2, 3, 2, 1),
        (bare, 0, 0, 0, 0, None, None, None, 0),
        (later, 0, 1, 0, 0, None, None, None, 0),
    ]
    assert list(found["holder"]).count(found["holder"][0]) == 2


def test_posts_stand_by_round_and_place_and_what_names_no_place_is_last(
    connection: Connection,
) -> None:
    four, five = a_round(connection, "IV"), a_round(connection, "V")
    nowhere = a_post(connection, four)
    valka, ainazi = (
        a_post(connection, four, **at(a_municipality(connection, name)))
        for name in ("Valka", "Ainaži")
    )
    earliest = a_post(connection, five, **at(a_municipality(connection, "Aloja")))
    found = listed(connection, COORDINATOR, EVERYTHING)
    assert list(found["id"]) == [ainazi, valka, nowhere, earliest]
    assert list(listed(connection, COORDINATOR, OF_FOUR)["id"]) == [ainazi, valka, nowhere]
    assert list(found["place_lv"])[:2] == ["Ainaži", "Valka"]
    assert list(found["place"])[2] == "not_stated"


def test_chosen_days_leave_out_what_was_not_held_and_what_is_not_dated(
    connection: Connection,
) -> None:
    round_id = a_round(connection)
    early = a_post(connection, round_id, JANUARY, MARCH)
    goes_on, undated_post = a_post(connection, round_id, JANUARY), a_post(connection, round_id)
    days = Filters(round="IV", start=MARCH + DAY)
    assert list(listed(connection, COORDINATOR, days)["id"]) == [goes_on]
    assert set(listed(connection, COORDINATOR, OF_FOUR)["id"]) == {early, goes_on, undated_post}
    assert undated(connection, COORDINATOR, days) == 1
    given(connection, a_family(connection), round_id)
    given(connection, a_family(connection), round_id, MARCH)
    assert len(supported(connection, COORDINATOR, days)) == 0
    assert without_day(connection, COORDINATOR, days) == 1
    assert len(supported(connection, COORDINATOR, OF_FOUR)) == 2


def test_gaps_and_trainings_name_their_post(connection: Connection) -> None:
    four, five, mediator = (
        a_round(connection, "IV"),
        a_round(connection, "V"),
        a_mediator(connection),
    )
    first, second = (a_post(connection, four, mediator=mediator) for _ in range(2))
    elsewhere = a_post(connection, five)
    institution = an_institution(connection, "km", name_lv="Ministrija")
    gap = {"starts_on": JANUARY, "reason": "leave"}
    for post in (second, elsewhere):
        add(connection, schema.post_gap, mediator_post_id=post, **gap)
    of = {"mediator_id": mediator, "round_id": four}
    add(connection, schema.mediator_training, **of, kind="training")
    add(
        connection,
        schema.mediator_training,
        **of,
        held_on=MARCH,
        hours=8,
        institution_id=institution,
    )
    add(connection, schema.mediator_training, mediator_id=mediator, round_id=five)
    gaps = gaps_of_posts(connection, COORDINATOR, OF_FOUR)
    assert records(gaps, "post", "reason") == [(second, "leave")]
    trainings = trainings_of_posts(connection, COORDINATOR, OF_FOUR)
    assert records(trainings, "post", "kind", "hours", "institution_lv") == [
        (first, "not_stated", 8.0, "Ministrija"),
        (first, "training", None, None),
    ]


def test_families_are_told_once_a_post(connection: Connection) -> None:
    round_id = a_round(connection)
    post, other = a_post(connection, round_id), a_post(connection, round_id)
    family = a_family(connection, code="G-0002", size=5, origin="sample")
    second = a_family(connection, code="G-0001")
    for of in (post, other):
        a_case(connection, family, of, JANUARY, MARCH)
    a_case(connection, family, post, MARCH)
    a_case(connection, second, post)
    found = families_of_posts(connection, COORDINATOR, OF_FOUR)
    columns = ("post", "code", "size", "cases", "cases_open", "is_made_up")
    assert records(found, *columns) == [
        (post, "G-0001", None, 1, 1, False),
        (post, "G-0002", 5, 2, 1, True),
        (other, "G-0002", 5, 1, 0, True),
    ]


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.ADMINISTRATOR])
def test_what_lies_beyond_a_right_is_not_told_though_another_role_sees_figures(
    connection: Connection, role: Role
) -> None:
    four, five, mediator = (
        a_round(connection, "IV"),
        a_round(connection, "V"),
        a_mediator(connection),
    )
    here, there = a_municipality(connection), a_municipality(connection)
    beyond = a_post(connection, four, mediator=mediator, **at(there))
    post = a_post(connection, four, mediator=mediator, **at(here))
    unseen = a_post(connection, four, **at(there))
    a_post(connection, four)
    add(connection, schema.mediator_training, mediator_id=mediator, round_id=four)
    for of in (beyond, post):
        add(connection, schema.post_gap, mediator_post_id=of, starts_on=JANUARY)
    other = {"mediator_post_id": unseen}
    a_case(connection, a_family(connection), other["mediator_post_id"])
    given(connection, a_family(connection), four)
    reader = Reader(
        "test:town",
        frozenset({Grant(role, municipalities=frozenset({here})), Grant(Role.MANAGER)}),
    )
    assert list(listed(connection, reader, EVERYTHING)["id"]) == [post]
    assert list(gaps_of_posts(connection, reader, EVERYTHING)["post"]) == [post]
    assert list(trainings_of_posts(connection, reader, EVERYTHING)["post"]) == [post]
    assert families_of_posts(connection, reader, EVERYTHING).empty
    assert supported(connection, reader, EVERYTHING).empty
    assert undated(connection, reader, EVERYTHING) == 1
    of_round = Reader("test:round", frozenset({Grant(role, round=five)}))
    assert listed(connection, of_round, EVERYTHING).empty
    assert supported(connection, of_round, EVERYTHING).empty
    assert without_day(connection, COORDINATOR, EVERYTHING) == 1


def test_the_sample_has_its_posts_with_their_reports(made_up: Connection) -> None:
    found = listed(made_up, COORDINATOR, OF_FOUR)
    assert records(found, "place_lv", "months_reported", "trainings", "families", "gaps") == [
        ("Jelgava", 10, 3, 27, 0),
        ("Rīga", 10, 3, 27, 1),
        ("Valmiera", 10, 3, 27, 0),
        ("Ventspils", 10, 3, 27, 0),
        (None, 9, 3, 26, 0),
    ]
    assert found["is_made_up"].all()
    assert len(supported(made_up, COORDINATOR, OF_FOUR)) == 36
