"""Reads a map file back, and refuses one that a reader would see drawn wrongly."""

import importlib
from collections.abc import Iterable, Iterator
from itertools import accumulate, chain, pairwise
from typing import Any

OBJECT = "municipalities"

Point = tuple[int, int]
Ring = list[Point]
Polygon = list[Ring]  # the outer ring, then its holes
Walk = list[int]  # the arcs that make up a ring, in turn


class MapRefused(Exception):
    """No map is written; the message says in one sentence why."""


class BuildPackageMissing(MapRefused):
    """A package that only the build needs is not installed."""


class UnitsMissing(MapRefused):
    """The units found are not the units that the project knows."""


class CoverageInvalid(MapRefused):
    """Two units overlap, or their common border is not the same line in both."""


class WindingWrong(MapRefused):
    """A ring runs the wrong way round."""


def build_package(name: str) -> Any:
    """A package that only the build needs; refuses (BuildPackageMissing) where it is absent."""
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as absent:
        sentence = f"Building the maps needs {absent.name}; python -m pydoc seed.geometry says how."
        raise BuildPackageMissing(sentence) from absent


def polygons(topology: dict[str, Any]) -> Iterator[tuple[str, Polygon]]:
    """Each polygon with its ISO code, in the whole steps of the file's own grid."""
    arcs = _arcs(topology)
    for iso, walks in _parts(topology):
        yield iso, [_ring(arcs, walk) for walk in walks]


def turn_rings(topology: dict[str, Any]) -> None:
    """Turns each ring that runs the wrong way round, in place: outer clockwise, holes not.

    topojson 2.2 winds a hole like the city that fills it (mattijn/topojson, issue 102).
    """
    arcs = _arcs(topology)
    for _, walks in _parts(topology):
        for position, walk in enumerate(walks):
            if is_clockwise(_ring(arcs, walk)) != (position == 0):
                walks[position] = [~index for index in reversed(walk)]


def _parts(topology: dict[str, Any]) -> Iterator[tuple[str, list[Walk]]]:
    for drawn in topology["objects"][OBJECT]["geometries"]:
        parts = [drawn["arcs"]] if drawn["type"] == "Polygon" else drawn["arcs"]
        for walks in parts:
            yield drawn["properties"]["iso"], walks


def _arcs(topology: dict[str, Any]) -> list[Ring]:
    """Rule: TopoJSON specification, 2.1.3: a point of an arc is a step from the one before it."""
    return [list(accumulate(map(tuple, arc), _step)) for arc in topology["arcs"]]


def _step(point: Point, step: Point) -> Point:
    return point[0] + step[0], point[1] + step[1]


def _ring(arcs: list[Ring], walk: Walk) -> Ring:
    """Rule: TopoJSON specification, 2.1.4: ``~n`` is arc ``n`` walked backwards."""
    lines = [arcs[index] if index >= 0 else arcs[~index][::-1] for index in walk]
    return [*chain.from_iterable(line[:-1] for line in lines), lines[-1][-1]]


def is_clockwise(ring: Ring) -> bool:
    """Whether a closed ring runs clockwise, north being up (the sign of the shoelace sum)."""
    return sum(x * next_y - next_x * y for (x, y), (next_x, next_y) in pairwise(ring)) < 0


def require_same(drawn: Iterable[str], known: Iterable[str], what: str) -> None:
    """Refuses (UnitsMissing) unless exactly the units that the project knows can be drawn."""
    alone = sorted(set(drawn) ^ set(known))
    if alone:
        sentence = f"{what}: {len(alone)} in the boundaries or the facts alone, first {alone[0]}."
        raise UnitsMissing(sentence)


def require_clockwise(topology: dict[str, Any]) -> None:
    """Refuses (WindingWrong) an outer ring that is not clockwise, or a hole that is.

    Rule: d3-geo, which Vega draws with, fills the land to the right of a ring.
    """
    for iso, (outer, *holes) in polygons(topology):
        if not is_clockwise(outer) or any(map(is_clockwise, holes)):
            raise WindingWrong(f"A ring of {iso} runs the wrong way round.")
