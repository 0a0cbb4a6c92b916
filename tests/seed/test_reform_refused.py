"""What does not fit is refused in a sentence, before anything is written."""

import copy
import datetime as dt
import re
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from data_access import territory
from seed.lines import FactsUnreadable
from seed.reform import outlined, planned
from seed.reform.present import Present, ReformRefused
from seed.topology import MapRefused, build_package
from tests.seed.reforms import TAKEN_IN, Land, Line, altered, geojson, put, written

TOLD = planned.Told("2029", dt.date(2029, 7, 1), None, "Robežas: izdomātas", "Made up")
REFUSALS = (FactsUnreadable, MapRefused, ReformRefused)
ADAZI, AIVIEKSTE = "adazu-novads.adazu-pag", "aizkraukles-novads.aiviekstes-pag"

Lines = list[Line]
Topology = dict[str, Any]


def refused(latest: Present, list_: Path, map_: Path, told: planned.Told = TOLD) -> str:
    """The sentence of a refusal."""
    with pytest.raises(REFUSALS) as refusal:
        planned.plan(latest, told, territory.outlines("2025"), (list_, map_))
    assert str(refusal.value).endswith(".")
    return str(refusal.value)


def swapped(lines: Lines) -> Lines:
    """Two municipalities with each other's code."""
    codes = {"LV-016": "LV-022", "LV-022": "LV-016"}
    return [line | {"iso": codes.get(line["iso"], line["iso"])} for line in lines]


LISTS: dict[str, tuple[Callable[[Lines], Lines | str | bytes], str]] = {
    "a unit unknown": (
        lambda lines: altered(lines, ADAZI, unit="nowhere", unit_name=""),
        "list.csv, line 2: no territorial unit is known as nowhere, Ādažu novads.",
    ),
    "a code beside another name": (
        lambda lines: altered(lines, ADAZI, unit_name="Carnikavas pag."),
        "line 2: no territorial unit is known as adazu-novads.adazu-pag, Carnikavas pag., Ādažu",
    ),
    "a name of several units": (
        lambda lines: altered(
            lines, ADAZI, unit="", unit_name="Pilskalnes pag.", present_municipality=""
        ),
        "line 2: several units are known as Pilskalnes pag.; name it by its code.",
    ),
    "no unit": (
        lambda lines: [*lines, lines[0] | {"unit": "", "unit_name": ""}],
        "line 591: no territorial unit is named, so the municipality would have none.",
    ),
    "a unit missing": (
        lambda lines: lines[1:],
        "list.csv: 1 of 589 units are missing: adazu-novads.adazu-pag.",
    ),
    "a unit twice": (
        lambda lines: [*lines, lines[0]],
        "line 591: the unit adazu-novads.adazu-pag stands on line 2 already.",
    ),
    "one code with two names": (
        lambda lines: altered(lines, AIVIEKSTE, municipality="Aiviekstes novads"),
        "line 5: LV-002 is Aizkraukles novads here and Aiviekstes novads on line 4.",
    ),
    "one name with two codes": (
        lambda lines: altered(lines, AIVIEKSTE, iso="LV-998"),
        "line 5: Aizkraukles novads is LV-002 here and LV-998 on line 4.",
    ),
    "one code of two kinds": (
        lambda lines: altered(lines, AIVIEKSTE, kind="city"),
        "line 5: Aizkraukles novads is of another kind than on line 4.",
    ),
    "no code": (
        lambda lines: altered(lines, ADAZI, iso=""),
        "line 2: iso is '' for adazu-novads.adazu-pag; a code such as LV-011 is needed.",
    ),
    "no name": (
        lambda lines: altered(lines, ADAZI, municipality=" "),
        "line 2: the municipality LV-011 needs a name in one line.",
    ),
    "no kind": (
        lambda lines: altered(lines, ADAZI, kind="town"),
        "line 2: kind is 'town'; it can be city or novads.",
    ),
    "a code that goes to other land": (
        swapped,
        "no unit of it stays with Bauskas novads: Bauskas novads needs a code of its own.",
    ),
    "another encoding": (
        lambda lines: written(lines).encode("cp1257"),
        "list.csv, line 2: this is not UTF-8.",
    ),
    "a column missing": (
        lambda _: "unit,iso,kind\r\na,b,c\r\n",
        "line 2: the column municipality is missing.",
    ),
    "a stranger among the columns": (
        lambda _: "unit,iso,municipality,kind,code\r\na,b,c,d,e\r\n",
        "line 2: no such column: code.",
    ),
    "a line too short": (
        lambda lines: written(lines) + "a,b\r\n",
        "line 591: as many cells are needed as headings.",
    ),
    "nothing": (lambda _: "", "589 of 589 units are missing"),
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_that_does_not_fit(name: str, latest: Present, tmp_path: Path, lines: Lines) -> None:
    change, sentence = LISTS[name]
    found = change(lines)
    content = written(found) if isinstance(found, list) else found
    assert sentence in refused(latest, put(tmp_path, "list.csv", content), tmp_path / "map.json")


def box(*edges: float) -> Any:
    return build_package("shapely").box(*edges)


def with_piece(land: Land, iso: str, *edges: float) -> Land:
    """One municipality with a piece of land elsewhere."""
    shapely = build_package("shapely")
    return land | {iso: shapely.MultiPolygon([*shapely.get_parts(land[iso]), box(*edges)])}


def without_holes(land: Land, iso: str) -> Land:
    shapely = build_package("shapely")
    parts = [shapely.Polygon(part.exterior) for part in shapely.get_parts(land[iso])]
    return land | {iso: shapely.MultiPolygon(parts)}


def moved_point(land: Land, iso: str) -> Land:
    """One corner of one municipality aside, by less than anybody would see."""
    shapely = build_package("shapely")
    (part,) = shapely.get_parts(land[iso])
    (x, y), *corners = list(part.exterior.coords)[:-1]
    return land | {iso: shapely.Polygon([(x + 0.001, y + 0.001), *corners], part.interiors)}


def flipped(shape: Any) -> Any:
    return build_package("shapely").transform(shape, lambda points: points[:, ::-1])


def bow_tie() -> Any:
    corners = [(20.1, 58.1), (20.3, 58.3), (20.3, 58.1), (20.1, 58.3), (20.1, 58.1)]
    return build_package("shapely").Polygon(corners)


LANDS: dict[str, tuple[Callable[[Land], Land], str]] = {
    "one not drawn": (
        lambda land: {iso: shape for iso, shape in land.items() if iso != "LV-056"},
        "The map does not draw Līvānu novads (LV-056).",
    ),
    "one too many": (
        lambda land: land | {TAKEN_IN: box(20.1, 58.1, 20.2, 58.2)},
        "The map draws LV-007, to which no unit of the list belongs.",
    ),
    "two that cross": (
        lambda land: land | {"LV-056": land["LV-056"].buffer(0.02)},
        "On the map these overlap: ",
    ),
    "one over another, no border in common": (
        lambda land: with_piece(land, "LV-DGV", 21.4, 56.6, 21.5, 56.7),
        "these overlap: Daugavpils (LV-DGV), Dienvidkurzemes novads (LV-112).",
    ),
    "a city within a municipality that has no hole": (
        lambda land: without_holes(land, "LV-077"),
        "these overlap: Rēzekne (LV-REZ), Rēzeknes novads (LV-077).",
    ),
    "a border seen differently": (
        lambda land: moved_point(land, "LV-056"),
        "On the map these overlap: ",
    ),
    "a gap all around": (
        lambda land: land | {"LV-056": land["LV-056"].buffer(-0.01)},
        "km² between municipalities to nobody, beside ",
    ),
    "a gap by the sea": (
        lambda land: land | {"LV-JUR": land["LV-JUR"].representative_point().buffer(0.01)},
        "of what Jūrmala is today is nobody's.",
    ),
    "land abroad": (
        lambda land: with_piece(land, "LV-058", 28.4, 56.9, 28.9, 57.3),
        "of Ludzas novads (LV-058) is land that belonged to no municipality before.",
    ),
    "two with each other's code": (
        lambda land: land | {"LV-016": land["LV-022"], "LV-022": land["LV-016"]},
        "Units of Bauskas novads go to Bauskas novads (LV-016) by the list, and no land on the",
    ),
    "an outline that crosses itself": (
        lambda land: land | {"LV-JUR": bow_tie()},
        "The outline crosses itself: Jūrmala (LV-JUR).",
    ),
    "latitude before longitude": (
        lambda land: {iso: flipped(shape) for iso, shape in land.items()},
        "The map does not lie in Latvia: it needs degrees (WGS 84), longitude before latitude.",
    ),
}


@pytest.mark.parametrize("name", LANDS)
def test_land_that_does_not_fit(
    name: str, latest: Present, tmp_path: Path, lines: Lines, land: Land
) -> None:
    change, sentence = LANDS[name]
    list_ = put(tmp_path, "list.csv", written(lines))
    map_ = put(tmp_path, "map.json", geojson(change(dict(land))))
    assert sentence in refused(latest, list_, map_)


def changed_at(*path: Any) -> Callable[[Topology], Topology]:
    """The map with something else at the place, which the last of the path is."""

    def change(drawn: Topology) -> Topology:
        *way, last, value = path
        at: Any = drawn
        for step in way:
            at = at[step]
        at[last] = value
        return drawn

    return change


def twice(drawn: Topology) -> Topology:
    shapes = drawn["objects"]["municipalities"]["geometries"]
    shapes.append(shapes[0])
    return drawn


def in_first(name: str, value: Any) -> Callable[[Topology], Topology]:
    return changed_at("objects", "municipalities", "geometries", 0, name, value)


NO_MAP = "map.json is neither quantised TopoJSON with the object municipalities nor a GeoJSON"
MAPS: dict[str, tuple[Callable[[Topology], Any], str]] = {
    "no JSON": (lambda _: "{", NO_MAP),
    "not UTF-8": (lambda _: b"\xff\xfe{}", NO_MAP),
    "a list": (lambda _: [1], NO_MAP),
    "deep": (lambda _: "[" * 100_000, NO_MAP),
    "another type": (changed_at("type", "Feature"), NO_MAP),
    "not quantised": (changed_at("transform", None), NO_MAP),
    "steps that are not whole": (changed_at("arcs", 0, 0, [0.5, 1]), NO_MAP),
    "an arc that is not there": (in_first("arcs", [[9_999]]), NO_MAP),
    "arcs that are none": (in_first("arcs", "0"), NO_MAP),
    "a line instead of land": (in_first("type", "LineString"), NO_MAP),
    "a municipality without a code": (in_first("properties", {}), NO_MAP),
    "a number that is none": (
        changed_at("transform", "scale", [float("nan"), 1]),
        "The map does not lie in Latvia",
    ),
    "a ring that does not close": (changed_at("arcs", 0, 0, [1, 1]), " does not close."),
    "one drawn twice": (twice, "The map draws LV-002 more than once."),
    "too large": (lambda drawn: drawn, "pages carry it whole: simplify it to at most 1,000"),
}


@pytest.mark.parametrize("name", MAPS)
def test_a_file_that_is_no_map(
    name: str, latest: Present, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change, sentence = MAPS[name]
    monkeypatch.setattr(outlined, "AT_MOST", 1_000)
    path = put(tmp_path, "map.json", change(copy.deepcopy(territory.outlines("2025"))))
    with pytest.raises(MapRefused) as refusal:
        outlined.read(path, latest.municipalities)
    assert sentence in str(refusal.value)


def test_a_file_that_is_not_there(latest: Present, tmp_path: Path, lines: Lines) -> None:
    list_ = put(tmp_path, "list.csv", written(lines))
    assert "map.json cannot be read: " in refused(latest, list_, tmp_path / "map.json")
    assert "is missing from" in refused(latest, tmp_path / "none.csv", list_)
    assert "cannot be read: " in refused(latest, tmp_path, list_)


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"division": "2025"}, "The division 2025 was added already."),
        ({"division": "2021"}, "The division 2021 was added already."),
        ({"division": "2029:x"}, "A division is called by the year in which it begins: 2029."),
        ({"begins": dt.date(2025, 7, 1)}, "The division 2025 began on 01.07.2025: the next one"),
        ({"begins": dt.date(2025, 7, 2)}, "begins at least two days later."),
        ({"attribution_lv": " "}, "Whose boundaries the map shows must be said in both languages."),
    ],
)
def test_what_is_told_does_not_fit(
    told: dict[str, Any], sentence: str, latest: Present, tmp_path: Path
) -> None:
    none = tmp_path / "none"
    assert sentence in refused(latest, none, none, replace(TOLD, **told))


def test_without_the_library_one_sentence_says_how_to_install_it(
    latest: Present, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(tmp_path, "map.json", territory.outlines("2025"))
    monkeypatch.setitem(sys.modules, "shapely", None)
    with pytest.raises(MapRefused) as refusal:
        outlined.read(path, latest.municipalities)
    expected = (
        r"Work on maps needs shapely: install it with `.+ -m pip install shapely==[\d.]+` "
        r"and start again\."
    )
    assert re.fullmatch(expected, str(refusal.value))
