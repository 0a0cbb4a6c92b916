"""Families by their numbers: a new one, and how many people and children one has."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, null, select, union

from data_access import referring, schema
from data_access.access import Reader, Right, may_at, require, require_at
from data_access.codes import numbered_code
from data_access.filters import Filters
from data_access.mediators.problems import FamilyUnknown, SizeUnusable
from data_access.rounds import require_open
from data_access.rules import Origin
from data_access.upkeep import ChangedMeanwhile, Hand, RowUnknown

Row = Mapping[Any, Any]
NUMBERED = "G-{:04}"
"""A family's number says nothing of the family."""

SIZES = ("size", "children")


def correct(
    connection: Connection, reader: Reader, family: int, revision: int, values: Mapping[str, Any]
) -> None:
    """Correct ``size`` and ``children`` of a family that was read at ``revision``.

    What ``values`` leave out stays. The right has to reach one of the posts where the family has a
    case, or the round of its support outside mediation (AccessRefused); none of its rounds may be
    closed (RoundClosed), for its size is counted there. Refuses a family of nobody, or with more
    children than people (SizeUnusable), and one changed since (ChangedMeanwhile) or gone
    (RowUnknown).
    """
    hand = Hand(connection, reader)
    statement = select(schema.family).where(schema.family.c.id == family)
    row = connection.execute(statement).mappings().first()
    if row is None:
        raise RowUnknown("The family is gone.")
    _require_kept(connection, reader, family)
    if row["revision"] != revision:
        raise ChangedMeanwhile("Somebody else changed the family in the meantime.")
    sizes = sizes_of(values, row)
    hand.change(schema.family, family, revision, **sizes)


def sizes_of(values: Mapping[str, Any], before: Row | None) -> dict[str, int | None]:
    """``size`` and ``children``, as they were entered or stood. Refuses SizeUnusable."""
    sizes = {name: values.get(name, before and before[name]) for name in SIZES}
    size, children = sizes.values()
    if (size is not None and size < 1) or (children or 0) < 0:
        raise SizeUnusable("A family is of somebody.")
    if size is not None and children is not None and children > size:
        raise SizeUnusable("Children are among the people of the family.")
    return sizes


def numbered(connection: Connection, code: str) -> int:
    """The family of the number, however its letters are written. Refuses FamilyUnknown."""
    family = schema.family.c
    known = {
        row.code.casefold(): row.id for row in connection.execute(select(family.code, family.id))
    }
    found = known.get(code.strip().casefold())
    if found is None:
        raise FamilyUnknown("No family has this number.")
    return int(found)


def add(connection: Connection, hand: Hand, values: Mapping[str, Any]) -> int:
    """A family under the next number; the number of its row. Refuses SizeUnusable."""
    code = numbered_code(connection, schema.family, NUMBERED)
    return hand.add(schema.family, code=code, **sizes_of(values, None))


def let_go(connection: Connection, hand: Hand, family: int) -> None:
    """Take the family away that was entered by hand and to which nothing refers any more."""
    found = select(schema.family).where(schema.family.c.id == family)
    row = connection.execute(found).mappings().one()
    if row["origin"] == Origin.ENTERED and not referring.tables_with(
        connection, schema.family, family
    ):
        hand.remove(schema.family, family, row["revision"])


def _require_kept(connection: Connection, reader: Reader, family: int) -> None:
    require(reader, Right.KEEP_RECORDS)
    cases, post, support = schema.mediation_case.c, schema.mediator_post.c, schema.family_support.c
    mediated = select(post.round_id, post.municipality_id).join_from(
        schema.mediation_case, schema.mediator_post
    )
    supported = select(support.round_id, null().label("municipality_id"))
    found = union(
        mediated.where(cases.family_id == family), supported.where(support.family_id == family)
    )
    where = [(row.round_id, row.municipality_id) for row in connection.execute(found)]
    if not any(
        may_at(reader, Right.KEEP_RECORDS, round_=round_, municipality=town)
        for round_, town in where
    ):
        require_at(reader, Right.KEEP_RECORDS)
    rounds = schema.round.c
    codes = select(rounds.code).where(rounds.id.in_({round_ for round_, _ in where}))
    for code in connection.scalars(codes).all():
        require_open(connection, reader, Filters(round=code))
