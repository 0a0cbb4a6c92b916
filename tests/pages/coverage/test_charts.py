"""The map as a picture: outlines once, cities on top, whose boundaries they are, no other host."""

import json
from typing import Any

import pandas as pd
import pytest

from data_access.territory import outlines
from pages.coverage import charts
from pages.coverage.centres import corners
from pages.coverage.signs import LEGEND, SPOTS
from pages.shared.words import Words

WHOSE = ("geoBoundaries (Runfola et al. 2020), CC BY 4.0", "geoBoundaries\nCC BY 4.0")


@pytest.fixture(scope="module")
def spec() -> dict[str, Any]:
    """The map of 2021 with one number everywhere."""
    kept = outlines("2021")
    shapes = kept["objects"]["municipalities"]["geometries"][::-1]
    cities_first = kept | {"objects": {"municipalities": {"geometries": shapes}}}
    spots = [
        {
            "code": shape["properties"]["iso"], "name": shape["properties"]["name"], "short": "x",
            "longitude": 24.0, "latitude": 57.0, "is_city": bool(shape["properties"]["is_city"]),
            "state": "step_1", "sign": "1", "mark": "", "is_named": False, "is_chosen": False,
            "recorded": "1", "reported": "no",
        }
        for shape in shapes
    ]  # fmt: skip
    drawing = charts.Drawing(
        topology=cities_first,
        corners=corners(kept),
        spots=pd.DataFrame(spots, columns=list(SPOTS)),
        legend=pd.DataFrame([(0, "step_1", "1", "", "one")], columns=list(LEGEND)),
        attribution=WHOSE,
        note="made up",
        tips={"recorded": "Recorded"},
    )
    drawn: dict[str, Any] = charts.coverage(
        drawing, Words("lv").chart_locale(), "in words"
    ).to_dict()
    return drawn


def topology(spec: dict[str, Any]) -> dict[str, Any]:
    """The outlines as they are sent."""
    sent: dict[str, Any] = spec["datasets"][spec["data"]["name"]]
    return sent


def test_the_outlines_are_sent_once_and_stay_as_they_are_kept(spec: dict[str, Any]) -> None:
    kept = outlines("2021")
    assert topology(spec)["arcs"] == kept["arcs"]
    assert json.dumps(spec).count('"transform": {"scale"') == 1
    first = kept["objects"]["municipalities"]["geometries"][0]
    assert set(first["properties"]) == {"iso", "name", "is_city"}


def test_cities_are_drawn_last_and_so_on_top(spec: dict[str, Any]) -> None:
    shapes = topology(spec)["objects"]["municipalities"]["geometries"]
    are_cities = [shape["properties"]["is_city"] for shape in shapes]
    assert are_cities == sorted(are_cities)
    assert any(are_cities)


def test_whose_boundaries_they_are_stands_in_the_picture(spec: dict[str, Any]) -> None:
    said = json.dumps(spec["datasets"])
    assert "geoBoundaries (Runfola et al. 2020), CC BY 4.0" in said
    assert "made up" in said


def test_every_scale_names_its_domain_and_range(spec: dict[str, Any]) -> None:
    channels = [c for layer in spec["layer"] for c in layer.get("encoding", {}).values()]
    scales = [c["scale"] for c in channels if isinstance(c, dict) and c.get("scale")]
    assert scales
    assert all(scale["domain"] and scale["range"] for scale in scales)


def test_a_click_selects_the_code(spec: dict[str, Any]) -> None:
    (choice,) = [param for param in spec["params"] if "select" in param]
    assert choice["name"] == charts.CHOICE
    assert choice["select"]["fields"] == ["code"]


def test_the_picture_asks_no_host(spec: dict[str, Any]) -> None:
    addresses = [part for part in json.dumps(spec).split('"') if part.startswith("http")]
    assert addresses == [spec["$schema"]]
    assert spec["description"] == "in words"
