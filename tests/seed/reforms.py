"""An invented reform: Balvi takes in Alūksne, and Carnikava goes from Ādaži to Saulkrasti."""

import csv
import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from data_access.territory import outlines
from seed.boundaries import Shape
from seed.topology import build_package, polygons

TAKEN_IN, TAKES_IN = "LV-007", "LV-015"
GIVES, GAINS = "LV-011", "LV-089"
MOVED = "adazu-novads.carnikavas-pag"

Line = dict[str, str]
Land = dict[str, Shape]


def today() -> Land:
    """The outlines of 2025 in degrees, by code."""
    shapely, topology = build_package("shapely"), outlines("2025")
    (east, north), (west, south) = (topology["transform"][of] for of in ("scale", "translate"))
    parts: dict[str, list[Shape]] = {}
    for iso, rings in polygons(topology):
        outer, *holes = [[(west + x * east, south + y * north) for x, y in r] for r in rings]
        parts.setdefault(iso, []).append(shapely.Polygon(outer, holes))
    return {iso: shapely.MultiPolygon(found) for iso, found in parts.items()}


def tomorrow() -> Land:
    """The same after the reform."""
    shapely, land = build_package("shapely"), today()
    together = [land[TAKES_IN], land.pop(TAKEN_IN)]
    land[TAKES_IN] = shapely.coverage_union_all(together)
    piece, rest = _cut(land[GIVES], land[GAINS])
    land[GIVES] = rest
    land[GAINS] = shapely.coverage_union_all([land[GAINS], piece])
    return land


def _cut(whole: Shape, beside: Shape) -> tuple[Shape, Shape]:
    """The whole without a piece beside another one, cut from corner to corner."""
    shapely = build_package("shapely")
    (polygon,) = whole.geoms
    corners = list(polygon.exterior.coords)[:-1]
    common = {place for place, at in enumerate(corners) if shapely.Point(at).intersects(beside)}
    first = next(place for place in common if (place - 1) % len(corners) not in common)
    turned = corners[first:] + corners[:first]
    for start in range(len(turned) - 1, len(turned) // 2, -1):
        for end in range(len(common), start - 2):
            piece = shapely.Polygon([*turned[start:], *turned[: end + 1]])
            rest = shapely.Polygon(turned[end : start + 1])
            is_cut = polygon.covers(shapely.LineString([turned[start], turned[end]]))
            if is_cut and min(piece.area, rest.area) > whole.area / 4:
                return piece, rest
    raise AssertionError("no cut was found")


def geojson(land: Mapping[str, Shape]) -> dict[str, Any]:
    """The land as any program writes it, outer rings counter-clockwise."""
    shapely = build_package("shapely")
    features = [
        {
            "type": "Feature",
            "properties": {"iso": iso, "population": 7},
            "geometry": json.loads(shapely.to_geojson(shapely.orient_polygons(shape))),
        }
        for iso, shape in land.items()
    ]
    return {"type": "FeatureCollection", "features": features}


def reformed(template: str) -> list[Line]:
    """The lines of the template as somebody edits them for the reform."""
    lines = list(csv.DictReader(io.StringIO(template.removeprefix("\ufeff"))))
    names = {line["iso"]: line["municipality"] for line in lines}
    for line in lines:
        goes = GAINS if line["unit"] == MOVED else TAKES_IN if line["iso"] == TAKEN_IN else None
        if goes is not None:
            line |= {"iso": goes, "municipality": names[goes]}
    return lines


def written(lines: list[Line], delimiter: str = ",") -> str:
    """The lines as a file."""
    out = io.StringIO()
    writer = csv.DictWriter(out, list(lines[0]), delimiter=delimiter, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(lines)
    return out.getvalue()


def altered(lines: list[Line], of: str, /, **cells: str) -> list[Line]:
    """The lines with other cells for one unit."""
    return [line | cells if line["unit"] == of else dict(line) for line in lines]


def put(folder: Path, name: str, content: object) -> Path:
    """A file with the content: bytes and text as they are, anything else as JSON."""
    path = folder / name
    text = content if isinstance(content, bytes | str) else json.dumps(content)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path
