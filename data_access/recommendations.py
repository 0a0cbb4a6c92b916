"""The register of recommendations, each in its latest wording."""

import pandas as pd
from sqlalchemy import Connection, func, select

from data_access import citation, schema
from data_access.access import Reader, Right, require
from data_access.filters import Filters, of_activity, of_round
from data_access.frames import DAY, WORD, ask

REGISTER = {
    "reference": WORD,
    "round": WORD,
    "activity": WORD,
    "kind": WORD,
    "area": WORD,
    "text_lv": WORD,
    "text_en": WORD,
    "deadline_starts_on": DAY,
    "deadline_ends_on": DAY,
    "deadline_date_precision": WORD,
    "origin": WORD,
    "source_lv": WORD,
    "source_en": WORD,
    "locator": WORD,
}
ADDRESSEES = {
    "reference": WORD,
    "role": WORD,
    "name_lv": WORD,
    "name_en": WORD,
    "abbreviation": WORD,
}


def listed(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """One row an entry of the register, by reference. Columns: REGISTER.

    A deadline that the source does not state has precision ``not_stated`` and no dates; a horizon
    (precision ``horizon``) is no deadline. The period does not narrow the register.
    """
    require(reader, Right.READ_FIGURES)
    entry, version = schema.recommendation, schema.recommendation_version
    latest = (
        select(func.max(version.c.number))
        .where(version.c.recommendation_id == entry.c.id)
        .correlate(entry)
        .scalar_subquery()
    )
    statement = (
        select(
            entry,
            schema.round.c.code.label("round"),
            schema.activity.c.code.label("activity"),
            version.c.text_lv,
            version.c.text_en,
            *citation.TITLES,
        )
        .join_from(entry, schema.round)
        .join(version, (version.c.recommendation_id == entry.c.id) & (version.c.number == latest))
        .join(schema.activity, entry.c.activity_id == schema.activity.c.id, isouter=True)
        .join(schema.source, entry.c.source_id == schema.source.c.id, isouter=True)
        .where(of_round(filters), of_activity(filters))
        .order_by(schema.round.c.ordinal, entry.c.reference)
    )
    return ask(connection, statement, REGISTER)


def addressees(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """Who leads on an entry and who supports; an entry without a row has no stated addressee.

    Columns: ADDRESSEES.
    """
    require(reader, Right.READ_FIGURES)
    to = schema.recommendation_addressee
    statement = (
        select(schema.recommendation.c.reference, to.c.role, schema.institution)
        .join_from(to, schema.recommendation)
        .join(schema.institution, to.c.institution_id == schema.institution.c.id)
        .join(schema.round, schema.recommendation.c.round_id == schema.round.c.id)
        .join(
            schema.activity,
            schema.recommendation.c.activity_id == schema.activity.c.id,
            isouter=True,
        )
        .where(of_round(filters), of_activity(filters))
        .order_by(schema.recommendation.c.reference, to.c.role, schema.institution.c.code)
    )
    return ask(connection, statement, ADDRESSEES)
