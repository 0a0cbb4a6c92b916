"""The meetings of the Council: who keeps their list, and what stays once something was decided."""

import datetime as dt
from typing import Any

import pytest
from sqlalchemy import Connection

from data_access import reviewing, upkeep
from data_access.access import AccessRefused, Grant, Reader
from data_access.filters import FIRST_DAY, LAST_DAY, Filters
from data_access.reviewing import MeetingDecided, MeetingFarAway
from data_access.rules import Role
from data_access.sources import SourceUnknown
from tests.data_access.contents import changed, held
from tests.data_access.readers import COORDINATOR, READER
from tests.data_access.reviewing.planted import COUNCIL, MEETING, a_meeting, decide, mark, plant

VALUES: dict[str, Any] = {"held_on": dt.date(2031, 5, 5), "title_lv": "Pavasara sēde"}
MANAGER = Reader.with_roles("test:manager", Role.MANAGER)
OF_A_TOWN = Reader("test:town", frozenset({Grant(Role.COORDINATOR, municipalities=frozenset({1}))}))


def listed(connection: Connection) -> list[dict[Any, Any]]:
    found = reviewing.meetings(connection, READER, Filters())
    assert list(found.columns) == list(reviewing.MEETINGS)
    return found.to_dict("records")


@pytest.mark.parametrize("reader", [COUNCIL, COORDINATOR], ids=["council", "coordinator"])
def test_who_decides_or_keeps_records_adds_a_meeting_that_is_yet_to_come(
    connection: Connection, reader: Reader
) -> None:
    a_meeting(connection, MEETING)
    number = reviewing.add_meeting(connection, reader, VALUES)
    first = listed(connection)[0]
    told = {name: first[name] for name in ("number", "title_lv", "title_en", "decisions")}
    assert told == {
        "number": number,
        "title_lv": "Pavasara sēde",
        "title_en": "Pavasara sēde",
        "decisions": 0,
    }


@pytest.mark.parametrize("reader", [MANAGER, OF_A_TOWN], ids=["manager", "of a town"])
def test_nobody_else_keeps_the_list(connection: Connection, reader: Reader) -> None:
    number, before = a_meeting(connection, MEETING), held(connection)
    with pytest.raises(AccessRefused):
        reviewing.add_meeting(connection, reader, VALUES)
    with pytest.raises(AccessRefused):
        reviewing.edit_meeting(connection, reader, number, 1, VALUES)
    with pytest.raises(AccessRefused):
        reviewing.remove_meeting(connection, reader, number, 1)
    # The data version goes with the transaction that is refused.
    assert set(changed(before, held(connection))) <= {"data_version"}


def test_a_meeting_with_decisions_keeps_its_day_and_stays(connection: Connection) -> None:
    meeting = plant(connection)
    mark(connection, meeting, "new", "noted")
    decide(connection, meeting, "waiting-0", "done")
    decide(connection, meeting, "waiting-0", "partly_done")
    assert [row["decisions"] for row in listed(connection)] == [2, 0]
    with pytest.raises(MeetingDecided):
        reviewing.edit_meeting(connection, COUNCIL, meeting, 1, VALUES)
    documented = a_meeting(connection, MEETING, origin="fact")
    with pytest.raises(upkeep.NotByHand):
        reviewing.remove_meeting(connection, COUNCIL, documented, 1)
    reviewing.edit_meeting(connection, COUNCIL, meeting, 1, VALUES | {"held_on": MEETING})
    assert "Pavasara sēde" in {row["title_lv"] for row in listed(connection)}
    with pytest.raises(upkeep.ChangedMeanwhile):
        reviewing.edit_meeting(connection, COUNCIL, meeting, 1, VALUES)


def test_a_meeting_entered_by_hand_is_taken_away_until_something_is_decided(
    connection: Connection,
) -> None:
    plant(connection)
    number, other = (
        reviewing.add_meeting(connection, COUNCIL, VALUES | {"held_on": dt.date(2021, 1, day)})
        for day in (10, 11)
    )
    mark(connection, other, "new", "noted")
    with pytest.raises(MeetingDecided):
        reviewing.remove_meeting(connection, COUNCIL, other, 1)
    with pytest.raises(upkeep.ChangedMeanwhile):
        reviewing.remove_meeting(connection, COUNCIL, number, 2)
    reviewing.remove_meeting(connection, COUNCIL, number, 1)
    assert number not in [row["number"] for row in listed(connection)]
    with pytest.raises(upkeep.RowUnknown):
        reviewing.remove_meeting(connection, COUNCIL, number, 1)


def test_a_source_that_nobody_knows_is_refused(connection: Connection) -> None:
    with pytest.raises(SourceUnknown):
        reviewing.add_meeting(connection, COUNCIL, VALUES | {"source": "none"})


@pytest.mark.parametrize("day", [FIRST_DAY - dt.timedelta(1), LAST_DAY + dt.timedelta(1)], ids=str)
def test_a_day_that_nobody_asks_for_is_refused(connection: Connection, day: dt.date) -> None:
    number, before = a_meeting(connection, MEETING), held(connection)
    with pytest.raises(MeetingFarAway):
        reviewing.add_meeting(connection, COUNCIL, VALUES | {"held_on": day})
    with pytest.raises(MeetingFarAway):
        reviewing.edit_meeting(connection, COUNCIL, number, 1, VALUES | {"held_on": day})
    assert set(changed(before, held(connection))) <= {"data_version"}


@pytest.mark.parametrize("day", [FIRST_DAY, LAST_DAY], ids=str)
def test_the_first_and_the_last_day_are_taken(connection: Connection, day: dt.date) -> None:
    number = reviewing.add_meeting(connection, COUNCIL, VALUES)
    reviewing.edit_meeting(connection, COUNCIL, number, 1, VALUES | {"held_on": day})
    assert listed(connection)[0]["held_on"].date() == day
