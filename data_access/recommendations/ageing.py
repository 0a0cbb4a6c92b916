"""How long entries have been open: by age since they were made, and where they stand."""

import datetime as dt
from enum import StrEnum

import pandas as pd
from sqlalchemy import ColumnElement, Connection, Date, case, func, literal, select

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.filters import Filters
from data_access.frames import WHOLE, WORD, frame
from data_access.recommendations.chosen import standing_there
from data_access.recommendations.register import EVERYTHING
from data_access.recommendations.wanted import Wanted
from data_access.rules import ENDED, Status, months_before

AGEING = {"age": WORD, "status": WORD, "entries": WHOLE}


class Age(StrEnum):
    """How long ago an entry was made."""

    UNDER_HALF_YEAR = "under_half_year"
    TO_ONE_YEAR = "to_one_year"
    TO_TWO_YEARS = "to_two_years"
    TO_FOUR_YEARS = "to_four_years"
    OVER_FOUR_YEARS = "over_four_years"
    NOT_STATED = "not_stated"


UNDER = {
    Age.UNDER_HALF_YEAR: 6,
    Age.TO_ONE_YEAR: 12,
    Age.TO_TWO_YEARS: 24,
    Age.TO_FOUR_YEARS: 48,
}
"""Months that an entry of this age is younger than, and of none before it."""


def ageing(
    connection: Connection, reader: Reader, filters: Filters, wanted: Wanted = EVERYTHING
) -> pd.DataFrame:
    """Entries open on the day told of, for each age and status that is open; none is a 0.

    Open is what ``rules.ENDED`` does not name. The age runs from the day the entry was made; the
    first day of its round is none. Columns: AGEING.
    """
    require(reader, Right.READ_PUBLISHED)
    status, age = schema.recommendation_standing.c.status, _age(wanted.day)
    statement = select(age.label("age"), status, func.count().label("entries")).select_from(
        schema.recommendation
    )
    found = standing_there(statement, filters, wanted).group_by(age, status)
    counted = {(row.age, row.status): row.entries for row in connection.execute(found)}
    rows: list[dict[str, object]] = [
        {"age": age.value, "status": status.value, "entries": counted.get((age, status), 0)}
        for age in Age
        for status in Status
        if status not in ENDED
    ]
    return frame(rows, AGEING)


def _age(day: dt.date) -> ColumnElement[str]:
    made_on = schema.recommendation.c.made_on
    younger = [
        (made_on > literal(months_before(day, months), Date), age.value)
        for age, months in UNDER.items()
    ]
    return case(
        (made_on.is_(None), Age.NOT_STATED.value), *younger, else_=Age.OVER_FOUR_YEARS.value
    )
