"""A report taken back leaves the records as if it had never come, or says why it cannot go."""

from collections.abc import Callable

import pytest
from sqlalchemy import Connection, delete

from data_access import monthly, schema
from data_access.access import AccessRefused
from data_access.monthly import NotFromFile, NotRecorded, ReportUnknown, TouchedSince, Undone
from data_access.rounds import RoundClosed
from data_access.upkeep import Hand
from tests.data_access.contents import changed, held
from tests.data_access.monthly.desk import Desk
from tests.data_access.monthly.rows_of import of_town, only, rows
from tests.data_access.monthly.scene import OCTOBER, SEPTEMBER, Scene, empty, full, talk
from tests.data_access.monthly.test_recording import EVERYTHING, closed
from tests.data_access.people import (
    a_case,
    a_contact,
    a_need,
    a_post,
    a_report,
    a_round,
    support,
)
from tests.data_access.readers import COORDINATOR

OF_REPORT = {"monthly_report", "monthly_report_content", "audit_event", "change", "data_version"}
"""What goes on growing, or tells of the report itself."""


def test_everything_is_as_it_was_before(connection: Connection, desk: Desk, scene: Scene) -> None:
    number = desk.stage(connection, "september", full(scene))
    before = held(connection)
    monthly.record(connection, COORDINATOR, number)
    assert not set(changed(before, held(connection))) <= OF_REPORT
    assert monthly.undo(connection, COORDINATOR, number) == Undone(**EVERYTHING)
    assert set(changed(before, held(connection))) == OF_REPORT


def test_the_report_stays_as_one_that_was_undone(
    connection: Connection, desk: Desk, scene: Scene
) -> None:
    number = desk.record(connection, "september", full(scene))
    recorded = only(connection, "monthly_report")
    monthly.undo(connection, COORDINATOR, number)
    row = only(connection, "monthly_report")
    assert (row["status"], row["revision"]) == ("undone", 3)
    assert row["undone_at"] > row["recorded_at"] == recorded["recorded_at"]
    assert row["undone_by_id"] == only(connection, "account")["id"]
    assert rows(connection, "monthly_report_content") == []
    event = rows(connection, "audit_event")[-1]
    assert (event["action"], event["subject_id"]) == ("monthly_report.undone", number)
    assert event["details"] == EVERYTHING


def test_the_same_file_comes_again_and_its_family_gets_another_number(
    connection: Connection, desk: Desk, scene: Scene
) -> None:
    monthly.undo(connection, COORDINATOR, desk.record(connection, "september", full(scene)))
    desk.record(connection, "september", full(scene))
    codes = {row["new_value"] for row in rows(connection, "change") if row["column_name"] == "code"}
    (family,) = [row for row in rows(connection, "family") if row["origin"] == "upload"]
    assert len(codes - {None}) == 2
    assert family["code"] in codes


def test_another_month_stays(connection: Connection, desk: Desk, scene: Scene) -> None:
    first = desk.record(connection, "september", full(scene))
    later = desk.record(connection, "october", empty(scene, OCTOBER, contacts=(talk(),)))
    monthly.undo(connection, COORDINATOR, first)
    assert only(connection, "contact")["monthly_report_id"] == later


class Since:
    """What happens to the records once the report is recorded."""

    def __init__(self, connection: Connection, scene: Scene) -> None:
        self.connection, self.scene = connection, scene
        (family,) = [row for row in rows(connection, "family") if row["origin"] == "upload"]
        self.family: int = family["id"]
        self.opened: int = only(connection, "mediation_case", family_id=self.family)["id"]
        self.contact: int = rows(connection, "contact")[0]["id"]
        self.training: int = only(connection, "mediator_training")["id"]

    def change(self, table: str, number: int, **values: object) -> None:
        """Somebody corrects a row by hand."""
        row = only(self.connection, table, id=number)
        of = schema.metadata.tables[table]
        Hand(self.connection, COORDINATOR).change(of, number, row["revision"], **values)

    def remove(self, table: str, number: int) -> None:
        """A row is taken away."""
        of = schema.metadata.tables[table]
        self.connection.execute(delete(of).where(of.c.id == number))


NEW, LEFT, STAYED = "G", "F-2", "F-1"
TOUCHES: dict[str, tuple[Callable[[Since], object], str | None]] = {
    "the new family is corrected": (lambda s: s.change("family", s.family, size=7), NEW),
    "the new family has another case": (
        lambda s: a_case(s.connection, s.family, s.scene.other_post, OCTOBER),
        NEW,
    ),
    "the new family gets support": (
        lambda s: support(s.connection, s.family, s.scene.round),
        NEW,
    ),
    "the opened case ends": (
        lambda s: s.change("mediation_case", s.opened, closed_on=OCTOBER),
        NEW,
    ),
    "the opened case has a later contact": (
        lambda s: a_contact(s.connection, s.scene.post, OCTOBER, mediation_case_id=s.opened),
        NEW,
    ),
    "the opened case has another need": (
        lambda s: a_need(s.connection, s.opened, "culture"),
        NEW,
    ),
    "the closed case is corrected": (
        lambda s: s.change("mediation_case", s.scene.leaving.case, closed_on=OCTOBER),
        LEFT,
    ),
    "who left is in care again": (
        lambda s: a_case(s.connection, s.scene.leaving.family, s.scene.post, OCTOBER),
        LEFT,
    ),
    "the changed family is corrected": (
        lambda s: s.change("family", s.scene.staying.family, children=1),
        STAYED,
    ),
    "the changed case has another need": (
        lambda s: a_need(s.connection, s.scene.staying.case, "culture"),
        STAYED,
    ),
    "a contact is corrected": (lambda s: s.change("contact", s.contact, persons=9), None),
    "a contact is gone": (lambda s: s.remove("contact", s.contact), None),
    "a training is corrected": (
        lambda s: s.change("mediator_training", s.training, hours=9.0),
        None,
    ),
    "a training is gone": (lambda s: s.remove("mediator_training", s.training), None),
}


@pytest.mark.parametrize("name", TOUCHES)
def test_what_was_touched_since_stays_and_is_named(
    connection: Connection, desk: Desk, scene: Scene, name: str
) -> None:
    touch, family = TOUCHES[name]
    number = desk.record(connection, "september", full(scene))
    since = Since(connection, scene)
    touch(since)
    before = held(connection)
    with pytest.raises(TouchedSince) as refused:
        monthly.undo(connection, COORDINATOR, number)
    assert changed(before, held(connection)) == ["data_version"]
    code = only(connection, "family", id=since.family)["code"] if family == NEW else family
    assert refused.value.families == ((code,) if code else ())
    assert refused.value.contacts == ("a contact" in name)
    assert refused.value.trainings == ("a training" in name)


def test_an_opened_case_that_somebody_took_away_is_missed(
    connection: Connection, desk: Desk, scene: Scene
) -> None:
    number = desk.record(connection, "september", full(scene))
    since = Since(connection, scene)
    since.remove("contact", since.contact)
    for need in rows(connection, "case_need"):
        if need["mediation_case_id"] == since.opened:
            since.remove("case_need", need["id"])
    since.remove("mediation_case", since.opened)
    with pytest.raises(TouchedSince) as refused:
        monthly.undo(connection, COORDINATOR, number)
    assert (refused.value.cases, refused.value.contacts) == (1, 1)


def test_what_happened_to_others_is_in_nobodys_way(
    connection: Connection, desk: Desk, scene: Scene
) -> None:
    number = desk.record(connection, "september", full(scene))
    since = Since(connection, scene)
    since.change("mediation_case", scene.decoy.case, closed_on=OCTOBER)
    a_contact(connection, scene.post, OCTOBER, mediation_case_id=scene.staying.case)
    a_case(connection, scene.leaving.family, scene.other_post, OCTOBER)
    a_case(connection, scene.leaving.family, scene.post, SEPTEMBER, OCTOBER)
    assert monthly.undo(connection, COORDINATOR, number) == Undone(**EVERYTHING)
    assert only(connection, "mediation_case", id=scene.leaving.case)["closed_on"] is None
    assert only(connection, "mediation_case", id=scene.decoy.case)["closed_on"] == OCTOBER


def test_the_later_of_two_months_goes_first(
    connection: Connection, desk: Desk, scene: Scene
) -> None:
    first = desk.record(connection, "september", full(scene))
    opened = Since(connection, scene).opened
    met = talk("G", case=opened)
    later = desk.record(connection, "october", empty(scene, OCTOBER, contacts=(met,)))
    with pytest.raises(TouchedSince):
        monthly.undo(connection, COORDINATOR, first)
    monthly.undo(connection, COORDINATOR, later)
    assert monthly.undo(connection, COORDINATOR, first).opened == 1


def test_nothing_is_undone_twice_or_before_it_is_recorded(
    connection: Connection, desk: Desk, scene: Scene
) -> None:
    number = desk.stage(connection, "september", full(scene))
    with pytest.raises(NotRecorded):
        monthly.undo(connection, COORDINATOR, number)
    monthly.record(connection, COORDINATOR, number)
    monthly.undo(connection, COORDINATOR, number)
    with pytest.raises(NotRecorded):
        monthly.undo(connection, COORDINATOR, number)
    with pytest.raises(ReportUnknown):
        monthly.undo(connection, COORDINATOR, number + 1)


def test_a_report_that_came_as_no_file_is_not_undone(connection: Connection, scene: Scene) -> None:
    number = a_report(connection, scene.post, SEPTEMBER, 60.0)
    with pytest.raises(NotFromFile):
        monthly.undo(connection, COORDINATOR, number)


def test_nothing_is_undone_in_a_closed_round(
    connection: Connection, desk: Desk, scene: Scene
) -> None:
    number = desk.record(connection, "september", full(scene))
    closed(connection, scene.round)
    with pytest.raises(RoundClosed):
        monthly.undo(connection, COORDINATOR, number)


def test_a_size_that_a_round_closed_since_counts_is_not_put_back(
    connection: Connection, desk: Desk, scene: Scene
) -> None:
    number = desk.record(connection, "september", full(scene))
    before = a_round(connection, "III")
    a_case(connection, scene.staying.family, a_post(connection, before))
    closed(connection, before)
    with pytest.raises(RoundClosed):
        monthly.undo(connection, COORDINATOR, number)


def test_who_is_limited_undoes_reports_of_their_town(
    connection: Connection, desk: Desk, scene: Scene
) -> None:
    ilze = of_town(connection, scene.town)
    there = desk.record(connection, "elsewhere", empty(scene, post=scene.other_post))
    here = desk.record(connection, "here", empty(scene))
    with pytest.raises(AccessRefused):
        monthly.undo(connection, ilze, there)
    assert monthly.undo(connection, ilze, here) == Undone()
