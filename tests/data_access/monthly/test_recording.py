"""A report becomes rows: all that it says, once, and nothing of its cells stays."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, event, update

from data_access import freshness, monthly, schema
from data_access.access import AccessRefused
from data_access.engine import reading, writing
from data_access.monthly import (
    Code,
    MonthRecorded,
    NotWaiting,
    Part,
    Problem,
    QuestionsOpen,
    Recorded,
    ReportUnknown,
)
from data_access.rounds import RoundClosed
from data_access.rules import Area, ClosingReason, Referrer
from data_access.upkeep import ChangedMeanwhile
from tests.data_access.contents import changed, contents, held
from tests.data_access.monthly.desk import UNTOLD, Desk, nothing_found
from tests.data_access.monthly.rows_of import of_town, only, rows
from tests.data_access.monthly.scene import (
    OCTOBER,
    OPENED,
    SEPTEMBER,
    Scene,
    empty,
    full,
    line,
    plant,
    talk,
)
from tests.data_access.readers import COORDINATOR

ENDED = {"closed_on": dt.date(2019, 9, 27), "reason": ClosingReason.NEED_MET}
EVERYTHING = {"families": 1, "opened": 1, "closed": 1, "changed": 1, "contacts": 3, "trainings": 1}


def needs_of(connection: Connection, case: int) -> set[str]:
    return {r["area"] for r in rows(connection, "case_need") if r["mediation_case_id"] == case}


def test_it_says_how_much_came_and_when(connection: Connection, desk: Desk, scene: Scene) -> None:
    number = desk.stage(connection, "september", full(scene))
    version = freshness.current(connection).number
    done = monthly.record(connection, COORDINATOR, number)
    assert done == Recorded(**EVERYTHING, number=number)
    row = only(connection, "monthly_report")
    told = ("status", "mediator_post_id", "month", "hours_worked", "revision")
    assert [row[name] for name in told] == ["recorded", scene.post, SEPTEMBER, 60.0, 2]
    assert row["recorded_at"] >= row["received_at"]
    assert row["recorded_by_id"] == only(connection, "account")["id"]
    assert freshness.current(connection).number == version + 1
    event = rows(connection, "audit_event")[-1]
    assert (event["action"], event["subject_id"]) == ("monthly_report.recorded", number)
    assert event["details"] == {"post": scene.post, "month": "2019-09"} | EVERYTHING


def test_a_new_family_gets_a_number_and_its_case_says_what_the_row_says(
    connection: Connection, desk: Desk, scene: Scene
) -> None:
    number = desk.record(connection, "september", full(scene))
    (family,) = [row for row in rows(connection, "family") if row["origin"] == "upload"]
    assert (family["code"], family["size"], family["children"]) == (
        *(f"G-{family['id']:04}", 3, None),
    )
    case = only(connection, "mediation_case", family_id=family["id"])
    told = ("mediator_post_id", "opened_on", "closed_on", "referred_by", "origin")
    assert [case[name] for name in told] == [
        *(scene.post, SEPTEMBER, None, Referrer.SCHOOL, "upload"),
    ]
    assert case["monthly_report_id"] == number
    assert needs_of(connection, case["id"]) == {"housing", "health"}
    assert only(connection, "contact", mediation_case_id=case["id"])["origin"] == "upload"


def test_a_case_that_stood_says_otherwise_what_the_row_says_otherwise(
    connection: Connection, desk: Desk, scene: Scene
) -> None:
    desk.record(connection, "september", full(scene))
    left = only(connection, "mediation_case", id=scene.leaving.case)
    told = ("closed_on", "closing_reason", "opened_on", "monthly_report_id", "revision")
    assert [left[name] for name in told] == [
        *(dt.date(2019, 9, 27), "need_met", dt.date(2019, 8, 5), None, 2),
    ]
    assert needs_of(connection, scene.leaving.case) == {"education"}
    stays = only(connection, "mediation_case", id=scene.staying.case)
    assert (stays["closed_on"], stays["revision"]) == (None, 2)
    assert needs_of(connection, scene.staying.case) == {"health"}
    family = only(connection, "family", id=scene.staying.family)
    assert (family["size"], family["children"], family["revision"]) == (4, 3, 2)
    for table, number in (("mediation_case", scene.decoy.case), ("family", scene.decoy.family)):
        assert only(connection, table, id=number)["revision"] == 1


def test_what_changed_stands_in_the_history(
    connection: Connection, desk: Desk, scene: Scene
) -> None:
    desk.record(connection, "september", full(scene))
    told = ("subject_table", "subject_id", "column_name", "old_value", "new_value")
    lines = {tuple(row[name] for name in told) for row in rows(connection, "change")}
    family, staying, leaving = scene.staying.family, scene.staying.case, scene.leaving.case
    assert lines >= {
        ("mediation_case", leaving, "closed_on", None, "2019-09-27"),
        ("mediation_case", staying, "area", "education", None),
        ("mediation_case", staying, "area", None, "health"),
        ("family", family, "children", "2", "3"),
    }


def test_contacts_and_trainings_are_those_of_the_rows(
    connection: Connection, desk: Desk, scene: Scene
) -> None:
    number = desk.record(connection, "september", full(scene))
    told = ("mediation_case_id", "form", "persons", "institution_id", "result", "area", "met_at")
    found = [tuple(row[name] for name in told) for row in rows(connection, "contact")]
    assert found[1:] == [
        (scene.staying.case, "individual", 2, scene.school, "taken_up", "education", "home"),
        (None, "group", 11, None, "informed", "education", "home"),
    ]
    for row in rows(connection, "contact"):
        of = (row["mediator_post_id"], row["monthly_report_id"], row["origin"])
        assert of == (scene.post, number, "upload")
    training = only(connection, "mediator_training")
    mediator = only(connection, "mediator_post", id=scene.post)["mediator_id"]
    assert (training["mediator_id"], training["round_id"]) == (mediator, scene.round)
    said = ("kind", "held_on", "hours", "origin")
    assert [training[name] for name in said] == [
        *("training", dt.date(2019, 9, 3), 6.0, "upload"),
    ]


@pytest.mark.parametrize(
    "said",
    [{}, {"size": 4, "children": 2, "opened_on": OPENED, "needs": (Area.EDUCATION,)}],
    ids=["nothing", "what stands already"],
)
def test_a_row_that_says_nothing_else_leaves_what_stood(
    connection: Connection, desk: Desk, scene: Scene, said: dict[str, Any]
) -> None:
    found = empty(scene, cases=(line(scene.staying, **said),))
    number = desk.stage(connection, "september", found)
    before = held(connection)
    done = monthly.record(connection, COORDINATOR, number)
    assert done == Recorded(number=number)
    of_report = {"monthly_report", "monthly_report_content", "audit_event", "data_version"}
    assert set(changed(before, held(connection))) == of_report


def test_a_family_known_elsewhere_gets_a_case_here_and_no_new_number(
    connection: Connection, desk: Desk, scene: Scene
) -> None:
    moved = replace(line("F-3", opened_on=SEPTEMBER), number=scene.decoy.family)
    found = empty(scene, cases=(moved,), contacts=(talk("F-3"),))
    done = monthly.record(connection, COORDINATOR, desk.stage(connection, "september", found))
    assert (done.families, done.opened) == (0, 1)
    case = only(connection, "mediation_case", mediator_post_id=scene.post, opened_on=SEPTEMBER)
    assert case["family_id"] == scene.decoy.family
    assert only(connection, "contact")["mediation_case_id"] == case["id"]


def test_nothing_of_the_cells_is_kept(connection: Connection, desk: Desk, scene: Scene) -> None:
    number = desk.record(connection, "september", full(scene))
    content = only(connection, "monthly_report_content")
    assert (content["monthly_report_id"], content["sheets_sealed"]) == (number, None)
    assert content["stood"]["counts"] == EVERYTHING
    assert UNTOLD not in str(held(connection))


def closed(connection: Connection, number: int) -> None:
    by = only(connection, "account")["id"]
    moment = dt.datetime(2020, 8, 1, tzinfo=dt.UTC)
    shut = update(schema.round).values(closed_at=moment, closed_by_id=by)
    connection.execute(shut.where(schema.round.c.id == number))


def test_nothing_is_recorded_while_a_question_is_open(
    connection: Connection, desk: Desk, scene: Scene
) -> None:
    asked = tuple(Problem(Code.DAY_MISSING, Part.CONTACTS, row) for row in (3, 4))
    note = Problem(Code.TEXT_LEFT_OUT)
    number = desk.stage(connection, "september", replace(full(scene), problems=(*asked, note)))
    refuses(connection, number, QuestionsOpen)
    with pytest.raises(QuestionsOpen) as refused:
        monthly.record(connection, COORDINATOR, number)
    assert refused.value.count == 2


def test_nothing_is_recorded_of_no_post(connection: Connection, desk: Desk, scene: Scene) -> None:
    assert scene
    asked = (Problem(Code.POST_MISSING, Part.HEAD),)
    refuses(connection, desk.stage(connection, "x", nothing_found(problems=asked)), QuestionsOpen)


def test_a_month_is_recorded_once(connection: Connection, desk: Desk, scene: Scene) -> None:
    first = desk.record(connection, "september", full(scene))
    problem = Problem(Code.MONTH_RECORDED, Part.HEAD)
    again = desk.stage(connection, "september anew", replace(full(scene), problems=(problem,)))
    refuses(connection, again, MonthRecorded)
    with pytest.raises(MonthRecorded) as refused:
        monthly.record(connection, COORDINATOR, again)
    recorded_at = only(connection, "monthly_report", id=first)["recorded_at"]
    assert (refused.value.number, refused.value.at) == (first, recorded_at)
    desk.record(connection, "october", empty(scene, OCTOBER))
    desk.record(connection, "of another post", empty(scene, post=scene.other_post))


def test_nothing_is_recorded_in_a_closed_round(
    connection: Connection, desk: Desk, scene: Scene
) -> None:
    number = desk.stage(connection, "september", full(scene))
    closed(connection, scene.round)
    refuses(connection, number, RoundClosed)


def test_what_would_come_out_otherwise_than_was_seen_is_not_recorded(
    connection: Connection, desk: Desk, scene: Scene
) -> None:
    number = desk.stage(connection, "september", full(scene))
    seen = monthly.opened(connection, COORDINATOR, number).draft
    desk.file("september", replace(full(scene), contacts=()))
    before = held(connection)
    with pytest.raises(ChangedMeanwhile):
        monthly.record(connection, COORDINATOR, number, seen)
    assert changed(before, held(connection)) == ["data_version"]
    desk.file("september", replace(full(scene), problems=(Problem(Code.TEXT_LEFT_OUT),)))
    assert monthly.record(connection, COORDINATOR, number, seen).contacts == 3


def refuses(connection: Connection, number: int, refusal: type[Exception]) -> None:
    before = held(connection)
    with pytest.raises(refusal):
        monthly.record(connection, COORDINATOR, number)
    assert changed(before, held(connection)) == ["data_version"]


def test_nobody_records_what_is_not_there_or_out_of_reach(
    connection: Connection, desk: Desk, scene: Scene
) -> None:
    ilze = of_town(connection, scene.town)
    there = desk.stage(connection, "elsewhere", empty(scene, post=scene.other_post))
    with pytest.raises(AccessRefused):
        monthly.record(connection, ilze, there)
    here = desk.stage(connection, "here", empty(scene))
    desk.file("here", empty(scene, post=scene.other_post))
    with pytest.raises(AccessRefused):
        monthly.record(connection, ilze, here)
    desk.file("here", empty(scene))
    assert monthly.record(connection, ilze, here).number == here
    with pytest.raises(ReportUnknown):
        monthly.record(connection, COORDINATOR, here + 1)


@pytest.mark.parametrize("is_same", [True, False])
def test_of_two_who_record_a_month_at_once_one_does_and_the_other_is_told(
    engine: Engine, desk: Desk, *, is_same: bool
) -> None:
    with writing(engine) as connection:
        found = full(plant(connection))
        names = ["september"] * 4 if is_same else [f"september {turn}" for turn in range(4)]
        numbers = [desk.stage(connection, name, found) for name in names]

    def try_to(number: int) -> object:
        try:
            with writing(engine) as connection:
                return monthly.record(connection, COORDINATOR, number)
        except (NotWaiting, MonthRecorded) as refused:
            return type(refused)

    with ThreadPoolExecutor(max_workers=4) as pool:
        told = list(pool.map(try_to, numbers))
    assert sum(isinstance(one, Recorded) for one in told) == 1
    assert told.count(NotWaiting if is_same else MonthRecorded) == 3
    with reading(engine) as connection:
        assert len(rows(connection, "contact")) == 3
        states = [row["status"] for row in rows(connection, "monthly_report")]
    assert states.count("recorded") == 1


def test_broken_off_midway_it_has_recorded_nothing(engine: Engine, desk: Desk) -> None:
    with writing(engine) as connection:
        number = desk.stage(connection, "september", full(plant(connection)))
    before = contents(engine)

    def break_off(*told: Any) -> None:
        if told[2].startswith("UPDATE monthly_report_content"):
            raise ConnectionError

    event.listen(engine, "before_cursor_execute", break_off)
    with pytest.raises(ConnectionError), writing(engine) as connection:
        monthly.record(connection, COORDINATOR, number)
    event.remove(engine, "before_cursor_execute", break_off)
    assert contents(engine) == before
    with writing(engine) as connection:
        assert monthly.record(connection, COORDINATOR, number).contacts == 3
