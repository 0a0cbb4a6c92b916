"""Words that tell what sort of body an institution is; everybody who reads the register reads them.

A database that was filled with the documented facts gets the words that belong to them, as an
empty one does when it is filled.
"""

import sqlalchemy as sa
from alembic import op

from data_access import documented
from data_access.rules import fold

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

OWNER = "roma_platform_owner"
APPLICATION = "roma_platform_application"
READER = "roma_platform_reader"
TABLE = "institution_word"
ORIGINS = "origin IN ('fact', 'sample', 'upload', 'entered')"
HOLDS_FACTS = sa.text("SELECT count(*) FROM round WHERE origin = 'fact'")


def upgrade() -> None:
    table = op.create_table(
        TABLE,
        sa.Column("id", _big(), sa.Identity(always=False), nullable=False),
        sa.Column("word", sa.Text(), nullable=False),
        sa.Column("word_folded", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint("kind IN ('state', 'municipal', 'ngo')", name=op.f(f"ck_{TABLE}_kind")),
        sa.CheckConstraint(ORIGINS, name=op.f(f"ck_{TABLE}_origin")),
        sa.CheckConstraint("word_folded <> ''", name=op.f(f"ck_{TABLE}_word_says_something")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{TABLE}")),
        sa.UniqueConstraint("word_folded", name=op.f(f"uq_{TABLE}_word_folded")),
    )
    if op.get_bind().scalar(HOLDS_FACTS):
        op.bulk_insert(table, _words())
    if op.get_bind().dialect.name == "postgresql":
        op.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON {TABLE} TO {APPLICATION}")
        op.execute(f"GRANT SELECT ON {TABLE} TO {READER}")
        op.execute(f"ALTER TABLE {TABLE} OWNER TO {OWNER}")


def downgrade() -> None:
    op.drop_table(TABLE)


def _big() -> sa.types.TypeEngine[int]:
    return sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _words() -> list[dict[str, str]]:
    return [
        {**line, "word_folded": fold(line["word"]), "origin": "fact"}
        for line in documented.lines(TABLE)
    ]
