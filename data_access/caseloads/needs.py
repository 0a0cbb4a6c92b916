"""Areas of need: how many cases name an area, and how many contacts were about it."""

import pandas as pd
from sqlalchemy import CTE, ColumnElement, Connection, func, select

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.caseloads.selection import (
    cases_of,
    contacts_of,
    last_day,
    made_up,
)
from data_access.filters import Filters
from data_access.frames import FLAG, WHOLE, WORD, frame
from data_access.rules import Area

NEEDS = {"area": WORD, "cases": WHOLE, "contacts": WHOLE, "is_made_up": FLAG}

Numbers = dict[str, tuple[int, int]]
"""By area: how many, and whether some of them are made up."""


def needs(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """One row an area, in the vocabulary's order, not stated last. Columns: NEEDS.

    A case may name several areas and counts in each, so that the areas' sum may exceed the cases;
    ``not_stated`` are the cases that name none. A contact has one area. Where the selection has no
    case, or no contact, their numbers are missing; without either there is no row.
    """
    require(reader, Right.READ_CASELOADS)
    cases = _by_case(connection, cases_of(filters, last_day(connection, reader, filters)))
    contacts = _by_contact(connection, contacts_of(filters))
    if not (cases or contacts):
        return frame([], NEEDS)
    return frame([_row(area.value, cases, contacts) for area in Area], NEEDS)


def _row(area: str, cases: Numbers, contacts: Numbers) -> dict[str, object]:
    of_cases, of_contacts = cases.get(area, (0, 0)), contacts.get(area, (0, 0))
    return {
        "area": area,
        "cases": of_cases[0] if cases else None,
        "contacts": of_contacts[0] if contacts else None,
        "is_made_up": bool(of_cases[1] or of_contacts[1]),
    }


def _by_case(connection: Connection, cases: CTE) -> Numbers:
    need = schema.case_need
    by_area = (
        select(
            need.c.area,
            func.count(cases.c.id.distinct()),
            func.max(cases.c.made_up + made_up(need).element),
        )
        .join_from(cases, need, need.c.mediation_case_id == cases.c.id)
        .where(need.c.area != Area.NOT_STATED)
        .group_by(need.c.area)
    )
    silent = select(func.count(), func.max(cases.c.made_up)).where(names_no_area(cases))
    numbers: Numbers = {area: (n, sample) for area, n, sample in connection.execute(by_area)}
    count, sample = connection.execute(silent).one()
    return numbers | ({Area.NOT_STATED.value: (count, sample)} if count else {})


def _by_contact(connection: Connection, contacts: CTE) -> Numbers:
    statement = select(contacts.c.area, func.count(), func.max(contacts.c.made_up)).group_by(
        contacts.c.area
    )
    return {area: (n, sample) for area, n, sample in connection.execute(statement)}


def names_no_area(cases: CTE) -> ColumnElement[bool]:
    """Cases that name no area of need."""
    need = schema.case_need
    stated = (need.c.mediation_case_id == cases.c.id, need.c.area != Area.NOT_STATED)
    return ~select(need.c.id).where(*stated).exists()
