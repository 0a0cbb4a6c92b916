"""What a family was given outside mediation: no mediator's, and of no municipality."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, select

from data_access import institutions, schema
from data_access.access import Reader, Right, require_at
from data_access.activities import RoundUnknown
from data_access.filters import Filters
from data_access.mediators import families
from data_access.rounds import require_open
from data_access.rules import Area, Origin
from data_access.upkeep import ChangedMeanwhile, Hand, NotByHand, RowUnknown

Values = Mapping[str, Any]
Row = Mapping[Any, Any]
Columns = dict[str, Any]


def add(connection: Connection, reader: Reader, round_code: str, values: Values) -> int:
    """Support of a family in the round; its number.

    ``values`` hold ``family`` by its number (none: a family that is new here, with ``size`` and
    ``children``), ``area``, ``given_on`` and ``institution`` by its code; what they leave out is
    not stated. Such support lies in no municipality: it is for who is not limited to some
    (AccessRefused). Refuses a round that nobody knows (RoundUnknown), a closed one (RoundClosed),
    a family that nobody knows (FamilyUnknown) or cannot be (SizeUnusable), and an institution that
    is not on the register (InstitutionUnknown).
    """
    hand = Hand(connection, reader)
    known = select(schema.round.c.id).where(schema.round.c.code == round_code)
    round_id = connection.scalars(known).first()
    if round_id is None:
        raise RoundUnknown("There is no such round.")
    require_at(reader, Right.KEEP_RECORDS, round_=round_id)
    require_open(connection, reader, Filters(round=round_code))
    code = values.get("family")
    columns = _columns(connection, values, None)
    family = families.numbered(connection, code) if code else families.add(connection, hand, values)
    return hand.add(schema.family_support, family_id=family, round_id=round_id, **columns)


def change(
    connection: Connection, reader: Reader, support: int, revision: int, values: Values
) -> None:
    """Correct support that was read at ``revision``; the family and the round stay.

    ``values`` as in ``add``; what they leave out stays. Refuses as ``add`` does, and support
    changed since (ChangedMeanwhile) or gone (RowUnknown).
    """
    hand = Hand(connection, reader)
    row = _row(connection, reader, support, revision)
    hand.change(schema.family_support, support, revision, **_columns(connection, values, row))


def remove(connection: Connection, reader: Reader, support: int, revision: int) -> None:
    """Take away support that was entered by hand; what it said stays in the history.

    A family entered by hand to which nothing refers any more goes with it. Refuses support that did
    not come by hand (NotByHand), and as ``change`` does.
    """
    hand = Hand(connection, reader)
    row = _row(connection, reader, support, revision)
    if row["origin"] != Origin.ENTERED:
        raise NotByHand("Only what was entered by hand is taken away by hand.")
    hand.remove(schema.family_support, support, revision)
    families.let_go(connection, hand, row["family_id"])


def _row(connection: Connection, reader: Reader, support: int, revision: int) -> Row:
    """The support as it stands, of a round that is not closed."""
    table, round_ = schema.family_support, schema.round
    statement = select(table, round_.c.code).join_from(table, round_).where(table.c.id == support)
    row = connection.execute(statement).mappings().first()
    if row is None:
        raise RowUnknown("The support is gone.")
    require_at(reader, Right.KEEP_RECORDS, round_=row["round_id"])
    require_open(connection, reader, Filters(round=row["code"]))
    if row["revision"] != revision:
        raise ChangedMeanwhile("Somebody else changed the support in the meantime.")
    return row


def _columns(connection: Connection, values: Values, before: Row | None) -> Columns:
    columns = {name: values[name] for name in ("given_on",) if name in values}
    if before is None or "area" in values:
        columns["area"] = values.get("area") or Area.NOT_STATED.value
    if "institution" in values:
        code = values["institution"]
        found = None if code is None else institutions.current(connection, code)["id"]
        columns["institution_id"] = found
    return columns
