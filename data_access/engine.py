"""Where the database is, how it is opened, and one sentence for each way that can fail."""

import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

DEFAULT_FILE = Path(".data") / "platform.sqlite"
POSTGRESQL_OPTIONS: dict[str, Any] = {
    "pool_pre_ping": True,
    "pool_size": 5,
    "max_overflow": 10,
    "pool_timeout": 10,
    "connect_args": {"connect_timeout": 5},
}


class DatabaseProblem(Exception):
    """A database that cannot be used; the message is one sentence that says what to do."""


class AddressNotUnderstood(DatabaseProblem):
    """DATABASE_URL is not the address of a SQLite file or a PostgreSQL database."""


class DatabaseUnreachable(DatabaseProblem):
    """Nothing answers at the address, or the file is not there."""


class DatabaseReadOnly(DatabaseProblem):
    """The database can be read and not written."""


class SchemaTooNew(DatabaseProblem):
    """A later version of the platform has been at work on this database."""


class SchemaTooOld(DatabaseProblem):
    """The database waits for migrations."""


def database_url(environment: Mapping[str, str] = os.environ) -> URL:
    """The address from DATABASE_URL, or the embedded file.

    Refuses (AddressNotUnderstood) whatever is neither a SQLite file nor PostgreSQL; the message
    never repeats the address, which may hold a password.
    """
    text = environment.get("DATABASE_URL", "").strip()
    if not text:
        return URL.create("sqlite", database=str(DEFAULT_FILE))
    try:
        url = make_url(text.replace("postgres://", "postgresql://", 1))
    except (ArgumentError, ValueError) as error:
        raise AddressNotUnderstood(_NOT_UNDERSTOOD) from error
    backend = url.get_backend_name()
    if backend == "postgresql":
        return url.set(drivername="postgresql+psycopg")
    if backend == "sqlite" and url.database and url.database != ":memory:":
        return url
    raise AddressNotUnderstood(_NOT_UNDERSTOOD)


_NOT_UNDERSTOOD = (
    "DATABASE_URL is not understood: write postgresql://user:password@host:5432/name "
    "or sqlite:///path/to/file.sqlite, or leave it out to use the embedded file."
)


def open_engine(url: URL | None = None) -> Engine:
    """An engine for the address; nothing is connected yet, and a missing file is never created."""
    url = database_url() if url is None else url
    options = {"hide_parameters": True}
    try:
        if url.get_backend_name() == "sqlite":
            return _open_sqlite(Path(url.database or ""), options)
        return create_engine(url, **options, **POSTGRESQL_OPTIONS)
    except (NoSuchModuleError, TypeError) as error:
        raise AddressNotUnderstood(_NOT_UNDERSTOOD) from error


def create_file(url: URL) -> bool:
    """Make an empty SQLite file that only its owner can read; False where there is one already."""
    if url.get_backend_name() != "sqlite":
        return False
    path = Path(url.database or "")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600, exist_ok=False)
    except FileExistsError:
        return False
    except OSError as error:
        raise DatabaseUnreachable(
            f"The database file {path} cannot be created: {error.strerror}; "
            "choose another place with DATABASE_URL."
        ) from error
    return True


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection for questions; failures to reach the database become a DatabaseProblem."""
    with _named_failures(engine), engine.connect() as connection:
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction that writes: all of it or nothing."""
    with (
        _named_failures(engine),
        engine.connect().execution_options(writes=True) as connection,
        connection.begin(),
    ):
        yield connection


@contextmanager
def _named_failures(engine: Engine) -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        problem = _problem_of(error, engine.url)
        if problem is None:
            raise
        raise problem from error


def _problem_of(error: DBAPIError, url: URL) -> DatabaseProblem | None:
    """The named problem behind a driver's error, or None for a fault of ours."""
    where = _place_of(url)
    text = str(error.orig).lower()
    if "readonly database" in text or "read-only transaction" in text:
        return DatabaseReadOnly(
            f"The database {where} can only be read: "
            "give the account that runs the platform the right to write to it."
        )
    if "file is not a database" in text:
        return DatabaseUnreachable(f"The file {where} is not a SQLite database: name another one.")
    if "unable to open database file" in text:
        return DatabaseUnreachable(
            f"The database file {where} cannot be opened: check that it is there and readable."
        )
    if _is_unreachable(error):
        return DatabaseUnreachable(
            f"The database {where} does not answer: "
            "check that it runs and that DATABASE_URL names it rightly."
        )
    return None


def _is_unreachable(error: DBAPIError) -> bool:
    if isinstance(error.orig, sqlite3.Error):
        return False
    state = getattr(error.orig, "sqlstate", None) or ""
    is_operational = type(error.orig).__name__ == "OperationalError"
    return (
        error.connection_invalidated
        or state[:2] in {"08", "28", "3D", "57"}
        or (is_operational and not state)
    )


def _place_of(url: URL) -> str:
    if url.get_backend_name() == "sqlite":
        return str(url.database)
    return f"{url.database or ''} at {url.host or 'localhost'}:{url.port or 5432}"


def _open_sqlite(path: Path, options: dict[str, Any]) -> Engine:
    """SQLite through an address that never creates a file, one connection for each use."""
    address = f"{path.absolute().as_uri()}?mode=rw"

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(
            address, uri=True, timeout=10, isolation_level=None, check_same_thread=False
        )

    url = URL.create("sqlite", database=str(path))
    engine = create_engine(url, creator=connect, poolclass=NullPool, **options)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    """Foreign keys on; a rollback journal with full synchronisation, which no power cut breaks."""
    for pragma in ("foreign_keys=ON", "synchronous=FULL", "recursive_triggers=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
