"""One activity's attendance, row by row; never a name."""

import pandas as pd
from sqlalchemy import Connection, func, select

from data_access import reached, schema
from data_access.access import Reader, Right, require
from data_access.filters import Filters, of_activity
from data_access.frames import WHOLE, WORD, ask

ROWS = {
    "attendance": WHOLE,
    "person": WHOLE,
    "category": WORD,
    "institution": WORD,
    "institution_lv": WORD,
    "institution_en": WORD,
    "place_kind": WORD,
    "place": WORD,
    "place_lv": WORD,
    "place_en": WORD,
    "gender": WORD,
    "age_band": WORD,
    "status": WORD,
    "origin": WORD,
    "upload": WHOLE,
    "revision": WHOLE,
}


def rows(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """Attendance rows of the chosen activity, as they were recorded. Columns: ROWS.

    A person is a number here and everywhere; rows that were registered or not stated are among
    them and count nowhere. Where the right to read records reaches some places alone, so do they
    (``reached.attendances``).
    """
    require(reader, Right.READ_RECORDS)
    attendance, person, institution = schema.attendance, schema.person, schema.institution
    place = schema.division.c.code + ":" + schema.municipality.c.iso
    statement = (
        select(
            attendance,
            attendance.c.id.label("attendance"),
            func.coalesce(person.c.merged_into_id, person.c.id).label("person"),
            attendance.c.capacity.label("category"),
            institution.c.code.label("institution"),
            institution.c.name_lv.label("institution_lv"),
            institution.c.name_en.label("institution_en"),
            place.label("place"),
            *(
                func.coalesce(
                    schema.municipality.c.name, attendance.c[f"place_name_{language}"]
                ).label(f"place_{language}")
                for language in ("lv", "en")
            ),
            attendance.c.upload_id.label("upload"),
        )
        .join_from(attendance, person)
        .join(schema.activity, attendance.c.activity_id == schema.activity.c.id)
        .join(institution, attendance.c.institution_id == institution.c.id, isouter=True)
        .join(
            schema.municipality,
            attendance.c.municipality_id == schema.municipality.c.id,
            isouter=True,
        )
        .join(schema.division, isouter=True)
        .where(of_activity(filters), reached.attendances(reader))
        .order_by(attendance.c.id)
    )
    return ask(connection, statement, ROWS)
