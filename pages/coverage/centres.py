"""Where to write on a municipality: the point of its largest piece that lies farthest inside."""

import heapq
import math
from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import Any

Point = tuple[float, float]
Ring = list[Point]
Piece = list[Ring]
"""An outer ring, then the rings of its holes."""

Corners = tuple[Point, Point]
"""The lowest and the highest longitude and latitude."""

PARALLEL = math.cos(math.radians(57))
"""How much shorter a degree of longitude is than one of latitude, in the middle of the map."""

NEAR_ENOUGH = 0.005
"""Degrees of latitude that a better point would have to gain."""


def centres(topology: dict[str, Any]) -> dict[str, Point]:
    """Longitude and latitude for the sign of each municipality of a TopoJSON, by its code."""
    return {code: _farthest_inside(max(pieces, key=_area)) for code, pieces in _shapes(topology)}


def corners(topology: dict[str, Any]) -> Corners:
    """The corners of all that the TopoJSON draws."""
    points = [point for arc in _arcs(topology) for point in arc]
    longitudes, latitudes = ([point[axis] for point in points] for axis in (0, 1))
    return (min(longitudes), min(latitudes)), (max(longitudes), max(latitudes))


def _shapes(topology: dict[str, Any]) -> Iterator[tuple[str, list[Piece]]]:
    arcs = _arcs(topology)
    for shape in topology["objects"]["municipalities"]["geometries"]:
        pieces = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
        yield shape["properties"]["iso"], [[_ring(arcs, ring) for ring in p] for p in pieces]


def _arcs(topology: dict[str, Any]) -> list[Ring]:
    """The stored borders as degrees; each point is stored as its distance from the last."""
    (x_scale, y_scale), (left, bottom) = (
        topology["transform"][of] for of in ("scale", "translate")
    )
    whole = [
        accumulate(arc, lambda at, step: (at[0] + step[0], at[1] + step[1]))
        for arc in topology["arcs"]
    ]
    return [[(x * x_scale + left, y * y_scale + bottom) for x, y in arc] for arc in whole]


def _ring(arcs: list[Ring], numbers: list[int]) -> Ring:
    """A closed line; a border with a number below zero is walked backwards."""
    points: Ring = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return points


def _area(piece: Piece) -> float:
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(piece[0])))


def _farthest_inside(piece: Piece) -> Point:
    """Squares over the piece, the most promising one split into four until none promises more."""
    flat = [[(x * PARALLEL, y) for x, y in ring] for ring in piece]
    (left, right), (low, high) = (
        (min(p[axis] for p in flat[0]), max(p[axis] for p in flat[0])) for axis in (0, 1)
    )
    half = min(right - left, high - low) / 2
    squares: list[tuple[float, float, Point, float]] = []

    def consider(point: Point, half: float) -> tuple[float, Point]:
        depth = _depth(point, flat)
        heapq.heappush(squares, (-depth - half * math.sqrt(2), depth, point, half))
        return depth, point

    best = max(
        consider((left + half * (2 * i + 1), low + half * (2 * j + 1)), half)
        for i in range(math.ceil((right - left) / half / 2))
        for j in range(math.ceil((high - low) / half / 2))
    )
    while squares and -squares[0][0] - best[0] > NEAR_ENOUGH:
        _, _, (x, y), half = heapq.heappop(squares)
        half /= 2
        corners = [(x + i * half, y + j * half) for i in (-1, 1) for j in (-1, 1)]
        best = max(best, *(consider(corner, half) for corner in corners))
    (x, y) = best[1]
    return x / PARALLEL, y


def _depth(point: Point, piece: Piece) -> float:
    """How far inside the piece the point lies; below zero, how far outside."""
    x, y = point
    is_inside, nearest = False, math.inf
    for ring in piece:
        for (ax, ay), (bx, by) in pairwise(ring):
            if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
                is_inside = not is_inside
            nearest = min(nearest, _squared_distance(x - ax, y - ay, bx - ax, by - ay))
    return math.sqrt(nearest) * (1 if is_inside else -1)


def _squared_distance(x: float, y: float, along_x: float, along_y: float) -> float:
    """From a point to a border that begins at zero."""
    length = along_x * along_x + along_y * along_y
    part = min(1.0, max(0.0, (x * along_x + y * along_y) / length)) if length else 0.0
    return float((x - part * along_x) ** 2 + (y - part * along_y) ** 2)
