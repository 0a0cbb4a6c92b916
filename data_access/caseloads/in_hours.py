"""What mediators did in the months of which they reported hours, by town."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from sqlalchemy import CTE, ColumnElement, Connection, and_, distinct, extract, func, select

from data_access import schema
from data_access.caseloads.selection import made_up
from data_access.caseloads.worked import Town

Counts = Mapping[Town, tuple[int, int]]
"""By town: how many, and whether some of them are made up."""


def contacts_in(connection: Connection, reports: CTE) -> Counts:
    """The dated contacts of the months; a town without any is not there."""
    contact = schema.contact
    of_month = _is_in(reports, contact.c.mediator_post_id, contact.c.held_on)
    statement = select(func.count(), func.max(made_up(contact).element))
    return _by_town(connection, statement.join_from(reports, contact, of_month), reports)


def families_in(connection: Connection, reports: CTE) -> Counts:
    """Families of which a case was opened in the months, each once in a town."""
    cases = schema.mediation_case
    of_month = _is_in(reports, cases.c.mediator_post_id, cases.c.opened_on)
    number = func.count(distinct(cases.c.family_id))
    statement = select(number, func.max(made_up(cases).element))
    return _by_town(connection, statement.join_from(reports, cases, of_month), reports)


def _is_in(
    reports: CTE, post: ColumnElement[int], day: ColumnElement[dt.date | None]
) -> ColumnElement[bool]:
    """Whether the day lies in the month of a report that states hours of the post."""
    same = [extract(part, day) == extract(part, reports.c.month) for part in ("year", "month")]
    return and_(reports.c.post == post, reports.c.hours > 0, *same)


def _by_town(connection: Connection, statement: Any, reports: CTE) -> Counts:
    town = (reports.c.place, reports.c.name_lv)
    found = connection.execute(statement.add_columns(*town).group_by(*town))
    return {(place, name): (number, sample) for number, sample, place, name in found}
