"""A report that nobody decides about does not wait for ever, and neither does what it says."""

import datetime as dt

import pytest
from sqlalchemy import Connection, Engine, update

import app
from data_access import attendance, expiring, monthly, schema
from data_access.access import OPERATOR
from data_access.clock import RIGA, today
from data_access.engine import reading, writing
from data_access.expiring import Deleted
from data_access.monthly import NotWaiting
from tests.conftest import written_out
from tests.data_access.command_lines import run
from tests.data_access.contents import changed, held
from tests.data_access.monthly.desk import Desk
from tests.data_access.monthly.rows_of import only, rows
from tests.data_access.monthly.scene import OCTOBER, SEPTEMBER, Scene, empty, full, plant
from tests.data_access.readers import COORDINATOR

KEPT = attendance.keep_days()


def age(connection: Connection, number: int, days: int) -> None:
    """The report came in so many days ago, as the day began there."""
    begun = dt.datetime.combine(today() - dt.timedelta(days=days), dt.time(), RIGA)
    table = schema.monthly_report
    connection.execute(update(table).where(table.c.id == number).values(received_at=begun))


def test_on_its_day_a_report_that_waits_goes_with_all_that_is_kept_of_it(
    connection: Connection, desk: Desk, scene: Scene
) -> None:
    decoy = desk.stage(connection, "october", empty(scene, OCTOBER))
    number = desk.stage(connection, "september", full(scene))
    age(connection, number, KEPT)
    age(connection, decoy, KEPT - 1)
    before = held(connection)
    assert not monthly.are_due(connection, COORDINATOR, today() - dt.timedelta(days=1))
    assert monthly.delete_due(connection, COORDINATOR, today() - dt.timedelta(days=1)) == 0
    assert changed(before, held(connection)) == []
    assert monthly.are_due(connection, COORDINATOR, today())
    assert monthly.delete_due(connection, COORDINATOR, today()) == 1
    assert only(connection, "monthly_report")["id"] == decoy
    assert only(connection, "monthly_report_content")["monthly_report_id"] == decoy
    event = rows(connection, "audit_event")[-1]
    assert (event["action"], event["details"]) == ("monthly_report.deleted_due", {"reports": 1})


def test_until_it_is_deleted_nobody_opens_it_either(
    connection: Connection, desk: Desk, scene: Scene
) -> None:
    number = desk.stage(connection, "september", full(scene))
    age(connection, number, KEPT - 1)
    assert monthly.opened(connection, COORDINATOR, number)
    age(connection, number, KEPT)
    with pytest.raises(NotWaiting):
        monthly.opened(connection, COORDINATOR, number)
    with pytest.raises(NotWaiting):
        monthly.record(connection, COORDINATOR, number)


def test_whoever_brings_the_next_one_clears_it_away(
    connection: Connection, desk: Desk, scene: Scene
) -> None:
    number = desk.stage(connection, "september", full(scene))
    age(connection, number, KEPT)
    assert desk.stage(connection, "september", full(scene)) > number
    assert len(rows(connection, "monthly_report")) == 1


def test_what_is_recorded_or_undone_stays(connection: Connection, desk: Desk, scene: Scene) -> None:
    recorded = desk.record(connection, "september", full(scene))
    undone = desk.record(connection, "october", empty(scene, OCTOBER))
    monthly.undo(connection, COORDINATOR, undone)
    for number in (recorded, undone):
        age(connection, number, KEPT + 100)
    assert not monthly.are_due(connection, COORDINATOR, today())


def test_the_setting_for_names_is_that_for_reports(
    connection: Connection, desk: Desk, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    age(connection, desk.stage(connection, "september", full(scene)), 7)
    assert not monthly.are_due(connection, COORDINATOR, today())
    monkeypatch.setenv(attendance.due.KEEP_DAYS, "7")
    assert monthly.are_due(connection, COORDINATOR, today())


@pytest.fixture
def due(engine: Engine, desk: Desk) -> Engine:
    """A report whose day has come, and one whose has not."""
    with writing(engine) as connection:
        scene = plant(connection)
        desk.stage(connection, "october", empty(scene, OCTOBER))
        age(connection, desk.stage(connection, "september", empty(scene, SEPTEMBER)), KEPT)
    return engine


def left(engine: Engine) -> list[dt.date]:
    with reading(engine) as connection:
        return [row["month"] for row in rows(connection, "monthly_report")]


def test_the_command_deletes_it_and_says_so(due: Engine) -> None:
    of_lists = "0 rows that waited for a decision were deleted on their day.\n"
    of_months = "1 monthly reports that waited were deleted on their day.\n"
    url = written_out(due.url)
    assert run("data_access", "delete-due", url=url).out == of_lists + of_months
    assert left(due) == [OCTOBER]
    assert run("data_access", "delete-due", url=url).out == of_lists


def test_the_server_deletes_it_by_itself(due: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", written_out(due.url))
    app.delete_what_is_due()
    assert left(due) == [OCTOBER]


def test_everything_that_waits_is_looked_at_together(due: Engine) -> None:
    with writing(due) as connection:
        assert expiring.are_due(connection, OPERATOR, today())
        assert expiring.delete_due(connection, OPERATOR, today()) == Deleted(rows=0, reports=1)
        assert not expiring.are_due(connection, OPERATOR, today())
