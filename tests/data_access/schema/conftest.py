"""One database for all rules of the tables: each test takes back what it recorded."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, Engine, delete, text

from data_access.schema import data_version, reading_key


@pytest.fixture
def connection(module_engine: Engine) -> Iterator[Connection]:
    """A transaction on empty tables that is rolled back in the end."""
    with module_engine.connect() as connection:
        for table in (data_version, reading_key):
            connection.execute(delete(table))
        if connection.dialect.name == "sqlite":
            # It refuses before the constraint could, and names none.
            connection.execute(text("DROP TRIGGER audit_event_is_never_replaced"))
        yield connection
        connection.rollback()
