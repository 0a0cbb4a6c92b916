"""What came of contacts, and in what kind of place they were: individual and group apart."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

import pandas as pd
from sqlalchemy import CTE, Connection, func, select

from data_access.access import Reader, Right, require
from data_access.caseloads.selection import contacts_of, one_if
from data_access.filters import Filters
from data_access.frames import FLAG, WHOLE, WORD, frame
from data_access.rules import ContactForm, ContactPlace, ContactResult

RESULTS = {
    "by": WORD,
    "code": WORD,
    "contacts": WHOLE,
    "individual": WHOLE,
    "group": WHOLE,
    "persons": WHOLE,
    "without_persons": WHOLE,
    "is_made_up": FLAG,
}
BY: Mapping[str, type[StrEnum]] = {"result": ContactResult, "met_at": ContactPlace}
"""What contacts are counted by, with the codes of each."""

COUNTED = ("contacts", "individual", "group", "without_persons")


def results(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """One row a result, then one a kind of place, in the vocabularies' order, zeros included.

    ``by`` is ``result`` or ``met_at``: each counts all contacts once. ``persons`` are counted
    again at every contact, missing where no contact states them; ``without_persons`` are the
    contacts that do not. Without a contact there is no row. Columns: RESULTS.
    """
    require(reader, Right.READ_CASELOADS)
    contacts = contacts_of(filters)
    rows: list[dict[str, Any]] = []
    for by, codes in BY.items():
        found = _found(connection, contacts, by)
        zeros = dict.fromkeys(COUNTED, 0) | {"is_made_up": False}
        if found:
            rows += [{"by": by, "code": c.value} | zeros | found.get(c.value, {}) for c in codes]
    return frame(rows, RESULTS)


def _found(connection: Connection, contacts: CTE, by: str) -> dict[str, dict[str, Any]]:
    """The numbers of each code that contacts have."""
    statement = select(
        contacts.c[by].label("code"),
        func.count().label("contacts"),
        *(func.sum(one_if(contacts.c.form == form)).label(form.value) for form in ContactForm),
        func.sum(contacts.c.persons).label("persons"),
        func.sum(one_if(contacts.c.persons.is_(None))).label("without_persons"),
        func.max(contacts.c.made_up).label("sample"),
    ).group_by(contacts.c[by])
    return {
        row["code"]: {**row, "is_made_up": bool(row["sample"])}
        for row in connection.execute(statement).mappings()
    }
