"""A database that goes away and comes back is used again without a restart."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from data_access.engine import DatabaseUnreachable, writing
from tests.data_access.rows import codes, opened, put, source_called
from tests.provide.databases import PostgresShelf, Shelf


def write_and_be_cut_off(engine: Engine, shelf: PostgresShelf) -> None:
    with writing(engine) as connection:
        connection.execute(source_called("half"))
        shelf.cut_off(engine.url)
        connection.execute(source_called("other half"))


def test_a_file_that_comes_back_is_used_again(sqlite_shelf: Shelf) -> None:
    with sqlite_shelf.copy("migrated") as url, opened(url) as engine:
        put(engine, "before")
        file = Path(str(url.database))
        elsewhere = file.rename(file.with_suffix(".away"))
        for _ in range(2):
            with pytest.raises(DatabaseUnreachable, match="cannot be opened"):
                codes(engine)
        elsewhere.rename(file)
        assert codes(engine) == ["before"]


def test_a_server_that_comes_back_is_used_again(postgresql_shelf: PostgresShelf) -> None:
    with postgresql_shelf.copy("migrated") as url, opened(url) as engine:
        put(engine, "before")
        postgresql_shelf.say("ALTER DATABASE {} ALLOW_CONNECTIONS false", url)
        postgresql_shelf.cut_off(url)
        for _ in range(2):
            with pytest.raises(DatabaseUnreachable, match="There is no database"):
                codes(engine)
        postgresql_shelf.say("ALTER DATABASE {} ALLOW_CONNECTIONS true", url)
        assert codes(engine) == ["before"]


def test_a_connection_cut_between_two_questions_goes_unnoticed(
    postgresql_shelf: PostgresShelf,
) -> None:
    with postgresql_shelf.copy("migrated") as url, opened(url) as engine:
        put(engine, "before")
        postgresql_shelf.cut_off(url)
        assert codes(engine) == ["before"]


def test_a_connection_cut_in_the_middle_is_unreachable_and_keeps_nothing(
    postgresql_shelf: PostgresShelf,
) -> None:
    with postgresql_shelf.copy("migrated") as url, opened(url) as engine:
        put(engine, "before")
        with pytest.raises(DatabaseUnreachable, match="does not answer"):
            write_and_be_cut_off(engine, postgresql_shelf)
        assert codes(engine) == ["before"]
