"""What the rows say: who counts, how often, and when there is nothing to say."""

import datetime as dt

import pytest
from sqlalchemy import Connection

from data_access import schema
from data_access.figures import recorded
from data_access.filters import Filters
from tests.data_access.answers import by_figure
from tests.data_access.people import (
    a_case,
    a_family,
    a_mediator,
    a_municipality,
    a_person,
    a_post,
    a_round,
    add,
    an_activity,
    attends,
    support,
)
from tests.data_access.readers import READER

IV = Filters(round="IV")
FIGURES = {
    *("persons", "persons_not_stated", "attendances", "municipalities"),
    *("mediators", "mediator_families", "families"),
}


def found(connection: Connection, filters: Filters = IV) -> dict[str, int | None]:
    """The recorded figures; None where there is no data, and the quality must say the same."""
    answer = recorded(connection, READER, filters)
    assert set(answer["figure"]) == FIGURES
    assert list(answer["quality"] == "no_data") == list(answer["value"].isna())
    assert set(answer["quality"]) <= {"exact", "no_data"}
    return by_figure(answer)


def day(number: int) -> dt.date:
    return dt.date(2020, 3, number)


def plant_one_of_each(connection: Connection, code: str) -> None:
    """A round in which everything that is counted happened once."""
    round_id = a_round(connection, code)
    person, activity = a_person(connection), an_activity(connection, round_id)
    attends(connection, person, activity, municipality=a_municipality(connection))
    a_case(connection, a_family(connection), a_post(connection, round_id))


def test_what_has_no_rows_is_missing_and_not_zero(connection: Connection) -> None:
    round_id = a_round(connection)
    an_activity(connection, round_id)
    a_person(connection)
    a_mediator(connection)
    a_family(connection)
    assert found(connection) == dict.fromkeys(FIGURES)


def test_the_rows_of_another_round_do_not_count(connection: Connection) -> None:
    plant_one_of_each(connection, "V")
    support(connection, a_family(connection), a_round(connection, "VI"))
    a_round(connection, "IV")
    assert found(connection) == dict.fromkeys(FIGURES)
    assert found(connection, Filters(round="V")) == dict.fromkeys(FIGURES, 1)


def test_without_a_round_chosen_all_rounds_count(connection: Connection) -> None:
    plant_one_of_each(connection, "IV")
    plant_one_of_each(connection, "V")
    assert found(connection, Filters()) == dict.fromkeys(FIGURES, 2)


def test_only_those_who_attended_count(connection: Connection) -> None:
    activity = an_activity(connection, a_round(connection))
    attends(connection, a_person(connection), activity, municipality=a_municipality(connection))
    for status in ("registered", "not_stated"):
        person, town = a_person(connection), a_municipality(connection)
        attends(connection, person, activity, "roma", status=status, municipality=town)
    answer = found(connection)
    assert (answer["persons"], answer["attendances"], answer["municipalities"]) == (1, 1, 1)


def test_where_everybody_only_registered_nobody_came_and_that_is_exact(
    connection: Connection,
) -> None:
    activity = an_activity(connection, a_round(connection))
    attends(connection, a_person(connection), activity, status="registered")
    answer = found(connection)
    counts = ("persons", "persons_not_stated", "attendances", "municipalities")
    assert [answer[name] for name in counts] == [0, 0, 0, 0]
    assert answer["families"] is None


def test_one_person_at_two_activities_is_one_person_and_two_attendances(
    connection: Connection,
) -> None:
    round_id, person = a_round(connection), a_person(connection)
    first, second = an_activity(connection, round_id), an_activity(connection, round_id)
    attends(connection, person, first)
    attends(connection, person, second)
    attends(connection, a_person(connection), second)
    answer = found(connection)
    assert (answer["persons"], answer["attendances"]) == (2, 3)


def test_an_attendance_over_several_days_counts_once(connection: Connection) -> None:
    activity = an_activity(connection, a_round(connection), day(1), day(3))
    attendance = attends(connection, a_person(connection), activity)
    for number in (1, 2, 3):
        add(connection, schema.attendance_day, attendance_id=attendance, day=day(number))
        add(connection, schema.activity_day, activity_id=activity, day=day(number))
    answer = found(connection)
    assert (answer["persons"], answer["attendances"]) == (1, 1)


def test_a_person_met_under_two_numbers_counts_once(connection: Connection) -> None:
    round_id, kept = a_round(connection), a_person(connection)
    merged, stranger = a_person(connection, merged_into=kept), a_person(connection)
    first, second = an_activity(connection, round_id), an_activity(connection, round_id)
    for person in (kept, merged, stranger):
        attends(connection, person, first)
    attends(connection, merged, second)
    answer = found(connection)
    assert (answer["persons"], answer["attendances"]) == (2, 3)


def test_a_merged_person_counts_where_the_kept_one_never_came(connection: Connection) -> None:
    merged = a_person(connection, merged_into=a_person(connection))
    attends(connection, merged, an_activity(connection, a_round(connection)))
    assert found(connection)["persons"] == 1


def test_a_capacity_stated_once_is_stated(connection: Connection) -> None:
    round_id, person = a_round(connection), a_person(connection)
    attends(connection, person, an_activity(connection, round_id), "not_stated")
    attends(connection, person, an_activity(connection, round_id), "roma")
    attends(connection, a_person(connection), an_activity(connection, round_id), "not_stated")
    answer = found(connection)
    assert (answer["persons"], answer["persons_not_stated"]) == (2, 1)


def test_a_capacity_counts_as_stated_for_the_person_merged_into(connection: Connection) -> None:
    round_id, kept = a_round(connection), a_person(connection)
    merged = a_person(connection, merged_into=kept)
    attends(connection, kept, an_activity(connection, round_id), "not_stated")
    attends(connection, merged, an_activity(connection, round_id), "ngo")
    assert found(connection)["persons_not_stated"] == 0


@pytest.mark.parametrize(("code", "status"), [("IV", "registered"), ("V", "attended")])
def test_a_capacity_stated_elsewhere_does_not_count_as_stated_here(
    connection: Connection, code: str, status: str
) -> None:
    rounds = {name: a_round(connection, name) for name in ("IV", "V")}
    person = a_person(connection)
    attends(connection, person, an_activity(connection, rounds["IV"]), "not_stated")
    attends(connection, person, an_activity(connection, rounds[code]), "roma", status=status)
    assert found(connection)["persons_not_stated"] == 1


def test_a_municipality_counts_once_and_no_other_place_counts(connection: Connection) -> None:
    activity = an_activity(connection, a_round(connection))
    valka, talsi = a_municipality(connection), a_municipality(connection, "Talsi")
    for town in (valka, valka, talsi, None):
        attends(connection, a_person(connection), activity, municipality=town)
    assert found(connection)["municipalities"] == 2


def test_a_chosen_activity_leaves_the_others_out(connection: Connection) -> None:
    round_id, person = a_round(connection), a_person(connection)
    chosen = an_activity(connection, round_id, code="chosen")
    attends(connection, person, chosen)
    attends(connection, a_person(connection), an_activity(connection, round_id))
    answer = found(connection, Filters(activity="chosen"))
    assert (answer["persons"], answer["attendances"]) == (1, 1)


def test_a_family_with_two_mediators_counts_once(connection: Connection) -> None:
    round_id, family = a_round(connection), a_family(connection)
    for _ in range(2):
        a_case(connection, family, a_post(connection, round_id))
    answer = found(connection)
    assert (answer["families"], answer["mediator_families"], answer["mediators"]) == (1, 1, 2)


def test_a_mediator_with_two_posts_counts_once(connection: Connection) -> None:
    round_id, mediator = a_round(connection), a_mediator(connection)
    for _ in range(2):
        a_post(connection, round_id, mediator=mediator)
    a_post(connection, round_id)
    assert found(connection)["mediators"] == 2


def test_support_outside_mediation_adds_to_the_families_alone(connection: Connection) -> None:
    round_id = a_round(connection)
    helped_twice, supported = a_family(connection), a_family(connection)
    a_case(connection, helped_twice, a_post(connection, round_id))
    for family in (helped_twice, supported, supported):
        support(connection, family, round_id)
    answer = found(connection)
    assert (answer["families"], answer["mediator_families"]) == (2, 1)


def test_support_alone_says_nothing_of_mediators(connection: Connection) -> None:
    support(connection, a_family(connection), a_round(connection))
    answer = found(connection)
    assert (answer["families"], answer["mediator_families"]) == (1, None)
    assert answer["mediators"] is None


PERIODS = [
    (Filters(start=day(12)), True),
    (Filters(start=day(13)), False),
    (Filters(end=day(10)), True),
    (Filters(end=day(9)), False),
    (Filters(start=day(11), end=day(11)), True),
]


@pytest.mark.parametrize(("filters", "overlaps"), PERIODS)
def test_what_happened_in_the_period_counts(
    connection: Connection, filters: Filters, overlaps: bool
) -> None:
    round_id, span = a_round(connection), (day(10), day(12))
    activity, post = an_activity(connection, round_id, *span), a_post(connection, round_id, *span)
    attends(connection, a_person(connection), activity, municipality=a_municipality(connection))
    a_case(connection, a_family(connection), post, *span)
    counted = {**dict.fromkeys(FIGURES, 1), "persons_not_stated": 1}
    assert found(connection, filters) == (counted if overlaps else dict.fromkeys(FIGURES))


def test_support_counts_on_its_day(connection: Connection) -> None:
    support(connection, a_family(connection), a_round(connection), day(10))
    days = [Filters(start=day(n), end=day(n)) for n in (9, 10, 11)]
    assert [found(connection, filters)["families"] for filters in days] == [None, 1, None]


def test_a_case_and_a_post_without_an_end_go_on(connection: Connection) -> None:
    post = a_post(connection, a_round(connection), day(10))
    a_case(connection, a_family(connection), post, day(10))
    later, earlier = Filters(start=dt.date(2026, 1, 1)), Filters(end=day(9))
    answer = found(connection, later)
    assert (answer["mediators"], answer["mediator_families"], answer["families"]) == (1, 1, 1)
    assert found(connection, earlier) == dict.fromkeys(FIGURES)


@pytest.mark.parametrize("filters", [Filters(start=day(1)), Filters(end=day(31))])
def test_a_period_leaves_undated_rows_out(connection: Connection, filters: Filters) -> None:
    plant_one_of_each(connection, "IV")
    support(connection, a_family(connection), a_round(connection, "V"))
    assert found(connection, filters) == dict.fromkeys(FIGURES)


def test_a_case_that_ended_nobody_knows_when_it_began_lies_outside_any_period(
    connection: Connection,
) -> None:
    post = a_post(connection, a_round(connection), day(1))
    a_case(connection, a_family(connection), post, None, day(20))
    wide, narrow = Filters(start=day(10)), Filters(start=day(10), end=day(30))
    assert found(connection)["families"] == 1
    assert found(connection, wide)["families"] is None
    assert found(connection, narrow)["families"] is None


def test_an_activity_has_no_mediators_and_families_of_its_own(connection: Connection) -> None:
    plant_one_of_each(connection, "IV")
    round_id = a_round(connection, "V")
    attends(connection, a_person(connection), an_activity(connection, round_id, code="chosen"))
    support(connection, a_family(connection), round_id)
    answer = found(connection, Filters(activity="chosen"))
    assert answer["persons"] == 1
    assert [answer[name] for name in ("mediators", "mediator_families", "families")] == [None] * 3
