"""Bars in parts, one below the other: contacts, needs and cases by what became of them."""

from collections.abc import Mapping

import altair as alt
import pandas as pd

from pages.caseloads.charts import marks
from pages.caseloads.charts.layout import in_lines, sized
from pages.shared.palette import CASE_PARTS, Locale, styled

HIGH = 16
LEGEND, LEGEND_ROW = 32, 17
ROOM = 1.3
"""How much longer than the longest bar the picture is, so that the words at its end have room."""


def bars(
    totals: pd.DataFrame,
    parts: pd.DataFrame,
    called: Mapping[str, str],
    locale: Locale,
    alt_text: str,
    *,
    note: str = "",
) -> alt.LayerChart:
    """One bar a row in parts, its label above it and its number in words at its end.

    ``totals``: key, label, value, value_label; ``parts``: key, part (its code in CASE_PARTS),
    value, tip; ``called``: what each part is called, in the order of the stack. ``note`` stands in
    the picture itself.
    """
    lines, more = in_lines(totals["label"])
    y = alt.Y("key:N", sort=list(totals["key"]), axis=None)
    top = ROOM * max(float(totals["value"].max()), 1.0)
    scale = alt.Scale(domain=[0, top], nice=False)
    base = alt.Chart(totals.assign(lines=lines)).encode(y=y)
    names = marks.names(base, more)
    numbers = marks.numbers(base, alt.X("value:Q", axis=None, scale=scale), more)
    stacks = _stacks(parts, called).mark_bar(height=HIGH, yOffset=marks.below(more))
    drawn = stacks.encode(x=alt.X("value:Q", axis=None, stack="zero", scale=scale), y=y)
    height = (marks.ROW + more) * len(totals) + LEGEND + LEGEND_ROW * len(called)
    return styled(sized(drawn + names + numbers, height, note), locale, alt_text)


def _stacks(parts: pd.DataFrame, called: Mapping[str, str]) -> alt.Chart:
    """The parts in their colours, with the names of the colours above the bars."""
    ranks = {code: rank for rank, code in enumerate(called)}
    rows = parts.assign(name=parts["part"].map(dict(called)), rank=parts["part"].map(ranks))
    colors = alt.Scale(domain=list(called.values()), range=[CASE_PARTS[code] for code in called])
    legend = alt.Legend(
        title=None, orient="top", columns=1, labelLimit=0, offset=6, symbolType="square"
    )
    stacks: alt.Chart = alt.Chart(rows).encode(
        order=alt.Order("rank:Q"),
        color=alt.Color("name:N", scale=colors, legend=legend),
        tooltip=alt.Tooltip("tip:N", title=" "),
    )
    return stacks
