"""A map file in either of two formats, as the one that pages draw."""

import json
from collections.abc import Callable
from itertools import pairwise
from operator import index
from pathlib import Path
from typing import Any

from seed.topology import OBJECT, MapRefused

WEST, SOUTH, EAST, NORTH = 20.0, 55.0, 29.0, 59.0
GRID_STEPS = 1_000_000

Topology = dict[str, Any]


class MapUnusable(MapRefused):
    """The file is no map of these municipalities."""


def parsed(path: Path) -> Topology:
    """The file as quantised TopoJSON with what the platform needs and nothing else.

    Refuses (MapUnusable) what is neither that nor GeoJSON; whether it is drawn well, others ask.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
        return READ[content["type"]](content)
    except OSError as wrong:
        raise MapUnusable(f"{path} cannot be read: {wrong.strerror}.") from wrong
    except (KeyError, TypeError, ValueError, IndexError, RecursionError, OverflowError) as wrong:
        raise unusable(path) from wrong


def unusable(path: Path) -> MapUnusable:
    """The refusal of a file that is no map."""
    return MapUnusable(
        f"{path.name} is neither quantised TopoJSON with the object {OBJECT} nor a GeoJSON "
        "FeatureCollection, of polygons with the property iso."
    )


def _from_topojson(content: Topology) -> Topology:
    shapes = content["objects"][OBJECT]["geometries"]
    transform = {
        part: [float(number) for number in content["transform"][part]]
        for part in ("scale", "translate")
    }
    arcs = [[[index(x), index(y)] for x, y in arc] for arc in content["arcs"]]
    kept = [_geometry(shape["properties"]["iso"], shape["type"], shape["arcs"]) for shape in shapes]
    return _topology(kept, transform, arcs)


def _from_geojson(content: Topology) -> Topology:
    """Each ring as an arc of its own, its points on one fine grid for all."""
    scale = ((EAST - WEST) / GRID_STEPS, (NORTH - SOUTH) / GRID_STEPS)
    arcs: list[list[list[int]]] = []
    kept = []

    def arc(ring: list[list[float]]) -> list[int]:
        points = [
            [round((x - WEST) / scale[0]), round((y - SOUTH) / scale[1])] for x, y, *_ in ring
        ]
        steps = ([b[0] - a[0], b[1] - a[1]] for a, b in pairwise(points))
        arcs.append([points[0], *steps])
        return [len(arcs) - 1]

    for feature in content["features"]:
        kind, rings = feature["geometry"]["type"], feature["geometry"]["coordinates"]
        parts = [rings] if kind == "Polygon" else rings
        walks = [[arc(ring) for ring in part] for part in parts]
        walks_of_kind = walks[0] if kind == "Polygon" else walks
        kept.append(_geometry(feature["properties"]["iso"], kind, walks_of_kind))
    return _topology(kept, {"scale": list(scale), "translate": [WEST, SOUTH]}, arcs)


READ: dict[str, Callable[[Topology], Topology]] = {
    "Topology": _from_topojson,
    "FeatureCollection": _from_geojson,
}


def _geometry(iso: str, kind: str, arcs: Any) -> Topology:
    if kind not in {"Polygon", "MultiPolygon"}:
        raise ValueError(kind)
    return {"type": kind, "id": str(iso), "properties": {"iso": str(iso)}, "arcs": arcs}


def _topology(shapes: list[Topology], transform: Any, arcs: Any) -> Topology:
    collection = {"type": "GeometryCollection", "geometries": shapes}
    return {
        "type": "Topology",
        "objects": {OBJECT: collection},
        "transform": transform,
        "arcs": arcs,
    }
