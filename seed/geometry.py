"""Builds the maps of Latvia's municipalities, and the area shares of succession.csv.

The maps lie ready in ``seed/geometry/``: nothing here is needed at run time. To build them again,
byte for byte, in an environment of its own::

    pip install shapely==2.2.0 pyproj==3.7.2 topojson==2.2 numpy==2.4.6
    pip download --no-deps locatepy==1.0.0
    python -m seed.geometry locatepy-1.0.0-py3-none-any.whl

The shares are printed as CSV. Boundaries: geoBoundaries gbOpen LVA-ADM2 (Runfola et al. 2020),
CC BY 4.0, as carried by locatepy; their origin is the map of administrative territories of
01.07.2021 by Valsts zemes dienests. Changed here: joined, cleaned, simplified. The coast lacks
ports and shore, and the map of 2009 follows the parish borders of 2021.
"""

import argparse
import csv
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from seed.boundaries import (
    Piece,
    Shape,
    clean,
    drawn_shapes,
    outline,
    read_units,
    require_coverage,
    simplify,
)
from seed.topology import (
    OBJECT,
    MapRefused,
    build_package,
    require_clockwise,
    require_same,
    turn_rings,
)

HERE = Path(__file__).parent
DIVISIONS = ("2009", "2021", "2025")
GRID_STEPS = 20_000

Homes = dict[str, dict[str, str]]  # division -> territorial unit -> ISO code of its municipality


def facts(table: str) -> list[dict[str, str]]:
    """The rows of one of the project's own CSV files."""
    with (HERE / "facts" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_homes() -> Homes:
    """The municipality of each territorial unit in each division."""
    homes: Homes = {division: {} for division in DIVISIONS}
    for row in facts("unit_membership"):
        division, _, iso = row["municipality"].partition("/")
        homes[division][row["territorial_unit"]] = iso
    return homes


def feature(municipality: dict[str, str], shape: Shape) -> dict[str, Any]:
    """A municipality as a GeoJSON feature, with what a map says of it."""
    iso, name, is_city = (municipality[column] for column in ("iso", "name", "is_city"))
    properties = {"iso": iso, "name": name, "is_city": int(is_city)}
    geometry = build_package("shapely.geometry").mapping(shape)
    return {"type": "Feature", "id": iso, "properties": properties, "geometry": geometry}


def encode(features: list[dict[str, Any]]) -> dict[str, Any]:
    """The features as TopoJSON on a grid, each border stored once, rings wound for Vega."""
    collection = {"type": "FeatureCollection", "features": features}
    settings = {"object_name": OBJECT, "prequantize": GRID_STEPS, "winding_order": "CW_CCW"}
    topology: dict[str, Any] = build_package("topojson").Topology(collection, **settings).to_dict()
    turn_rings(topology)
    return {part: topology[part] for part in ("type", "objects", "transform", "arcs")}


def draw(division: str, land: Mapping[Piece, Shape]) -> dict[str, Any]:
    """The map of a division as TopoJSON; refuses (MapRefused) one that is wrong."""
    known = {row["iso"]: row for row in facts("municipality") if row["division"] == division}
    pieces: dict[str, list[Shape]] = defaultdict(list)
    for piece, shape in land.items():
        pieces[piece[DIVISIONS.index(division)]].append(shape)
    require_same(pieces, known, f"Municipalities of {division}")
    topology = encode([feature(known[iso], outline(pieces[iso])) for iso in sorted(known)])
    require_clockwise(topology)
    require_coverage(drawn_shapes(topology), f"Municipalities of {division}")
    return topology


def area_shares(areas: Mapping[str, float], homes: Homes) -> Iterator[tuple[str, str, float]]:
    """Predecessor, successor, and the part of the predecessor's land that passed on.

    Where one unit left another within a division, the predecessor held the land of both.
    """
    lands: dict[str, set[str]] = defaultdict(set)
    for division, isos in homes.items():
        for unit, iso in isos.items():
            lands[f"{division}/{iso}"].add(unit)
    for row in facts("succession"):
        old, new = lands[row["predecessor"]], lands[row["successor"]]
        held = old if old & new else old | new
        passed_on, whole = (sum(areas[unit] for unit in land) for land in (held & new, held))
        yield row["predecessor"], row["successor"], round(passed_on / whole, 4)


def build(wheel: Path, out: Path) -> None:
    """Writes the map of every division and prints the shares; all or nothing (MapRefused)."""
    homes, units = read_homes(), read_units(wheel)
    for division in DIVISIONS:
        require_same(units, homes[division], f"Territorial units of {division}")
    units = clean(units)
    piece_of = {unit: tuple(homes[division][unit] for division in DIVISIONS) for unit in units}
    land = simplify(units, piece_of)
    maps = {division: draw(division, land) for division in DIVISIONS}
    out.mkdir(parents=True, exist_ok=True)
    for division, topology in maps.items():
        text = json.dumps(topology, ensure_ascii=False, separators=(",", ":"))
        (out / f"lv_{division}.topo.json").write_text(f"{text}\n", encoding="utf-8", newline="\n")
    shares = csv.writer(sys.stdout, lineterminator="\n")
    shares.writerow(("predecessor", "successor", "share_of_area"))
    shares.writerows(area_shares({unit: units[unit].area for unit in units}, homes))


def main() -> int:
    """The command line; 1 and one sentence where no map could be built."""
    parser = argparse.ArgumentParser(prog="python -m seed.geometry", description="Builds the maps.")
    parser.add_argument("wheel", type=Path, help="locatepy-1.0.0-py3-none-any.whl")
    parser.add_argument("--out", type=Path, default=HERE / "geometry", help="folder of the maps")
    chosen = parser.parse_args()
    try:
        build(chosen.wheel, chosen.out)
    except MapRefused as refusal:
        print(refusal, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
