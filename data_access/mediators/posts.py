"""The upkeep of mediators' posts: adding one, correcting it, taking away one that is bare."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, select

from data_access import places, referring, schema
from data_access.access import Reader
from data_access.activities import RoundUnknown
from data_access.codes import numbered_code
from data_access.filters import Filters
from data_access.mediators import days
from data_access.mediators.outside import require_gaps_within, require_records_within
from data_access.mediators.problems import HoursUnusable, StillReferredTo
from data_access.mediators.standing import kept, reached, require_where
from data_access.mediators.substitution import require_substitution
from data_access.rounds import require_open
from data_access.rules import Origin
from data_access.upkeep import Hand, NotByHand

Values = Mapping[str, Any]
Row = Mapping[Any, Any]
Columns = dict[str, Any]

HOURS_A_WEEK = 168
CODE = "mediator-{}"


def add(connection: Connection, reader: Reader, round_code: str, values: Values) -> int:
    """A post of the round; its number.

    ``values`` hold ``starts_on``, ``ends_on`` and ``precision`` (see ``days.entered``), ``place``
    as in ``places.columns_of``, ``hours_per_week``, ``substitutes`` (the number of the post for
    which this one stands in) and ``holder``: the number of a post whose mediator holds this one as
    well; without it the mediator is new, under a code that says nothing of who it is. What they
    leave out is not stated. Refuses a round that nobody knows (RoundUnknown), a round or a
    municipality that the right does not reach (AccessRefused; a post without one is for who is not
    limited to municipalities), a closed round (RoundClosed), days that are no period
    (DaysUnusable), hours that do not fit a week (HoursUnusable), an unknown place (PlaceUnknown)
    or post (PostUnknown), and a substitution that is none (see ``substitution``).
    """
    hand = Hand(connection, reader)
    known = select(schema.round.c.id).where(schema.round.c.code == round_code)
    round_id = connection.scalars(known).first()
    if round_id is None:
        raise RoundUnknown("There is no such round.")
    columns = _columns(connection, reader, values, None)
    require_where(reader, columns | {"round_id": round_id})
    require_open(connection, reader, Filters(round=round_code))
    columns |= _substitutes(connection, reader, values, round_id, None)
    mediator = _holder(connection, reader, hand, values.get("holder"))
    return hand.add(schema.mediator_post, mediator_id=mediator, round_id=round_id, **columns)


def change(
    connection: Connection, reader: Reader, post: int, revision: int, values: Values
) -> None:
    """Correct a post that was read at ``revision``; its round, and who holds it, stay.

    ``values`` as in ``add``; what they leave out stays. The right has to reach the place where the
    post lay and the one where it lies from now on. New days leave no gap of the post outside
    (GapsLeftOutside), and records of it only where ``values`` say so by ``despite_records``
    (RecordsLeftOutside). Refuses as ``add`` does, and a post changed since (ChangedMeanwhile).
    """
    hand = Hand(connection, reader)
    row = kept(connection, reader, post, revision)
    columns = _columns(connection, reader, values, row)
    require_where(reader, {**row, **columns})
    columns |= _substitutes(connection, reader, values, row["round_id"], row)
    _require_within(connection, row, columns, is_confirmed=bool(values.get("despite_records")))
    hand.change(schema.mediator_post, post, revision, **columns)


def remove(connection: Connection, reader: Reader, post: int, revision: int) -> None:
    """Take away a post that was entered by hand; what it said stays in the history.

    A mediator who was entered by hand and to whom nothing refers any more goes with it. Refuses a
    post that the right does not reach (AccessRefused), one that did not come by hand (NotByHand),
    one that anything refers to (StillReferredTo), one of a closed round (RoundClosed), and one
    changed since (ChangedMeanwhile) or gone (PostUnknown).
    """
    hand = Hand(connection, reader)
    row = kept(connection, reader, post, revision)
    if row["origin"] != Origin.ENTERED:
        raise NotByHand("Only what was entered by hand is taken away by hand.")
    if tables := _hanging(connection, row):
        raise StillReferredTo(tables)
    hand.remove(schema.mediator_post, post, revision)
    _let_go(connection, hand, row["mediator_id"])


def _columns(connection: Connection, reader: Reader, values: Values, before: Row | None) -> Columns:
    columns = days.entered(values, before) | places.entered(connection, reader, values, before)
    if "hours_per_week" in values:
        hours = values["hours_per_week"]
        if hours is not None and not 0 < hours <= HOURS_A_WEEK:
            raise HoursUnusable("A week has no such hours.")
        columns["hours_per_week"] = hours
    return columns


def _substitutes(
    connection: Connection, reader: Reader, values: Values, round_id: int, before: Row | None
) -> Columns:
    if "substitutes" not in values:
        return {}
    other, stood = values["substitutes"], before and before["substitutes_post_id"]
    if other is not None and other != stood:
        post = None if before is None else before["id"]
        require_substitution(connection, reader, other, round_id, post)
    return {"substitutes_post_id": other}


def _holder(connection: Connection, reader: Reader, hand: Hand, holder: int | None) -> int:
    """Who holds the other post, or a mediator who is new here."""
    if holder is not None:
        return int(reached(connection, reader, holder)["mediator_id"])
    code = numbered_code(connection, schema.mediator, CODE)
    return hand.add(schema.mediator, code=code)


def _require_within(
    connection: Connection, row: Row, columns: Columns, *, is_confirmed: bool
) -> None:
    """Nothing, where the days stay as they were, or leave nothing outside that they may not."""
    first, last = (columns.get(name, row[name]) for name in ("starts_on", "ends_on"))
    if (first, last) == (row["starts_on"], row["ends_on"]):
        return
    require_gaps_within(connection, row["id"], first, last)
    if not is_confirmed:
        require_records_within(connection, row["id"], first, last)


def _hanging(connection: Connection, row: Row) -> tuple[str, ...]:
    """The tables with a row that refers to the post, or that only the post says where it lies."""
    found = referring.tables_with(connection, schema.mediator_post, row["id"])
    training, post = schema.mediator_training.c, schema.mediator_post.c
    same = {"mediator_id": row["mediator_id"], "round_id": row["round_id"]}
    learnt = select(training.id).filter_by(**same).limit(1)
    beside = select(post.id).filter_by(**same).where(post.id != row["id"]).limit(1)
    if connection.scalars(learnt).first() and connection.scalars(beside).first() is None:
        return (*found, schema.mediator_training.name)
    return found


def _let_go(connection: Connection, hand: Hand, mediator: int) -> None:
    found = select(schema.mediator.c.origin).where(schema.mediator.c.id == mediator)
    is_entered = connection.execute(found).scalar_one() == Origin.ENTERED
    if is_entered and not referring.tables_with(connection, schema.mediator, mediator):
        hand.remove(schema.mediator, mediator)
