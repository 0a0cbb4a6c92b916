"""For whom a post stands in: another one of the same round, and never round in a circle."""

from sqlalchemy import Connection, select

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.mediators.problems import (
    SubstitutesElsewhere,
    SubstitutesInCircle,
    SubstitutesItself,
)
from data_access.mediators.standing import Row, reached


def require_substitution(
    connection: Connection, reader: Reader, other: int, round_id: int, post: int | None
) -> None:
    """Nothing, where a post of the round may stand in for the other one; ``post`` None is new.

    Refuses itself (SubstitutesItself), a post of another round (SubstitutesElsewhere), a circle
    (SubstitutesInCircle), one that is not there (PostUnknown) or that the right to keep records
    does not reach (AccessRefused).
    """
    require(reader, Right.KEEP_RECORDS)
    if other == post:
        raise SubstitutesItself("A post does not stand in for itself.")
    row = reached(connection, reader, other)
    if row["round_id"] != round_id:
        raise SubstitutesElsewhere("A post stands in for one of its own round.")
    if post is not None and post in _line(connection, row):
        raise SubstitutesInCircle("The other post stands in for this one.")


def _line(connection: Connection, row: Row) -> set[int]:
    """The posts for which this one stands in, itself or through others."""
    post, line = schema.mediator_post.c, set[int]()
    following = row["substitutes_post_id"]
    while following is not None and following not in line:
        line.add(following)
        found = select(post.substitutes_post_id).where(post.id == following)
        following = connection.execute(found).scalar_one()
    return line
