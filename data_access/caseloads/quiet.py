"""Open cases that have long been without a contact: how many at each post."""

import datetime as dt
from typing import Any

import pandas as pd
from sqlalchemy import Connection, Select, Subquery, and_, case, func, select

from data_access.access import Reader, Right, require
from data_access.caseloads.selection import last_day, one_if
from data_access.caseloads.silences import is_quiet, silences
from data_access.filters import Filters
from data_access.frames import FLAG, WHOLE, frame

QUIET = {
    "post": WHOLE,
    "open_cases": WHOLE,
    "quiet": WHOLE,
    "never": WHOLE,
    "maybe_later": WHOLE,
    "longest_days": WHOLE,
    "undated": WHOLE,
    "is_made_up": FLAG,
}


def quiet(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """One row a post that has cases, in the order of the posts' numbers. Columns: QUIET.

    ``open_cases`` are those of a stated opening that are open as the day of ``last_day`` ends. A
    silence lasts from the latest dated contact of the case up to that day, be it before the
    period, or from the opening where that is later or there is none. ``quiet`` are the open cases
    whose silence is longer than LONG_DAYS; of these ``never`` have no contact at all, and
    ``maybe_later`` one or several of no stated date, so that their silence may be shorter.
    ``longest_days`` is the longest silence of the open cases, quiet or not, missing without one.
    ``undated`` are open cases whose opening is not stated: they are not among the others.
    """
    require(reader, Right.READ_CASELOADS)
    day = last_day(connection, reader, filters)
    rows = connection.execute(_by_post(silences(filters, day), day)).mappings()
    return frame([_row(dict(row), day) for row in rows], QUIET)


def _by_post(cases: Subquery, day: dt.date) -> Select[*tuple[Any, ...]]:
    is_open, is_long = cases.c.is_open == 1, is_quiet(cases, day)
    counted = {
        "open_cases": and_(is_open, cases.c.since.is_not(None)),
        "quiet": is_long,
        "never": and_(is_long, cases.c.contacts == 0),
        "maybe_later": and_(is_long, cases.c.undated_contacts > 0),
        "undated": and_(is_open, cases.c.since.is_(None)),
    }
    return (
        select(
            cases.c.post,
            *(func.sum(one_if(what)).label(name) for name, what in counted.items()),
            func.min(case((is_open, cases.c.since))).label("earliest"),
            func.max(cases.c.made_up).label("sample"),
        )
        .group_by(cases.c.post)
        .order_by(cases.c.post)
    )


def _row(found: dict[str, Any], day: dt.date) -> dict[str, object]:
    earliest = found["earliest"]
    longest = None if earliest is None else (day - earliest).days
    return found | {"longest_days": longest, "is_made_up": found["sample"] > 0}
