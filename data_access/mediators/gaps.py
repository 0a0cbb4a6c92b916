"""Days on which a post stood empty; they are told in the history of the post."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, select, update

from data_access import schema
from data_access.access import Reader
from data_access.mediators.problems import GapOutside, GapsOverlap
from data_access.mediators.standing import Row, kept
from data_access.mediators.telling import told
from data_access.periods import DaysUnusable
from data_access.rules import GapReason, Origin
from data_access.upkeep import ChangedMeanwhile, Hand, NotByHand, RowUnknown

Values = Mapping[str, Any]
Columns = dict[str, Any]
NAME, PARTS = "gap", ("starts_on", "ends_on", "reason")
"""By which name the post's history tells of a gap, and what of it, in which order."""


def add(connection: Connection, reader: Reader, post: int, values: Values) -> None:
    """A gap of the post. ``values`` hold PARTS; without a last day it lasts as long as the post.

    Refuses days that are no period (DaysUnusable), that reach beyond the post's (GapOutside) or
    into another gap of it (GapsOverlap), a post of a closed round (RoundClosed), one that the
    right does not reach (AccessRefused) and one that is gone (PostUnknown).
    """
    hand = Hand(connection, reader)
    row = kept(connection, reader, post)
    columns = _columns(values, None)
    _require_fitting(connection, row, columns, None)
    text = told(columns, PARTS)
    hand.attach(
        schema.post_gap, (schema.mediator_post, post), NAME, text, mediator_post_id=post, **columns
    )


def change(connection: Connection, reader: Reader, gap: int, revision: int, values: Values) -> None:
    """Correct a gap that was read at ``revision``; what ``values`` leave out stays.

    Refuses as ``add`` does, and a gap changed since (ChangedMeanwhile) or gone (RowUnknown).
    """
    hand = Hand(connection, reader)
    row = _row(connection, reader, gap, revision)
    columns = _columns(values, row)
    _require_fitting(connection, kept(connection, reader, row["mediator_post_id"]), columns, gap)
    before, after = told(row, PARTS), told(columns, PARTS)
    if before == after:
        return
    changed = update(schema.post_gap).where(schema.post_gap.c.id == gap)
    connection.execute(changed.values(**columns, revision=revision + 1))
    hand.note(schema.mediator_post, row["mediator_post_id"], NAME, before, after)


def remove(connection: Connection, reader: Reader, gap: int, revision: int) -> None:
    """Take away a gap that was entered by hand. Refuses another one (NotByHand), and as ``change``
    does."""
    hand = Hand(connection, reader)
    row = _row(connection, reader, gap, revision)
    if row["origin"] != Origin.ENTERED:
        raise NotByHand("Only what was entered by hand is taken away by hand.")
    of = (schema.mediator_post, row["mediator_post_id"])
    hand.detach(schema.post_gap, of, NAME, told(row, PARTS), gap)


def _row(connection: Connection, reader: Reader, gap: int, revision: int) -> Row:
    """The gap as it stands, of a post that may be written to."""
    statement = select(schema.post_gap).where(schema.post_gap.c.id == gap)
    row = connection.execute(statement).mappings().first()
    if row is None:
        raise RowUnknown("The gap is gone.")
    kept(connection, reader, row["mediator_post_id"])
    if row["revision"] != revision:
        raise ChangedMeanwhile("Somebody else changed the gap in the meantime.")
    return row


def _columns(values: Values, before: Row | None) -> Columns:
    stated = {name: values.get(name, before and before[name]) for name in PARTS}
    first, last = stated["starts_on"], stated["ends_on"]
    if first is None or (last is not None and last < first):
        raise DaysUnusable("A gap has a first day, no later than its last.")
    return stated | {"reason": stated["reason"] or GapReason.NOT_STATED.value}


def _require_fitting(connection: Connection, post: Row, columns: Columns, gap: int | None) -> None:
    """Nothing, where the days lie within the post's, and in no other gap of it."""
    first, last = columns["starts_on"], columns["ends_on"]
    begins, ends = post["starts_on"], post["ends_on"]
    if begins is not None and (first < begins or (ends is not None and (last or first) > ends)):
        raise GapOutside("A gap lies within the days of its post.")
    other = schema.post_gap.c
    statement = select(other.starts_on, other.ends_on).where(
        other.mediator_post_id == post["id"], other.id != (gap or 0)
    )
    for start, end in connection.execute(statement):
        if start <= (last or dt.date.max) and first <= (end or dt.date.max):
            raise GapsOverlap("Two gaps of a post have no day in common.")
