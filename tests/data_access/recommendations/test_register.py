"""Where each entry stands, why, and how late it is today."""

import datetime as dt

import time_machine
from sqlalchemy import Connection, event

from data_access import recommendations
from data_access.filters import Filters
from tests.data_access.answers import records
from tests.data_access.people import a_round
from tests.data_access.readers import READER
from tests.data_access.register import a_body, an_entry, deadline, find, link, report

IV = Filters(round="IV")


def may(number: int) -> dt.date:
    return dt.date(2020, 5, number)


def standing(connection: Connection, *columns: str) -> list[tuple[object, ...]]:
    return records(recommendations.register(connection, READER, IV), "reference", *columns)


def test_entries_of_the_deck_have_no_report_and_no_deadline(known: Connection) -> None:
    answer = recommendations.register(known, READER, IV)
    assert set(answer["status"]) == {"proposed"}
    # Nobody has reported for longer than the interval, which tells more than no deadline does.
    assert set(answer["lateness"]) == {"silent"}
    assert set(answer["deadline"].isna()) == {True}
    assert not answer["is_made_up"].any()


def test_a_claim_and_a_finding_stay_two_things(connection: Connection) -> None:
    round_id, body = a_round(connection), a_body(connection, "body")
    claimed, found, decoy = (an_entry(connection, round_id, f"IV-0{n}") for n in (1, 2, 3))
    report(connection, claimed, may(4), "done", body)
    report(connection, found, may(4), "done", body)
    find(connection, found, may(9), "partly_done")
    find(connection, decoy, may(9), "superseded")
    assert standing(connection, "status", "claim", "by_en", "verdict", "meeting_en") == [
        ("IV-01", "claimed_done", "done", "Body body", None, None),
        ("IV-02", "partly_done", "done", "Body body", "partly_done", "Title 2020-05-09"),
        ("IV-03", "superseded", None, None, "superseded", "Title 2020-05-09"),
    ]


def test_a_finding_that_a_later_report_has_overtaken_is_no_reason_any_more(
    connection: Connection,
) -> None:
    entry = an_entry(connection, a_round(connection), "IV-01")
    find(connection, entry, may(9), "not_done")
    report(connection, entry, may(4), "accepted")
    report(connection, entry, may(10), "done")
    assert standing(connection, "status", "claim", "verdict", "found_on") == [
        ("IV-01", "claimed_done", "done", None, None)
    ]


def test_of_two_reports_of_one_day_the_one_given_later_counts(connection: Connection) -> None:
    entry = an_entry(connection, a_round(connection), "IV-01")
    report(connection, entry, may(4), "done")
    report(connection, entry, may(4), "in_progress")
    assert standing(connection, "status", "claim") == [("IV-01", "in_progress", "in_progress")]


def test_only_a_later_entry_that_replaces_one_makes_it_superseded(connection: Connection) -> None:
    round_id = a_round(connection)
    first, second, third = (an_entry(connection, round_id, f"IV-0{n}") for n in (1, 2, 3))
    link(connection, second, first)
    link(connection, third, second, "repeats")
    assert standing(connection, "status", "replaced_by") == [
        ("IV-01", "superseded", "IV-02"),
        ("IV-02", "proposed", None),
        ("IV-03", "proposed", None),
    ]


def test_lateness_is_that_of_today_by_the_clock_of_riga(connection: Connection) -> None:
    round_id = a_round(connection)
    an_entry(connection, round_id, "IV-01", **deadline(may(1), may(10), "month"))
    an_entry(connection, round_id, "IV-02", **deadline(may(1), may(10), "horizon"))
    an_entry(connection, round_id, "IV-03")
    done = an_entry(connection, round_id, "IV-04", **deadline(may(3)))
    report(connection, done, may(4), "done")

    def lateness(moment: dt.datetime) -> list[object]:
        with time_machine.travel(moment, tick=False):
            return [row[1] for row in standing(connection, "lateness")]

    rest = ["no_deadline", "no_deadline", "done_late"]
    assert lateness(dt.datetime(2020, 5, 10, 20, 59, tzinfo=dt.UTC)) == ["on_time", *rest]
    assert lateness(dt.datetime(2020, 5, 10, 21, 0, tzinfo=dt.UTC)) == ["late", *rest]


def test_made_up_entries_are_told_from_the_others(connection: Connection) -> None:
    round_id = a_round(connection)
    an_entry(connection, round_id, "IV-01")
    an_entry(connection, round_id, "P-01", origin="sample")
    assert standing(connection, "is_made_up") == [("IV-01", False), ("P-01", True)]


def test_a_longer_register_takes_no_more_statements(connection: Connection) -> None:
    round_id, counted = a_round(connection), []
    event.listen(connection, "before_cursor_execute", lambda *told: counted.append(told[2]))
    numbers = []
    for size in (1, 9):
        for number in range(size):
            entry = an_entry(connection, round_id, f"IV-{size}{number}")
            find(connection, entry, may(9), "done", report(connection, entry, may(4), "done"))
        counted.clear()
        assert len(recommendations.register(connection, READER, IV)) >= size
        numbers.append(len(counted))
    assert numbers[0] == numbers[1] == 1
