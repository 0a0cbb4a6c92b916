"""A new version of a list: what differs has to be confirmed, and can be taken back exactly."""

from typing import Any

import pytest
from sqlalchemy import Engine, select

from data_access import attendance, schema
from data_access.attendance import DifferenceUnconfirmed, Undone, Why
from data_access.engine import reading, writing
from tests.data_access.attendance.lists import (
    MEETING,
    OTHER,
    a_csv,
    came,
    check,
    figures,
    number,
    record,
    undo,
)
from tests.data_access.contents import changed, contents
from tests.data_access.people import add
from tests.data_access.readers import COORDINATOR

TOLD_OF_IT = {"upload", "upload_row", "audit_event", "data_version"}
ANNA = came("Anna Ozola", "anna@x.lv", "Ministrija km")
JANA, ZANE = came("Jana Liepa", "jana@x.lv"), came("Zane Egle", "zane@x.lv")
ILZE = came("Ilze Roze", "ilze@x.lv")
FIRST = a_csv(ANNA, JANA, ZANE)
SECOND = a_csv(came("Anna Ozola", "anna@x.lv", "Ministrija lm", gender="Sieviete"), JANA, ILZE)


def there(engine: Engine) -> dict[int, int]:
    """Persons at the meeting by their attendances."""
    table = schema.attendance
    with reading(engine) as connection:
        mine = select(table.c.id, table.c.person_id).where(table.c.upload_id.is_not(None))
        return {row.id: row.person_id for row in connection.execute(mine.order_by(table.c.id))}


def correct(engine: Engine, row: int) -> None:
    with writing(engine) as connection:
        attendance.correct(connection, COORDINATOR, row, 1, age_band="18_29")


def test_a_first_list_differs_from_nothing(venue: Engine) -> None:
    assert check(venue, FIRST).difference is None
    assert record(venue, FIRST, confirmed_difference=False).attendances == 3
    assert check(venue, SECOND, OTHER).difference is None


def test_a_second_list_is_held_against_the_first(venue: Engine) -> None:
    upload = record(venue, FIRST).upload
    (anna, jana, zane), persons = there(venue), list(there(venue).values())
    found = check(venue, SECOND).difference
    assert found is not None
    assert (found.uploads, found.new, found.same) == ((upload,), (4,), (jana,))
    (change,) = found.changed
    assert (change.row, change.attendance, change.person) == (2, anna, persons[0])
    assert set(change.columns) == {"gender", "institution"}
    (missing,) = found.missing
    assert (missing.attendance, missing.person, missing.is_corrected) == (zane, persons[2], False)


def test_unconfirmed_it_stores_nothing(venue: Engine) -> None:
    record(venue, FIRST)
    before = contents(venue)
    with pytest.raises(DifferenceUnconfirmed) as caught:
        record(venue, SECOND, confirmed_difference=False)
    assert caught.value.difference == check(venue, SECOND).difference
    assert contents(venue) == before


def test_whoever_is_missing_stays_by_default(venue: Engine) -> None:
    record(venue, FIRST)
    done = record(venue, SECOND)
    assert (done.attendances, done.taken_out) == (1, 0)
    assert figures(venue, activity=MEETING)["attendances"] == 4


def test_nobody_is_missing_whom_a_waiting_row_may_speak_of(venue: Engine) -> None:
    record(venue, FIRST)
    found = check(
        venue, a_csv(ANNA, came("Zane Egle"), came("Jana Liepa", "jana@x.lv", gender="x"))
    )
    assert found.difference is not None
    assert (found.waiting, found.difference.missing) == (2, ())


def test_taken_out_and_brought_back_to_the_letter(venue: Engine) -> None:
    first = record(venue, FIRST).upload
    zane = list(there(venue))[2]
    with writing(venue) as connection:
        day = connection.scalars(select(schema.data_version.c.changed_at)).one().date()
        add(connection, schema.attendance_day, attendance_id=zane, day=day)
    before, stood = contents(venue), figures(venue)
    done = record(venue, SECOND, take_out=True)
    assert (done.attendances, done.taken_out) == (1, 1)
    assert figures(venue, activity=MEETING)["attendances"] == 3
    assert zane not in there(venue)
    undone = undo(venue, done.upload)
    assert (undone.attendances, undone.restored, undone.failed) == (1, 1, ())
    assert set(changed(before, contents(venue))) == TOLD_OF_IT
    assert figures(venue) == stood
    rows = schema.upload_row
    with reading(venue) as connection:
        mine = select(rows.c.attendance_id).where(rows.c.upload_id == first)
        assert zane in connection.scalars(mine).all()
    assert undo(venue, first).persons == 3
    assert number(venue, "person") == 1


def test_two_that_are_one_are_taken_out_and_brought_back_together(venue: Engine) -> None:
    record(venue, a_csv(ANNA, came("Anna Kalna-Liepa", "al@x.lv"), JANA))
    kept, merged, _ = there(venue).values()
    with writing(venue) as connection:
        attendance.join(connection, COORDINATOR, kept, merged)
    before = contents(venue)
    newer = record(venue, a_csv(JANA, ILZE), take_out=True)
    assert newer.taken_out == 1
    assert figures(venue, activity=MEETING)["attendances"] == 2
    assert undo(venue, newer.upload).failed == ()
    assert set(changed(before, contents(venue))) == TOLD_OF_IT


def test_what_somebody_corrected_is_not_taken_out(venue: Engine) -> None:
    record(venue, FIRST)
    zane = list(there(venue))[2]
    correct(venue, zane)
    found = check(venue, SECOND).difference
    assert found is not None
    assert [one.is_corrected for one in found.missing] == [True]
    assert record(venue, SECOND, take_out=True).taken_out == 0
    assert zane in there(venue)


def test_of_an_upload_undone_in_between_nothing_comes_back(venue: Engine) -> None:
    start = contents(venue)
    first = record(venue, FIRST).upload
    persons = list(there(venue).values())
    zane = list(there(venue))[2]
    second = record(venue, SECOND, take_out=True).upload
    undone = undo(venue, first)
    assert (undone.attendances, undone.passed_on, undone.gone) == (0, 2, 1)
    undone = undo(venue, second)
    assert [(one.attendance, one.person, one.why) for one in undone.failed] == [
        (zane, persons[2], Why.UPLOAD_UNDONE)
    ]
    assert (undone.attendances, undone.restored) == (3, 0)
    assert set(changed(start, contents(venue))) == TOLD_OF_IT


def test_who_is_there_again_by_another_list_stays_as_that_one_says(venue: Engine) -> None:
    start = contents(venue)
    first = record(venue, FIRST).upload
    second = record(venue, SECOND, take_out=True).upload
    third = record(venue, a_csv(came("Zane Egle", "zane@x.lv", gender="Sieviete"))).upload
    undone = undo(venue, second)
    assert [one.why for one in undone.failed] == [Why.THERE_AGAIN]
    assert figures(venue, activity=MEETING)["attendances"] == 3
    assert undo(venue, third).passed_on == 1
    assert figures(venue, activity=MEETING)["attendances"] == 3
    assert undo(venue, first).attendances == 3
    assert set(changed(start, contents(venue))) == TOLD_OF_IT


def test_what_somebody_changed_since_is_kept_and_named(venue: Engine) -> None:
    upload = record(venue, FIRST).upload
    anna, *_ = there(venue)
    correct(venue, anna)
    undone = undo(venue, upload)
    assert undone == Undone(2, 2, kept=(anna,), persons_kept=1)
    table = schema.attendance
    with reading(venue) as connection:
        row: Any = connection.execute(select(table).where(table.c.id == anna)).one()
    assert (row.origin, row.upload_id, row.age_band) == ("entered", None, "18_29")
    assert figures(venue, activity=MEETING)["attendances"] == 1
    again = record(venue, FIRST)
    assert (again.attendances, again.persons) == (2, 2)
