"""The three roles of a PostgreSQL database, and how a transaction takes one of them."""

from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Select, bindparam, case, column, func, select, table


class DatabaseRole(StrEnum):
    """Who owns the tables, who writes to them, and who only looks; an account belongs to some."""

    OWNER = "roma_platform_owner"
    APPLICATION = "roma_platform_application"
    READER = "roma_platform_reader"


ROLE = table("pg_roles", column("oid"), column("rolname")).c
RELATION = table("pg_class", column("oid"), column("relowner")).c
DATA = func.to_regclass("data_version")

BEFORE_16 = func.current_setting("server_version_num") < "160000"
MAY_BECOME = func.pg_has_role(ROLE.rolname, case((BEFORE_16, "MEMBER"), else_="SET"))
"""From PostgreSQL 16 on a member of a role need not have the right to become it."""


def take(connection: Connection, role: DatabaseRole) -> None:
    """Be the role until the transaction ends, where the database has it and the account may.

    An account that may not has no more than its own rights; SQLite knows no roles.
    """
    if connection.dialect.name == "postgresql":
        statement = OWNED if role is DatabaseRole.OWNER else GRANTED
        connection.execute(statement, {"role": role.value})


def may_own(connection: Connection) -> bool:
    """Whether the account may be owner and application, and the application the reader."""
    held = select(func.bool_and(MAY_BECOME)).where(
        ROLE.rolname.in_([DatabaseRole.OWNER.value, DatabaseRole.APPLICATION.value])
    )
    pair = DatabaseRole.APPLICATION.value, DatabaseRole.READER.value
    is_reader = select(func.pg_has_role(*pair, "MEMBER"))
    return bool(connection.scalar(held)) and bool(connection.scalar(is_reader))


def _taking() -> Select[Any]:
    is_wanted = ROLE.rolname == bindparam("role")
    return select(func.set_config("role", ROLE.rolname, True)).where(is_wanted, MAY_BECOME)


OWNED = _taking().where(ROLE.oid == RELATION.relowner, RELATION.oid == DATA)
GRANTED = _taking().where(func.has_table_privilege(ROLE.rolname, DATA, "SELECT"))
