"""The land of Latvia's territorial units, as shapes: read, cleaned, simplified, outlined."""

import sqlite3
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from data_access.rules import fold
from seed.topology import CoverageInvalid, MapRefused, build_package, polygons

BOUNDARIES = "locatepy/data/world-admin-bounds.db"
UNITS = """
    SELECT states.name, municipalities.name, municipalities.geom_wkb FROM municipalities
    JOIN states ON states.code = municipalities.state_id
    JOIN countries ON countries.id = municipalities.country_id WHERE countries.code = 'LVA'"""
GENITIVE_CITIES = {  # four of the seven cities stand there in the genitive
    "Jelgavas": "Jelgava",
    "Jūrmalas": "Jūrmala",
    "Liepājas": "Liepāja",
    "Rēzeknes": "Rēzekne",
}
DEGREES, METRES = 4326, 3059  # EPSG: WGS 84; LKS-92 / Latvia TM
GAP_METRES = 2000.0  # all land belongs to a unit, so that a gap between units is an error
TOLERANCE_METRES = 500.0
SPECK_SQUARE_METRES = 200_000.0

Shape = Any  # a shapely geometry
Piece = tuple[str, ...]  # the municipality of a piece of land in each division


class WheelUnreadable(MapRefused):
    """The file given is not the wheel with the boundaries."""


def unit_code(municipality: str, unit: str) -> str:
    """The code of a territorial unit, from its municipality of 2021 and its name."""
    words = (GENITIVE_CITIES.get(municipality, municipality), unit)
    return ".".join(fold(word).replace(".", "").replace(" ", "-") for word in words)


def read_units(wheel: Path) -> dict[str, Shape]:
    """Territorial units by code, in metres; refuses another file (WheelUnreadable)."""
    from_wkb = build_package("shapely").from_wkb
    try:
        database = sqlite3.connect(":memory:")
        database.deserialize(zipfile.ZipFile(wheel).read(BOUNDARIES))
        rows = sorted(database.execute(UNITS))
    except (OSError, KeyError, zipfile.BadZipFile, sqlite3.Error) as wrong:
        raise WheelUnreadable(f"{wheel} is not the wheel with {BOUNDARIES}.") from wrong
    return {
        unit_code(municipality, unit): _project(from_wkb(zlib.decompress(land)), DEGREES, METRES)
        for municipality, unit, land in rows
    }


def _project(shape: Shape, source: int, target: int) -> Shape:
    """The shape in another coordinate system, east before north."""
    transformer = build_package("pyproj").Transformer.from_crs(source, target, always_xy=True)
    return build_package("shapely").transform(shape, transformer.transform, interleaved=False)


def require_coverage(shapes: Sequence[Shape], what: str) -> None:
    """Refuses (CoverageInvalid) land where two shapes overlap or see their border differently."""
    shapely = build_package("shapely")
    sound = shapely.is_valid(shapes).all() and not shapely.is_empty(shapes).any()
    if not sound or not shapely.coverage_is_valid(shapes):
        raise CoverageInvalid(f"{what} overlap, or see a common border differently.")


def clean(units: Mapping[str, Shape]) -> dict[str, Shape]:
    """The units without slivers between them; refuses what stays torn (CoverageInvalid)."""
    cleaned = build_package("shapely").coverage_clean(list(units.values()), gap_width=GAP_METRES)
    require_coverage(cleaned, "Territorial units")
    return dict(zip(units, cleaned, strict=True))


def simplify(units: Mapping[str, Shape], piece_of: Mapping[str, Piece]) -> dict[Piece, Shape]:
    """Pieces of land that never part, simplified once, so that every map has the same borders."""
    shapely = build_package("shapely")
    together: dict[Piece, list[Shape]] = defaultdict(list)
    for unit, shape in units.items():
        together[piece_of[unit]].append(shape)
    pieces = [shapely.coverage_union_all(shapes) for shapes in together.values()]
    simplified = shapely.coverage_simplify(pieces, TOLERANCE_METRES)
    require_coverage(simplified, "Simplified pieces of land")
    return dict(zip(together, simplified, strict=True))


def outline(pieces: list[Shape]) -> Shape:
    """One municipality in degrees, without islets too small to see."""
    shapely = build_package("shapely")
    parts = shapely.get_parts(shapely.coverage_union_all(pieces))
    least = min(SPECK_SQUARE_METRES, shapely.area(parts).max())
    kept = [part for part in parts if part.area >= least]
    return _project(kept[0] if len(kept) == 1 else shapely.MultiPolygon(kept), METRES, DEGREES)


def drawn_shapes(topology: dict[str, Any]) -> list[Shape]:
    """The polygons that a reader of the map will see, on the map's own grid."""
    polygon = build_package("shapely").Polygon
    return [polygon(outer, holes) for _, (outer, *holes) in polygons(topology)]
