"""A file becomes rows: all of it once, or nothing; and nobody's name in the clear."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event, select

from data_access import attendance, audit, identity, schema
from data_access.attendance import FileKnown, NotRecordable, ProblemCode, Recorded
from data_access.attendance.examining import Examination
from data_access.engine import reading, writing
from data_access.filters import Filters
from tests.data_access.attendance.lists import (
    MEETING,
    OTHER,
    SHUT,
    a_csv,
    came,
    check,
    figures,
    number,
    of_rows,
    record,
    spelled,
    undo,
)
from tests.data_access.contents import contents
from tests.data_access.people import a_family
from tests.data_access.readers import COORDINATOR

ANNA, JANA = came("Anna Ozola", "anna@x.lv", "Ministrija km"), came("Jana Liepa", "26123456")
LIST = a_csv(
    ANNA,
    JANA,
    came("Zane Kalna", "zane@x.lv", status="Nē"),
    came("Ivo Kalna", "ivo@x.lv", status=""),
)


def rows_of(engine: Engine, table: str) -> list[dict[str, Any]]:
    found = schema.metadata.tables[table]
    with reading(engine) as connection:
        statement = select(found).order_by(*found.primary_key.columns)
        return [dict(row) for row in connection.execute(statement).mappings()]


def test_the_figures_rise_by_exactly_what_is_new(venue: Engine) -> None:
    before, promised = figures(venue, round="IV"), check(venue, LIST)
    done = record(venue, LIST)
    after = figures(venue, round="IV")
    assert (done.attendances, done.persons) == (2, 2)
    assert (promised.new_attendances, promised.new_persons) == (2, 2)
    assert {name: (before[name], after[name]) for name in ("attendances", "persons")} == {
        "attendances": (1, 3),
        "persons": (1, 3),
    }
    again = record(venue, a_csv(ANNA, came("Nora Jauna", "new@x.lv")), OTHER)
    assert (again.attendances, again.persons) == (2, 1)
    assert figures(venue, round="IV")["persons"] == 4


def test_registered_and_not_stated_rows_are_stored_and_never_count(venue: Engine) -> None:
    record(venue, LIST)
    stored = [r["status"] for r in rows_of(venue, "attendance") if r["origin"] == "upload"]
    assert sorted(stored) == ["attended", "attended", "not_stated", "registered"]
    assert figures(venue, activity=MEETING)["attendances"] == 2


def test_what_a_row_says_is_what_is_stored(venue: Engine) -> None:
    said = {"category": "NVO", "gender": "Sieviete", "age_band": "30-54", "place": "Tiešsaiste"}
    done = record(venue, a_csv(came("Anna Kalna", "", "Ministrija lm", **said)))
    (row,) = [r for r in rows_of(venue, "attendance") if r["upload_id"] == done.upload]
    stored = ("capacity", "gender", "age_band", "place_kind", "municipality_id", "origin")
    assert [row[name] for name in stored] == ["ngo", "woman", "30_54", "online", None, "upload"]
    bodies = {r["id"]: r["code"] for r in rows_of(venue, "institution")}
    assert bodies[row["institution_id"]] == "lm"


def test_a_municipality_is_the_one_of_the_activitys_day(facts: Engine) -> None:
    record(facts, a_csv(came("Anna Kalna", place="Kandavas novads")), "iv-talsi")
    (row,) = rows_of(facts, "attendance")
    place = {r["id"]: r["name"] for r in rows_of(facts, "municipality")}
    assert (row["place_kind"], place[row["municipality_id"]]) == ("municipality", "Kandavas novads")


def test_several_rows_of_a_person_are_one_attendance_that_says_most(venue: Engine) -> None:
    lines = [
        came("Anna Kalna", "anna@x.lv", status="Nē", gender="Sieviete"),
        came("ANNA KALNA", "Anna@X.lv", "Ministrija km", gender="Vīrietis", age_band="18-29"),
        came("ANNA KALNA", "Anna@X.lv", "Ministrija lm", status=""),
    ]
    done = record(venue, a_csv(*lines))
    (row,) = [r for r in rows_of(venue, "attendance") if r["upload_id"] == done.upload]
    assert (row["status"], row["gender"], row["age_band"]) == ("attended", "woman", "18_29")
    bodies = {r["id"]: r["code"] for r in rows_of(venue, "institution")}
    assert bodies[row["institution_id"]] == "km"
    outcomes = [(r["row_number"], r["outcome"]) for r in rows_of(venue, "upload_row")]
    assert outcomes == [(2, "accepted"), (3, "skipped"), (4, "skipped")]


def test_the_upload_says_which_bytes_and_never_the_files_name(venue: Engine) -> None:
    before = dt.datetime.now(dt.UTC)
    with writing(venue) as connection:
        attendance.record(connection, COORDINATOR, LIST, "Saraksts-Ozola.csv", MEETING)
    (row,) = rows_of(venue, "upload")
    assert (row["file_kind"], row["size_bytes"], row["status"]) == ("csv", len(LIST), "recorded")
    assert before <= row["uploaded_at"] == row["recorded_at"] <= dt.datetime.now(dt.UTC)
    assert "Saraksts" not in str(contents(venue))


def test_the_audit_trail_says_who_recorded_what(venue: Engine) -> None:
    done = record(venue, LIST)
    (event,) = rows_of(venue, "audit_event")
    assert (event["actor"], event["action"]) == (COORDINATOR.who, "attendance.recorded")
    assert (event["subject_table"], event["subject_id"]) == ("upload", done.upload)
    assert event["details"] == {
        "activity": MEETING,
        "is_trial": False,
        "rows": 4,
        "attendances": 2,
        "persons": 2,
    }


def test_the_same_bytes_again_are_refused_with_when_and_where(venue: Engine) -> None:
    record(venue, LIST)
    (known,) = rows_of(venue, "upload")
    before = contents(venue)
    for activity in (MEETING, OTHER):
        with pytest.raises(FileKnown) as caught:
            record(venue, LIST, activity)
        assert caught.value.uploaded_at == known["uploaded_at"]
        assert caught.value.activity == MEETING
    assert contents(venue) == before


def test_what_was_checked_is_gone_on_with_unless_something_changed(
    venue: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = attendance.read(LIST, "list.csv")
    with reading(venue) as connection:
        checked = attendance.check(connection, COORDINATOR, sheet, MEETING)
    looked: list[object] = []
    of = Examination.of

    def watched(*given: object, **named: object) -> Examination:
        looked.append(given)
        return of(*given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(Examination, "of", watched)
    done = record(venue, LIST, sheet=sheet, checked=checked)
    assert (done.attendances, looked) == (checked.new_attendances, [])
    undo(venue, done.upload)
    record(venue, a_csv(JANA), OTHER)
    looked.clear()
    assert record(venue, LIST, sheet=sheet, checked=checked).persons == done.persons - 1
    assert len(looked) == 1


def test_eight_at_once_store_one(venue: Engine) -> None:
    def attempt(_: int) -> Recorded | FileKnown:
        try:
            return record(venue, LIST)
        except FileKnown as known:
            return known

    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(attempt, range(8)))
    assert sum(isinstance(answer, Recorded) for answer in answers) == 1
    assert (number(venue, "upload"), number(venue, "attendance")) == (1, 5)
    assert figures(venue)["attendances"] == 3


@pytest.mark.parametrize("broken", ["append", "chain.hash_of"])
def test_a_failure_in_the_middle_stores_nothing(
    venue: Engine, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    before = contents(venue)
    monkeypatch.setattr(f"{audit.__name__}.{broken}", fail)
    with pytest.raises(ZeroDivisionError):
        record(venue, LIST)
    assert contents(venue) == before
    monkeypatch.undo()
    assert record(venue, LIST).attendances == 2


def test_a_file_with_problems_stores_nothing_and_the_refusal_names_nobody(venue: Engine) -> None:
    before = contents(venue)
    with pytest.raises(NotRecordable) as caught:
        record(venue, a_csv(ANNA, came("Jana Liepa", "nav kontakta", gender="Ozola")))
    assert [p.code for p in caught.value.problems] == [
        ProblemCode.CONTACT_UNUSABLE,
        ProblemCode.WORD_UNKNOWN,
    ]
    assert str(caught.value) == "contact_unusable, word_unknown"
    assert contents(venue) == before


@pytest.mark.parametrize(
    ("activity", "refusal"),
    [(SHUT, attendance.RoundClosed), ("nothing", attendance.ActivityUnknown)],
)
def test_closed_rounds_and_unknown_activities_take_nothing(
    venue: Engine, activity: str, refusal: type[Exception]
) -> None:
    before = contents(venue)
    with pytest.raises(refusal):
        record(venue, LIST, activity)
    assert contents(venue) == before


def test_without_the_key_nothing_is_stored(venue: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    before = contents(venue)
    monkeypatch.setenv("IDENTITY_KEY_FILE", "/nowhere/identity.key")
    with pytest.raises(identity.IdentityKeyProblem):
        record(venue, LIST)
    assert contents(venue) == before


def test_beside_made_up_rows_the_upload_is_marked_a_trial(venue: Engine) -> None:
    record(venue, a_csv(ANNA))
    with writing(venue) as connection:
        a_family(connection, origin="sample")
    record(venue, a_csv(JANA))
    assert [row["is_trial"] for row in rows_of(venue, "upload")] == [False, True]


def test_names_and_contacts_are_nowhere_in_the_clear(
    venue: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    done = record(venue, LIST)
    undo(venue, done.upload)
    record(venue, LIST)
    with reading(venue) as connection:
        shown = attendance.rows(connection, COORDINATOR, Filters(activity=MEETING)).to_csv()
    everything = b"\n".join(
        value if isinstance(value, bytes) else str(value).encode()
        for rows in contents(venue).values()
        for row in rows
        for value in row
    )
    everything += (shown + caplog.text).encode()
    for secret in ("Ozola", "ozola", "anna", "anna@x.lv", "26123456", "Liepa", "Zane"):
        assert secret.encode() not in everything, secret
    keyring = identity.open_keyring()
    sealed = {keyring.unseal(row["name_sealed"]) for row in rows_of(venue, "person_identity")}
    assert sealed == {"Anna Ozola", "Jana Liepa", "Zane Kalna", "Ivo Kalna", "Decoy Decoy"}


def test_two_thousand_rows_take_hardly_more_statements_than_twenty(venue: Engine) -> None:
    statements: list[str] = []
    event.listen(venue, "before_cursor_execute", lambda *told: statements.append(told[2]))
    few, many = (
        a_csv(*(came(spelled(n), f"a{n}@x.lv") for n in numbers))
        for numbers in (range(20), range(100, 2100))
    )
    record(venue, few)
    with_few = len(statements)
    done = record(venue, many)
    assert (done.attendances, done.persons) == (2000, 2000)
    # The database takes a thousand rows or so at a time.
    assert len(statements) - with_few < with_few + 30


def test_a_made_up_person_is_nobodys_namesake(venue: Engine) -> None:
    record(venue, a_csv(ANNA), OTHER)
    with writing(venue) as connection:
        connection.execute(schema.attendance.update().values(upload_id=None, origin="sample"))
        connection.execute(schema.person.update().values(origin="sample"))
    found = check(venue, a_csv(ANNA))
    assert (found.known_persons, found.new_persons, of_rows(found)) == (0, 1, ())


def test_a_merged_person_is_the_one_who_was_kept(venue: Engine) -> None:
    record(venue, a_csv(ANNA), OTHER)
    record(venue, a_csv(came("Anna Ozola", "other@x.lv")), OTHER)
    kept, merged = (
        row["person_id"] for row in rows_of(venue, "attendance") if row["origin"] == "upload"
    )
    with writing(venue) as connection:
        person = schema.person
        connection.execute(person.update().where(person.c.id == merged).values(merged_into_id=kept))
    done = record(venue, a_csv(came("Anna Ozola", "other@x.lv"), ANNA))
    assert (done.attendances, done.persons) == (1, 0)
    (row,) = [r for r in rows_of(venue, "attendance") if r["upload_id"] == done.upload]
    assert row["person_id"] == kept


def test_two_names_of_one_person_are_one_attendance(venue: Engine) -> None:
    record(venue, a_csv(ANNA, JANA), OTHER)
    kept, merged = (
        row["person_id"] for row in rows_of(venue, "attendance") if row["origin"] == "upload"
    )
    with writing(venue) as connection:
        person = schema.person
        connection.execute(person.update().where(person.c.id == merged).values(merged_into_id=kept))
    content = a_csv(JANA, came("Nora Jauna", "new@x.lv"), ANNA)
    promised = check(venue, content)
    assert (promised.new_attendances, promised.repeated, promised.known_persons) == (2, 1, 1)
    done = record(venue, content)
    assert (done.attendances, done.persons) == (2, 1)


def test_another_key_than_the_one_of_the_names_on_record_is_refused(
    venue: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(venue)
    identity.create_key(tmp_path / "other.key")
    monkeypatch.setenv("IDENTITY_KEY_FILE", str(tmp_path / "other.key"))
    with pytest.raises(identity.IdentityKeyProblem, match="not the one that sealed"):
        record(venue, LIST)
    assert contents(venue) == before
