"""Families in care on a day, with their open cases and the persons in them."""

import datetime as dt

import pandas as pd
from sqlalchemy import CTE, Connection, func, or_, select

from data_access.access import Reader, Right, require
from data_access.caseloads.selection import last_day, one_if
from data_access.caseloads.slices import By, Row, sliced, slices
from data_access.filters import Filters
from data_access.frames import FLAG, WHOLE, WORD, frame

IN_CARE = {
    "slice": WORD,
    "name": WORD,
    "families": WHOLE,
    "cases": WHOLE,
    "persons": WHOLE,
    "without_size": WHOLE,
    "undated": WHOLE,
    "is_made_up": FLAG,
}
NOBODY = {"families": 0, "cases": 0, "persons": 0, "without_size": 0}


def in_care(
    connection: Connection, reader: Reader, filters: Filters, day: dt.date, by: By = By.ALL
) -> pd.DataFrame:
    """One row a slice that holds a case of the selection, whenever open. Columns: IN_CARE.

    A family is in care on a day if a case of it opened by then and has not closed by then: on the
    day it closes, it no longer is. It counts once in a slice, however many cases it has there;
    ``persons`` are those of the families that state their size, missing where none does;
    ``without_size`` do not. ``undated`` cases state no opening and are in no other column; where a
    slice has no other case, the numbers are missing. ``name`` is that of a municipality, where by
    place. Whether anybody could be in care that day, ``care_days`` tells.
    """
    require(reader, Right.READ_CASELOADS)
    cases = sliced(filters, last_day(connection, reader, filters), by)
    counted = _counted(connection, cases, day)
    found = slices(connection, cases)
    return frame([each | _numbers(each, counted.get(each["slice"])) for each in found], IN_CARE)


def _numbers(slice_: Row, counted: Row | None) -> Row:
    if not slice_["dated"]:
        return {}
    return counted or NOBODY


def _counted(connection: Connection, cases: CTE, day: dt.date) -> dict[str, Row]:
    families = (
        select(
            cases.c.slice,
            func.count().label("cases"),
            func.max(cases.c.size).label("size"),
        )
        .where(cases.c.opened_on <= day)
        .where(or_(cases.c.closed_on.is_(None), cases.c.closed_on > day))
        .group_by(cases.c.slice, cases.c.family_id)
        .subquery("families")
    )
    statement = select(
        families.c.slice,
        func.count().label("families"),
        func.sum(families.c.cases).label("cases"),
        func.sum(families.c.size).label("persons"),
        func.sum(one_if(families.c.size.is_(None))).label("without_size"),
    ).group_by(families.c.slice)
    return {str(row["slice"]): dict(row) for row in connection.execute(statement).mappings()}
