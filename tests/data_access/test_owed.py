"""What each institution owes: how many entries, which, and what presses most."""

import datetime as dt

import pytest
import time_machine
from sqlalchemy import Connection

from data_access import owed
from data_access.filters import Filters
from data_access.recommendations import Wanted
from tests.data_access.answers import records
from tests.data_access.people import a_round
from tests.data_access.readers import READER
from tests.data_access.register import a_body, address, an_entry, deadline, find, link, report

EVERY = Filters()
NUMBERS = ("institution", "entries", "open", "waiting", "overdue", "late", "silent")
JUNE = dt.date(2020, 6, 30)


@pytest.fixture(autouse=True)
def _in_may() -> object:
    """The days of the tests lie around the tenth of May 2020."""
    with time_machine.travel(dt.datetime(2020, 5, 10, 9, tzinfo=dt.UTC), tick=False):
        yield


def may(number: int) -> dt.date:
    return dt.date(2020, 5, number)


def plant(connection: Connection) -> None:
    """Six entries of Zeta, of which Alfa supports one; one of nobody; one of another round."""
    fourth, zeta = a_round(connection), a_body(connection, "zeta", name_lv="Zeta")
    alfa = a_body(connection, "alfa", name_lv="Āboli")
    days = {
        "IV-01": deadline(may(9)),
        "IV-02": deadline(JUNE),
        "IV-03": deadline(dt.date(2021, 1, 1), dt.date(2027, 12, 31), "horizon"),
        "IV-04": deadline(may(1)),
        "IV-05": {},
        "IV-06": {"made_on": dt.date(2019, 1, 1)} | deadline(dt.date(2021, 1, 1), precision="year"),
    }
    found = {name: an_entry(connection, fourth, name, **values) for name, values in days.items()}
    for entry in found.values():
        address(connection, entry, zeta)
    address(connection, found["IV-02"], alfa, "supporting")
    report(connection, found["IV-04"], may(1), "done", zeta)
    report(connection, found["IV-05"], may(2), "done", zeta)
    find(connection, found["IV-05"], may(8), "done")
    link(connection, found["IV-03"], found["IV-05"], "repeats")
    link(connection, found["IV-03"], found["IV-04"], "narrows")
    an_entry(connection, fourth, "IV-07")
    address(connection, an_entry(connection, a_round(connection, "V"), "V-01"), alfa)


def test_each_institution_has_its_numbers_and_nobody_named_stands_last(
    connection: Connection,
) -> None:
    plant(connection)
    answer = owed.addressees(connection, READER, EVERY)
    assert records(answer, *NUMBERS) == [
        ("alfa", 2, 2, 0, 0, 0, 0),
        ("zeta", 6, 5, 1, 2, 1, 1),
        ("not_stated", 1, 1, 0, 0, 0, 0),
    ]
    assert records(answer, "next_deadline", "last_report") == [
        (dt.datetime(2020, 6, 30), None),  # noqa: DTZ001 - a day
        (dt.datetime(2020, 6, 30), dt.datetime(2020, 5, 2)),  # noqa: DTZ001 - days
        (None, None),
    ]


def test_a_round_and_what_is_wanted_narrow_the_numbers(connection: Connection) -> None:
    plant(connection)
    of_v = owed.addressees(connection, READER, Filters(round="V"))
    assert records(of_v, "institution", "entries") == [("alfa", 1)]
    waiting = owed.addressees(connection, READER, EVERY, Wanted(list="waiting"))
    assert records(waiting, "institution", "open") == [("zeta", 1)]


def test_what_an_institution_owes_stands_in_the_order_in_which_it_presses(
    connection: Connection,
) -> None:
    plant(connection)
    answer = owed.owed(connection, READER, EVERY, "zeta")
    assert records(answer, "reference", "owes", "role", "lateness") == [
        ("IV-01", "overdue", "lead", "late"),
        ("IV-06", "overdue", "lead", "silent"),
        ("IV-02", "due", "lead", "on_time"),
        ("IV-03", "undated", "lead", "no_deadline"),
        ("IV-04", "waiting", "lead", "on_time"),
    ]
    repeats = dict(zip(answer["reference"], answer["repeats"], strict=True))
    assert repeats.pop("IV-03") == ("IV-05",)
    assert set(repeats.values()) == {()}


def test_the_part_is_the_institutions_own(connection: Connection) -> None:
    plant(connection)
    answer = owed.owed(connection, READER, Filters(recommendation="IV-01"), "alfa")
    assert records(answer, "reference", "role") == [("IV-02", "supporting"), ("V-01", "lead")]


def test_entries_that_name_nobody_have_no_part(connection: Connection) -> None:
    plant(connection)
    answer = owed.owed(connection, READER, EVERY, "not_stated")
    assert records(answer, "reference", "role", "owes") == [("IV-07", None, "undated")]
    assert owed.owed(connection, READER, EVERY, "nobody").empty


def test_partly_done_by_its_deadline_goes_on(connection: Connection) -> None:
    body, values = a_body(connection, "body"), deadline(may(9))
    entry = an_entry(connection, a_round(connection), "IV-01", **values)
    address(connection, entry, body)
    find(connection, entry, may(5), "partly_done")
    (found,) = records(owed.owed(connection, READER, EVERY, "body"), "owes", "lateness")
    assert found == ("goes_on", "on_time")


def test_a_past_day_is_told_as_it_was(connection: Connection) -> None:
    plant(connection)
    then = Wanted(as_of=dt.date(2020, 4, 30))
    numbers = records(owed.addressees(connection, READER, EVERY, then), *NUMBERS)
    assert ("zeta", 6, 6, 0, 1, 0, 1) in numbers
    found = dict(records(owed.owed(connection, READER, EVERY, "zeta", then), "reference", "owes"))
    assert found["IV-01"] == found["IV-04"] == "due"


@pytest.mark.parametrize(
    ("moment", "owes"),
    [("2020-06-30T20:59:59+00:00", "due"), ("2020-06-30T21:00:01+00:00", "overdue")],
)
def test_a_deadline_passes_at_midnight_in_riga(
    connection: Connection, moment: str, owes: str
) -> None:
    plant(connection)
    with time_machine.travel(dt.datetime.fromisoformat(moment), tick=False):
        found = dict(records(owed.owed(connection, READER, EVERY, "zeta"), "reference", "owes"))
    assert found["IV-02"] == owes


def test_the_deck_addresses_four_institutions(known: Connection) -> None:
    answer = owed.addressees(known, READER, EVERY)
    assert records(answer, "institution", "entries") == [
        *(("izm", 1), ("jspa", 1), ("lm", 1), ("vm", 1)),
        ("not_stated", 8),
    ]
