"""The schema's versions: bring a database up to date, or say why it cannot be used."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, inspect, text

from data_access import standings
from data_access.engine import (
    DatabaseForeign,
    DatabaseRole,
    RolesMissing,
    SchemaTooNew,
    SchemaTooOld,
    reading,
    roles,
    writing,
)
from data_access.territory import carrying

MIGRATIONS = Path(__file__).parent / "migrations"
UPGRADE_LOCK = 7_202_022


def upgrade(engine: Engine, revision: str = "head") -> bool:
    """Apply the missing migrations in one transaction; True where there was something to do.

    Refuses a database of a later version of the platform (SchemaTooNew), one that holds the tables
    of another program (DatabaseForeign), and a server without the platform's roles where the
    account may not make them (RolesMissing).
    """
    with writing(engine, rebuilds=True) as connection:
        _lock(connection)
        before = _current(connection)
        _refuse_newer(before)
        if before == _scripts().get_current_head():
            return False
        _refuse_foreign(connection, before)
        _refuse_without_roles(connection)
        roles.take(connection, DatabaseRole.OWNER)
        command.upgrade(_configuration(connection), revision)
        if _current(connection) == _scripts().get_current_head():
            carrying.renew(connection)
            standings.renew(connection)
        return _current(connection) != before


def downgrade(engine: Engine, revision: str) -> None:
    """Take migrations back as far as ``revision`` (``base`` for an empty database).

    Refuses a database of a later version of the platform (SchemaTooNew).
    """
    with writing(engine, rebuilds=True) as connection:
        _lock(connection)
        _refuse_newer(_current(connection))
        command.downgrade(_configuration(connection), revision)


def check(engine: Engine) -> None:
    """Nothing, where the database has the schema this version knows.

    Raises SchemaTooNew or SchemaTooOld with what to do about it.
    """
    with reading(engine) as connection:
        current = _current(connection)
    _refuse_newer(current)
    if current != _scripts().get_current_head():
        raise SchemaTooOld(
            "The database waits for an upgrade: "
            "run `python -m data_access migrate` and start again."
        )


def _current(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _refuse_newer(revision: str | None) -> None:
    if revision is None:
        return
    try:
        _scripts().get_revision(revision)
    except CommandError as error:
        raise SchemaTooNew(
            "The database belongs to a later version of the platform: "
            "install that version, or name another database with DATABASE_URL."
        ) from error


def _refuse_foreign(connection: Connection, revision: str | None) -> None:
    strangers = set(inspect(connection).get_table_names()) - {"alembic_version"}
    if revision is None and strangers:
        raise DatabaseForeign(
            "The database belongs to another program: name an empty one with DATABASE_URL."
        )


def _refuse_without_roles(connection: Connection) -> None:
    if connection.dialect.name != "postgresql":
        return
    missing = roles.missing(connection)
    if missing and not roles.may_make(connection):
        raise RolesMissing(
            f"The server lacks the roles {', '.join(missing)}: let its administrator make them "
            "with CREATE ROLE, as the README says, then run `python -m data_access migrate` again."
        )
    if not missing and not roles.may_own(connection):
        owner, application, reader = DatabaseRole
        raise RolesMissing(
            "The account in DATABASE_URL may not become the owner of the tables: let the server's "
            f"administrator GRANT {owner}, {application} to it, and {reader} to {application}, "
            "then run `python -m data_access migrate` again."
        )


def _lock(connection: Connection) -> None:
    """Two starts at once upgrade one after the other (SQLite's write lock does it by itself)."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": UPGRADE_LOCK})


def _scripts() -> ScriptDirectory:
    return ScriptDirectory.from_config(_configuration())


def _configuration(connection: Connection | None = None) -> Config:
    configuration = Config()
    configuration.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    configuration.attributes["connection"] = connection
    return configuration
