"""Whatever is done to the log behind its back is found, and where it begins."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, insert, text

from data_access import audit
from data_access.access import AccessRefused, Reader
from data_access.audit import Head, verification
from data_access.engine import reading
from tests.data_access.audit.log import (
    AUDITOR,
    EVENT,
    Tampering,
    chain,
    close_up,
    edit,
    entries_of,
    found,
    owning,
    remove,
    reseal,
    swap,
    verdict,
    write,
)
from tests.data_access.readers import COORDINATOR, READER
from tests.data_access.rows import opened
from tests.provide.databases import PostgresShelf

ENTRIES = 5
UNKNOWN_MOMENT = (
    "UPDATE audit_event SET happened_at = CAST(:moment AS timestamptz) WHERE sequence = 3"
)
OTHER_HASH = "f" * 64


@pytest.fixture(scope="module")
def log(module_engine: Engine) -> Engine:
    """Five entries, each with its head; whatever a test does to them is taken back."""
    write(module_engine, ENTRIES)
    return module_engine


@pytest.fixture
def without_heads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder in which nothing was exported."""
    monkeypatch.setenv("AUDIT_HEADS", str(tmp_path))


def edit_and_reseal(connection: Connection, first: int, last: int) -> None:
    edit(connection, first, actor="test:other")
    reseal(connection, first, last)


def forge_the_beginning(connection: Connection) -> None:
    first = entries_of(connection)[0]
    connection.execute(insert(EVENT).values(**first | {"sequence": 0, "hash": OTHER_HASH}))


def remove_and_close_up(connection: Connection, number: int) -> None:
    remove(connection, number)
    close_up(connection, number)


IN_THE_CHAIN: dict[str, tuple[Tampering, tuple[str, int, int | None]]] = {
    "removed": (lambda c: remove(c, 2), ("missing", 2, 2)),
    "several removed": (lambda c: remove(c, 3, 4), ("missing", 3, 4)),
    "the first removed": (lambda c: remove(c, 1), ("missing", 1, 1)),
    "moved to the end": (lambda c: edit(c, 2, sequence=ENTRIES + 1), ("missing", 2, 2)),
    "swapped": (lambda c: swap(c, 2, 3), ("out_of_order", 2, 3)),
    "the first swapped": (lambda c: swap(c, 1, 5), ("out_of_order", 1, 5)),
    "removed and closed up": (lambda c: remove_and_close_up(c, 3), ("out_of_order", 3, 4)),
    "put before the first": (forge_the_beginning, ("out_of_order", 0, None)),
    "edited and sealed anew": (lambda c: edit_and_reseal(c, 2, 2), ("unlinked", 3, None)),
    "linked elsewhere": (lambda c: edit(c, 4, previous_hash=OTHER_HASH), ("edited", 4, None)),
    "given another hash": (lambda c: edit(c, 4, hash=OTHER_HASH), ("edited", 4, None)),
}


@pytest.mark.parametrize("name", IN_THE_CHAIN)
@pytest.mark.usefixtures("without_heads")
def test_the_chain_itself_tells(log: Engine, name: str) -> None:
    tamper, expected = IN_THE_CHAIN[name]
    with owning(log) as connection:
        tamper(connection)
        assert found(connection) == expected


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("happened_at", dt.datetime(2020, 1, 1, tzinfo=dt.UTC)),
        ("actor", "test:other"),
        ("action", "deed"),
        ("subject_table", "upload"),
        ("subject_id", 8),
        ("reason", ""),
        ("details", {"rows": 2, "persons": 0}),
        ("details", None),
    ],
)
@pytest.mark.usefixtures("without_heads")
def test_no_column_of_an_entry_can_be_edited(log: Engine, column: str, value: Any) -> None:
    with owning(log) as connection:
        edit(connection, 2, **{column: value})
        assert found(connection) == ("edited", 2, None)
        assert audit.verify(connection, AUDITOR).entries == 1


@pytest.mark.parametrize(
    "on_sqlite",
    [
        "UPDATE audit_event SET happened_at = 'never' WHERE sequence = 3",
        "UPDATE audit_event SET details = '{' WHERE sequence = 3",
        "UPDATE audit_event SET actor = x'00' WHERE sequence = 3",
    ],
)
def test_what_cannot_be_read_at_all_was_edited(log: Engine, on_sqlite: str) -> None:
    """PostgreSQL keeps its columns' types; a SQLite file takes whatever its owner writes."""
    with owning(log) as connection:
        if log.dialect.name == "sqlite":
            connection.execute(text(on_sqlite))
            if "actor" not in on_sqlite:  # which is shown as whatever it is
                with pytest.raises(audit.LogUnreadable):
                    audit.events(connection, AUDITOR)
        else:
            edit(connection, 3, actor="")
        assert found(connection) == ("edited", 3, None)


@pytest.mark.parametrize("moment", ["infinity", "0044-03-15 BC"])
def test_a_moment_that_no_calendar_here_knows_was_edited(
    postgresql_shelf: PostgresShelf, moment: str
) -> None:
    with postgresql_shelf.copy("migrated") as url, opened(url) as engine:
        write(engine, ENTRIES)
        with owning(engine) as connection:
            connection.execute(text(UNKNOWN_MOMENT), {"moment": moment})
            assert found(connection) == ("edited", 3, None)
            with pytest.raises(audit.LogUnreadable):
                audit.events(connection, AUDITOR)


WITH_HEADS: dict[str, tuple[Tampering, tuple[str, int, int | None]]] = {
    "the tail cut": (lambda c: remove(c, 4, 5), ("cut", 4, 5)),
    "everything cut": (lambda c: remove(c, *range(1, ENTRIES + 1)), ("cut", 1, 5)),
    "rewritten from there on": (lambda c: edit_and_reseal(c, 3, ENTRIES), ("rewritten", 3, None)),
    "the last rewritten": (lambda c: edit_and_reseal(c, ENTRIES, ENTRIES), ("rewritten", 5, None)),
}


@pytest.mark.parametrize("name", WITH_HEADS)
def test_a_chain_that_is_right_in_itself_is_told_by_the_exported_heads(
    log: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    tamper, expected = WITH_HEADS[name]
    last = Head(ENTRIES, chain(log)[-1]["hash"])
    with owning(log) as connection:
        tamper(connection)
        assert found(connection) == expected
        monkeypatch.setenv("AUDIT_HEADS", str(tmp_path))
        assert found(connection) is None
        assert found(connection, last) in {expected, ("rewritten", ENTRIES, None)}


def test_a_log_that_nobody_touched_is_whole_to_its_last_head(
    log: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heads = [Head(entry["sequence"], entry["hash"]) for entry in chain(log)]
    told = verdict(log, heads[1])
    assert (told.entries, told.head, told.broken) == (ENTRIES, heads[-1], None)
    assert (told.compared, told.unreadable, told.trouble) == (ENTRIES, 0, None)
    monkeypatch.setenv("AUDIT_HEADS", str(tmp_path))
    assert verdict(log).trouble == "No such file or directory"


def test_an_empty_log_is_whole_unless_a_head_of_it_was_kept(engine: Engine) -> None:
    told = verdict(engine)
    assert (told.entries, told.head, told.broken) == (0, None, None)
    with owning(engine) as connection:
        assert found(connection, Head(1, OTHER_HASH)) == ("cut", 1, 1)


def test_a_right_head_does_not_hide_a_wrong_one_of_the_same_number(log: Engine) -> None:
    right = Head(2, chain(log)[1]["hash"])
    with owning(log) as connection:
        assert found(connection, right) is None
        assert found(connection, Head(2, OTHER_HASH), right) == ("rewritten", 2, None)


def test_the_log_is_read_a_part_at_a_time(log: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever the parts meet, nothing is lost, and a fault is found."""
    for at_once in range(1, ENTRIES + 2):
        monkeypatch.setattr(verification, "AT_ONCE", at_once)
        told = verdict(log)
        assert (told.entries, told.broken) == (ENTRIES, None)
        with owning(log) as connection:
            remove(connection, 3)
            assert found(connection) == ("missing", 3, 3)


@pytest.mark.parametrize("reader", [READER, COORDINATOR])
def test_nobody_but_an_auditor_verifies(log: Engine, reader: Reader) -> None:
    with reading(log) as connection:
        with pytest.raises(AccessRefused):
            audit.verify(connection, reader)
        with pytest.raises(AccessRefused):
            audit.head(connection, reader)
