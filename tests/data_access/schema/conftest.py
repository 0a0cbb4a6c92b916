"""One database for all rules of the tables: each test takes back what it recorded."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, Engine, delete

from data_access.schema import data_version
from tests.data_access.rows import opened
from tests.provide.databases import Shelf


@pytest.fixture(scope="module")
def one_engine(shelf: Shelf) -> Iterator[Engine]:
    """A migrated database for the whole module."""
    with shelf.copy("migrated") as url, opened(url) as engine:
        yield engine


@pytest.fixture
def connection(one_engine: Engine) -> Iterator[Connection]:
    """A transaction on empty tables that is rolled back in the end."""
    with one_engine.connect() as connection:
        connection.execute(delete(data_version))
        yield connection
        connection.rollback()
