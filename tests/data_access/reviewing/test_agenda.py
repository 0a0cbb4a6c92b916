"""What the Council has to look at: each entry once, under the first reason, as of that day."""

import datetime as dt

import pytest
from sqlalchemy import Connection, select

from data_access import recommendations, reviewing, schema, standings
from data_access.access import Grant, Reader
from data_access.filters import Filters
from data_access.recommendations import MeetingUnknown, Part, Seen
from data_access.reviewing import Group
from data_access.rules import Role
from tests.data_access.readers import READER
from tests.data_access.register import report
from tests.data_access.reviewing.planted import (
    COUNCIL,
    MEETING,
    a_meeting,
    decide,
    mark,
    plant,
    settle,
)

ASKED = [
    *("waiting-0", "waiting-1", "overdue", "new", "new-reported", "new-worded"),
    *("unsettled-deadline", "unsettled-lead"),
]


@pytest.fixture
def meeting(connection: Connection) -> int:
    return plant(connection)


def lines(connection: Connection, meeting: int) -> list[tuple[str, str, bool]]:
    found = reviewing.lines(connection, READER, Filters(), meeting)
    assert list(found.columns) == list(reviewing.LINES)
    return list(found[["reference", "group", "is_done"]].itertuples(index=False, name=None))


def test_each_entry_stands_once_under_the_first_reason(
    connection: Connection, meeting: int
) -> None:
    found = lines(connection, meeting)
    assert [reference for reference, _, _ in found] == ASKED
    assert all(reference.startswith(group) for reference, group, _ in found)
    assert not any(is_done for _, _, is_done in found)


def test_an_entry_keeps_its_turn_once_it_is_decided(connection: Connection, meeting: int) -> None:
    decide(connection, meeting, "waiting-0", "done")
    mark(connection, meeting, "new", "noted")
    settle(connection, meeting, "unsettled-lead", lead="km")
    found = reviewing.lines(connection, READER, Filters(), meeting)
    assert list(found.sort_values("turn")["reference"]) == ASKED


def test_whoever_is_limited_to_other_rounds_may_mark_nothing(
    connection: Connection, meeting: int
) -> None:
    limited = Reader("test:limited", frozenset({Grant(Role.COUNCIL_MEMBER, round=10**6)}))
    assert recommendations.offered(connection, COUNCIL, "new").may_mark
    assert not recommendations.offered(connection, limited, "new").may_mark
    assert not recommendations.offered(connection, READER, "new").may_mark


def test_what_was_decided_at_the_meeting_keeps_its_reason_and_comes_last(
    connection: Connection, meeting: int
) -> None:
    decide(connection, meeting, "waiting-0", "done")
    decide(connection, meeting, "overdue", "not_done")
    mark(connection, meeting, "new", "noted")
    mark(connection, meeting, "quiet", "postponed")
    settle(connection, meeting, "unsettled-lead", lead="km")
    assert [(line[0], line[1]) for line in lines(connection, meeting) if line[2]] == [
        ("waiting-0", "waiting"),
        ("overdue", "overdue"),
        ("new", "new"),
        ("unsettled-lead", "unsettled"),
        ("quiet", "beside"),
    ]
    assert [line[0] for line in lines(connection, meeting)][:4] == [
        *("waiting-1", "new-reported", "new-worded", "unsettled-deadline")
    ]


def test_what_was_claimed_on_the_day_itself_and_decided_at_once_had_been_waiting(
    connection: Connection, meeting: int
) -> None:
    entry = schema.recommendation.c
    number = connection.scalar(select(entry.id).where(entry.reference == "quiet"))
    assert number is not None
    report(connection, number, MEETING, "done")
    standings.renew(connection, {number})
    decide(connection, meeting, "quiet", "done")
    assert ("quiet", "waiting", True) in lines(connection, meeting)


def test_what_an_earlier_meeting_decided_is_not_looked_at_for_the_same_reason(
    connection: Connection, meeting: int
) -> None:
    later = a_meeting(connection, MEETING + dt.timedelta(days=40))
    decide(connection, meeting, "waiting-0", "not_done")
    waiting = [line[0] for line in lines(connection, later) if line[1] == "waiting"]
    assert waiting == ["waiting-1"]


def test_before_the_first_meeting_everything_is_new(connection: Connection, meeting: int) -> None:
    first = a_meeting(connection, dt.date(2020, 2, 1))
    assert {group for _, group, _ in lines(connection, first)} == {"new"}
    assert {line[0] for line in lines(connection, first)} == {*ASKED, "quiet"} - {"new"}


def test_an_entry_with_where_it_stands_that_day(connection: Connection, meeting: int) -> None:
    decide(connection, meeting, "waiting-0", "done")
    row = reviewing.agenda(
        connection, READER, Filters(recommendation="waiting-0"), meeting
    ).to_dict("records")[0]
    told = {name: row[name] for name in ("group", "is_done", "status", "claim", "lateness")}
    assert told == {
        "group": "waiting",
        "is_done": True,
        "status": "confirmed_done",
        "claim": "done",
        "lateness": "on_time",
    }
    seen = recommendations.seen(connection, READER, ["waiting-0"])["waiting-0"]
    assert Seen(row["report"], row["finding"], row["mark"]) == seen
    other = reviewing.agenda(connection, READER, Filters(recommendation="quiet"), meeting)
    assert other["group"].isna().all()


def test_the_parts_of_the_agenda_make_up_the_whole(connection: Connection, meeting: int) -> None:
    whole = reviewing.agenda(connection, READER, Filters(), meeting)
    parts = [
        reviewing.agenda(connection, READER, Filters(), meeting, Part(3, skipped))["reference"]
        for skipped in (0, 3, 6)
    ]
    assert [reference for part in parts for reference in part] == list(whole["reference"]) == ASKED
    assert set(whole["group"]) == {group.value for group in Group} - {"beside"}


def test_a_meeting_that_is_none_has_no_agenda(connection: Connection, meeting: int) -> None:
    for question in (reviewing.lines, reviewing.agenda):
        with pytest.raises(MeetingUnknown):
            question(connection, READER, Filters(), meeting + 1)
