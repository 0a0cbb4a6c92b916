"""Rows decided later, of people whom other rows of the same file brought: what those lack."""

from typing import Any

from sqlalchemy import Connection, select

from data_access import schema
from data_access.attendance.bulk import update_rows
from data_access.attendance.columns import NOT_STATED
from data_access.attendance.entry import RANK
from data_access.attendance.examining import Examination

TRAITS = {"category": "capacity", "gender": "gender", "age_band": "age_band"}


def fill_in(connection: Connection, found: Examination, upload: int) -> None:
    """Attendances of this upload state what a further row of the same person states.

    As though the rows had been read together: who attended by any of them attended, and of other
    words the first that is stated stays. What somebody corrected by hand stays in any case.
    """
    table = schema.attendance
    there = {
        arrival.there.attendance: arrival
        for arrival in found.arrivals
        if arrival.there and arrival.there.upload == upload and arrival.there.revision == 1
    }
    statement = select(table).where(table.c.id.in_(there))
    changed = []
    for row in connection.execute(statement).mappings().all():
        entry = there[row["id"]].entry
        values: dict[str, Any] = {
            "id": row["id"],
            "status": min(row["status"], entry.status, key=RANK.index),
        }
        for name, column in TRAITS.items():
            values[column] = row[column] if row[column] != NOT_STATED else getattr(entry, name)
        institution = found.register.institution_ids.get(entry.institution or "")
        values["institution_id"] = row["institution_id"] or institution
        place = found.register.place_columns(entry.place)
        is_stated = row["place_kind"] != NOT_STATED
        values |= {name: row[name] if is_stated else value for name, value in place.items()}
        changed.append(values)
    update_rows(connection, table, changed)
