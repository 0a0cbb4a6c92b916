"""The audit trail: entries in a row, each sealed by the one before it."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, select

from data_access import audit, schema
from data_access.engine import reading, writing

EVENT = schema.audit_event


def entries(connection: Connection) -> list[dict[str, Any]]:
    found = connection.execute(select(EVENT).order_by(EVENT.c.sequence)).mappings()
    return [dict(row) for row in found]


def is_whole(chain: list[dict[str, Any]]) -> bool:
    """Whether numbers, hashes and links follow from one another."""
    before = audit.BEGINNING
    for place, entry in enumerate(chain, start=1):
        if entry["sequence"] != place or entry["previous_hash"] != before:
            return False
        before = entry["hash"]
        if audit.hash_of(entry) != before:
            return False
    return True


def append_three(connection: Connection) -> None:
    audit.append(connection, "test:one", "first")
    audit.append(connection, "test:two", "second", subject=("upload", 7), reason="Jo tā")
    audit.append(connection, "test:one", "third", details={"b": 1, "a": "ā"})


def test_an_entry_says_who_did_what_to_what_and_why(connection: Connection) -> None:
    append_three(connection)
    _, second, third = entries(connection)
    names = ("actor", "action", "subject_table", "subject_id", "reason", "details")
    assert [second[name] for name in names] == ["test:two", "second", "upload", 7, "Jo tā", None]
    assert [third[name] for name in names[2:]] == [None, None, None, {"b": 1, "a": "ā"}]


def test_entries_as_they_are_read_back_make_a_whole_chain(connection: Connection) -> None:
    append_three(connection)
    assert is_whole(entries(connection))


@pytest.mark.parametrize(
    ("column", "value"),
    [("actor", "test:one"), ("reason", ""), ("details", {"c": 1}), ("subject_id", 8)],
)
def test_a_changed_entry_breaks_the_chain(connection: Connection, column: str, value: Any) -> None:
    append_three(connection)
    connection.execute(EVENT.update().where(EVENT.c.sequence == 2).values({column: value}))
    assert not is_whole(entries(connection))


def test_a_missing_entry_breaks_the_chain(connection: Connection) -> None:
    append_three(connection)
    connection.execute(EVENT.delete().where(EVENT.c.sequence == 2))
    assert not is_whole(entries(connection))


def test_eight_writers_at_once_make_one_chain(engine: Engine) -> None:
    def write(number: int) -> int:
        with writing(engine) as connection:
            return audit.append(connection, f"test:{number}", "wrote")

    with ThreadPoolExecutor(8) as threads:
        numbers = list(threads.map(write, range(24)))
    assert sorted(numbers) == list(range(1, 25))
    with reading(engine) as connection:
        assert is_whole(entries(connection))
