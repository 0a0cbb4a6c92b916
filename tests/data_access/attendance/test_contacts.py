"""A contact that comes later is remembered, and goes with the uploads that stated it."""

from typing import Any

import pytest
from sqlalchemy import Engine, select

from data_access import attendance, identity, schema
from data_access.attendance import Entry
from data_access.attendance.reading import Decisions, RowDecision
from data_access.engine import reading, writing
from data_access.filters import Filters
from tests.data_access.attendance.lists import (
    MEETING,
    OTHER,
    Line,
    a_csv,
    came,
    check,
    number,
    record,
    spelled,
    undo,
)
from tests.data_access.contents import changed, contents
from tests.data_access.people import an_activity
from tests.data_access.readers import COORDINATOR

TOLD_OF_IT = {"upload", "upload_row", "audit_event", "data_version"}
BARE = came("Anna Ozola", "", "Ministrija km")
A, B = came("Anna Ozola", "a@x.lv", "Ministrija km"), came("Anna Ozola", "b@x.lv", "Ministrija km")
A_ELSEWHERE = came("ANNA OZOLA", "A@x.lv", "Ministrija lm")
THIRD, FOURTH = "third-meeting", "fourth-meeting"


@pytest.fixture
def meetings(venue: Engine) -> Engine:
    """Two further activities of the open round."""
    with writing(venue) as connection:
        round_id = connection.scalars(
            select(schema.round.c.id).where(schema.round.c.code == "IV")
        ).one()
        for code in (THIRD, FOURTH):
            an_activity(connection, round_id, code=code)
    return venue


def listed(engine: Engine, line: Line, activity: str) -> int:
    """Somebody uploads a list of the line, and somebody unlike anybody; the upload's number."""
    filler = came(spelled(number(engine, "upload")), f"f{number(engine, 'upload')}@x.lv")
    return record(engine, a_csv(line, filler), activity).upload


def contacts(engine: Engine) -> list[str | None]:
    """Every contact of an Anna on record, unsealed."""
    keyring, table = identity.open_keyring(), schema.person_identity
    with reading(engine) as connection:
        rows = connection.execute(select(table).order_by(table.c.id)).all()
    annas = [row for row in rows if row.name_match == keyring.match("anna ozola")]
    assert all((row.contact_match is None) == (row.contact_sealed is None) for row in annas)
    return [keyring.unseal(row.contact_sealed) if row.contact_sealed else None for row in annas]


def enter(engine: Engine, contact: str, activity: str, **values: Any) -> int:
    with writing(engine) as connection:
        entry = Entry("Anna Ozola", contact, "km", status="attended", **values)
        return attendance.by_hand(connection, COORDINATOR, activity, entry)


def test_a_contact_that_comes_later_tells_people_apart_from_then_on(meetings: Engine) -> None:
    listed(meetings, BARE, MEETING)
    listed(meetings, A, OTHER)
    assert contacts(meetings) == ["a@x.lv"]
    listed(meetings, B, THIRD)
    assert contacts(meetings) == ["a@x.lv", "b@x.lv"]
    listed(meetings, A_ELSEWHERE, FOURTH)
    assert contacts(meetings) == ["a@x.lv", "b@x.lv"]


def test_a_contact_is_learned_of_somebody_who_is_there_already(meetings: Engine) -> None:
    listed(meetings, BARE, MEETING)
    before = contents(meetings)
    again = record(meetings, a_csv(A, came("Nora Jauna", "new@x.lv"))).upload
    assert contacts(meetings) == ["a@x.lv"]
    undo(meetings, again)
    assert set(changed(before, contents(meetings))) == TOLD_OF_IT


@pytest.mark.parametrize("line", [A, BARE])
def test_undoing_the_one_upload_that_stated_it_takes_it_back(meetings: Engine, line: Line) -> None:
    listed(meetings, BARE, MEETING)
    before = contents(meetings)
    upload = listed(meetings, A, OTHER)
    later = listed(meetings, line, THIRD)
    undo(meetings, upload)
    assert contacts(meetings) == (["a@x.lv"] if line is A else [None])
    undo(meetings, later)
    assert set(changed(before, contents(meetings))) == TOLD_OF_IT


def test_a_contact_of_an_undone_file_does_not_double_the_person(meetings: Engine) -> None:
    wrong = listed(meetings, came("Anna Ozola", "wrong@x.lv", "Ministrija km"), MEETING)
    listed(meetings, BARE, OTHER)
    undo(meetings, wrong)
    assert contacts(meetings) == [None]
    found = check(meetings, a_csv(A))
    assert (found.known_persons, found.new_persons) == (1, 0)


def test_a_contact_stated_twice_in_a_file_goes_with_it(meetings: Engine) -> None:
    listed(meetings, BARE, MEETING)
    before = contents(meetings)
    upload = record(meetings, a_csv(A, came("anna ozola", "A@x.lv"), BARE), OTHER).upload
    undo(meetings, upload)
    assert set(changed(before, contents(meetings))) == TOLD_OF_IT


def test_a_contact_entered_by_hand_stays_whatever_is_undone(meetings: Engine) -> None:
    upload = listed(meetings, A, MEETING)
    enter(meetings, "a@x.lv", OTHER)
    later = listed(meetings, A, THIRD)
    for each in (upload, later):
        undo(meetings, each)
        assert contacts(meetings) == ["a@x.lv"]


def test_a_contact_entered_by_hand_later_is_learned(meetings: Engine) -> None:
    enter(meetings, "", MEETING)
    enter(meetings, "a@x.lv", OTHER)
    assert contacts(meetings) == ["a@x.lv"]
    undo(meetings, listed(meetings, A, THIRD))
    assert contacts(meetings) == ["a@x.lv"]


def test_a_row_removed_by_hand_takes_along_the_contact_that_it_alone_stated(
    meetings: Engine,
) -> None:
    listed(meetings, BARE, MEETING)
    upload = record(meetings, a_csv(A, came("anna ozola", "A@x.lv")), OTHER).upload
    table = schema.attendance
    with writing(meetings) as connection:
        row = connection.scalars(select(table.c.id).where(table.c.upload_id == upload)).one()
        attendance.remove(connection, COORDINATOR, row, 1)
    assert contacts(meetings) == [None]
    with reading(meetings) as connection:
        rows = connection.execute(
            select(schema.upload_row).where(schema.upload_row.c.upload_id == upload)
        ).all()
    assert [(row.problems, row.attendance_id) for row in rows] == [({}, None)] * 2


def test_a_merged_person_keeps_each_name_and_its_contact(meetings: Engine) -> None:
    listed(meetings, A, MEETING)
    listed(meetings, came("Anna Kalna", "kalna@x.lv", "Ministrija lm"), OTHER)
    keyring, table, person = identity.open_keyring(), schema.person_identity, schema.person
    with writing(meetings) as connection:
        kept, merged = (
            connection.scalars(
                select(table.c.person_id).where(table.c.name_match == keyring.match(name))
            ).one()
            for name in ("Anna Ozola", "Anna Kalna")
        )
        connection.execute(person.update().where(person.c.id == merged).values(merged_into_id=kept))
    found = check(meetings, a_csv(came("Anna Ozola", "kalna@x.lv")), THIRD)
    assert (found.known_persons, found.new_persons) == (1, 0)
    before = contents(meetings)
    both = a_csv(A, came("Anna Kalna", "kalna@x.lv"))
    assert check(meetings, both, THIRD).new_attendances == 1
    done = record(meetings, both, THIRD)
    assert (done.attendances, done.persons) == (1, 0)
    undo(meetings, done.upload)
    assert set(changed(before, contents(meetings))) == TOLD_OF_IT


def test_rows_that_somebody_tied_keep_both_contacts_and_names(meetings: Engine) -> None:
    before = contents(meetings)
    told = (came("Anna Kalna", "a@y.lv"), came("Anna Ābele", "26123456"))
    tied = Decisions(rows={3: RowDecision(same_as=2)})
    done = record(meetings, a_csv(*told), decisions=tied)
    assert (done.attendances, done.persons) == (1, 1)
    for line in told:
        assert check(meetings, a_csv(line), OTHER).known_persons == 1
    further = record(meetings, a_csv(told[1]), OTHER)
    assert further.persons == 0
    assert number(meetings, "person_identity") == len(before["person_identity"]) + 2
    undo(meetings, done.upload)
    assert check(meetings, a_csv(told[1]), MEETING).known_persons == 1
    assert check(meetings, a_csv(told[0]), MEETING).known_persons == 0
    undo(meetings, further.upload)
    assert contents(meetings)["person"] == before["person"]
    assert contents(meetings)["person_merge"] == before["person_merge"]
    assert contents(meetings)["person_identity"] == before["person_identity"]


def test_what_was_tied_by_mistake_is_taken_apart_as_joins_are(meetings: Engine) -> None:
    told = (came("Anna Kalna", "a@y.lv"), came("Anna Ābele", "26123456"))
    record(meetings, a_csv(*told), decisions=Decisions(rows={3: RowDecision(same_as=2)}))
    with reading(meetings) as connection:
        (join,) = attendance.joined(connection, COORDINATOR, Filters())["merge"]
    with writing(meetings) as connection:
        assert attendance.take_apart(connection, COORDINATOR, int(join)).since == 0
    assert check(meetings, a_csv(told[0]), OTHER).known_persons == 1
    assert check(meetings, a_csv(told[1]), OTHER).new_persons == 1
