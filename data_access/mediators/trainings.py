"""What a mediator took part in to learn; it is told in the history of their posts in the round."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Select, delete, insert, select, update

from data_access import institutions, schema
from data_access.access import Reader, Right, may_at, require, require_at
from data_access.mediators.problems import HoursUnusable
from data_access.mediators.standing import Row, kept
from data_access.mediators.telling import told
from data_access.rules import Origin, TrainingKind
from data_access.upkeep import ChangedMeanwhile, Hand, NotByHand, RowUnknown

Values = Mapping[str, Any]
Columns = dict[str, Any]
NAME, PARTS = "training", ("held_on", "kind", "hours", "institution")
"""By which name the posts' history tells of a training, and what of it, in which order."""

HOURS_AT_MOST = 744
"""No training lasts longer than a month."""


def add(connection: Connection, reader: Reader, post: int, values: Values) -> int:
    """A training or supervision of the mediator who holds the post, in its round; its number.

    ``values`` hold ``kind``, ``held_on``, ``hours`` and ``institution`` by its code; what they
    leave out is not stated. Refuses hours that there are not (HoursUnusable), an institution that
    is not on the register (InstitutionUnknown), a post of a closed round (RoundClosed), one that
    the right does not reach (AccessRefused) and one that is gone (PostUnknown).
    """
    hand = Hand(connection, reader)
    row = kept(connection, reader, post)
    stated = _stated(values, None)
    of = {"mediator_id": row["mediator_id"], "round_id": row["round_id"]}
    added = insert(schema.mediator_training).values(
        **of, **_columns(connection, stated), origin=hand.origin
    )
    number = connection.execute(added.returning(schema.mediator_training.c.id)).scalar_one()
    _tell(connection, hand, of, None, told(stated, PARTS))
    return int(number)


def change(
    connection: Connection, reader: Reader, training: int, revision: int, values: Values
) -> None:
    """Correct a training that was read at ``revision``; what ``values`` leave out stays.

    The right has to reach a post of the mediator in the round. Refuses as ``add`` does, and a
    training changed since (ChangedMeanwhile) or gone (RowUnknown).
    """
    hand = Hand(connection, reader)
    row = _row(connection, reader, training, revision)
    stated = _stated(values, row)
    before, after = told(row, PARTS), told(stated, PARTS)
    if before == after:
        return
    changed = update(schema.mediator_training).where(schema.mediator_training.c.id == training)
    columns = _columns(connection, stated)
    connection.execute(changed.values(**columns, revision=revision + 1))
    _tell(connection, hand, row, before, after)


def remove(connection: Connection, reader: Reader, training: int, revision: int) -> None:
    """Take away a training that was entered by hand. Refuses another one (NotByHand), and as
    ``change`` does."""
    hand = Hand(connection, reader)
    row = _row(connection, reader, training, revision)
    if row["origin"] != Origin.ENTERED:
        raise NotByHand("Only what was entered by hand is taken away by hand.")
    training_ = schema.mediator_training
    connection.execute(delete(training_).where(training_.c.id == training))
    _tell(connection, hand, row, told(row, PARTS), None)


def _row(connection: Connection, reader: Reader, training: int, revision: int) -> Row:
    """The training as it stands, with its institution's code, of a post that may be written to."""
    require(reader, Right.KEEP_RECORDS)
    table, institution = schema.mediator_training, schema.institution
    statement = (
        select(table, institution.c.code.label("institution"))
        .join_from(table, institution, table.c.institution_id == institution.c.id, isouter=True)
        .where(table.c.id == training)
    )
    row = connection.execute(statement).mappings().first()
    if row is None:
        raise RowUnknown("The training is gone.")
    _require_kept(connection, reader, row)
    if row["revision"] != revision:
        raise ChangedMeanwhile("Somebody else changed the training in the meantime.")
    return row


def _require_kept(connection: Connection, reader: Reader, of: Row) -> None:
    """Nothing, where the right reaches a post of the mediator in the round, and that is open."""
    post = schema.mediator_post.c
    for number in connection.scalars(_posts(of).order_by(post.municipality_id, post.id)).all():
        where = select(post.municipality_id).where(post.id == number)
        town = connection.execute(where).scalar_one()
        if may_at(reader, Right.KEEP_RECORDS, round_=of["round_id"], municipality=town):
            kept(connection, reader, number)
            return
    require_at(reader, Right.KEEP_RECORDS, round_=of["round_id"])


def _posts(of: Row) -> Select[int]:
    post = schema.mediator_post.c
    return select(post.id).where(
        post.mediator_id == of["mediator_id"], post.round_id == of["round_id"]
    )


def _stated(values: Values, before: Row | None) -> Columns:
    stated = {name: values.get(name, before and before[name]) for name in PARTS}
    hours = stated["hours"]
    if hours is not None and not 0 < hours <= HOURS_AT_MOST:
        raise HoursUnusable("A training has no such hours.")
    kind = stated["kind"] or TrainingKind.NOT_STATED
    return stated | {"hours": None if hours is None else float(hours), "kind": kind}


def _columns(connection: Connection, stated: Columns) -> Columns:
    code = stated["institution"]
    number = None if code is None else institutions.current(connection, code)["id"]
    own = {name: value for name, value in stated.items() if name != "institution"}
    return own | {"institution_id": number}


def _tell(
    connection: Connection, hand: Hand, of: Row, before: str | None, after: str | None
) -> None:
    """Keep it in the history of every post of the mediator in the round: it belongs to them all."""
    for post in connection.scalars(_posts(of)).all():
        hand.note(schema.mediator_post, post, NAME, before, after)
