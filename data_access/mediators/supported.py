"""Support outside mediation, row by row."""

import pandas as pd
from sqlalchemy import Connection, func, select

from data_access import reached, schema
from data_access.access import Reader, Right, require
from data_access.filters import Filters, of_round, within
from data_access.frames import DAY, FLAG, WHOLE, WORD, ask
from data_access.rules import Origin

SUPPORTED = {
    "id": WHOLE,
    "round": WORD,
    "family": WHOLE,
    "code": WORD,
    "size": WHOLE,
    "children": WHOLE,
    "family_revision": WHOLE,
    "area": WORD,
    "given_on": DAY,
    "institution": WORD,
    "institution_lv": WORD,
    "institution_en": WORD,
    "origin": WORD,
    "revision": WHOLE,
    "is_made_up": FLAG,
}


def supported(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """One row a family and what it was given, by day, undated last. Columns: SUPPORTED.

    Such support lies in no municipality: whoever is limited to some is shown none. ``family`` is
    the number of the family's row, ``code`` the one it goes by. A chosen period leaves out what
    has no day.
    """
    require(reader, Right.READ_RECORDS)
    support, family, institution = schema.family_support, schema.family, schema.institution
    statement = (
        select(
            support,
            schema.round.c.code.label("round"),
            support.c.family_id.label("family"),
            family.c.code,
            family.c.size,
            family.c.children,
            family.c.revision.label("family_revision"),
            institution.c.code.label("institution"),
            institution.c.name_lv.label("institution_lv"),
            institution.c.name_en.label("institution_en"),
            (support.c.origin == Origin.SAMPLE).label("is_made_up"),
        )
        .join_from(support, schema.round)
        .join(family, support.c.family_id == family.c.id)
        .join(institution, support.c.institution_id == institution.c.id, isouter=True)
        .where(of_round(filters), reached.support(reader), within(filters, support.c.given_on))
        .order_by(support.c.given_on.is_(None), support.c.given_on, support.c.id)
    )
    return ask(connection, statement, SUPPORTED)


def without_day(connection: Connection, reader: Reader, filters: Filters) -> int:
    """How often support of the round has no stated day, whatever the period."""
    require(reader, Right.READ_RECORDS)
    support = schema.family_support
    statement = (
        select(func.count())
        .select_from(support.join(schema.round))
        .where(of_round(filters), reached.support(reader), support.c.given_on.is_(None))
    )
    return connection.execute(statement).scalar_one()
