"""Bars under their labels, with rules across them where there is something to compare with."""

from collections.abc import Sequence

import altair as alt
import pandas as pd

from pages.caseloads.charts import marks
from pages.caseloads.charts.layout import TIP, in_lines, sized, with_tip
from pages.shared.palette import NOT_STATED, QUIET, TONES, Locale, styled

RULES = ""
"""The row above the bars, in which the rules are named."""
HALF = 0.5

Rules = Sequence[tuple[float, str]]
"""Where each rule stands and what it is called."""


def bars(
    rows: pd.DataFrame, locale: Locale, alt_text: str, *, rules: Rules = (), note: str = ""
) -> alt.LayerChart:
    """One bar a row, its label above it and its number at its end; a missing number in words.

    ``rows``: key, label, value, value_label, tone (its code in TONES). Rules are named one below
    the other, so that no name meets another. ``note`` stands in the picture itself.
    """
    lines, more = in_lines(rows["label"])
    keys = [RULES, *rows["key"]] if rules else list(rows["key"])
    highest = max([float(rows["value"].fillna(0).max()), *(at for at, _ in rules)])
    scale = alt.Scale(domain=[0, 1.2 * (highest or 1.0)], nice=False)
    x = alt.X("value:Q", axis=None, scale=scale)
    base = alt.Chart(with_tip(rows).assign(lines=lines)).encode(
        y=alt.Y("key:N", scale=alt.Scale(domain=keys), sort=None, axis=None), tooltip=TIP
    )
    tones = alt.Scale(domain=list(TONES), range=list(TONES.values()))
    drawn = [
        *_across(rules, scale),
        base.mark_bar(height=16, yOffset=marks.below(more)).encode(
            x=x, color=alt.Color("tone:N", scale=tones, legend=None)
        ),
        marks.names(base, more),
        marks.numbers(marks.known(base), x, more),
        marks.words(base, more),
    ]
    return styled(
        sized(alt.LayerChart(layer=drawn), (marks.ROW + more) * len(keys), note), locale, alt_text
    )


def _across(rules: Rules, scale: alt.Scale) -> list[alt.Chart]:
    """Each rule from top to bottom, its name at the side of it that has room."""
    drawn = []
    for number, (at, name) in enumerate(rules):
        x = alt.X("at:Q", axis=None, scale=scale)
        base = alt.Chart(pd.DataFrame([{"at": at, "name": name}])).encode(x=x)
        is_left = at < HALF * scale["domain"][1]
        drawn += [
            base.mark_rule(color=NOT_STATED, strokeDash=[4, 3]),
            base.mark_text(
                align="left" if is_left else "right", dx=5 if is_left else -5, color=QUIET
            ).encode(text="name:N", y=alt.value(8 + 18 * number)),
        ]
    return drawn
