"""The first tables: everything the platform records, under the names it keeps."""

import datetime as dt

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "account",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column("issuer", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("name_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("disabled_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
        sa.UniqueConstraint("issuer", "subject", name=op.f("uq_account_issuer_subject")),
    )
    op.create_table(
        "audit_event",
        sa.Column(
            "sequence",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("happened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("subject_table", sa.Text(), nullable=True),
        sa.Column(
            "subject_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("details", sa.JSON(), nullable=True),
        sa.Column("previous_hash", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.CheckConstraint("sequence >= 1", name=op.f("ck_audit_event_sequence_counts")),
        sa.PrimaryKeyConstraint("sequence", name=op.f("pk_audit_event")),
        sa.UniqueConstraint("hash", name=op.f("uq_audit_event_hash")),
    )
    op.create_table(
        "change",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column("subject_table", sa.Text(), nullable=False),
        sa.Column(
            "subject_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("column_name", sa.Text(), nullable=False),
        sa.Column("old_value", sa.Text(), nullable=True),
        sa.Column("new_value", sa.Text(), nullable=True),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change")),
    )
    op.create_table(
        "data_version",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_data_version_one_row")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_data_version")),
    )
    op.create_table(
        "division",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("legal_basis", sa.Text(), nullable=True),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "origin IN ('fact', 'sample', 'upload', 'entered')", name=op.f("ck_division_origin")
        ),
        sa.CheckConstraint(
            "valid_to IS NULL OR valid_to > valid_from",
            name=op.f("ck_division_valid_to_after_from"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_division")),
        sa.UniqueConstraint("code", name=op.f("uq_division_code")),
    )
    op.create_table(
        "family",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=True),
        sa.Column("children", sa.Integer(), nullable=True),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "origin IN ('fact', 'sample', 'upload', 'entered')", name=op.f("ck_family_origin")
        ),
        sa.CheckConstraint("children >= 0", name=op.f("ck_family_children_count")),
        sa.CheckConstraint(
            "children IS NULL OR size IS NULL OR children <= size",
            name=op.f("ck_family_children_fit"),
        ),
        sa.CheckConstraint("size >= 1", name=op.f("ck_family_size_counts")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_family")),
        sa.UniqueConstraint("code", name=op.f("uq_family_code")),
    )
    op.create_table(
        "person",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column(
            "merged_into_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "origin IN ('fact', 'sample', 'upload', 'entered')", name=op.f("ck_person_origin")
        ),
        sa.CheckConstraint(
            "merged_into_id <> id", name=op.f("ck_person_nobody_merges_into_themselves")
        ),
        sa.ForeignKeyConstraint(
            ["merged_into_id"],
            ["person.id"],
            name=op.f("fk_person_merged_into_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
    )
    op.create_index(op.f("ix_person_merged_into_id"), "person", ["merged_into_id"], unique=False)
    op.create_table(
        "source",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("title_lv", sa.Text(), nullable=False),
        sa.Column("title_en", sa.Text(), nullable=False),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.Column("address", sa.Text(), nullable=True),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "origin IN ('fact', 'sample', 'upload', 'entered')", name=op.f("ck_source_origin")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source")),
        sa.UniqueConstraint("code", name=op.f("uq_source_code")),
    )
    op.create_table(
        "territorial_unit",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_folded", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "origin IN ('fact', 'sample', 'upload', 'entered')",
            name=op.f("ck_territorial_unit_origin"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_territorial_unit")),
        sa.UniqueConstraint("code", name=op.f("uq_territorial_unit_code")),
    )
    op.create_index(
        op.f("ix_territorial_unit_name_folded"), "territorial_unit", ["name_folded"], unique=False
    )
    op.create_table(
        "council_meeting",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("title_lv", sa.Text(), nullable=False),
        sa.Column("title_en", sa.Text(), nullable=False),
        sa.Column("source_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("locator", sa.Text(), nullable=True),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "origin IN ('fact', 'sample', 'upload', 'entered')",
            name=op.f("ck_council_meeting_origin"),
        ),
        sa.ForeignKeyConstraint(
            ["source_id"],
            ["source.id"],
            name=op.f("fk_council_meeting_source_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_council_meeting")),
    )
    op.create_index(
        op.f("ix_council_meeting_source_id"), "council_meeting", ["source_id"], unique=False
    )
    op.create_table(
        "document",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("title_lv", sa.Text(), nullable=False),
        sa.Column("title_en", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=True),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.Column("source_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("locator", sa.Text(), nullable=True),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "origin IN ('fact', 'sample', 'upload', 'entered')", name=op.f("ck_document_origin")
        ),
        sa.ForeignKeyConstraint(
            ["source_id"], ["source.id"], name=op.f("fk_document_source_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
        sa.UniqueConstraint("code", name=op.f("uq_document_code")),
    )
    op.create_index(op.f("ix_document_source_id"), "document", ["source_id"], unique=False)
    op.create_table(
        "mediator",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "origin IN ('fact', 'sample', 'upload', 'entered')", name=op.f("ck_mediator_origin")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_mediator_person_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mediator")),
        sa.UniqueConstraint("code", name=op.f("uq_mediator_code")),
    )
    op.create_index(op.f("ix_mediator_person_id"), "mediator", ["person_id"], unique=False)
    op.create_table(
        "municipality",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column(
            "division_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("iso", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_folded", sa.Text(), nullable=False),
        sa.Column("is_city", sa.Boolean(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "origin IN ('fact', 'sample', 'upload', 'entered')", name=op.f("ck_municipality_origin")
        ),
        sa.CheckConstraint(
            "valid_to IS NULL OR valid_to > valid_from",
            name=op.f("ck_municipality_valid_to_after_from"),
        ),
        sa.ForeignKeyConstraint(
            ["division_id"],
            ["division.id"],
            name=op.f("fk_municipality_division_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_municipality")),
        sa.UniqueConstraint("division_id", "iso", name=op.f("uq_municipality_division_id_iso")),
        sa.UniqueConstraint("division_id", "name", name=op.f("uq_municipality_division_id_name")),
    )
    op.create_index(
        op.f("ix_municipality_division_id"), "municipality", ["division_id"], unique=False
    )
    op.create_table(
        "person_identity",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column(
            "person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("name_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("contact_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("name_match", sa.LargeBinary(), nullable=False),
        sa.Column("contact_match", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_person_identity_person_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_identity")),
        sa.UniqueConstraint("person_id", name=op.f("uq_person_identity_person_id")),
    )
    op.create_index(
        op.f("ix_person_identity_contact_match"), "person_identity", ["contact_match"], unique=False
    )
    op.create_index(
        op.f("ix_person_identity_name_match"), "person_identity", ["name_match"], unique=False
    )
    op.create_index(
        op.f("ix_person_identity_person_id"), "person_identity", ["person_id"], unique=False
    )
    op.create_table(
        "person_merge",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column("kept_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "merged_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("merged_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "merged_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "undone_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.CheckConstraint(
            "kept_id <> merged_id", name=op.f("ck_person_merge_nobody_merges_into_themselves")
        ),
        sa.ForeignKeyConstraint(
            ["kept_id"], ["person.id"], name=op.f("fk_person_merge_kept_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["merged_by_id"],
            ["account.id"],
            name=op.f("fk_person_merge_merged_by_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["merged_id"],
            ["person.id"],
            name=op.f("fk_person_merge_merged_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["undone_by_id"],
            ["account.id"],
            name=op.f("fk_person_merge_undone_by_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_merge")),
    )
    op.create_index(op.f("ix_person_merge_kept_id"), "person_merge", ["kept_id"], unique=False)
    op.create_index(
        op.f("ix_person_merge_merged_by_id"), "person_merge", ["merged_by_id"], unique=False
    )
    op.create_index(op.f("ix_person_merge_merged_id"), "person_merge", ["merged_id"], unique=False)
    op.create_index(
        op.f("ix_person_merge_undone_by_id"), "person_merge", ["undone_by_id"], unique=False
    )
    op.create_table(
        "round",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("title_lv", sa.Text(), nullable=False),
        sa.Column("title_en", sa.Text(), nullable=False),
        sa.Column("planned_starts_on", sa.Date(), nullable=True),
        sa.Column("planned_ends_on", sa.Date(), nullable=True),
        sa.Column("planned_date_precision", sa.Text(), server_default="not_stated", nullable=False),
        sa.Column("actual_starts_on", sa.Date(), nullable=True),
        sa.Column("actual_ends_on", sa.Date(), nullable=True),
        sa.Column("actual_date_precision", sa.Text(), server_default="not_stated", nullable=False),
        sa.Column("contract", sa.Text(), nullable=True),
        sa.Column("programme_lv", sa.Text(), nullable=True),
        sa.Column("programme_en", sa.Text(), nullable=True),
        sa.Column("funding_cents", sa.Integer(), nullable=True),
        sa.Column("eu_share_percent", sa.Float(), nullable=True),
        sa.Column("state_share_percent", sa.Float(), nullable=True),
        sa.Column(
            "funding_source_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("funding_locator", sa.Text(), nullable=True),
        sa.Column("disclaimer_lv", sa.Text(), nullable=True),
        sa.Column("disclaimer_en", sa.Text(), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "closed_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("approved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "approved_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("source_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("locator", sa.Text(), nullable=True),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "(actual_date_precision = 'not_stated') = (actual_starts_on IS NULL)",
            name=op.f("ck_round_actual_dates_or_not_stated"),
        ),
        sa.CheckConstraint(
            "(planned_date_precision = 'not_stated') = (planned_starts_on IS NULL)",
            name=op.f("ck_round_planned_dates_or_not_stated"),
        ),
        sa.CheckConstraint(
            "actual_date_precision IN ('day', 'month', 'half_year', 'year', 'horizon', 'not_stated')",
            name=op.f("ck_round_actual_date_precision"),
        ),
        sa.CheckConstraint(
            "origin IN ('fact', 'sample', 'upload', 'entered')", name=op.f("ck_round_origin")
        ),
        sa.CheckConstraint(
            "planned_date_precision IN ('day', 'month', 'half_year', 'year', 'horizon', 'not_stated')",
            name=op.f("ck_round_planned_date_precision"),
        ),
        sa.CheckConstraint(
            "(approved_at IS NULL) = (approved_by_id IS NULL)",
            name=op.f("ck_round_approved_by_somebody"),
        ),
        sa.CheckConstraint(
            "(closed_at IS NULL) = (closed_by_id IS NULL)", name=op.f("ck_round_closed_by_somebody")
        ),
        sa.CheckConstraint(
            "actual_ends_on IS NULL OR (actual_starts_on IS NOT NULL AND actual_ends_on >= actual_starts_on)",
            name=op.f("ck_round_actual_ends_after_it_starts"),
        ),
        sa.CheckConstraint(
            "approved_at IS NULL OR closed_at IS NOT NULL",
            name=op.f("ck_round_approved_once_closed"),
        ),
        sa.CheckConstraint(
            "eu_share_percent BETWEEN 0 AND 100", name=op.f("ck_round_eu_share_is_a_part")
        ),
        sa.CheckConstraint("funding_cents >= 0", name=op.f("ck_round_funding_counts")),
        sa.CheckConstraint(
            "planned_ends_on IS NULL OR (planned_starts_on IS NOT NULL AND planned_ends_on >= planned_starts_on)",
            name=op.f("ck_round_planned_ends_after_it_starts"),
        ),
        sa.CheckConstraint(
            "state_share_percent BETWEEN 0 AND 100", name=op.f("ck_round_state_share_is_a_part")
        ),
        sa.ForeignKeyConstraint(
            ["approved_by_id"],
            ["account.id"],
            name=op.f("fk_round_approved_by_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["closed_by_id"],
            ["account.id"],
            name=op.f("fk_round_closed_by_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["funding_source_id"],
            ["source.id"],
            name=op.f("fk_round_funding_source_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["source_id"], ["source.id"], name=op.f("fk_round_source_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_round")),
        sa.UniqueConstraint("code", name=op.f("uq_round_code")),
        sa.UniqueConstraint("ordinal", name=op.f("uq_round_ordinal")),
    )
    op.create_index(op.f("ix_round_approved_by_id"), "round", ["approved_by_id"], unique=False)
    op.create_index(op.f("ix_round_closed_by_id"), "round", ["closed_by_id"], unique=False)
    op.create_index(
        op.f("ix_round_funding_source_id"), "round", ["funding_source_id"], unique=False
    )
    op.create_index(op.f("ix_round_source_id"), "round", ["source_id"], unique=False)
    op.create_table(
        "session",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column(
            "account_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("token_match", sa.LargeBinary(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "expires_at > started_at", name=op.f("ck_session_expires_after_it_starts")
        ),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_session_account_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session")),
        sa.UniqueConstraint("token_match", name=op.f("uq_session_token_match")),
    )
    op.create_index(op.f("ix_session_account_id"), "session", ["account_id"], unique=False)
    op.create_table(
        "denominator",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column(
            "municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("population", sa.Text(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=True),
        sa.Column(
            "source_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("locator", sa.Text(), nullable=True),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "origin IN ('fact', 'sample', 'upload', 'entered')", name=op.f("ck_denominator_origin")
        ),
        sa.CheckConstraint(
            "population IN ('inhabitants', 'roma')", name=op.f("ck_denominator_population")
        ),
        sa.CheckConstraint("value >= 0", name=op.f("ck_denominator_value_counts")),
        sa.ForeignKeyConstraint(
            ["municipality_id"],
            ["municipality.id"],
            name=op.f("fk_denominator_municipality_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["source_id"], ["source.id"], name=op.f("fk_denominator_source_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_denominator")),
        sa.UniqueConstraint(
            "municipality_id",
            "population",
            "source_id",
            name=op.f("uq_denominator_municipality_id_population_source_id"),
        ),
    )
    op.create_index(
        op.f("ix_denominator_municipality_id"), "denominator", ["municipality_id"], unique=False
    )
    op.create_index(op.f("ix_denominator_source_id"), "denominator", ["source_id"], unique=False)
    op.create_index(
        "uq_denominator_country",
        "denominator",
        ["population", "source_id"],
        unique=True,
        sqlite_where=sa.text("municipality_id IS NULL"),
        postgresql_where=sa.text("municipality_id IS NULL"),
    )
    op.create_table(
        "gap",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column("round_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("figure", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("answered_reported", sa.Integer(), nullable=True),
        sa.Column("answered_against", sa.Integer(), nullable=True),
        sa.Column("owner", sa.Text(), nullable=True),
        sa.Column("explanation", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), server_default="open", nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "figure IN ('participants', 'participants_state_municipal', 'participants_roma', 'participants_ngo_other', 'families', 'municipalities', 'mediators', 'service_months', 'mediator_families', 'headcount', 'applicants', 'completed_in_part', 'stories', 'foreign_project_participants')",
            name=op.f("ck_gap_figure"),
        ),
        sa.CheckConstraint(
            "origin IN ('fact', 'sample', 'upload', 'entered')", name=op.f("ck_gap_origin")
        ),
        sa.CheckConstraint(
            "rule IN ('sum_of_parts', 'mediator_families', 'named_places')",
            name=op.f("ck_gap_rule"),
        ),
        sa.CheckConstraint(
            "status <> 'explained' OR explanation IS NOT NULL",
            name=op.f("ck_gap_explained_in_words"),
        ),
        sa.CheckConstraint(
            "status IN ('open', 'explained', 'unexplainable')", name=op.f("ck_gap_status")
        ),
        sa.ForeignKeyConstraint(
            ["round_id"], ["round.id"], name=op.f("fk_gap_round_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gap")),
        sa.UniqueConstraint("round_id", "figure", "rule", name=op.f("uq_gap_round_id_figure_rule")),
    )
    op.create_index(op.f("ix_gap_round_id"), "gap", ["round_id"], unique=False)
    op.create_table(
        "institution",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name_lv", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column("name_folded", sa.Text(), nullable=False),
        sa.Column("abbreviation", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), server_default="not_stated", nullable=False),
        sa.Column("country", sa.Text(), server_default="LV", nullable=False),
        sa.Column(
            "municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("source_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("locator", sa.Text(), nullable=True),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "kind IN ('state', 'municipal', 'ngo', 'foreign', 'international', 'other', 'not_stated')",
            name=op.f("ck_institution_kind"),
        ),
        sa.CheckConstraint(
            "origin IN ('fact', 'sample', 'upload', 'entered')", name=op.f("ck_institution_origin")
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"],
            ["municipality.id"],
            name=op.f("fk_institution_municipality_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["source_id"], ["source.id"], name=op.f("fk_institution_source_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_institution")),
        sa.UniqueConstraint("code", name=op.f("uq_institution_code")),
        sa.UniqueConstraint(
            "name_folded", "country", name=op.f("uq_institution_name_folded_country")
        ),
    )
    op.create_index(
        op.f("ix_institution_municipality_id"), "institution", ["municipality_id"], unique=False
    )
    op.create_index(op.f("ix_institution_source_id"), "institution", ["source_id"], unique=False)
    op.create_table(
        "mediator_post",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column(
            "mediator_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("round_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("date_precision", sa.Text(), server_default="not_stated", nullable=False),
        sa.Column("place_kind", sa.Text(), server_default="not_stated", nullable=False),
        sa.Column(
            "municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column(
            "territorial_unit_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
        ),
        sa.Column("place_name_lv", sa.Text(), nullable=True),
        sa.Column("place_name_en", sa.Text(), nullable=True),
        sa.Column("hours_per_week", sa.Float(), nullable=True),
        sa.Column(
            "substitutes_post_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
        ),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "(date_precision = 'not_stated') = (starts_on IS NULL)",
            name=op.f("ck_mediator_post_dates_or_not_stated"),
        ),
        sa.CheckConstraint(
            "(place_kind = 'municipality') = (municipality_id IS NOT NULL)",
            name=op.f("ck_mediator_post_place_names_its_municipality"),
        ),
        sa.CheckConstraint(
            "date_precision IN ('day', 'month', 'half_year', 'year', 'horizon', 'not_stated')",
            name=op.f("ck_mediator_post_date_precision"),
        ),
        sa.CheckConstraint(
            "origin IN ('fact', 'sample', 'upload', 'entered')",
            name=op.f("ck_mediator_post_origin"),
        ),
        sa.CheckConstraint(
            "place_kind IN ('municipality', 'national_body', 'abroad', 'online', 'not_stated')",
            name=op.f("ck_mediator_post_place_kind"),
        ),
        sa.CheckConstraint(
            "ends_on IS NULL OR (starts_on IS NOT NULL AND ends_on >= starts_on)",
            name=op.f("ck_mediator_post_ends_after_it_starts"),
        ),
        sa.CheckConstraint(
            "hours_per_week > 0 AND hours_per_week <= 168",
            name=op.f("ck_mediator_post_hours_fit_a_week"),
        ),
        sa.CheckConstraint(
            "territorial_unit_id IS NULL OR municipality_id IS NOT NULL",
            name=op.f("ck_mediator_post_unit_lies_in_a_municipality"),
        ),
        sa.ForeignKeyConstraint(
            ["mediator_id"],
            ["mediator.id"],
            name=op.f("fk_mediator_post_mediator_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"],
            ["municipality.id"],
            name=op.f("fk_mediator_post_municipality_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["round_id"], ["round.id"], name=op.f("fk_mediator_post_round_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["substitutes_post_id"],
            ["mediator_post.id"],
            name=op.f("fk_mediator_post_substitutes_post_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["territorial_unit_id"],
            ["territorial_unit.id"],
            name=op.f("fk_mediator_post_territorial_unit_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mediator_post")),
    )
    op.create_index(
        op.f("ix_mediator_post_mediator_id"), "mediator_post", ["mediator_id"], unique=False
    )
    op.create_index(
        op.f("ix_mediator_post_municipality_id"), "mediator_post", ["municipality_id"], unique=False
    )
    op.create_index(op.f("ix_mediator_post_round_id"), "mediator_post", ["round_id"], unique=False)
    op.create_index(
        op.f("ix_mediator_post_substitutes_post_id"),
        "mediator_post",
        ["substitutes_post_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_mediator_post_territorial_unit_id"),
        "mediator_post",
        ["territorial_unit_id"],
        unique=False,
    )
    op.create_table(
        "municipality_alias",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column(
            "municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_folded", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id"],
            ["municipality.id"],
            name=op.f("fk_municipality_alias_municipality_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_municipality_alias")),
        sa.UniqueConstraint(
            "municipality_id",
            "name_folded",
            name=op.f("uq_municipality_alias_municipality_id_name_folded"),
        ),
    )
    op.create_index(
        op.f("ix_municipality_alias_municipality_id"),
        "municipality_alias",
        ["municipality_id"],
        unique=False,
    )
    op.create_table(
        "reported_place",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column("round_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column(
            "municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("source_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("locator", sa.Text(), nullable=True),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "origin IN ('fact', 'sample', 'upload', 'entered')",
            name=op.f("ck_reported_place_origin"),
        ),
        sa.CheckConstraint(
            "role IN ('represented', 'mediator')", name=op.f("ck_reported_place_role")
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"],
            ["municipality.id"],
            name=op.f("fk_reported_place_municipality_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["round_id"], ["round.id"], name=op.f("fk_reported_place_round_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["source_id"],
            ["source.id"],
            name=op.f("fk_reported_place_source_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reported_place")),
        sa.UniqueConstraint(
            "round_id",
            "role",
            "municipality_id",
            name=op.f("uq_reported_place_round_id_role_municipality_id"),
        ),
    )
    op.create_index(
        op.f("ix_reported_place_municipality_id"),
        "reported_place",
        ["municipality_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_reported_place_round_id"), "reported_place", ["round_id"], unique=False
    )
    op.create_index(
        op.f("ix_reported_place_source_id"), "reported_place", ["source_id"], unique=False
    )
    op.create_table(
        "round_statement",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column("round_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text_lv", sa.Text(), nullable=False),
        sa.Column("text_en", sa.Text(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("date_precision", sa.Text(), server_default="not_stated", nullable=False),
        sa.Column("source_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("locator", sa.Text(), nullable=True),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "(date_precision = 'not_stated') = (starts_on IS NULL)",
            name=op.f("ck_round_statement_dates_or_not_stated"),
        ),
        sa.CheckConstraint(
            "date_precision IN ('day', 'month', 'half_year', 'year', 'horizon', 'not_stated')",
            name=op.f("ck_round_statement_date_precision"),
        ),
        sa.CheckConstraint(
            "kind IN ('task', 'aim', 'measure', 'direction', 'result', 'note')",
            name=op.f("ck_round_statement_kind"),
        ),
        sa.CheckConstraint(
            "origin IN ('fact', 'sample', 'upload', 'entered')",
            name=op.f("ck_round_statement_origin"),
        ),
        sa.CheckConstraint(
            "ends_on IS NULL OR (starts_on IS NOT NULL AND ends_on >= starts_on)",
            name=op.f("ck_round_statement_ends_after_it_starts"),
        ),
        sa.ForeignKeyConstraint(
            ["round_id"],
            ["round.id"],
            name=op.f("fk_round_statement_round_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["source_id"],
            ["source.id"],
            name=op.f("fk_round_statement_source_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_round_statement")),
        sa.UniqueConstraint(
            "round_id", "kind", "position", name=op.f("uq_round_statement_round_id_kind_position")
        ),
    )
    op.create_index(
        op.f("ix_round_statement_round_id"), "round_statement", ["round_id"], unique=False
    )
    op.create_index(
        op.f("ix_round_statement_source_id"), "round_statement", ["source_id"], unique=False
    )
    op.create_table(
        "succession",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column(
            "predecessor_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "successor_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("effective_on", sa.Date(), nullable=False),
        sa.Column("share_of_area", sa.Float(), nullable=False),
        sa.Column("legal_basis", sa.Text(), nullable=True),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "origin IN ('fact', 'sample', 'upload', 'entered')", name=op.f("ck_succession_origin")
        ),
        sa.CheckConstraint(
            "predecessor_id <> successor_id", name=op.f("ck_succession_nothing_succeeds_itself")
        ),
        sa.CheckConstraint(
            "share_of_area > 0 AND share_of_area <= 1", name=op.f("ck_succession_share_is_a_part")
        ),
        sa.ForeignKeyConstraint(
            ["predecessor_id"],
            ["municipality.id"],
            name=op.f("fk_succession_predecessor_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["successor_id"],
            ["municipality.id"],
            name=op.f("fk_succession_successor_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_succession")),
        sa.UniqueConstraint(
            "predecessor_id", "successor_id", name=op.f("uq_succession_predecessor_id_successor_id")
        ),
    )
    op.create_index(
        op.f("ix_succession_predecessor_id"), "succession", ["predecessor_id"], unique=False
    )
    op.create_index(
        op.f("ix_succession_successor_id"), "succession", ["successor_id"], unique=False
    )
    op.create_table(
        "unit_membership",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column(
            "territorial_unit_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
        ),
        sa.Column(
            "municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"],
            ["municipality.id"],
            name=op.f("fk_unit_membership_municipality_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["territorial_unit_id"],
            ["territorial_unit.id"],
            name=op.f("fk_unit_membership_territorial_unit_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unit_membership")),
        sa.UniqueConstraint(
            "territorial_unit_id",
            "municipality_id",
            name=op.f("uq_unit_membership_territorial_unit_id_municipality_id"),
        ),
    )
    op.create_index(
        op.f("ix_unit_membership_municipality_id"),
        "unit_membership",
        ["municipality_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_unit_membership_territorial_unit_id"),
        "unit_membership",
        ["territorial_unit_id"],
        unique=False,
    )
    op.create_table(
        "activity",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("round_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "measure_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("title_lv", sa.Text(), nullable=False),
        sa.Column("title_en", sa.Text(), nullable=False),
        sa.Column("title_folded", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("area", sa.Text(), server_default="not_stated", nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("date_precision", sa.Text(), server_default="not_stated", nullable=False),
        sa.Column("place_kind", sa.Text(), server_default="not_stated", nullable=False),
        sa.Column(
            "municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column(
            "territorial_unit_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
        ),
        sa.Column("place_name_lv", sa.Text(), nullable=True),
        sa.Column("place_name_en", sa.Text(), nullable=True),
        sa.Column("outcome_lv", sa.Text(), nullable=True),
        sa.Column("outcome_en", sa.Text(), nullable=True),
        sa.Column("source_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("locator", sa.Text(), nullable=True),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "(date_precision = 'not_stated') = (starts_on IS NULL)",
            name=op.f("ck_activity_dates_or_not_stated"),
        ),
        sa.CheckConstraint(
            "(place_kind = 'municipality') = (municipality_id IS NOT NULL)",
            name=op.f("ck_activity_place_names_its_municipality"),
        ),
        sa.CheckConstraint(
            "area IN ('equality', 'inclusion', 'participation', 'education', 'employment', 'health', 'housing', 'culture', 'youth', 'not_stated')",
            name=op.f("ck_activity_area"),
        ),
        sa.CheckConstraint(
            "date_precision IN ('day', 'month', 'half_year', 'year', 'horizon', 'not_stated')",
            name=op.f("ck_activity_date_precision"),
        ),
        sa.CheckConstraint(
            "kind IN ('meeting', 'training', 'seminar', 'visit', 'workshop', 'course', 'story')",
            name=op.f("ck_activity_kind"),
        ),
        sa.CheckConstraint(
            "origin IN ('fact', 'sample', 'upload', 'entered')", name=op.f("ck_activity_origin")
        ),
        sa.CheckConstraint(
            "place_kind IN ('municipality', 'national_body', 'abroad', 'online', 'not_stated')",
            name=op.f("ck_activity_place_kind"),
        ),
        sa.CheckConstraint(
            "ends_on IS NULL OR (starts_on IS NOT NULL AND ends_on >= starts_on)",
            name=op.f("ck_activity_ends_after_it_starts"),
        ),
        sa.CheckConstraint(
            "territorial_unit_id IS NULL OR municipality_id IS NOT NULL",
            name=op.f("ck_activity_unit_lies_in_a_municipality"),
        ),
        sa.ForeignKeyConstraint(
            ["measure_id"],
            ["round_statement.id"],
            name=op.f("fk_activity_measure_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"],
            ["municipality.id"],
            name=op.f("fk_activity_municipality_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["round_id"], ["round.id"], name=op.f("fk_activity_round_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["source_id"], ["source.id"], name=op.f("fk_activity_source_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["territorial_unit_id"],
            ["territorial_unit.id"],
            name=op.f("fk_activity_territorial_unit_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activity")),
        sa.UniqueConstraint("code", name=op.f("uq_activity_code")),
    )
    op.create_index(op.f("ix_activity_measure_id"), "activity", ["measure_id"], unique=False)
    op.create_index(
        op.f("ix_activity_municipality_id"), "activity", ["municipality_id"], unique=False
    )
    op.create_index(op.f("ix_activity_round_id"), "activity", ["round_id"], unique=False)
    op.create_index(op.f("ix_activity_source_id"), "activity", ["source_id"], unique=False)
    op.create_index(
        op.f("ix_activity_territorial_unit_id"), "activity", ["territorial_unit_id"], unique=False
    )
    op.create_table(
        "institution_alias",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column(
            "institution_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_folded", sa.Text(), nullable=False),
        sa.Column("source_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("locator", sa.Text(), nullable=True),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "origin IN ('fact', 'sample', 'upload', 'entered')",
            name=op.f("ck_institution_alias_origin"),
        ),
        sa.ForeignKeyConstraint(
            ["institution_id"],
            ["institution.id"],
            name=op.f("fk_institution_alias_institution_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["source_id"],
            ["source.id"],
            name=op.f("fk_institution_alias_source_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_institution_alias")),
        sa.UniqueConstraint("name_folded", name=op.f("uq_institution_alias_name_folded")),
    )
    op.create_index(
        op.f("ix_institution_alias_institution_id"),
        "institution_alias",
        ["institution_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_institution_alias_source_id"), "institution_alias", ["source_id"], unique=False
    )
    op.create_table(
        "role_grant",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column(
            "account_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("round_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column(
            "municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column(
            "institution_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column(
            "mediator_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column(
            "granted_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.CheckConstraint(
            "role IN ('administrator', 'coordinator', 'mediator', 'institution', 'manager', 'council_member', 'auditor')",
            name=op.f("ck_role_grant_role"),
        ),
        sa.CheckConstraint(
            "valid_to >= valid_from", name=op.f("ck_role_grant_valid_to_after_from")
        ),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["account.id"],
            name=op.f("fk_role_grant_account_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["granted_by_id"],
            ["account.id"],
            name=op.f("fk_role_grant_granted_by_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["institution_id"],
            ["institution.id"],
            name=op.f("fk_role_grant_institution_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["mediator_id"],
            ["mediator.id"],
            name=op.f("fk_role_grant_mediator_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"],
            ["municipality.id"],
            name=op.f("fk_role_grant_municipality_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["round_id"], ["round.id"], name=op.f("fk_role_grant_round_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_role_grant")),
    )
    op.create_index(op.f("ix_role_grant_account_id"), "role_grant", ["account_id"], unique=False)
    op.create_index(
        op.f("ix_role_grant_granted_by_id"), "role_grant", ["granted_by_id"], unique=False
    )
    op.create_index(
        op.f("ix_role_grant_institution_id"), "role_grant", ["institution_id"], unique=False
    )
    op.create_index(op.f("ix_role_grant_mediator_id"), "role_grant", ["mediator_id"], unique=False)
    op.create_index(
        op.f("ix_role_grant_municipality_id"), "role_grant", ["municipality_id"], unique=False
    )
    op.create_index(op.f("ix_role_grant_round_id"), "role_grant", ["round_id"], unique=False)
    op.create_table(
        "activity_day",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column(
            "activity_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "origin IN ('fact', 'sample', 'upload', 'entered')", name=op.f("ck_activity_day_origin")
        ),
        sa.ForeignKeyConstraint(
            ["activity_id"],
            ["activity.id"],
            name=op.f("fk_activity_day_activity_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activity_day")),
        sa.UniqueConstraint("activity_id", "day", name=op.f("uq_activity_day_activity_id_day")),
    )
    op.create_index(
        op.f("ix_activity_day_activity_id"), "activity_day", ["activity_id"], unique=False
    )
    op.create_table(
        "activity_document",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column(
            "activity_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "document_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "origin IN ('fact', 'sample', 'upload', 'entered')",
            name=op.f("ck_activity_document_origin"),
        ),
        sa.ForeignKeyConstraint(
            ["activity_id"],
            ["activity.id"],
            name=op.f("fk_activity_document_activity_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["document.id"],
            name=op.f("fk_activity_document_document_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activity_document")),
        sa.UniqueConstraint(
            "activity_id", "document_id", name=op.f("uq_activity_document_activity_id_document_id")
        ),
    )
    op.create_index(
        op.f("ix_activity_document_activity_id"), "activity_document", ["activity_id"], unique=False
    )
    op.create_index(
        op.f("ix_activity_document_document_id"), "activity_document", ["document_id"], unique=False
    )
    op.create_table(
        "activity_further_place",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column(
            "activity_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("place_kind", sa.Text(), server_default="not_stated", nullable=False),
        sa.Column(
            "municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column(
            "territorial_unit_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
        ),
        sa.Column("place_name_lv", sa.Text(), nullable=True),
        sa.Column("place_name_en", sa.Text(), nullable=True),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "(place_kind = 'municipality') = (municipality_id IS NOT NULL)",
            name=op.f("ck_activity_further_place_place_names_its_municipality"),
        ),
        sa.CheckConstraint(
            "origin IN ('fact', 'sample', 'upload', 'entered')",
            name=op.f("ck_activity_further_place_origin"),
        ),
        sa.CheckConstraint(
            "place_kind IN ('municipality', 'national_body', 'abroad', 'online', 'not_stated')",
            name=op.f("ck_activity_further_place_place_kind"),
        ),
        sa.CheckConstraint(
            "territorial_unit_id IS NULL OR municipality_id IS NOT NULL",
            name=op.f("ck_activity_further_place_unit_lies_in_a_municipality"),
        ),
        sa.ForeignKeyConstraint(
            ["activity_id"],
            ["activity.id"],
            name=op.f("fk_activity_further_place_activity_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"],
            ["municipality.id"],
            name=op.f("fk_activity_further_place_municipality_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["territorial_unit_id"],
            ["territorial_unit.id"],
            name=op.f("fk_activity_further_place_territorial_unit_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activity_further_place")),
        sa.UniqueConstraint(
            "activity_id", "position", name=op.f("uq_activity_further_place_activity_id_position")
        ),
    )
    op.create_index(
        op.f("ix_activity_further_place_activity_id"),
        "activity_further_place",
        ["activity_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_activity_further_place_municipality_id"),
        "activity_further_place",
        ["municipality_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_activity_further_place_territorial_unit_id"),
        "activity_further_place",
        ["territorial_unit_id"],
        unique=False,
    )
    op.create_table(
        "activity_institution",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column(
            "activity_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "institution_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("source_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("locator", sa.Text(), nullable=True),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "origin IN ('fact', 'sample', 'upload', 'entered')",
            name=op.f("ck_activity_institution_origin"),
        ),
        sa.CheckConstraint(
            "part IN ('organiser', 'participant', 'host')",
            name=op.f("ck_activity_institution_part"),
        ),
        sa.ForeignKeyConstraint(
            ["activity_id"],
            ["activity.id"],
            name=op.f("fk_activity_institution_activity_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["institution_id"],
            ["institution.id"],
            name=op.f("fk_activity_institution_institution_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["source_id"],
            ["source.id"],
            name=op.f("fk_activity_institution_source_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activity_institution")),
        sa.UniqueConstraint(
            "activity_id",
            "institution_id",
            "part",
            name=op.f("uq_activity_institution_activity_id_institution_id_part"),
        ),
    )
    op.create_index(
        op.f("ix_activity_institution_activity_id"),
        "activity_institution",
        ["activity_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_activity_institution_institution_id"),
        "activity_institution",
        ["institution_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_activity_institution_source_id"),
        "activity_institution",
        ["source_id"],
        unique=False,
    )
    op.create_table(
        "recommendation",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("round_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "activity_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("kind", sa.Text(), server_default="recommendation", nullable=False),
        sa.Column("area", sa.Text(), server_default="not_stated", nullable=False),
        sa.Column("place_kind", sa.Text(), server_default="not_stated", nullable=False),
        sa.Column(
            "municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column(
            "territorial_unit_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
        ),
        sa.Column("place_name_lv", sa.Text(), nullable=True),
        sa.Column("place_name_en", sa.Text(), nullable=True),
        sa.Column("made_on", sa.Date(), nullable=True),
        sa.Column("deadline_starts_on", sa.Date(), nullable=True),
        sa.Column("deadline_ends_on", sa.Date(), nullable=True),
        sa.Column(
            "deadline_date_precision", sa.Text(), server_default="not_stated", nullable=False
        ),
        sa.Column("source_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("locator", sa.Text(), nullable=True),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "(deadline_date_precision = 'not_stated') = (deadline_starts_on IS NULL)",
            name=op.f("ck_recommendation_deadline_dates_or_not_stated"),
        ),
        sa.CheckConstraint(
            "(place_kind = 'municipality') = (municipality_id IS NOT NULL)",
            name=op.f("ck_recommendation_place_names_its_municipality"),
        ),
        sa.CheckConstraint(
            "area IN ('equality', 'inclusion', 'participation', 'education', 'employment', 'health', 'housing', 'culture', 'youth', 'not_stated')",
            name=op.f("ck_recommendation_area"),
        ),
        sa.CheckConstraint(
            "deadline_date_precision IN ('day', 'month', 'half_year', 'year', 'horizon', 'not_stated')",
            name=op.f("ck_recommendation_deadline_date_precision"),
        ),
        sa.CheckConstraint(
            "kind IN ('recommendation', 'undertaking')", name=op.f("ck_recommendation_kind")
        ),
        sa.CheckConstraint(
            "origin IN ('fact', 'sample', 'upload', 'entered')",
            name=op.f("ck_recommendation_origin"),
        ),
        sa.CheckConstraint(
            "place_kind IN ('municipality', 'national_body', 'abroad', 'online', 'not_stated')",
            name=op.f("ck_recommendation_place_kind"),
        ),
        sa.CheckConstraint(
            "deadline_ends_on IS NULL OR (deadline_starts_on IS NOT NULL AND deadline_ends_on >= deadline_starts_on)",
            name=op.f("ck_recommendation_deadline_ends_after_it_starts"),
        ),
        sa.CheckConstraint(
            "territorial_unit_id IS NULL OR municipality_id IS NOT NULL",
            name=op.f("ck_recommendation_unit_lies_in_a_municipality"),
        ),
        sa.ForeignKeyConstraint(
            ["activity_id"],
            ["activity.id"],
            name=op.f("fk_recommendation_activity_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"],
            ["municipality.id"],
            name=op.f("fk_recommendation_municipality_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["round_id"], ["round.id"], name=op.f("fk_recommendation_round_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["source_id"],
            ["source.id"],
            name=op.f("fk_recommendation_source_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["territorial_unit_id"],
            ["territorial_unit.id"],
            name=op.f("fk_recommendation_territorial_unit_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recommendation")),
        sa.UniqueConstraint("reference", name=op.f("uq_recommendation_reference")),
    )
    op.create_index(
        op.f("ix_recommendation_activity_id"), "recommendation", ["activity_id"], unique=False
    )
    op.create_index(
        op.f("ix_recommendation_municipality_id"),
        "recommendation",
        ["municipality_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_recommendation_round_id"), "recommendation", ["round_id"], unique=False
    )
    op.create_index(
        op.f("ix_recommendation_source_id"), "recommendation", ["source_id"], unique=False
    )
    op.create_index(
        op.f("ix_recommendation_territorial_unit_id"),
        "recommendation",
        ["territorial_unit_id"],
        unique=False,
    )
    op.create_table(
        "reported_figure",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("round_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column(
            "activity_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column(
            "mediator_post_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("figure", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), server_default="reported", nullable=False),
        sa.Column("qualifier", sa.Text(), server_default="exact", nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.Column("country", sa.Text(), server_default="LV", nullable=False),
        sa.Column("is_leading", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("note_lv", sa.Text(), nullable=True),
        sa.Column("note_en", sa.Text(), nullable=True),
        sa.Column("source_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("locator", sa.Text(), nullable=True),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "(scope = 'round') = (round_id IS NOT NULL) AND (scope = 'activity') = (activity_id IS NOT NULL) AND (scope = 'post') = (mediator_post_id IS NOT NULL)",
            name=op.f("ck_reported_figure_scope_names_its_subject"),
        ),
        sa.CheckConstraint(
            "figure IN ('participants', 'participants_state_municipal', 'participants_roma', 'participants_ngo_other', 'families', 'municipalities', 'mediators', 'service_months', 'mediator_families', 'headcount', 'applicants', 'completed_in_part', 'stories', 'foreign_project_participants')",
            name=op.f("ck_reported_figure_figure"),
        ),
        sa.CheckConstraint("kind IN ('planned', 'reported')", name=op.f("ck_reported_figure_kind")),
        sa.CheckConstraint(
            "origin IN ('fact', 'sample', 'upload', 'entered')",
            name=op.f("ck_reported_figure_origin"),
        ),
        sa.CheckConstraint(
            "qualifier IN ('exact', 'about', 'more_than')",
            name=op.f("ck_reported_figure_qualifier"),
        ),
        sa.CheckConstraint(
            "scope IN ('round', 'activity', 'post')", name=op.f("ck_reported_figure_scope")
        ),
        sa.CheckConstraint("value >= 0", name=op.f("ck_reported_figure_value_counts")),
        sa.ForeignKeyConstraint(
            ["activity_id"],
            ["activity.id"],
            name=op.f("fk_reported_figure_activity_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["mediator_post_id"],
            ["mediator_post.id"],
            name=op.f("fk_reported_figure_mediator_post_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["round_id"],
            ["round.id"],
            name=op.f("fk_reported_figure_round_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["source_id"],
            ["source.id"],
            name=op.f("fk_reported_figure_source_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reported_figure")),
    )
    op.create_index(
        op.f("ix_reported_figure_activity_id"), "reported_figure", ["activity_id"], unique=False
    )
    op.create_index(
        op.f("ix_reported_figure_mediator_post_id"),
        "reported_figure",
        ["mediator_post_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_reported_figure_round_id"), "reported_figure", ["round_id"], unique=False
    )
    op.create_index(
        op.f("ix_reported_figure_source_id"), "reported_figure", ["source_id"], unique=False
    )
    op.create_index(
        "uq_reported_figure_leading_activity_id",
        "reported_figure",
        ["activity_id", "figure", "kind"],
        unique=True,
        sqlite_where=sa.text("is_leading IS 1"),
        postgresql_where=sa.text("is_leading IS true"),
    )
    op.create_index(
        "uq_reported_figure_leading_mediator_post_id",
        "reported_figure",
        ["mediator_post_id", "figure", "kind"],
        unique=True,
        sqlite_where=sa.text("is_leading IS 1"),
        postgresql_where=sa.text("is_leading IS true"),
    )
    op.create_index(
        "uq_reported_figure_leading_round_id",
        "reported_figure",
        ["round_id", "figure", "kind"],
        unique=True,
        sqlite_where=sa.text("is_leading IS 1"),
        postgresql_where=sa.text("is_leading IS true"),
    )
    op.create_table(
        "upload",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("file_kind", sa.Text(), nullable=False),
        sa.Column("size_bytes", sa.Integer(), nullable=False),
        sa.Column(
            "activity_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("status", sa.Text(), server_default="staged", nullable=False),
        sa.Column("is_trial", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("uploaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "uploaded_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "undone_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("undone_reason", sa.Text(), nullable=True),
        sa.Column("stated_total", sa.Integer(), nullable=True),
        sa.Column("delete_contents_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "(status = 'undone') = (undone_at IS NOT NULL)",
            name=op.f("ck_upload_undone_has_a_time"),
        ),
        sa.CheckConstraint(
            "length(sha256) = 64 AND trim(sha256, '0123456789abcdef') = ''",
            name=op.f("ck_upload_sha256_is_hex"),
        ),
        sa.CheckConstraint(
            "status IN ('staged', 'recorded', 'undone')", name=op.f("ck_upload_status")
        ),
        sa.CheckConstraint("size_bytes >= 0", name=op.f("ck_upload_size_counts")),
        sa.ForeignKeyConstraint(
            ["activity_id"],
            ["activity.id"],
            name=op.f("fk_upload_activity_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["undone_by_id"],
            ["account.id"],
            name=op.f("fk_upload_undone_by_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["uploaded_by_id"],
            ["account.id"],
            name=op.f("fk_upload_uploaded_by_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_upload")),
    )
    op.create_index(op.f("ix_upload_activity_id"), "upload", ["activity_id"], unique=False)
    op.create_index(op.f("ix_upload_undone_by_id"), "upload", ["undone_by_id"], unique=False)
    op.create_index(op.f("ix_upload_uploaded_by_id"), "upload", ["uploaded_by_id"], unique=False)
    op.create_index(
        "uq_upload_sha256_not_undone",
        "upload",
        ["sha256"],
        unique=True,
        sqlite_where=sa.text("undone_at IS NULL"),
        postgresql_where=sa.text("undone_at IS NULL"),
    )
    op.create_table(
        "attendance",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column(
            "activity_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("capacity", sa.Text(), server_default="not_stated", nullable=False),
        sa.Column("status", sa.Text(), server_default="not_stated", nullable=False),
        sa.Column(
            "institution_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("place_kind", sa.Text(), server_default="not_stated", nullable=False),
        sa.Column(
            "municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column(
            "territorial_unit_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
        ),
        sa.Column("place_name_lv", sa.Text(), nullable=True),
        sa.Column("place_name_en", sa.Text(), nullable=True),
        sa.Column("gender", sa.Text(), server_default="not_stated", nullable=False),
        sa.Column("age_band", sa.Text(), server_default="not_stated", nullable=False),
        sa.Column("upload_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "(origin = 'upload') = (upload_id IS NOT NULL)", name=op.f("ck_attendance_upload_named")
        ),
        sa.CheckConstraint(
            "(place_kind = 'municipality') = (municipality_id IS NOT NULL)",
            name=op.f("ck_attendance_place_names_its_municipality"),
        ),
        sa.CheckConstraint(
            "age_band IN ('under_18', '18_29', '30_54', '55_plus', 'not_stated')",
            name=op.f("ck_attendance_age_band"),
        ),
        sa.CheckConstraint(
            "capacity IN ('state', 'municipal', 'roma', 'ngo', 'other', 'not_stated')",
            name=op.f("ck_attendance_capacity"),
        ),
        sa.CheckConstraint(
            "gender IN ('woman', 'man', 'other', 'not_stated')", name=op.f("ck_attendance_gender")
        ),
        sa.CheckConstraint(
            "origin IN ('fact', 'sample', 'upload', 'entered')", name=op.f("ck_attendance_origin")
        ),
        sa.CheckConstraint(
            "place_kind IN ('municipality', 'national_body', 'abroad', 'online', 'not_stated')",
            name=op.f("ck_attendance_place_kind"),
        ),
        sa.CheckConstraint(
            "status IN ('attended', 'registered', 'not_stated')", name=op.f("ck_attendance_status")
        ),
        sa.CheckConstraint(
            "territorial_unit_id IS NULL OR municipality_id IS NOT NULL",
            name=op.f("ck_attendance_unit_lies_in_a_municipality"),
        ),
        sa.ForeignKeyConstraint(
            ["activity_id"],
            ["activity.id"],
            name=op.f("fk_attendance_activity_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["institution_id"],
            ["institution.id"],
            name=op.f("fk_attendance_institution_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"],
            ["municipality.id"],
            name=op.f("fk_attendance_municipality_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_attendance_person_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["territorial_unit_id"],
            ["territorial_unit.id"],
            name=op.f("fk_attendance_territorial_unit_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["upload_id"], ["upload.id"], name=op.f("fk_attendance_upload_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendance")),
        sa.UniqueConstraint(
            "activity_id", "person_id", name=op.f("uq_attendance_activity_id_person_id")
        ),
    )
    op.create_index(op.f("ix_attendance_activity_id"), "attendance", ["activity_id"], unique=False)
    op.create_index(
        op.f("ix_attendance_institution_id"), "attendance", ["institution_id"], unique=False
    )
    op.create_index(
        op.f("ix_attendance_municipality_id"), "attendance", ["municipality_id"], unique=False
    )
    op.create_index(op.f("ix_attendance_person_id"), "attendance", ["person_id"], unique=False)
    op.create_index(
        op.f("ix_attendance_territorial_unit_id"),
        "attendance",
        ["territorial_unit_id"],
        unique=False,
    )
    op.create_index(op.f("ix_attendance_upload_id"), "attendance", ["upload_id"], unique=False)
    op.create_table(
        "family_support",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column(
            "family_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("round_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("area", sa.Text(), server_default="not_stated", nullable=False),
        sa.Column("given_on", sa.Date(), nullable=True),
        sa.Column(
            "institution_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("upload_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "area IN ('equality', 'inclusion', 'participation', 'education', 'employment', 'health', 'housing', 'culture', 'youth', 'not_stated')",
            name=op.f("ck_family_support_area"),
        ),
        sa.CheckConstraint(
            "origin IN ('fact', 'sample', 'upload', 'entered')",
            name=op.f("ck_family_support_origin"),
        ),
        sa.ForeignKeyConstraint(
            ["family_id"],
            ["family.id"],
            name=op.f("fk_family_support_family_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["institution_id"],
            ["institution.id"],
            name=op.f("fk_family_support_institution_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["round_id"], ["round.id"], name=op.f("fk_family_support_round_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["upload_id"],
            ["upload.id"],
            name=op.f("fk_family_support_upload_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_family_support")),
    )
    op.create_index(
        op.f("ix_family_support_family_id"), "family_support", ["family_id"], unique=False
    )
    op.create_index(
        op.f("ix_family_support_institution_id"), "family_support", ["institution_id"], unique=False
    )
    op.create_index(
        op.f("ix_family_support_round_id"), "family_support", ["round_id"], unique=False
    )
    op.create_index(
        op.f("ix_family_support_upload_id"), "family_support", ["upload_id"], unique=False
    )
    op.create_table(
        "mediation_case",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column(
            "family_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "mediator_post_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("opened_on", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("closing_reason", sa.Text(), nullable=True),
        sa.Column("referred_by", sa.Text(), nullable=True),
        sa.Column("upload_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "origin IN ('fact', 'sample', 'upload', 'entered')",
            name=op.f("ck_mediation_case_origin"),
        ),
        sa.CheckConstraint(
            "closed_on >= opened_on", name=op.f("ck_mediation_case_closes_after_it_opens")
        ),
        sa.ForeignKeyConstraint(
            ["family_id"],
            ["family.id"],
            name=op.f("fk_mediation_case_family_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["mediator_post_id"],
            ["mediator_post.id"],
            name=op.f("fk_mediation_case_mediator_post_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["upload_id"],
            ["upload.id"],
            name=op.f("fk_mediation_case_upload_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mediation_case")),
    )
    op.create_index(
        op.f("ix_mediation_case_family_id"), "mediation_case", ["family_id"], unique=False
    )
    op.create_index(
        op.f("ix_mediation_case_mediator_post_id"),
        "mediation_case",
        ["mediator_post_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_mediation_case_upload_id"), "mediation_case", ["upload_id"], unique=False
    )
    op.create_table(
        "progress_report",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column(
            "recommendation_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
        ),
        sa.Column(
            "institution_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("claim", sa.Text(), nullable=False),
        sa.Column("reported_on", sa.Date(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "entered_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "claim IN ('accepted', 'in_progress', 'done', 'partly_done', 'not_accepted')",
            name=op.f("ck_progress_report_claim"),
        ),
        sa.CheckConstraint(
            "origin IN ('fact', 'sample', 'upload', 'entered')",
            name=op.f("ck_progress_report_origin"),
        ),
        sa.ForeignKeyConstraint(
            ["entered_by_id"],
            ["account.id"],
            name=op.f("fk_progress_report_entered_by_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["institution_id"],
            ["institution.id"],
            name=op.f("fk_progress_report_institution_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["recommendation_id"],
            ["recommendation.id"],
            name=op.f("fk_progress_report_recommendation_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_progress_report")),
    )
    op.create_index(
        op.f("ix_progress_report_entered_by_id"), "progress_report", ["entered_by_id"], unique=False
    )
    op.create_index(
        op.f("ix_progress_report_institution_id"),
        "progress_report",
        ["institution_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_progress_report_recommendation_id"),
        "progress_report",
        ["recommendation_id"],
        unique=False,
    )
    op.create_table(
        "recommendation_addressee",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column(
            "recommendation_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
        ),
        sa.Column(
            "institution_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "origin IN ('fact', 'sample', 'upload', 'entered')",
            name=op.f("ck_recommendation_addressee_origin"),
        ),
        sa.CheckConstraint(
            "role IN ('lead', 'supporting')", name=op.f("ck_recommendation_addressee_role")
        ),
        sa.ForeignKeyConstraint(
            ["institution_id"],
            ["institution.id"],
            name=op.f("fk_recommendation_addressee_institution_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["recommendation_id"],
            ["recommendation.id"],
            name=op.f("fk_recommendation_addressee_recommendation_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recommendation_addressee")),
        sa.UniqueConstraint(
            "recommendation_id",
            "institution_id",
            name=op.f("uq_recommendation_addressee_recommendation_id_institution_id"),
        ),
    )
    op.create_index(
        op.f("ix_recommendation_addressee_institution_id"),
        "recommendation_addressee",
        ["institution_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_recommendation_addressee_recommendation_id"),
        "recommendation_addressee",
        ["recommendation_id"],
        unique=False,
    )
    op.create_table(
        "recommendation_link",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column(
            "recommendation_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
        ),
        sa.Column(
            "earlier_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('repeats', 'replaces', 'narrows')", name=op.f("ck_recommendation_link_kind")
        ),
        sa.CheckConstraint(
            "origin IN ('fact', 'sample', 'upload', 'entered')",
            name=op.f("ck_recommendation_link_origin"),
        ),
        sa.CheckConstraint(
            "recommendation_id <> earlier_id",
            name=op.f("ck_recommendation_link_nothing_links_to_itself"),
        ),
        sa.ForeignKeyConstraint(
            ["earlier_id"],
            ["recommendation.id"],
            name=op.f("fk_recommendation_link_earlier_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["recommendation_id"],
            ["recommendation.id"],
            name=op.f("fk_recommendation_link_recommendation_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recommendation_link")),
        sa.UniqueConstraint(
            "recommendation_id",
            "earlier_id",
            "kind",
            name=op.f("uq_recommendation_link_recommendation_id_earlier_id_kind"),
        ),
    )
    op.create_index(
        op.f("ix_recommendation_link_earlier_id"),
        "recommendation_link",
        ["earlier_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_recommendation_link_recommendation_id"),
        "recommendation_link",
        ["recommendation_id"],
        unique=False,
    )
    op.create_table(
        "recommendation_version",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column(
            "recommendation_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
        ),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text_lv", sa.Text(), nullable=False),
        sa.Column("text_en", sa.Text(), nullable=False),
        sa.Column("text_folded", sa.Text(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "written_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "origin IN ('fact', 'sample', 'upload', 'entered')",
            name=op.f("ck_recommendation_version_origin"),
        ),
        sa.CheckConstraint("number >= 1", name=op.f("ck_recommendation_version_number_counts")),
        sa.ForeignKeyConstraint(
            ["recommendation_id"],
            ["recommendation.id"],
            name=op.f("fk_recommendation_version_recommendation_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["written_by_id"],
            ["account.id"],
            name=op.f("fk_recommendation_version_written_by_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recommendation_version")),
        sa.UniqueConstraint(
            "recommendation_id",
            "number",
            name=op.f("uq_recommendation_version_recommendation_id_number"),
        ),
    )
    op.create_index(
        op.f("ix_recommendation_version_recommendation_id"),
        "recommendation_version",
        ["recommendation_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_recommendation_version_written_by_id"),
        "recommendation_version",
        ["written_by_id"],
        unique=False,
    )
    op.create_table(
        "remembered_decision",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("pattern_match", sa.LargeBinary(), nullable=False),
        sa.Column("decision", sa.JSON(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "decided_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("upload_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.ForeignKeyConstraint(
            ["decided_by_id"],
            ["account.id"],
            name=op.f("fk_remembered_decision_decided_by_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["upload_id"],
            ["upload.id"],
            name=op.f("fk_remembered_decision_upload_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_remembered_decision")),
        sa.UniqueConstraint(
            "topic", "pattern_match", name=op.f("uq_remembered_decision_topic_pattern_match")
        ),
    )
    op.create_index(
        op.f("ix_remembered_decision_decided_by_id"),
        "remembered_decision",
        ["decided_by_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_remembered_decision_upload_id"), "remembered_decision", ["upload_id"], unique=False
    )
    op.create_table(
        "attendance_day",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column(
            "attendance_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("day", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["attendance_id"],
            ["attendance.id"],
            name=op.f("fk_attendance_day_attendance_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendance_day")),
        sa.UniqueConstraint(
            "attendance_id", "day", name=op.f("uq_attendance_day_attendance_id_day")
        ),
    )
    op.create_index(
        op.f("ix_attendance_day_attendance_id"), "attendance_day", ["attendance_id"], unique=False
    )
    op.create_table(
        "case_need",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column(
            "mediation_case_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
        ),
        sa.Column("area", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "area IN ('equality', 'inclusion', 'participation', 'education', 'employment', 'health', 'housing', 'culture', 'youth', 'not_stated')",
            name=op.f("ck_case_need_area"),
        ),
        sa.CheckConstraint(
            "origin IN ('fact', 'sample', 'upload', 'entered')", name=op.f("ck_case_need_origin")
        ),
        sa.ForeignKeyConstraint(
            ["mediation_case_id"],
            ["mediation_case.id"],
            name=op.f("fk_case_need_mediation_case_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_need")),
        sa.UniqueConstraint(
            "mediation_case_id", "area", name=op.f("uq_case_need_mediation_case_id_area")
        ),
    )
    op.create_index(
        op.f("ix_case_need_mediation_case_id"), "case_need", ["mediation_case_id"], unique=False
    )
    op.create_table(
        "confirmation",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column(
            "recommendation_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
        ),
        sa.Column(
            "progress_report_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
        ),
        sa.Column(
            "council_meeting_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
        ),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "entered_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column(
            "disagrees_with_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "origin IN ('fact', 'sample', 'upload', 'entered')", name=op.f("ck_confirmation_origin")
        ),
        sa.CheckConstraint(
            "verdict IN ('done', 'partly_done', 'not_done', 'superseded')",
            name=op.f("ck_confirmation_verdict"),
        ),
        sa.ForeignKeyConstraint(
            ["council_meeting_id"],
            ["council_meeting.id"],
            name=op.f("fk_confirmation_council_meeting_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["disagrees_with_id"],
            ["confirmation.id"],
            name=op.f("fk_confirmation_disagrees_with_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["entered_by_id"],
            ["account.id"],
            name=op.f("fk_confirmation_entered_by_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["progress_report_id"],
            ["progress_report.id"],
            name=op.f("fk_confirmation_progress_report_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["recommendation_id"],
            ["recommendation.id"],
            name=op.f("fk_confirmation_recommendation_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_confirmation")),
    )
    op.create_index(
        op.f("ix_confirmation_council_meeting_id"),
        "confirmation",
        ["council_meeting_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_confirmation_disagrees_with_id"),
        "confirmation",
        ["disagrees_with_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_confirmation_entered_by_id"), "confirmation", ["entered_by_id"], unique=False
    )
    op.create_index(
        op.f("ix_confirmation_progress_report_id"),
        "confirmation",
        ["progress_report_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_confirmation_recommendation_id"),
        "confirmation",
        ["recommendation_id"],
        unique=False,
    )
    op.create_table(
        "contact",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column(
            "mediator_post_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "mediation_case_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("held_on", sa.Date(), nullable=True),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("persons", sa.Integer(), nullable=True),
        sa.Column("area", sa.Text(), server_default="not_stated", nullable=False),
        sa.Column(
            "institution_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("result", sa.Text(), nullable=True),
        sa.Column("upload_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "area IN ('equality', 'inclusion', 'participation', 'education', 'employment', 'health', 'housing', 'culture', 'youth', 'not_stated')",
            name=op.f("ck_contact_area"),
        ),
        sa.CheckConstraint("form IN ('individual', 'group')", name=op.f("ck_contact_form")),
        sa.CheckConstraint(
            "origin IN ('fact', 'sample', 'upload', 'entered')", name=op.f("ck_contact_origin")
        ),
        sa.CheckConstraint("persons >= 0", name=op.f("ck_contact_persons_count")),
        sa.ForeignKeyConstraint(
            ["institution_id"],
            ["institution.id"],
            name=op.f("fk_contact_institution_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["mediation_case_id"],
            ["mediation_case.id"],
            name=op.f("fk_contact_mediation_case_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["mediator_post_id"],
            ["mediator_post.id"],
            name=op.f("fk_contact_mediator_post_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["upload_id"], ["upload.id"], name=op.f("fk_contact_upload_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
    )
    op.create_index(op.f("ix_contact_institution_id"), "contact", ["institution_id"], unique=False)
    op.create_index(
        op.f("ix_contact_mediation_case_id"), "contact", ["mediation_case_id"], unique=False
    )
    op.create_index(
        op.f("ix_contact_mediator_post_id"), "contact", ["mediator_post_id"], unique=False
    )
    op.create_index(op.f("ix_contact_upload_id"), "contact", ["upload_id"], unique=False)
    op.create_table(
        "progress_report_document",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column(
            "progress_report_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
        ),
        sa.Column(
            "document_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["document.id"],
            name=op.f("fk_progress_report_document_document_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["progress_report_id"],
            ["progress_report.id"],
            name=op.f("fk_progress_report_document_progress_report_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_progress_report_document")),
        sa.UniqueConstraint(
            "progress_report_id",
            "document_id",
            name=op.f("uq_progress_report_document_progress_report_id_document_id"),
        ),
    )
    op.create_index(
        op.f("ix_progress_report_document_document_id"),
        "progress_report_document",
        ["document_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_progress_report_document_progress_report_id"),
        "progress_report_document",
        ["progress_report_id"],
        unique=False,
    )
    op.create_table(
        "upload_row",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column(
            "upload_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("row_number", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.Text(), server_default="waiting", nullable=False),
        sa.Column("cells_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("problems", sa.JSON(), nullable=True),
        sa.Column(
            "attendance_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.CheckConstraint(
            "outcome IN ('waiting', 'accepted', 'merged', 'skipped', 'rejected')",
            name=op.f("ck_upload_row_outcome"),
        ),
        sa.ForeignKeyConstraint(
            ["attendance_id"],
            ["attendance.id"],
            name=op.f("fk_upload_row_attendance_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["upload_id"], ["upload.id"], name=op.f("fk_upload_row_upload_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_upload_row")),
        sa.UniqueConstraint(
            "upload_id", "row_number", name=op.f("uq_upload_row_upload_id_row_number")
        ),
    )
    op.create_index(
        op.f("ix_upload_row_attendance_id"), "upload_row", ["attendance_id"], unique=False
    )
    op.create_index(op.f("ix_upload_row_upload_id"), "upload_row", ["upload_id"], unique=False)

    op.bulk_insert(
        sa.table(
            "data_version",
            sa.column("id", sa.Integer()),
            sa.column("number", sa.BigInteger()),
            sa.column("changed_at", sa.DateTime(timezone=True)),
        ),
        [{"id": 1, "number": 0, "changed_at": dt.datetime.now(dt.UTC)}],
    )


def downgrade() -> None:
    op.drop_index(op.f("ix_upload_row_upload_id"), table_name="upload_row")
    op.drop_index(op.f("ix_upload_row_attendance_id"), table_name="upload_row")
    op.drop_table("upload_row")
    op.drop_index(
        op.f("ix_progress_report_document_progress_report_id"),
        table_name="progress_report_document",
    )
    op.drop_index(
        op.f("ix_progress_report_document_document_id"), table_name="progress_report_document"
    )
    op.drop_table("progress_report_document")
    op.drop_index(op.f("ix_contact_upload_id"), table_name="contact")
    op.drop_index(op.f("ix_contact_mediator_post_id"), table_name="contact")
    op.drop_index(op.f("ix_contact_mediation_case_id"), table_name="contact")
    op.drop_index(op.f("ix_contact_institution_id"), table_name="contact")
    op.drop_table("contact")
    op.drop_index(op.f("ix_confirmation_recommendation_id"), table_name="confirmation")
    op.drop_index(op.f("ix_confirmation_progress_report_id"), table_name="confirmation")
    op.drop_index(op.f("ix_confirmation_entered_by_id"), table_name="confirmation")
    op.drop_index(op.f("ix_confirmation_disagrees_with_id"), table_name="confirmation")
    op.drop_index(op.f("ix_confirmation_council_meeting_id"), table_name="confirmation")
    op.drop_table("confirmation")
    op.drop_index(op.f("ix_case_need_mediation_case_id"), table_name="case_need")
    op.drop_table("case_need")
    op.drop_index(op.f("ix_attendance_day_attendance_id"), table_name="attendance_day")
    op.drop_table("attendance_day")
    op.drop_index(op.f("ix_remembered_decision_upload_id"), table_name="remembered_decision")
    op.drop_index(op.f("ix_remembered_decision_decided_by_id"), table_name="remembered_decision")
    op.drop_table("remembered_decision")
    op.drop_index(
        op.f("ix_recommendation_version_written_by_id"), table_name="recommendation_version"
    )
    op.drop_index(
        op.f("ix_recommendation_version_recommendation_id"), table_name="recommendation_version"
    )
    op.drop_table("recommendation_version")
    op.drop_index(
        op.f("ix_recommendation_link_recommendation_id"), table_name="recommendation_link"
    )
    op.drop_index(op.f("ix_recommendation_link_earlier_id"), table_name="recommendation_link")
    op.drop_table("recommendation_link")
    op.drop_index(
        op.f("ix_recommendation_addressee_recommendation_id"), table_name="recommendation_addressee"
    )
    op.drop_index(
        op.f("ix_recommendation_addressee_institution_id"), table_name="recommendation_addressee"
    )
    op.drop_table("recommendation_addressee")
    op.drop_index(op.f("ix_progress_report_recommendation_id"), table_name="progress_report")
    op.drop_index(op.f("ix_progress_report_institution_id"), table_name="progress_report")
    op.drop_index(op.f("ix_progress_report_entered_by_id"), table_name="progress_report")
    op.drop_table("progress_report")
    op.drop_index(op.f("ix_mediation_case_upload_id"), table_name="mediation_case")
    op.drop_index(op.f("ix_mediation_case_mediator_post_id"), table_name="mediation_case")
    op.drop_index(op.f("ix_mediation_case_family_id"), table_name="mediation_case")
    op.drop_table("mediation_case")
    op.drop_index(op.f("ix_family_support_upload_id"), table_name="family_support")
    op.drop_index(op.f("ix_family_support_round_id"), table_name="family_support")
    op.drop_index(op.f("ix_family_support_institution_id"), table_name="family_support")
    op.drop_index(op.f("ix_family_support_family_id"), table_name="family_support")
    op.drop_table("family_support")
    op.drop_index(op.f("ix_attendance_upload_id"), table_name="attendance")
    op.drop_index(op.f("ix_attendance_territorial_unit_id"), table_name="attendance")
    op.drop_index(op.f("ix_attendance_person_id"), table_name="attendance")
    op.drop_index(op.f("ix_attendance_municipality_id"), table_name="attendance")
    op.drop_index(op.f("ix_attendance_institution_id"), table_name="attendance")
    op.drop_index(op.f("ix_attendance_activity_id"), table_name="attendance")
    op.drop_table("attendance")
    op.drop_index(
        "uq_upload_sha256_not_undone",
        table_name="upload",
        sqlite_where=sa.text("undone_at IS NULL"),
        postgresql_where=sa.text("undone_at IS NULL"),
    )
    op.drop_index(op.f("ix_upload_uploaded_by_id"), table_name="upload")
    op.drop_index(op.f("ix_upload_undone_by_id"), table_name="upload")
    op.drop_index(op.f("ix_upload_activity_id"), table_name="upload")
    op.drop_table("upload")
    op.drop_index(
        "uq_reported_figure_leading_round_id",
        table_name="reported_figure",
        sqlite_where=sa.text("is_leading IS 1"),
        postgresql_where=sa.text("is_leading IS true"),
    )
    op.drop_index(
        "uq_reported_figure_leading_mediator_post_id",
        table_name="reported_figure",
        sqlite_where=sa.text("is_leading IS 1"),
        postgresql_where=sa.text("is_leading IS true"),
    )
    op.drop_index(
        "uq_reported_figure_leading_activity_id",
        table_name="reported_figure",
        sqlite_where=sa.text("is_leading IS 1"),
        postgresql_where=sa.text("is_leading IS true"),
    )
    op.drop_index(op.f("ix_reported_figure_source_id"), table_name="reported_figure")
    op.drop_index(op.f("ix_reported_figure_round_id"), table_name="reported_figure")
    op.drop_index(op.f("ix_reported_figure_mediator_post_id"), table_name="reported_figure")
    op.drop_index(op.f("ix_reported_figure_activity_id"), table_name="reported_figure")
    op.drop_table("reported_figure")
    op.drop_index(op.f("ix_recommendation_territorial_unit_id"), table_name="recommendation")
    op.drop_index(op.f("ix_recommendation_source_id"), table_name="recommendation")
    op.drop_index(op.f("ix_recommendation_round_id"), table_name="recommendation")
    op.drop_index(op.f("ix_recommendation_municipality_id"), table_name="recommendation")
    op.drop_index(op.f("ix_recommendation_activity_id"), table_name="recommendation")
    op.drop_table("recommendation")
    op.drop_index(op.f("ix_activity_institution_source_id"), table_name="activity_institution")
    op.drop_index(op.f("ix_activity_institution_institution_id"), table_name="activity_institution")
    op.drop_index(op.f("ix_activity_institution_activity_id"), table_name="activity_institution")
    op.drop_table("activity_institution")
    op.drop_index(
        op.f("ix_activity_further_place_territorial_unit_id"), table_name="activity_further_place"
    )
    op.drop_index(
        op.f("ix_activity_further_place_municipality_id"), table_name="activity_further_place"
    )
    op.drop_index(
        op.f("ix_activity_further_place_activity_id"), table_name="activity_further_place"
    )
    op.drop_table("activity_further_place")
    op.drop_index(op.f("ix_activity_document_document_id"), table_name="activity_document")
    op.drop_index(op.f("ix_activity_document_activity_id"), table_name="activity_document")
    op.drop_table("activity_document")
    op.drop_index(op.f("ix_activity_day_activity_id"), table_name="activity_day")
    op.drop_table("activity_day")
    op.drop_index(op.f("ix_role_grant_round_id"), table_name="role_grant")
    op.drop_index(op.f("ix_role_grant_municipality_id"), table_name="role_grant")
    op.drop_index(op.f("ix_role_grant_mediator_id"), table_name="role_grant")
    op.drop_index(op.f("ix_role_grant_institution_id"), table_name="role_grant")
    op.drop_index(op.f("ix_role_grant_granted_by_id"), table_name="role_grant")
    op.drop_index(op.f("ix_role_grant_account_id"), table_name="role_grant")
    op.drop_table("role_grant")
    op.drop_index(op.f("ix_institution_alias_source_id"), table_name="institution_alias")
    op.drop_index(op.f("ix_institution_alias_institution_id"), table_name="institution_alias")
    op.drop_table("institution_alias")
    op.drop_index(op.f("ix_activity_territorial_unit_id"), table_name="activity")
    op.drop_index(op.f("ix_activity_source_id"), table_name="activity")
    op.drop_index(op.f("ix_activity_round_id"), table_name="activity")
    op.drop_index(op.f("ix_activity_municipality_id"), table_name="activity")
    op.drop_index(op.f("ix_activity_measure_id"), table_name="activity")
    op.drop_table("activity")
    op.drop_index(op.f("ix_unit_membership_territorial_unit_id"), table_name="unit_membership")
    op.drop_index(op.f("ix_unit_membership_municipality_id"), table_name="unit_membership")
    op.drop_table("unit_membership")
    op.drop_index(op.f("ix_succession_successor_id"), table_name="succession")
    op.drop_index(op.f("ix_succession_predecessor_id"), table_name="succession")
    op.drop_table("succession")
    op.drop_index(op.f("ix_round_statement_source_id"), table_name="round_statement")
    op.drop_index(op.f("ix_round_statement_round_id"), table_name="round_statement")
    op.drop_table("round_statement")
    op.drop_index(op.f("ix_reported_place_source_id"), table_name="reported_place")
    op.drop_index(op.f("ix_reported_place_round_id"), table_name="reported_place")
    op.drop_index(op.f("ix_reported_place_municipality_id"), table_name="reported_place")
    op.drop_table("reported_place")
    op.drop_index(op.f("ix_municipality_alias_municipality_id"), table_name="municipality_alias")
    op.drop_table("municipality_alias")
    op.drop_index(op.f("ix_mediator_post_territorial_unit_id"), table_name="mediator_post")
    op.drop_index(op.f("ix_mediator_post_substitutes_post_id"), table_name="mediator_post")
    op.drop_index(op.f("ix_mediator_post_round_id"), table_name="mediator_post")
    op.drop_index(op.f("ix_mediator_post_municipality_id"), table_name="mediator_post")
    op.drop_index(op.f("ix_mediator_post_mediator_id"), table_name="mediator_post")
    op.drop_table("mediator_post")
    op.drop_index(op.f("ix_institution_source_id"), table_name="institution")
    op.drop_index(op.f("ix_institution_municipality_id"), table_name="institution")
    op.drop_table("institution")
    op.drop_index(op.f("ix_gap_round_id"), table_name="gap")
    op.drop_table("gap")
    op.drop_index(
        "uq_denominator_country",
        table_name="denominator",
        sqlite_where=sa.text("municipality_id IS NULL"),
        postgresql_where=sa.text("municipality_id IS NULL"),
    )
    op.drop_index(op.f("ix_denominator_source_id"), table_name="denominator")
    op.drop_index(op.f("ix_denominator_municipality_id"), table_name="denominator")
    op.drop_table("denominator")
    op.drop_index(op.f("ix_session_account_id"), table_name="session")
    op.drop_table("session")
    op.drop_index(op.f("ix_round_source_id"), table_name="round")
    op.drop_index(op.f("ix_round_funding_source_id"), table_name="round")
    op.drop_index(op.f("ix_round_closed_by_id"), table_name="round")
    op.drop_index(op.f("ix_round_approved_by_id"), table_name="round")
    op.drop_table("round")
    op.drop_index(op.f("ix_person_merge_undone_by_id"), table_name="person_merge")
    op.drop_index(op.f("ix_person_merge_merged_id"), table_name="person_merge")
    op.drop_index(op.f("ix_person_merge_merged_by_id"), table_name="person_merge")
    op.drop_index(op.f("ix_person_merge_kept_id"), table_name="person_merge")
    op.drop_table("person_merge")
    op.drop_index(op.f("ix_person_identity_person_id"), table_name="person_identity")
    op.drop_index(op.f("ix_person_identity_name_match"), table_name="person_identity")
    op.drop_index(op.f("ix_person_identity_contact_match"), table_name="person_identity")
    op.drop_table("person_identity")
    op.drop_index(op.f("ix_municipality_division_id"), table_name="municipality")
    op.drop_table("municipality")
    op.drop_index(op.f("ix_mediator_person_id"), table_name="mediator")
    op.drop_table("mediator")
    op.drop_index(op.f("ix_document_source_id"), table_name="document")
    op.drop_table("document")
    op.drop_index(op.f("ix_council_meeting_source_id"), table_name="council_meeting")
    op.drop_table("council_meeting")
    op.drop_index(op.f("ix_territorial_unit_name_folded"), table_name="territorial_unit")
    op.drop_table("territorial_unit")
    op.drop_table("source")
    op.drop_index(op.f("ix_person_merged_into_id"), table_name="person")
    op.drop_table("person")
    op.drop_table("family")
    op.drop_table("division")
    op.drop_table("data_version")
    op.drop_table("change")
    op.drop_table("audit_event")
    op.drop_table("account")
