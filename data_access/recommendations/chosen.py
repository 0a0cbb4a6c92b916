"""Which entries are asked for, and which wording of each."""

from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, and_, func, select

from data_access import schema
from data_access.filters import Filters, of_activity, of_recommendation, of_round


def chosen(statement: Select[*tuple[Any, ...]], filters: Filters) -> Select[*tuple[Any, ...]]:
    """The chosen entry whatever its round; else those of the round and the activity.

    The statement holds ``recommendation`` and neither ``round`` nor ``activity``, which join here.
    No period narrows a register: most entries state no date.
    """
    entry = schema.recommendation
    joined = statement.join(schema.round, entry.c.round_id == schema.round.c.id).join(
        schema.activity, entry.c.activity_id == schema.activity.c.id, isouter=True
    )
    if filters.recommendation is not None:
        return joined.where(of_recommendation(filters))
    return joined.where(of_round(filters), of_activity(filters))


def latest_wording(entry: FromClause) -> ColumnElement[bool]:
    """The condition on which ``recommendation_version`` joins an entry in its latest wording."""
    version, other = schema.recommendation_version, schema.recommendation_version.alias()
    latest = (
        select(func.max(other.c.number))
        .where(other.c.recommendation_id == entry.c.id)
        .correlate(entry)
        .scalar_subquery()
    )
    return and_(version.c.recommendation_id == entry.c.id, version.c.number == latest)
