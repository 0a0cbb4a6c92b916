"""The migrations make what the tables say, under names that both databases keep."""

from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Engine, inspect, text

from data_access.engine import reading, writing
from data_access.schema import metadata
from tests.data_access.upgrade.description import described

LONGEST_NAME = 63  # PostgreSQL cuts off what is longer


def differences(engine: Engine) -> list[Any]:
    with reading(engine) as connection:
        found: list[Any] = compare_metadata(MigrationContext.configure(connection), metadata)
    return found


def test_the_migrations_make_the_tables_that_the_questions_know(engine: Engine) -> None:
    assert differences(engine) == []
    with writing(engine, rebuilds=True) as connection:
        connection.execute(text("ALTER TABLE source ADD COLUMN stranger INTEGER"))
    assert [kind for kind, *_ in differences(engine)] == ["remove_column"]


def test_the_migrations_make_every_default_and_check_as_the_tables_word_it(
    engine: Engine, empty: Engine
) -> None:
    metadata.create_all(empty)
    assert described(engine) == described(empty)
    with writing(engine, rebuilds=True) as connection:
        connection.execute(text("ALTER TABLE source ADD COLUMN stranger INTEGER"))
    assert described(engine) != described(empty)


def names_in(engine: Engine) -> list[str | None]:
    found = inspect(engine)
    things: list[Any] = [
        thing
        for table in metadata.tables
        for thing in (
            found.get_pk_constraint(table),
            *found.get_foreign_keys(table),
            *found.get_unique_constraints(table),
            *found.get_check_constraints(table),
            *found.get_indexes(table),
        )
    ]
    return [thing["name"] for thing in things]


def names_known() -> set[str]:
    things: list[Any] = [t for s in metadata.tables.values() for t in (*s.constraints, *s.indexes)]
    return {str(thing.name) for thing in things}


def test_every_constraint_and_index_has_a_name_that_both_databases_keep(engine: Engine) -> None:
    found = names_in(engine)
    assert None not in found
    assert set(map(str, found)) == names_known()
    assert [name for name in names_known() if len(name) > LONGEST_NAME] == []
