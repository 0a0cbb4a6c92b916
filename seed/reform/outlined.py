"""A map of municipalities out of a file: every one drawn, once, whole, and none over another."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from seed.boundaries import SPECK_SQUARE_METRES, Shape
from seed.reform.parsed import EAST, NORTH, SOUTH, WEST, MapUnusable, Topology, parsed, unusable
from seed.reform.present import Municipality
from seed.topology import (
    OBJECT,
    CoverageInvalid,
    build_package,
    polygons,
    require_clockwise,
    require_closed,
    turn_rings,
)

AT_MOST = 500_000
EARTH_RADIUS_METRES = 6_371_007.2
NAMED_AT_MOST = 5
INTERIORS_MEET = "T********"


@dataclass(frozen=True)
class Map:
    """A map as it is stored, and the land of each municipality by its code, in square metres.

    ``turned``: how many rings ran the wrong way round in the file.
    """

    topology: Topology
    land: Mapping[str, Shape]
    turned: int

    @property
    def text(self) -> str:
        """The map as it is kept."""
        return json.dumps(self.topology, ensure_ascii=False, separators=(",", ":"))


def read(path: Path, named: Mapping[str, Municipality]) -> Map:
    """The map in a TopoJSON or GeoJSON file; refuses (MapRefused) one that would mislead.

    Rings may run either way: GeoJSON asks for the opposite of what Vega draws, so that they are
    turned. What is drawn must be what is named, each outline whole, no two of them on the same
    land, common borders the same line, and no land left out between them.
    """
    topology = parsed(path)
    shapes = topology["objects"][OBJECT]["geometries"]
    _require_all([shape["id"] for shape in shapes], named)
    try:
        require_closed(topology)
        turned = turn_rings(topology)
        outlines = _outlines(topology)
    except (TypeError, ValueError, IndexError) as wrong:
        raise unusable(path) from wrong
    _require_degrees(topology, list(outlines.values()))
    _require_coverage(outlines, named)
    require_clockwise(topology)
    for shape in shapes:
        one = named[shape["id"]]
        shape["properties"] = {"iso": one.iso, "name": one.name, "is_city": int(one.is_city)}
    shapes.sort(key=lambda shape: str(shape["id"]))
    found = Map(topology, land_of(topology), turned)
    _require_no_gap(found.land)
    if len(found.text) > AT_MOST:
        raise MapUnusable(
            f"The map has {len(found.text):,} characters, and pages carry it whole: "
            f"simplify it to at most {AT_MOST:,}, all municipalities together."
        )
    return found


def land_of(topology: Topology) -> dict[str, Shape]:
    """The land of each municipality; areas of these shapes are square metres, lengths nothing.

    Rule: Lambert's cylindrical projection keeps areas.
    """
    scale, origin = (np.array(topology["transform"][of]) for of in ("scale", "translate"))

    def project(points: Any) -> Any:
        angles = np.radians(points * scale + origin)
        return EARTH_RADIUS_METRES * np.column_stack((angles[:, 0], np.sin(angles[:, 1])))

    shapely = build_package("shapely")
    return {iso: shapely.transform(shape, project) for iso, shape in _outlines(topology).items()}


def _outlines(topology: Topology) -> dict[str, Shape]:
    """The outline of each municipality, in steps of the map's own grid."""
    shapely = build_package("shapely")
    parts: dict[str, list[Shape]] = defaultdict(list)
    for iso, (outer, *holes) in polygons(topology):
        parts[iso].append(shapely.Polygon(outer, holes))
    return {
        iso: found[0] if len(found) == 1 else shapely.MultiPolygon(found)
        for iso, found in parts.items()
    }


def _require_all(drawn: Iterable[str], named: Mapping[str, Municipality]) -> None:
    times = Counter(drawn)
    twice = [iso for iso, number in times.items() if number > 1]
    if twice:
        raise MapUnusable(f"The map draws {twice[0]} more than once.")
    missing, strangers = sorted(set(named) - set(times)), sorted(set(times) - set(named))
    if missing:
        raise MapUnusable(f"The map does not draw {_all_of(missing, named)}.")
    if strangers:
        raise MapUnusable(
            f"The map draws {', '.join(strangers[:NAMED_AT_MOST])}, to which no unit of the list "
            "belongs."
        )


def _require_degrees(topology: Topology, outlines: list[Shape]) -> None:
    low, high = np.reshape(build_package("shapely").total_bounds(outlines), (2, 2))
    scale, origin = (np.array(topology["transform"][of]) for of in ("scale", "translate"))
    (west, south), (east, north) = low * scale + origin, high * scale + origin
    if not (WEST <= west < east <= EAST and SOUTH <= south < north <= NORTH):
        raise MapUnusable(
            "The map does not lie in Latvia: it needs degrees (WGS 84), longitude before latitude."
        )


def _require_coverage(outlines: Mapping[str, Shape], named: Mapping[str, Municipality]) -> None:
    """Refuses (CoverageInvalid) outlines that cross themselves or do not fit each other."""
    shapely = build_package("shapely")
    shapes = list(outlines.values())
    sound = shapely.is_valid(shapes) & ~shapely.is_empty(shapes)
    torn = [iso for iso, is_sound in zip(outlines, sound, strict=True) if not is_sound]
    if torn:
        raise CoverageInvalid(f"The outline crosses itself: {_all_of(torn, named)}.")
    if shapely.coverage_is_valid(shapes):
        return
    edges = shapely.coverage_invalid_edges(shapes)
    wrong = [iso for iso, edge in zip(outlines, edges, strict=True) if not edge.is_empty]
    for iso in wrong:
        over = shapely.relate_pattern(outlines[iso], shapes, INTERIORS_MEET)
        others = {other for other, is_over in zip(outlines, over, strict=True) if is_over} - {iso}
        if others:
            found = _all_of([iso, *sorted(others)], named)
            raise CoverageInvalid(f"On the map these overlap: {found}.")
    raise CoverageInvalid(
        f"On the map a common border is not the same line on both sides: {_all_of(wrong, named)}."
    )


def _require_no_gap(land: Mapping[str, Shape]) -> None:
    """Refuses (CoverageInvalid) land between municipalities that is nobody's."""
    shapely = build_package("shapely")
    whole = shapely.coverage_union_all(list(land.values()))
    holes = [shapely.Polygon(hole) for part in shapely.get_parts(whole) for hole in part.interiors]
    gaps = [hole for hole in holes if hole.area > SPECK_SQUARE_METRES]
    if gaps:
        size = sum(gap.area for gap in gaps) / 1_000_000
        beside = [iso for iso, shape in land.items() if shapely.intersects(shape, gaps[0])]
        raise CoverageInvalid(
            f"The map leaves {size:.1f} km² between municipalities to nobody, beside "
            f"{', '.join(beside)}."
        )


def _all_of(isos: Iterable[str], named: Mapping[str, Municipality]) -> str:
    found = [f"{named[iso].name} ({iso})" for iso in isos]
    more = " and others" if len(found) > NAMED_AT_MOST else ""
    return ", ".join(found[:NAMED_AT_MOST]) + more
