"""A family's stays in care: cases that overlap or touch are one stay, whoever the mediator."""

import datetime as dt

from sqlalchemy import CTE, Date, func, literal, or_, select

from data_access.caseloads.selection import one_if

NEVER = literal(dt.date.max, Date)
"""In place of the closing date of an open case, where days are compared."""


def stays_of(cases: CTE) -> CTE:
    """One row a stay of a family in a slice: slice, family_id, opened_on, closed_on if it ended.

    ``cases`` as ``slices.sliced`` has them. A case that opens on the day another one closes
    continues the stay. A case without an opening date is in none.
    """
    numbered = _numbered(cases)
    return (
        select(
            numbered.c.slice,
            numbered.c.family_id,
            func.min(numbered.c.opened_on).label("opened_on"),
            func.nullif(func.max(numbered.c.closed_on), NEVER).label("closed_on"),
        )
        .group_by(numbered.c.slice, numbered.c.family_id, numbered.c.stay)
        .cte("stays")
    )


def _numbered(cases: CTE) -> CTE:
    """The dated cases, each with the number of its stay among those of its family in the slice."""
    spans = _spans(cases)
    stay = func.sum(spans.c.begins).over(
        partition_by=(spans.c.slice, spans.c.family_id), order_by=(spans.c.opened_on, spans.c.id)
    )
    return select(spans, stay.label("stay")).cte("numbered")


def _spans(cases: CTE) -> CTE:
    """The dated cases; ``begins`` is 1 where all earlier ones of the family had closed before."""
    closed_on = func.coalesce(cases.c.closed_on, NEVER)
    reached = func.max(closed_on).over(
        partition_by=(cases.c.slice, cases.c.family_id),
        order_by=(cases.c.opened_on, cases.c.id),
        rows=(None, -1),
    )
    begins = one_if(or_(reached.is_(None), cases.c.opened_on > reached))
    columns = (cases.c.id, cases.c.slice, cases.c.family_id, cases.c.opened_on)
    return (
        select(*columns, closed_on.label("closed_on"), begins.label("begins"))
        .where(cases.c.opened_on.is_not(None))
        .cte("spans")
    )
