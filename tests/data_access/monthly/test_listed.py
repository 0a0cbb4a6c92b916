"""The queue of reports that wait, and the history of all of them: where, when, by whom."""

import datetime as dt
from dataclasses import replace

import pandas as pd
import pytest
from sqlalchemy import Connection, update

from data_access import monthly, schema
from data_access.access import Reader
from data_access.filters import Filters
from data_access.monthly import REPORTS, WAITING, Code, Part, Problem, reports, waiting
from data_access.rules import Role
from tests.data_access.answers import records
from tests.data_access.monthly.desk import Desk, nothing_found
from tests.data_access.monthly.rows_of import of_town, only
from tests.data_access.monthly.scene import OCTOBER, SEPTEMBER, Scene, empty, full
from tests.data_access.people import a_post, a_report, a_round, at
from tests.data_access.readers import COORDINATOR

ALL, NAMELESS = Filters(), nothing_found(problems=(Problem(Code.POST_MISSING, Part.HEAD),))
RECEIVED = dt.datetime(2019, 10, 2, 9, tzinfo=dt.UTC)


def numbers(found: pd.DataFrame) -> list[int]:
    return [int(number) for number in found["report"]]


def received(connection: Connection, number: int, moment: dt.datetime) -> None:
    table = schema.monthly_report
    connection.execute(update(table).where(table.c.id == number).values(received_at=moment))


def test_the_queue_says_whose_month_waits_and_since_when(
    connection: Connection, desk: Desk, scene: Scene
) -> None:
    number = desk.stage(connection, "september", empty(scene))
    desk.record(connection, "decoy", empty(scene, OCTOBER))
    found = waiting(connection, COORDINATOR, ALL)
    assert list(found.columns) == list(WAITING)
    told = ("report", "revision", "post", "round", "place_kind", "place_lv", "month", "hours")
    assert records(found, *told) == [
        (number, 1, scene.post, "IV", "municipality", "Valka", pd.Timestamp(SEPTEMBER), 60.0)
    ]
    (row,) = found.to_dict("records")
    assert (row["status"], row["stands"], row["stands_name"]) == (
        *("waiting", "municipality", "Valka"),
    )
    assert row["received_by"] == f"account:{only(connection, 'account')['id']}"
    today = dt.datetime.now(dt.UTC)
    assert row["received_at"] <= today
    assert abs((row["delete_on"] - pd.Timestamp(today.date())).days - 30) <= 1
    assert not row["is_made_up"]


def test_a_report_that_names_no_post_waits_in_every_round_at_no_place(
    connection: Connection, desk: Desk, scene: Scene
) -> None:
    number = desk.stage(connection, "nameless", NAMELESS)
    desk.stage(connection, "september", empty(scene))
    a_round(connection, "V")
    found = waiting(connection, COORDINATOR, Filters(round="V"))
    assert numbers(found) == [number]
    (row,) = found.to_dict("records")
    assert (row["place_kind"], row["stands"], row["place_lv"], row["stands_name"]) == (
        *("not_stated", "not_stated", None, None),
    )
    assert pd.isna(row["post"])
    assert pd.isna(row["month"])


def test_the_earliest_stands_first_and_what_has_had_its_time_not_at_all(
    connection: Connection, desk: Desk, scene: Scene
) -> None:
    first, second, gone = (
        desk.stage(connection, f"{month}", empty(scene, month))
        for month in (OCTOBER, SEPTEMBER, dt.date(2019, 11, 1))
    )
    now = dt.datetime.now(dt.UTC)
    received(connection, second, now - dt.timedelta(days=3))
    received(connection, gone, now - dt.timedelta(days=31))
    assert numbers(waiting(connection, COORDINATOR, ALL)) == [second, first]


def test_a_report_at_a_post_of_the_sample_says_so(
    connection: Connection, desk: Desk, scene: Scene
) -> None:
    made_up = a_post(connection, scene.round, origin="sample")
    desk.stage(connection, "made up", empty(scene, post=made_up))
    desk.stage(connection, "real", empty(scene))
    for question in (waiting, reports):
        found = question(connection, COORDINATOR, ALL)
        assert dict(zip(found["post"], found["is_made_up"], strict=True)) == {
            made_up: True,
            scene.post: False,
        }


def test_who_is_limited_sees_reports_of_their_town_and_what_they_brought(
    connection: Connection, desk: Desk, scene: Scene
) -> None:
    ilze, anna = of_town(connection, scene.town), of_town(connection, scene.town, "anna")
    here = desk.stage(connection, "here", empty(scene))
    there = desk.stage(connection, "there", empty(scene, post=scene.other_post))
    own = desk.stage(connection, "nameless", NAMELESS, ilze)
    for question in (waiting, reports):
        seen = {
            reader: set(numbers(question(connection, reader, ALL)))
            for reader in (COORDINATOR, ilze, anna)
        }
        assert seen == {COORDINATOR: {here, there, own}, ilze: {here, own}, anna: {here}}


def test_the_history_says_what_became_of_each_and_by_whom(
    connection: Connection, desk: Desk, scene: Scene
) -> None:
    undone = desk.record(connection, "september", full(scene))
    monthly.undo(connection, COORDINATOR, undone)
    recorded = desk.record(connection, "september anew", replace(full(scene), hours=None))
    waits = desk.stage(connection, "october", empty(scene, OCTOBER))
    found = reports(connection, COORDINATOR, ALL)
    assert list(found.columns) == list(REPORTS)
    told = ("report", "status", "contacts", "opened", "can_be_undone")
    assert records(found, *told) == [
        (waits, "waiting", None, None, False),
        (recorded, "recorded", 3, 1, True),
        (undone, "undone", None, None, False),
    ]
    who = f"account:{only(connection, 'account')['id']}"
    assert records(found, "received_by", "recorded_by", "undone_by") == [
        *((who, None, None), (who, who, None), (who, who, who)),
    ]
    assert list(found["recorded_at"].isna()) == [True, False, False]
    assert list(found["undone_at"].isna()) == [True, True, False]
    assert list(found["hours"].isna()) == [False, True, False]


def test_of_a_report_that_came_as_no_file_nothing_is_counted(
    connection: Connection, scene: Scene
) -> None:
    a_report(connection, scene.post, SEPTEMBER, 72.0, origin="sample")
    (row,) = reports(connection, COORDINATOR, ALL).to_dict("records")
    assert pd.isna(row["contacts"])
    assert pd.isna(row["received_by"])
    assert (row["hours"], row["is_made_up"], row["can_be_undone"]) == (72.0, True, False)


def test_the_history_is_of_the_round_and_of_months_that_the_period_touches(
    connection: Connection, scene: Scene
) -> None:
    september = a_report(connection, scene.post, SEPTEMBER, 72.0)
    october = a_report(connection, scene.post, OCTOBER, 72.0)
    later = a_post(connection, a_round(connection, "V"), **at(scene.town))
    of_later = a_report(connection, later, OCTOBER, 72.0)

    def found(**chosen: object) -> list[int]:
        return numbers(reports(connection, COORDINATOR, Filters(**chosen)))  # type: ignore[arg-type]

    assert found() == [of_later, october, september]
    assert found(round="IV") == [october, september]
    assert found(round="IV", end=dt.date(2019, 9, 30)) == [september]
    assert found(round="IV", start=dt.date(2019, 9, 30)) == [october, september]
    assert found(round="IV", start=OCTOBER) == [october]
    assert found(round="IV", activity="iv-talsi") == []


def test_an_administrator_reads_the_history_though_they_keep_no_records(
    connection: Connection, desk: Desk, scene: Scene
) -> None:
    number = desk.stage(connection, "september", empty(scene))
    administrator = Reader.with_roles("test:administrator", Role.ADMINISTRATOR)
    assert numbers(reports(connection, administrator, ALL)) == [number]


@pytest.mark.parametrize("question", [waiting, reports])
def test_there_is_nothing_where_nothing_came_in(connection: Connection, question: object) -> None:
    assert callable(question)
    assert question(connection, COORDINATOR, ALL).empty
