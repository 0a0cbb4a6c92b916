"""Which contacts had been by a day, where some do not state theirs."""

import datetime as dt

from sqlalchemy import ColumnElement, or_

from data_access.filters import Filters


def up_to(
    filters: Filters, day: dt.date, held_on: ColumnElement[dt.date | None]
) -> ColumnElement[bool]:
    """Contacts up to the day, be they before the period.

    One without a date is of the round, and so by its last day; of an earlier one nobody can say.
    """
    return (held_on <= day) if filters.end else or_(held_on.is_(None), held_on <= day)
