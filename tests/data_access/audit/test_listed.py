"""The log as the auditor reads it: the latest first, narrowed, through the dashboards' door."""

import datetime as dt

import pandas as pd
import pytest
from sqlalchemy import Connection, Engine, insert
from sqlalchemy.exc import DatabaseError

from data_access import accounts, audit
from data_access.access import AccessRefused, Reader
from data_access.audit import Narrowing
from data_access.door import Door
from data_access.engine import writing
from tests.data_access.audit.log import AUDITOR, EVENT, write
from tests.data_access.readers import COORDINATOR, READER

UTC = dt.UTC
DAY = dt.date(2026, 3, 10)
EVERYTHING = Narrowing()


def happen(connection: Connection, number: int, moment: dt.datetime, **values: object) -> None:
    """An entry of a moment; no chain, for what is listed is not verified."""
    said = {"actor": "account:1", "action": "attendance.recorded"} | values
    links = {"previous_hash": "-", "hash": f"hash {number}"}
    connection.execute(insert(EVENT).values(sequence=number, happened_at=moment, **said, **links))


def numbers(connection: Connection, narrowing: Narrowing = EVERYTHING) -> list[int]:
    return [int(each) for each in audit.events(connection, AUDITOR, narrowing)["sequence"]]


@pytest.fixture
def log(connection: Connection) -> Connection:
    """Four entries, around midnight in Riga, which is ten in the evening in UTC."""
    happen(connection, 1, dt.datetime(2026, 3, 9, 21, 59, 59, tzinfo=UTC))
    happen(connection, 2, dt.datetime(2026, 3, 9, 22, tzinfo=UTC), action="round.close")
    happen(connection, 3, dt.datetime(2026, 3, 10, 21, 59, tzinfo=UTC), actor="account:2")
    happen(connection, 4, dt.datetime(2026, 3, 10, 22, tzinfo=UTC), actor="account:2")
    return connection


def test_the_latest_comes_first(log: Connection) -> None:
    assert numbers(log) == [4, 3, 2, 1]
    found = audit.events(log, AUDITOR, at_most=2)
    assert list(found["sequence"]) == [4, 3]
    assert list(found.columns) == list(audit.EVENTS)


@pytest.mark.parametrize(
    ("narrowing", "expected"),
    [
        (Narrowing(action="round.close"), [2]),
        (Narrowing(actor="account:2"), [4, 3]),
        (Narrowing(actor="account:2", action="round.close"), []),
        (Narrowing(start=DAY), [4, 3, 2]),
        (Narrowing(end=DAY), [3, 2, 1]),
        (Narrowing(start=DAY, end=DAY), [3, 2]),
        (Narrowing(start=DAY, end=DAY, actor="account:1"), [2]),
    ],
)
def test_days_are_those_of_riga_and_every_choice_narrows(
    log: Connection, narrowing: Narrowing, expected: list[int]
) -> None:
    assert numbers(log, narrowing) == expected


def test_an_entry_keeps_what_is_missing_apart_from_zero(connection: Connection) -> None:
    about = {"subject_table": "upload", "subject_id": 7, "reason": "*Jo* tā"}
    moment = dt.datetime(2026, 3, 9, tzinfo=UTC)
    happen(connection, 1, moment, details={"rows": 0}, **about)
    happen(connection, 2, moment)
    bare, full = audit.events(connection, AUDITOR).to_dict("records")
    assert (full["subject_id"], full["reason"], full["details"]) == (7, "*Jo* tā", {"rows": 0})
    assert pd.isna(bare["subject_id"])
    assert bare["reason"] is None
    assert bare["details"] is None
    assert full["happened_at"] == pd.Timestamp(moment)


def test_what_there_is_to_choose_from_is_counted(log: Connection) -> None:
    found = audit.kinds(log, AUDITOR)
    assert list(found.itertuples(index=False, name=None)) == [
        ("attendance.recorded", "account:1", 1),
        ("attendance.recorded", "account:2", 2),
        ("round.close", "account:1", 1),
    ]


def test_an_empty_log_keeps_its_columns(connection: Connection) -> None:
    assert list(audit.events(connection, AUDITOR).columns) == list(audit.EVENTS)
    assert list(audit.kinds(connection, AUDITOR).columns) == list(audit.KINDS)


@pytest.mark.parametrize("reader", [READER, COORDINATOR])
def test_nobody_but_an_auditor_reads_it(connection: Connection, reader: Reader) -> None:
    for question in (audit.events, audit.kinds):
        with pytest.raises(AccessRefused):
            question(connection, reader)


def persona(engine: Engine, code: str) -> Reader:
    with writing(engine) as connection:
        accounts.open_personas(connection)
        reader = accounts.persona_of(connection, code)
    assert reader is not None
    return reader


def comes_through(connection: Connection) -> bool:
    """Whether the door itself lets an entry through, where a function forgot to ask who reads."""
    try:
        return bool(numbers(connection))
    except (DatabaseError, AccessRefused):
        return False


def test_it_comes_through_the_dashboards_door_to_an_auditor_alone(sample: Engine) -> None:
    heads = write(sample, 3)
    door = Door(sample.url)
    try:
        with door.asking(persona(sample, "auditor")) as connection:
            assert numbers(connection) == [3, 2, 1]
            assert audit.verify(connection, AUDITOR).head == heads[-1]
        with door.asking(persona(sample, "manager")) as connection:
            assert not comes_through(connection)
    finally:
        door.dispose()
