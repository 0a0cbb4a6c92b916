"""The map of a division: each municipality filled, signed and named, its legend and its source."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd

from pages.coverage.sizes import NARROW, ROW, Corners, Texts, params, projection
from pages.shared.palette import (
    INK,
    MAP_BORDERS,
    MAP_FILLS,
    MAP_INKS,
    MAP_LINE,
    PAPER,
    QUIET,
    Locale,
    styled,
)

CHOICE = "place"
SIGNS = {
    "check": "M-0.8,0.05L-0.25,0.6L0.85,-0.6",
    "plus": "M-0.8,0L0.8,0M0,-0.8L0,0.8",
    "diamond": "M0,-1L1,0L0,1L-1,0Z",
    "triangle": "M0,-0.55L0.6,0.5L-0.6,0.5Z",
}
"""Signs as outlines, so that they look alike whatever letters a machine has."""


@dataclass(frozen=True)
class Drawing:
    """What a map shows.

    ``topology``: TopoJSON with the object ``municipalities``; ``corners``: its lowest and highest
    longitude and latitude. ``spots``, one a municipality: code, name, short, longitude, latitude,
    is_city, state, sign (a text), mark (one of SIGNS), is_named, is_chosen, and the columns of
    ``tips``, which names what a pointer brings up. ``legend``: position, state, sign, mark, label.
    ``attribution`` and ``note`` stand in the picture itself and go wherever it goes.
    """

    topology: dict[str, Any]
    corners: Corners
    spots: pd.DataFrame
    legend: pd.DataFrame
    attribution: Texts
    note: str
    tips: Mapping[str, str]


def coverage(drawing: Drawing, locale: Locale, alt_text: str) -> alt.LayerChart:
    """The map; a click on a municipality selects its ``code`` under the name CHOICE."""
    tooltip = [alt.Tooltip("name:N", title="title")]
    tooltip += [alt.Tooltip(f"{column}:N", title=title) for column, title in drawing.tips.items()]
    sizes = params(drawing.corners, list(drawing.legend["label"]), drawing.attribution)
    whole = alt.LayerChart(
        data=_land(drawing),
        layer=[
            *_outlines(list(drawing.tips), tooltip),
            *_signs(drawing.spots, tooltip),
            *_legend(drawing.legend),
            *_lines(drawing.attribution, drawing.note),
        ],
        height=1,
        projection=alt.Projection(**projection(drawing.corners)),
    )
    return styled(whole.add_params(*sizes), locale, alt_text)


def _land(drawing: Drawing) -> alt.InlineData:
    """The outlines, each with what the map says of it; cities last, and so on top."""
    said = {row["code"]: row for row in drawing.spots.to_dict("records")}
    shapes = [
        shape | {"properties": said[shape["properties"]["iso"]]}
        for shape in drawing.topology["objects"]["municipalities"]["geometries"]
        if shape["properties"]["iso"] in said
    ]
    shapes.sort(key=lambda shape: bool(shape["properties"]["is_city"]))
    collection = {"type": "GeometryCollection", "geometries": shapes}
    return alt.InlineData(
        values=drawing.topology | {"objects": {"municipalities": collection}},
        format=alt.TopoDataFormat(type="topojson", feature="municipalities"),
    )


def _outlines(tips: list[str], tooltip: list[alt.Tooltip]) -> list[alt.Chart]:
    """Filled land, then the broken outlines of what has no number, then the chosen one."""
    columns = ["code", "name", "state", "is_chosen", *tips]
    base = alt.Chart().transform_calculate(
        **{column: f"datum.properties.{column}" for column in columns}
    )
    filled = (
        base.mark_geoshape(stroke=MAP_LINE, cursor="pointer")
        .encode(
            fill=_fill(),
            strokeWidth=alt.condition(_is_broken(), alt.value(0), alt.value(0.6)),
            tooltip=tooltip,
        )
        .add_params(alt.selection_point(name=CHOICE, fields=["code"], on="click", clear=False))
    )
    broken = (
        base.transform_filter(_is_broken())
        .mark_geoshape(fill=None, strokeWidth=0.9)
        .encode(**_border())
    )
    chosen = base.transform_filter("datum.is_chosen")
    casing = chosen.mark_geoshape(fill=None, stroke=PAPER, strokeWidth=5)
    border = chosen.mark_geoshape(fill=None, stroke=INK, strokeWidth=2.2)
    return [filled, broken, casing, border]


def _signs(spots: pd.DataFrame, tooltip: list[alt.Tooltip]) -> list[alt.Chart]:
    """Cities as discs, being too small to write on; numbers and signs; names if there is room."""
    at = alt.Chart(spots).encode(
        longitude="longitude:Q", latitude="latitude:Q", tooltip=tooltip, detail="code:N"
    )
    city = at.transform_filter("datum.is_city")
    ring = city.transform_filter("datum.is_chosen").mark_point(
        shape="circle", opacity=1, size=_disc("radius + 3"), fill=PAPER, stroke=INK, strokeWidth=2.2
    )
    disc = city.mark_point(
        shape="circle", opacity=1, size=_disc("radius"), strokeWidth=1
    ).encode(fill=_fill(), **_border())  # fmt: skip
    texts = at.mark_text(
        fontSize=alt.ExprRef("sign_size"), fontWeight=600, baseline="middle"
    ).encode(text="sign:N", color=_ink())  # fmt: skip
    named = at.transform_filter(f"datum.is_named && width >= {NARROW}").encode(text="short:N")
    return [
        ring,
        disc,
        texts.transform_filter("!datum.is_named"),
        _name(named, stroke=PAPER, strokeWidth=3, strokeJoin="round", opacity=0.85),
        _name(named, color=INK),
        texts.transform_filter("datum.is_named"),
        _marks(at, alt.ExprRef("sign_size * sign_size")),
    ]


def _disc(radius: str) -> alt.ExprRef:
    """The size of a disc, which is told by the square around it."""
    return alt.ExprRef(f"4 * ({radius}) * ({radius})")


def _name(named: alt.Chart, **ink: Any) -> alt.Chart:
    """A name under the sign."""
    under = alt.ExprRef("radius + 6")
    size = alt.ExprRef("name_size")
    written: alt.Chart = named.mark_text(fontSize=size, dy=under, baseline="middle", **ink)
    return written


def _marks(base: alt.Chart, size: Any) -> alt.Chart:
    drawn: alt.Chart = (
        base.transform_filter("datum.mark != ''")
        .mark_point(filled=False, opacity=1, strokeWidth=1.8, size=size)
        .encode(shape=_shape(), stroke=_ink())
    )
    return drawn


def _legend(legend: pd.DataFrame) -> list[alt.Chart]:
    """What fills and signs mean, in as many columns as there is room for."""
    base = (
        alt.Chart(legend)
        .transform_calculate(
            at_x="(datum.position % columns) * column_width + 12",
            at_y=f"map_bottom + 14 + {ROW} * floor(datum.position / columns)",
        )
        .encode(x=alt.X("at_x:Q", scale=None, axis=None), y=alt.Y("at_y:Q", scale=None, axis=None))
    )
    boxes = base.mark_point(shape="square", opacity=1, size=324, strokeWidth=1).encode(**_border())
    texts = base.mark_text(fontSize=11, fontWeight=600).encode(text="sign:N", color=_ink())
    labels = base.mark_text(align="left", dx=16, fontSize=12, color=INK).encode(text="label:N")
    return [boxes.encode(fill=_fill()), texts, _marks(base, 100), labels]


def _lines(attribution: Texts, note: str) -> list[alt.Chart]:
    """Whose boundaries these are, below the legend; what is made up, beside the land."""
    long, short = attribution
    said = alt.Chart(pd.DataFrame({"long": [long], "short": [short], "note": [note]}))
    whose = (
        said.transform_calculate(text=f"width < {NARROW} ? datum.short : datum.long")
        .mark_text(
            align="left",
            baseline="top",
            lineBreak="\n",
            color=QUIET,
            fontSize=alt.ExprRef(f"width < {NARROW} ? 9 : 10.5"),
        )
        .encode(x=alt.value(2), y=alt.value(alt.ExprRef("legend_bottom + 12")), text="text:N")
    )
    what = said.mark_text(align="left", fontSize=12, fontWeight=600, color=INK).encode(
        x=alt.value(2), y=alt.value(alt.ExprRef("map_bottom - 12")), text="note:N"
    )
    return [whose, what]


def _fill() -> alt.Fill:
    return alt.Fill("state:N", scale=_scale(MAP_FILLS), legend=None)


def _is_broken() -> str:
    return f"indexof({list(MAP_BORDERS)}, datum.state) >= 0"


def _border() -> dict[str, Any]:
    """The outline of a state: broken where it has no number."""
    return {
        "stroke": alt.Stroke("state:N", scale=_scale(MAP_INKS), legend=None),
        "strokeDash": _dashes(),
    }


def _dashes() -> alt.StrokeDash:
    dashes = {state: MAP_BORDERS.get(state, [1, 0]) for state in MAP_FILLS}
    return alt.StrokeDash("state:N", scale=_scale(dashes), legend=None)


def _ink() -> alt.Color:
    return alt.Color("state:N", scale=_scale(MAP_INKS), legend=None)


def _shape() -> alt.Shape:
    return alt.Shape("mark:N", scale=_scale(SIGNS), legend=None)


def _scale(values: Mapping[str, Any]) -> alt.Scale:
    return alt.Scale(domain=list(values), range=list(values.values()))
