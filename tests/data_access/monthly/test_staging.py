"""A file in: it waits at once, sealed, and nothing that happens to a process loses it."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, func, select

from data_access import monthly, rotation, schema
from data_access.access import OPERATOR, AccessRefused
from data_access.engine import reading, writing
from data_access.identity import IdentityKeyProblem, create_key, open_keyring
from data_access.monthly import (
    Code,
    Decisions,
    FileKnown,
    FileRefused,
    Part,
    Problem,
    TooManyWaiting,
    staging,
)
from data_access.monthly.sealing import unsealed
from tests.data_access.contents import changed, held
from tests.data_access.monthly.desk import UNTOLD, Desk, nothing_found
from tests.data_access.monthly.rows_of import of_town, only, rows
from tests.data_access.monthly.scene import OCTOBER, SEPTEMBER, Scene, empty, full, plant
from tests.data_access.readers import COORDINATOR

REPORT, CONTENT = schema.monthly_report, schema.monthly_report_content
NAMELESS = nothing_found(problems=(Problem(Code.POST_MISSING, Part.HEAD),))
OF_WRITING = {"data_version", "audit_event", "account"}


def test_a_file_waits_with_its_post_and_month(
    connection: Connection, desk: Desk, scene: Scene
) -> None:
    before = dt.datetime.now(dt.UTC)
    number = desk.stage(connection, "september", empty(scene, hours=61.5))
    row = only(connection, "monthly_report")
    assert row["id"] == number
    told = ("mediator_post_id", "month", "hours_worked", "status", "origin", "revision")
    expected = [scene.post, SEPTEMBER, 61.5, "waiting", "upload", 1]
    assert [row[name] for name in told] == expected
    assert before <= row["received_at"] <= dt.datetime.now(dt.UTC)
    assert row["recorded_at"] is None
    account = only(connection, "account")
    assert (account["id"], account["subject"]) == (row["received_by_id"], "coordinator")


def test_what_it_says_is_sealed_and_stands_nowhere_in_the_clear(
    connection: Connection, desk: Desk, scene: Scene
) -> None:
    number = desk.stage(connection, "september", full(scene))
    content = only(connection, "monthly_report_content")
    assert content["monthly_report_id"] == number
    kept = unsealed(open_keyring(), content["sheets_sealed"])
    assert kept.decisions == Decisions()
    assert kept.sheets.rows[Part.CONTACTS][3]["family"] == UNTOLD
    assert UNTOLD not in str(held(connection))
    assert "september" not in str(held(connection))


def test_the_audit_log_says_whose_month_came_in(
    connection: Connection, desk: Desk, scene: Scene
) -> None:
    number = desk.stage(connection, "september", full(scene))
    event = only(connection, "audit_event")
    assert (event["actor"], event["action"]) == (COORDINATOR.who, "monthly_report.received")
    assert (event["subject_table"], event["subject_id"]) == ("monthly_report", number)
    assert event["details"] == {"post": scene.post, "month": "2019-09"}


def test_another_connection_finds_it(engine: Engine, desk: Desk) -> None:
    with writing(engine) as connection:
        number = desk.stage(connection, "september", found := full(plant(connection)))
    engine.dispose()
    with reading(engine) as connection:
        opened = monthly.opened(connection, COORDINATOR, number)
    assert opened.draft.cases == found.cases
    assert opened.draft.sheets.rows[Part.CONTACTS][3]["family"] == UNTOLD


def test_it_opens_with_new_keys_as_well(
    engine: Engine, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IDENTITY_KEY_FILE", str(tmp_path / "identity.key"))
    create_key()
    with writing(engine) as connection:
        number = desk.stage(connection, "september", full(plant(connection)))
    assert rotation.rotate(engine, OPERATOR).sealed["monthly_report_content"] == 1
    with reading(engine) as connection:
        opened = monthly.opened(connection, COORDINATOR, number)
    assert opened.draft.sheets.rows[Part.CONTACTS][3]["family"] == UNTOLD


def test_the_same_bytes_lead_to_the_report_that_waits(
    connection: Connection, desk: Desk, scene: Scene
) -> None:
    first = desk.stage(connection, "september", empty(scene))
    decoy = desk.stage(connection, "october", empty(scene, OCTOBER))
    before = held(connection)
    assert desk.stage(connection, "september", empty(scene)) == first != decoy
    assert changed(before, held(connection)) == ["data_version"]


def test_the_same_bytes_are_refused_once_recorded_and_come_again_once_undone(
    connection: Connection, desk: Desk, scene: Scene
) -> None:
    first = desk.record(connection, "september", full(scene))
    with pytest.raises(FileKnown) as refused:
        desk.stage(connection, "september", full(scene))
    assert refused.value.is_recorded
    assert refused.value.at == only(connection, "monthly_report")["received_at"]
    monthly.undo(connection, COORDINATOR, first)
    assert desk.stage(connection, "september", full(scene)) > first


def test_a_file_that_no_answer_helps_is_not_stored(
    connection: Connection, desk: Desk, scene: Scene
) -> None:
    told = (Problem(Code.NOT_THE_TEMPLATE), Problem(Code.TEXT_LEFT_OUT))
    before = held(connection)
    with pytest.raises(FileRefused) as refused:
        desk.stage(connection, "photo", nothing_found(problems=told))
    assert refused.value.problems == told
    assert set(changed(before, held(connection))) <= {"data_version"}
    with pytest.raises(FileRefused):
        desk.stage(connection, "damaged", empty(scene, problems=(Problem("damaged"),)))


def test_more_hours_than_a_month_has_are_no_hours_yet(
    connection: Connection, desk: Desk, scene: Scene
) -> None:
    desk.stage(connection, "september", empty(scene, hours=4_000.0))
    assert only(connection, "monthly_report")["hours_worked"] is None


def test_so_many_wait_and_no_more(
    connection: Connection, desk: Desk, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(staging, "MOST_WAITING", 2)
    desk.record(connection, "august", empty(scene, dt.date(2019, 8, 1)))
    for month in (SEPTEMBER, OCTOBER):
        desk.stage(connection, str(month), empty(scene, month))
    with pytest.raises(TooManyWaiting) as refused:
        desk.stage(connection, "november", empty(scene, dt.date(2019, 11, 1)))
    assert refused.value.most == 2


def test_whoever_is_limited_takes_in_what_is_of_their_town(
    connection: Connection, desk: Desk, scene: Scene
) -> None:
    ilze = of_town(connection, scene.town)
    assert desk.stage(connection, "september", empty(scene), ilze)
    with pytest.raises(AccessRefused):
        desk.stage(connection, "elsewhere", empty(scene, post=scene.other_post), ilze)


def test_a_report_without_a_post_is_for_who_brought_it_and_who_is_not_limited(
    connection: Connection, desk: Desk, scene: Scene
) -> None:
    ilze, other = of_town(connection, scene.town), of_town(connection, scene.town, "anna")
    number = desk.stage(connection, "nameless", NAMELESS, ilze)
    for reader in (ilze, COORDINATOR):
        assert monthly.opened(connection, reader, number).draft.post is None
    with pytest.raises(AccessRefused):
        monthly.opened(connection, other, number)
    with pytest.raises(FileKnown) as refused:
        desk.stage(connection, "nameless", NAMELESS, other)
    assert not refused.value.is_recorded


@pytest.mark.parametrize("is_another", [True, False])
def test_without_the_key_nothing_comes_in_and_what_waits_can_be_discarded(
    connection: Connection,
    desk: Desk,
    scene: Scene,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    is_another: bool,
) -> None:
    recorded = desk.record(connection, "august", full(scene))
    number = desk.stage(connection, "september", empty(scene, OCTOBER))
    path = tmp_path / "identity.key"
    if is_another:
        create_key(path)
    monkeypatch.setenv("IDENTITY_KEY_FILE", str(path))
    before = held(connection)
    for refused in (
        lambda: desk.stage(connection, "october", empty(scene)),
        lambda: monthly.opened(connection, COORDINATOR, number),
        lambda: monthly.decide(connection, COORDINATOR, number, Decisions(), 1),
        lambda: monthly.record(connection, COORDINATOR, number),
    ):
        with pytest.raises(IdentityKeyProblem, match=r"put (it|the right one) back"):
            refused()
    assert set(changed(before, held(connection))) <= OF_WRITING
    monthly.discard(connection, COORDINATOR, number)
    monthly.undo(connection, COORDINATOR, recorded)
    assert rows(connection, "monthly_report_content") == []


def test_two_who_bring_the_same_file_at_once_get_one_report(engine: Engine, desk: Desk) -> None:
    with writing(engine) as connection:
        found = full(plant(connection))

    def bring(_turn: int) -> int:
        with writing(engine) as connection:
            return desk.stage(connection, "september", found)

    with ThreadPoolExecutor(max_workers=4) as pool:
        numbers = set(pool.map(bring, range(8)))
    with reading(engine) as connection:
        assert connection.scalars(select(func.count()).select_from(REPORT)).one() == 1
        assert numbers == {only(connection, "monthly_report")["id"]}
