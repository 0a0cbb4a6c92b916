"""Earlier entries that an entry repeats, replaces or narrows."""

from typing import Any

from sqlalchemy import Connection, select

from data_access import schema, standings
from data_access.access import Reader, Right, require
from data_access.recommendations.keeping import problems
from data_access.recommendations.keeping.rows import ENTRY, Row, current, named, require_kept
from data_access.rules import RecommendationLinkKind
from data_access.upkeep import Hand, RowUnknown

LINK = "link"
"""How the history of an entry names what it is linked to."""
CIRCLE = "The earlier entry comes after this one."


def link(
    connection: Connection,
    reader: Reader,
    reference: str,
    kind: RecommendationLinkKind,
    earlier: str,
) -> None:
    """The entry repeats, replaces or narrows an earlier one.

    What it replaces is superseded from the day on which it was made, so the right has to reach
    that one too. Refuses whoever has no right there (AccessRefused), entries that are none
    (EntryUnknown), a link that stands (StandsAlready), one to the entry itself (LinkToItself),
    one that comes round to it (LinkInCircle), and one to an entry made later (LinkBackwards).
    """
    hand = Hand(connection, reader)
    row = current(connection, reader, reference)
    tie(connection, reader, hand, row, (kind, earlier))


def tie(connection: Connection, reader: Reader, hand: Hand, row: Row, to: tuple[str, str]) -> None:
    """As ``link``, for an entry that is at hand; ``to`` is the kind and the earlier reference."""
    require(reader, Right.KEEP_RECORDS)
    kind, other = RecommendationLinkKind(to[0]), named(connection, to[1])
    if kind is RecommendationLinkKind.REPLACES:
        require_kept(reader, other)
    if other["id"] == row["id"]:
        raise problems.LinkToItself("An entry is linked to another one.")
    if _link(connection, row["id"], other["id"], kind) is not None:
        raise problems.StandsAlready("The entry is linked so already.")
    if row["id"] in _all_before(connection, other["id"]):
        raise problems.LinkInCircle(CIRCLE)
    values = {"recommendation_id": row["id"], "earlier_id": other["id"], "kind": kind.value}
    told = f"{kind.value}: {other['reference']}"
    hand.attach(schema.recommendation_link, (ENTRY, row["id"]), LINK, told, **values)
    require_in_order(connection, row["id"])
    standings.renew(connection, {row["id"], other["id"]})


def unlink(
    connection: Connection,
    reader: Reader,
    reference: str,
    kind: RecommendationLinkKind,
    earlier: str,
) -> None:
    """Take a link away. Refuses as ``link`` does, and one that does not stand (RowUnknown)."""
    hand = Hand(connection, reader)
    row, other = current(connection, reader, reference), named(connection, earlier)
    if RecommendationLinkKind(kind) is RecommendationLinkKind.REPLACES:
        require_kept(reader, other)
    number = _link(connection, row["id"], other["id"], kind)
    if number is None:
        raise RowUnknown("The entry is not linked so.")
    _untie(connection, hand, row["id"], (number, kind, other["id"], other["reference"]))


def untie_all(connection: Connection, hand: Hand, row: Row) -> None:
    """Take away every link to an earlier entry."""
    table, other = schema.recommendation_link, ENTRY.alias("other")
    statement = (
        select(table.c.id, table.c.kind, table.c.earlier_id, other.c.reference)
        .join_from(table, other, table.c.earlier_id == other.c.id)
        .where(table.c.recommendation_id == row["id"])
    )
    for each in connection.execute(statement).all():
        _untie(connection, hand, row["id"], each)


def require_no_circle(connection: Connection, number: int) -> None:
    """Nothing, where the links of the entry do not come round to it."""
    if number in _all_before(connection, number):
        raise problems.LinkInCircle(CIRCLE)


def require_in_order(connection: Connection, number: int) -> None:
    """Nothing, where no linked entry was made after the one that comes later by the link."""
    table, later, earlier = schema.recommendation_link.c, ENTRY.alias("later"), ENTRY.alias()
    statement = (
        select(table.id)
        .join_from(later, schema.recommendation_link, table.recommendation_id == later.c.id)
        .join(earlier, table.earlier_id == earlier.c.id)
        .where((table.recommendation_id == number) | (table.earlier_id == number))
        .where(earlier.c.made_on > later.c.made_on)
    )
    if connection.scalars(statement).first() is not None:
        raise problems.LinkBackwards("The earlier entry was made after the later one.")


def _untie(connection: Connection, hand: Hand, entry: int, link_: Any) -> None:
    number, kind, other, earlier = link_
    told = f"{RecommendationLinkKind(kind).value}: {earlier}"
    hand.detach(schema.recommendation_link, (ENTRY, entry), LINK, told, number)
    standings.renew(connection, {entry, other})


def _link(connection: Connection, later: int, earlier: int, kind: str) -> int | None:
    table = schema.recommendation_link.c
    return connection.scalars(
        select(table.id).where(
            table.recommendation_id == later,
            table.earlier_id == earlier,
            table.kind == RecommendationLinkKind(kind).value,
        )
    ).first()


def _all_before(connection: Connection, number: int) -> set[int]:
    """Every entry before this one, link by link."""
    table = schema.recommendation_link.c
    found: set[int] = set()
    front = {number}
    while front:
        before = select(table.earlier_id).where(table.recommendation_id.in_(sorted(front)))
        front = set(connection.scalars(before)) - found
        found |= front
    return found
