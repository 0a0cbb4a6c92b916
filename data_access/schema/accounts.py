"""Accounts and what they may do, what happened, and how fresh the data are."""

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Column,
    Date,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
)

from data_access.rules import Role
from data_access.schema.base import BigId, UtcDateTime, code, key, metadata, to

account = Table(
    "account",
    metadata,
    key(),
    Column("issuer", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("name_sealed", LargeBinary),
    Column("created_at", UtcDateTime, nullable=False),
    Column("disabled_at", UtcDateTime),
    UniqueConstraint("issuer", "subject"),
)

role_grant = Table(
    "role_grant",
    metadata,
    key(),
    to("account"),
    code("role", Role),
    to("round", required=False),
    to("municipality", required=False),
    to("institution", required=False),
    to("mediator", required=False),
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date),
    to("account", name="granted_by_id", required=False),
    CheckConstraint("valid_to >= valid_from", name="valid_to_after_from"),
)

session = Table(
    "session",
    metadata,
    key(),
    to("account"),
    Column("token_match", LargeBinary, nullable=False, unique=True),
    Column("started_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
    Column("ended_at", UtcDateTime),
    CheckConstraint("expires_at > started_at", name="expires_after_it_starts"),
)

reading_key = Table(
    "reading_key",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("inner_pad", LargeBinary, nullable=False),
    Column("outer_pad", LargeBinary, nullable=False),
    CheckConstraint("id = 1", name="one_row"),
)
"""What signs the passes of PostgreSQL's dashboards: an HMAC's key, padded for either hash."""

audit_event = Table(
    "audit_event",
    metadata,
    Column("sequence", BigId, primary_key=True, autoincrement=False),
    Column("happened_at", UtcDateTime, nullable=False),
    Column("actor", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("subject_table", Text),
    Column("subject_id", BigId),
    Column("reason", Text),
    Column("details", JSON),
    Column("previous_hash", Text, nullable=False),
    Column("hash", Text, nullable=False, unique=True),
    CheckConstraint("sequence >= 1", name="sequence_counts"),
)

change = Table(
    "change",
    metadata,
    key(),
    Column("subject_table", Text, nullable=False),
    Column("subject_id", BigId, nullable=False),
    Column("column_name", Text, nullable=False),
    Column("old_value", Text),
    Column("new_value", Text),
    Column("changed_at", UtcDateTime, nullable=False),
    Column("changed_by", Text, nullable=False),
)

data_version = Table(
    "data_version",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("number", BigId, nullable=False),
    Column("changed_at", UtcDateTime, nullable=False),
    CheckConstraint("id = 1", name="one_row"),
)
