"""The entries of the register, each in its latest wording, and whom they address."""

from typing import Any

import pandas as pd
from sqlalchemy import Connection, Select, func, select

from data_access import citation, schema
from data_access.access import Reader, Right, require
from data_access.filters import Filters
from data_access.frames import DAY, WORD, ask
from data_access.recommendations.chosen import chosen, standing_there
from data_access.recommendations.wanted import Wanted, worded
from data_access.territory import STANDS, standing

LISTED = {
    "reference": WORD,
    "round": WORD,
    "activity": WORD,
    "activity_lv": WORD,
    "activity_en": WORD,
    "kind": WORD,
    "area": WORD,
    "text_lv": WORD,
    "text_en": WORD,
    "place_kind": WORD,
    "place_lv": WORD,
    "place_en": WORD,
    "made_on": DAY,
    "deadline_starts_on": DAY,
    "deadline_ends_on": DAY,
    "deadline_date_precision": WORD,
    "origin": WORD,
    "source": WORD,
    "source_lv": WORD,
    "source_en": WORD,
    "locator": WORD,
} | STANDS
IN_ORDER = (schema.round.c.ordinal, schema.recommendation.c.reference)
ADDRESSEES = {
    "reference": WORD,
    "role": WORD,
    "institution": WORD,
    "name_lv": WORD,
    "name_en": WORD,
    "abbreviation": WORD,
}


def listed(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """One row an entry of the register, by round and reference. Columns: LISTED.

    A deadline that the source does not state has precision ``not_stated`` and no dates; a horizon
    (precision ``horizon``) is no deadline. The period does not narrow the register. STANDS say
    where the place stands in the look, on the day the entry was made, else the first of its round.
    """
    require(reader, Right.READ_PUBLISHED)
    return ask(connection, entries(filters).order_by(*IN_ORDER), LISTED)


def addressees(
    connection: Connection,
    reader: Reader,
    filters: Filters,
    references: tuple[str, ...] | None = None,
) -> pd.DataFrame:
    """Who leads on an entry and who supports; an entry without a row has no stated addressee.

    Those of the entries named by ``references``, whatever is chosen; else of the chosen ones.
    Columns: ADDRESSEES.
    """
    require(reader, Right.READ_PUBLISHED)
    to = schema.recommendation_addressee
    statement = _those(
        select(
            schema.recommendation.c.reference,
            to.c.role,
            schema.institution.c.code.label("institution"),
            schema.institution.c.name_lv,
            schema.institution.c.name_en,
            schema.institution.c.abbreviation,
        )
        .join_from(to, schema.recommendation)
        .join(schema.institution, to.c.institution_id == schema.institution.c.id),
        filters,
        references,
    ).order_by(schema.recommendation.c.reference, to.c.role, schema.institution.c.code)
    return ask(connection, statement, ADDRESSEES)


def _those(
    statement: Select[*tuple[Any, ...]], filters: Filters, references: tuple[str, ...] | None
) -> Select[*tuple[Any, ...]]:
    if references is None:
        return chosen(statement, filters)
    return statement.where(schema.recommendation.c.reference.in_(references))


def entries(filters: Filters, wanted: Wanted | None = None) -> Select[*tuple[Any, ...]]:
    """The statement behind the register, in no order; with ``wanted``, with where entries stand."""
    entry, version = schema.recommendation, schema.recommendation_version
    day = func.coalesce(entry.c.made_on, schema.round.c.actual_starts_on)
    at = standing(entry, filters.look, day, entry.c.round_id)
    texts = select(entry, version.c.text_lv, version.c.text_en).join_from(
        entry, version, worded(wanted or Wanted())
    )
    those = chosen(texts, filters) if wanted is None else standing_there(texts, filters, wanted)
    statement = (
        those.add_columns(
            schema.round.c.code.label("round"),
            schema.activity.c.code.label("activity"),
            schema.activity.c.title_lv.label("activity_lv"),
            schema.activity.c.title_en.label("activity_en"),
            schema.source.c.code.label("source"),
            *citation.TITLES,
            *at.told,
            # What the source calls the place: for one entry that may be more than a municipality.
            *(
                func.coalesce(entry.c[f"place_name_{language}"], schema.municipality.c.name).label(
                    f"place_{language}"
                )
                for language in ("lv", "en")
            ),
        )
        .join(
            schema.municipality, entry.c.municipality_id == schema.municipality.c.id, isouter=True
        )
        .join(schema.source, entry.c.source_id == schema.source.c.id, isouter=True)
    )
    found: Select[*tuple[Any, ...]] = at.joined(statement)
    return found
