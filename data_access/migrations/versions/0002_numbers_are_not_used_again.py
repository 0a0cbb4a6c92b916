"""SQLite gives no number of a row out twice: a removed row's history stays its own.

PostgreSQL's numbers do so already. SQLite's tables are made anew with AUTOINCREMENT, as SQLite's
documentation asks: foreign keys off, copy, drop, rename, look whether every reference still holds.
"""

from alembic import op
from sqlalchemy import text

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

PLAIN, ONCE = "PRIMARY KEY (id)", "PRIMARY KEY (id AUTOINCREMENT)"
TABLES = text("SELECT name, sql FROM sqlite_master WHERE type = 'table' AND sql LIKE :holds")
INDEXES = text("SELECT sql FROM sqlite_master WHERE type = 'index' AND tbl_name = :t AND sql > ''")


def upgrade() -> None:
    _make_anew(PLAIN, ONCE)


def downgrade() -> None:
    _make_anew(ONCE, PLAIN)


def _make_anew(before: str, after: str) -> None:
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        return
    quote = connection.dialect.identifier_preparer.quote
    for name, created in connection.execute(TABLES, {"holds": f"%{before}%"}).all():
        indexes = connection.scalars(INDEXES, {"t": name}).all()
        table, copy = quote(name), quote(f"{name}_made_anew")
        _, _, rest = created.partition("(")
        connection.exec_driver_sql(
            f"CREATE TABLE {copy} (" + rest.replace(before, after)
        )
        connection.exec_driver_sql(f"INSERT INTO {copy} SELECT * FROM {table}")
        connection.exec_driver_sql(f"DROP TABLE {table}")
        connection.exec_driver_sql(f"ALTER TABLE {copy} RENAME TO {table}")
        for index in indexes:
            connection.exec_driver_sql(index)
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if broken:
        raise RuntimeError(f"{len(broken)} references would not hold; nothing was changed.")
