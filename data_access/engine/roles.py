"""The three roles of a PostgreSQL database, and how a transaction takes one of them."""

from enum import StrEnum

from sqlalchemy import Connection, text


class DatabaseRole(StrEnum):
    """Who owns the tables, who writes to them, and who only looks; an account belongs to some."""

    OWNER = "roma_platform_owner"
    APPLICATION = "roma_platform_application"
    READER = "roma_platform_reader"


OWNED = text(
    "SELECT set_config('role', rolname, true) FROM pg_roles"
    " JOIN pg_class ON pg_class.relowner = pg_roles.oid"
    " WHERE pg_class.oid = to_regclass('data_version')"
    " AND rolname = :role AND pg_has_role(rolname, 'MEMBER')"
)
GRANTED = text(
    "SELECT set_config('role', rolname, true) FROM pg_roles"
    " WHERE rolname = :role AND pg_has_role(rolname, 'MEMBER')"
    " AND has_table_privilege(rolname, to_regclass('data_version'), 'SELECT')"
)


def take(connection: Connection, role: DatabaseRole) -> None:
    """Be the role until the transaction ends, where the database has it and the account may.

    An account that may not has no more than its own rights; SQLite knows no roles.
    """
    if connection.dialect.name == "postgresql":
        statement = OWNED if role is DatabaseRole.OWNER else GRANTED
        connection.execute(statement, {"role": role.value})
