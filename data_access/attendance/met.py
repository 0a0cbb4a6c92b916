"""Where persons were met before, by their numbers: what tells namesakes apart without a name."""

from collections.abc import Collection

import pandas as pd
from sqlalchemy import Connection, func, select

from data_access import reached, schema
from data_access.access import Reader, Right, require
from data_access.frames import DAY, WHOLE, WORD, ask

MET = {
    "person": WHOLE,
    "activity": WORD,
    "title_lv": WORD,
    "title_en": WORD,
    "starts_on": DAY,
    "ends_on": DAY,
    "date_precision": WORD,
    "institution_lv": WORD,
    "institution_en": WORD,
}


def where_met(connection: Connection, reader: Reader, persons: Collection[int]) -> pd.DataFrame:
    """The activities at which the persons were, the latest first. Columns: MET.

    Attendances that the right to read records does not reach are not among them.
    """
    require(reader, Right.READ_RECORDS)
    activity, person, institution = schema.activity, schema.person, schema.institution
    who = func.coalesce(person.c.merged_into_id, person.c.id)
    statement = (
        select(
            who.label("person"),
            activity.c.code.label("activity"),
            *(activity.c[name] for name in list(MET)[2:7]),
            institution.c.name_lv.label("institution_lv"),
            institution.c.name_en.label("institution_en"),
        )
        .join_from(schema.attendance, person)
        .join(activity, schema.attendance.c.activity_id == activity.c.id)
        .join(institution, schema.attendance.c.institution_id == institution.c.id, isouter=True)
        .where(who.in_(persons), reached.attendances(reader))
        .order_by(who, activity.c.starts_on.desc(), activity.c.code)
    )
    return ask(connection, statement, MET)
