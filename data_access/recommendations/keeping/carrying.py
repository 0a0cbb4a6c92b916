"""Later rounds into which an entry is carried; it stays in its own."""

from sqlalchemy import Connection, select

from data_access import schema
from data_access.access import Reader, Right, require, require_at
from data_access.recommendations.keeping.problems import CarriedBack, StandsAlready
from data_access.recommendations.keeping.rows import ENTRY, Row, current, round_of
from data_access.upkeep import Hand, RowUnknown

CARRIED = "carried_into"
"""How the history of an entry names the rounds it is carried into."""


def carry(connection: Connection, reader: Reader, reference: str, round_code: str) -> None:
    """The entry is carried into a later round, and stays in its own.

    Refuses rounds and municipalities that the right does not reach, the entry's own or the later
    one (AccessRefused), entries and rounds that are none (EntryUnknown, RoundUnknown), a round
    that is not later (CarriedBack), and one into which it was carried (StandsAlready).
    """
    hand = Hand(connection, reader)
    row = current(connection, reader, reference)
    if not put_into(connection, reader, hand, row, round_code, is_there=True):
        raise StandsAlready("The entry is carried into the round already.")


def uncarry(connection: Connection, reader: Reader, reference: str, round_code: str) -> None:
    """The entry is not carried into the round. Refuses as ``carry`` does, or RowUnknown."""
    hand = Hand(connection, reader)
    row = current(connection, reader, reference)
    if not put_into(connection, reader, hand, row, round_code, is_there=False):
        raise RowUnknown("The entry is not carried into the round.")


def put_into(
    connection: Connection, reader: Reader, hand: Hand, row: Row, code: str, *, is_there: bool
) -> bool:
    """Whether the entry stands in a later round from now on; whether that is new."""
    require(reader, Right.KEEP_RECORDS)
    table, (number, ordinal) = schema.recommendation_carry, round_of(connection, code)
    require_at(reader, Right.KEEP_RECORDS, round_=number, municipality=row["municipality_id"])
    here = table.c.recommendation_id == row["id"], table.c.round_id == number
    stands = connection.scalars(select(table.c.id).where(*here)).first()
    if (stands is not None) == is_there:
        return False
    if stands is not None:
        hand.detach(table, (ENTRY, row["id"]), CARRIED, code, stands)
        return True
    if ordinal <= _ordinal(connection, row["round_id"]):
        raise CarriedBack(row["reference"])
    values = {"recommendation_id": row["id"], "round_id": number}
    hand.attach(table, (ENTRY, row["id"]), CARRIED, code, **values)
    return True


def is_in(connection: Connection, row: Row, code: str) -> bool:
    """Whether the entry is carried into the round."""
    table, (number, _) = schema.recommendation_carry, round_of(connection, code)
    here = table.c.recommendation_id == row["id"], table.c.round_id == number
    return connection.scalars(select(table.c.id).where(*here)).first() is not None


def require_carried_on(connection: Connection, row: Row) -> None:
    """Nothing, where every round that the entry is carried into comes after its own."""
    table, later = schema.recommendation_carry.c, schema.round.c
    statement = (
        select(later.ordinal)
        .join_from(schema.recommendation_carry, schema.round)
        .where(table.recommendation_id == row["id"])
    )
    if any(n <= _ordinal(connection, row["round_id"]) for n in connection.scalars(statement)):
        raise CarriedBack(row["reference"])


def _ordinal(connection: Connection, round_id: int) -> int:
    found = select(schema.round.c.ordinal).where(schema.round.c.id == round_id)
    return int(connection.execute(found).scalar_one())
