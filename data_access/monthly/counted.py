"""Families whose size a closed round counts: there it stays as it is."""

from sqlalchemy import Connection, select, union

from data_access import schema


def counted_for_good(connection: Connection) -> set[int]:
    """The rows of families with a case, or support outside mediation, in a closed round."""
    cases, post, round_ = schema.mediation_case, schema.mediator_post, schema.round
    support, is_closed = schema.family_support, schema.round.c.closed_at.is_not(None)
    served = (
        select(cases.c.family_id)
        .join_from(cases, post)
        .join(round_, post.c.round_id == round_.c.id)
    )
    supported = select(support.c.family_id).join_from(support, round_)
    return set(connection.scalars(union(served.where(is_closed), supported.where(is_closed))))
