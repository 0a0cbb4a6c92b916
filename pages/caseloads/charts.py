"""The caseloads' pictures: bars under their labels, and a grid of numbers."""

from collections.abc import Mapping, Sequence

import altair as alt
import pandas as pd

from pages.caseloads.layout import (
    GRID_ROW,
    LINE_HEIGHT,
    TIP,
    axis,
    cell,
    head_height,
    in_lines,
    sized,
    with_tip,
)
from pages.shared.palette import CHOSEN, INK, NOT_STATED, PAPER, QUIET, SHADES, Locale, styled

ROW = 46
NUMBER_SIZE = "width / {columns} < 18 ? 0 : width / {columns} < 24 ? 10 : 12"
KNOWN, MISSING = "isValid(datum.value)", "!isValid(datum.value)"


def bars(rows: pd.DataFrame, locale: Locale, alt_text: str, note: str = "") -> alt.LayerChart:
    """One bar a row, its label above it and its number at its end; a missing number in words.

    ``rows``: key, label, value, value_label, is_stated. ``note`` stands in the picture itself.
    """
    order, (lines, more) = list(rows["key"]), in_lines(rows["label"])
    rows = rows.assign(lines=lines)
    top = 1.2 * max(float(rows["value"].fillna(0).max()), 1.0)
    base = alt.Chart(with_tip(rows)).encode(y=alt.Y("key:N", sort=order, axis=None), tooltip=TIP)
    x = alt.X("value:Q", axis=None, scale=alt.Scale(domain=[0, top], nice=False))
    lengths = base.mark_bar(height=16, yOffset=9 + more / 2).encode(
        x=x,
        color=alt.Color(
            "is_stated:N",
            scale=alt.Scale(domain=[True, False], range=[CHOSEN, NOT_STATED]),
            legend=None,
        ),
    )
    names = base.mark_text(
        align="left", dy=-12 - more / 2, color=INK, lineBreak="\n", lineHeight=LINE_HEIGHT
    ).encode(x=alt.value(0), text="lines:N")
    numbers = base.transform_filter(KNOWN).mark_text(
        align="left", dx=6, dy=9 + more / 2, fontWeight="bold"
    ).encode(x=x, text="value_label:N")  # fmt: skip
    words = base.transform_filter(MISSING).mark_text(
        align="left", dy=9 + more / 2, color=QUIET, fontStyle="italic"
    ).encode(x=alt.value(0), text="value_label:N")  # fmt: skip
    layers = lengths + names + numbers + words
    return styled(sized(layers, (ROW + more) * len(order), note), locale, alt_text)


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
    labels = (
        alt.Chart(cells.drop_duplicates("key"))
        .mark_text(
            align="left", dy=-16 - more / 2, color=INK, lineBreak="\n", lineHeight=LINE_HEIGHT
        )
        .encode(
            y=rows,
            x=alt.value(0),
            text="lines:N",
            tooltip=alt.Tooltip("row_label:N", title=" "),
        )
    )
    top = max(float(cells["value"].fillna(0).max()), 1.0)
    shades, numbers = _counted(base, top, len(names), more)
    frames, signs = _missing(base, more)
    layers = shades + frames + numbers + signs + labels
    height = (GRID_ROW + more) * cells["key"].nunique() + head_height(columns)
    return styled(sized(layers, height, note), locale, alt_text)


def _counted(base: alt.Chart, top: float, columns: int, more: int) -> tuple[alt.Chart, alt.Chart]:
    """The cells that hold a number, zero too: a shade, and the number where there is room."""
    known = base.transform_filter(KNOWN)
    scale = alt.Scale(domain=[0, top], range=list(SHADES))
    shades = known.mark_rect(height=cell(more), yOffset=11 + more / 2).encode(
        color=alt.Color("value:Q", scale=scale, legend=None)
    )
    size = alt.ExprRef(NUMBER_SIZE.format(columns=columns))
    return shades, known.mark_text(dy=11 + more / 2, fontSize=size).encode(text="value_label:N")


def _missing(base: alt.Chart, more: int) -> tuple[alt.Chart, alt.Chart]:
    """The cells without a number: an empty frame with a sign that says why."""
    missing = base.transform_filter(MISSING)
    frames = missing.mark_rect(
        height=cell(more), yOffset=11 + more / 2, fill=PAPER, stroke=QUIET, strokeDash=[3, 3]
    )  # fmt: skip
    return frames, missing.mark_text(dy=11 + more / 2, color=INK).encode(text="sign:N")
