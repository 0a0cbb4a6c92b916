"""A post shows where and how long it was held, and what was recorded there."""

import datetime as dt
from typing import Any

import pytest
import time_machine
from sqlalchemy import Connection

from data_access.access import AccessRefused
from data_access.caseloads import POSTS, last_day, posts
from data_access.filters import Filters
from tests.data_access.answers import records
from tests.data_access.land import a_division, a_town
from tests.data_access.people import (
    a_case,
    a_contact,
    a_family,
    a_post,
    a_round,
    at,
    of_sample,
)
from tests.data_access.readers import READER, STRANGER

IV = Filters(round="IV")
NUMBERS = ("families", "cases", "open_cases", "contacts", "individual", "group", "persons")


def day(month: int, number: int = 15, year: int = 2020) -> dt.date:
    return dt.date(year, month, number)


def test_what_was_recorded_at_each_post(connection: Connection) -> None:
    round_id = a_round(connection)
    busy = a_post(connection, round_id, day(1), day(6), hours_per_week=12.5)
    quiet = a_post(connection, round_id, day(1), day(6))
    family = a_family(connection)
    closed = a_case(connection, family, busy, day(2), day(3))
    a_case(connection, family, busy, day(4))
    a_case(connection, a_family(connection), busy, day(5))
    a_contact(connection, busy, day(2), mediation_case_id=closed)
    a_contact(connection, busy, day(5), form="group", persons=7)
    other = a_post(connection, a_round(connection, "V"), day(2))
    a_contact(connection, other, day(2), persons=90)
    answer = posts(connection, READER, IV)
    assert records(answer, "post", *NUMBERS) == [
        (busy, 2, 3, 2, 2, 1, 1, 7),
        (quiet, None, None, None, None, None, None, None),
    ]
    assert records(answer, "months", "hours_per_week") == [(6, 12.5), (6, None)]
    assert records(answer, "families_per_month") == [(2 / 6,), (None,)]


def test_posts_stand_by_round_and_by_the_latvian_name_of_their_place(
    connection: Connection,
) -> None:
    later, earlier = a_round(connection, "V"), a_round(connection, "IV")
    division = a_division(connection, "2009")
    for name in ("Ventspils", "Šķaune", "Sala", None, "Čukste", "Cēsis"):
        town = None if name is None else a_town(connection, division, f"LV-{name}", name)
        a_post(connection, earlier, day(1), day(2), **at(town))
    called: dict[str, Any] = {"place_name_lv": "Tiešsaistē", "place_name_en": "On a call"}
    a_post(connection, later, day(9), place_kind="online", **called)
    answer = records(posts(connection, READER, Filters()), "round", "place_lv", "place_en")
    names = ["Cēsis", "Čukste", "Sala", "Šķaune", "Ventspils", None]
    assert answer == [
        *(("IV", name, name) for name in names),
        ("V", "Tiešsaistē", "On a call"),
    ]


def test_a_substitute_is_told(connection: Connection) -> None:
    round_id = a_round(connection)
    away = a_post(connection, round_id, day(1), day(2))
    there = a_post(connection, round_id, day(2), day(2), substitutes_post_id=away)
    answer = posts(connection, READER, IV)
    assert records(answer, "post", "substitutes") == [(away, None), (there, away)]


MONTHS = [
    (day(1, 31), day(2, 1), IV, 2),
    (day(9, 1, 2019), day(6, 30), IV, 10),
    (day(3, 5), day(3, 5), IV, 1),
    (day(1, 1), day(6, 30), Filters(round="IV", start=day(2, 29), end=day(4, 1)), 3),
    (day(1, 1), day(6, 30), Filters(round="IV", start=day(6, 30)), 1),
    (day(1, 1), day(6, 30), Filters(round="IV", end=day(1, 1)), 1),
    (None, None, IV, None),
    (day(9, 1), None, IV, 4),
    (day(9, 1), day(1, 31, 2021), IV, 4),
    (day(12, 1), day(12, 31), IV, 1),
    (day(12, 2), day(12, 31), IV, 0),
]


@pytest.mark.parametrize(("first", "last", "filters", "months"), MONTHS)
@time_machine.travel(dt.datetime(2020, 11, 30, 22, 30, tzinfo=dt.UTC), tick=False)
def test_months_are_those_touched_within_the_selection_until_now(
    connection: Connection,
    first: dt.date | None,
    last: dt.date | None,
    filters: Filters,
    months: int | None,
) -> None:
    """In Riga it is already the first day of December."""
    a_post(connection, a_round(connection), first, last)
    answer = posts(connection, READER, filters)
    assert records(answer, "months") == [(months,)]
    assert answer["held_from"].isna().all() == (not months)


def test_a_post_outside_the_period_shows_only_with_a_case_or_contact_there(
    connection: Connection,
) -> None:
    round_id, may = a_round(connection), Filters(round="IV", start=day(5, 1), end=day(5, 31))
    a_post(connection, round_id, day(1), day(2))
    a_post(connection, round_id)
    still_open = a_post(connection, round_id, day(1), day(2))
    a_case(connection, a_family(connection), still_open, day(2))
    met = a_post(connection, round_id)
    a_contact(connection, met, day(5))
    a_contact(connection, met, day(6))
    answer = posts(connection, READER, may)
    assert records(answer, "post", "months", "cases", "contacts") == [
        (still_open, 0, 1, None),
        (met, None, None, 1),
    ]
    assert answer["families_per_month"].isna().all()


def test_an_activity_has_no_posts_of_its_own(connection: Connection) -> None:
    a_contact(connection, a_post(connection, a_round(connection), day(1)), day(1))
    assert posts(connection, READER, Filters(round="IV", activity="one")).empty


@pytest.mark.parametrize("what", ["post", "case", "family", "contact", None])
def test_a_post_with_a_made_up_row_says_so(connection: Connection, what: str | None) -> None:
    origin = of_sample(what, "post", "case", "family", "contact")
    round_id = a_round(connection)
    post = a_post(connection, round_id, **origin["post"])
    a_case(connection, a_family(connection, **origin["family"]), post, **origin["case"])
    a_contact(connection, post, **origin["contact"])
    real = a_post(connection, round_id)
    a_contact(connection, real)
    answer = dict(records(posts(connection, READER, IV), "post", "is_made_up"))
    assert answer == {post: what is not None, real: False}


@time_machine.travel(dt.datetime(2020, 11, 22, 9, 0, tzinfo=dt.UTC), tick=False)
def test_open_cases_are_counted_as_the_selection_ends(connection: Connection) -> None:
    round_id = a_round(connection)
    asked = last_day(connection, READER, IV), last_day(connection, READER, Filters(end=day(3)))
    assert asked == (day(11, 22), day(3))
    a_post(connection, round_id, day(1), day(6))
    a_post(connection, round_id, day(1), day(5))
    a_post(connection, a_round(connection, "V"), day(8), day(10))
    assert last_day(connection, READER, IV) == day(6)
    assert last_day(connection, READER, Filters()) == day(10)
    assert last_day(connection, READER, Filters(round="IV", end=day(12, 24))) == day(11, 22)
    a_post(connection, round_id, day(4))
    assert last_day(connection, READER, IV) == day(11, 22)


def test_the_promised_columns_are_kept_and_strangers_are_refused(connection: Connection) -> None:
    round_id = a_round(connection)
    for number in range(2):
        answer = posts(connection, READER, Filters())
        assert len(answer) == number
        assert {str(name): str(kind) for name, kind in answer.dtypes.items()} == POSTS
        a_post(connection, round_id, day(1))
    for question in (posts, last_day):
        with pytest.raises(AccessRefused):
            question(connection, STRANGER, IV)
