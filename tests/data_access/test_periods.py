"""Days as somebody enters them: what they make, and when they are no period."""

import datetime as dt

import pytest

from data_access.periods import DaysUnusable, entered

FIRST, LAST = dt.date(2020, 1, 1), dt.date(2020, 1, 31)
MONTH = {"starts_on": FIRST, "ends_on": LAST, "date_precision": "month"}


def test_days_are_known_to_the_day_and_none_is_not_stated() -> None:
    assert entered(FIRST, None, "actual_") == {
        "actual_starts_on": FIRST,
        "actual_ends_on": None,
        "actual_date_precision": "day",
    }
    assert entered(None, None)["date_precision"] == "not_stated"
    assert entered(FIRST, FIRST)["ends_on"] == FIRST


def test_days_left_as_they_were_keep_how_exactly_they_are_known() -> None:
    assert entered(FIRST, LAST, before=MONTH) == MONTH
    assert entered(FIRST, dt.date(2020, 1, 30), before=MONTH)["date_precision"] == "day"
    assert entered(None, None, before=MONTH)["date_precision"] == "not_stated"


@pytest.mark.parametrize(("first", "last"), [(LAST, FIRST), (None, LAST)])
def test_days_that_are_no_period_are_refused(first: dt.date | None, last: dt.date | None) -> None:
    with pytest.raises(DaysUnusable):
        entered(first, last)
