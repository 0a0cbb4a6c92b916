"""The migration that says who reads what: it comes and goes, and the records stay as they are."""

from sqlalchemy import Engine, select, text

from data_access import accounts, audit, schema
from data_access.engine import reading, writing
from data_access.upgrade import downgrade, upgrade
from seed.fill import fill_facts
from seed.sample import fill_sample
from tests.data_access.contents import GO_BACK, GREW, LATER, Contents, changed, contents
from tests.data_access.door.catalogue import GRANTEES, POLICIES, RELATIONS, ROUTINES

BEFORE = "0002"

PROTECTION = text(
    "SELECT relname, relacl::text, relrowsecurity FROM pg_class"
    " WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'v', 'S')"
    " ORDER BY relname"
)
TRIGGERS = text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name")


def protection(engine: Engine) -> list[tuple[object, ...]]:
    """What the database itself does to keep its rows: rights and policies, or triggers."""
    with reading(engine) as connection:
        if connection.dialect.name == "sqlite":
            return [tuple(row) for row in connection.execute(TRIGGERS)]
        said = [
            *connection.execute(PROTECTION),
            *sorted(connection.execute(POLICIES).all(), key=str),
            *sorted(connection.execute(RELATIONS).all(), key=str),
            *sorted(connection.execute(ROUTINES, {"role": "public"}).all(), key=str),
        ]
        return [tuple(row) for row in said]


def filled(engine: Engine) -> Contents:
    """The sample, its readers, and something that happened."""
    with writing(engine) as connection:
        fill_facts(connection)
        fill_sample(connection)
        accounts.open_personas(connection)
        audit.append(connection, "account:1", "test.happened")
    return contents(engine)


def test_up_down_and_up_again_keeps_every_record_and_every_right(engine: Engine) -> None:
    records, rights = filled(engine), protection(engine)
    assert rights
    downgrade(engine, BEFORE)
    assert set(changed(records, contents(engine))) == LATER | GREW
    assert upgrade(engine)
    assert set(changed(records, contents(engine))) <= GO_BACK
    assert protection(engine) == rights


def test_a_database_of_before_keeps_its_records(empty: Engine, engine: Engine) -> None:
    upgrade(empty)
    records = filled(empty)
    downgrade(empty, BEFORE)
    assert upgrade(empty)
    assert set(changed(records, contents(empty))) <= GO_BACK
    assert protection(empty) == protection(engine)


def test_taken_back_nobody_is_left_with_a_right(engine: Engine) -> None:
    downgrade(engine, BEFORE)
    if engine.dialect.name == "sqlite":
        assert protection(engine) == []
        return
    with reading(engine) as connection:
        assert connection.execute(POLICIES).all() == []
        assert not {name for name in connection.scalars(GRANTEES) if "roma_platform" in name}
        assert connection.execute(ROUTINES, {"role": "public"}).all() == []


def test_the_key_that_signs_is_another_in_every_database(empty: Engine, engine: Engine) -> None:
    upgrade(empty)
    keys = set()
    for database in (empty, engine):
        with reading(database) as connection:
            row = connection.execute(select(schema.reading_key)).one()
        keys.add((row.inner_pad, row.outer_pad))
        assert (len(row.inner_pad), len(row.outer_pad)) == (64, 64)
        key = bytes(byte ^ 0x36 for byte in row.inner_pad)
        assert bytes(byte ^ 0x5C for byte in row.outer_pad) == key
    assert len(keys) == 2
