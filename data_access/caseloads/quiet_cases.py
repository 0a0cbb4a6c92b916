"""Which open cases have long been without a contact, for those who may read records."""

import pandas as pd
from sqlalchemy import Connection, select

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.caseloads.selection import last_day
from data_access.caseloads.silences import is_quiet, silences
from data_access.filters import Filters
from data_access.frames import DAY, FLAG, WHOLE, WORD, frame

QUIET_CASES = {
    "post": WHOLE,
    "family": WORD,
    "opened_on": DAY,
    "last_contact": DAY,
    "days": WHOLE,
    "undated_contacts": WHOLE,
    "is_made_up": FLAG,
}


def quiet_cases(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """The cases that ``quiet`` counts, one row each, the longest silence first.

    ``family`` is its number; ``last_contact`` the latest dated one, missing where there is none;
    ``days`` the silence; ``undated_contacts`` those that may have been later. Who reads this may
    read records. Columns: QUIET_CASES.
    """
    require(reader, Right.READ_RECORDS)
    day = last_day(connection, reader, filters)
    cases, family = silences(filters, day), schema.family
    statement = (
        select(cases, family.c.code.label("family"))
        .join_from(cases, family, cases.c.family_id == family.c.id)
        .where(is_quiet(cases, day))
        .order_by(cases.c.since, family.c.code, cases.c.post)
    )
    rows = [
        {**row, "days": (day - row["since"]).days, "is_made_up": bool(row["made_up"])}
        for row in connection.execute(statement).mappings()
    ]
    return frame(rows, QUIET_CASES)
