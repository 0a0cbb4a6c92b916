"""Places through time: divisions, their municipalities, and what became of what."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Float,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
)

from data_access.rules import Population
from data_access.schema.base import code, key, metadata, origin, revision, to

division = Table(
    "division",
    metadata,
    key(),
    Column("code", Text, nullable=False, unique=True),
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date),
    Column("legal_basis", Text),
    origin(),
    CheckConstraint("valid_to IS NULL OR valid_to > valid_from", name="valid_to_after_from"),
)

municipality = Table(
    "municipality",
    metadata,
    key(),
    to("division"),
    Column("iso", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("name_folded", Text, nullable=False),
    Column("is_city", Boolean, nullable=False),
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date),
    origin(),
    UniqueConstraint("division_id", "iso"),
    UniqueConstraint("division_id", "name"),
    CheckConstraint("valid_to IS NULL OR valid_to > valid_from", name="valid_to_after_from"),
)

municipality_alias = Table(
    "municipality_alias",
    metadata,
    key(),
    to("municipality"),
    Column("name", Text, nullable=False),
    Column("name_folded", Text, nullable=False),
    UniqueConstraint("municipality_id", "name_folded"),
)

territorial_unit = Table(
    "territorial_unit",
    metadata,
    key(),
    Column("code", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("name_folded", Text, nullable=False, index=True),
    origin(),
)

unit_membership = Table(
    "unit_membership",
    metadata,
    key(),
    to("territorial_unit"),
    to("municipality"),
    UniqueConstraint("territorial_unit_id", "municipality_id"),
)

succession = Table(
    "succession",
    metadata,
    key(),
    to("municipality", name="predecessor_id"),
    to("municipality", name="successor_id"),
    Column("effective_on", Date, nullable=False),
    Column("share_of_area", Float, nullable=False),
    Column("legal_basis", Text),
    origin(),
    UniqueConstraint("predecessor_id", "successor_id"),
    CheckConstraint("share_of_area > 0 AND share_of_area <= 1", name="share_is_a_part"),
    CheckConstraint("predecessor_id <> successor_id", name="nothing_succeeds_itself"),
)

carried_land = Table(
    "carried_land",
    metadata,
    key(),
    to("municipality"),
    to("division"),
    to("municipality", name="there_id", required=False),
    Column("changed_on", Date),
    to("municipality", name="before_id", required=False),
    UniqueConstraint("municipality_id", "division_id"),
    CheckConstraint(
        "before_id IS NULL OR changed_on IS NOT NULL", name="nothing_was_before_without_a_day"
    ),
)

division_outline = Table(
    "division_outline",
    metadata,
    key(),
    to("division"),
    Column("topology", Text, nullable=False),
    Column("attribution_lv", Text, nullable=False),
    Column("attribution_en", Text, nullable=False),
    UniqueConstraint("division_id"),
)

denominator = Table(
    "denominator",
    metadata,
    key(),
    to("municipality", required=False),
    code("population", Population),
    Column("value", Integer, nullable=False),
    Column("as_of", Date),
    to("source"),
    Column("locator", Text),
    origin(),
    revision(),
    UniqueConstraint("municipality_id", "population", "source_id"),
    CheckConstraint("value >= 0", name="value_counts"),
)
Index(
    "uq_denominator_country",
    denominator.c.population,
    denominator.c.source_id,
    unique=True,
    sqlite_where=denominator.c.municipality_id.is_(None),
    postgresql_where=denominator.c.municipality_id.is_(None),
)
