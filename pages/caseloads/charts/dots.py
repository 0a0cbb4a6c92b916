"""Median lengths as dots on a line from nothing, so that a post stands as one point."""

import altair as alt
import pandas as pd

from pages.caseloads.charts import marks
from pages.caseloads.charts.layout import TIP, in_lines, sized, with_tip
from pages.shared.palette import CHOSEN, OTHERS, Locale, styled

ROOM = 1.35


def dots(rows: pd.DataFrame, locale: Locale, alt_text: str, note: str = "") -> alt.LayerChart:
    """One dot a row, its label above it and its number beside it; a missing number in words.

    ``rows``: key, label, value, value_label, is_all. ``note`` stands in the picture itself.
    """
    lines, more = in_lines(rows["label"])
    below = marks.below(more)
    top = ROOM * max(float(rows["value"].fillna(0).max()), 1.0)
    base = alt.Chart(with_tip(rows).assign(lines=lines, zero=0)).encode(
        y=alt.Y("key:N", sort=list(rows["key"]), axis=None), tooltip=TIP
    )
    x = alt.X("value:Q", axis=None, scale=alt.Scale(domain=[0, top], nice=False))
    known = marks.known(base)
    rules = known.mark_bar(height=2, yOffset=below, color=OTHERS).encode(x=x)
    shapes = alt.Scale(domain=[True, False], range=["diamond", "circle"])
    points = known.mark_point(
        filled=True, size=130, opacity=1, yOffset=below, color=CHOSEN
    ).encode(x=x, shape=alt.Shape("is_all:N", scale=shapes, legend=None))  # fmt: skip
    numbers = marks.numbers(known, x, more, away=10)
    layers = rules + points + numbers + marks.words(base, more) + marks.names(base, more)
    return styled(sized(layers, (marks.ROW + more) * len(rows), note), locale, alt_text)
