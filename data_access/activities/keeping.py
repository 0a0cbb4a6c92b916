"""The upkeep of activities: adding one, correcting it, taking away one that nothing refers to."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, select

from data_access import periods, places, referring, schema, sources
from data_access.access import Reader, Right, require, require_at
from data_access.codes import free_code
from data_access.filters import Filters
from data_access.rounds import require_open
from data_access.rules import Area, Origin, fold
from data_access.upkeep import ChangedMeanwhile, Hand, NotByHand, RowUnknown

Values = Mapping[str, Any]
Row = Mapping[Any, Any]
Columns = dict[str, Any]

WRITTEN = (
    *("title_lv", "title_en", "kind", "place_name_lv", "place_name_en"),
    *("outcome_lv", "outcome_en", "locator"),
)
"""What is stored as it was entered; days, place and source are looked at first."""


class RoundUnknown(LookupError):
    """No round has the code; nothing was stored."""


class StillReferredTo(RuntimeError):
    """Records still refer to the activity; ``tables`` names the tables that hold them."""

    def __init__(self, tables: tuple[str, ...]) -> None:
        super().__init__(f"The activity is referred to by: {', '.join(tables)}.")
        self.tables = tables


def add(connection: Connection, reader: Reader, round_code: str, values: Values) -> str:
    """An activity of the round; its code, made from the round's and the Latvian title.

    ``values`` hold WRITTEN, ``area``, ``starts_on`` and ``ends_on``, ``place`` as in
    ``places.columns_of``, ``source`` by its code and ``measure`` by its position in the round's
    list; what they leave out is not stated. Without an English title the Latvian one stands in its
    place. Refuses a closed round (RoundClosed), one that nobody knows (RoundUnknown), a round or a
    municipality that the right does not reach (AccessRefused; an activity without one is for who
    is not limited to municipalities), days that are no period (DaysUnusable), and unknown places
    and sources (PlaceUnknown, SourceUnknown).
    """
    hand = Hand(connection, reader)
    known = select(schema.round.c.id).where(schema.round.c.code == round_code)
    round_id = connection.scalars(known).first()
    if round_id is None:
        raise RoundUnknown("There is no such round.")
    columns = _columns(connection, reader, values, None)
    _require(reader, columns | {"round_id": round_id})
    require_open(connection, reader, Filters(round=round_code))
    code = free_code(connection, schema.activity, f"{round_code} {values['title_lv']}")
    columns |= _measure(connection, round_id, values)
    hand.add(schema.activity, code=code, round_id=round_id, **columns)
    return code


def change(
    connection: Connection, reader: Reader, code: str, revision: int, values: Values
) -> None:
    """Correct an activity that was read at ``revision``; its code and round stay.

    ``values`` as in ``add``; what they leave out stays. The right has to reach the place where the
    activity lay and the one where it lies from now on. Refuses as ``add`` does, and an activity
    changed since (ChangedMeanwhile) or gone (RowUnknown).
    """
    hand = Hand(connection, reader)
    row = current(connection, reader, code, revision)
    columns = _columns(connection, reader, values, row)
    _require(reader, {**row, **columns})
    columns |= _measure(connection, row["round_id"], values)
    hand.change(schema.activity, row["id"], revision, **columns)


def remove(connection: Connection, reader: Reader, code: str, revision: int) -> None:
    """Take away an activity that was entered by hand; what it said stays in the history.

    Refuses one that the right does not reach (AccessRefused), one that came with the documents
    (NotByHand), one that anything refers to (StillReferredTo), one of a closed round
    (RoundClosed), and one changed since or gone.
    """
    hand = Hand(connection, reader)
    row = current(connection, reader, code, revision)
    if row["origin"] != Origin.ENTERED:
        raise NotByHand("Only what was entered by hand is taken away by hand.")
    if tables := referring.tables_with(connection, schema.activity, row["id"]):
        raise StillReferredTo(tables)
    hand.remove(schema.activity, row["id"], revision)


def current(connection: Connection, reader: Reader, code: str, revision: int | None = None) -> Row:
    """The activity as it stands, within the right to keep records, of a round that is not closed.

    Refuses RowUnknown, AccessRefused, RoundClosed, and one that is no longer at ``revision``
    (ChangedMeanwhile).
    """
    require(reader, Right.KEEP_RECORDS)
    statement = select(schema.activity).where(schema.activity.c.code == code)
    row = connection.execute(statement).mappings().first()
    if row is None:
        raise RowUnknown("The activity is gone.")
    _require(reader, row)
    require_open(connection, reader, Filters(activity=code))
    if revision is not None and row["revision"] != revision:
        raise ChangedMeanwhile("Somebody else changed the activity in the meantime.")
    return row


def _require(reader: Reader, row: Row) -> None:
    """Nothing, where the right reaches the round and the municipality that the row names."""
    where = {"round_": row["round_id"], "municipality": row.get("municipality_id")}
    require_at(reader, Right.KEEP_RECORDS, **where)


def _columns(connection: Connection, reader: Reader, values: Values, before: Row | None) -> Columns:
    stated = {**(before or {}), **values}
    columns = {name: values[name] for name in WRITTEN if name in values}
    columns["title_en"] = stated.get("title_en") or stated["title_lv"]
    columns["title_folded"] = fold(stated["title_lv"])
    columns["area"] = stated.get("area") or Area.NOT_STATED.value
    if "source" in values:
        columns["source_id"] = sources.number_of(connection, values["source"])
    days = periods.entered(stated.get("starts_on"), stated.get("ends_on"), before=before)
    return columns | days | places.entered(connection, reader, values, before)


def _measure(connection: Connection, round_id: int, values: Values) -> Columns:
    """The line of the round's own list, by its position; none where none is named."""
    if "measure" not in values:
        return {}
    line = schema.round_statement.c
    found = connection.scalars(
        select(line.id).where(
            line.round_id == round_id,
            line.kind == "measure",
            line.position == int(values["measure"] or 0),
        )
    )
    return {"measure_id": found.first()}
