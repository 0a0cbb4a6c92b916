"""Days of a post: to the day, or rounded out to the month, half-year or year that is known."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data_access.mediators.days import ROUNDED, entered
from data_access.periods import DaysUnusable
from data_access.rules import Precision

FIRST, LAST = dt.date(2020, 2, 12), dt.date(2020, 7, 3)
STOOD = {"starts_on": FIRST, "ends_on": LAST, "date_precision": "month"}
NOWHERE = {"starts_on": None, "ends_on": None, "date_precision": "not_stated"}


@pytest.mark.parametrize(
    ("precision", "first", "last"),
    [
        ("day", FIRST, LAST),
        (None, FIRST, LAST),
        ("month", dt.date(2020, 2, 1), dt.date(2020, 7, 31)),
        ("half_year", dt.date(2020, 1, 1), dt.date(2020, 12, 31)),
        ("year", dt.date(2020, 1, 1), dt.date(2020, 12, 31)),
    ],
)
def test_days_are_rounded_out_to_what_is_known(
    precision: str | None, first: dt.date, last: dt.date
) -> None:
    stated = {"starts_on": FIRST, "ends_on": LAST, "precision": precision}
    expected = {"starts_on": first, "ends_on": last, "date_precision": precision or "day"}
    assert entered(stated, None) == expected
    assert entered(stated | {"ends_on": None}, None) == expected | {"ends_on": None}


@pytest.mark.parametrize("precision", [None, *ROUNDED])
def test_without_a_first_day_the_days_are_not_stated(precision: Precision | None) -> None:
    assert entered({"starts_on": None, "ends_on": None, "precision": precision}, None) == NOWHERE
    with pytest.raises(DaysUnusable):
        entered({"starts_on": None, "ends_on": LAST, "precision": precision}, None)


def test_days_back_to_front_are_refused_though_their_year_would_hold_them() -> None:
    with pytest.raises(DaysUnusable):
        entered({"starts_on": LAST, "ends_on": FIRST, "precision": "year"}, None)


def test_what_is_left_out_stays() -> None:
    assert entered({"hours_per_week": 20}, STOOD) == {}
    assert entered({}, None) == NOWHERE
    assert entered({"ends_on": None}, STOOD) == {
        "starts_on": dt.date(2020, 2, 1),
        "ends_on": None,
        "date_precision": "month",
    }
    assert entered({"starts_on": FIRST}, NOWHERE)["date_precision"] == "day"


@given(
    st.dates(dt.date(2010, 1, 1), dt.date(2050, 1, 1)),
    st.integers(0, 900),
    st.sampled_from(sorted(ROUNDED)),
)
@settings(max_examples=100)
def test_rounded_days_hold_what_was_entered_and_are_rounded_once(
    first: dt.date, length: int, precision: Precision
) -> None:
    last = first + dt.timedelta(days=length)
    stated: dict[str, Any] = {"starts_on": first, "ends_on": last, "precision": precision}
    found = entered(stated, None)
    assert found["starts_on"] <= first <= last <= found["ends_on"]
    assert entered({**found, "precision": precision}, None) == found
