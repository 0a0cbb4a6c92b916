"""Mediators and their posts, families, cases, contacts, and support outside mediation."""

from sqlalchemy import CheckConstraint, Column, Date, Float, Integer, Table, Text, UniqueConstraint

from data_access.rules import (
    Area,
    ClosingReason,
    ContactForm,
    ContactPlace,
    ContactResult,
    GapReason,
    Referrer,
    TrainingKind,
)
from data_access.schema.base import code, key, metadata, origin, period, place, revision, to

mediator = Table(
    "mediator",
    metadata,
    key(),
    Column("code", Text, nullable=False, unique=True),
    to("person", required=False),
    origin(),
)

mediator_post = Table(
    "mediator_post",
    metadata,
    key(),
    to("mediator"),
    to("round"),
    *period(),
    *place(),
    Column("hours_per_week", Float),
    to("mediator_post", name="substitutes_post_id", required=False),
    origin(),
    revision(),
    CheckConstraint("hours_per_week > 0 AND hours_per_week <= 168", name="hours_fit_a_week"),
)

post_gap = Table(
    "post_gap",
    metadata,
    key(),
    to("mediator_post"),
    Column("starts_on", Date, nullable=False),
    Column("ends_on", Date),
    code("reason", GapReason, default=GapReason.NOT_STATED),
    origin(),
    revision(),
    CheckConstraint("ends_on >= starts_on", name="ends_after_it_starts"),
)

mediator_training = Table(
    "mediator_training",
    metadata,
    key(),
    to("mediator"),
    to("round"),
    code("kind", TrainingKind, default=TrainingKind.NOT_STATED),
    Column("held_on", Date),
    Column("hours", Float),
    to("institution", required=False),
    origin(),
    revision(),
    CheckConstraint("hours > 0", name="hours_count"),
)

family = Table(
    "family",
    metadata,
    key(),
    Column("code", Text, nullable=False, unique=True),
    Column("size", Integer),
    Column("children", Integer),
    origin(),
    revision(),
    CheckConstraint("size >= 1", name="size_counts"),
    CheckConstraint("children >= 0", name="children_count"),
    CheckConstraint("children IS NULL OR size IS NULL OR children <= size", name="children_fit"),
)

mediation_case = Table(
    "mediation_case",
    metadata,
    key(),
    to("family"),
    to("mediator_post"),
    Column("opened_on", Date),
    Column("closed_on", Date),
    code("closing_reason", ClosingReason, default=ClosingReason.NOT_STATED),
    code("referred_by", Referrer, default=Referrer.NOT_STATED),
    to("monthly_report", required=False),
    origin(),
    revision(),
    CheckConstraint("closed_on >= opened_on", name="closes_after_it_opens"),
    CheckConstraint(
        "closing_reason = 'not_stated' OR closed_on IS NOT NULL",
        name="only_what_ended_has_a_reason",
    ),
)

case_need = Table(
    "case_need",
    metadata,
    key(),
    to("mediation_case"),
    code("area", Area),
    origin(),
    UniqueConstraint("mediation_case_id", "area"),
)

contact = Table(
    "contact",
    metadata,
    key(),
    to("mediator_post"),
    to("mediation_case", required=False),
    Column("held_on", Date),
    code("form", ContactForm),
    Column("persons", Integer),
    code("area", Area, default=Area.NOT_STATED),
    to("institution", required=False),
    code("met_at", ContactPlace, default=ContactPlace.NOT_STATED),
    code("result", ContactResult, default=ContactResult.NOT_STATED),
    to("monthly_report", required=False),
    origin(),
    revision(),
    CheckConstraint("persons >= 0", name="persons_count"),
)

family_support = Table(
    "family_support",
    metadata,
    key(),
    to("family"),
    to("round"),
    code("area", Area, default=Area.NOT_STATED),
    Column("given_on", Date),
    to("institution", required=False),
    origin(),
    revision(),
)
