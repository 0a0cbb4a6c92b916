"""Recommendations followed to the end: evidence, reviews, rounds carried into, files taken in.

Where each entry stood on which day (``recommendation_standing``) is worked out from what was said
and found of it once the tables are there (data_access.upgrade).
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

OWNER = "roma_platform_owner"
APPLICATION = "roma_platform_application"
READER = "roma_platform_reader"

CARRY, LINK, MARK = "recommendation_carry", "progress_report_link", "review_mark"
STANDING, IMPORT = "recommendation_standing", "register_import"
IMPORTED = "register_import_entry"
TABLES = (CARRY, LINK, MARK, STANDING, IMPORT, IMPORTED)
ORIGINS = "origin IN ('fact', 'sample', 'upload', 'entered')"
STATUSES = (
    "status IN ('proposed', 'accepted', 'in_progress', 'claimed_done', 'confirmed_done',"
    " 'partly_done', 'not_accepted', 'superseded')"
)
IS_HEX = "length(sha256) = 64 AND trim(sha256, '0123456789abcdef') = ''"


def upgrade() -> None:
    _table(
        CARRY,
        _refers(CARRY, "recommendation"),
        _refers(CARRY, "round"),
        _origin(CARRY),
        _unique(CARRY, "recommendation_id", "round_id"),
    )
    _table(
        LINK,
        _refers(LINK, "progress_report"),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        _unique(LINK, "progress_report_id", "address"),
        _check(
            LINK,
            "address_is_of_the_web",
            "address LIKE 'http://%' OR address LIKE 'https://%'",
        ),
    )
    _table(
        MARK,
        _refers(MARK, "recommendation"),
        _refers(MARK, "council_meeting"),
        sa.Column("outcome", sa.Text(), nullable=False),
        _check(MARK, "outcome", "outcome IN ('noted', 'postponed', 'settled')"),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        _refers(MARK, "account", "entered_by_id", required=False),
        _origin(MARK),
    )
    _table(
        STANDING,
        _refers(STANDING, "recommendation"),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        _check(STANDING, "status", STATUSES),
        sa.Column("settled_on", sa.Date(), nullable=True),
        sa.Column("reported_on", sa.Date(), nullable=True),
        _refers(STANDING, "progress_report", required=False),
        _refers(STANDING, "confirmation", required=False),
        _refers(STANDING, "recommendation", "replaced_by_id", required=False),
        _check(STANDING, "until_after_it_starts", "until > starts_on"),
    )
    op.create_index(
        f"ix_{STANDING}_today",
        STANDING,
        ["status", "recommendation_id"],
        sqlite_where=sa.text("until IS NULL"),
        postgresql_where=sa.text("until IS NULL"),
    )
    _table(
        IMPORT,
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("entries", sa.Integer(), nullable=False),
        sa.Column("imported_at", sa.DateTime(timezone=True), nullable=False),
        _refers(IMPORT, "account", "imported_by_id"),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        _refers(IMPORT, "account", "undone_by_id", required=False),
        _check(IMPORT, "entries_counts", "entries >= 1"),
        _check(IMPORT, "sha256_is_hex", IS_HEX),
        _check(IMPORT, "undone_by_somebody", "(undone_at IS NULL) = (undone_by_id IS NULL)"),
    )
    _table(
        IMPORTED,
        _refers(IMPORTED, "register_import"),
        _refers(IMPORTED, "recommendation"),
        sa.Column("stood", sa.JSON(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        _unique(IMPORTED, "register_import_id", "recommendation_id"),
    )
    if op.get_bind().dialect.name == "postgresql":
        for table in TABLES:
            op.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO {APPLICATION}")
            op.execute(f"GRANT SELECT ON {table} TO {READER}")
            op.execute(f"ALTER TABLE {table} OWNER TO {OWNER}")


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)


def _table(name: str, *parts: object) -> None:
    """A table with its number, and an index to each row it refers to."""
    columns: list[object] = [sa.Column("id", _big(), sa.Identity(always=False), nullable=False)]
    for part in parts:
        columns += part if isinstance(part, tuple) else (part,)
    op.create_table(name, *columns, sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")))
    for part in parts:
        if isinstance(part, tuple) and isinstance(part[1], sa.ForeignKeyConstraint):
            column = part[0].name
            op.create_index(op.f(f"ix_{name}_{column}"), name, [column])


def _refers(table: str, target: str, column: str | None = None, *, required: bool = True) -> tuple:
    column = column or f"{target}_id"
    return (
        sa.Column(column, _big(), nullable=not required),
        sa.ForeignKeyConstraint(
            [column],
            [f"{target}.id"],
            name=op.f(f"fk_{table}_{column}"),
            ondelete="RESTRICT",
        ),
    )


def _origin(table: str) -> tuple:
    return sa.Column("origin", sa.Text(), nullable=False), _check(table, "origin", ORIGINS)


def _check(table: str, name: str, rule: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(rule, name=op.f(f"ck_{table}_{name}"))


def _unique(table: str, *columns: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(*columns, name=op.f(f"uq_{table}_{'_'.join(columns)}"))


def _big() -> sa.types.TypeEngine[int]:
    return sa.BigInteger().with_variant(sa.Integer(), "sqlite")
