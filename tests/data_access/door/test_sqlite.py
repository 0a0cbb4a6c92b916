"""SQLite's side of the door, tried with whatever SQL has to offer."""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from data_access import schema
from data_access.access import OPERATOR, AccessRefused
from data_access.door.rows import AUDIT, HIDDEN, ROWS
from data_access.engine import DatabaseRefuses
from tests.data_access.door.scene import Planted
from tests.data_access.door.statements import (
    AROUND,
    HIDDEN_COLUMNS,
    JOINED_BY_A_COLUMN,
    OF_THE_DATABASE,
    READING,
    WRITING,
)

UNLIMITED, LIMITED = "manager", "coordinator-riga"
READERS = (UNLIMITED, LIMITED, "mediator", "auditor", "nobody")
REFUSALS = (DatabaseRefuses, AccessRefused)
EVERYTHING, COUNT = READING[0], "SELECT count(*) FROM {t}"


def answered(planted: Planted, name: str, statements: Iterable[str]) -> list[str]:
    """Which of the statements are answered, instead of being refused before they run."""
    found = []
    with planted.door.asking(planted.reader(name)) as connection:
        for statement in statements:
            try:
                connection.execute(text(statement)).all()
            except (DBAPIError, AccessRefused):
                continue
            found.append(statement)
    return found


def naming(table: str) -> Iterator[str]:
    """Every way to read the table itself."""
    for form in READING:
        yield form.format(t=f"main.{table}", T=f"MAIN.{table.upper()}")
    for form in AROUND:
        yield form.format(t=table)

    for column in schema.metadata.tables[table].columns:
        for form in JOINED_BY_A_COLUMN:
            yield form.format(t=f"main.{table}", column=column.name)


def unqualified(table: str) -> Iterator[str]:
    for form in READING:
        yield form.format(t=table, T=table.upper())
    for column in schema.metadata.tables[table].columns:
        for form in JOINED_BY_A_COLUMN:
            yield form.format(t=table, column=column.name)


def scalar(connection: Connection, statement: str) -> object:
    return connection.execute(text(statement)).scalar()


def digest(planted: Planted) -> str:
    file = Path(str(planted.door.application.url.database))
    return hashlib.sha256(file.read_bytes()).hexdigest()


@pytest.mark.parametrize("name", READERS)
def test_nothing_is_written(on_sqlite: Planted, name: str, tmp_path: Path) -> None:
    before = digest(on_sqlite)
    places = {"file": tmp_path / "other.sqlite", "copy": tmp_path / "copy.sqlite"}
    assert answered(on_sqlite, name, (said.format(**places) for said in WRITING)) == []
    assert digest(on_sqlite) == before
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("table", sorted(HIDDEN))
def test_a_hidden_table_is_read_by_no_statement(on_sqlite: Planted, name: str, table: str) -> None:
    assert answered(on_sqlite, name, [*naming(table), *unqualified(table)]) == []


@pytest.mark.parametrize("name", [UNLIMITED, LIMITED, "mediator"])
def test_the_audit_log_is_read_by_no_statement_of_others(on_sqlite: Planted, name: str) -> None:
    assert answered(on_sqlite, name, [*naming(AUDIT), *unqualified(AUDIT)]) == []


@pytest.mark.parametrize("name", READERS)
def test_hidden_columns_are_read_by_no_statement(on_sqlite: Planted, name: str) -> None:
    assert answered(on_sqlite, name, HIDDEN_COLUMNS) == []


def test_who_sees_all_rows_sees_no_hidden_column_among_the_others(on_sqlite: Planted) -> None:
    assert answered(on_sqlite, UNLIMITED, [EVERYTHING.format(t="upload_row")]) == []
    (said,) = answered(on_sqlite, LIMITED, [EVERYTHING.format(t="upload_row")])
    assert said


@pytest.mark.parametrize("name", READERS)
def test_what_the_database_says_of_itself_is_nobodys(on_sqlite: Planted, name: str) -> None:
    forms = (EVERYTHING, COUNT)
    statements = [form.format(t=table) for table in OF_THE_DATABASE for form in forms]
    assert answered(on_sqlite, name, statements) == []


@pytest.mark.parametrize("table", sorted(ROWS))
def test_nobody_gets_round_the_rows_that_are_theirs(on_sqlite: Planted, table: str) -> None:
    for name in READERS[1:]:
        assert answered(on_sqlite, name, naming(table)) == []


@pytest.mark.parametrize("name", READERS)
def test_every_spelling_counts_the_rows_that_are_theirs(on_sqlite: Planted, name: str) -> None:
    seen = on_sqlite.sights[name].of(on_sqlite.rows)
    spellings = ("{t}", "{T}", '"{t}"', "[{t}] AS other", "(SELECT 1 FROM {t})")
    with on_sqlite.door.asking(on_sqlite.reader(name)) as connection:
        for table in ROWS:
            for spelling in spellings:
                named = spelling.format(t=table, T=table.upper())
                assert scalar(connection, COUNT.format(t=named)) == len(seen[table])


def test_who_rolls_back_sees_no_more_than_before(on_sqlite: Planted) -> None:
    count, seen = COUNT.format(t="attendance"), on_sqlite.sights[LIMITED].of(on_sqlite.rows)
    ways = (
        *(["ROLLBACK"], ["COMMIT"], ["END"], ["ROLLBACK", "BEGIN"]),
        ["ROLLBACK", "SAVEPOINT a", count, "ROLLBACK TO a"],
        *(["SAVEPOINT a", count, "ROLLBACK TO a"], ["SAVEPOINT a", count, "RELEASE a"]),
    )
    for way in ways:
        with on_sqlite.door.asking(on_sqlite.reader(LIMITED)) as connection:
            for statement in (count, *way):
                connection.execute(text(statement))
            assert scalar(connection, count) == len(seen["attendance"]), way


def test_past_the_door_the_driver_counts_no_row_of_others(on_sqlite: Planted) -> None:
    count = COUNT.format(t="attendance")
    with on_sqlite.door.asking(on_sqlite.reader(LIMITED)) as connection:
        seen = scalar(connection, count)
        raw = connection.connection.driver_connection
        assert raw is not None
        assert raw.execute(count).fetchone() == (seen,)
        connection.rollback()
        with pytest.raises(sqlite3.DatabaseError, match=r"prohibited|not authorized"):
            raw.execute(count)


def test_two_questions_at_once_are_both_answered(on_sqlite: Planted) -> None:
    seen = on_sqlite.sights[LIMITED].of(on_sqlite.rows)
    with on_sqlite.door.asking(on_sqlite.reader(LIMITED)) as connection:
        counted = [
            (row.id, scalar(connection, COUNT.format(t="attendance")))
            for row in connection.execute(text("SELECT id FROM activity"))
        ]
    assert counted == [(number, len(seen["attendance"])) for number in sorted(seen["activity"])]


def test_whoever_has_no_account_is_refused(on_sqlite: Planted) -> None:
    with pytest.raises(AccessRefused, match="account"), on_sqlite.door.asking(OPERATOR):
        pytest.fail("somebody without an account was let in")


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT name_sealed FROM person_identity WHERE id = 4711",
        "SELECT 4711 AS id FROM main.attendance",
        "UPDATE round SET code = '4711'",
        "SELECT sql FROM sqlite_master WHERE name = '4711'",
    ],
)
def test_a_refusal_repeats_nothing_of_what_was_asked(on_sqlite: Planted, statement: str) -> None:
    reader = on_sqlite.reader(LIMITED)
    with pytest.raises(REFUSALS) as caught, on_sqlite.door.asking(reader) as connection:
        connection.execute(text(statement))
    for part in ("4711", "person_identity", "name_sealed", "attendance", "SELECT", "UPDATE"):
        assert part not in str(caught.value)
    assert caught.value.__cause__ is None
