"""The two connections of a server: the application's own, and the dashboards' narrow one."""

import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from sqlalchemy import URL, Connection

from data_access.access import AccessRefused, Reader
from data_access.door import postgresql, sqlite
from data_access.door.reach import Reach
from data_access.engine import (
    AddressNotUnderstood,
    DatabaseRole,
    database_url,
    open_engine,
    reading,
)
from data_access.upgrade import check

ONE_DATABASE = (
    "DATABASE_READ_URL is for PostgreSQL: let it name the database of DATABASE_URL, with an "
    "account of the reader role, or leave it out."
)


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
        with an account that belongs to the reader role alone. Refuses two databases of different
        kinds, and an address that is none (AddressNotUnderstood).
        """
        application = database_url(environment)
        if not environment.get("DATABASE_READ_URL", "").strip():
            return cls(application)
        dashboards = database_url(environment, named="DATABASE_READ_URL")
        if {url.get_backend_name() for url in (application, dashboards)} != {"postgresql"}:
            raise AddressNotUnderstood(ONE_DATABASE)
        return cls(application, dashboards)

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

        Refuses (AccessRefused) whoever has no account: policies know readers by theirs; and on
        PostgreSQL an account that is not there, or disabled.
        """
        if reader.account is None:
            raise AccessRefused("Only an account of this platform may ask.")
        with reading(self._dashboards) as connection:
            raw = connection.connection.driver_connection
            if isinstance(raw, sqlite3.Connection):
                sqlite.narrow(connection, raw, Reach.of(reader))
            else:
                self._show_pass(connection, reader.account)
            yield connection

    @contextmanager
    def matching(self) -> Iterator[Connection]:
        """The application's own connection, for questions that match names or look who asks."""
        with reading(self.application, DatabaseRole.APPLICATION) as connection:
            yield connection

    def _show_pass(self, connection: Connection, account: int) -> None:
        try:
            postgresql.narrow(connection, self._signing(), account)
        except AccessRefused:
            # Perhaps the key was made anew since it was read.
            self._passes = None
            connection.rollback()
            postgresql.narrow(connection, self._signing(), account)

    def _signing(self) -> postgresql.Passes:
        if self._passes is None:
            with self.matching() as connection:
                self._passes = postgresql.Passes(connection)
        return self._passes
