"""A reason for looking at names: whose it is, what it is good for, and for how long."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import pytest
import time_machine
from sqlalchemy import event

from data_access import schema
from data_access.access import AccessRefused, Reader
from data_access.attendance import ActivityUnknown, UploadUnknown
from data_access.engine import DatabaseBusy, reading, writing
from data_access.identities import (
    Disclosure,
    Occasion,
    occasion_of,
    open_names,
    standing,
)
from data_access.reasons import ReasonMissing, ReasonTells
from data_access.rules import Role
from tests.data_access.identities.scene import (
    ELSEWHERE,
    LIST,
    MEETING,
    REASON,
    Scene,
    coordinator,
    reasons,
)
from tests.data_access.readers import READER, STRANGER

HERE = Occasion(MEETING)
FILE = Occasion.of_file(MEETING, LIST)
USELESS = ("", "   ", "a b", "123 456 789", "\u200b\u200b", "....", "abcd")
TELLING = (
    *("Zvans Annai, anna@example.org", "Zvans uz +371 29 111 222", "Zvanīt uz 29111222 rīt"),
    *("Pārbaudīt personu 010190-12345 sarakstā", "Personas kods 32123456789 jāpārbauda"),
)


def stands(scene: Scene, reader: Reader, occasion: Occasion) -> Disclosure | None:
    with reading(scene.engine) as connection:
        return standing(connection, reader, occasion)


def test_who_looks_at_what_and_why_is_on_record_in_codes_alone(
    scene: Scene, reader: Reader
) -> None:
    disclosure = open_names(scene.engine, reader, FILE, f"  {REASON}\n")
    table = schema.audit_event
    with reading(scene.engine) as connection:
        row = connection.execute(
            table.select().where(table.c.sequence == disclosure.sequence)
        ).one()
    assert (row.actor, row.action, row.reason) == (reader.who, "identity.opened", REASON)
    assert (row.subject_table, row.details) == (
        "activity",
        {"activity": MEETING, "file": FILE.file},
    )
    assert disclosure == Disclosure(row.sequence, reader.who, FILE)
    assert len(FILE.file or "") == 16


NOBODY_ELSE = (
    READER,
    STRANGER,
    *(
        Reader.with_roles(f"test:{role}", role)
        for role in Role
        if role not in {Role.COORDINATOR, Role.MANAGER}
    ),
)


@pytest.mark.parametrize("somebody", NOBODY_ELSE, ids=lambda reader: reader.who)
def test_nobody_but_a_coordinator_opens_names_or_finds_a_reason(
    scene: Scene, somebody: Reader
) -> None:
    with pytest.raises(AccessRefused):
        open_names(scene.engine, somebody, HERE, REASON)
    with pytest.raises(AccessRefused):
        stands(scene, somebody, HERE)
    assert reasons(scene, somebody) == []


def test_a_coordinator_of_a_town_opens_names_there_alone(scene: Scene) -> None:
    reader = coordinator(scene.town)
    elsewhere = Occasion(ELSEWHERE)
    with pytest.raises(AccessRefused):
        open_names(scene.engine, reader, elsewhere, REASON)
    with pytest.raises(AccessRefused):
        stands(scene, reader, elsewhere)
    assert reasons(scene, reader) == []
    disclosure = open_names(scene.engine, reader, HERE, REASON)
    assert stands(scene, reader, HERE) == disclosure


@pytest.mark.parametrize("reason", USELESS)
def test_without_a_reason_in_words_nothing_is_opened(
    scene: Scene, reader: Reader, reason: str
) -> None:
    with pytest.raises(ReasonMissing):
        open_names(scene.engine, reader, HERE, reason)
    assert reasons(scene, reader) == []


@pytest.mark.parametrize("reason", TELLING)
def test_a_reason_that_tells_who_somebody_is_is_not_written_down(
    scene: Scene, reader: Reader, reason: str
) -> None:
    with pytest.raises(ReasonTells) as caught:
        open_names(scene.engine, reader, HERE, reason)
    assert reasons(scene, reader) == []
    assert reason not in str(caught.value)


def test_a_long_reason_is_cut(scene: Scene, reader: Reader) -> None:
    open_names(scene.engine, reader, HERE, "vārds " * 100)
    assert [len(reason) for reason in reasons(scene, reader)] == [300]


def test_what_is_not_there_cannot_be_opened(scene: Scene, reader: Reader) -> None:
    with pytest.raises(ActivityUnknown):
        open_names(scene.engine, reader, Occasion("nowhere"), REASON)
    with reading(scene.engine) as connection, pytest.raises(UploadUnknown):
        occasion_of(connection, reader, 99)


def test_a_reason_stands_for_its_account_and_its_occasion_alone(
    scene: Scene, reader: Reader
) -> None:
    disclosure = open_names(scene.engine, reader, FILE, REASON)
    assert stands(scene, reader, FILE) == disclosure
    others = (HERE, Occasion.of_file(MEETING, b"other"), Occasion.of_file(ELSEWHERE, LIST))
    assert [stands(scene, reader, occasion) for occasion in others] == [None] * 3
    open_names(scene.engine, reader, HERE, REASON)
    assert stands(scene, reader, Occasion(ELSEWHERE)) is None
    assert stands(scene, reader, FILE) == disclosure
    assert stands(scene, coordinator(), FILE) is None


def test_the_latest_reason_is_the_one_that_stands(scene: Scene, reader: Reader) -> None:
    for occasion, reason in ((HERE, "first"), (FILE, "other"), (HERE, "third")):
        latest = open_names(scene.engine, reader, occasion, reason)
    open_names(scene.engine, coordinator(), HERE, "fourth")
    assert stands(scene, reader, HERE) == latest
    assert reasons(scene, reader) == ["first", "other", "third"]


def test_the_same_reason_given_many_times_at_once_is_written_down_once(
    scene: Scene, reader: Reader
) -> None:
    with ThreadPoolExecutor(8) as pool:
        given = pool.map(lambda _: open_names(scene.engine, reader, HERE, REASON), range(8))
    assert len(set(given)) == 1
    assert reasons(scene, reader) == [REASON]


def test_a_reason_stands_for_half_a_day(scene: Scene, reader: Reader) -> None:
    given = dt.datetime(2026, 11, 22, 8, 0, tzinfo=dt.UTC)
    with time_machine.travel(given, tick=False) as clock:
        disclosure = open_names(scene.engine, reader, HERE, REASON)
        clock.shift(dt.timedelta(hours=11, minutes=59))
        assert stands(scene, reader, HERE) == disclosure
        clock.shift(dt.timedelta(minutes=1))
        assert stands(scene, reader, HERE) is None


def test_a_file_is_the_same_before_it_is_recorded_and_after(scene: Scene, reader: Reader) -> None:
    disclosure = open_names(scene.engine, reader, FILE, REASON)
    with reading(scene.engine) as connection:
        after = occasion_of(connection, reader, scene.upload)
        assert after == FILE
        assert standing(connection, reader, after) == disclosure


def test_while_somebody_else_writes_too_long_nothing_is_opened(
    scene: Scene, reader: Reader
) -> None:
    waits = {"sqlite": "PRAGMA busy_timeout = 50", "postgresql": "SET lock_timeout = 50"}

    @event.listens_for(scene.engine, "engine_connect")
    def impatient(connection: object) -> None:
        statement = waits[scene.engine.dialect.name]
        connection.connection.driver_connection.execute(statement)  # type: ignore[attr-defined]

    with writing(scene.engine) as connection:
        connection.execute(schema.data_version.update().values(number=99))
        with pytest.raises(DatabaseBusy):
            open_names(scene.engine, reader, HERE, REASON)
    event.remove(scene.engine, "engine_connect", impatient)
    assert reasons(scene, reader) == []
