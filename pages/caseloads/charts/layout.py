"""What the caseloads' pictures have in common: labels in lines, heads, tips, room for a note."""

import json
import textwrap
from collections.abc import Mapping, Sequence

import altair as alt
import pandas as pd

from pages.shared.palette import INK, LINE

GRID_ROW = 52
NOTE, HEAD, LINE_HEIGHT = 28, 26, 13
CELL, LINE_LENGTH = 26, 54
ABOVE = 16
"""How far over the middle of its row a grid's label stands."""
TIP = alt.Tooltip("tip:N", title=" ")


def cell(more: int) -> alt.RelativeBandSize:
    """The height of a cell as a part of its row."""
    return alt.RelativeBandSize(band=CELL / (GRID_ROW + more))


def in_lines(labels: pd.Series) -> tuple[list[str], int]:
    """Labels in two lines where one is too long for a telephone, and the height that takes."""
    if labels.str.len().max() <= LINE_LENGTH:
        return list(labels), 0
    wrapped = [textwrap.wrap(label, LINE_LENGTH, max_lines=2, placeholder=" …") for label in labels]
    return ["\n".join([" ", *lines][-2:]) for lines in wrapped], LINE_HEIGHT


def with_tip(rows: pd.DataFrame) -> pd.DataFrame:
    """What stands beside the pointer: two fields without titles would hide one another."""
    return rows.assign(tip=rows["label"] + ": " + rows["value_label"])


def axis(columns: Mapping[str, Sequence[str]]) -> alt.Axis:
    """Column heads above the grid, in as many lines as they are told."""
    names = json.dumps({name: list(lines) for name, lines in columns.items()})
    return alt.Axis(
        title=None,
        orient="top",
        labelAngle=0,
        labelFlush=False,
        labelOverlap=False,
        labelPadding=4 + LINE_HEIGHT * (_lines(columns) - 1),
        labelExpr=f"{names}[datum.value]",
        ticks=False,
        domainColor=LINE,
    )


def head_height(columns: Mapping[str, Sequence[str]]) -> int:
    """What the column heads take above a grid."""
    return HEAD + LINE_HEIGHT * _lines(columns)


def _lines(columns: Mapping[str, Sequence[str]]) -> int:
    return max(len(lines) for lines in columns.values())


def sized(chart: alt.LayerChart, height: int, note: str) -> alt.LayerChart:
    """The picture with its note above it, which so goes along wherever the picture goes."""
    if not note:
        plain: alt.LayerChart = chart.properties(height=height)
        return plain
    title = alt.Title(note, anchor="start", color=INK, fontSize=13, fontStyle="italic", offset=8)
    noted: alt.LayerChart = chart.properties(height=height + NOTE, title=title)
    return noted
