"""An upload taken back: everything as it was, but for what is kept to tell of it."""

import pytest
from sqlalchemy import Engine, select

from data_access import attendance, schema
from data_access.attendance import UploadUndone, UploadUnknown
from data_access.engine import reading, writing
from data_access.filters import Filters
from data_access.reasons import ReasonMissing, ReasonTells
from tests.data_access.answers import records
from tests.data_access.attendance.lists import (
    MEETING,
    OTHER,
    a_csv,
    came,
    close,
    figures,
    number,
    record,
    undo,
)
from tests.data_access.contents import changed, contents
from tests.data_access.people import add
from tests.data_access.readers import COORDINATOR

TOLD_OF_IT = {"upload", "upload_row", "audit_event", "data_version"}
ANNA, JANA = came("Anna Ozola", "anna@x.lv", "Ministrija km"), came("Jana Liepa", "jana@x.lv")
LIST = a_csv(ANNA, JANA, came("Zane Kalna", "zane@x.lv", status="Nē"))


def test_everything_is_as_it_was_and_the_same_file_can_come_again(venue: Engine) -> None:
    before, stood = contents(venue), figures(venue)
    done = record(venue, LIST)
    assert undo(venue, done.upload) == attendance.Undone(2, 3, 0)
    assert set(changed(before, contents(venue))) == TOLD_OF_IT
    assert figures(venue) == stood
    again = record(venue, LIST)
    assert (again.attendances, again.persons) == (2, 2)
    assert figures(venue)["attendances"] == 3


def test_persons_whom_another_upload_names_stay(venue: Engine) -> None:
    first = record(venue, LIST)
    second = record(venue, a_csv(ANNA, came("Nora Jauna", "new@x.lv")), OTHER)
    assert undo(venue, first.upload) == attendance.Undone(2, 2, persons_kept=1)
    assert number(venue, "person") == number(venue, "person_identity") == 3
    assert figures(venue, activity=OTHER)["persons"] == 3
    assert figures(venue, activity=MEETING)["attendances"] is None
    again = record(venue, LIST)
    assert (again.attendances, again.persons) == (2, 1)
    undo(venue, again.upload)
    assert undo(venue, second.upload).persons == 2
    assert number(venue, "person") == number(venue, "person_identity") == 1


def test_uploads_undone_in_the_other_order_leave_nothing_either(venue: Engine) -> None:
    before = contents(venue)
    first = record(venue, LIST)
    between = contents(venue)
    second = record(venue, a_csv(ANNA, came("Nora Jauna", "new@x.lv")), OTHER)
    undo(venue, second.upload)
    assert set(changed(between, contents(venue))) <= TOLD_OF_IT
    undo(venue, first.upload)
    assert set(changed(before, contents(venue))) == TOLD_OF_IT


def test_what_another_upload_lists_as_well_stays_and_belongs_to_that_one(venue: Engine) -> None:
    registered = came("Zane Kalna", "zane@x.lv", status="Nē")
    first = record(venue, a_csv(ANNA, JANA, registered, came("Ivo Kalna", "ivo@x.lv")))
    second = record(venue, a_csv(ANNA, JANA, registered, came("Ilze Kalna", "ilze@x.lv")))
    assert (second.attendances, second.persons) == (1, 1)
    third = record(venue, a_csv(ANNA, came("Uldis Kalna", "uldis@x.lv")))
    undone = undo(venue, first.upload)
    assert undone == attendance.Undone(1, 1, passed_on=3, persons_kept=3)
    assert figures(venue, activity=MEETING)["attendances"] == 4
    assert stands(venue) == {second.upload: (3, 3), third.upload: (1, 1)}
    undone = undo(venue, second.upload)
    assert undone == attendance.Undone(2, 3, passed_on=1, persons_kept=1)
    assert stands(venue) == {third.upload: (2, 2)}
    assert undo(venue, third.upload) == attendance.Undone(2, 2, 0)
    assert number(venue, "person") == 1


def test_what_only_an_undone_upload_lists_as_well_goes(venue: Engine) -> None:
    before = contents(venue)
    first = record(venue, a_csv(ANNA, JANA))
    between = contents(venue)
    second = record(venue, a_csv(ANNA, came("Nora Jauna", "new@x.lv")))
    undo(venue, second.upload)
    assert set(changed(between, contents(venue))) == TOLD_OF_IT
    assert undo(venue, first.upload) == attendance.Undone(2, 2, 0)
    assert set(changed(before, contents(venue))) == TOLD_OF_IT


def test_an_upload_that_is_not_recorded_yet_keeps_nobody(venue: Engine) -> None:
    first = record(venue, a_csv(ANNA, JANA))
    second = record(venue, a_csv(ANNA, came("Nora Jauna", "new@x.lv")))
    with writing(venue) as connection:
        upload = schema.upload
        connection.execute(
            upload.update().where(upload.c.id == second.upload).values(status="staged")
        )
    assert undo(venue, first.upload).attendances == 2


def test_somebody_entered_by_hand_whom_an_upload_lists_stays(venue: Engine) -> None:
    decoy = came("Decoy Decoy", "decoy@example.org")
    before = contents(venue)
    done = record(venue, a_csv(decoy, ANNA), OTHER)
    assert undo(venue, done.upload) == attendance.Undone(1, 1, 0)
    assert set(changed(before, contents(venue))) == TOLD_OF_IT


def stands(engine: Engine) -> dict[int, tuple[int, int]]:
    """What each upload that stands has in the data: attendances, and persons it was to bring."""
    with reading(engine) as connection:
        listed = attendance.uploads(connection, COORDINATOR, Filters())
    kept = listed[listed["status"] == "recorded"]
    told = records(kept, "upload", "attendances", "persons_new")
    return {upload: (attendances, persons) for upload, attendances, persons in told}


def test_days_of_attendance_go_and_corrections_stay_in_the_history(venue: Engine) -> None:
    done = record(venue, LIST)
    table = schema.attendance
    with writing(venue) as connection:
        mine = select(table.c.id).where(table.c.upload_id == done.upload)
        row = connection.scalars(mine.order_by(table.c.id)).all()[0]
        attendance.correct(connection, COORDINATOR, row, 1, gender="woman")
        day = select(schema.data_version.c.changed_at)
        moment = connection.scalars(day).one()
        add(connection, schema.attendance_day, attendance_id=row, day=moment.date())
    history = contents(venue)["change"]
    assert undo(venue, done.upload, force=True) == attendance.Undone(2, 3, corrected=1)
    assert contents(venue)["change"] == history
    assert number(venue, "attendance_day") == 0


def test_the_upload_keeps_when_and_why_and_the_audit_trail_who(venue: Engine) -> None:
    done = record(venue, LIST)
    with writing(venue) as connection:
        attendance.undo(connection, COORDINATOR, done.upload, "  wrong \n file ")
    with reading(venue) as connection:
        upload = connection.execute(select(schema.upload)).one()
        events = connection.execute(select(schema.audit_event)).all()
        rows = connection.execute(select(schema.upload_row)).all()
    assert (upload.status, upload.undone_reason) == ("undone", "wrong file")
    assert upload.undone_at >= upload.recorded_at
    assert [(event.action, event.reason) for event in events] == [
        ("attendance.recorded", None),
        ("attendance.undone", "wrong file"),
    ]
    assert events[1].details == {"attendances": 2, "persons": 3}
    assert [row.attendance_id for row in rows] == [None] * 3


def test_what_cannot_be_undone_is_refused_and_changes_nothing(venue: Engine) -> None:
    done = record(venue, LIST)
    standing = contents(venue)
    with pytest.raises(UploadUnknown):
        undo(venue, done.upload + 1)
    with writing(venue) as connection, pytest.raises(ReasonMissing):
        attendance.undo(connection, COORDINATOR, done.upload, " \n\x00")
    for telling in ("Raksta kads@example.org", "Zvana 26123456"):
        with writing(venue) as connection, pytest.raises(ReasonTells):
            attendance.undo(connection, COORDINATOR, done.upload, telling)
    assert contents(venue) == standing
    undo(venue, done.upload)
    gone = contents(venue)
    with pytest.raises(UploadUndone):
        undo(venue, done.upload)
    assert contents(venue) == gone


def test_in_a_closed_round_nothing_is_undone(venue: Engine) -> None:
    done = record(venue, LIST)
    with writing(venue) as connection:
        close(connection, "IV")
    before = contents(venue)
    with pytest.raises(attendance.RoundClosed):
        undo(venue, done.upload)
    assert contents(venue) == before
