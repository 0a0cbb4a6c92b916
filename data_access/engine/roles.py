"""The three roles of a PostgreSQL database, and how a transaction takes one of them."""

from enum import StrEnum
from typing import Any

from sqlalchemy import Boolean, Connection, Select, bindparam, case, column, func, select, table


class DatabaseRole(StrEnum):
    """Who owns the tables, who writes to them, and who only looks; an account belongs to some."""

    OWNER = "roma_platform_owner"
    APPLICATION = "roma_platform_application"
    READER = "roma_platform_reader"


ROLE = table(
    "pg_roles",
    *(column(name) for name in ("oid", "rolname")),
    *(column(name, Boolean) for name in ("rolsuper", "rolcreaterole")),
).c
RELATION = table("pg_class", column("oid"), column("relowner")).c
DATA = func.to_regclass("data_version")

BEFORE_16 = func.current_setting("server_version_num") < "160000"
MAY_BECOME = func.pg_has_role(ROLE.rolname, case((BEFORE_16, "MEMBER"), else_="SET"), type_=Boolean)
"""From PostgreSQL 16 on a member of a role need not have the right to become it."""

MAY_GIVE = func.pg_has_role(ROLE.rolname, "MEMBER WITH ADMIN OPTION", type_=Boolean)


def take(connection: Connection, role: DatabaseRole) -> None:
    """Be the role until the transaction ends, where the database has it and the account may.

    An account that may not has no more than its own rights; SQLite knows no roles.
    """
    if connection.dialect.name == "postgresql":
        statement = OWNED if role is DatabaseRole.OWNER else GRANTED
        connection.execute(statement, {"role": role.value})


def missing(connection: Connection) -> list[DatabaseRole]:
    """The roles that the server lacks."""
    there = set(connection.scalars(select(ROLE.rolname)))
    return [role for role in DatabaseRole if role.value not in there]


def may_make(connection: Connection) -> bool:
    """Whether the account may make roles."""
    rights = select(ROLE.rolsuper | ROLE.rolcreaterole)
    return bool(connection.scalar(rights.where(ROLE.rolname == func.current_user())))


def may_own(connection: Connection) -> bool:
    """Whether the account is, or may make itself, owner and application, and that the reader.

    Of the roles that are there; until PostgreSQL 15 whoever may make roles may give all of them.
    """
    if connection.scalar(select(BEFORE_16)) and may_make(connection):
        return True
    needed = [DatabaseRole.OWNER.value, DatabaseRole.APPLICATION.value]
    held = select(func.bool_and(MAY_BECOME | MAY_GIVE)).where(ROLE.rolname.in_(needed))
    is_reader = func.pg_has_role(DatabaseRole.APPLICATION.value, ROLE.rolname, "MEMBER")
    reader = select(is_reader | MAY_GIVE).where(ROLE.rolname == DatabaseRole.READER.value)
    return connection.scalar(held) is not False and connection.scalar(reader) is not False


def _taking() -> Select[Any]:
    is_wanted = ROLE.rolname == bindparam("role")
    return select(func.set_config("role", ROLE.rolname, True)).where(is_wanted, MAY_BECOME)


OWNED = _taking().where(ROLE.oid == RELATION.relowner, RELATION.oid == DATA)
GRANTED = _taking().where(func.has_table_privilege(ROLE.rolname, DATA, "SELECT"))
