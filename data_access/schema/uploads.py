"""Uploaded files: what came in, what became of each row, and what was decided on the way."""

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
    false,
)

from data_access.rules import RowOutcome, UploadStatus
from data_access.schema.base import UtcDateTime, code, key, metadata, to

upload = Table(
    "upload",
    metadata,
    key(),
    Column("sha256", Text, nullable=False),
    Column("file_kind", Text, nullable=False),
    Column("size_bytes", Integer, nullable=False),
    to("activity", required=False),
    code("status", UploadStatus, default=UploadStatus.STAGED),
    Column("is_trial", Boolean, nullable=False, server_default=false()),
    Column("uploaded_at", UtcDateTime, nullable=False),
    to("account", name="uploaded_by_id", required=False),
    Column("recorded_at", UtcDateTime),
    Column("undone_at", UtcDateTime),
    to("account", name="undone_by_id", required=False),
    Column("undone_reason", Text),
    Column("stated_total", Integer),
    Column("delete_contents_on", Date),
    CheckConstraint("size_bytes >= 0", name="size_counts"),
    CheckConstraint("(status = 'undone') = (undone_at IS NOT NULL)", name="undone_has_a_time"),
    CheckConstraint(
        "length(sha256) = 64 AND trim(sha256, '0123456789abcdef') = ''", name="sha256_is_hex"
    ),
)
Index(
    "uq_upload_sha256_not_undone",
    upload.c.sha256,
    unique=True,
    sqlite_where=upload.c.undone_at.is_(None),
    postgresql_where=upload.c.undone_at.is_(None),
)

upload_row = Table(
    "upload_row",
    metadata,
    key(),
    to("upload"),
    Column("row_number", Integer, nullable=False),
    code("outcome", RowOutcome, default=RowOutcome.WAITING),
    Column("cells_sealed", LargeBinary),
    Column("problems", JSON),
    to("attendance", required=False),
    UniqueConstraint("upload_id", "row_number"),
)

remembered_decision = Table(
    "remembered_decision",
    metadata,
    key(),
    Column("topic", Text, nullable=False),
    Column("pattern_match", LargeBinary, nullable=False),
    Column("decision", JSON, nullable=False),
    Column("decided_at", UtcDateTime, nullable=False),
    to("account", name="decided_by_id", required=False),
    to("upload", required=False),
    UniqueConstraint("topic", "pattern_match"),
)
