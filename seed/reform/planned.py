"""What a reform does to the latest division: what merges, what is divided, what goes on."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data_access.territory import Outlines
from seed.boundaries import Shape
from seed.reform import listed, outlined
from seed.reform.listed import Listed
from seed.reform.outlined import Map
from seed.reform.present import Municipality, Present, ReformRefused
from seed.topology import build_package

LITTLE, MUCH = 0.1, 0.25
"""Of a municipality's land: how much may lie on no map, and how much where no unit of it goes.

Coasts and small cities differ from map to map by as much as lines were simplified.
"""

Shares = Mapping[tuple[str, str], float]


@dataclass(frozen=True)
class Told:
    """What is told of a reform beside its list and its map."""

    division: str
    begins: dt.date
    legal_basis: str | None
    attribution_lv: str
    attribution_en: str


@dataclass(frozen=True)
class Plan:
    """A reform that fits the division before it.

    ``shares``: the part of the land of a municipality of the present, by code, that passes on to
    one of the new division. It is told, and shares out no figure.
    """

    told: Told
    present: Present
    listed: Listed
    map: Map
    shares: Shares


def plan(present: Present, told: Told, old: Outlines, files: tuple[Path, Path]) -> Plan:
    """What the list and the map would do; refuses (ReformRefused, MapRefused, FactsUnreadable)."""
    _require_told(present, told)
    of_units, of_land = files
    new = listed.read(of_units, present)
    _require_land_of_their_own(present, new)
    drawn = outlined.read(of_land, new.municipalities)
    shares = dict(_shares(present, new, outlined.land_of(old), drawn.land))
    return Plan(told, present, new, drawn, shares)


def day_before(told: Told) -> dt.date:
    """The last day of the division that ends."""
    return told.begins - dt.timedelta(days=1)


def _require_told(present: Present, told: Told) -> None:
    before = present.division
    if told.division in present.codes:
        raise ReformRefused(f"The division {told.division} was added already.")
    if before["valid_to"] is not None:
        raise ReformRefused(
            f"The division {before['code']} ends on {before['valid_to']:%d.%m.%Y} already."
        )
    if day_before(told) <= before["valid_from"]:
        raise ReformRefused(
            f"The division {before['code']} began on {before['valid_from']:%d.%m.%Y}: "
            "the next one begins at least two days later."
        )
    if told.division != str(told.begins.year):
        raise ReformRefused(
            f"A division is called by the year in which it begins: {told.begins.year}."
        )
    if not (told.attribution_lv.strip() and told.attribution_en.strip()):
        raise ReformRefused("Whose boundaries the map shows must be said in both languages.")


def _require_land_of_their_own(present: Present, new: Listed) -> None:
    """A code stays with land that it had: else two municipalities would pass for one."""
    kept = {(present.units[unit].home, home) for unit, home in new.homes.items()}
    for iso, one in new.municipalities.items():
        before = present.municipalities.get(iso)
        if before is not None and (iso, iso) not in kept:
            raise ReformRefused(
                f"{iso} is {before.name} today, and no unit of it stays with {one.name}: "
                f"{one.name} needs a code of its own."
            )


def _shares(
    present: Present, new: Listed, old_land: Mapping[str, Shape], land: Mapping[str, Shape]
) -> Iterator[tuple[tuple[str, str], float]]:
    """The part of each predecessor's land that each successor by units has on the new map."""
    successors: dict[str, set[str]] = defaultdict(set)
    for unit, iso in new.homes.items():
        successors[present.units[unit].home].add(iso)
    covered: dict[str, float] = defaultdict(float)
    for iso in sorted(successors):
        parts = dict(_parts(old_land[iso], land))
        _require_where_units_go(present.municipalities[iso], parts, successors[iso], new, old_land)
        passed_on = sum(parts[to] for to in successors[iso])
        for to in sorted(successors[iso]):
            share = parts[to] / passed_on
            whole = len(successors[iso]) == 1
            yield (iso, to), 1.0 if whole else min(max(round(share, 4), 0.0001), 0.9999)
        for to, area in parts.items():
            covered[to] += area
    for to, shape in land.items():
        if covered[to] < (1 - MUCH) * shape.area:
            raise ReformRefused(
                f"On the map {1 - covered[to] / shape.area:.0%} of {_named(new, to)} is land "
                "that belonged to no municipality before."
            )


def _parts(whole: Shape, land: Mapping[str, Shape]) -> Iterator[tuple[str, float]]:
    """How much of the whole lies in each municipality of a map, in square metres."""
    shapely = build_package("shapely")
    for iso, shape in land.items():
        yield iso, float(shapely.intersection(whole, shape).area)


def _require_where_units_go(
    one: Municipality,
    parts: Mapping[str, float],
    successors: set[str],
    new: Listed,
    old_land: Mapping[str, Shape],
) -> None:
    """The map and the list tell the same story, as far as the last map can tell."""
    whole = old_land[one.iso].area
    nowhere = 1 - sum(parts.values()) / whole
    if nowhere > LITTLE:
        raise ReformRefused(f"On the map {nowhere:.0%} of what {one.name} is today is nobody's.")
    for to, area in parts.items():
        if to in successors and area == 0:
            raise ReformRefused(
                f"Units of {one.name} go to {_named(new, to)} by the list, and no land on the map."
            )
        if to not in successors and area / whole > MUCH:
            raise ReformRefused(
                f"On the map {area / whole:.0%} of what {one.name} is today lies in "
                f"{_named(new, to)}, to which the list gives no unit of it."
            )


def _named(new: Listed, iso: str) -> str:
    return f"{new.municipalities[iso].name} ({iso})"


def figures(found: Plan) -> dict[str, Any]:
    """Codes and counts for the audit log."""
    homes = {code: unit.home for code, unit in found.present.units.items()}
    return {
        "division": found.told.division,
        "municipalities": len(found.listed.municipalities),
        "units": len(found.listed.homes),
        "moved": sum(home != homes[unit] for unit, home in found.listed.homes.items()),
    }
