"""A post's months: the contacts of each, or that a month has left no record."""

import datetime as dt
from typing import Any

import pandas as pd
from sqlalchemy import Connection, extract, func, select

from data_access.access import Reader, Right, require
from data_access.caseloads.posts import posts
from data_access.caseloads.selection import contacts_of, one_if
from data_access.caseloads.service import months_of
from data_access.filters import Filters
from data_access.frames import DAY, FLAG, WHOLE, frame
from data_access.rules import ContactForm

MONTHS = {
    "post": WHOLE,
    "month": DAY,
    "contacts": WHOLE,
    "individual": WHOLE,
    "group": WHOLE,
    "families": WHOLE,
    "without_family": WHOLE,
    "persons": WHOLE,
    "without_persons": WHOLE,
    "is_made_up": FLAG,
}
NUMBERS = tuple(name for name, kind in MONTHS.items() if kind == WHOLE and name != "post")


def months(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """One row a post and month (its first day), in the order of the posts. Columns: MONTHS.

    There is a row for every month in which the post was held within the selection, and for every
    other one with a dated contact. A month without a contact has left no record: its numbers are
    missing, not zero. ``families`` are the distinct ones that the month's contacts name, missing
    where none names any; ``persons`` are counted again at every contact, missing where no contact
    states them.
    """
    require(reader, Right.READ_CASELOADS)
    recorded = _recorded(connection, filters)
    rows: list[dict[str, object]] = []
    for post in posts(connection, reader, filters).to_dict("records"):
        found = recorded.get(int(post["post"]), {})
        for month in sorted({*_held(post), *found}):
            row = {"post": post["post"], "month": month, "is_made_up": post["is_made_up"]}
            rows.append(row | found.get(month, {}))
    return frame(rows, MONTHS)


def _held(post: dict[Any, Any]) -> list[dt.date]:
    if pd.isna(post["held_from"]):
        return []
    return months_of((post["held_from"].date(), post["held_to"].date()))


def _recorded(
    connection: Connection, filters: Filters
) -> dict[int, dict[dt.date, dict[str, object]]]:
    contacts = contacts_of(filters)
    year, month = (extract(part, contacts.c.held_on) for part in ("year", "month"))
    statement = (
        select(
            contacts.c.post,
            year.label("year"),
            month.label("month"),
            func.count().label("contacts"),
            func.sum(one_if(contacts.c.form == ContactForm.INDIVIDUAL)).label("individual"),
            func.sum(one_if(contacts.c.form == ContactForm.GROUP)).label("group"),
            func.nullif(func.count(contacts.c.family_id.distinct()), 0).label("families"),
            func.sum(one_if(contacts.c.family_id.is_(None))).label("without_family"),
            func.sum(contacts.c.persons).label("persons"),
            func.sum(one_if(contacts.c.persons.is_(None))).label("without_persons"),
        )
        .where(contacts.c.held_on.is_not(None))
        .group_by(contacts.c.post, year, month)
    )
    found: dict[int, dict[dt.date, dict[str, object]]] = {}
    for row in connection.execute(statement).mappings():
        first = dt.date(int(row["year"]), int(row["month"]), 1)
        found.setdefault(row["post"], {})[first] = {name: row[name] for name in NUMBERS}
    return found
