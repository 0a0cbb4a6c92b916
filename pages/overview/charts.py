"""The overview's pictures: parts of a total, a line of time, rounds beside each other."""

import altair as alt
import pandas as pd

from pages.shared.palette import CHOSEN, INK, LINE, OTHERS, PARTS, QUIET, Locale, styled

ROW = 46
TALL_ROW = 62


def participants(parts: pd.DataFrame, locale: Locale, alt_text: str) -> alt.LayerChart:
    """One bar a part, its name above it and its number at its end.

    ``parts``: part (code), label, value, value_label.
    """
    order, top = list(parts["part"]), 1.12 * float(parts["value"].max())
    base = _told(parts, "label").encode(
        y=alt.Y("part:N", sort=order, axis=None),
        x=alt.X("value:Q", axis=None, scale=alt.Scale(domain=[0, top], nice=False)),
    )
    bars = base.mark_bar(height=16, yOffset=9).encode(
        color=alt.Color(
            "part:N",
            scale=alt.Scale(domain=list(PARTS), range=list(PARTS.values())),
            legend=None,
        )
    )
    names = base.mark_text(align="left", dy=-12, color=INK).encode(x=alt.value(0), text="label:N")
    numbers = base.mark_text(align="left", dx=6, dy=9, fontWeight="bold").encode(
        text="value_label:N"
    )
    return styled((bars + names + numbers).properties(height=ROW * len(order)), locale, alt_text)


def timeline(spans: pd.DataFrame, locale: Locale, alt_text: str) -> alt.LayerChart:
    """One row an activity: its title above, its days as a bar or a dot on the line of time.

    ``spans``: row, label, lines, starts_on, ends_on (exclusive), is_measure, is_long.
    """
    height = TALL_ROW * len(spans)
    base = alt.Chart(spans).encode(
        y=alt.Y("row:O", axis=None),
        tooltip=[alt.Tooltip("label:N", title=" ")],
        color=alt.Color(
            "is_measure:N",
            scale=alt.Scale(domain=[False, True], range=[CHOSEN, OTHERS]),
            legend=None,
        ),
    )
    time = alt.X(
        "starts_on:T",
        scale=alt.Scale(padding=8),
        axis=alt.Axis(
            title=None, format="%m.%Y", labelOverlap=True, tickCount="month", orient="top"
        ),
    )
    rules = alt.Chart(spans).mark_rule(color=LINE, yOffset=17).encode(y=alt.Y("row:O", axis=None))
    bars = base.mark_bar(height=10, yOffset=17).encode(x=time, x2="ends_on:T")
    dots = base.mark_point(filled=True, size=80, opacity=1, yOffset=17).encode(x=time)
    bars = bars.transform_filter("datum.is_long")
    dots = dots.transform_filter("!datum.is_long")
    names = base.mark_text(align="left", baseline="top", dy=-27, lineBreak="\n").encode(
        x=alt.value(0), text="lines:N", color=alt.value(INK)
    )
    return styled((rules + bars + dots + names).properties(height=height), locale, alt_text)


def across_rounds(values: pd.DataFrame, locale: Locale, alt_text: str) -> alt.LayerChart:
    """One figure, a column a round; a round without the figure keeps its place and says why.

    ``values``: round, value, value_label, is_chosen.
    """
    order = list(values["round"])
    base = _told(values, "round").encode(
        x=alt.X("round:N", sort=order, axis=alt.Axis(title=None, labelAngle=0, ticks=False)),
    )
    top = 1.25 * float(values["value"].max()) if values["value"].notna().any() else 1.0
    y = alt.Y("value:Q", axis=None, scale=alt.Scale(domain=[0, top], nice=False))
    columns = base.mark_bar(width=26).encode(
        y=y,
        color=alt.Color(
            "is_chosen:N",
            scale=alt.Scale(domain=[True, False], range=[CHOSEN, OTHERS]),
            legend=None,
        ),
    )
    numbers = (
        base.transform_filter("isValid(datum.value)")
        .mark_text(dy=-10, fontWeight="bold")
        .encode(y=y, text="value_label:N")
    )
    missing = (
        base.transform_filter("!isValid(datum.value)")
        .mark_text(color=QUIET, dy=-8)
        .encode(y=alt.datum(0), text=alt.value("–"))
    )
    return styled((columns + numbers + missing).properties(height=170), locale, alt_text)


def _told(rows: pd.DataFrame, name: str) -> alt.Chart:
    """A chart of the rows, each told in one line under the pointer: two lines hide each other."""
    line = f"datum.{name} + ': ' + datum.value_label"
    told: alt.Chart = alt.Chart(rows).transform_calculate(told=line)
    return told.encode(tooltip=[alt.Tooltip("told:N", title=" ")])
