"""Rows decided later, of people whom other rows of the same file brought: what those lack."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, select

from data_access import schema
from data_access.attendance.arrivals import Arrival
from data_access.attendance.bulk import update_rows
from data_access.attendance.columns import CATEGORY, NOT_STATED
from data_access.attendance.entry import RANK, CategoryFrom
from data_access.attendance.examining import Examination
from data_access.attendance.marks import IS_DERIVED, ROW, marked, strip

TRAITS = {CATEGORY: "capacity", "gender": "gender", "age_band": "age_band"}


def fill_in(connection: Connection, found: Examination, upload: int) -> None:
    """Attendances of this upload state what a further row of the same person states.

    As though the rows had been read together: who attended by any of them attended, and of other
    words the first that is stated stays; a category that is stated goes before one that follows
    from an institution. What somebody corrected by hand stays in any case.
    """
    table = schema.attendance
    there = _there(found, upload)
    derived = _derived(connection, upload, there)
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
        if row["id"] in derived and entry.category_from is CategoryFrom.FILE:
            values[TRAITS[CATEGORY]] = entry.category
            strip(connection, IS_DERIVED, derived[row["id"]])
        institution = found.register.institution_ids.get(entry.institution or "")
        values["institution_id"] = row["institution_id"] or institution
        place = found.register.place_columns(entry.place)
        is_stated = row["place_kind"] != NOT_STATED
        values |= {name: row[name] if is_stated else value for name, value in place.items()}
        changed.append(values)
    update_rows(connection, table, changed)


def _there(found: Examination, upload: int) -> dict[int, Arrival]:
    """Those who are there by this upload, and whom nobody corrected."""
    return {
        arrival.there.attendance: arrival
        for arrival in found.arrivals
        if arrival.there and arrival.there.upload == upload and arrival.there.revision == 1
    }


def _derived(
    connection: Connection, upload: int, attendances: Collection[int]
) -> dict[int, list[dict[str, Any]]]:
    """The attendances whose category nothing states itself, each with its rows."""
    rows: defaultdict[int, list[dict[str, Any]]] = defaultdict(list)
    of_upload = (ROW.c.upload_id == upload) & ROW.c.attendance_id.in_(attendances)
    for row in marked(connection, IS_DERIVED, of_upload):
        rows[row["attendance_id"]].append(row)
    return rows
