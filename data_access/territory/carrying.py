"""Where the land of each municipality lies in every division, worked out from territorial units.

Reforms hand parishes and towns on whole, so a municipality lies in another division wherever its
units lie there. The answer is kept in ``carried_land``, one row a municipality and division:
``there_id`` is the municipality with all of its land, missing where several have a part;
``before_id`` the same for records before ``changed_on``, the day on which a part left the
municipality within its own division.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from data_access import schema

Row = dict[str, Any]
Units = frozenset[int]


def renew(connection: Connection) -> None:
    """Work ``carried_land`` out anew; whoever changes divisions, units or successions does so."""
    connection.execute(delete(schema.carried_land))
    if rows := list(_rows(connection)):
        connection.execute(insert(schema.carried_land), rows)


@dataclass(frozen=True)
class _Land:
    """Which units each municipality has, and which municipality of a division has each unit."""

    units: Mapping[int, Units]
    homes: Mapping[int, Mapping[int, int]]

    def there(self, division: int, units: Iterable[int]) -> set[int]:
        """The municipalities of the division with a part of the units."""
        home = self.homes[division]
        return {home[unit] for unit in units if unit in home}


def _rows(connection: Connection) -> Iterator[Row]:
    land, left = _land(connection), _left(connection)
    for municipality, units in land.units.items():
        gainers, day = left.get(municipality, (frozenset(), None))
        before = units.union(*(land.units.get(gainer, ()) for gainer in gainers))
        for division in land.homes:
            if there := land.there(division, units):
                yield {
                    "municipality_id": municipality,
                    "division_id": division,
                    "there_id": _only(there),
                    "changed_on": day,
                    "before_id": _only(land.there(division, before)) if day else None,
                }


def _only(found: set[int]) -> int | None:
    return found.pop() if len(found) == 1 else None


def _land(connection: Connection) -> _Land:
    lies, municipality = schema.unit_membership, schema.municipality
    units: dict[int, set[int]] = defaultdict(set)
    homes: dict[int, dict[int, int]] = defaultdict(dict)
    for unit, number, division in connection.execute(
        select(lies.c.territorial_unit_id, lies.c.municipality_id, municipality.c.division_id)
        .join_from(lies, municipality)
        .order_by(lies.c.id)
    ):
        units[number].add(unit)
        homes[division][unit] = number
    return _Land({number: frozenset(found) for number, found in units.items()}, homes)


def _left(connection: Connection) -> dict[int, tuple[Units, dt.date]]:
    """The municipalities that lost a part within their division: to which others, and when."""
    loses, gains = schema.municipality.alias("loses"), schema.municipality.alias("gains")
    succession = schema.succession.c
    lost: dict[int, list[tuple[int, dt.date]]] = defaultdict(list)
    for loser, gainer, day in connection.execute(
        select(succession.predecessor_id, succession.successor_id, succession.effective_on)
        .join_from(schema.succession, loses, succession.predecessor_id == loses.c.id)
        .join(gains, succession.successor_id == gains.c.id)
        .where(loses.c.division_id == gains.c.division_id)
    ):
        lost[loser].append((gainer, day))
    return {
        loser: (frozenset(gainer for gainer, _ in parts), min(day for _, day in parts))
        for loser, parts in lost.items()
    }
