"""Needs that an institution took up, and those that none did."""

import datetime as dt
from typing import Any

import pandas as pd
from sqlalchemy import CTE, ColumnElement, Connection, Select, Subquery, and_, func, select

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.caseloads.needs import names_no_area
from data_access.caseloads.selection import (
    cases_of,
    last_day,
    made_up,
    one_if,
)
from data_access.caseloads.until import up_to
from data_access.filters import Filters
from data_access.frames import FLAG, WHOLE, WORD, frame
from data_access.rules import Area, ContactResult

UNMET = {
    "area": WORD,
    "needs": WHOLE,
    "taken_up": WHOLE,
    "contacted": WHOLE,
    "not_contacted": WHOLE,
    "unnamed": WHOLE,
    "is_made_up": FLAG,
}
STATES = ("taken_up", "contacted", "not_contacted")
"""Where a need stands; each need is in one of them."""


def unmet(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """One row an area, in the vocabulary's order, zeros included. Columns: UNMET.

    A need is a case and an area that it names. It is ``taken_up`` where a contact of the case in
    that area names an institution and has this result; ``contacted`` where one names an
    institution, but none took it up; else ``not_contacted``. Contacts count up to the day of
    ``last_day``, be they before the period, undated ones unless a last day was asked for.
    ``unnamed`` are needs of which a contact says that they were taken up, but not by whom: they
    are not taken up here. In the row ``not_stated`` the needs are the cases that name no area:
    where those stand cannot be told and is missing. Without a case there is no row.
    """
    require(reader, Right.READ_CASELOADS)
    day = last_day(connection, reader, filters)
    cases = cases_of(filters, day)
    found = {
        row["area"]: {**row, "is_made_up": row["sample"] > 0}
        for row in connection.execute(_by_area(cases, _contacts(filters, day))).mappings()
    }
    silent = select(func.count(), func.max(cases.c.made_up)).where(names_no_area(cases))
    number, sample = connection.execute(silent).one()
    if not (found or number):
        return frame([], UNMET)
    zeros = dict.fromkeys(("needs", *STATES, "unnamed"), 0) | {"is_made_up": False}
    stated = [
        {"area": area.value} | zeros | found.get(area.value, {})
        for area in Area
        if area is not Area.NOT_STATED
    ]
    unknown = {"area": Area.NOT_STATED.value, "needs": number, "is_made_up": bool(sample)}
    return frame([*stated, unknown], UNMET)


def _contacts(filters: Filters, day: dt.date) -> Subquery:
    """Of each case and area: whether an institution was contacted, and whether one took it up."""
    contact = schema.contact
    is_named = contact.c.institution_id.is_not(None)
    is_taken_up = contact.c.result == ContactResult.TAKEN_UP
    return (
        select(
            contact.c.mediation_case_id.label("case_id"),
            contact.c.area,
            func.max(one_if(is_named)).label("is_contacted"),
            func.max(one_if(and_(is_named, is_taken_up))).label("is_taken_up"),
            func.max(one_if(and_(~is_named, is_taken_up))).label("is_said"),
            func.max(made_up(contact).element).label("made_up"),
        )
        .where(contact.c.mediation_case_id.is_not(None), up_to(filters, day, contact.c.held_on))
        .group_by(contact.c.mediation_case_id, contact.c.area)
        .subquery("contacts_by_need")
    )


def _by_area(cases: CTE, contacts: Subquery) -> Select[*tuple[Any, ...]]:
    need = schema.case_need
    taken_up = func.coalesce(contacts.c.is_taken_up, 0) == 1
    contacted = func.coalesce(contacts.c.is_contacted, 0) == 1
    said = and_(~taken_up, func.coalesce(contacts.c.is_said, 0) == 1)
    sample = cases.c.made_up + made_up(need).element + func.coalesce(contacts.c.made_up, 0)

    def number(condition: ColumnElement[bool], name: str) -> Any:
        return func.sum(one_if(condition)).label(name)

    return (
        select(
            need.c.area,
            func.count().label("needs"),
            number(taken_up, "taken_up"),
            number(and_(contacted, ~taken_up), "contacted"),
            number(~contacted, "not_contacted"),
            number(said, "unnamed"),
            func.max(sample).label("sample"),
        )
        .join_from(cases, need, need.c.mediation_case_id == cases.c.id)
        .join(
            contacts,
            and_(contacts.c.case_id == cases.c.id, contacts.c.area == need.c.area),
            isouter=True,
        )
        .group_by(need.c.area)
    )
