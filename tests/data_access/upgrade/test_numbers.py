"""A removed row's number is given to no other row, on a database of any age."""

import pytest
from sqlalchemy import Engine, delete, func, select

from data_access.engine import DatabaseFault, reading, writing
from data_access.schema import source
from data_access.upgrade import downgrade, upgrade
from tests.data_access.contents import LATER, changed, contents
from tests.data_access.rows import put, source_called


def next_number(engine: Engine) -> int:
    """The number of a row that takes the place of the last one, which is removed first."""
    with writing(engine) as connection:
        last = select(func.max(source.c.id)).scalar_subquery()
        connection.execute(delete(source).where(source.c.id == last))
        added = source_called("another").returning(source.c.id)
        return int(connection.execute(added).scalar_one())


def last_number(engine: Engine) -> int:
    with reading(engine) as connection:
        return int(connection.execute(select(func.max(source.c.id))).scalar_one())


def test_a_number_is_not_used_again(engine: Engine) -> None:
    put(engine, "first")
    put(engine, "removed")
    removed = last_number(engine)
    assert next_number(engine) > removed


def test_an_older_database_keeps_its_rows_and_uses_no_number_again(facts: Engine) -> None:
    before = contents(facts)
    downgrade(facts, "0001")
    assert set(changed(before, contents(facts))) == LATER
    assert upgrade(facts)
    assert changed(before, contents(facts)) == []
    put(facts, "removed")
    removed = last_number(facts)
    assert next_number(facts) > removed


def test_references_are_looked_after_again_once_the_tables_are_made_anew(facts: Engine) -> None:
    downgrade(facts, "0001")
    upgrade(facts)
    with (
        pytest.raises(DatabaseFault, match="IntegrityError"),
        writing(facts) as connection,
    ):
        connection.execute(delete(source))
