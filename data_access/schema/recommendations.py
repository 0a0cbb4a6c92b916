"""Recommendations: their wording through time, whom they address, what was claimed and found."""

from sqlalchemy import CheckConstraint, Column, Date, Integer, Table, Text, UniqueConstraint

from data_access.rules import (
    AddresseeRole,
    Area,
    Claim,
    RecommendationKind,
    RecommendationLinkKind,
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
