"""Totals count each family once, name the months beside it, and equal the recorded figures."""

import datetime as dt

import pytest
from sqlalchemy import Connection

from data_access.access import AccessRefused
from data_access.caseloads import TOTALS, totals
from data_access.figures import recorded
from data_access.filters import Filters
from tests.data_access.answers import by_figure, records
from tests.data_access.people import (
    a_case,
    a_contact,
    a_family,
    a_mediator,
    a_post,
    a_round,
    of_sample,
    support,
)
from tests.data_access.readers import READER, STRANGER

IV = Filters(round="IV")
COUNTED_AGAIN = ("mediators", "mediator_families", "families")
PERIODS = [
    IV,
    Filters(),
    Filters(round="V"),
    Filters(round="IV", start=dt.date(2020, 3, 1), end=dt.date(2020, 4, 30)),
    Filters(round="IV", end=dt.date(2019, 9, 30)),
    Filters(start=dt.date(2020, 5, 1)),
    Filters(round="IV", activity="iv-one"),
]


def day(month: int, number: int = 15, year: int = 2020) -> dt.date:
    return dt.date(year, month, number)


def found(connection: Connection, filters: Filters = IV) -> dict[str, int | None]:
    """The totals; what is missing has the quality to say why."""
    answer = totals(connection, READER, filters)
    assert list(answer["quality"] == "exact") == list(answer["value"].notna())
    return by_figure(answer)


def plant(connection: Connection) -> None:
    """Two posts of round IV, a family at both, one supported outside mediation, and decoys."""
    round_id, other = a_round(connection, "IV"), a_round(connection, "V")
    first = a_post(connection, round_id, day(9, 1, 2019), day(6, 30))
    second = a_post(connection, round_id, day(1, 20), day(4, 2))
    shared, alone = a_family(connection, size=4), a_family(connection)
    one = a_case(connection, shared, first, day(9, 10, 2019), day(3, 31))
    a_case(connection, shared, second, day(2, 1))
    a_case(connection, alone, first, day(5, 5))
    support(connection, shared, round_id, day(3, 3))
    support(connection, a_family(connection, size=9), round_id, day(5, 20))
    a_contact(connection, first, day(10, 1, 2019), mediation_case_id=one, persons=3)
    a_contact(connection, first, day(4, 30), mediation_case_id=one)
    a_contact(connection, second, day(3, 1), form="group", persons=12)
    a_contact(connection, second)
    elsewhere = a_post(connection, other, day(9, 1), day(12, 31))
    a_case(connection, a_family(connection, size=7), elsewhere, day(10, 1))
    a_contact(connection, elsewhere, day(10, 2), persons=50)


def test_each_total_of_a_round(connection: Connection) -> None:
    plant(connection)
    assert found(connection) == {
        "mediators": 2,
        "service_months": 10 + 4,
        "calendar_months": 10,
        "posts_undated": 0,
        "mediator_families": 2,
        "families_by_post": 3,
        "families": 3,
        "family_persons": 4,
        "families_without_size": 1,
        "cases": 3,
        "open_cases": 2,
        "contacts": 4,
        "contacts_individual": 3,
        "contacts_group": 1,
        "contacts_undated": 1,
        "contact_persons": 15,
        "contacts_without_persons": 2,
    }


def test_a_period_narrows_every_total(connection: Connection) -> None:
    plant(connection)
    march = found(connection, Filters(round="IV", start=day(3, 1), end=day(3, 31)))
    assert (march["mediators"], march["service_months"], march["calendar_months"]) == (2, 2, 1)
    assert (march["mediator_families"], march["families_by_post"], march["families"]) == (1, 2, 1)
    assert (march["cases"], march["open_cases"]) == (2, 1)
    assert (march["contacts"], march["contacts_group"], march["contacts_undated"]) == (1, 1, 0)


@pytest.mark.parametrize("filters", PERIODS)
def test_the_totals_are_those_of_the_recorded_figures(
    connection: Connection, filters: Filters
) -> None:
    plant(connection)
    other_way = by_figure(recorded(connection, READER, filters))
    answer = found(connection, filters)
    assert {name: answer[name] for name in COUNTED_AGAIN} == {
        name: other_way[name] for name in COUNTED_AGAIN
    }


def test_what_has_no_rows_is_missing_and_not_zero(connection: Connection) -> None:
    a_family(connection, size=3)
    a_mediator(connection)
    a_post(connection, a_round(connection, "V"), day(1), day(6))
    a_round(connection, "IV")
    answer = totals(connection, READER, IV)
    assert set(answer["quality"]) == {"no_data"}
    assert answer["value"].isna().all()


def test_support_alone_says_nothing_of_mediators(connection: Connection) -> None:
    support(connection, a_family(connection, size=5), a_round(connection))
    answer = found(connection)
    assert answer["families"] == 1
    assert answer["mediator_families"] is answer["family_persons"] is answer["cases"] is None


def test_posts_and_families_that_state_nothing_are_not_stated(connection: Connection) -> None:
    post = a_post(connection, a_round(connection))
    a_case(connection, a_family(connection), post)
    a_contact(connection, post)
    answer = totals(connection, READER, IV)
    silent = answer[answer["quality"] == "not_stated"]
    assert set(silent["figure"]) == {
        "service_months",
        "calendar_months",
        "family_persons",
        "contact_persons",
    }
    assert by_figure(answer)["posts_undated"] == 1
    assert by_figure(answer)["families_without_size"] == 1


def test_a_family_with_two_cases_counts_its_persons_once(connection: Connection) -> None:
    post, family = a_post(connection, a_round(connection)), a_family(connection, size=6)
    for _ in range(2):
        a_case(connection, family, post)
    answer = found(connection)
    assert (answer["cases"], answer["family_persons"], answer["families_by_post"]) == (2, 6, 1)


def test_a_mediator_with_two_posts_counts_once_and_both_posts_months_count(
    connection: Connection,
) -> None:
    round_id, mediator = a_round(connection), a_mediator(connection)
    for month in (1, 3):
        a_post(connection, round_id, day(month), day(month + 1), mediator=mediator)
    answer = found(connection)
    assert (answer["mediators"], answer["service_months"]) == (1, 4)


def test_months_of_two_posts_with_a_pause_leave_the_pause_out(connection: Connection) -> None:
    round_id = a_round(connection)
    a_post(connection, round_id, day(1, 31), day(2, 1))
    a_post(connection, round_id, day(5, 1), day(5, 31))
    answer = found(connection)
    assert (answer["service_months"], answer["calendar_months"]) == (3, 3)


def test_totals_say_which_of_them_are_made_up(connection: Connection) -> None:
    post = a_post(connection, a_round(connection), day(1), day(2))
    a_case(connection, a_family(connection), post)
    a_contact(connection, post, day(1), origin="sample")
    said = dict(records(totals(connection, READER, IV), "figure", "is_made_up"))
    assert said["contacts"]
    assert said["service_months"]  # of a post with a made-up contact
    assert not said["mediators"]
    assert not said["families"]


@pytest.mark.parametrize("what", ["post", "family", "case", "support"])
def test_families_are_made_up_where_any_row_behind_them_is(
    connection: Connection, what: str
) -> None:
    origin = of_sample(what, "post", "family", "case", "support")
    round_id = a_round(connection)
    post = a_post(connection, round_id, **origin["post"])
    family = a_family(connection, **origin["family"])
    a_case(connection, family, post, **origin["case"])
    support(connection, family, round_id, **origin["support"])
    said = dict(records(totals(connection, READER, IV), "figure", "is_made_up"))
    assert said["families"] is (what != "post")
    assert said["mediators"] is (what == "post")


def test_the_promised_columns_are_kept_and_strangers_are_refused(connection: Connection) -> None:
    plant(connection)
    answer = totals(connection, READER, IV)
    assert {str(name): str(kind) for name, kind in answer.dtypes.items()} == TOTALS
    with pytest.raises(AccessRefused):
        totals(connection, STRANGER, IV)
