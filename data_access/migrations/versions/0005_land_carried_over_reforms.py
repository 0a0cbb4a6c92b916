"""Where the land of each municipality lies in every division, maps of divisions that were added.

What ``carried_land`` holds is worked out from units and successions once the tables are there
(data_access.upgrade). Denominators get the number by which the later of two editors is told.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

OWNER = "roma_platform_owner"
APPLICATION = "roma_platform_application"
READER = "roma_platform_reader"
CARRIED, OUTLINE = "carried_land", "division_outline"
BEFORE_HAS_A_DAY = "before_id IS NULL OR changed_on IS NOT NULL"


def upgrade() -> None:
    op.create_table(
        CARRIED,
        sa.Column("id", _big(), sa.Identity(always=False), nullable=False),
        sa.Column("municipality_id", _big(), nullable=False),
        sa.Column("division_id", _big(), nullable=False),
        sa.Column("there_id", _big(), nullable=True),
        sa.Column("changed_on", sa.Date(), nullable=True),
        sa.Column("before_id", _big(), nullable=True),
        sa.CheckConstraint(
            BEFORE_HAS_A_DAY, name=op.f(f"ck_{CARRIED}_nothing_was_before_without_a_day")
        ),
        _refers(CARRIED, "municipality_id", "municipality"),
        _refers(CARRIED, "division_id", "division"),
        _refers(CARRIED, "there_id", "municipality"),
        _refers(CARRIED, "before_id", "municipality"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{CARRIED}")),
        sa.UniqueConstraint(
            "municipality_id", "division_id", name=op.f(f"uq_{CARRIED}_municipality_id_division_id")
        ),
    )
    op.create_table(
        OUTLINE,
        sa.Column("id", _big(), sa.Identity(always=False), nullable=False),
        sa.Column("division_id", _big(), nullable=False),
        sa.Column("topology", sa.Text(), nullable=False),
        sa.Column("attribution_lv", sa.Text(), nullable=False),
        sa.Column("attribution_en", sa.Text(), nullable=False),
        _refers(OUTLINE, "division_id", "division"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{OUTLINE}")),
        sa.UniqueConstraint("division_id", name=op.f(f"uq_{OUTLINE}_division_id")),
    )
    for column in ("municipality_id", "division_id", "there_id", "before_id"):
        op.create_index(op.f(f"ix_{CARRIED}_{column}"), CARRIED, [column])
    op.create_index(op.f(f"ix_{OUTLINE}_division_id"), OUTLINE, ["division_id"])
    op.add_column(
        "denominator", sa.Column("revision", sa.Integer(), server_default="1", nullable=False)
    )
    if op.get_bind().dialect.name == "postgresql":
        for table in (CARRIED, OUTLINE):
            op.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO {APPLICATION}")
            op.execute(f"GRANT SELECT ON {table} TO {READER}")
            op.execute(f"ALTER TABLE {table} OWNER TO {OWNER}")


def downgrade() -> None:
    op.drop_column("denominator", "revision")
    op.drop_table(OUTLINE)
    op.drop_table(CARRIED)


def _refers(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column],
        [f"{target}.id"],
        name=op.f(f"fk_{table}_{column}"),
        ondelete="RESTRICT",
    )


def _big() -> sa.types.TypeEngine[int]:
    return sa.BigInteger().with_variant(sa.Integer(), "sqlite")
