"""Rows that wait for a decision: kept sealed, decided, let go, and deleted on their day."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, select, update

from data_access import accounts, attendance, identity, rotation, schema
from data_access.access import OPERATOR, AccessRefused, Grant, Reader
from data_access.attendance import (
    KeepDaysUnusable,
    NotRecordable,
    ProblemCode,
    Recorded,
    Sheet,
    UploadUndone,
    UploadUnknown,
    keep_days,
)
from data_access.attendance.columns import HEADINGS
from data_access.attendance.reading import Decisions, RowDecision
from data_access.clock import today
from data_access.door import Door
from data_access.engine import DatabaseProblem, reading, writing
from data_access.filters import Filters
from data_access.rules import Role
from tests.data_access.answers import records
from tests.data_access.attendance.lists import (
    MEETING,
    OTHER,
    a_csv,
    a_workbook,
    came,
    figures,
    number,
    record,
    undo,
)
from tests.data_access.contents import changed, contents
from tests.data_access.readers import COORDINATOR

TOLD_OF_IT = {"upload", "upload_row", "audit_event", "data_version"}
LIST = a_csv(
    came("Anna Ozola", "anna@x.lv", "Ministrija km"),
    came("Jana Liepa", "jana@x.lv", gender="vilks"),
    came("Anna Ozola", "", ""),
    came("Zane Egle", "zane@x.lv", "Ministrija zilonis"),
)
"""Row 2 needs nothing; 3 has a word that nobody knows, 4 may be row 2's, 5 an institution."""


def rows_of(engine: Engine, upload: int) -> dict[int, Any]:
    table = schema.upload_row
    with reading(engine) as connection:
        found = connection.execute(select(table).where(table.c.upload_id == upload))
        return {row.row_number: row for row in found}


def outcomes(engine: Engine, upload: int) -> dict[int, str]:
    return {row.row_number: row.outcome for row in rows_of(engine, upload).values()}


def decide(engine: Engine, upload: int, **rows: RowDecision) -> Recorded:
    """What is decided of rows, each as ``row3=...``."""
    decisions = Decisions(rows={int(name[3:]): row for name, row in rows.items()})
    with writing(engine) as connection:
        return attendance.decide(connection, COORDINATOR, upload, decisions)


def listed(engine: Engine, reader: Any = COORDINATOR, activity: str | None = None) -> Any:
    with reading(engine) as connection:
        return attendance.waiting(connection, reader, Filters(activity=activity))


def test_without_a_queue_it_is_all_or_nothing(venue: Engine) -> None:
    before = contents(venue)
    with pytest.raises(NotRecordable) as caught:
        record(venue, LIST)
    assert {problem.row for problem in caught.value.problems} == {3, 4, 5}
    assert contents(venue) == before


def test_good_rows_are_recorded_and_the_others_wait_sealed(venue: Engine) -> None:
    done = record(venue, LIST, keep_waiting=True)
    assert (done.attendances, done.persons, done.waiting) == (1, 1, 3)
    assert outcomes(venue, done.upload) == {2: "accepted", **dict.fromkeys((3, 4, 5), "waiting")}
    assert figures(venue, activity=MEETING)["attendances"] == 1
    rows = rows_of(venue, done.upload)
    keyring = identity.open_keyring()
    kept = json.loads(keyring.unseal(rows[3].cells_sealed))
    assert kept["cells"]["name"] == "Jana Liepa"
    assert kept["source"][:2] == ["Jana Liepa", "jana@x.lv"]
    assert rows[3].problems == {
        "waits_for": [{"code": "word_unknown", "column": "gender", "of_reader": False}]
    }
    everything = str({n: (r.problems, r.outcome) for n, r in rows.items()}) + str(contents(venue))
    words = ("Liepa", "jana", "vilks", "zilonis", "Egle")
    assert [word for word in words if word in everything] == []


def test_the_queue_lists_why_and_until_when_and_nobody(venue: Engine) -> None:
    done = record(venue, LIST, keep_waiting=True)
    record(venue, a_csv(came("Decoy Decoy", "d@x.lv", gender="vilks")), OTHER, keep_waiting=True)
    found = listed(venue, activity=MEETING)
    assert list(found.columns) == list(attendance.WAITING)
    assert records(found, "upload", "row", "activity", "codes", "count") == [
        (done.upload, 3, MEETING, "word_unknown", 3),
        (done.upload, 4, MEETING, "rows_alike", 3),
        (done.upload, 5, MEETING, "institution_unknown", 3),
    ]
    due = today() + dt.timedelta(days=30)
    assert set(found["delete_on"].dt.date) == {due}
    assert len(listed(venue)) == 4


def test_decisions_bring_rows_in_one_after_the_other(venue: Engine) -> None:
    upload = record(venue, LIST, keep_waiting=True).upload
    done = decide(venue, upload, row3=RowDecision(cells={"gender": "Sieviete"}))
    assert (done.upload, done.attendances, done.persons, done.waiting) == (upload, 1, 1, 2)
    done = decide(venue, upload, row4=RowDecision(same_as=2))
    assert (done.attendances, done.persons, done.waiting) == (0, 0, 1)
    words = Decisions(words={"institution": {"ministrija zilonis": "lm"}})
    with writing(venue) as connection:
        done = attendance.decide(connection, COORDINATOR, upload, words)
    assert (done.attendances, done.waiting) == (1, 0)
    assert outcomes(venue, upload) == {2: "accepted", 3: "accepted", 4: "skipped", 5: "accepted"}
    assert figures(venue, activity=MEETING)["persons"] == 3
    assert {row.cells_sealed for row in rows_of(venue, upload).values()} == {None}
    assert listed(venue).empty


def test_a_decision_stays_with_a_row_that_needs_another(venue: Engine) -> None:
    content = a_csv(came("Anna Ozola"), came("Anna Ozola", gender="vilks"))
    upload = record(venue, content, keep_waiting=True).upload
    done = decide(venue, upload, row3=RowDecision(apart=True))
    assert (done.attendances, done.waiting) == (0, 1)
    done = decide(venue, upload, row3=RowDecision(cells={"gender": "Sieviete"}))
    assert (done.attendances, done.persons, done.waiting) == (1, 1, 0)


def test_what_a_row_waits_for_can_be_looked_at_without_names(venue: Engine) -> None:
    upload = record(venue, LIST, keep_waiting=True).upload
    before = contents(venue)
    with reading(venue) as connection:
        decisions = Decisions().with_row(3, cells={"gender": "Vīrietis"}).with_row(4, apart=True)
        found = attendance.check_waiting(connection, COORDINATOR, upload, decisions)
    assert contents(venue) == before
    assert {row.number: row.codes for row in found.rows if row.codes} == {
        5: (ProblemCode.INSTITUTION_UNKNOWN,)
    }
    assert (found.new_attendances, found.waiting) == (2, 1)
    assert [word for word in ("Liepa", "Ozola", "jana@") if word in repr(found)] == []


def test_a_further_row_of_a_person_says_what_the_first_lacked(venue: Engine) -> None:
    lines = (
        came("Anna Ozola", "a@x.lv", status="Nē"),
        came("Anna Ozola", "a@x.lv", gender="vilks", age_band="18-29"),
    )
    upload = record(venue, a_csv(*lines), keep_waiting=True).upload
    assert figures(venue, activity=MEETING)["attendances"] == 0
    decide(venue, upload, row3=RowDecision(cells={"gender": "Sieviete"}))
    table = schema.attendance
    with reading(venue) as connection:
        row = connection.execute(select(table).where(table.c.upload_id == upload)).one()
    assert (row.status, row.gender, row.age_band) == ("attended", "woman", "18_29")


def test_a_category_that_is_stated_goes_before_one_of_the_institution(venue: Engine) -> None:
    row = came("Anna Ozola", "anna@x.lv", category="Romu pārstāvis", gender="vilks")
    content = a_csv(came("Anna Ozola", "anna@x.lv", "Ministrija km"), row)
    upload = record(venue, content, keep_waiting=True).upload
    decide(venue, upload, row3=RowDecision(cells={"gender": "Sieviete"}))
    table = schema.attendance
    with reading(venue) as connection:
        mine = select(table.c.capacity, table.c.gender).where(table.c.upload_id == upload)
        assert connection.execute(mine).all() == [("roma", "woman")]


def test_who_begins_to_count_by_a_further_row_is_told(venue: Engine) -> None:
    registered = came("Anna Ozola", "anna@x.lv", status="Nē")
    content = a_csv(registered, came("Anna Ozola", "anna@x.lv", gender="vilks"))
    upload = record(venue, content, keep_waiting=True).upload
    decided = Decisions(rows={3: RowDecision(cells={"gender": "Sieviete"})})
    with reading(venue) as connection:
        promised = attendance.check_waiting(connection, COORDINATOR, upload, decided)
    assert (promised.new_attendances, promised.known_persons, promised.new_persons) == (1, 1, 0)
    assert (promised.counts.accepted, promised.counts.skipped) == (1, 0)
    done = decide(venue, upload, row3=RowDecision(cells={"gender": "Sieviete"}))
    assert (done.attendances, done.persons) == (1, 0)
    assert figures(venue, activity=MEETING)["attendances"] == 1


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("J?nis B?rzi?š", RowDecision(cells={"name": "Jānis Bērziņš"})),
        ("Zāle 3", RowDecision(is_person=True)),
    ],
)
def test_what_is_said_of_another_cell_settles_no_name(
    venue: Engine, name: str, answer: RowDecision
) -> None:
    content = a_csv(came(name, "j@x.lv", gender="vilks"), came("Anna Ozola", "anna@x.lv"))
    upload = record(venue, content, keep_waiting=True).upload
    assert decide(venue, upload, row2=RowDecision(cells={"gender": "Vīrietis"})).waiting == 1
    assert decide(venue, upload, row2=answer).attendances == 1


def test_what_a_word_means_stays_with_a_row_that_needs_more(venue: Engine) -> None:
    content = a_csv(came("Anna Ozola", "anna@x.lv", "Ministrija zilonis", gender="vilks"))
    upload = record(venue, content, keep_waiting=True).upload
    words = Decisions(words={"institution": {"ministrija zilonis": "lm"}})
    with writing(venue) as connection:
        assert attendance.decide(connection, COORDINATOR, upload, words).waiting == 1
    assert decide(venue, upload, row2=RowDecision(cells={"gender": "Sieviete"})).attendances == 1


def test_a_row_that_waits_is_found_in_its_sheet(venue: Engine) -> None:
    said, row = list(HEADINGS.values()), came("Ivo Kalns", "ivo@x.lv", gender="vilks")
    headings = [each.lv for each in said]
    well = [came("Anna Ozola", "anna@x.lv").get(column, "") for column in HEADINGS]
    ill = [row.get(column, "") for column in HEADINGS]
    content = a_workbook([headings, well], [headings, ill])
    whole = Decisions(part="*")
    upload = record(venue, content, decisions=whole, keep_waiting=True).upload
    with reading(venue) as connection:
        found = attendance.check_waiting(connection, COORDINATOR, upload)
    sheet = Sheet((), (), sheets=found.sheets)
    assert [sheet.place_of(each.number) for each in found.rows] == [("Sheet2", 2)]


def test_an_upload_says_how_many_of_its_rows_never_came(venue: Engine) -> None:
    upload = record(venue, LIST, keep_waiting=True).upload
    with writing(venue) as connection:
        attendance.dismiss(connection, COORDINATOR, upload, [3])
        attendance.delete_due(connection, COORDINATOR, dt.date(2999, 1, 1))
    with reading(venue) as connection:
        found = attendance.uploads(connection, COORDINATOR, Filters())
    assert records(found, "upload", "attendances", "not_recorded") == [(upload, 1, 3)]


def test_rows_left_out_are_gone_for_good(venue: Engine) -> None:
    upload = record(venue, LIST, keep_waiting=True).upload
    decide(venue, upload, row3=RowDecision(leave_out=True))
    with writing(venue) as connection:
        assert attendance.dismiss(connection, COORDINATOR, upload, [2, 3, 5]) == 1
    rows = rows_of(venue, upload)
    assert {n: row.outcome for n, row in rows.items()} == {
        2: "accepted",
        3: "rejected",
        4: "waiting",
        5: "rejected",
    }
    assert [n for n, row in rows.items() if row.cells_sealed is not None] == [4]


def test_undoing_clears_the_queue_and_says_so(venue: Engine) -> None:
    before = contents(venue)
    upload = record(venue, LIST, keep_waiting=True).upload
    decide(venue, upload, row3=RowDecision(cells={"gender": "Sieviete"}))
    undone = undo(venue, upload)
    assert (undone.attendances, undone.persons, undone.waiting) == (2, 2, 2)
    assert set(changed(before, contents(venue))) == TOLD_OF_IT
    assert listed(venue).empty
    assert {row.cells_sealed for row in rows_of(venue, upload).values()} == {None}
    with pytest.raises(UploadUndone):
        decide(venue, upload)
    with pytest.raises(UploadUnknown):
        decide(venue, upload + 1)
    assert record(venue, LIST, keep_waiting=True).waiting == 3


def test_on_their_day_the_cells_are_deleted(venue: Engine) -> None:
    upload = record(venue, LIST, keep_waiting=True).upload
    day = today() + dt.timedelta(days=30)
    with writing(venue) as connection:
        before = day - dt.timedelta(days=1)
        assert attendance.delete_due(connection, COORDINATOR, before) == 0
        assert attendance.delete_due(connection, COORDINATOR, day) == 3
        assert attendance.delete_due(connection, COORDINATOR, day) == 0
    assert outcomes(venue, upload) == {2: "accepted", **dict.fromkeys((3, 4, 5), "rejected")}
    assert {row.cells_sealed for row in rows_of(venue, upload).values()} == {None}
    with reading(venue) as connection:
        event = connection.execute(select(schema.audit_event)).all()[-1]
    assert (event.action, event.details) == ("attendance.deleted_due", {"rows": 3})


def test_what_is_due_is_opened_no_more_and_goes_with_the_next_list(venue: Engine) -> None:
    upload = record(venue, LIST, keep_waiting=True).upload
    table = schema.upload
    with writing(venue) as connection:
        due = update(table).where(table.c.id == upload).values(delete_contents_on=today())
        connection.execute(due)
    assert listed(venue).empty
    done = decide(venue, upload, row3=RowDecision(cells={"gender": "Sieviete"}))
    assert (done.attendances, done.waiting) == (0, 0)
    record(venue, a_csv(came("Ilze Roze", "i@x.lv")), OTHER)
    assert set(outcomes(venue, upload).values()) == {"accepted", "rejected"}


def test_new_keys_seal_what_waits_anew(
    venue: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "identity.key"
    path.write_text(identity.open_keyring().written())
    monkeypatch.setenv("IDENTITY_KEY_FILE", str(path))
    upload = record(venue, LIST, keep_waiting=True).upload
    before = {n: row.cells_sealed for n, row in rows_of(venue, upload).items()}
    rotated = rotation.rotate(venue, OPERATOR)
    assert rotated.sealed["upload_row"] == 3
    after = {n: row.cells_sealed for n, row in rows_of(venue, upload).items()}
    assert all(after[n] != before[n] for n in (3, 4, 5))
    done = decide(venue, upload, row4=RowDecision(same_as=2))
    assert (done.attendances, done.waiting) == (0, 2)


def test_no_dashboard_reads_why_rows_wait_or_what_they_hold(venue: Engine) -> None:
    record(venue, LIST, keep_waiting=True)
    with writing(venue) as connection:
        accounts.open_operator(connection, "tester")
        reader = accounts.operator_of(connection, "tester")
    assert reader is not None
    door = Door(venue.url)
    for column in (schema.upload_row.c.cells_sealed, schema.upload_row.c.problems):
        with pytest.raises((AccessRefused, DatabaseProblem)), door.asking(reader) as connection:
            connection.execute(select(column)).all()
    with door.asking(reader) as connection:
        assert len(connection.execute(select(schema.upload_row.c.outcome)).all()) == 4
    door.dispose()


@pytest.mark.parametrize(("text", "days"), [("", 30), (" 7 ", 7), ("366", 366)])
def test_the_days_are_those_of_the_setting(text: str, days: int) -> None:
    assert keep_days({"PLATFORM_KEEP_NAMES_DAYS": text}) == days


@pytest.mark.parametrize("text", ["0", "367", "-1", "x", "1.5", "٣"])
def test_a_setting_that_is_no_number_of_days_is_refused(text: str) -> None:
    with pytest.raises(KeepDaysUnusable, match="write a whole number from 1 to 366"):
        keep_days({"PLATFORM_KEEP_NAMES_DAYS": text})


def test_whose_right_does_not_reach_there_sees_and_decides_nothing(venue: Engine) -> None:
    upload = record(venue, LIST, keep_waiting=True).upload
    grant = Grant(Role.COORDINATOR, municipalities=frozenset({9_999}))
    limited = Reader("test:limited", frozenset({grant}))
    assert number(venue, "upload_row") == 4
    assert listed(venue, limited).empty
    for act in (
        lambda c: attendance.check_waiting(c, limited, upload),
        lambda c: attendance.decide(c, limited, upload, Decisions()),
        lambda c: attendance.dismiss(c, limited, upload, [3]),
    ):
        with writing(venue) as connection, pytest.raises(AccessRefused):
            act(connection)
