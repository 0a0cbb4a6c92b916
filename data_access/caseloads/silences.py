"""Since when a case has been without a contact, and from when on that is long."""

import datetime as dt

from sqlalchemy import ColumnElement, Subquery, and_, case, func, select

from data_access import schema
from data_access.caseloads.selection import cases_of, made_up, one_if
from data_access.caseloads.until import up_to
from data_access.filters import Filters

LONG_DAYS = 60
"""A case is long without contact once its silence has lasted for more days than this."""


def silences(filters: Filters, day: dt.date) -> Subquery:
    """Each case: since when it has been silent, None where its opening is not stated."""
    cases, contacts = cases_of(filters, day), _contacts(filters, day)
    latest, opened_on = contacts.c.last_contact, cases.c.opened_on
    # A contact from before the opening says nothing of this case's silence.
    since = case((opened_on.is_(None), None), (latest > opened_on, latest), else_=opened_on)
    sample = cases.c.made_up + func.coalesce(contacts.c.made_up, 0)
    return (
        select(
            cases.c.post,
            cases.c.family_id,
            opened_on,
            latest,
            since.label("since"),
            cases.c.is_open,
            func.coalesce(contacts.c.contacts, 0).label("contacts"),
            func.coalesce(contacts.c.undated_contacts, 0).label("undated_contacts"),
            sample.label("made_up"),
        )
        .join_from(cases, contacts, contacts.c.case_id == cases.c.id, isouter=True)
        .where(opened_on.is_(None) | (opened_on <= day))
        .subquery("silences")
    )


def _contacts(filters: Filters, day: dt.date) -> Subquery:
    contact = schema.contact
    return (
        select(
            contact.c.mediation_case_id.label("case_id"),
            func.max(contact.c.held_on).label("last_contact"),
            func.count().label("contacts"),
            func.sum(one_if(contact.c.held_on.is_(None))).label("undated_contacts"),
            func.max(made_up(contact).element).label("made_up"),
        )
        .where(contact.c.mediation_case_id.is_not(None), up_to(filters, day, contact.c.held_on))
        .group_by(contact.c.mediation_case_id)
        .subquery("contacts_by_case")
    )


def is_quiet(cases: Subquery, day: dt.date) -> ColumnElement[bool]:
    """Open cases of a stated opening that have been silent for long."""
    bound = day - dt.timedelta(days=LONG_DAYS)
    return and_(cases.c.is_open == 1, cases.c.since.is_not(None), cases.c.since < bound)
