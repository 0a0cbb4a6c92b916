"""Reported figures, and the open questions between them."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
    true,
)

from data_access.rules import Figure, FigureKind, FigureScope, GapRule, GapStatus, Qualifier
from data_access.schema.base import cited, code, key, metadata, origin, revision, to

reported_figure = Table(
    "reported_figure",
    metadata,
    key(),
    code("scope", FigureScope),
    to("round", required=False),
    to("activity", required=False),
    to("mediator_post", required=False),
    code("figure", Figure),
    code("kind", FigureKind, default=FigureKind.REPORTED),
    code("qualifier", Qualifier, default=Qualifier.EXACT),
    Column("value", Integer, nullable=False),
    Column("country", Text, nullable=False, server_default="LV"),
    Column("is_leading", Boolean, nullable=False, server_default=true()),
    Column("note_lv", Text),
    Column("note_en", Text),
    *cited(),
    origin(),
    revision(),
    CheckConstraint("value >= 0", name="value_counts"),
    CheckConstraint(
        "(scope = 'round') = (round_id IS NOT NULL)"
        " AND (scope = 'activity') = (activity_id IS NOT NULL)"
        " AND (scope = 'post') = (mediator_post_id IS NOT NULL)",
        name="scope_names_its_subject",
    ),
)
LEADING = reported_figure.c.is_leading.is_(True)
for subject in ("round_id", "activity_id", "mediator_post_id"):
    Index(
        f"uq_reported_figure_leading_{subject}",
        reported_figure.c[subject],
        reported_figure.c.figure,
        reported_figure.c.kind,
        unique=True,
        sqlite_where=LEADING,
        postgresql_where=LEADING,
    )

gap = Table(
    "gap",
    metadata,
    key(),
    to("round"),
    code("figure", Figure),
    code("rule", GapRule),
    Column("answered_reported", Integer),
    Column("answered_against", Integer),
    Column("owner", Text),
    Column("explanation", Text),
    code("status", GapStatus, default=GapStatus.OPEN),
    origin(),
    revision(),
    UniqueConstraint("round_id", "figure", "rule"),
    CheckConstraint("status <> 'explained' OR explanation IS NOT NULL", name="explained_in_words"),
)
