"""The two connections of a server: the application's own, and the dashboards' narrow one."""

import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from sqlalchemy import URL, Connection

from data_access.access import AccessRefused, Reader
from data_access.door import postgresql, sqlite
from data_access.door.reach import Reach
from data_access.engine import DatabaseRole, database_url, open_engine, reading
from data_access.upgrade import check


class Door:
    """Where dashboards ask; ``application`` is for what writes, or matches names."""

    def __init__(self, application: URL, dashboards: URL | None = None) -> None:
        self.application = open_engine(application)
        self._dashboards = open_engine(dashboards or application, looks_only=True)
        self._passes: postgresql.Passes | None = None

    @classmethod
    def of(cls, environment: Mapping[str, str] = os.environ) -> "Door":
        """The door to DATABASE_URL; dashboards may have an account of their own.

        DATABASE_READ_URL names the same PostgreSQL database, or a copy of it that follows along,
        with an account that belongs to the reader role alone.
        """
        own = environment.get("DATABASE_READ_URL", "").strip()
        dashboards = database_url(environment, named="DATABASE_READ_URL") if own else None
        return cls(database_url(environment), dashboards)

    def check(self) -> None:
        """Nothing, where the database has the schema this version knows; see upgrade.check."""
        check(self.application)

    def dispose(self) -> None:
        """Close what is open."""
        self.application.dispose()
        self._dashboards.dispose()

    @contextmanager
    def asking(self, reader: Reader) -> Iterator[Connection]:
        """A connection on which no row is seen but the reader's, and nothing can be written.

        Refuses whoever has no account (AccessRefused): policies know readers by theirs.
        """
        if reader.account is None:
            raise AccessRefused("Only an account of this platform may ask.")
        with reading(self._dashboards) as connection:
            raw = connection.connection.driver_connection
            if isinstance(raw, sqlite3.Connection):
                sqlite.narrow(raw, Reach.of(reader))
            else:
                postgresql.narrow(connection, self._signing(), reader.account)
            yield connection

    @contextmanager
    def matching(self) -> Iterator[Connection]:
        """The application's own connection, for questions that match names or look who asks."""
        with reading(self.application, DatabaseRole.APPLICATION) as connection:
            yield connection

    def _signing(self) -> postgresql.Passes:
        if self._passes is None:
            with self.matching() as connection:
                self._passes = postgresql.Passes(connection)
        return self._passes
