"""Where a person's records lie: whoever joins persons or takes them apart reaches all of it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, select

from data_access import schema
from data_access.access import Reader, Right, may_at, require, require_at


@dataclass(frozen=True)
class Lying:
    """One attendance, or a mediator's post: its round, the activity's town, and the one it names.

    ``person`` is the one whose record it is, whoever they count as.
    """

    person: int | None
    activity: int | None
    round: int
    municipality: int | None
    own: int | None
    is_closed: bool


def lying(connection: Connection, persons: Collection[int]) -> list[Lying]:
    """Everything that is recorded of the persons, and of nobody who counts as them."""
    attendance, activity, round_ = schema.attendance, schema.activity, schema.round
    came = (
        select(
            attendance.c.person_id,
            attendance.c.activity_id,
            activity.c.round_id,
            activity.c.municipality_id,
            attendance.c.municipality_id.label("own"),
            round_.c.closed_at,
        )
        .join_from(attendance, activity, attendance.c.activity_id == activity.c.id)
        .join(round_, activity.c.round_id == round_.c.id)
        .where(attendance.c.person_id.in_(persons))
    )
    return [
        Lying(
            row.person_id,
            row.activity_id,
            row.round_id,
            row.municipality_id,
            row.own,
            row.closed_at is not None,
        )
        for row in connection.execute(came)
    ] + _posts(connection, persons)


def admit(reader: Reader, found: Iterable[Lying]) -> None:
    """Nothing, where the right to keep records reaches all; refuses others (AccessRefused)."""
    require(reader, Right.KEEP_RECORDS)
    for one in found:
        for municipality in {one.municipality, one.own or one.municipality}:
            require_at(reader, Right.KEEP_RECORDS, round_=one.round, municipality=municipality)


def is_read(reader: Reader, found: Iterable[Lying]) -> bool:
    """Whether the right to read records reaches all of it."""
    require(reader, Right.READ_RECORDS)
    return all(
        may_at(reader, Right.READ_RECORDS, round_=one.round, municipality=municipality)
        for one in found
        for municipality in (one.municipality, one.own or one.municipality)
    )


def _posts(connection: Connection, persons: Collection[int]) -> list[Lying]:
    """Posts of those who are mediators; a closed round has counted them by themselves."""
    mediator, post = schema.mediator, schema.mediator_post
    statement = (
        select(mediator.c.person_id, post.c.round_id, post.c.municipality_id)
        .join_from(post, mediator)
        .where(mediator.c.person_id.in_(persons))
    )
    return [
        Lying(row.person_id, None, row.round_id, row.municipality_id, None, is_closed=False)
        for row in connection.execute(statement)
    ]
