"""One attendance added, corrected, removed by hand, with its history."""

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Engine, select

from data_access import attendance, schema
from data_access.attendance import AlreadyThere, Entry, NotRecordable, ProblemCode
from data_access.engine import reading, writing
from data_access.filters import Filters
from data_access.places import PlaceUnknown
from data_access.upkeep import ChangedMeanwhile, RowUnknown, history
from tests.data_access.answers import records
from tests.data_access.attendance.lists import (
    MEETING,
    OTHER,
    SHUT,
    a_csv,
    came,
    close,
    figures,
    number,
    record,
    undo,
)
from tests.data_access.contents import changed, contents
from tests.data_access.people import a_municipality
from tests.data_access.readers import COORDINATOR

ANNA = Entry("Anna Ozola", "anna@x.lv", "km", "roma", "online", "woman", "30_54", "attended")
SAID = ("category", "institution", "place_kind", "gender", "age_band", "status", "origin")


def enter(engine: Engine, entry: Entry = ANNA, activity: str = MEETING) -> int:
    with writing(engine) as connection:
        return attendance.by_hand(connection, COORDINATOR, activity, entry)


def correct(engine: Engine, row: int, revision: int = 1, **values: Any) -> None:
    with writing(engine) as connection:
        attendance.correct(connection, COORDINATOR, row, revision, **values)


def remove(engine: Engine, row: int, revision: int = 1) -> None:
    with writing(engine) as connection:
        attendance.remove(connection, COORDINATOR, row, revision)


def rows(engine: Engine, *columns: str) -> list[tuple[Any, ...]]:
    with reading(engine) as connection:
        found = attendance.rows(connection, COORDINATOR, Filters(activity=MEETING))
    return records(found, *columns)


def test_an_entry_is_stored_as_it_was_said_and_counts(venue: Engine) -> None:
    row = enter(venue)
    said = ("roma", "km", "online", "woman", "30_54", "attended", "entered")
    assert rows(venue, "attendance", *SAID) == [(row, *said)]
    assert figures(venue, activity=MEETING)["attendances"] == 1


def test_somebody_met_before_is_the_same_person(venue: Engine) -> None:
    record(venue, a_csv(came("ANNA OZOLA", "Anna@X.lv")), OTHER)
    enter(venue)
    assert number(venue, "person") == 2
    enter(venue, replace(ANNA, contact="other@x.lv"))
    assert number(venue, "person") == 3
    assert figures(venue, activity=MEETING)["persons"] == 2


def test_a_file_knows_whom_somebody_entered(venue: Engine) -> None:
    enter(venue)
    done = record(venue, a_csv(came("Anna Ozola", "", "Ministrija km")), OTHER)
    assert (done.attendances, done.persons) == (1, 0)
    undo(venue, done.upload)
    assert number(venue, "person") == 2


REFUSED: list[tuple[Entry, str, type[Exception]]] = [
    (replace(ANNA, name=" "), MEETING, NotRecordable),
    (replace(ANNA, contact="nav"), MEETING, NotRecordable),
    (replace(ANNA, institution="none"), MEETING, attendance.InstitutionUnknown),
    (replace(ANNA, place="2009:LV-000"), MEETING, PlaceUnknown),
    (ANNA, "nothing", attendance.ActivityUnknown),
    (ANNA, SHUT, attendance.RoundClosed),
]


@pytest.mark.parametrize(("entry", "activity", "refusal"), REFUSED)
def test_an_entry_that_cannot_be_is_refused(
    venue: Engine, entry: Entry, activity: str, refusal: type[Exception]
) -> None:
    before = contents(venue)
    with pytest.raises(refusal):
        enter(venue, entry, activity)
    assert contents(venue) == before


def test_nobody_is_at_an_activity_twice(venue: Engine) -> None:
    enter(venue)
    before = contents(venue)
    with pytest.raises(AlreadyThere):
        enter(venue)
    assert contents(venue) == before


def test_a_name_that_several_persons_fit_is_not_guessed(venue: Engine) -> None:
    for contact in ("anna@x.lv", "other@x.lv"):
        enter(venue, replace(ANNA, contact=contact), OTHER)
    with pytest.raises(NotRecordable) as caught:
        enter(venue, replace(ANNA, contact=""))
    assert [problem.code for problem in caught.value.problems] == [ProblemCode.SEVERAL_PERSONS]


def test_a_bare_name_that_is_there_already_is_not_guessed(venue: Engine) -> None:
    bare = replace(ANNA, contact="", institution=None)
    enter(venue, bare)
    before = contents(venue)
    with pytest.raises(NotRecordable) as caught:
        enter(venue, bare)
    assert [problem.code for problem in caught.value.problems] == [ProblemCode.NAMESAKE_HERE]
    assert contents(venue) == before
    enter(venue, bare, OTHER)
    assert number(venue, "person") == 3


def test_a_correction_changes_the_row_and_keeps_what_stood(venue: Engine) -> None:
    done = record(venue, a_csv(came("Anna Kalna", "", "Ministrija km"), came("Dina Kalna")))
    ((row, *_), decoy) = rows(venue, "attendance", *SAID, "upload", "revision")
    correct(venue, row, category="ngo", institution="lm", place="abroad", status="registered")
    assert rows(venue, "attendance", *SAID, "upload", "revision") == [
        (
            row,
            "ngo",
            "lm",
            "abroad",
            "not_stated",
            "not_stated",
            "registered",
            "upload",
            done.upload,
            2,
        ),
        decoy,
    ]
    with reading(venue) as connection:
        kept = history(connection, COORDINATOR, "attendance", row)
    assert set(records(kept, "column_name", "old_value", "new_value", "changed_by")) == {
        ("capacity", "state", "ngo", COORDINATOR.who),
        ("institution_id", "km", "lm", COORDINATOR.who),
        ("place_kind", "not_stated", "abroad", COORDINATOR.who),
        ("status", "attended", "registered", COORDINATOR.who),
    }


def test_a_place_that_stays_keeps_its_name(venue: Engine) -> None:
    row = enter(venue)
    table = schema.attendance
    with writing(venue) as connection:
        named = table.update().where(table.c.id == row)
        connection.execute(named.values(place_name_lv="Tīmeklis"))
        town = a_municipality(connection)
        pair = select(schema.division.c.code, schema.municipality.c.iso).join_from(
            schema.municipality, schema.division
        )
        place = ":".join(connection.execute(pair.where(schema.municipality.c.id == town)).one())
    correct(venue, row, place="online", gender="man")
    assert rows(venue, "place_lv", "gender") == [("Tīmeklis", "man")]
    correct(venue, row, 2, place=place)
    assert rows(venue, "place_lv", "place_kind", "place") == [("Valka", "municipality", place)]
    correct(venue, row, 3, place="online")
    assert rows(venue, "place_lv", "place_kind", "place") == [(None, "online", None)]


def test_the_later_of_two_editors_is_told(venue: Engine) -> None:
    row = enter(venue)
    correct(venue, row, gender="man")
    before = contents(venue)
    for number_, refusal in ((row, ChangedMeanwhile), (row + 1, RowUnknown)):
        with pytest.raises(refusal):
            correct(venue, number_, gender="woman")
        with pytest.raises(refusal):
            remove(venue, number_)
    with pytest.raises(TypeError):
        correct(venue, row, 2, name="Anna")
    assert contents(venue) == before


def test_a_row_removed_takes_along_whom_nothing_else_names(venue: Engine) -> None:
    before = contents(venue)
    row = enter(venue)
    remove(venue, row)
    assert set(changed(before, contents(venue))) == {"change", "data_version"}
    enter(venue, ANNA, OTHER)
    remove(venue, enter(venue))
    assert number(venue, "person") == number(venue, "person_identity") == 2


def test_a_row_of_an_upload_can_be_removed_and_the_rest_undone(venue: Engine) -> None:
    before = contents(venue)
    done = record(venue, a_csv(came("Anna Kalna", "a@x.lv"), came("Jana Kalna", "j@x.lv")))
    remove(venue, rows(venue, "attendance")[0][0])
    assert number(venue, "person") == 2
    assert undo(venue, done.upload) == attendance.Undone(1, 1, gone=1)
    told = {"change", "upload", "upload_row", "audit_event", "data_version"}
    assert set(changed(before, contents(venue))) == told


def test_in_a_closed_round_every_row_stays(venue: Engine) -> None:
    row = enter(venue)
    with writing(venue) as connection:
        close(connection, "IV")
    before = contents(venue)
    with pytest.raises(attendance.RoundClosed):
        correct(venue, row, gender="man")
    with pytest.raises(attendance.RoundClosed):
        remove(venue, row)
    assert contents(venue) == before
