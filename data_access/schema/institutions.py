"""Institutions, the other names they go by, and the words that tell what sort of body one is."""

from sqlalchemy import CheckConstraint, Column, Table, Text, UniqueConstraint

from data_access.rules import InstitutionKind
from data_access.schema.base import cited, code, key, metadata, origin, revision, to

institution = Table(
    "institution",
    metadata,
    key(),
    Column("code", Text, nullable=False, unique=True),
    Column("name_lv", Text, nullable=False),
    Column("name_en", Text, nullable=False),
    Column("name_folded", Text, nullable=False),
    Column("abbreviation", Text),
    code("kind", InstitutionKind, default=InstitutionKind.NOT_STATED),
    Column("country", Text, nullable=False, server_default="LV"),
    to("municipality", required=False),
    *cited(),
    origin(),
    revision(),
    UniqueConstraint("name_folded", "country"),
)

institution_alias = Table(
    "institution_alias",
    metadata,
    key(),
    to("institution"),
    Column("name", Text, nullable=False),
    Column("name_folded", Text, nullable=False, unique=True),
    *cited(),
    origin(),
)

institution_word = Table(
    "institution_word",
    metadata,
    key(),
    Column("word", Text, nullable=False),
    Column("word_folded", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    origin(),
    revision(),
    CheckConstraint("kind IN ('state', 'municipal', 'ngo')", name="kind"),
    CheckConstraint("word_folded <> ''", name="word_says_something"),
)
