"""Where entries stood at the end of each half-year, and which status they reached in it."""

import datetime as dt
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Engine

from data_access import recommendations
from data_access.engine import reading
from data_access.filters import Filters
from data_access.recommendations import Wanted
from data_access.rules import Claim, Finding, Report, Status, Verdict, status_of
from tests.data_access.answers import records
from tests.data_access.people import a_round
from tests.data_access.readers import READER
from tests.data_access.register import an_entry, find, report

IV = Filters(round="IV")
FIRST, LAST = dt.date(2018, 3, 10), dt.date(2020, 5, 20)
days = st.dates(FIRST, LAST)
claims = st.tuples(days, st.sampled_from(Claim))
findings = st.tuples(days, st.sampled_from(Verdict))
lives = st.tuples(st.none() | days, st.lists(st.one_of(claims, findings), max_size=5))


Life = tuple[dt.date | None, list[tuple[dt.date, Claim | Verdict]]]


def moved(
    connection: Connection, until: dt.date, column: str = "entries"
) -> dict[tuple[dt.date, str], int]:
    """What is not nothing, by the last day of the half-year and status."""
    answer = recommendations.moved(connection, READER, IV, Wanted(as_of=until))
    return {
        (day.date(), status): number
        for day, status, number in records(answer, "ends_on", "status", column)
        if number
    }


def plant(connection: Connection, told: list[Life]) -> list[tuple[dt.date, list[Report | Finding]]]:
    """Entries with these lives, and of each the day it counts from with its history."""
    round_id = a_round(connection, actual_starts_on=FIRST, actual_date_precision="day")
    an_entry(connection, a_round(connection, "V"), "V-01")
    histories = []
    for number, (made_on, events) in enumerate(told):
        entry = an_entry(connection, round_id, f"IV-{number}", made_on=made_on)
        history: list[Report | Finding] = []
        for on, word in events:
            if isinstance(word, Claim):
                report(connection, entry, on, word)
                history.append(Report(on, word))
            else:
                find(connection, entry, on, word)
                history.append(Finding(on, word))
        histories.append((min([made_on or FIRST, *(on for on, _ in events)]), history))
    return histories


def ends(until: dt.date) -> list[dt.date]:
    """The last days of the half-years, and the day told of."""
    years = range(FIRST.year, until.year + 1)
    last = [d for y in years for d in (dt.date(y, 6, 30), dt.date(y, 12, 31)) if d < until]
    return [*last, until]


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(told=st.lists(lives, min_size=1, max_size=4), until=days)
def test_any_lives_stand_at_the_end_of_each_half_year_where_the_rules_put_them(
    module_engine: Engine,
    told: list[Life],
    until: dt.date,
) -> None:
    with reading(module_engine) as connection:  # which keeps nothing
        histories = plant(connection, told)
        answer = moved(connection, until)
    expected: Counter[tuple[dt.date, str]] = Counter()
    for end in ends(until):
        for counts_from, history in histories:
            if counts_from <= end:
                expected[end, status_of([e for e in history if e.on <= end])] += 1
    assert answer == expected


@pytest.fixture
def one_life(connection: Connection) -> Connection:
    """Made in one half-year; claimed, found not done and claimed again in the next; confirmed."""
    told: list[tuple[dt.date, Claim | Verdict]] = [
        (dt.date(2018, 9, 1), Claim.IN_PROGRESS),
        (dt.date(2018, 10, 1), Claim.IN_PROGRESS),
        (dt.date(2018, 11, 1), Claim.DONE),
        (dt.date(2018, 12, 1), Verdict.NOT_DONE),
        (dt.date(2018, 12, 31), Claim.DONE),
        (dt.date(2019, 1, 1), Verdict.DONE),
    ]
    plant(connection, [(dt.date(2018, 6, 30), told)])
    return connection


def test_a_status_is_reached_once_in_a_half_year_and_by_no_report_that_changes_nothing(
    one_life: Connection,
) -> None:
    assert moved(one_life, dt.date(2019, 7, 1), "reached") == {
        (dt.date(2018, 6, 30), "proposed"): 1,
        (dt.date(2018, 12, 31), "in_progress"): 1,
        (dt.date(2018, 12, 31), "claimed_done"): 1,
        (dt.date(2019, 6, 30), "confirmed_done"): 1,
    }


def test_a_report_of_a_later_half_year_that_changes_nothing_reaches_nothing(
    connection: Connection,
) -> None:
    told: list[tuple[dt.date, Claim | Verdict]] = [
        (dt.date(2018, 5, 1), Claim.IN_PROGRESS),
        (dt.date(2018, 8, 1), Claim.PARTLY_DONE),
    ]
    plant(connection, [(FIRST, told)])
    first = dt.date(2018, 6, 30)
    assert moved(connection, LAST, "reached") == {(first, "proposed"): 1, (first, "in_progress"): 1}


def test_the_last_column_is_the_day_told_of_and_nothing_later_counts(one_life: Connection) -> None:
    until = dt.date(2018, 11, 30)
    assert moved(one_life, until) == {
        (dt.date(2018, 6, 30), "proposed"): 1,
        (until, "claimed_done"): 1,
    }
    assert moved(one_life, until, "reached")[until, "claimed_done"] == 1


def test_every_status_has_its_number_in_each_half_year(one_life: Connection) -> None:
    answer = recommendations.moved(one_life, READER, IV, Wanted(as_of=dt.date(2019, 7, 1)))
    assert len(answer) == 4 * len(Status)
    assert set(answer.groupby("starts_on")["entries"].sum()) == {1}


def test_an_entry_without_any_day_was_there_from_the_beginning(connection: Connection) -> None:
    round_id = a_round(connection)
    an_entry(connection, round_id, "IV-01")
    assert recommendations.moved(connection, READER, IV).empty
    an_entry(connection, round_id, "IV-02", made_on=LAST)
    assert moved(connection, LAST) == {(LAST, "proposed"): 2}
    assert moved(connection, LAST, "reached") == {(LAST, "proposed"): 1}


def test_the_last_column_is_what_is_counted_by_status_of_those_wanted(
    connection: Connection,
) -> None:
    round_id = a_round(connection)
    report(connection, an_entry(connection, round_id, "IV-01", area="health"), FIRST, "done")
    an_entry(connection, round_id, "IV-02", area="youth", made_on=FIRST)
    wanted = Wanted(area="health", as_of=LAST)
    answer = recommendations.moved(connection, READER, IV, wanted)
    last = answer[answer["ends_on"] == answer["ends_on"].max()]
    counted = recommendations.by_status(connection, READER, IV, wanted)
    assert records(last, "status", "entries") == records(counted, "status", "entries")
    assert last["entries"].sum() == 1
