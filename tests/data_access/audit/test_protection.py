"""The log is only added to: no statement of the platform changes, removes or replaces an entry."""

import pytest
from sqlalchemy import Engine, insert, text

from data_access.engine import DatabaseFault, DatabaseRefuses, writing
from tests.data_access.audit.log import EVENT, chain, verdict, write

COPY = (
    "INSERT {how} INTO audit_event SELECT {sequence}, happened_at, 'test:other', action,"
    " subject_table, subject_id, reason, details, previous_hash, {hash} FROM audit_event"
    " WHERE sequence = 2"
)
ON_CONFLICT = " ON CONFLICT (sequence) DO UPDATE SET actor = 'test:other'"
EVERYWHERE = (
    "UPDATE audit_event SET actor = 'test:other' WHERE sequence = 2",
    "UPDATE audit_event SET sequence = 9 WHERE sequence = 3",
    "DELETE FROM audit_event",
    "DELETE FROM audit_event WHERE sequence = 3",
    COPY.format(how="", sequence="2", hash="'another'") + ON_CONFLICT,
)
OF_ITS_OWN = {
    "sqlite": (
        "UPDATE OR REPLACE audit_event SET sequence = 1 WHERE sequence = 2",
        "UPDATE OR IGNORE audit_event SET actor = 'test:other'",
        "REPLACE INTO audit_event SELECT * FROM audit_event",
        COPY.format(how="OR REPLACE", sequence="2", hash="'another'"),
        COPY.format(how="OR REPLACE", sequence="4", hash="hash"),
    ),
    "postgresql": (
        "TRUNCATE audit_event",
        "ALTER TABLE audit_event DISABLE ROW LEVEL SECURITY",
        "DROP TABLE audit_event",
    ),
}
REFUSALS = {"sqlite": DatabaseFault, "postgresql": DatabaseRefuses}


def say(engine: Engine, statement: str, recursive: str) -> None:
    with writing(engine) as connection:
        if engine.dialect.name == "sqlite":
            connection.execute(text(f"PRAGMA recursive_triggers = {recursive}"))
        connection.execute(text(statement))


@pytest.mark.parametrize("recursive", ["ON", "OFF"])
def test_what_was_written_stays_as_it_is(engine: Engine, recursive: str) -> None:
    """``recursive``: whether SQLite's triggers see what a statement does by the way."""
    write(engine, 3)
    before, database = chain(engine), engine.dialect.name
    for statement in (*EVERYWHERE, *OF_ITS_OWN[database]):
        with pytest.raises(REFUSALS[database]):
            say(engine, statement, recursive)
        assert chain(engine) == before, statement
    assert verdict(engine).broken is None


def test_what_is_added_past_the_chain_is_allowed_and_found(engine: Engine) -> None:
    write(engine, 2)
    forged = chain(engine)[1] | {"sequence": 3, "hash": "another"}
    with writing(engine) as connection:
        connection.execute(insert(EVENT).values(**forged))
    broken = verdict(engine).broken
    assert broken is not None
    assert (broken.number, broken.other) == (3, None)
