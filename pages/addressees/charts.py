"""The picture of what institutions owe."""

from collections.abc import Mapping

import altair as alt
import pandas as pd

from pages.shared.palette import INK, OWED, QUIET, Locale, styled

HIGH, ROW = 14, 62
LEGEND, LEGEND_ROW = 24, 24
# From the middle of a row down: its name, its numbers in words, its bar.
NAME, NUMBERS, BAR = -22, -4, 14


def owed(
    institutions: pd.DataFrame,
    parts: pd.DataFrame,
    kinds: Mapping[str, str],
    locale: Locale,
    alt_text: str,
) -> alt.LayerChart:
    """One stacked bar an institution, its name and its numbers in words above it.

    ``institutions``: code, name (as much of it as fits), in_words, in the order shown; ``parts``:
    code, label, part (as it is called), rank, entries, entries_label; ``kinds``: what each part is
    called, by its code.
    """
    order = list(institutions["code"])
    y = alt.Y("code:N", sort=order, axis=None)
    top = max(float(parts.groupby("code")["entries"].sum().max()), 1.0)
    x = alt.X("entries:Q", axis=None, stack="zero", scale=alt.Scale(domain=[0, top], nice=False))
    colors = alt.Scale(domain=[kinds[part] for part in OWED], range=list(OWED.values()))
    legend = alt.Legend(title=None, orient="top", columns=1, labelLimit=0, rowPadding=2)
    bars = (
        alt.Chart(parts)
        .mark_bar(height=HIGH, yOffset=BAR, stroke="white", strokeWidth=1)
        .encode(
            x=x,
            y=y,
            order=alt.Order("rank:Q"),
            color=alt.Color("part:N", scale=colors, legend=legend),
            tooltip=[
                alt.Tooltip("label:N", title=" "),
                alt.Tooltip("part:N", title="  "),
                alt.Tooltip("entries_label:N", title="   "),
            ],
        )
    )
    base = alt.Chart(institutions).encode(y=y, x=alt.value(0))
    names = base.mark_text(align="left", dy=NAME, color=INK, fontWeight="bold")
    numbers = base.mark_text(align="left", dy=NUMBERS, color=QUIET)
    layers = bars + names.encode(text="name:N") + numbers.encode(text="in_words:N")
    height = ROW * len(order) + LEGEND + LEGEND_ROW * len(kinds)
    return styled(layers.properties(height=height), locale, alt_text)
