"""An entry's life: every event, each in its place in time."""

import datetime as dt

import pandas as pd
from sqlalchemy import Connection

from data_access import recommendations
from data_access.filters import Filters
from tests.data_access.answers import records
from tests.data_access.people import a_round, an_activity
from tests.data_access.readers import READER
from tests.data_access.register import a_body, an_entry, find, link, report, word

ONE = Filters(recommendation="IV-01")
JULY_2 = pd.Timestamp(2020, 7, 2)


def day(month: int, number: int) -> dt.date:
    return dt.date(2020, month, number)


def test_everything_that_happened_to_an_entry_stands_in_the_order_of_time(
    connection: Connection,
) -> None:
    round_id = a_round(connection)
    activity = an_activity(connection, round_id, title_en="A talk")
    this = an_entry(connection, round_id, "IV-01", activity_id=activity, made_on=day(2, 6))
    later = an_entry(connection, round_id, "IV-02", made_on=day(9, 1))
    link(connection, later, this)
    find(connection, this, day(8, 3), "not_done", report(connection, this, day(7, 2), "done"))
    report(connection, this, day(3, 1), "accepted", a_body(connection, "body"))
    word(connection, this, 2, "Second wording", reason="clearer")
    report(connection, later, day(4, 1), "done")
    answer = recommendations.history(connection, READER, ONE)
    assert records(answer, "kind", "word", "by_en", "text_en") == [
        ("made", None, "A talk", "First wording"),
        ("reported", "accepted", "Body body", "We say accepted"),
        ("worded", "clearer", None, "Second wording"),
        ("reported", "done", None, "We say done"),
        ("found", "not_done", "Title 2020-08-03", "We find not_done"),
        ("replaced", "IV-02", None, "First wording"),
    ]
    assert list(answer["on"])[1:4] == [pd.Timestamp(2020, 3, 1), JULY_2, JULY_2]


def test_an_entry_begins_by_being_made_though_no_day_is_stated(connection: Connection) -> None:
    this = an_entry(connection, a_round(connection), "IV-01")
    report(connection, this, day(1, 1), "accepted")
    answer = recommendations.history(connection, READER, ONE)
    assert records(answer, "kind", "on") == [
        ("made", None),
        ("reported", pd.Timestamp(2020, 1, 1)),
    ]


def test_a_replacement_without_a_day_comes_last_and_other_links_are_no_events(
    connection: Connection,
) -> None:
    round_id = a_round(connection)
    this, later, other = (an_entry(connection, round_id, f"IV-0{n}") for n in (1, 2, 3))
    link(connection, later, this)
    link(connection, other, this, "narrows")
    report(connection, this, day(12, 31), "done")
    answer = recommendations.history(connection, READER, ONE)
    assert records(answer, "kind", "word") == [
        ("made", None),
        ("reported", "done"),
        ("replaced", "IV-02"),
    ]


def test_several_entries_keep_their_lives_apart(connection: Connection) -> None:
    round_id = a_round(connection)
    for reference in ("IV-02", "IV-01"):
        report(connection, an_entry(connection, round_id, reference), day(1, 1), "done")
    an_entry(connection, a_round(connection, "V"), "V-01")
    answer = recommendations.history(connection, READER, Filters("IV"))
    assert records(answer, "reference", "kind") == [
        ("IV-01", "made"),
        ("IV-01", "reported"),
        ("IV-02", "made"),
        ("IV-02", "reported"),
    ]


def test_a_wording_written_after_midnight_in_riga_belongs_to_the_new_day(
    connection: Connection,
) -> None:
    this = an_entry(connection, a_round(connection), "IV-01")
    late = dt.datetime(2020, 7, 1, 21, 30, tzinfo=dt.UTC)
    word(connection, this, 2, "Second wording", written_at=late)
    answer = recommendations.history(connection, READER, ONE)
    assert list(answer["on"])[1] == JULY_2
