"""Mediators' months: reports, gaps and trainings; what was free text about a family is a code.

No upload ever brought a case, a contact or support, so their references to one go. Words that are
no code become "not stated": the tables keep no free text about a family.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

OWNER = "roma_platform_owner"
APPLICATION = "roma_platform_application"
READER = "roma_platform_reader"

GAP, TRAINING = "post_gap", "mediator_training"
REPORT, CONTENT = "monthly_report", "monthly_report_content"
CASE, CONTACT, SUPPORT = "mediation_case", "contact", "family_support"
TABLES = (GAP, TRAINING, REPORT, CONTENT)
OF_POST = "mediator_post_id IN (SELECT id FROM mediator_post)"
ROWS = {
    GAP: OF_POST,
    TRAINING: "mediator_id IN (SELECT id FROM mediator)",
    REPORT: OF_POST,
}
ORIGINS = "origin IN ('fact', 'sample', 'upload', 'entered')"
WORDS = {
    (CASE, "closing_reason"): (
        "'need_met', 'handed_over', 'moved_away', 'own_wish', 'lost_touch', 'round_ended',"
        " 'not_stated'"
    ),
    (CASE, "referred_by"): (
        "'family', 'mediator', 'social_service', 'school', 'health', 'employment', 'ngo',"
        " 'other', 'not_stated'"
    ),
    (CONTACT, "met_at"): (
        "'home', 'office', 'institution', 'public', 'phone', 'online', 'not_stated'"
    ),
    (CONTACT, "result"): (
        "'informed', 'applied', 'referred', 'taken_up', 'turned_down', 'arranged', 'nothing',"
        " 'not_stated'"
    ),
}
IS_HEX = "sha256 IS NULL OR (length(sha256) = 64 AND trim(sha256, '0123456789abcdef') = '')"
REASON_OF_THE_ENDED = "closing_reason = 'not_stated' OR closed_on IS NOT NULL"
RECORDED = (
    "status <> 'recorded' OR (mediator_post_id IS NOT NULL AND month IS NOT NULL"
    " AND recorded_at IS NOT NULL)"
)


def upgrade() -> None:
    _make_tables()
    for table, column in ((CASE, "closing_reason"), (CASE, "referred_by"), (CONTACT, "result")):
        words = WORDS[table, column]
        op.execute(
            f"UPDATE {table} SET {column} = 'not_stated'"
            f" WHERE {column} IS NULL OR {column} NOT IN ({words})"
        )
    with op.batch_alter_table(CASE) as batch:
        _swap(batch, CASE, "upload", REPORT)
        for column in ("closing_reason", "referred_by"):
            _make_code(batch, CASE, column)
        batch.create_check_constraint(
            op.f(f"ck_{CASE}_only_what_ended_has_a_reason"), REASON_OF_THE_ENDED
        )
    with op.batch_alter_table(CONTACT) as batch:
        _swap(batch, CONTACT, "upload", REPORT)
        _make_code(batch, CONTACT, "result")
        batch.add_column(
            sa.Column("met_at", sa.Text(), server_default="not_stated", nullable=False)
        )
        batch.create_check_constraint(
            op.f(f"ck_{CONTACT}_met_at"), f"met_at IN ({WORDS[CONTACT, 'met_at']})"
        )
    with op.batch_alter_table(SUPPORT) as batch:
        _swap(batch, SUPPORT, "upload", None)
    _let_read()


def downgrade() -> None:
    with op.batch_alter_table(CASE) as batch:
        batch.drop_constraint(op.f(f"ck_{CASE}_only_what_ended_has_a_reason"), type_="check")
        for column in ("closing_reason", "referred_by"):
            _make_text(batch, CASE, column)
        _swap(batch, CASE, REPORT, "upload")
    with op.batch_alter_table(CONTACT) as batch:
        batch.drop_constraint(op.f(f"ck_{CONTACT}_met_at"), type_="check")
        batch.drop_column("met_at")
        _make_text(batch, CONTACT, "result")
        _swap(batch, CONTACT, REPORT, "upload")
    with op.batch_alter_table(SUPPORT) as batch:
        _swap(batch, SUPPORT, None, "upload")
    for table in reversed(TABLES):
        op.drop_table(table)


def _make_tables() -> None:
    _table(
        GAP,
        _refers(GAP, "mediator_post"),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        _word(GAP, "reason", "'leave', 'sickness', 'nobody_found', 'not_stated'", "not_stated"),
        _origin(GAP),
        _revision(),
        _check(GAP, "ends_after_it_starts", "ends_on >= starts_on"),
    )
    _table(
        TRAINING,
        _refers(TRAINING, "mediator"),
        _refers(TRAINING, "round"),
        _word(
            TRAINING, "kind", "'training', 'supervision', 'exchange', 'not_stated'", "not_stated"
        ),
        sa.Column("held_on", sa.Date(), nullable=True),
        sa.Column("hours", sa.Float(), nullable=True),
        _refers(TRAINING, "institution", required=False),
        _origin(TRAINING),
        _revision(),
        _check(TRAINING, "hours_count", "hours > 0"),
    )
    _table(
        REPORT,
        _refers(REPORT, "mediator_post", required=False),
        sa.Column("month", sa.Date(), nullable=True),
        sa.Column("hours_worked", sa.Float(), nullable=True),
        sa.Column("sha256", sa.Text(), nullable=True),
        _word(REPORT, "status", "'waiting', 'recorded', 'undone'", "waiting"),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        _refers(REPORT, "account", "received_by_id", required=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=True),
        _refers(REPORT, "account", "recorded_by_id", required=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        _refers(REPORT, "account", "undone_by_id", required=False),
        _origin(REPORT),
        _revision(),
        _check(REPORT, "hours_fit_a_month", "hours_worked >= 0 AND hours_worked <= 744"),
        _check(REPORT, "sha256_is_hex", IS_HEX),
        _check(REPORT, "upload_has_a_file", "(origin = 'upload') = (sha256 IS NOT NULL)"),
        _check(REPORT, "undone_has_a_time", "(status = 'undone') = (undone_at IS NOT NULL)"),
        _check(REPORT, "recorded_of_a_month", RECORDED),
    )
    for name, columns, where in (
        ("recorded", ["mediator_post_id", "month"], "status = 'recorded'"),
        ("sha256_not_undone", ["sha256"], "undone_at IS NULL"),
    ):
        op.create_index(
            f"uq_{REPORT}_{name}",
            REPORT,
            columns,
            unique=True,
            sqlite_where=sa.text(where),
            postgresql_where=sa.text(where),
        )
    _table(
        CONTENT,
        _refers(CONTENT, REPORT),
        sa.Column("sheets_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("stood", sa.JSON(), nullable=True),
        sa.UniqueConstraint(
            "monthly_report_id", name=op.f(f"uq_{CONTENT}_monthly_report_id")
        ),
    )


def _let_read() -> None:
    if op.get_bind().dialect.name != "postgresql":
        return
    for table in TABLES:
        op.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO {APPLICATION}")
        op.execute(f"ALTER TABLE {table} OWNER TO {OWNER}")
    for table, seen in ROWS.items():
        op.execute(f"GRANT SELECT ON {table} TO {READER}")
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY application ON {table} TO {APPLICATION} USING (true)")
        op.execute(
            f"CREATE POLICY reader ON {table} FOR SELECT TO {READER}"
            f" USING ((SELECT everything FROM reader_flags) OR {seen})"
        )


def _swap(batch, table: str, before: str | None, after: str | None) -> None:  # noqa: ANN001
    """Refer to another table, or to none: nothing has referred to the former one."""
    if before:
        batch.drop_index(op.f(f"ix_{table}_{before}_id"))
        batch.drop_constraint(op.f(f"fk_{table}_{before}_id"), type_="foreignkey")
        batch.drop_column(f"{before}_id")
    if after:
        batch.add_column(sa.Column(f"{after}_id", _big(), nullable=True))
        batch.create_foreign_key(
            op.f(f"fk_{table}_{after}_id"), after, [f"{after}_id"], ["id"], ondelete="RESTRICT"
        )
        batch.create_index(op.f(f"ix_{table}_{after}_id"), [f"{after}_id"])


def _make_code(batch, table: str, column: str) -> None:  # noqa: ANN001
    batch.alter_column(
        column, existing_type=sa.Text(), nullable=False, server_default="not_stated"
    )
    batch.create_check_constraint(
        op.f(f"ck_{table}_{column}"), f"{column} IN ({WORDS[table, column]})"
    )


def _make_text(batch, table: str, column: str) -> None:  # noqa: ANN001
    batch.drop_constraint(op.f(f"ck_{table}_{column}"), type_="check")
    batch.alter_column(column, existing_type=sa.Text(), nullable=True, server_default=None)


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


def _word(table: str, name: str, words: str, default: str) -> tuple:
    column = sa.Column(name, sa.Text(), server_default=default, nullable=False)
    return column, _check(table, name, f"{name} IN ({words})")


def _origin(table: str) -> tuple:
    return sa.Column("origin", sa.Text(), nullable=False), _check(table, "origin", ORIGINS)


def _revision() -> sa.Column:
    return sa.Column("revision", sa.Integer(), server_default="1", nullable=False)


def _check(table: str, name: str, rule: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(rule, name=op.f(f"ck_{table}_{name}"))


def _big() -> sa.types.TypeEngine[int]:
    return sa.BigInteger().with_variant(sa.Integer(), "sqlite")
