"""Recommendations: their wording through time, whom they address, what was claimed and found."""

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Column,
    Date,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
)

from data_access.rules import (
    AddresseeRole,
    Area,
    Claim,
    RecommendationKind,
    RecommendationLinkKind,
    ReviewOutcome,
    Status,
    Verdict,
)
from data_access.schema.base import (
    UtcDateTime,
    cited,
    code,
    key,
    metadata,
    origin,
    period,
    place,
    revision,
    to,
)

council_meeting = Table(
    "council_meeting",
    metadata,
    key(),
    Column("held_on", Date, nullable=False),
    Column("title_lv", Text, nullable=False),
    Column("title_en", Text, nullable=False),
    *cited(),
    origin(),
    revision(),
)

recommendation = Table(
    "recommendation",
    metadata,
    key(),
    Column("reference", Text, nullable=False, unique=True),
    to("round"),
    to("activity", required=False),
    code("kind", RecommendationKind, default=RecommendationKind.RECOMMENDATION),
    code("area", Area, default=Area.NOT_STATED),
    *place(),
    Column("made_on", Date),
    *period("deadline_"),
    *cited(),
    origin(),
    revision(),
)

recommendation_version = Table(
    "recommendation_version",
    metadata,
    key(),
    to("recommendation"),
    Column("number", Integer, nullable=False),
    Column("text_lv", Text, nullable=False),
    Column("text_en", Text, nullable=False),
    Column("text_folded", Text, nullable=False),
    Column("written_at", UtcDateTime, nullable=False),
    to("account", name="written_by_id", required=False),
    Column("reason", Text),
    origin(),
    UniqueConstraint("recommendation_id", "number"),
    CheckConstraint("number >= 1", name="number_counts"),
)

recommendation_addressee = Table(
    "recommendation_addressee",
    metadata,
    key(),
    to("recommendation"),
    to("institution"),
    code("role", AddresseeRole),
    origin(),
    UniqueConstraint("recommendation_id", "institution_id"),
)

recommendation_link = Table(
    "recommendation_link",
    metadata,
    key(),
    to("recommendation"),
    to("recommendation", name="earlier_id"),
    code("kind", RecommendationLinkKind),
    origin(),
    UniqueConstraint("recommendation_id", "earlier_id", "kind"),
    CheckConstraint("recommendation_id <> earlier_id", name="nothing_links_to_itself"),
)

recommendation_carry = Table(
    "recommendation_carry",
    metadata,
    key(),
    to("recommendation"),
    to("round"),
    origin(),
    UniqueConstraint("recommendation_id", "round_id"),
)

progress_report = Table(
    "progress_report",
    metadata,
    key(),
    to("recommendation"),
    to("institution", required=False),
    code("claim", Claim),
    Column("reported_on", Date, nullable=False),
    Column("text", Text, nullable=False),
    Column("entered_at", UtcDateTime, nullable=False),
    to("account", name="entered_by_id", required=False),
    origin(),
)

progress_report_document = Table(
    "progress_report_document",
    metadata,
    key(),
    to("progress_report"),
    to("document"),
    UniqueConstraint("progress_report_id", "document_id"),
)

progress_report_link = Table(
    "progress_report_link",
    metadata,
    key(),
    to("progress_report"),
    Column("title", Text, nullable=False),
    Column("address", Text, nullable=False),
    UniqueConstraint("progress_report_id", "address"),
    CheckConstraint(
        "address LIKE 'http://%' OR address LIKE 'https://%'", name="address_is_of_the_web"
    ),
)

confirmation = Table(
    "confirmation",
    metadata,
    key(),
    to("recommendation"),
    to("progress_report", required=False),
    to("council_meeting"),
    code("verdict", Verdict),
    Column("note", Text),
    Column("entered_at", UtcDateTime, nullable=False),
    to("account", name="entered_by_id", required=False),
    to("confirmation", name="disagrees_with_id", required=False),
    origin(),
)

review_mark = Table(
    "review_mark",
    metadata,
    key(),
    to("recommendation"),
    to("council_meeting"),
    code("outcome", ReviewOutcome),
    Column("note", Text),
    Column("entered_at", UtcDateTime, nullable=False),
    to("account", name="entered_by_id", required=False),
    origin(),
)

recommendation_standing = Table(
    "recommendation_standing",
    metadata,
    key(),
    to("recommendation"),
    Column("starts_on", Date),
    Column("until", Date),
    code("status", Status),
    Column("settled_on", Date),
    Column("reported_on", Date),
    to("progress_report", required=False),
    to("confirmation", required=False),
    to("recommendation", name="replaced_by_id", required=False),
    CheckConstraint("until > starts_on", name="until_after_it_starts"),
)
Index(
    "ix_recommendation_standing_today",
    recommendation_standing.c.status,
    recommendation_standing.c.recommendation_id,
    sqlite_where=recommendation_standing.c.until.is_(None),
    postgresql_where=recommendation_standing.c.until.is_(None),
)

register_import = Table(
    "register_import",
    metadata,
    key(),
    Column("sha256", Text, nullable=False),
    Column("entries", Integer, nullable=False),
    Column("imported_at", UtcDateTime, nullable=False),
    to("account", name="imported_by_id"),
    Column("undone_at", UtcDateTime),
    to("account", name="undone_by_id", required=False),
    CheckConstraint("entries >= 1", name="entries_counts"),
    CheckConstraint(
        "length(sha256) = 64 AND trim(sha256, '0123456789abcdef') = ''", name="sha256_is_hex"
    ),
    CheckConstraint("(undone_at IS NULL) = (undone_by_id IS NULL)", name="undone_by_somebody"),
)

register_import_entry = Table(
    "register_import_entry",
    metadata,
    key(),
    to("register_import"),
    to("recommendation"),
    Column("stood", JSON),
    Column("revision", Integer, nullable=False),
    UniqueConstraint("register_import_id", "recommendation_id"),
)
