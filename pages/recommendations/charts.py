"""The register's pictures: entries by status, and how the statuses spread."""

from collections.abc import Mapping

import altair as alt
import pandas as pd

from pages.shared.palette import INK, STATUSES, Locale, styled

LEGEND, LEGEND_ROW = 40, 28
HIGH = 16
# The height of a row, where its name starts and where its bar lies: from the row's middle down.
ROW, ABOVE, BELOW = 46, -19, 9
TALL_ROW, FAR_ABOVE, FAR_BELOW = 62, -27, 17


def by_status(counted: pd.DataFrame, locale: Locale, alt_text: str) -> alt.LayerChart:
    """One bar a status, its name above it and its number at its end; none is drawn as 0.

    ``counted``: status (code), label, entries, entries_label.
    """
    order, top = list(counted["status"]), 1.12 * max(float(counted["entries"].max()), 1.0)
    base = alt.Chart(counted).encode(
        y=alt.Y("status:N", sort=order, axis=None),
        x=alt.X("entries:Q", axis=None, scale=alt.Scale(domain=[0, top], nice=False)),
        tooltip=[alt.Tooltip("label:N", title=" "), alt.Tooltip("entries_label:N", title=" ")],
    )
    colors = alt.Scale(domain=list(STATUSES), range=list(STATUSES.values()))
    bars = base.mark_bar(height=HIGH, yOffset=BELOW).encode(
        color=alt.Color("status:N", scale=colors, legend=None)
    )
    names = base.mark_text(align="left", dy=-12, color=INK).encode(x=alt.value(0), text="label:N")
    numbers = base.mark_text(align="left", dx=6, dy=BELOW, fontWeight="bold").encode(
        text="entries_label:N"
    )
    return styled((bars + names + numbers).properties(height=ROW * len(order)), locale, alt_text)


def spread(
    totals: pd.DataFrame,
    parts: pd.DataFrame,
    statuses: Mapping[str, str],
    locale: Locale,
    alt_text: str,
) -> alt.LayerChart:
    """One stacked bar a value, its name in a line or two above it and its total at its end.

    ``totals``: code, lines, entries, entries_label; ``parts``: code, label, status (as it is
    called), rank, entries, entries_label; ``statuses``: what each status is called, by its code.
    """
    order, top = list(totals["code"]), 1.12 * max(float(totals["entries"].max()), 1.0)
    y = alt.Y("code:N", sort=order, axis=None)
    x = alt.X("entries:Q", axis=None, stack="zero", scale=alt.Scale(domain=[0, top], nice=False))
    base = alt.Chart(totals).encode(y=y)
    is_tall = totals["lines"].str.contains("\n").any()
    row, above, below = (TALL_ROW, FAR_ABOVE, FAR_BELOW) if is_tall else (ROW, ABOVE, BELOW)
    names = base.mark_text(align="left", baseline="top", dy=above, lineBreak="\n", color=INK)
    numbers = base.mark_text(align="left", dx=6, dy=below, fontWeight="bold").encode(
        x=alt.X("entries:Q", axis=None), text="entries_label:N"
    )
    present = [called for called in statuses.values() if called in set(parts["status"])]
    height = row * len(order) + LEGEND + LEGEND_ROW * len(present)
    layers = (
        _stacks(parts, statuses, present)
        .mark_bar(height=HIGH, yOffset=below, stroke="white", strokeWidth=1)
        .encode(x=x, y=y)
        + names.encode(x=alt.value(0), text="lines:N")
        + numbers
    )
    return styled(layers.properties(height=height), locale, alt_text)


def _stacks(parts: pd.DataFrame, statuses: Mapping[str, str], present: list[str]) -> alt.Chart:
    """The colours of the statuses and what they are called; a click in the legend picks one out."""
    picked = alt.selection_point(fields=["status"], bind="legend")
    colors = alt.Scale(domain=[statuses[code] for code in STATUSES], range=list(STATUSES.values()))
    # One column, so that the longest name has room on a telephone; the height counts it in.
    legend = alt.Legend(
        title=None, orient="top", columns=1, values=present, labelLimit=0, rowPadding=2
    )
    stacks: alt.Chart = (
        alt.Chart(parts)
        .encode(
            order=alt.Order("rank:Q"),
            color=alt.Color("status:N", scale=colors, legend=legend),
            opacity=alt.condition(picked, alt.value(1), alt.value(0.2)),
            tooltip=[
                alt.Tooltip("label:N", title=" "),
                alt.Tooltip("status:N", title="  "),
                alt.Tooltip("entries_label:N", title="   "),
            ],
        )
        .add_params(picked)
    )
    return stacks
