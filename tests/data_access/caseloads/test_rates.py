"""Rates per hour worked: of exactly the months whose hours are known, by town and in all."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from sqlalchemy import Connection, Engine

from data_access import schema
from data_access.access import AccessRefused
from data_access.caseloads import RATES, loads, poisson_interval, rates
from data_access.engine import reading
from data_access.filters import Filters
from data_access.rules import Look
from tests.data_access.answers import records
from tests.data_access.caseloads import months_worked
from tests.data_access.caseloads.months_worked import Months, added, anything, choices
from tests.data_access.land import a_division, a_town, two_divisions
from tests.data_access.people import (
    a_case,
    a_contact,
    a_family,
    a_municipality,
    a_post,
    a_report,
    a_round,
    add,
    at,
    of_sample,
)
from tests.data_access.readers import READER, STRANGER

IV = Filters(round="IV")
JANUARY, JUNE = dt.date(2020, 1, 1), dt.date(2020, 6, 30)
COUNTED = ("hours", "contacts", "families")
MONTHS = ("months", "months_zero", "months_without", "posts_undated")


def day(month: int, number: int = 15) -> dt.date:
    return dt.date(2020, month, number)


def asked(connection: Connection, *columns: str, filters: Filters = IV) -> list[tuple[object, ...]]:
    return records(rates(connection, READER, filters), *columns)


def a_town_with(
    connection: Connection, round_id: int, town: int, hours: float, contacts: int
) -> None:
    """A post with one month: so many hours, and so many contacts."""
    post = a_post(connection, round_id, day(1, 1), day(1, 31), **at(town))
    a_report(connection, post, JANUARY, hours)
    for _ in range(contacts):
        a_contact(connection, post, day(1))


@settings(max_examples=60)
@given(months=anything, filters=choices)
def test_any_months_give_the_rates_of_the_rule_and_towns_add_up_to_the_whole(
    module_engine: Engine, months: Months, filters: Filters
) -> None:
    with reading(module_engine) as connection:  # which keeps nothing
        months_worked.plant(connection, months)
        answer = rates(connection, READER, filters)
    every = records(answer, "is_all", "name_lv", *COUNTED, *MONTHS)
    towns = {name: tuple(row) for is_all, name, *row in every if not is_all}
    assert towns == months_worked.expected(months, filters)
    assert list(towns) == [name for name in months_worked.NAMED if name in towns]
    assert [tuple(row) for is_all, _, *row in every if is_all] == (
        [added(towns.values())] if towns else []
    )
    for row in answer.to_dict("records"):
        for figure in ("contacts", "families"):
            has_rate = row[f"{figure}_per_100"] is not None
            assert has_rate is (row["months"] > 0)
            if has_rate:
                bounds = [row[f"{figure}_{b}"] * row["hours"] / 100 for b in ("low", "high")]
                assert bounds == pytest.approx(poisson_interval(row[figure]))


def test_a_town_is_told_from_the_whole_only_where_chance_does_not_explain_it(
    connection: Connection,
) -> None:
    round_id, division = a_round(connection), a_division(connection, "2009")
    for name, contacts in (("Valka", 42), ("Ainaži", 5), ("Dobele", 80), ("Cēsis", 0)):
        town = a_town(connection, division, f"LV-{contacts}", name)
        a_town_with(connection, round_id, town, 310.0, contacts)
    answer = asked(connection, "name_lv", "contacts_per_100", "contacts_verdict")
    assert answer == [
        ("Ainaži", Decimal("1.6"), "below"),
        ("Cēsis", Decimal("0.0"), "below"),
        ("Dobele", Decimal("25.8"), "above"),
        ("Valka", Decimal("13.5"), "within"),
        (None, Decimal("10.2"), None),
    ]
    low, high = asked(connection, "contacts_low", "contacts_high")[3]
    assert (low, high) == pytest.approx((9.764, 18.313), abs=1e-3)
    assert asked(connection, "contacts_low")[1] == (0.0,)
    assert asked(connection, "families", "families_per_100", "families_verdict")[3] == (
        *(0, Decimal("0.0"), "within"),
    )


def test_a_rate_is_rounded_half_up_from_the_hours_as_they_were_written(
    connection: Connection,
) -> None:
    # 31.25; in binary 3.2 is a little more than 3.2.
    a_town_with(connection, a_round(connection), a_municipality(connection), 3.2, 1)
    assert asked(connection, "hours", "contacts_per_100") == [(3.2, Decimal("31.3"))] * 2


def test_contacts_and_openings_outside_the_months_with_hours_are_in_no_rate(
    connection: Connection,
) -> None:
    post = a_post(connection, a_round(connection), day(1, 1), day(4, 30))
    a_report(connection, post, JANUARY, 50.5)
    a_report(connection, post, dt.date(2020, 2, 1), 0.0)
    a_report(connection, post, dt.date(2020, 3, 1), None)
    for held_on in (day(1, 1), day(1, 31), day(2, 1), day(3), day(4), None):
        a_contact(connection, post, held_on)
        a_case(connection, a_family(connection), post, held_on)
    twice = a_family(connection)
    for opened in (day(1, 3), day(1, 30)):
        a_case(connection, twice, post, opened, opened)
    assert asked(connection, *COUNTED, *MONTHS) == [(50.5, 2, 3, 1, 1, 2, 0)] * 2
    rate = ("contacts_per_100", "families_per_100")
    assert asked(connection, *rate) == [(Decimal("4.0"), Decimal("5.9"))] * 2


def test_posts_at_one_place_of_the_look_are_one_town_and_share_a_family(
    connection: Connection,
) -> None:
    then, _ = two_divisions(connection)
    valka, ainazi = a_town(connection, then, "LV-1", "Valka"), a_town(connection, then, "LV-2", "A")
    round_id, family = a_round(connection), a_family(connection)
    for town in (valka, valka, ainazi):
        post = a_post(connection, round_id, day(1, 1), day(1, 31), **at(town))
        a_report(connection, post, JANUARY, 10.0)
        a_case(connection, family, post, day(1))
    abroad: dict[str, Any] = {
        "place_kind": "abroad",
        "place_name_lv": "Viļņa",
        "place_name_en": "Vilnius",
    }
    a_post(connection, round_id, day(1, 1), day(1, 31), **abroad)
    assert asked(connection, "place", "name_en", "hours", "families") == [
        ("2009:LV-2", "A", 10.0, 1),
        ("2009:LV-1", "Valka", 20.0, 1),
        ("abroad", "Vilnius", None, None),
        (None, None, 30.0, 2),
    ]
    reported = Filters(round="IV", look=Look.REPORTED)
    assert [row[0] for row in asked(connection, "place", filters=reported)][:3] == [
        *("unlisted", "unlisted", "abroad"),
    ]


def test_a_month_that_the_days_cut_has_no_hours_and_is_not_without_them_either(
    connection: Connection,
) -> None:
    post = a_post(connection, a_round(connection), day(1, 1), day(4, 30))
    for month in range(1, 4):
        a_report(connection, post, dt.date(2020, month, 1), 10.0)
        a_contact(connection, post, day(month))
    chosen = Filters(round="IV", start=day(1, 2), end=day(4, 29))
    assert asked(connection, *COUNTED, *MONTHS, filters=chosen)[0] == (20.0, 2, 0, 2, 0, 0, 0)
    whole = Filters(round="IV", start=day(1, 1), end=day(4, 30))
    assert asked(connection, *COUNTED, *MONTHS, filters=whole)[0] == (30.0, 3, 0, 3, 0, 1, 0)


def test_a_month_that_is_not_over_yet_is_not_without_hours(
    connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("data_access.caseloads.service.today", lambda: day(3, 31))
    a_post(connection, a_round(connection), day(1, 1), day(4, 30))
    assert asked(connection, "months_without") == [(2,)] * 2


def test_a_month_without_a_mediator_lacks_no_hours(connection: Connection) -> None:
    post = a_post(connection, a_round(connection), day(1, 10), day(4, 30))
    a_report(connection, post, dt.date(2020, 4, 1), 10)
    for first, last in ((day(1, 10), day(2, 20)), (day(3, 2), day(3, 31))):
        add(connection, schema.post_gap, mediator_post_id=post, starts_on=first, ends_on=last)
    assert asked(connection, "months", "months_without") == [(1, 2)] * 2
    assert loads(connection, READER, IV)["months_without_hours"].tolist() == [2]
    january = Filters(round="IV", start=JANUARY, end=day(1, 31))
    assert asked(connection, "months_without", filters=january) == [(0,)] * 2


@pytest.mark.parametrize("what", ["post", "report", "contact", "case", None])
def test_rates_with_a_made_up_row_behind_them_say_so(
    connection: Connection, what: str | None
) -> None:
    of = of_sample(what, "post", "report", "contact", "case")
    round_id = a_round(connection)
    post = a_post(connection, round_id, JANUARY, JUNE, **of["post"])
    a_report(connection, post, JANUARY, 10.0, **of["report"])
    a_contact(connection, post, day(1), **of["contact"])
    a_case(connection, a_family(connection), post, day(1), **of["case"])
    a_town_with(connection, round_id, a_municipality(connection), 10.0, 1)
    assert asked(connection, "is_made_up") == [(False,), (what is not None,), (what is not None,)]


def test_the_promised_columns_are_kept_and_strangers_are_refused(connection: Connection) -> None:
    round_id = a_round(connection)
    for number in (0, 2):
        answer = rates(connection, READER, IV)
        assert len(answer) == number
        assert {str(name): str(kind) for name, kind in answer.dtypes.items()} == RATES
        a_town_with(connection, round_id, a_municipality(connection), 0.0, 1)
    with pytest.raises(AccessRefused):
        rates(connection, STRANGER, IV)
