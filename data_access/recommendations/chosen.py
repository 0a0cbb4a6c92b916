"""Which entries are asked for, and which wording of each."""

from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, and_, exists, func, or_, select

from data_access import schema
from data_access.filters import Filters, of_activity, of_recommendation, of_round
from data_access.recommendations.wanted import Wanted, narrowed, stands


def chosen(statement: Select[*tuple[Any, ...]], filters: Filters) -> Select[*tuple[Any, ...]]:
    """The chosen entry whatever its round; else those of the round and the activity.

    The statement holds ``recommendation`` and neither ``round`` nor ``activity``, which join here.
    Of a round are the entries made in it and those carried into it. No period narrows a register:
    most entries state no date.
    """
    entry = schema.recommendation
    joined = statement.join(schema.round, entry.c.round_id == schema.round.c.id).join(
        schema.activity, entry.c.activity_id == schema.activity.c.id, isouter=True
    )
    if filters.recommendation is not None:
        return joined.where(of_recommendation(filters))
    return joined.where(or_(of_round(filters), _is_carried(filters)), of_activity(filters))


def standing_there(
    statement: Select[*tuple[Any, ...]], filters: Filters, wanted: Wanted
) -> Select[*tuple[Any, ...]]:
    """As ``chosen``, with where each entry stood that day, and narrowed to what is wanted.

    ``recommendation_standing`` joins here as well; an entry of a later day is not there.
    """
    standing = schema.recommendation_standing
    found = chosen(statement.join(standing, stands(wanted)), filters)
    return found if filters.recommendation is not None else found.where(*narrowed(wanted))


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


def _is_carried(filters: Filters) -> ColumnElement[bool]:
    carry, later = schema.recommendation_carry, schema.round.alias("carried_into")
    return exists(
        select(carry.c.id)
        .join_from(carry, later, carry.c.round_id == later.c.id)
        .where(carry.c.recommendation_id == schema.recommendation.c.id)
        .where(later.c.code == filters.round)
        .correlate(schema.recommendation)
    )
