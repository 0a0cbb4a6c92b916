"""Which posts, cases and contacts a selection holds, as the recorded figures count them."""

import datetime as dt
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    Connection,
    Label,
    Select,
    Table,
    and_,
    case,
    func,
    or_,
    select,
)

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.clock import today
from data_access.filters import Filters, of_round, of_whole_rounds, within
from data_access.rules import Origin


def last_day(connection: Connection, reader: Reader, filters: Filters) -> dt.date:
    """The day at whose end open cases are counted: the last one asked for, else the posts' last.

    A post without a last day goes on until today, and no answer looks further than that. Where a
    post of no stated days opened a case after the others' last day, it is the day of that case.
    """
    require(reader, Right.READ_CASELOADS)
    if filters.end:
        return min(filters.end, today())
    post = schema.mediator_post
    latest = (
        select(func.max(func.coalesce(post.c.ends_on, today())))
        .join_from(post, schema.round)
        .where(post_is_within(filters), post.c.starts_on.is_not(None))
    )
    known = connection.execute(latest).scalar_one() or today()
    return min(max(known, _last_opening(connection, filters) or known), today())


def _last_opening(connection: Connection, filters: Filters) -> dt.date | None:
    """The latest opening of a case at a post whose days are not stated."""
    cases, post = schema.mediation_case, schema.mediator_post
    found: dt.date | None = connection.execute(
        select(func.max(cases.c.opened_on))
        .join_from(cases, post)
        .join(schema.round)
        .where(case_is_within(filters), post.c.starts_on.is_(None))
    ).scalar_one()
    return found


def post_is_within(filters: Filters) -> ColumnElement[bool]:
    """Posts of the round that were held within the period; the statement joins ``round``."""
    post = schema.mediator_post
    return and_(
        of_round(filters),
        of_whole_rounds(filters),
        within(filters, post.c.starts_on, post.c.ends_on, open_ended=True),
    )


def case_is_within(filters: Filters) -> ColumnElement[bool]:
    """Cases of the round that were open within the period; the statement joins ``round``."""
    cases = schema.mediation_case
    return and_(
        of_round(filters),
        of_whole_rounds(filters),
        within(filters, cases.c.opened_on, cases.c.closed_on, open_ended=True),
    )


def cases_of(filters: Filters, day: dt.date) -> CTE:
    """One row a case: its post, family, that family's size, days, reasons; open as the day ends.

    A case is open as long as no closing date up to the day is recorded.
    """
    cases, post, family = schema.mediation_case, schema.mediator_post, schema.family
    is_open = cases.c.closed_on.is_(None) | (cases.c.closed_on > day)
    return (
        select(
            cases.c.id,
            cases.c.mediator_post_id.label("post"),
            cases.c.family_id,
            family.c.size,
            cases.c.opened_on,
            cases.c.closed_on,
            cases.c.closing_reason,
            cases.c.referred_by,
            one_if(is_open).label("is_open"),
            made_up(cases, family),
        )
        .join_from(cases, post)
        .join(schema.round)
        .join(family, cases.c.family_id == family.c.id)
        .where(case_is_within(filters))
        .cte("cases")
    )


def contacts_of(filters: Filters) -> CTE:
    """One row a contact: its post, day, form, persons, area, where, with whom and what came of it.

    Also the family that it names, if any.
    """
    contact, post, cases = schema.contact, schema.mediator_post, schema.mediation_case
    return (
        select(
            contact.c.id,
            contact.c.mediator_post_id.label("post"),
            cases.c.family_id,
            contact.c.held_on,
            contact.c.form,
            contact.c.persons,
            contact.c.area,
            contact.c.institution_id,
            contact.c.met_at,
            contact.c.result,
            made_up(contact),
        )
        .join_from(contact, post)
        .join(schema.round)
        .join(cases, contact.c.mediation_case_id == cases.c.id, isouter=True)
        .where(of_round(filters), of_whole_rounds(filters))
        .where(within(filters, contact.c.held_on))
        .cte("contacts")
    )


def support_of(filters: Filters) -> Select[*tuple[Any, ...]]:
    """Families supported outside mediation."""
    support = schema.family_support
    return (
        select(support.c.family_id, made_up(support))
        .join_from(support, schema.round)
        .where(of_round(filters), of_whole_rounds(filters), within(filters, support.c.given_on))
    )


def made_up(*tables: Table) -> Label[int]:
    """1 where one of the rows belongs to the made-up sample, else 0."""
    return one_if(or_(*(table.c.origin == Origin.SAMPLE for table in tables))).label("made_up")


def one_if(condition: ColumnElement[bool]) -> ColumnElement[int]:
    """1 or 0, so that a sum counts on either database."""
    return case((condition, 1), else_=0)
