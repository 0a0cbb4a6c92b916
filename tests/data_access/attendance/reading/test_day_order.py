"""Which part of a numeric date is the day is proven by the file, asked, and never guessed."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_access.attendance.reading.dates import days_of
from data_access.attendance.reading.day_order import Order, leaning_of, order_of, orders_of

days = st.dates(dt.date(1990, 1, 1), dt.date(2060, 12, 31))

ORDERS = [
    (["07/22/2020 10:00", "05/06/2020"], Order.MDY),
    (["22/07/2020", "05/06/2020"], Order.DMY),
    (["05/06/2020", "05/06/2020 10:00 AM", "05/07/2020"], Order.UNKNOWN),
    (["22/07/2020", "07/22/2020"], Order.CONFLICT),
    (["22-07-2020", "07/22/2020"], Order.CONFLICT),
    (["22.07.2020", "05/06/2020"], Order.UNKNOWN),
    (["Vārds, uzvārds", "Datums", "2020. gada 22. jūlijs", ""], Order.UNKNOWN),
    (["99/99/2020", "07/22/2020"], Order.MDY),
    (["7/22/20"], Order.MDY),
    (["22/07/20"], Order.UNKNOWN),
]


@pytest.mark.parametrize(("texts", "expected"), ORDERS)
def test_a_part_above_12_proves_the_order_and_nothing_else(
    texts: list[str], expected: Order
) -> None:
    assert order_of(texts) == expected


def test_what_slashes_prove_says_nothing_of_dots_and_dashes() -> None:
    found = orders_of(["07/22/2020", "05/06/2020"])
    assert days_of("05/06/2020", found) == (dt.date(2020, 5, 6),)
    assert days_of("05.06.2020", found) == (dt.date(2020, 6, 5),)
    assert days_of("05-06-2020", found) is None
    assert days_of("05-06-2020", found.decided(Order.DMY)) == (dt.date(2020, 6, 5),)
    assert days_of("05/06/2020", found.decided(Order.DMY)) == (dt.date(2020, 5, 6),)


def test_the_day_before_the_month_after_a_year_needs_its_proof() -> None:
    assert days_of("2020.05.12") == (dt.date(2020, 5, 12),)
    found = orders_of(["2020.22.07", "2020.05.12"])
    assert days_of("2020.05.12", found) == (dt.date(2020, 12, 5),)
    assert days_of("2020-05-12", found) == (dt.date(2020, 5, 12),)
    both = orders_of(["2020.22.07", "2020.07.22"])
    assert days_of("2020.05.12", both) is None


def test_dots_against_their_use_are_believed() -> None:
    assert days_of("05.06.2020", orders_of(["07.22.2020"])) == (dt.date(2020, 5, 6),)
    assert days_of("05.06.2020", orders_of(["07.22.2020", "22.07.2020"])) is None


def test_halves_of_the_day_only_lean() -> None:
    assert leaning_of(["05/06/2020 10:00 AM"]) == Order.MDY
    assert leaning_of(["05/06/2020 10:00", "10:00 AM"]) == Order.UNKNOWN


@given(st.lists(days, min_size=1, max_size=20), st.sampled_from(["%d/%m/%Y", "%m/%d/%Y"]))
def test_the_order_of_a_file_is_proven_or_open_but_never_wrong(
    found: list[dt.date], form: str
) -> None:
    texts = [day.strftime(form) for day in found]
    order = orders_of(texts)
    for day, text in zip(found, texts, strict=True):
        assert days_of(text, order) in ((day,), None)
        if any(other.day > 12 for other in found):
            assert days_of(text, order) == (day,)
