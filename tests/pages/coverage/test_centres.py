"""A sign stands inside its municipality, off its holes and on its largest piece."""

import pytest

from data_access.territory import outlines
from pages.coverage.centres import centres, corners

SQUARE = [[0, 0], [8, 0], [0, 8], [-8, 0], [0, -8]]
SMALL = [[10, 0], [1, 0], [0, 1], [-1, 0], [0, -1]]
HOLE = [[1, 1], [6, 0], [0, 6], [-6, 0], [0, -6]]
ALONG = [[0, 0], [8, 0]]
AROUND = [[0, 0], [0, 8], [8, 0], [0, -8]]


def drawn(arcs: list[list[list[int]]], shape: list[object], kind: str) -> dict[str, object]:
    """A TopoJSON of one municipality on a grid of degrees."""
    geometry = {"type": kind, "arcs": shape, "properties": {"iso": "LV-X"}}
    return {
        "transform": {"scale": [1, 1], "translate": [20, 50]},
        "arcs": arcs,
        "objects": {"municipalities": {"geometries": [geometry]}},
    }


def test_a_square_is_signed_in_its_middle() -> None:
    (x, y) = centres(drawn([SQUARE], [[0]], "Polygon"))["LV-X"]
    assert x == pytest.approx(24, abs=0.1)
    assert 50 < y < 58


def test_the_sign_keeps_off_a_hole() -> None:
    (x, y) = centres(drawn([SQUARE, HOLE], [[0], [~1]], "Polygon"))["LV-X"]
    assert not (21 <= x <= 27 and 51 <= y <= 57)
    assert 20 < x < 28
    assert 50 < y < 58


def test_a_border_is_walked_backwards_where_it_says_so() -> None:
    (x, y) = centres(drawn([ALONG, AROUND], [[0, ~1]], "Polygon"))["LV-X"]
    assert x == pytest.approx(24, abs=0.1)
    assert 52 < y < 56


def test_of_several_pieces_the_largest_is_signed() -> None:
    (x, _) = centres(drawn([SMALL, SQUARE], [[[0]], [[1]]], "MultiPolygon"))["LV-X"]
    assert 20 < x < 28


def test_corners_hold_everything_that_is_drawn() -> None:
    found = corners(drawn([SMALL, SQUARE], [[[0]], [[1]]], "MultiPolygon"))
    assert found == ((20, 50), (31, 58))


@pytest.mark.parametrize("division", ["2009", "2021", "2025"])
def test_every_municipality_has_a_place_for_its_sign(division: str) -> None:
    topology = outlines(division)
    (west, south), (east, north) = corners(topology)
    found = centres(topology)
    assert len(found) == len(topology["objects"]["municipalities"]["geometries"])
    assert all(west < x < east and south < y < north for x, y in found.values())
    assert len(set(found.values())) == len(found)
