"""Which rows come through the door: for every reader what a recount in plain Python says."""

import pytest
from sqlalchemy import Connection, func, select

from data_access import schema
from data_access.door.rows import AUDIT, HIDDEN, HIDDEN_COLUMNS, ROWS
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
