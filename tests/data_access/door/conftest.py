"""A database with planted records and readers, one for a module."""

from collections.abc import Iterator

import pytest

from tests.data_access.door.scene import Planted, prepared
from tests.provide.databases import PostgresShelf, Shelf, SqliteShelf


@pytest.fixture(scope="module")
def planted(shelf: Shelf) -> Iterator[Planted]:
    """On either database."""
    with prepared(shelf) as scene:
        yield scene


@pytest.fixture(scope="module")
def on_sqlite(sqlite_shelf: SqliteShelf) -> Iterator[Planted]:
    """On SQLite alone."""
    with prepared(sqlite_shelf) as scene:
        yield scene


@pytest.fixture(scope="module")
def on_postgresql(postgresql_shelf: PostgresShelf) -> Iterator[Planted]:
    """On PostgreSQL alone."""
    with prepared(postgresql_shelf) as scene:
        yield scene
