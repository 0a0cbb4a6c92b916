"""Numbers of inhabitants that a source states: of the whole country, and of municipalities."""

import datetime as dt

import pandas as pd
from sqlalchemy import ColumnElement, Connection, Label, case, select, true

from data_access import citation, schema
from data_access.access import Reader, Right, require
from data_access.filters import Filters
from data_access.frames import DAY, FLAG, WHOLE, WORD, frame
from data_access.rules import Origin, Population, latvian_key

LISTED = {
    "id": WHOLE,
    "place": WORD,
    "division": WORD,
    "iso": WORD,
    "name": WORD,
    "population": WORD,
    "source": WORD,
    "source_lv": WORD,
    "source_en": WORD,
    "value": WHOLE,
    "as_of": DAY,
    "locator": WORD,
    "origin": WORD,
    "revision": WHOLE,
    "is_made_up": FLAG,
}

FIRST = dt.date.min
"""Where the whole country stands, before every division."""

_OF = (
    schema.denominator.join(schema.source)
    .outerjoin(schema.municipality)
    .outerjoin(schema.division, schema.municipality.c.division_id == schema.division.c.id)
)
_ORDER = {population.value: place for place, population in enumerate(Population)}


def listed(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """Every number of inhabitants with its source; of a chosen ``place`` its own alone.

    Columns: LISTED; ``place`` is ``<division>:<iso>``, and missing of the whole country. Those of
    the country stand first, then municipalities by division and in Latvian order; at each place by
    population, and the earlier sources first. What no source states has no row. Numbers of two
    sources stand beside each other and are never made one. ``is_made_up``: a row of the sample.
    """
    require(reader, Right.READ_PUBLISHED)
    denominator, division = schema.denominator, schema.division
    statement = (
        select(
            denominator,
            _place(),
            division.c.code.label("division"),
            division.c.valid_from,
            schema.municipality.c.iso,
            schema.municipality.c.name,
            schema.source.c.code.label("source"),
            *citation.TITLES,
            (denominator.c.origin == Origin.SAMPLE).label("is_made_up"),
        )
        .select_from(_OF)
        .where(_at(filters))
        .order_by(case(_ORDER, value=denominator.c.population), schema.source.c.id)
    )
    found = [dict(row) for row in connection.execute(statement).mappings()]
    found.sort(key=lambda row: (row["valid_from"] or FIRST, latvian_key(row["name"] or "")))
    return frame(found, LISTED)


def _at(filters: Filters) -> ColumnElement[bool]:
    return true() if filters.place is None else _place() == filters.place


def _place() -> Label[str]:
    return (schema.division.c.code + ":" + schema.municipality.c.iso).label("place")
