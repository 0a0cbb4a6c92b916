"""The minutes tell in order what was decided, and what a member said against it."""

import datetime as dt

import pytest
import time_machine
from sqlalchemy import Connection

from data_access import recommendations, reviewing, schema
from data_access.filters import Filters
from data_access.recommendations import MeetingUnknown, keeping
from data_access.rules import RecommendationLinkKind, Verdict
from tests.data_access.people import add
from tests.data_access.readers import COORDINATOR, READER
from tests.data_access.register import word
from tests.data_access.reviewing.planted import (
    MEETING,
    NOW,
    OTHER,
    decide,
    mark,
    number_of,
    plant,
    settle,
)

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


def test_what_is_entered_afterwards_leaves_the_minutes_as_they_are(
    connection: Connection, meeting: int
) -> None:
    with time_machine.travel(NOW, tick=False):
        decide(connection, meeting, "waiting-1", "not_done")
        mark(connection, meeting, "new", "noted")
        mark(connection, meeting, "quiet", "noted")
    before = reviewing.minutes(connection, READER, meeting).to_dict("records")
    later = NOW + dt.timedelta(days=1)
    with time_machine.travel(later, tick=False):
        for reference in ("waiting-1", "new", "quiet"):
            entry = number_of(connection, reference)
            word(connection, entry, 2, "Reworded", written_at=later)
            claimed = {"claim": "accepted", "text": "Vēlāk", "entered_at": later}
            claimed |= {"recommendation_id": entry, "reported_on": MEETING}
            add(connection, schema.progress_report, **claimed)
        keeping.link(connection, COORDINATOR, "new", RecommendationLinkKind.REPLACES, "quiet")
    found = reviewing.minutes(connection, READER, meeting).to_dict("records")
    assert str(found) == str(before)
    assert [row["after"] for row in found] == ["in_progress", "proposed", "in_progress"]
    with time_machine.travel(later + dt.timedelta(days=1)):
        mark(connection, meeting, "quiet", "postponed")
    late = reviewing.minutes(connection, READER, meeting).to_dict("records")[-1]
    assert (late["before"], late["text_en"]) == ("superseded", "First wording")


def test_nothing_decided_makes_empty_minutes(connection: Connection, meeting: int) -> None:
    assert reviewing.minutes(connection, READER, meeting).empty
    with pytest.raises(MeetingUnknown):
        reviewing.minutes(connection, READER, meeting + 1)
