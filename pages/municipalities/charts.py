"""Small maps of a division: where a municipality lies, and how many kinds have reached each."""

from collections.abc import Mapping
from typing import Any

import altair as alt
import pandas as pd

from pages.shared.palette import (
    CHOSEN,
    INK,
    MAP_FILLS,
    MAP_LINE,
    QUIET,
    REACHED_BORDERS,
    REACHED_FILLS,
    Locale,
    styled,
)

LOCATOR, SPOTS = 200, 420
"""Pixels: how high each picture is."""


def locator(topology: dict[str, Any], iso: str, locale: Locale, alt_text: str) -> alt.LayerChart:
    """The municipalities of a division as outlines, one of them filled and ringed.

    ``topology``: TopoJSON with the object ``municipalities``, each with ``iso`` and ``name``.
    """
    name = alt.Tooltip("properties.name:N", title="title")
    outlines = (
        alt.Chart()
        .mark_geoshape(fill=MAP_FILLS["zero"], stroke=MAP_LINE, strokeWidth=0.5)
        .encode(tooltip=name)
    )
    chosen = alt.Chart().transform_filter(f"datum.properties.iso == '{iso}'")
    filled = chosen.mark_geoshape(fill=CHOSEN, stroke=INK, strokeWidth=1.5).encode(tooltip=name)
    return styled(_map(topology, [outlines, filled], LOCATOR), locale, alt_text)


def spots(
    topology: dict[str, Any],
    rows: pd.DataFrame,
    labels: Mapping[str, str],
    locale: Locale,
    alt_text: str,
) -> alt.LayerChart:
    """Each municipality in the shade of how many kinds have reached it, its names on a pointer.

    ``rows``: iso, name, look (a key of REACHED_FILLS), said. ``labels``: the looks that are there,
    in order, with what each means.
    """
    said = list(labels.values())
    fills = alt.Scale(domain=said, range=[REACHED_FILLS[look] for look in labels])
    dashes = alt.Scale(domain=said, range=[REACHED_BORDERS.get(look, [1, 0]) for look in labels])
    lines = alt.Scale(domain=said, range=[QUIET] * len(said))
    known = alt.LookupData(
        data=rows.assign(label=rows["look"].map(dict(labels))),
        key="iso",
        fields=["name", "label", "said"],
    )
    legend = alt.Legend(
        title=None,
        orient="bottom",
        columns=2,
        symbolType="square",
        symbolStrokeWidth=1,
        labelLimit=320,
    )
    land = (
        alt.Chart()
        .transform_lookup(lookup="properties.iso", from_=known)
        .mark_geoshape(strokeWidth=0.8)
        .encode(
            fill=alt.Fill("label:N", scale=fills, legend=legend),
            # A scale of one colour: without it the legend has no borders at all.
            stroke=alt.Stroke("label:N", scale=lines, legend=legend),
            strokeDash=alt.StrokeDash("label:N", scale=dashes, legend=legend),
            tooltip=[alt.Tooltip("name:N", title="title"), alt.Tooltip("said:N", title=" ")],
        )
    )
    return styled(_map(topology, [land], SPOTS), locale, alt_text)


def _map(topology: dict[str, Any], layers: list[alt.Chart], height: int) -> alt.LayerChart:
    shapes = alt.TopoDataFormat(type="topojson", feature="municipalities")
    return alt.LayerChart(
        data=alt.InlineData(values=topology, format=shapes),
        layer=layers,
        height=height,
        projection=alt.Projection(type="mercator"),
    )
