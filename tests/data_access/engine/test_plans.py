"""PostgreSQL answers at once: it does not compile statements of which it expects too many rows."""

from sqlalchemy import text

from data_access.engine import open_engine, reading
from tests.provide.databases import PostgresShelf


def test_nothing_is_compiled(postgresql_shelf: PostgresShelf) -> None:
    with postgresql_shelf.copy("empty") as url:
        engine = open_engine(url)
        for _ in range(2):
            with reading(engine) as connection:
                assert connection.execute(text("SHOW jit")).scalar_one() == "off"
                connection.rollback()
                assert connection.execute(text("SHOW jit")).scalar_one() == "off"
        engine.dispose()
