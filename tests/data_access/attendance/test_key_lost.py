"""Without the key for names, or with another one, nobody is recorded, and all else goes on."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine, select

from data_access import attendance, schema
from data_access.attendance import Entry
from data_access.engine import reading, writing
from data_access.identity import IdentityKeyProblem, create_key, ensure_key, open_keyring
from tests.data_access.attendance.lists import (
    MEETING,
    OTHER,
    a_csv,
    came,
    check,
    figures,
    record,
    undo,
)
from tests.data_access.contents import changed, contents
from tests.data_access.readers import COORDINATOR

FIRST = a_csv(came("Anna Ozola", "anna@x.lv", "Ministrija km"), came("Zane Kalna", "zane@x.lv"))
SECOND = a_csv(came("Anna Ozola", "anna@x.lv"), came("Ivo Kalna", "ivo@x.lv"))
BY_HAND = Entry("Jana Liepa", "jana@x.lv", status="attended")


def enter(engine: Engine) -> None:
    with writing(engine) as connection:
        attendance.by_hand(connection, COORDINATOR, MEETING, BY_HAND)


NEEDS_NAMES: dict[str, Callable[[Engine], object]] = {
    "a preview": lambda engine: check(engine, SECOND),
    "a list": lambda engine: record(engine, SECOND),
    "an entry by hand": enter,
}


@pytest.fixture(params=["none", "another", "half of it"])
def lost(
    request: pytest.FixtureRequest,
    venue: Engine,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Engine:
    """A list on record at one activity and at another, and no way to open its names."""
    record(venue, FIRST)
    record(venue, SECOND, OTHER)
    path, written = tmp_path / "identity.key", open_keyring().written()
    if request.param == "another":
        create_key(path)
    if request.param == "half of it":
        path.write_text(written.splitlines()[0])
    monkeypatch.setenv("IDENTITY_KEY_FILE", str(path))
    return venue


@pytest.mark.parametrize("what", NEEDS_NAMES)
def test_what_needs_names_is_refused_and_stores_nothing(lost: Engine, what: str) -> None:
    before = contents(lost)
    with pytest.raises(IdentityKeyProblem, match=r"put (it|that one|the right one) back"):
        NEEDS_NAMES[what](lost)
    assert contents(lost) == before


def test_figures_and_rows_are_what_they_were(lost: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    assert figures(lost, activity=MEETING)["persons"] == 2
    assert figures(lost, activity=OTHER)["persons"] == 3
    assert figures(lost)["persons"] == 4


def test_an_upload_is_undone_with_the_contacts_that_it_alone_stated(lost: Engine) -> None:
    done = undo(lost, 2)
    assert (done.attendances, done.persons) == (2, 1)
    assert figures(lost)["persons"] == 3
    done = undo(lost, 1)
    assert (done.attendances, done.persons) == (2, 2)
    assert figures(lost)["persons"] == 1


def test_a_row_is_corrected_and_another_removed_with_the_person(lost: Engine) -> None:
    table = schema.attendance
    with reading(lost) as connection:
        statement = select(table.c.id).where(table.c.upload_id.is_not(None)).order_by(table.c.id)
        anna, zane, *_ = connection.scalars(statement).all()
    before = contents(lost)
    with writing(lost) as connection:
        attendance.correct(connection, COORDINATOR, anna, 1, category="roma")
        attendance.remove(connection, COORDINATOR, zane, 1)
    assert {"attendance", "change", "person", "person_identity"} <= set(
        changed(before, contents(lost))
    )
    assert figures(lost)["persons"] == 3


def test_no_new_key_is_made_in_the_place_of_a_lost_one(
    venue: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "identity.key"
    monkeypatch.setenv("IDENTITY_KEY_FILE", str(path))
    with reading(venue) as connection:
        assert not ensure_key(connection)
    assert not path.exists()


def test_with_the_key_back_in_its_place_people_are_known_again(
    venue: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record(venue, FIRST)
    with monkeypatch.context() as away:
        away.setenv("IDENTITY_KEY_FILE", str(tmp_path / "identity.key"))
        with pytest.raises(IdentityKeyProblem):
            check(venue, SECOND)
    found = check(venue, SECOND, OTHER)
    assert (found.known_persons, found.new_persons) == (1, 1)
