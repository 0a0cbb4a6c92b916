"""One change of many entries at once: all of them or none, with what stood before each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, select

from data_access import schema, sources
from data_access.access import Reader
from data_access.recommendations.deadlines import Deadline
from data_access.recommendations.keeping import addressing, carrying
from data_access.recommendations.keeping.columns import require_in_time
from data_access.recommendations.keeping.rows import ENTRY, Row, current
from data_access.rules import AddresseeRole, Area
from data_access.upkeep import ChangedMeanwhile, Hand

CHANGED_AT_ONCE = 1_000


class TooMany(ValueError):
    """More entries than CHANGED_AT_ONCE; nothing was stored."""


class What(StrEnum):
    """What can be changed in many entries at once."""

    AREA = "area"
    ADDRESSEE = "addressee"
    DEADLINE = "deadline"
    CARRIED = "carried"
    SOURCE = "source"


@dataclass(frozen=True)
class Change:
    """What stands from now on: a value, or nothing.

    ``of`` is the institution of an addressee, whose value is its role or None, and the round of
    what is carried, whose value is True or False; both by their codes. An area has its code, a
    deadline a ``Deadline``, a source its code and where in it, or None. A change that undoes
    another one holds in ``undoes`` what that one left behind.
    """

    what: What
    value: Any
    of: str = ""
    undoes: tuple[Any, ...] = ()


@dataclass(frozen=True)
class Changed:
    """What ``change_many`` did: for each entry that is another one now, the change that undoes it.

    ``alike`` are the entries that stood so already.
    """

    back: Mapping[str, Change]
    alike: tuple[str, ...] = ()


def change_many(
    connection: Connection,
    reader: Reader,
    references: Sequence[str],
    change: Change | Mapping[str, Change],
) -> Changed:
    """Change all of the entries, or none of them; what undoes it comes back.

    To undo it, ``change_many(connection, reader, tuple(changed.back), changed.back)``: entries
    that somebody changed since in the same are refused (ChangedMeanwhile).

    Refuses more than CHANGED_AT_ONCE (TooMany), entries that are none (EntryUnknown) or that the
    right does not reach (AccessRefused), a deadline before an entry was made (DeadlineBeforeMade),
    a round that is not later than an entry's (CarriedBack), and rounds, institutions and sources
    that nobody knows.
    """
    keeper = _Keeper(connection, reader)
    if len(references) > CHANGED_AT_ONCE:
        raise TooMany("Too many entries for one change.")
    back: dict[str, Change] = {}
    alike: list[str] = []
    rows = {each: current(connection, reader, each) for each in references}
    for reference, row in rows.items():
        one = change[reference] if isinstance(change, Mapping) else change
        stood = keeper.stood(row, one)
        if one.undoes and one.undoes != (stood,):
            raise ChangedMeanwhile("Somebody else changed an entry in the meantime.")
        if stood == one.value:
            alike.append(reference)
            continue
        keeper.store(row, one)
        back[reference] = replace(one, value=stood, undoes=(one.value,))
    return Changed(back, tuple(alike))


class _Keeper:
    """What stands in an entry of what can be changed in many, and how it is changed."""

    def __init__(self, connection: Connection, reader: Reader) -> None:
        self._hand = Hand(connection, reader)
        self._connection, self._reader = connection, reader

    def stood(self, row: Row, one: Change) -> Any:
        match one.what:
            case What.AREA:
                return row["area"]
            case What.DEADLINE:
                return Deadline.of(row)
            case What.ADDRESSEE:
                return addressing.role_of(self._connection, row, one.of)
            case What.CARRIED:
                return carrying.is_in(self._connection, row, one.of)
            case What.SOURCE:
                return self._source(row)

    def store(self, row: Row, one: Change) -> None:
        here = self._connection, self._reader
        match one.what:
            case What.ADDRESSEE:
                role = None if one.value is None else AddresseeRole(one.value)
                addressing.put(self._connection, self._hand, row, one.of, role)
            case What.CARRIED:
                carrying.put_into(
                    *here,
                    self._hand,
                    row,
                    one.of,
                    is_there=bool(one.value),
                )
            case _:
                columns = self._columns(row, one)
                self._hand.change(ENTRY, row["id"], row["revision"], **columns)

    def _columns(self, row: Row, one: Change) -> dict[str, Any]:
        if one.what is What.AREA:
            return {"area": Area(one.value).value}
        if one.what is What.DEADLINE:
            require_in_time(row["made_on"], one.value, row["reference"])
            columns: dict[str, Any] = one.value.columns
            return columns
        code, locator = one.value or (None, None)
        return {"source_id": sources.number_of(self._connection, code), "locator": locator}

    def _source(self, row: Row) -> tuple[str | None, str | None] | None:
        source = schema.source.c
        statement = select(source.code).where(source.id == row["source_id"])
        stated = self._connection.scalars(statement).first(), row["locator"]
        return None if stated == (None, None) else stated
