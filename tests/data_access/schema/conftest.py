"""One database for all rules of the tables: each test takes back what it recorded."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, Engine, delete

from data_access.schema import data_version


@pytest.fixture
def connection(module_engine: Engine) -> Iterator[Connection]:
    """A transaction on empty tables that is rolled back in the end."""
    with module_engine.connect() as connection:
        connection.execute(delete(data_version))
        yield connection
        connection.rollback()
