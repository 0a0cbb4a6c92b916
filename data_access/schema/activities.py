"""Activities, their days and places, who had a part in them, and the documents they left."""

from sqlalchemy import Column, Date, Integer, Table, Text, UniqueConstraint

from data_access.rules import ActivityKind, ActivityPart, Area
from data_access.schema.base import (
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

activity = Table(
    "activity",
    metadata,
    key(),
    Column("code", Text, nullable=False, unique=True),
    to("round"),
    to("round_statement", name="measure_id", required=False),
    Column("title_lv", Text, nullable=False),
    Column("title_en", Text, nullable=False),
    Column("title_folded", Text, nullable=False),
    code("kind", ActivityKind),
    code("area", Area, default=Area.NOT_STATED),
    *period(),
    *place(),
    Column("outcome_lv", Text),
    Column("outcome_en", Text),
    *cited(),
    origin(),
    revision(),
)

activity_day = Table(
    "activity_day",
    metadata,
    key(),
    to("activity"),
    Column("day", Date, nullable=False),
    origin(),
    UniqueConstraint("activity_id", "day"),
)

activity_further_place = Table(
    "activity_further_place",
    metadata,
    key(),
    to("activity"),
    Column("position", Integer, nullable=False),
    *place(),
    origin(),
    UniqueConstraint("activity_id", "position"),
)

activity_institution = Table(
    "activity_institution",
    metadata,
    key(),
    to("activity"),
    to("institution"),
    code("part", ActivityPart),
    *cited(),
    origin(),
    UniqueConstraint("activity_id", "institution_id", "part"),
)

document = Table(
    "document",
    metadata,
    key(),
    Column("code", Text, nullable=False, unique=True),
    Column("title_lv", Text, nullable=False),
    Column("title_en", Text, nullable=False),
    Column("address", Text),
    Column("published_on", Date),
    *cited(),
    origin(),
    revision(),
)

activity_document = Table(
    "activity_document",
    metadata,
    key(),
    to("activity"),
    to("document"),
    origin(),
    UniqueConstraint("activity_id", "document_id"),
)
