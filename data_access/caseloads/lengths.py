"""How long closed cases lasted, with the number that is still open beside it."""

from typing import Any

import pandas as pd
from sqlalchemy import Connection, func, select

from data_access.access import Reader, Right, require
from data_access.caseloads.selection import cases_of, last_day
from data_access.filters import Filters
from data_access.frames import FLAG, PART, WHOLE, frame

LENGTHS = {
    "post": WHOLE,
    "cases": WHOLE,
    "closed": WHOLE,
    "median_days": PART,
    "still_open": WHOLE,
    "undated": WHOLE,
    "is_made_up": FLAG,
}
ENOUGH_CLOSED = 3
"""Of fewer closed cases a median says nothing."""


def lengths(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """One row a post that has cases, and the first, without a post, of all cases.

    A length are the days from a case's opening to its closing. ``median_days`` is the median of
    the ``closed`` ones, missing of fewer than ENOUGH_CLOSED; ``still_open`` are those open as the
    day of ``last_day`` ends: they are not in the median, which may so be too short. ``undated``
    cases, of which the opening is not stated, are in neither; the three add up to the cases.
    Without a case there is no row. Columns: LENGTHS.
    """
    require(reader, Right.READ_CASELOADS)
    cases = cases_of(filters, last_day(connection, reader, filters))
    days = (cases.c.post, cases.c.opened_on, cases.c.closed_on, cases.c.is_open)
    statement = select(
        *days, func.count().label("cases"), func.max(cases.c.made_up).label("sample")
    ).group_by(*days)
    rows = [dict(row) for row in connection.execute(statement).mappings()]
    by_post: dict[int, list[dict[str, Any]]] = {}
    for row in rows:
        by_post.setdefault(row["post"], []).append(row)
    answers = [_answer(post, by_post[post]) for post in sorted(by_post)]
    return frame([_answer(None, rows), *answers] if rows else [], LENGTHS)


def _answer(post: int | None, rows: list[dict[str, Any]]) -> dict[str, object]:
    """The numbers of some cases, of which those with the same days are one row."""
    dated = [row for row in rows if row["opened_on"]]
    closed = [row for row in dated if not row["is_open"]]
    days = [(r["closed_on"] - r["opened_on"]).days for r in closed for _ in range(r["cases"])]
    every, known = _number(rows), _number(dated)
    return {
        "post": post,
        "cases": every,
        "closed": len(days),
        "median_days": float(pd.Series(days).median()) if len(days) >= ENOUGH_CLOSED else None,
        "still_open": known - len(days),
        "undated": every - known,
        "is_made_up": any(row["sample"] for row in rows),
    }


def _number(rows: list[dict[str, Any]]) -> int:
    return sum(int(row["cases"]) for row in rows)
