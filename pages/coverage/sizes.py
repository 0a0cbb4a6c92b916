"""How the map fits the width of its place on the page: all sizes follow from it in the browser."""

import math
from collections.abc import Sequence
from typing import Any

import altair as alt

WIDEST, NARROW, PAD = 860, 520, 8
"""Pixels: how far the map grows, below what width it is a phone's, and its margin."""

ROW, LINE, SHORT_LINE = 22, 13, 11
"""Pixels: a row of the legend, a line under it, and the same on a phone."""

SWATCH, LETTER = 40, 6.3
"""Pixels: what a legend's label has before it, and the width of one of its letters."""

Corners = tuple[tuple[float, float], tuple[float, float]]
Texts = tuple[str, str]
"""The same text in long lines, and in short ones for a phone."""


def params(corners: Corners, labels: Sequence[str], under: Texts) -> list[alt.Parameter]:
    """The sizes by name, ``height`` of the whole picture among them.

    The ``labels`` of the legend stand below the map, in as many columns as hold the longest of
    them; ``under`` stands below the legend.
    """
    longest = SWATCH + LETTER * max(len(label) for label in labels)
    wide, high = _extent(corners)
    lines, short_lines = (text.count("\n") + 1 for text in under)
    under_it = f"(width < {NARROW} ? {SHORT_LINE * short_lines} : {LINE * lines})"
    expressions = {
        "map_width": f"min(width, {WIDEST})",
        "map_left": "(width - map_width) / 2",
        "map_scale": f"(map_width - {2 * PAD}) / {wide}",
        "map_bottom": f"map_scale * {high} + {2 * PAD}",
        "radius": "clamp(map_width / 66, 6.5, 10)",
        "sign_size": "clamp(map_width / 60, 8.5, 11.5)",
        "name_size": "clamp(map_width / 66, 9.5, 11.5)",
        "columns": f"max(1, floor(width / {longest}))",
        "column_width": "width / columns",
        "legend_bottom": f"map_bottom + 6 + {ROW} * ceil({len(labels)} / columns)",
        "height": f"legend_bottom + 16 + {under_it}",
    }
    return [alt.param(name=name, expr=expr) for name, expr in expressions.items()]


def projection(corners: Corners) -> dict[str, Any]:
    """Mercator, with the western edge on the left and the northern one on top."""
    (west, _), (_, north) = corners
    left, top = math.radians(west), _mercator(north)
    return {
        "type": "mercator",
        "scale": alt.ExprRef("map_scale"),
        "translate": alt.ExprRef(
            f"[map_left + {PAD} - map_scale * {left}, {PAD} + map_scale * {top}]"
        ),
    }


def _extent(corners: Corners) -> tuple[float, float]:
    """Width and height of the map where the projection's scale is one."""
    (west, south), (east, north) = corners
    return math.radians(east - west), _mercator(north) - _mercator(south)


def _mercator(latitude: float) -> float:
    return math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2))
