"""Cases open as the selection's period ends, by post and by how long they have been open."""

import datetime as dt
from enum import StrEnum

import pandas as pd
from sqlalchemy import ColumnElement, Connection, case, func, select

from data_access.access import Reader, Right, require
from data_access.caseloads.selection import cases_of, last_day
from data_access.filters import Filters
from data_access.frames import FLAG, WHOLE, WORD, frame
from data_access.rules import months_before

OPEN_CASES = {"post": WHOLE, "open_for": WORD, "cases": WHOLE, "is_made_up": FLAG}
SHORT, LONG = 3, 6


class OpenFor(StrEnum):
    """How long a case has been open: whole calendar months, the bounds in the middle one."""

    UNDER_3_MONTHS = "under_3_months"
    FROM_3_TO_6_MONTHS = "3_to_6_months"
    OVER_6_MONTHS = "over_6_months"
    NOT_STATED = "not_stated"


def open_cases(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """Four rows a post that has cases, one for each length, zeros included. Columns: OPEN_CASES.

    The day they are open on is that of ``last_day``; a case without an opening date has no length.
    A post without any case has no row.
    """
    require(reader, Right.READ_CASELOADS)
    day = last_day(connection, reader, filters)
    cases = cases_of(filters, day)
    length = _length(cases.c.opened_on, day).label("open_for")
    statement = select(
        cases.c.post, length, func.sum(cases.c.is_open), func.max(cases.c.made_up)
    ).group_by(cases.c.post, length)
    found: dict[int, dict[str, tuple[int, int]]] = {}
    for post, open_for, number, sample in connection.execute(statement):
        found.setdefault(post, {})[open_for] = (number, sample)
    return frame(
        [
            {"post": post, "open_for": name.value, "cases": number, "is_made_up": bool(sample)}
            for post, lengths in sorted(found.items())
            for name in OpenFor
            for number, sample in [lengths.get(name.value, (0, 0))]
        ],
        OPEN_CASES,
    )


def _length(opened_on: ColumnElement[dt.date | None], day: dt.date) -> ColumnElement[str]:
    return case(
        (opened_on.is_(None), OpenFor.NOT_STATED.value),
        (opened_on > months_before(day, SHORT), OpenFor.UNDER_3_MONTHS.value),
        (opened_on >= months_before(day, LONG), OpenFor.FROM_3_TO_6_MONTHS.value),
        else_=OpenFor.OVER_6_MONTHS.value,
    )
