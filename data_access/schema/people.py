"""People as numbers, their identities apart, and their attendance.

A merged person points at the one who was kept, never at one merged in turn: who merges, moves
earlier merges along.
"""

from sqlalchemy import (
    CheckConstraint,
    Column,
    Date,
    LargeBinary,
    Table,
    UniqueConstraint,
)

from data_access.rules import AgeBand, AttendanceStatus, Category, Gender
from data_access.schema.base import (
    UtcDateTime,
    code,
    key,
    metadata,
    origin,
    place,
    revision,
    to,
)

person = Table(
    "person",
    metadata,
    key(),
    to("person", name="merged_into_id", required=False),
    origin(),
    CheckConstraint("merged_into_id <> id", name="nobody_merges_into_themselves"),
)

person_identity = Table(
    "person_identity",
    metadata,
    key(),
    to("person"),
    Column("name_sealed", LargeBinary, nullable=False),
    Column("contact_sealed", LargeBinary),
    Column("name_match", LargeBinary, nullable=False, index=True),
    Column("contact_match", LargeBinary, index=True),
    UniqueConstraint("person_id"),
)

person_merge = Table(
    "person_merge",
    metadata,
    key(),
    to("person", name="kept_id"),
    to("person", name="merged_id"),
    Column("merged_at", UtcDateTime, nullable=False),
    to("account", name="merged_by_id", required=False),
    Column("undone_at", UtcDateTime),
    to("account", name="undone_by_id", required=False),
    CheckConstraint("kept_id <> merged_id", name="nobody_merges_into_themselves"),
)

attendance = Table(
    "attendance",
    metadata,
    key(),
    to("activity"),
    to("person"),
    code("capacity", Category, default=Category.NOT_STATED),
    code("status", AttendanceStatus, default=AttendanceStatus.NOT_STATED),
    to("institution", required=False),
    *place(),
    code("gender", Gender, default=Gender.NOT_STATED),
    code("age_band", AgeBand, default=AgeBand.NOT_STATED),
    to("upload", required=False),
    origin(),
    revision(),
    UniqueConstraint("activity_id", "person_id"),
    CheckConstraint("(origin = 'upload') = (upload_id IS NOT NULL)", name="upload_named"),
)

attendance_day = Table(
    "attendance_day",
    metadata,
    key(),
    to("attendance"),
    Column("day", Date, nullable=False),
    UniqueConstraint("attendance_id", "day"),
)
