"""Accounts of a PostgreSQL server that a test makes and takes away again."""

import contextlib
import itertools
import os
from collections.abc import Iterator

from sqlalchemy import URL, Connection, NullPool, create_engine, text

from data_access.engine import DatabaseRole

NUMBERS = itertools.count(1)
PASSWORD = "only-for-tests"  # noqa: S105 - of a role that lasts as long as a test


@contextlib.contextmanager
def superuser(url: URL) -> Iterator[Connection]:
    """A connection of the server's own superuser, each statement for itself."""
    engine = create_engine(url, isolation_level="AUTOCOMMIT", poolclass=NullPool)
    with engine.connect() as server:
        yield server


@contextlib.contextmanager
def login(url: URL, *roles: DatabaseRole | str, rights: str = "") -> Iterator[URL]:
    """The address of the same database, with an account that belongs to the roles alone."""
    name = f"test_{os.getpid()}_{next(NUMBERS)}"
    with superuser(url) as server:
        server.execute(text(f"CREATE ROLE {name} LOGIN PASSWORD '{PASSWORD}' {rights}"))
        for role in roles:
            server.execute(text(f"GRANT {role} TO {name}"))
    try:
        yield url.set(username=name, password=PASSWORD)
    finally:
        with superuser(url) as server:
            end_sessions(server, name)
            server.execute(text(f"REASSIGN OWNED BY {name} TO CURRENT_USER"))
            server.execute(text(f"DROP OWNED BY {name}"))
            server.execute(text(f"DROP ROLE {name}"))


def end_sessions(server: Connection, name: str) -> None:
    ended = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = :name"
    server.execute(text(ended), {"name": name})
