"""What is decided of a report that waits is kept, sealed, until it is recorded or let go."""

import pytest
from sqlalchemy import Connection

from data_access import monthly
from data_access.access import AccessRefused
from data_access.monthly import (
    Code,
    Decisions,
    Draft,
    NotWaiting,
    Part,
    Problem,
    ReportUnknown,
)
from data_access.upkeep import ChangedMeanwhile
from tests.data_access.contents import changed, held
from tests.data_access.monthly.desk import UNTOLD, Desk, Found
from tests.data_access.monthly.rows_of import of_town, only, rows
from tests.data_access.monthly.scene import OCTOBER, Scene, empty
from tests.data_access.readers import COORDINATOR

ASKED = Problem(Code.DAY_MISSING, Part.CONTACTS, 3, "held_on")
ANSWERED = Decisions(
    cells={(Part.CONTACTS, 3, "family"): f"{UNTOLD} II"},
    left_out=frozenset({(Part.FAMILIES, 4)}),
    accepted=frozenset({(Code.DAY_MISSING, Part.CONTACTS, 3, "held_on")}),
)


def asking(scene: Scene) -> Found:
    """A report that asks for a day until somebody takes the row as it is; then it is October's."""

    def found(_connection: Connection, decisions: Decisions) -> Draft:
        is_answered = decisions == ANSWERED
        return empty(scene, OCTOBER) if is_answered else empty(scene, problems=(ASKED,))

    return found


def test_what_was_decided_is_there_when_it_is_opened_again(
    connection: Connection, desk: Desk, scene: Scene
) -> None:
    number = desk.stage(connection, "september", asking(scene))
    opened = monthly.opened(connection, COORDINATOR, number)
    assert (opened.draft.questions, opened.revision) == ((ASKED,), 1)
    assert monthly.decide(connection, COORDINATOR, number, ANSWERED, 1) == 2
    again = monthly.opened(connection, COORDINATOR, number)
    assert (again.draft.decisions, again.draft.questions, again.revision) == (ANSWERED, (), 2)
    assert again.draft.sheets.rows[Part.CONTACTS][3]["family"] == UNTOLD
    assert only(connection, "monthly_report")["month"] == OCTOBER


def test_nothing_of_it_stands_in_the_clear(
    connection: Connection, desk: Desk, scene: Scene
) -> None:
    number = desk.stage(connection, "september", asking(scene))
    monthly.decide(connection, COORDINATOR, number, ANSWERED, 1)
    assert UNTOLD not in str(held(connection))
    event = rows(connection, "audit_event")[-1]
    assert event["action"] == "monthly_report.decided"
    assert event["details"] == {"post": scene.post, "month": "2019-10", "questions": 0}


def test_the_later_of_two_who_decide_is_told(
    connection: Connection, desk: Desk, scene: Scene
) -> None:
    number = desk.stage(connection, "september", asking(scene))
    monthly.decide(connection, COORDINATOR, number, ANSWERED, 1)
    before = held(connection)
    with pytest.raises(ChangedMeanwhile):
        monthly.decide(connection, COORDINATOR, number, Decisions(), 1)
    assert changed(before, held(connection)) == ["data_version"]


def test_who_is_limited_gives_no_report_to_a_post_elsewhere(
    connection: Connection, desk: Desk, scene: Scene
) -> None:
    ilze = of_town(connection, scene.town)

    def found(_connection: Connection, decisions: Decisions) -> Draft:
        return empty(scene, post=scene.other_post if decisions == ANSWERED else scene.post)

    number = desk.stage(connection, "september", found)
    with pytest.raises(AccessRefused):
        monthly.decide(connection, ilze, number, ANSWERED, 1)
    assert monthly.decide(connection, ilze, number, Decisions(), 1) == 2
    assert monthly.decide(connection, COORDINATOR, number, ANSWERED, 2) == 3
    for act in (
        lambda: monthly.opened(connection, ilze, number),
        lambda: monthly.decide(connection, ilze, number, Decisions(), 3),
        lambda: monthly.discard(connection, ilze, number),
        lambda: monthly.record(connection, ilze, number),
    ):
        with pytest.raises(AccessRefused):
            act()


def test_a_report_let_go_leaves_nothing_but_that_it_was_there(
    connection: Connection, desk: Desk, scene: Scene
) -> None:
    decoy = desk.stage(connection, "october", empty(scene, OCTOBER))
    number = desk.stage(connection, "september", asking(scene))
    monthly.discard(connection, COORDINATOR, number)
    assert only(connection, "monthly_report")["id"] == decoy
    assert only(connection, "monthly_report_content")["monthly_report_id"] == decoy
    event = rows(connection, "audit_event")[-1]
    assert (event["action"], event["subject_id"]) == ("monthly_report.discarded", number)
    assert event["details"] == {"post": scene.post, "month": "2019-09"}
    with pytest.raises(ReportUnknown):
        monthly.opened(connection, COORDINATOR, number)
    assert desk.stage(connection, "september", asking(scene)) > number


def test_what_is_recorded_waits_no_more(connection: Connection, desk: Desk, scene: Scene) -> None:
    number = desk.record(connection, "september", empty(scene))
    for act in (
        lambda: monthly.opened(connection, COORDINATOR, number),
        lambda: monthly.decide(connection, COORDINATOR, number, Decisions(), 2),
        lambda: monthly.discard(connection, COORDINATOR, number),
        lambda: monthly.record(connection, COORDINATOR, number),
    ):
        with pytest.raises(NotWaiting):
            act()


def test_a_note_that_the_file_waits_is_not_told_of_the_report_itself(
    connection: Connection, desk: Desk, scene: Scene
) -> None:
    notes = (Problem(Code.FILE_WAITING), Problem(Code.TEXT_LEFT_OUT))
    number = desk.stage(connection, "september", empty(scene, problems=notes))
    assert monthly.opened(connection, COORDINATOR, number).draft.problems == notes[1:]
