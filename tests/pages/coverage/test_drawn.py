"""What is sent to be drawn of each division: every unit, rings wound for Vega, whose land it is."""

import copy
import csv
import json
import re
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from data_access.territory import outlines
from pages.coverage import charts, signs
from pages.coverage.centres import corners
from pages.coverage.measures import MEASURES
from pages.coverage.numbers import NUMBERS
from pages.shared import boundaries
from pages.shared.words import Words
from seed import boundaries as seeded

UNITS = {"2009": 119, "2021": 43, "2025": 42}
WHOSE = ("geoBoundaries (Runfola et al. 2020), CC BY 4.0", "Valsts zemes dienests")
FACTS = Path(seeded.__file__).parent / "facts" / "municipality.csv"

Spec = dict[str, Any]


def known(division: str) -> pd.DataFrame:
    """The municipalities of a division, with one activity each."""
    with FACTS.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["division"] == division]
    plain = dict.fromkeys(NUMBERS, 1) | dict.fromkeys(NUMBERS.values(), "exact")
    return pd.DataFrame(
        [
            plain | row | {"is_city": row["is_city"] == "1", "place": f"{division}:{row['iso']}"}
            for row in rows
        ]
    )


def sent(division: str) -> Spec:
    """The map of a division as it goes to the browser."""
    words, measure, topology = Words("lv"), MEASURES["activities"], outlines(division)
    places = known(division)
    text = boundaries.attribution(words, None)
    drawing = charts.Drawing(
        topology=topology,
        corners=corners(topology),
        spots=signs.spots(words, measure, places, None),
        legend=signs.legend(words, measure, places),
        attribution=(text, text),
        note="",
        tips={"recorded": "recorded"},
    )
    found: Spec = charts.coverage(drawing, words.chart_locale(), "in words").to_dict()
    return found


def land(spec: Spec) -> Spec:
    """The topology in the specification's own data."""
    found: Spec = spec["datasets"][spec["data"]["name"]]
    return found


def units(topology: Spec) -> list[Spec]:
    found: list[Spec] = topology["objects"]["municipalities"]["geometries"]
    return found


def not_drawn(division: str, topology: Spec) -> set[str]:
    """The units of a division that are not among the shapes, or drawn with nothing said of them."""
    return {*known(division)["iso"]} ^ {
        shape["properties"].get("code") for shape in units(topology) if shape["arcs"]
    }


def wound_wrongly(topology: Spec) -> int:
    """Rings that Vega would fill outside of: outer ones run clockwise, holes the other way."""
    wrong = 0
    for shape in units(topology):
        pieces = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
        for piece in pieces:
            wrong += sum(
                clockwise(topology, ring) != (place == 0) for place, ring in enumerate(piece)
            )
    return wrong


def clockwise(topology: Spec, ring: Iterable[int]) -> bool:
    points: list[tuple[int, int]] = []
    for number in ring:
        x = y = 0
        line = []
        for step_x, step_y in topology["arcs"][number if number >= 0 else ~number]:
            x, y = x + step_x, y + step_y
            line.append((x, y))
        points += line if number >= 0 else line[::-1]
    return sum((x2 - x1) * (y2 + y1) for (x1, y1), (x2, y2) in pairwise(points)) > 0


@pytest.mark.parametrize("division", UNITS)
def test_every_unit_is_drawn_clockwise_and_says_whose_it_is(division: str) -> None:
    spec = sent(division)
    topology = land(spec)
    assert len(units(topology)) == UNITS[division]
    assert not_drawn(division, topology) == set()
    assert wound_wrongly(topology) == 0
    said = re.sub(r"\s+", " ", json.dumps(spec["datasets"], ensure_ascii=False))
    assert [part for part in WHOSE if part not in said] == []


@pytest.mark.parametrize("division", UNITS)
def test_a_unit_left_out_and_a_ring_turned_round_are_noticed(division: str) -> None:
    topology = copy.deepcopy(land(sent(division)))
    left_out = units(topology).pop()
    assert not_drawn(division, topology) == {left_out["properties"]["code"]}
    plain = next(shape for shape in units(topology) if shape["type"] == "Polygon")
    plain["arcs"][0] = [~number for number in reversed(plain["arcs"][0])]
    assert wound_wrongly(topology) == 1
