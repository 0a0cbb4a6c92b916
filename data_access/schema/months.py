"""Mediators' monthly reports: which month of which post, what became of it, and what it changed."""

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Column,
    Date,
    Float,
    Index,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
)

from data_access.rules import ReportStatus
from data_access.schema.base import UtcDateTime, code, key, metadata, origin, revision, to

monthly_report = Table(
    "monthly_report",
    metadata,
    key(),
    to("mediator_post", required=False),
    Column("month", Date),
    Column("hours_worked", Float),
    Column("sha256", Text),
    code("status", ReportStatus, default=ReportStatus.WAITING),
    Column("received_at", UtcDateTime, nullable=False),
    to("account", name="received_by_id", required=False),
    Column("recorded_at", UtcDateTime),
    to("account", name="recorded_by_id", required=False),
    Column("undone_at", UtcDateTime),
    to("account", name="undone_by_id", required=False),
    origin(),
    revision(),
    CheckConstraint("hours_worked >= 0 AND hours_worked <= 744", name="hours_fit_a_month"),
    CheckConstraint(
        "sha256 IS NULL OR (length(sha256) = 64 AND trim(sha256, '0123456789abcdef') = '')",
        name="sha256_is_hex",
    ),
    CheckConstraint("(origin = 'upload') = (sha256 IS NOT NULL)", name="upload_has_a_file"),
    CheckConstraint("(status = 'undone') = (undone_at IS NOT NULL)", name="undone_has_a_time"),
    CheckConstraint(
        "status <> 'recorded' OR (mediator_post_id IS NOT NULL AND month IS NOT NULL"
        " AND recorded_at IS NOT NULL)",
        name="recorded_of_a_month",
    ),
)
Index(
    "uq_monthly_report_recorded",
    monthly_report.c.mediator_post_id,
    monthly_report.c.month,
    unique=True,
    sqlite_where=monthly_report.c.status == "recorded",
    postgresql_where=monthly_report.c.status == "recorded",
)
Index(
    "uq_monthly_report_sha256_not_undone",
    monthly_report.c.sha256,
    unique=True,
    sqlite_where=monthly_report.c.undone_at.is_(None),
    postgresql_where=monthly_report.c.undone_at.is_(None),
)

monthly_report_content = Table(
    "monthly_report_content",
    metadata,
    key(),
    to("monthly_report"),
    Column("sheets_sealed", LargeBinary),
    Column("stood", JSON),
    UniqueConstraint("monthly_report_id"),
)
"""What a waiting report says and what was decided of it, sealed as one text; and of a recorded one
how the cases that it changed stood before."""
