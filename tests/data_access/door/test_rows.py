"""Which rows come through the door: for every reader what a recount in plain Python says."""

import pytest
from sqlalchemy import Connection, func, select

from data_access import audit, schema
from data_access.access import AccessRefused
from data_access.door.rows import AUDIT, HIDDEN, HIDDEN_COLUMNS, ROWS
from data_access.engine import writing
from tests.data_access.door.scene import Planted

READERS = (
    *("administrator", "coordinator", "manager", "mediator", "institution", "council_member"),
    *("auditor", "nobody", "ended", "not-yet", "just-today", "coordinator-riga", "manager-riga"),
    *("coordinator-riga-iv", "coordinator-v", "coordinator-riga-iv-and-v", "mediator-own"),
    *("mediator-and-auditor", "mediator-and-riga", "no-mediator"),
)
WHOLE = schema.metadata.tables.keys() - ROWS.keys() - HIDDEN - {AUDIT, "data_version"}


def through(planted: Planted, name: str) -> dict[str, set[int]]:
    """The numbers of the rows that come through, of every table that is not hidden."""
    with planted.door.asking(planted.reader(name)) as connection:
        return {table: ids(connection, table) for table in (*ROWS, *WHOLE)}


def ids(connection: Connection, name: str) -> set[int]:
    table = schema.metadata.tables[name]
    shown = [c for c in table.columns if (name, c.name) not in HIDDEN_COLUMNS]
    rows = connection.execute(select(*shown)).all()
    counted = connection.execute(select(func.count()).select_from(table)).scalar_one()
    assert len(rows) == counted
    return {row.id for row in rows}


def test_every_reader_is_asked_about(planted: Planted) -> None:
    assert planted.sights.keys() == set(READERS)


@pytest.mark.parametrize("name", READERS)
def test_a_reader_sees_the_rows_that_are_theirs(planted: Planted, name: str) -> None:
    expected = planted.sights[name].of(planted.rows)
    found = through(planted, name)
    differing = {table: found[table] ^ expected[table] for table in found}
    assert {table: rows for table, rows in differing.items() if rows} == {}


def test_the_readers_differ_in_every_table_that_is_not_shown_whole(planted: Planted) -> None:
    """A recount that says the same of everybody would say nothing."""
    for table in ROWS:
        seen = {frozenset(sight.of(planted.rows)[table]) for sight in planted.sights.values()}
        assert len(seen) > 2, table
        assert frozenset() in seen, table


def test_the_audit_log_is_the_auditors_alone(planted: Planted) -> None:
    with writing(planted.door.application) as connection:
        audit.append(connection, "account:1", "test.happened")
    told = {name for name in READERS if is_told_what_happened(planted, name)}
    assert told == {"auditor", "mediator-and-auditor"}


def is_told_what_happened(planted: Planted, name: str) -> bool:
    try:
        with planted.door.asking(planted.reader(name)) as connection:
            return bool(connection.execute(select(schema.audit_event.c.action)).all())
    except AccessRefused:
        return False


def test_what_a_reader_sees_follows_from_the_account_and_not_from_what_is_asked(
    planted: Planted,
) -> None:
    with planted.door.asking(planted.reader("coordinator-riga")) as connection:
        first = ids(connection, "attendance")
    with planted.door.asking(planted.reader("manager")) as connection:
        everything = ids(connection, "attendance")
    with planted.door.asking(planted.reader("coordinator-riga")) as connection:
        again = ids(connection, "attendance")
    assert first == again < everything
