"""Which rounds there are, and what documents say of them in words and lists."""

import pandas as pd
from sqlalchemy import Connection, exists, select

from data_access import citation, schema
from data_access.access import Reader, Right, require
from data_access.filters import Filters, of_round
from data_access.frames import DAY, MOMENT, PART, WHOLE, WORD, ask
from data_access.rules import Figure, FigureKind

ROUNDS = {
    "id": WHOLE,
    "code": WORD,
    "ordinal": WHOLE,
    "title_lv": WORD,
    "title_en": WORD,
    "planned_starts_on": DAY,
    "planned_ends_on": DAY,
    "planned_date_precision": WORD,
    "actual_starts_on": DAY,
    "actual_ends_on": DAY,
    "actual_date_precision": WORD,
    "contract": WORD,
    "programme_lv": WORD,
    "programme_en": WORD,
    "funding_cents": WHOLE,
    "eu_share_percent": PART,
    "state_share_percent": PART,
    "disclaimer_lv": WORD,
    "disclaimer_en": WORD,
    "closed_at": MOMENT,
    "approved_at": MOMENT,
    "funding_source": WORD,
    "funding_source_lv": WORD,
    "funding_source_en": WORD,
    "funding_locator": WORD,
    "source": WORD,
    "source_lv": WORD,
    "source_en": WORD,
    "locator": WORD,
    "origin": WORD,
    "revision": WHOLE,
}

STATEMENTS = {
    "round": WORD,
    "kind": WORD,
    "position": WHOLE,
    "text_lv": WORD,
    "text_en": WORD,
    "starts_on": DAY,
    "ends_on": DAY,
    "date_precision": WORD,
    "source_lv": WORD,
    "source_en": WORD,
    "locator": WORD,
}

PLACES = {
    "round": WORD,
    "role": WORD,
    "division": WORD,
    "iso": WORD,
    "name": WORD,
    "source_lv": WORD,
    "source_en": WORD,
    "locator": WORD,
}


def listed(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """One row a round, in their order; funding in cents, shares in percent. Columns: ROUNDS.

    ``source`` and ``funding_source`` are codes; their titles stand beside them.
    """
    require(reader, Right.READ_PUBLISHED)
    funding = schema.source.alias("funding")
    statement = (
        select(
            schema.round,
            *citation.TITLES,
            schema.source.c.code.label("source"),
            funding.c.code.label("funding_source"),
            funding.c.title_lv.label("funding_source_lv"),
            funding.c.title_en.label("funding_source_en"),
        )
        .select_from(schema.round)
        .join(schema.source, schema.round.c.source_id == schema.source.c.id, isouter=True)
        .join(funding, schema.round.c.funding_source_id == funding.c.id, isouter=True)
        .where(of_round(filters))
        .order_by(schema.round.c.ordinal)
    )
    return ask(connection, statement, ROUNDS)


def default_round(connection: Connection, reader: Reader) -> str | None:
    """The latest round with participants reported or recorded, else the latest; None of none."""
    require(reader, Right.READ_PUBLISHED)
    round_ = schema.round
    reported = exists().where(
        schema.reported_figure.c.round_id == round_.c.id,
        schema.reported_figure.c.figure == Figure.PARTICIPANTS,
        schema.reported_figure.c.kind == FigureKind.REPORTED,
    )
    recorded = exists().where(
        schema.activity.c.round_id == round_.c.id,
        schema.attendance.c.activity_id == schema.activity.c.id,
    )
    latest = select(round_.c.code).order_by((reported | recorded).desc(), round_.c.ordinal.desc())
    return connection.scalars(latest.limit(1)).first()


def statements(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """What documents say of the round in words, in their order. Columns: STATEMENTS."""
    require(reader, Right.READ_PUBLISHED)
    statement = (
        select(
            schema.round.c.code.label("round"),
            schema.round_statement,
            *citation.TITLES,
        )
        .join_from(schema.round_statement, schema.round)
        .join(schema.source, schema.round_statement.c.source_id == schema.source.c.id, isouter=True)
        .where(of_round(filters))
        .order_by(
            schema.round.c.ordinal, schema.round_statement.c.kind, schema.round_statement.c.position
        )
    )
    return ask(connection, statement, STATEMENTS)


def places(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """The municipalities that the round's own documents list, and why. Columns: PLACES."""
    require(reader, Right.READ_PUBLISHED)
    statement = (
        select(
            schema.round.c.code.label("round"),
            schema.reported_place.c.role,
            schema.division.c.code.label("division"),
            schema.municipality.c.iso,
            schema.municipality.c.name,
            *citation.TITLES,
            schema.reported_place.c.locator,
        )
        .join_from(schema.reported_place, schema.round)
        .join(schema.municipality)
        .join(schema.division)
        .join(schema.source, schema.reported_place.c.source_id == schema.source.c.id, isouter=True)
        .where(of_round(filters))
        .order_by(schema.round.c.ordinal, schema.reported_place.c.role, schema.municipality.c.iso)
    )
    return ask(connection, statement, PLACES)
