"""Reads a map file back, and refuses one that a reader would see drawn wrongly."""

import importlib
import sys
from collections.abc import Iterable, Iterator
from itertools import accumulate, chain, pairwise
from typing import Any

OBJECT = "municipalities"

Point = tuple[int, int]
Ring = list[Point]
Polygon = list[Ring]  # the outer ring, then its holes
Walk = list[int]  # the arcs that make up a ring, in turn
PACKAGES = {"shapely": "2.2.0", "pyproj": "3.7.2", "topojson": "2.2"}


class MapRefused(Exception):
    """No map is written; the message says in one sentence why."""


class BuildPackageMissing(MapRefused):
    """A package that only work on maps needs is not installed."""


class UnitsMissing(MapRefused):
    """The units found are not the units that the project knows."""


class CoverageInvalid(MapRefused):
    """Two units overlap, or their common border is not the same line in both."""


class WindingWrong(MapRefused):
    """A ring runs the wrong way round."""


class RingOpen(MapRefused):
    """A ring does not end where it began, or breaks off on its way."""


def build_package(name: str) -> Any:
    """A package that only work on maps needs; refuses (BuildPackageMissing) where it is absent."""
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as absent:
        package = name.partition(".")[0]
        raise BuildPackageMissing(
            f"Work on maps needs {package}: install it with "
            f"`{sys.executable} -m pip install {package}=={PACKAGES[package]}` and start again."
        ) from absent


def polygons(topology: dict[str, Any]) -> Iterator[tuple[str, Polygon]]:
    """Each polygon with its ISO code, in the whole steps of the file's own grid."""
    arcs = _arcs(topology)
    for iso, walks in _parts(topology):
        yield iso, [_ring(arcs, walk) for walk in walks]


def turn_rings(topology: dict[str, Any]) -> int:
    """Turns each ring that runs the wrong way round, in place: outer clockwise, holes not.

    How many were turned.

    topojson 2.2 winds a hole like the city that fills it (mattijn/topojson, issue 102).
    """
    arcs, turned = _arcs(topology), 0
    for _, walks in _parts(topology):
        for position, walk in enumerate(walks):
            if is_clockwise(_ring(arcs, walk)) != (position == 0):
                walks[position] = [~index for index in reversed(walk)]
                turned += 1
    return turned


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
    lines = _lines(arcs, walk)
    return [*chain.from_iterable(line[:-1] for line in lines), lines[-1][-1]]


def _lines(arcs: list[Ring], walk: Walk) -> list[Ring]:
    return [arcs[index] if index >= 0 else arcs[~index][::-1] for index in walk]


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


def require_closed(topology: dict[str, Any]) -> None:
    """Refuses (RingOpen) a ring of which one arc does not begin where the one before it ends."""
    arcs = _arcs(topology)
    for iso, walks in _parts(topology):
        for walk in walks:
            lines = _lines(arcs, walk)
            if any(line[0] != before[-1] for before, line in pairwise([lines[-1], *lines])):
                raise RingOpen(f"A ring of {iso} does not close.")
