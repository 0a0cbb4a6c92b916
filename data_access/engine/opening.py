"""Where the database is, and how it is opened for reading and for writing."""

import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event, exc, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from data_access.engine import roles
from data_access.engine.problems import (
    NOT_UNDERSTOOD,
    AddressNotUnderstood,
    DatabaseUnreachable,
    busy,
    fault_of,
    problem_of,
)
from data_access.engine.roles import DatabaseRole

DEFAULT_FILE = Path(".data") / "platform.sqlite"
WAITS = {"connect_timeout": 5, "tcp_user_timeout": 10_000, "keepalives_idle": 10}
"""How long to wait for a server (s, ms, s), where the address itself does not say."""

AFTERWARDS = "afterwards"

POSTGRESQL_OPTIONS: dict[str, Any] = {
    "pool_pre_ping": True,
    "pool_size": 5,
    "max_overflow": 10,
    "pool_timeout": 10,
}


def database_url(
    environment: Mapping[str, str] = os.environ, *, named: str = "DATABASE_URL"
) -> URL:
    """The address from DATABASE_URL, or from the variable ``named``; else the embedded file.

    Refuses (AddressNotUnderstood) whatever is neither a SQLite file nor PostgreSQL; the message
    never repeats the address, which may hold a password.
    """
    text = environment.get(named, "").strip()
    if not text:
        return URL.create("sqlite", database=str(DEFAULT_FILE))
    if text.startswith("postgres://"):
        text = text.replace("postgres://", "postgresql://", 1)
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):
        # The cause quotes parts of the address, and an unfinished one can end in the password.
        raise AddressNotUnderstood(NOT_UNDERSTOOD) from None
    backend = url.get_backend_name()
    # An @ in the host is the rest of a password that was not escaped.
    if backend == "postgresql" and "@" not in (url.host or ""):
        return url.set(drivername="postgresql+psycopg")
    if backend == "sqlite" and url.database and url.database != ":memory:" and not url.query:
        return url
    raise AddressNotUnderstood(NOT_UNDERSTOOD)


def open_engine(url: URL | None = None, *, looks_only: bool = False) -> Engine:
    """An engine for the address; nothing is connected yet, and a missing file is never created.

    ``looks_only`` opens a SQLite file in a way that nothing can write through.
    """
    url = database_url() if url is None else url
    options = {"hide_parameters": True}
    try:
        if url.get_backend_name() == "sqlite":
            return _open_sqlite(Path(url.database or ""), options, "ro" if looks_only else "rw")
        waits = {name: value for name, value in WAITS.items() if name not in url.query}
        engine = create_engine(url, connect_args=waits, **options, **POSTGRESQL_OPTIONS)
    except (NoSuchModuleError, TypeError) as error:
        raise AddressNotUnderstood(NOT_UNDERSTOOD) from error
    event.listen(engine, "connect", _compile_nothing)
    return engine


def create_file(url: URL) -> bool:
    """Make an empty SQLite file that only its owner can read; False where there is one already."""
    if url.get_backend_name() != "sqlite":
        return False
    path = Path(url.database or "")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600, exist_ok=False)
    except OSError as error:
        # A file where the folder should be exists as well, and is no database.
        if isinstance(error, FileExistsError) and path.exists():
            return False
        raise DatabaseUnreachable(
            f"The database file {path} cannot be created: {error.strerror}; "
            "choose another place with DATABASE_URL."
        ) from error
    return True


@contextmanager
def using(url: URL | None = None) -> Iterator[Engine]:
    """An engine for as long as the block lasts."""
    engine = open_engine(url)
    try:
        yield engine
    finally:
        engine.dispose()


@contextmanager
def reading(engine: Engine, role: DatabaseRole | None = None) -> Iterator[Connection]:
    """A connection for questions; failures to reach the database become a DatabaseProblem.

    On PostgreSQL it asks as ``role``, or as the account of the address itself.
    """
    with _named_failures(engine), engine.connect() as connection:
        if role is not None:
            roles.take(connection, role)
        yield connection


@contextmanager
def writing(engine: Engine, *, rebuilds: bool = False) -> Iterator[Connection]:
    """One transaction that writes: all of it or nothing.

    ``rebuilds`` is for migrations, which no role of the application may make: SQLite makes a table
    anew only while it looks after no references, so whoever asks for it looks after them before
    the transaction ends.
    """
    with (
        _named_failures(engine),
        engine.connect().execution_options(writes=True, rebuilds=rebuilds) as connection,
    ):
        waiting: list[Callable[[], None]] = []
        connection.info[AFTERWARDS] = waiting
        try:
            with connection.begin():
                if not rebuilds:
                    roles.take(connection, DatabaseRole.APPLICATION)
                yield connection
        finally:
            # The information stays with a connection that others are given after this.
            connection.info.pop(AFTERWARDS, None)
        for action in waiting:
            action()


def afterwards(connection: Connection, action: Callable[[], None]) -> None:
    """Do it once the transaction of ``writing`` is committed, and never where it is not."""
    connection.info.get(AFTERWARDS, []).append(action)


@contextmanager
def _named_failures(engine: Engine) -> Iterator[None]:
    """Driver errors become problems with a sentence, or faults without anybody's values."""
    try:
        yield
    except DBAPIError as error:
        failure = problem_of(error, engine.url) or fault_of(error)
        raise failure.with_traceback(error.__traceback__) from None
    except exc.TimeoutError as error:
        raise busy(engine.url) from error


def _compile_nothing(connection: Any, _record: Any) -> None:
    """Statements are answered in milliseconds, and compiling one takes seconds.

    PostgreSQL does so where it expects many rows, as it does of small tables that it never counted.
    """
    connection.execute("SET jit = off")
    connection.commit()


def _open_sqlite(path: Path, options: dict[str, Any], mode: str) -> Engine:
    """SQLite through an address that never creates a file, one connection for each use."""
    address = f"{path.absolute().as_uri()}?mode={mode}"

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
    options = connection.get_execution_options()
    if options.get("rebuilds", False):
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("writes", False) else "BEGIN")
