"""Loads as bars, with the median and twice the median across them."""

from collections.abc import Sequence

import altair as alt
import pandas as pd

from pages.caseloads.layout import LINE_HEIGHT, TIP, in_lines, sized, with_tip
from pages.shared.palette import CHOSEN, HEAVY, INK, NOT_STATED, QUIET, Locale, styled

ROW = 46
RULES = ""
"""The row above the bars, in which the rules are named."""
KNOWN, MISSING = "isValid(datum.value)", "!isValid(datum.value)"
HALF = 0.5


def bars(
    rows: pd.DataFrame,
    rules: Sequence[tuple[float, str]],
    locale: Locale,
    alt_text: str,
    note: str = "",
) -> alt.LayerChart:
    """One bar a row, its label above it and its number at its end; a missing number in words.

    ``rows``: key, label, value, value_label, is_heavy. ``rules``: where each one stands and what
    it is called; they are named one below the other, so that no name meets another.
    """
    lines, more = in_lines(rows["label"])
    rows = with_tip(rows).assign(lines=lines)
    keys = [RULES, *rows["key"]] if rules else list(rows["key"])
    highest = max([float(rows["value"].fillna(0).max()), *(at for at, _ in rules)])
    top = 1.2 * (highest or 1.0)
    scale = alt.Scale(domain=keys)
    base = alt.Chart(rows).encode(y=alt.Y("key:N", scale=scale, sort=None, axis=None), tooltip=TIP)
    x = alt.X("value:Q", axis=None, scale=alt.Scale(domain=[0, top], nice=False))
    lengths = base.mark_bar(height=16, yOffset=9 + more / 2).encode(
        x=x,
        color=alt.Color(
            "is_heavy:N",
            scale=alt.Scale(domain=[True, False], range=[HEAVY, CHOSEN]),
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
    first, second, *others = [*_across(rules, top), lengths, names, numbers, words]
    layers = first + second
    for each in others:
        layers += each
    return styled(sized(layers, (ROW + more) * len(keys), note), locale, alt_text)


def _across(rules: Sequence[tuple[float, str]], top: float) -> list[alt.Chart]:
    """Each rule from top to bottom, its name at the side of it that has room."""
    drawn = []
    for number, (at, name) in enumerate(rules):
        x = alt.X("at:Q", axis=None, scale=alt.Scale(domain=[0, top], nice=False))
        base = alt.Chart(pd.DataFrame([{"at": at, "name": name}])).encode(x=x)
        is_left = at < HALF * top
        drawn += [
            base.mark_rule(color=NOT_STATED, strokeDash=[4, 3]),
            base.mark_text(
                align="left" if is_left else "right", dx=5 if is_left else -5, color=QUIET
            ).encode(text="name:N", y=alt.value(8 + 18 * number)),
        ]
    return drawn
