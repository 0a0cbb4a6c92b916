"""Median lengths as dots on a line from nothing, so that a post stands as one point."""

import altair as alt
import pandas as pd

from pages.caseloads.layout import LINE_HEIGHT, TIP, in_lines, sized, with_tip
from pages.shared.palette import CHOSEN, INK, OTHERS, QUIET, Locale, styled

ROW = 46
ROOM = 1.35
KNOWN, MISSING = "isValid(datum.value)", "!isValid(datum.value)"


def dots(rows: pd.DataFrame, locale: Locale, alt_text: str, note: str = "") -> alt.LayerChart:
    """One dot a row, its label above it and its number beside it; a missing number in words.

    ``rows``: key, label, value, value_label, is_all. ``note`` stands in the picture itself.
    """
    lines, more = in_lines(rows["label"])
    below = 9 + more / 2
    top = ROOM * max(float(rows["value"].fillna(0).max()), 1.0)
    base = alt.Chart(with_tip(rows).assign(lines=lines, zero=0)).encode(
        y=alt.Y("key:N", sort=list(rows["key"]), axis=None), tooltip=TIP
    )
    x = alt.X("value:Q", axis=None, scale=alt.Scale(domain=[0, top], nice=False))
    names = base.mark_text(
        align="left", dy=-12 - more / 2, color=INK, lineBreak="\n", lineHeight=LINE_HEIGHT
    ).encode(x=alt.value(0), text="lines:N")
    known = base.transform_filter(KNOWN)
    rules = known.mark_bar(height=2, yOffset=below, color=OTHERS).encode(x=x)
    shapes = alt.Scale(domain=[True, False], range=["diamond", "circle"])
    points = known.mark_point(
        filled=True, size=130, opacity=1, yOffset=below, color=CHOSEN
    ).encode(x=x, shape=alt.Shape("is_all:N", scale=shapes, legend=None))  # fmt: skip
    numbers = known.mark_text(align="left", dx=10, dy=below, fontWeight="bold").encode(
        x=x, text="value_label:N"
    )
    words = base.transform_filter(MISSING).mark_text(
        align="left", dy=below, color=QUIET, fontStyle="italic"
    ).encode(x=alt.value(0), text="value_label:N")  # fmt: skip
    layers = rules + points + numbers + words + names
    return styled(sized(layers, (ROW + more) * len(rows), note), locale, alt_text)
