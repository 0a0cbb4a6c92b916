"""A dot for each rate, with the line on which chance alone could have put it."""

import altair as alt
import pandas as pd

from pages.caseloads.charts import marks
from pages.caseloads.charts.layout import TIP, in_lines, sized, with_tip
from pages.shared.palette import CHOSEN, INK, QUIET, Locale, styled

ROW, AXIS = 62, 44
ABOVE, SHIFT, HIGH = 20, 17, 30
"""Pixels: how far the label stands over the middle of its row and the line lies under it, and how
high the whole's mark is."""


def whiskers(
    rows: pd.DataFrame, axis_title: str, locale: Locale, alt_text: str, note: str = ""
) -> alt.LayerChart:
    """One row each: its label and its numbers above a dot on a line from ``low`` to ``high``.

    ``rows``: key, label, value, low, high, value_label, whole, is_whole. The value of the ``whole``
    is marked in every row, where it is known. A missing value has its words and no line.
    """
    order, (lines, more) = list(rows["key"]), in_lines(rows["label"])
    top = 1.05 * max(float(rows["high"].fillna(0).max()), 0.1)
    scale = alt.Scale(domain=[0, top], nice=False)
    x = alt.X("value:Q", scale=scale, axis=alt.Axis(title=axis_title, tickCount=5))
    base = alt.Chart(with_tip(rows).assign(lines=lines)).encode(
        y=alt.Y("key:N", sort=order, axis=None), tooltip=TIP
    )
    layers = _marks(base, x, SHIFT + more / 2) + _texts(base, more)
    height = (ROW + more) * len(order) + AXIS
    return styled(sized(layers, height, note), locale, alt_text)


def _marks(base: alt.Chart, x: alt.X, below: float) -> alt.LayerChart:
    known = marks.known(base)
    colour = alt.Color(
        "is_whole:N", scale=alt.Scale(domain=[True, False], range=[INK, CHOSEN]), legend=None
    )
    whole = base.transform_filter("isValid(datum.whole)").mark_tick(
        size=HIGH, thickness=1.5, yOffset=below, color=QUIET
    ).encode(x=alt.X("whole:Q"))  # fmt: skip
    line = known.mark_rule(strokeWidth=2, yOffset=below).encode(
        x=alt.X("low:Q"), x2="high:Q", color=colour
    )
    ends = [
        known.mark_tick(size=10, thickness=2, yOffset=below).encode(
            x=alt.X(f"{end}:Q"), color=colour
        )
        for end in ("low", "high")
    ]
    dots = known.mark_point(size=90, filled=True, opacity=1, yOffset=below).encode(
        x=x, color=colour
    )
    low, high = ends
    drawn: alt.LayerChart = whole + line + low + high + dots
    return drawn


def _texts(base: alt.Chart, more: int) -> alt.LayerChart:
    numbers = base.mark_text(align="left", dy=-3 + more / 2, color=QUIET).encode(
        x=alt.value(0), text="value_label:N"
    )
    texts: alt.LayerChart = marks.names(base, more, ABOVE) + numbers
    return texts
