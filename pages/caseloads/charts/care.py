"""Families in care month by month: a stock as a line; what comes and goes as bars up and down."""

from collections.abc import Mapping, Sequence

import altair as alt
import pandas as pd

from pages.caseloads.charts import layout
from pages.caseloads.charts.layout import TIP, with_tip
from pages.shared.palette import CHOSEN, FLOWS, SHADES, Locale, styled

HEIGHT, LEGEND = 200, 44
NUMBERED = 14
"""Up to how many months each has its number; more of them have an axis beside them."""
NUMBER_SIZE = 12
ABOVE, ROOM = 1.2, 0.15
"""Room for numbers: beyond the highest, as a part of all there is from the lowest."""

Columns = Mapping[str, Sequence[str]]


def stock(
    rows: pd.DataFrame, columns: Columns, locale: Locale, alt_text: str, note: str = ""
) -> alt.LayerChart:
    """A line through the months' ends. ``rows``: column, value, label, value_label."""
    top = ABOVE * max(float(rows["value"].max()), 1.0)
    base = alt.Chart(with_tip(rows)).encode(
        x=_months(columns), y=_height([0, top], columns), tooltip=TIP
    )
    area = base.mark_area(color=SHADES[0])
    line = base.mark_line(color=CHOSEN, strokeWidth=2)
    points = base.mark_point(color=CHOSEN, filled=True, size=40, opacity=1)
    numbers = base.mark_text(dy=-12, fontSize=_size(columns)).encode(text="value_label:N")
    layers = area + line + points + numbers
    return styled(layout.sized(layers, HEIGHT, note), locale, alt_text)


def flow(
    rows: pd.DataFrame,
    columns: Columns,
    named: Mapping[str, str],
    locale: Locale,
    alt_text: str,
    *,
    note: str = "",
) -> alt.LayerChart:
    """Bars up for what came and down for what went.

    ``rows``: column, what, value, label, value_label; ``named``: what came and what went.
    """
    up, down = (max(float(rows.loc[rows["what"] == what, "value"].max()), 1.0) for what in FLOWS)
    room = ROOM * (up + down)
    rows = rows.assign(
        height=rows["value"].where(rows["what"] == "opened", -rows["value"]),
        called=rows["what"].map(named),
    )
    base = alt.Chart(with_tip(rows)).encode(
        x=_months(columns),
        y=_height([-down - room, up + room], columns, "height"),
        tooltip=TIP,
    )
    bars = base.mark_bar().encode(color=_colours(named))
    numbers = [
        base.transform_filter(alt.datum.what == what)
        .mark_text(dy=away, fontSize=_size(columns))
        .encode(text="value_label:N")
        for what, away in (("opened", -8), ("closed", 9))
    ]
    layers = bars + numbers[0] + numbers[1]
    return styled(layout.sized(layers, HEIGHT + LEGEND, note), locale, alt_text)


def _months(columns: Columns) -> alt.X:
    """The same band for each month in both pictures, its head below it."""
    names, axis = list(columns), layout.axis(columns)
    axis["orient"], axis["labelPadding"] = "bottom", 6
    scale = alt.Scale(type="band", domain=names, paddingInner=0.2, paddingOuter=0.1)
    return alt.X("column:O", sort=names, scale=scale, axis=axis)


def _height(domain: list[float], columns: Columns, field: str = "value") -> alt.Y:
    """Heights; an axis where there are too many months for numbers, without signs."""
    many = alt.Axis(title=None, tickCount=4, format="d", labelExpr="abs(datum.value)")
    axis = None if len(columns) <= NUMBERED else many
    return alt.Y(f"{field}:Q", axis=axis, scale=alt.Scale(domain=domain, nice=False))


def _colours(named: Mapping[str, str]) -> alt.Color:
    scale = alt.Scale(domain=[named[what] for what in FLOWS], range=list(FLOWS.values()))
    legend = alt.Legend(title=None, orient="top", columns=1, labelLimit=0, symbolType="square")
    return alt.Color("called:N", scale=scale, legend=legend)


def _size(columns: Columns) -> int:
    return NUMBER_SIZE if len(columns) <= NUMBERED else 0
