"""What can be wrong with a database, each with one sentence that says what to do."""

import sqlite3
from dataclasses import dataclass

from psycopg import OperationalError
from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError


class DatabaseProblem(Exception):
    """A database that cannot be used; the message is one sentence that says what to do."""


class AddressNotUnderstood(DatabaseProblem):
    """DATABASE_URL is not the address of a SQLite file or a PostgreSQL database."""


class DatabaseUnreachable(DatabaseProblem):
    """Nothing answers at the address, or the file is not there."""


class DatabaseReadOnly(DatabaseProblem):
    """The database can be read and not written."""


class DatabaseRefuses(DatabaseProblem):
    """The account that asks may not do that."""


class DatabaseBusy(DatabaseProblem):
    """It took too long: others are at work, or too much was asked."""


class DatabaseFull(DatabaseProblem):
    """There is no room left to write to."""


class DatabaseForeign(DatabaseProblem):
    """The database holds tables that are not the platform's."""


class SchemaTooNew(DatabaseProblem):
    """A later version of the platform has been at work on this database."""


class SchemaTooOld(DatabaseProblem):
    """The database waits for migrations."""


class RolesMissing(DatabaseProblem):
    """The PostgreSQL server lacks the platform's roles, and the account may not make them."""


class DatabaseFault(Exception):
    """A statement that failed through a fault of the program.

    The message names the kind of error, its code and the constraint, never a row's values: those
    may be somebody's name, and messages end in logs.
    """


NOT_UNDERSTOOD = (
    "DATABASE_URL is not understood: write postgresql://user:password@host:5432/name "
    "(an @ in the password as %40) or sqlite:///path/to/file.sqlite, "
    "or leave it out to use the embedded file."
)
BUSY = "The database {where} took too long: nothing was stored, try again in a moment."


@dataclass(frozen=True)
class Sign:
    """How a problem shows: SQLSTATEs (or their beginnings), or words of the driver's message."""

    problem: type[DatabaseProblem]
    sentence: str
    states: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


SIGNS = (
    Sign(AddressNotUnderstood, NOT_UNDERSTOOD, words=("invalid connection option",)),
    Sign(
        DatabaseReadOnly,
        "The database {where} can only be read: "
        "give the account that runs the platform the right to write to it.",
        states=("25006",),
        words=("readonly database", "read-only transaction"),
    ),
    Sign(
        DatabaseRefuses,
        "The database {where} refuses this to the account in DATABASE_URL: "
        "grant the account its rights, or name another one.",
        states=("42501", "28"),
        words=(
            "is prohibited",
            "not authorized",
            "fatal:  password authentication failed",
            "fatal:  role",
            "no pg_hba.conf entry",
        ),
    ),
    Sign(
        DatabaseUnreachable,
        "There is no database {where}: create it, or name another one with DATABASE_URL.",
        states=("3D",),
        words=('fatal:  database "',),
    ),
    Sign(
        DatabaseBusy,
        BUSY,
        states=("53300", "55P03", "40P01", "57014"),
        words=("database is locked",),
    ),
    Sign(
        DatabaseFull,
        "The database {where} has no room left: nothing was stored, make room and try again.",
        states=("53100",),
        words=("database or disk is full",),
    ),
    Sign(
        DatabaseUnreachable,
        "The file {where} is not a SQLite database, or is damaged: name another one.",
        words=("file is not a database", "disk image is malformed"),
    ),
    Sign(
        DatabaseUnreachable,
        "The database file {where} cannot be opened: check that it is there and readable.",
        words=("unable to open database file",),
    ),
)
SILENCE = Sign(
    DatabaseUnreachable,
    "The database {where} does not answer: "
    "check that it runs and that DATABASE_URL names it rightly.",
    states=("08", "57P"),
)


def problem_of(error: DBAPIError, url: URL) -> DatabaseProblem | None:
    """The named problem behind a driver's error, or None for a fault of the program."""
    state = getattr(error.orig, "sqlstate", None) or ""
    text = str(error.orig).lower()
    for sign in SIGNS:
        is_state = bool(sign.states) and state.startswith(sign.states)
        if is_state or any(words in text for words in sign.words):
            return sign.problem(sign.sentence.format(where=place_of(url)))
    if _is_silent(error, state):
        return SILENCE.problem(SILENCE.sentence.format(where=place_of(url)))
    return None


def busy(url: URL) -> DatabaseBusy:
    """No connection became free in time."""
    return DatabaseBusy(BUSY.format(where=place_of(url)))


def fault_of(error: DBAPIError) -> DatabaseFault:
    """The error without the values it speaks of."""
    diagnosis = getattr(error.orig, "diag", None)
    known = {
        "code": getattr(error.orig, "sqlstate", None)
        or getattr(error.orig, "sqlite_errorname", ""),
        "constraint": getattr(diagnosis, "constraint_name", None),
    }
    details = "".join(f", {name} {value}" for name, value in known.items() if value)
    return DatabaseFault(f"{type(error).__name__}{details}")


def place_of(url: URL) -> str:
    """Where the database is, without who asks and with what password."""
    if url.get_backend_name() == "sqlite":
        return str(url.database)
    return f"{url.database or ''} at {url.host or 'localhost'}:{url.port or 5432}"


def _is_silent(error: DBAPIError, state: str) -> bool:
    """A lost or refused connection; psycopg gives those that never stood no SQLSTATE."""
    if isinstance(error.orig, sqlite3.Error):
        return False
    never_stood = isinstance(error.orig, OperationalError) and not state
    return error.connection_invalidated or state.startswith(SILENCE.states) or never_stood
