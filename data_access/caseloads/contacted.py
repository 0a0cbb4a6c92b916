"""Contacts by the institution they were with, and what came of them there."""

from typing import Any

import pandas as pd
from sqlalchemy import Connection, Select, func, select

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.caseloads.selection import contacts_of, one_if
from data_access.filters import Filters
from data_access.frames import FLAG, WHOLE, WORD, frame
from data_access.rules import ContactForm, ContactResult, latvian_key

CONTACTED = {
    "institution": WORD,
    "name_lv": WORD,
    "name_en": WORD,
    "contacts": WHOLE,
    "individual": WHOLE,
    "group": WHOLE,
    "taken_up": WHOLE,
    "turned_down": WHOLE,
    "other": WHOLE,
    "not_stated": WHOLE,
    "is_made_up": FLAG,
}
TOLD = (ContactResult.TAKEN_UP, ContactResult.TURNED_DOWN, ContactResult.NOT_STATED)
"""The results that are counted one by one; ``other`` are those that say something else."""


def contacted(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """One row an institution that contacts name, those with most contacts first.

    ``institution`` is the register's code; the last row, without a code, are the contacts that
    name no institution, be there any or not. ``taken_up`` and ``turned_down`` are results,
    ``other`` every other one that is stated; with ``not_stated`` they add up to the contacts.
    Without a contact there is no row. Columns: CONTACTED.
    """
    require(reader, Right.READ_CASELOADS)
    rows = [_row(dict(found)) for found in connection.execute(_statement(filters)).mappings()]
    if rows and all(row["institution"] for row in rows):
        rows.append(dict.fromkeys(CONTACTED, 0) | _nobody() | {"is_made_up": False})
    return frame(sorted(rows, key=_by_contacts), CONTACTED)


def _statement(filters: Filters) -> Select[*tuple[Any, ...]]:
    contacts, institution = contacts_of(filters), schema.institution
    named = (institution.c.code.label("institution"), institution.c.name_lv, institution.c.name_en)
    return (
        select(
            *named,
            func.count().label("contacts"),
            *(func.sum(one_if(contacts.c.form == form)).label(form.value) for form in ContactForm),
            *(func.sum(one_if(contacts.c.result == told)).label(told.value) for told in TOLD),
            func.max(contacts.c.made_up).label("sample"),
        )
        .join_from(contacts, institution, isouter=True)
        .group_by(institution.c.code, institution.c.name_lv, institution.c.name_en)
    )


def _row(found: dict[str, Any]) -> dict[str, Any]:
    other = found["contacts"] - sum(found[told.value] for told in TOLD)
    return found | {"other": other, "is_made_up": bool(found["sample"])}


def _nobody() -> dict[str, None]:
    return dict.fromkeys(("institution", "name_lv", "name_en"))


def _by_contacts(row: dict[str, Any]) -> tuple[object, ...]:
    return row["institution"] is None, -row["contacts"], latvian_key(row["name_lv"] or "")
