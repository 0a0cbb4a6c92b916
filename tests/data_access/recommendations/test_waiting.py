"""How long it took until the Council confirmed, and how many still wait for it."""

import datetime as dt
from statistics import median

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Engine

from data_access import recommendations
from data_access.engine import reading
from data_access.filters import Filters
from data_access.recommendations import Wanted
from tests.data_access.answers import records
from tests.data_access.people import a_round
from tests.data_access.readers import READER
from tests.data_access.register import a_body, address, an_entry, find, report

IV = Filters(round="IV")
MADE = dt.date(2020, 1, 1)
NUMBERS = ("confirmed", "made", "days", "claimed", "days_claimed", "open")


def after(days: int) -> dt.date:
    return MADE + dt.timedelta(days=days)


def confirmed(
    connection: Connection, round_id: int, name: str, claimed: int | None, found: int, **values: str
) -> int:
    """An entry claimed so many days after it was made, and found done."""
    entry = an_entry(connection, round_id, name, **{"made_on": MADE} | values)
    if claimed is not None:
        report(connection, entry, after(claimed), "done")
    find(connection, entry, after(found), "done")
    return entry


def waiting(
    connection: Connection, by: str = "all", wanted: Wanted | None = None
) -> list[tuple[object, ...]]:
    answer = recommendations.waiting(connection, READER, IV, wanted or Wanted(), by)
    return records(answer, "code", *NUMBERS)


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(waits=st.lists(st.integers(0, 900), min_size=3, max_size=8))
def test_the_median_is_that_of_the_days_counted(module_engine: Engine, waits: list[int]) -> None:
    with reading(module_engine) as connection:  # which keeps nothing
        round_id = a_round(connection)
        for number, days in enumerate(waits):
            confirmed(connection, round_id, f"IV-{number}", None, days)
        decoy = a_round(connection, "V")
        confirmed(connection, decoy, "V-01", None, 999)
        found = waiting(connection)
    assert found == [("all", len(waits), len(waits), median(waits), 0, None, 0)]


def test_a_claim_is_counted_from_the_first_that_held_until_the_confirmation(
    connection: Connection,
) -> None:
    round_id = a_round(connection)
    for number in range(3):
        entry = an_entry(connection, round_id, f"IV-{number}", made_on=MADE)
        report(connection, entry, after(10), "done")
        find(connection, entry, after(20), "not_done")
        report(connection, entry, after(100), "done")
        report(connection, entry, after(130), "done")
        find(connection, entry, after(150), "done")
    assert waiting(connection) == [("all", 3, 3, 150, 3, 50, 0)]


def test_of_fewer_than_three_there_is_no_median_and_the_open_ones_are_told(
    connection: Connection,
) -> None:
    round_id = a_round(connection)
    for number in range(2):
        confirmed(connection, round_id, f"IV-{number}", 5, 9)
    report(connection, an_entry(connection, round_id, "IV-8", made_on=MADE), after(5), "done")
    report(connection, an_entry(connection, round_id, "IV-9"), after(5), "not_accepted")
    assert waiting(connection) == [("all", 2, 2, None, 2, None, 1)]


@pytest.mark.parametrize("made_on", [None, after(10)])
def test_a_day_that_is_not_stated_or_too_late_does_not_count(
    connection: Connection, made_on: dt.date | None
) -> None:
    round_id = a_round(connection, actual_starts_on=MADE, actual_date_precision="day")
    for number in range(3):
        confirmed(connection, round_id, f"IV-{number}", 2, 9)
    entry = an_entry(connection, round_id, "IV-8", made_on=made_on)
    find(connection, entry, after(9), "done")
    assert waiting(connection) == [("all", 4, 3, 9, 3, 7, 0)]


def test_as_of_an_earlier_day_a_later_confirmation_is_still_open(connection: Connection) -> None:
    round_id = a_round(connection)
    for number in range(4):
        confirmed(connection, round_id, f"IV-{number}", 2, 9 + number)
    day = Wanted(as_of=after(11))
    assert waiting(connection, wanted=day) == [("all", 3, 3, 10, 3, 8, 1)]


def test_each_value_has_its_own_median_and_what_is_not_stated_is_last(
    connection: Connection,
) -> None:
    round_id, body = a_round(connection), a_body(connection, "body")
    for number in range(3):
        entry = confirmed(connection, round_id, f"IV-0{number}", None, 10, area="youth")
        address(connection, entry, body)
        confirmed(connection, round_id, f"IV-1{number}", None, 20)
    youth, body_, rest = ("youth", "body", "not_stated")
    for by, code in (("area", youth), ("addressee", body_)):
        assert waiting(connection, by) == [
            (code, 3, 3, 10, 0, None, 0),
            (rest, 3, 3, 20, 0, None, 0),
        ]
    assert waiting(connection, "round") == [("IV", 6, 6, 15, 0, None, 0)]


def test_with_no_entry_there_is_no_row(connection: Connection) -> None:
    assert waiting(connection) == []
