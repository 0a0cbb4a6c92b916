"""The minutes tell in order what was decided, and what a member said against it."""

import datetime as dt

import pytest
from sqlalchemy import Connection

from data_access import recommendations, reviewing
from data_access.filters import Filters
from data_access.recommendations import MeetingUnknown
from data_access.rules import Verdict
from tests.data_access.readers import READER
from tests.data_access.reviewing.planted import OTHER, decide, mark, plant, settle

TOLD = ["reference", "sort", "word", "note", "before", "after"]


@pytest.fixture
def meeting(connection: Connection) -> int:
    return plant(connection)


def test_the_minutes_tell_what_was_decided_in_order(connection: Connection, meeting: int) -> None:
    first = decide(connection, meeting, "waiting-1", "done", note="Redzēts")
    mark(connection, meeting, "new", "postponed")
    decide(connection, meeting, "waiting-1", "partly_done")
    recommendations.disagree(connection, OTHER, first, Verdict.NOT_DONE, note="Nav redzēts")
    found = reviewing.minutes(connection, READER, meeting)
    assert list(found.columns) == list(reviewing.MINUTES)
    rows = found[TOLD].itertuples(index=False, name=None)
    assert list(rows) == [
        ("waiting-1", "decision", "done", "Redzēts", "claimed_done", "confirmed_done"),
        ("waiting-1", "disagreement", "not_done", "Nav redzēts", None, None),
        ("new", "mark", "postponed", None, "proposed", "proposed"),
        ("waiting-1", "decision", "partly_done", None, "confirmed_done", "partly_done"),
    ]


def test_the_minutes_keep_what_was_settled_then(connection: Connection, meeting: int) -> None:
    settle(connection, meeting, "unsettled-lead", lead="km")
    settle(connection, meeting, "unsettled-deadline", deadline=dt.date(2027, 3, 1))
    rows = reviewing.minutes(connection, READER, meeting).to_dict("records")
    assert [row["lead_lv"] for row in rows] == ["Iestāde km", None]
    assert rows[1]["deadline"].date() == dt.date(2027, 3, 1)
    assert {row["before"] for row in rows} == {"in_progress"}


def test_the_minutes_name_nobody(connection: Connection, meeting: int) -> None:
    decide(connection, meeting, "waiting-1", "done")
    for found in (
        reviewing.minutes(connection, READER, meeting),
        reviewing.decided(connection, READER, Filters(), meeting),
    ):
        assert "test:council" not in found.to_csv()
        assert not {"entered_by", "entered_by_id", "account"} & set(found.columns)


def test_nothing_decided_makes_empty_minutes(connection: Connection, meeting: int) -> None:
    assert reviewing.minutes(connection, READER, meeting).empty
    with pytest.raises(MeetingUnknown):
        reviewing.minutes(connection, READER, meeting + 1)
