"""A grid of numbers: posts or places down, months across."""

from collections.abc import Mapping, Sequence

import altair as alt
import pandas as pd

from pages.caseloads.charts import marks
from pages.caseloads.charts.layout import (
    ABOVE,
    GRID_ROW,
    TIP,
    axis,
    cell,
    head_height,
    in_lines,
    sized,
    with_tip,
)
from pages.shared.palette import INK, PAPER, QUIET, SHADES, Locale, styled

NUMBER_SIZE = "width / {columns} < 18 ? 0 : width / {columns} < 24 ? 10 : 12"


def grid(
    cells: pd.DataFrame,
    columns: Mapping[str, Sequence[str]],
    locale: Locale,
    alt_text: str,
    note: str = "",
) -> alt.LayerChart:
    """A row of cells under each label: the darker, the more; a cell without a number has a sign.

    ``cells``: key, row_label, column, value, sign, label, value_label; a column without a cell
    stays blank. ``columns``: what stands above each, in lines. Where the cells become too narrow
    for numbers, the shades and the signs stay.
    """
    names = list(columns)
    lines, more = in_lines(cells["row_label"])
    cells = with_tip(cells).assign(lines=lines)
    rows = alt.Y("key:N", sort=list(dict.fromkeys(cells["key"])), axis=None)
    base = alt.Chart(cells).encode(
        x=alt.X(
            "column:O",
            sort=names,
            scale=alt.Scale(domain=names, paddingInner=0.06, paddingOuter=0),
            axis=axis(columns),
        ),
        y=rows,
        tooltip=TIP,
    )
    labelled = alt.Chart(cells.drop_duplicates("key")).encode(
        y=rows, tooltip=alt.Tooltip("row_label:N", title=" ")
    )
    labels = marks.names(labelled, more, ABOVE)
    top = max(float(cells["value"].fillna(0).max()), 1.0)
    shades, numbers = _counted(base, top, len(names), more)
    frames, signs = _missing(base, more)
    layers = alt.LayerChart(layer=[shades, frames, numbers, signs, labels])
    height = (GRID_ROW + more) * cells["key"].nunique() + head_height(columns)
    return styled(sized(layers, height, note), locale, alt_text)


def _counted(base: alt.Chart, top: float, columns: int, more: int) -> tuple[alt.Chart, alt.Chart]:
    """The cells that hold a number, zero too: a shade, and the number where there is room."""
    known = marks.known(base)
    scale = alt.Scale(domain=[0, top], range=list(SHADES))
    shades = known.mark_rect(height=cell(more), yOffset=11 + more / 2).encode(
        color=alt.Color("value:Q", scale=scale, legend=None)
    )
    size = alt.ExprRef(NUMBER_SIZE.format(columns=columns))
    return shades, known.mark_text(dy=11 + more / 2, fontSize=size).encode(text="value_label:N")


def _missing(base: alt.Chart, more: int) -> tuple[alt.Chart, alt.Chart]:
    """The cells without a number: an empty frame with a sign that says why."""
    missing = marks.missing(base)
    frames = missing.mark_rect(
        height=cell(more), yOffset=11 + more / 2, fill=PAPER, stroke=QUIET, strokeDash=[3, 3]
    )  # fmt: skip
    return frames, missing.mark_text(dy=11 + more / 2, color=INK).encode(text="sign:N")
