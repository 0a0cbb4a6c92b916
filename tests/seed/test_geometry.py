"""Latvia's municipalities through three divisions: the facts, the maps, and how the two agree."""

import copy
import csv
import json
import sys
from collections import Counter, defaultdict
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from seed import boundaries, topology

SEED = Path(boundaries.__file__).parent
UNITS = {"2009": 119, "2021": 43, "2025": 42}
CITIES = {"2009": 9, "2021": 7, "2025": 7}
ROUND_IV = (
    *("Daugavpils", "Jelgava", "Jūrmala", "Rīga", "Valmiera", "Ventspils"),
    *("Dobeles novads", "Kandavas novads", "Krāslavas novads", "Kuldīgas novads"),
    *("Limbažu novads", "Madonas novads", "Preiļu novads", "Rēzeknes novads", "Rūjienas novads"),
    *("Talsu novads", "Tukuma novads", "Valkas novads", "Viļakas novads"),
)
ROJA, MERSRAGS = "2009/LV-079", "2009/LV-063"

Ring = list[tuple[float, float]]
Pair = tuple[str, str]


@cache
def rows(table: str) -> list[dict[str, str]]:
    with (SEED / "facts" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def names() -> dict[str, str]:
    return {f"{row['division']}/{row['iso']}": row["name"] for row in rows("municipality")}


def map_of(division: str) -> dict[str, Any]:
    text = (SEED / "geometry" / f"lv_{division}.topo.json").read_text(encoding="utf-8")
    drawn: dict[str, Any] = json.loads(text)
    return drawn


def drawn_units(drawn: dict[str, Any]) -> list[dict[str, Any]]:
    units: list[dict[str, Any]] = drawn["objects"]["municipalities"]["geometries"]
    return units


def walks(drawn: dict[str, Any]) -> list[tuple[bool, list[int]]]:
    """Every ring as the arcs it follows, and whether it is an outer one."""
    polygons = [
        polygon
        for unit in drawn_units(drawn)
        for polygon in ([unit["arcs"]] if unit["type"] == "Polygon" else unit["arcs"])
    ]
    return [(place == 0, walk) for polygon in polygons for place, walk in enumerate(polygon)]


def decode(drawn: dict[str, Any], walk: list[int]) -> Ring:
    """The ring in degrees, by the TopoJSON specification."""
    ring: Ring = []
    (east, north), (west, south) = drawn["transform"]["scale"], drawn["transform"]["translate"]
    for index in walk:
        x = y = 0
        line: Ring = []
        for step_x, step_y in drawn["arcs"][index if index >= 0 else ~index]:
            x, y = x + step_x, y + step_y
            line.append((west + x * east, south + y * north))
        ring += line if index >= 0 else line[::-1]
    return ring


def runs_clockwise(ring: Ring) -> bool:
    return sum((x2 - x1) * (y2 + y1) for (x1, y1), (x2, y2) in pairwise(ring)) > 0


def rings_wound_wrongly(drawn: dict[str, Any]) -> int:
    return sum(runs_clockwise(decode(drawn, walk)) != is_outer for is_outer, walk in walks(drawn))


def successors(keys: set[str], division: str) -> set[str]:
    return {
        row["successor"]
        for row in rows("succession")
        if row["predecessor"] in keys and row["successor"].startswith(f"{division}/")
    }


def shares() -> dict[Pair, float]:
    return {
        (row["predecessor"], row["successor"]): float(row["share_of_area"])
        for row in rows("succession")
    }


def test_each_division_holds_its_municipalities_and_cities() -> None:
    assert Counter(row["division"] for row in rows("municipality")) == UNITS
    assert Counter(r["division"] for r in rows("municipality") if r["is_city"] == "1") == CITIES


def test_one_division_ends_on_the_day_before_the_next_begins() -> None:
    spans = [(row["code"], row["valid_from"], row["valid_to"]) for row in rows("division")]
    assert spans == [
        ("2009", "2009-07-01", "2021-06-30"),
        ("2021", "2021-07-01", "2025-06-30"),
        ("2025", "2025-07-01", ""),
    ]


def test_only_mersrags_is_younger_than_its_division() -> None:
    spans = {row["code"]: (row["valid_from"], row["valid_to"]) for row in rows("division")}
    differ = {
        row["name"]: (row["valid_from"], row["valid_to"])
        for row in rows("municipality")
        if (row["valid_from"], row["valid_to"]) != spans[row["division"]]
    }
    assert differ == {"Mērsraga novads": ("2011-01-03", "2021-06-30")}


def test_names_and_codes_are_unique_within_a_division() -> None:
    for column in ("name", "iso"):
        found = Counter((row["division"], row[column]) for row in rows("municipality"))
        assert max(found.values()) == 1


def test_every_city_and_no_other_unit_has_its_form_with_pilseta() -> None:
    cities = [f"{r['division']}/{r['iso']}" for r in rows("municipality") if r["is_city"] == "1"]
    assert [row["municipality"] for row in rows("municipality_alias")] == cities
    assert all(row["name"].endswith("s pilsēta") for row in rows("municipality_alias"))


@pytest.mark.parametrize("division", UNITS)
def test_a_map_draws_exactly_the_units_of_its_division(division: str) -> None:
    known = [
        {"iso": row["iso"], "name": row["name"], "is_city": int(row["is_city"])}
        for row in rows("municipality")
        if row["division"] == division
    ]
    assert [unit["properties"] for unit in drawn_units(map_of(division))] == known


@pytest.mark.parametrize("division", UNITS)
def test_every_outer_ring_runs_clockwise_and_every_hole_the_other_way(division: str) -> None:
    drawn = map_of(division)
    assert any(not is_outer for is_outer, _ in walks(drawn)), "no city lies inside another unit"
    assert rings_wound_wrongly(drawn) == 0


@pytest.mark.parametrize("is_outer", [True, False], ids=["outer ring", "hole"])
def test_one_reversed_ring_is_noticed(is_outer: bool) -> None:
    drawn = map_of("2025")
    walk = next(walk for outer, walk in walks(drawn) if outer == is_outer)
    walk[:] = [~index for index in reversed(walk)]
    assert rings_wound_wrongly(drawn) == 1
    with pytest.raises(topology.WindingWrong, match="LV-"):
        topology.require_clockwise(drawn)


@pytest.mark.parametrize("division", UNITS)
def test_every_ring_is_closed(division: str) -> None:
    drawn = map_of(division)
    rings = [decode(drawn, walk) for _, walk in walks(drawn)]
    assert all(ring[0] == ring[-1] and len(ring) >= 4 for ring in rings)


@pytest.mark.parametrize("division", UNITS)
def test_no_two_units_lie_on_the_same_side_of_a_border(division: str) -> None:
    sides = Counter(index for _, walk in walks(map_of(division)) for index in walk)
    assert max(sides.values()) == 1


def test_each_of_589_units_lies_in_one_municipality_of_each_division() -> None:
    homes = defaultdict(list)
    for row in rows("unit_membership"):
        assert row["municipality"] in names()
        homes[row["territorial_unit"]].append(row["municipality"].partition("/")[0])
    codes = [row["code"] for row in rows("territorial_unit")]
    assert len(codes) == len(set(codes)) == 589
    assert set(homes) == set(codes)
    assert all(sorted(divisions) == list(UNITS) for divisions in homes.values())


def test_every_municipality_holds_a_unit() -> None:
    assert {row["municipality"] for row in rows("unit_membership")} == set(names())


def test_the_code_of_a_unit_is_made_of_its_municipality_of_2021_and_its_name() -> None:
    unit_names = {row["code"]: row["name"] for row in rows("territorial_unit")}
    for row in rows("unit_membership"):
        code, home = row["territorial_unit"], row["municipality"]
        if home.startswith("2021/"):
            assert code == boundaries.unit_code(names()[home], unit_names[code])
            assert "/" not in code
            assert code.isascii()


def test_succession_leads_on_without_a_gap() -> None:
    steps = Counter((old[:4], new[:4]) for old, new in shares())
    assert steps == {("2009", "2009"): 1, ("2009", "2021"): 121, ("2021", "2025"): 43}
    keys = set(names())
    assert {old for old, _ in shares()} == {key for key in keys if key < "2025"}
    assert {new for _, new in shares()} - {MERSRAGS} == {key for key in keys if key > "2021"}


def test_succession_and_membership_tell_the_same_story() -> None:
    homes: dict[str, dict[str, str]] = defaultdict(dict)
    for row in rows("unit_membership"):
        homes[row["territorial_unit"]][row["municipality"][:4]] = row["municipality"]
    lived = {(home[old], home[new]) for home in homes.values() for old, new in pairwise(UNITS)}
    assert lived | {(ROJA, MERSRAGS)} == set(shares())


def test_succession_takes_effect_when_the_successor_begins() -> None:
    begins = {f"{r['division']}/{r['iso']}": r["valid_from"] for r in rows("municipality")}
    assert all(row["effective_on"] == begins[row["successor"]] for row in rows("succession"))


def test_the_shares_of_each_predecessor_make_a_whole() -> None:
    whole: dict[str, float] = defaultdict(float)
    for (old, new), share in shares().items():
        whole[old] += share if new != MERSRAGS else 0.0
    assert all(total == pytest.approx(1.0, abs=0.002) for total in whole.values())


def test_only_aglona_and_incukalns_were_divided_and_roja_lost_a_part() -> None:
    parts = {names()[old]: 0 for (old, _), share in shares().items() if share < 1}
    assert set(parts) == {"Aglonas novads", "Inčukalna novads", "Rojas novads"}
    assert 0 < shares()[ROJA, MERSRAGS] < 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Kandavas novads", "Tukuma novads"),
        ("Rūjienas novads", "Valmieras novads"),
        ("Valmiera", "Valmieras novads"),
        ("Viļakas novads", "Balvu novads"),
    ],
)
def test_four_of_round_iv_live_on_under_another_name(old: str, new: str) -> None:
    key = next(key for key, name in names().items() if key < "2021" and name == old)
    assert {names()[after] for after in successors({key}, "2021")} == {new}


def test_the_nineteen_of_round_iv_are_seventeen_after_2021() -> None:
    then = {key for key, name in names().items() if key < "2021" and name in ROUND_IV}
    assert len(then) == len(ROUND_IV) == 19
    later = successors(then, "2021")
    assert len(later) == 17
    assert len(successors(later, "2025")) == 17


def test_a_unit_that_only_one_side_knows_is_refused() -> None:
    topology.require_same(["LV-001"], ["LV-001"], "Municipalities of 2009")
    with pytest.raises(topology.UnitsMissing, match=r"Municipalities of 2009: 1 .* LV-002"):
        topology.require_same(["LV-001"], ["LV-001", "LV-002"], "Municipalities of 2009")


def test_the_build_turns_rings_that_run_the_wrong_way() -> None:
    drawn = map_of("2021")
    turned = copy.deepcopy(drawn)
    for _, walk in walks(turned):
        walk[:] = [~index for index in reversed(walk)]
    topology.turn_rings(turned)
    assert turned == drawn


def test_a_build_package_that_is_absent_is_named_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "shapely", None)
    with pytest.raises(
        topology.BuildPackageMissing, match=r"^Work on maps needs shapely: .*pip install"
    ):
        boundaries.read_units(Path("any.whl"))
