"""When a file is only a trial, cannot be checked at all, or names somebody who is there."""

from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, select

from data_access import attendance, schema
from data_access.attendance import NotRecordable, Problem, ProblemCode
from data_access.engine import reading, writing
from data_access.identity import MATCH, IdentityKeyProblem, create_key, key_file
from tests.data_access.attendance.lists import (
    MEETING,
    OTHER,
    SHUT,
    a_csv,
    came,
    check,
    figures,
    of_rows,
    record,
)
from tests.data_access.people import a_family, a_person, attends


def plant_sample(connection: Connection, what: str) -> None:
    if what == "family":
        a_family(connection, origin="sample")
    else:
        activity = connection.scalars(select(schema.activity.c.id)).all()[0]
        attends(connection, a_person(connection), activity, origin="sample")


@pytest.mark.parametrize("what", ["family", "attendance"])
def test_beside_made_up_rows_it_is_a_trial(venue: Engine, what: str) -> None:
    assert not check(venue, a_csv(came("Anna Kalna"))).is_trial
    with writing(venue) as connection:
        plant_sample(connection, what)
    assert check(venue, a_csv(came("Anna Kalna"))).is_trial


def test_a_closed_round_and_an_unknown_activity_are_refused(venue: Engine) -> None:
    with pytest.raises(attendance.RoundClosed):
        check(venue, a_csv(came("Anna Kalna")), SHUT)
    with pytest.raises(attendance.ActivityUnknown):
        check(venue, a_csv(came("Anna Kalna")), "nothing")


def test_without_the_key_nobody_is_recognised(
    venue: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IDENTITY_KEY_FILE", "/nowhere/identity.key")
    with pytest.raises(IdentityKeyProblem):
        check(venue, a_csv(came("Anna Kalna")))


def test_a_key_that_seals_alike_and_matches_otherwise_is_another_key(
    venue: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mixed, other = tmp_path / "mixed.key", tmp_path / "other.key"
    create_key(other)
    lines = [*other.read_text().splitlines(), *key_file().read_text().splitlines()]
    mixed.write_text("\n".join(line for line in lines if line not in (lines[1], lines[2])))
    assert mixed.read_text().startswith(MATCH)
    check(venue, a_csv(came("Anna Kalna")))
    monkeypatch.setenv("IDENTITY_KEY_FILE", str(mixed))
    with pytest.raises(IdentityKeyProblem):
        check(venue, a_csv(came("Anna Kalna")))


def test_a_file_that_cannot_be_read_has_a_preview_of_its_problems(venue: Engine) -> None:
    found = check(venue, b"")
    assert (found.rows, found.can_be_recorded, found.activity) == ((), False, MEETING)
    assert [problem.code for problem in found.problems] == [ProblemCode.EMPTY]
    assert figures(venue)["attendances"] == 1


def test_a_bare_name_that_is_at_the_activity_already_is_not_counted_again(venue: Engine) -> None:
    record(venue, a_csv(came("Anna Ozola"), came("Jana Liepa", "jana@x.lv")))
    again = a_csv(came("Anna Ozola"), came("Jana Liepa"), came("Zane Egle"))
    found = check(venue, again)
    anna, jana = persons(venue)
    assert of_rows(found) == (
        Problem(ProblemCode.NAMESAKE_HERE, 2, candidates=(anna,)),
        Problem(ProblemCode.NAMESAKE_HERE, 3, candidates=(jana,)),
    )
    with pytest.raises(NotRecordable):
        record(venue, again)
    elsewhere = of_rows(check(venue, again, OTHER))
    assert [p.code for p in elsewhere] == [ProblemCode.NAMESAKE] * 2


@pytest.mark.parametrize("told", [("anna@x.lv", ""), ("", "Ministrija km")])
def test_a_bare_name_beside_somebody_who_is_tied_is_a_question(
    venue: Engine, told: tuple[str, str]
) -> None:
    record(venue, a_csv(came("Anna Ozola", "anna@x.lv", "Ministrija km")))
    found = check(venue, a_csv(came("Anna Ozola", *told), came("Anna Ozola")))
    (anna,) = persons(venue)
    assert of_rows(found) == (
        Problem(ProblemCode.ROWS_ALIKE, 3, None, "2, 3", rows=(2,), candidates=(anna,)),
    )
    assert (found.already_there, found.new_persons, found.waiting) == (1, 0, 1)


def persons(engine: Engine) -> list[int]:
    """Whoever an upload brought, by number."""
    table = schema.attendance
    with reading(engine) as connection:
        statement = select(table.c.person_id).where(table.c.upload_id.is_not(None))
        return list(connection.scalars(statement.order_by(table.c.id)))
