"""Rounds, the sources that speak of them, and what those say in words and lists."""

from sqlalchemy import CheckConstraint, Column, Date, Float, Integer, Table, Text, UniqueConstraint

from data_access.rules import ReportedPlaceRole, StatementKind
from data_access.schema.base import (
    UtcDateTime,
    cited,
    code,
    key,
    metadata,
    origin,
    period,
    revision,
    to,
)

source = Table(
    "source",
    metadata,
    key(),
    Column("code", Text, nullable=False, unique=True),
    Column("title_lv", Text, nullable=False),
    Column("title_en", Text, nullable=False),
    Column("published_on", Date),
    Column("address", Text),
    origin(),
)

round = Table(
    "round",
    metadata,
    key(),
    Column("code", Text, nullable=False, unique=True),
    Column("ordinal", Integer, nullable=False, unique=True),
    Column("title_lv", Text, nullable=False),
    Column("title_en", Text, nullable=False),
    *period("planned_"),
    *period("actual_"),
    Column("contract", Text),
    Column("programme_lv", Text),
    Column("programme_en", Text),
    Column("funding_cents", Integer),
    Column("eu_share_percent", Float),
    Column("state_share_percent", Float),
    to("source", name="funding_source_id", required=False),
    Column("funding_locator", Text),
    Column("disclaimer_lv", Text),
    Column("disclaimer_en", Text),
    Column("closed_at", UtcDateTime),
    to("account", name="closed_by_id", required=False),
    Column("approved_at", UtcDateTime),
    to("account", name="approved_by_id", required=False),
    *cited(),
    origin(),
    revision(),
    CheckConstraint("funding_cents >= 0", name="funding_counts"),
    CheckConstraint("eu_share_percent BETWEEN 0 AND 100", name="eu_share_is_a_part"),
    CheckConstraint("state_share_percent BETWEEN 0 AND 100", name="state_share_is_a_part"),
    CheckConstraint("(closed_at IS NULL) = (closed_by_id IS NULL)", name="closed_by_somebody"),
    CheckConstraint(
        "(approved_at IS NULL) = (approved_by_id IS NULL)", name="approved_by_somebody"
    ),
    CheckConstraint("approved_at IS NULL OR closed_at IS NOT NULL", name="approved_once_closed"),
)

round_statement = Table(
    "round_statement",
    metadata,
    key(),
    to("round"),
    code("kind", StatementKind),
    Column("position", Integer, nullable=False),
    Column("text_lv", Text, nullable=False),
    Column("text_en", Text, nullable=False),
    *period(),
    *cited(),
    origin(),
    UniqueConstraint("round_id", "kind", "position"),
)

reported_place = Table(
    "reported_place",
    metadata,
    key(),
    to("round"),
    code("role", ReportedPlaceRole),
    to("municipality"),
    *cited(),
    origin(),
    UniqueConstraint("round_id", "role", "municipality_id"),
)
