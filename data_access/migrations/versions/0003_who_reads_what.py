"""Who may read and write which rows: roles and policies in PostgreSQL, triggers in SQLite.

PostgreSQL gets an owner without login, an application role that writes and only adds to the audit
log, and a reader role for the dashboards. What a reader's transaction sees follows from its pass
(the setting ``platform.pass``: account, time of expiry and their HMAC): without one, no row of
anybody's. SQLite keeps its audit log by triggers; its readers go through ``data_access.door``.
"""

import secrets

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

OWNER = "roma_platform_owner"
APPLICATION = "roma_platform_application"
READER = "roma_platform_reader"
TABLES = (
    "account activity activity_day activity_document activity_further_place activity_institution"
    " attendance attendance_day audit_event case_need change confirmation contact council_meeting"
    " data_version denominator division document family family_support gap institution"
    " institution_alias mediation_case mediator mediator_post municipality municipality_alias"
    " person person_identity person_merge progress_report progress_report_document reading_key"
    " recommendation recommendation_addressee recommendation_link recommendation_version"
    " remembered_decision reported_figure reported_place role_grant round round_statement session"
    " source succession territorial_unit unit_membership upload upload_row"
).split()
HIDDEN = {
    "account",
    "person_identity",
    "person_merge",
    "reading_key",
    "remembered_decision",
    "role_grant",
    "session",
}
IN_PART = {"upload_row": "id, upload_id, row_number, outcome, attendance_id"}

PROGRAMME = "(SELECT programme FROM reader_flags)"
SCOPE = "(SELECT round_id, municipality_id FROM reader_scope)"
IS_LIMITED = "EXISTS (SELECT 1 FROM reader_scope)"
OF_ACTIVITY = f"{PROGRAMME} OR activity_id IN (SELECT id FROM activity_in_scope)"
LIES_WITHIN = (
    "activity_id IN (SELECT id FROM activity_in_scope)"
    " AND (municipality_id IS NULL OR (activity_id, municipality_id) IN"
    " (SELECT seen.id, reached.municipality_id FROM activity_in_scope AS seen"
    " JOIN reader_scope AS reached ON reached.round_id = seen.round_id))"
)
OF_POST = "mediator_post_id IN (SELECT id FROM mediator_post)"
TOLD = (
    "('confirmation', 'council_meeting', 'document', 'gap', 'institution', 'progress_report',"
    " 'recommendation', 'round', 'source')"
)
TRACED = {"activity": "activity_in_scope"} | {
    table: table for table in ("attendance", "mediator_post", "reported_figure", "upload")
}
ROWS = {
    "activity": f"{PROGRAMME} OR (round_id, coalesce(municipality_id, 0)) IN {SCOPE}",
    "activity_day": OF_ACTIVITY,
    "activity_document": OF_ACTIVITY,
    "activity_further_place": f"{PROGRAMME} OR ({LIES_WITHIN})",
    "activity_institution": OF_ACTIVITY,
    "attendance": LIES_WITHIN,
    "attendance_day": "attendance_id IN (SELECT id FROM attendance)",
    "case_need": "mediation_case_id IN (SELECT id FROM mediation_case)",
    "change": f"(({PROGRAMME} OR {IS_LIMITED}) AND subject_table IN {TOLD})"
    + "".join(
        f" OR ({IS_LIMITED} AND subject_table = '{table}'"
        f" AND subject_id IN (SELECT id FROM {seen}))"
        for table, seen in TRACED.items()
    ),
    "contact": OF_POST,
    "family": "id IN (SELECT family_id FROM mediation_case)"
    " OR id IN (SELECT family_id FROM family_support)",
    "family_support": f"(round_id, 0) IN {SCOPE}",
    "mediation_case": OF_POST,
    "mediator": "id IN (SELECT mediator_id FROM mediator_post)",
    "mediator_post": f"(round_id, coalesce(municipality_id, 0)) IN {SCOPE}"
    " OR mediator_id IN (SELECT mediator_id FROM reader_mediator)",
    "person": "id IN (SELECT person_id FROM attendance) OR id IN (SELECT person_id FROM mediator)",
    "reported_figure": f"{PROGRAMME} OR ({IS_LIMITED} AND (activity_id IS NULL"
    " OR activity_id IN (SELECT id FROM activity_in_scope))"
    " AND (mediator_post_id IS NULL OR mediator_post_id IN (SELECT id FROM mediator_post)))",
    "upload": "activity_id IN (SELECT id FROM activity_in_scope)",
    "upload_row": "upload_id IN (SELECT id FROM upload)"
    " AND (attendance_id IS NULL OR attendance_id IN (SELECT id FROM attendance))",
}

LINEAGE = """
WITH RECURSIVE step(here, there) AS (
    SELECT successor_id, predecessor_id FROM {schema}.succession WHERE share_of_area = 1
    UNION ALL
    SELECT one.predecessor_id, one.successor_id FROM {schema}.succession AS one
    WHERE one.share_of_area = 1 AND NOT EXISTS (
        SELECT 1 FROM {schema}.succession AS other
        WHERE other.successor_id = one.successor_id
        AND other.predecessor_id <> one.predecessor_id
    )
), lineage(root, id) AS (
    SELECT municipality_id, municipality_id FROM {schema}.platform_grants()
    WHERE municipality_id IS NOT NULL
    UNION
    SELECT lineage.root, step.there FROM lineage JOIN step ON step.here = lineage.id
)
"""
FUNCTIONS = {
    "platform_account()": (
        "bigint",
        """
SELECT account.id FROM {schema}.account, {schema}.reading_key,
    (SELECT string_to_array(current_setting('platform.pass', true), '.') AS part) AS pass
WHERE account.disabled_at IS NULL
AND pass.part[1] = account.id::text
AND pass.part[3] = encode(sha256(reading_key.outer_pad || sha256(reading_key.inner_pad
    || convert_to(pass.part[1] || '.' || pass.part[2], 'UTF8'))), 'hex')
AND CASE WHEN pass.part[2] ~ '^[0-9]{1,12}$'
    THEN pass.part[2]::bigint > extract(epoch FROM now()) ELSE false END
""",
    ),
    "platform_grants()": (
        "SETOF role_grant",
        """
SELECT role_grant.* FROM {schema}.role_grant,
    (SELECT (now() AT TIME ZONE 'Europe/Riga')::date AS day) AS d
WHERE account_id = {schema}.platform_account()
AND valid_from <= d.day AND (valid_to IS NULL OR valid_to >= d.day)
""",
    ),
    "platform_flags()": (
        "TABLE (everything boolean, programme boolean, audits boolean)",
        """
SELECT
    coalesce(bool_or(role IN ('administrator', 'coordinator', 'manager')
        AND round_id IS NULL AND municipality_id IS NULL), false),
    coalesce(bool_or(role IN ('mediator', 'institution', 'council_member')), false),
    coalesce(bool_or(role = 'auditor'), false)
FROM {schema}.platform_grants()
""",
    ),
    "platform_scope()": (
        "TABLE (round_id bigint, municipality_id bigint)",
        LINEAGE
        + """
SELECT DISTINCT round.id, place.id
FROM {schema}.platform_grants() AS held
JOIN {schema}.round ON held.round_id IS NULL OR held.round_id = round.id
JOIN (SELECT NULL::bigint AS root, id FROM {schema}.municipality
    UNION ALL SELECT NULL, 0
    UNION ALL SELECT root, id FROM lineage) AS place
    ON place.root IS NOT DISTINCT FROM held.municipality_id
WHERE held.role IN ('administrator', 'coordinator', 'manager')
""",
    ),
    "platform_mediators()": (
        "TABLE (mediator_id bigint)",
        "SELECT held.mediator_id FROM {schema}.platform_grants() AS held"
        " WHERE held.role = 'mediator' AND held.mediator_id IS NOT NULL",
    ),
}
VIEWS = {
    "reader_flags": "SELECT everything, programme, audits FROM platform_flags()",
    "reader_scope": "SELECT round_id, municipality_id FROM platform_scope()",
    "reader_mediator": "SELECT mediator_id FROM platform_mediators()",
    "activity_in_scope": "SELECT id, round_id, municipality_id FROM activity WHERE"
    " (SELECT everything FROM reader_flags)"
    f" OR (round_id, coalesce(municipality_id, 0)) IN {SCOPE}",
}
TRIGGERS = {
    "audit_event_is_never_changed": "BEFORE UPDATE ON audit_event",
    "audit_event_is_never_removed": "BEFORE DELETE ON audit_event",
    "audit_event_is_never_replaced": "BEFORE INSERT ON audit_event WHEN EXISTS"
    " (SELECT 1 FROM audit_event WHERE sequence = NEW.sequence OR hash = NEW.hash)",
}


def upgrade() -> None:
    _make_key()
    if op.get_bind().dialect.name == "sqlite":
        for name, when in TRIGGERS.items():
            op.execute(
                f"CREATE TRIGGER {name} {when} BEGIN"
                " SELECT RAISE(ABORT, 'the audit log is only added to'); END"
            )
        return
    _make_roles()
    _make_functions()
    _make_policies()
    _grant()
    _hand_over()


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for name in TRIGGERS:
            op.execute(f"DROP TRIGGER {name}")
    else:
        _take_back()
    op.drop_table("reading_key")


def _make_key() -> None:
    table = op.create_table(
        "reading_key",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("inner_pad", sa.LargeBinary(), nullable=False),
        sa.Column("outer_pad", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_reading_key_one_row")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reading_key")),
    )
    key = secrets.token_bytes(64)
    pads = {
        name: bytes(byte ^ pad for byte in key)
        for name, pad in (("inner_pad", 0x36), ("outer_pad", 0x5C))
    }
    op.bulk_insert(table, [{"id": 1, **pads}])


def _make_roles() -> None:
    """The roles belong to the server: another database of it may have made them already."""
    connection = op.get_bind()
    there = set(connection.scalars(sa.text("SELECT rolname FROM pg_roles")))
    for role in sorted({OWNER, APPLICATION, READER} - there):
        op.execute(
            f"DO $$ BEGIN CREATE ROLE {role} NOLOGIN;"
            " EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$"
        )
    version = connection.scalar(sa.text("SELECT current_setting('server_version_num')"))
    # From 16 on whoever makes a role is a member of it, and yet may not become it.
    may_become = "SET" if int(version or 0) >= 160_000 else "MEMBER"
    asked = sa.text("SELECT pg_has_role(CAST(:role AS name), :right)")
    for role in (OWNER, APPLICATION):
        if not connection.scalar(asked, {"role": role, "right": may_become}):
            op.execute(f"GRANT {role} TO CURRENT_USER")
    has_reader = sa.text("SELECT pg_has_role(CAST(:one AS name), CAST(:other AS name), 'MEMBER')")
    if not connection.scalar(has_reader, {"one": APPLICATION, "other": READER}):
        op.execute(f"GRANT {READER} TO {APPLICATION}")


def _make_functions() -> None:
    """They run as their owner: each name in them is spelled out, so that nobody's stands in."""
    for name, (returns, body) in FUNCTIONS.items():
        body = body.replace("{schema}", _schema()).replace(":", r"\:")
        op.execute(
            sa.text(
                f"CREATE FUNCTION {name} RETURNS {returns} LANGUAGE sql STABLE SECURITY DEFINER"
                f" SET search_path = pg_catalog, pg_temp AS $${body}$$"
            )
        )
        op.execute(f"REVOKE ALL ON FUNCTION {name} FROM PUBLIC")
        op.execute(f"GRANT EXECUTE ON FUNCTION {name} TO {APPLICATION}, {READER}")
    for name, question in VIEWS.items():
        op.execute(f"CREATE VIEW {name} WITH (security_invoker = true) AS {question}")


def _make_policies() -> None:
    for table, seen in ROWS.items():
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY application ON {table} TO {APPLICATION} USING (true)")
        op.execute(
            f"CREATE POLICY reader ON {table} FOR SELECT TO {READER}"
            f" USING ((SELECT everything FROM reader_flags) OR {seen})"
        )
    op.execute("ALTER TABLE audit_event ENABLE ROW LEVEL SECURITY")
    op.execute(f"CREATE POLICY application ON audit_event TO {APPLICATION} USING (true)")
    op.execute(
        f"CREATE POLICY reader ON audit_event FOR SELECT TO {READER}"
        " USING ((SELECT audits FROM reader_flags))"
    )


def _grant() -> None:
    schema = _schema()
    op.execute(f"GRANT USAGE, CREATE ON SCHEMA {schema} TO {OWNER}")
    op.execute(f"GRANT USAGE ON SCHEMA {schema} TO {APPLICATION}, {READER}")
    # Until version 15 everybody could put tables and functions beside these.
    op.execute(f"REVOKE CREATE ON SCHEMA {schema} FROM PUBLIC")
    op.execute(f"GRANT SELECT ON alembic_version, {', '.join(VIEWS)} TO {APPLICATION}, {READER}")
    for table in TABLES:
        if table == "reading_key":
            rights = "SELECT"
        elif table == "audit_event":
            rights = "SELECT, INSERT"
        else:
            rights = "SELECT, INSERT, UPDATE, DELETE"
        op.execute(f"GRANT {rights} ON {table} TO {APPLICATION}")
        if table not in HIDDEN:
            columns = f" ({IN_PART[table]})" if table in IN_PART else ""
            op.execute(f"GRANT SELECT{columns} ON {table} TO {READER}")


def _hand_over() -> None:
    """From here on nobody who logs in owns a table, unless it is the server's own superuser."""
    for table in (*TABLES, "alembic_version", *VIEWS):
        op.execute(f"ALTER TABLE {table} OWNER TO {OWNER}")
    for name in FUNCTIONS:
        op.execute(f"ALTER FUNCTION {name} OWNER TO {OWNER}")


def _take_back() -> None:
    """The roles themselves stay: they are the server's, and other databases may use them."""
    for table in (*ROWS, "audit_event"):
        op.execute(f"DROP POLICY reader ON {table}")
        op.execute(f"DROP POLICY application ON {table}")
        op.execute(f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY")
    for name in reversed(VIEWS):
        op.execute(f"DROP VIEW {name}")
    for name in reversed(FUNCTIONS):
        op.execute(f"DROP FUNCTION {name}")
    for table in (*TABLES, "alembic_version"):
        op.execute(f"REVOKE ALL ON {table} FROM {APPLICATION}, {READER}")
        op.execute(f"ALTER TABLE {table} OWNER TO SESSION_USER")


def _schema() -> str:
    connection = op.get_bind()
    name = connection.scalar(sa.text("SELECT current_schema()"))
    return connection.dialect.identifier_preparer.quote(name)
