"""The picture of posts on the line of time: a strip each, with its gaps."""

import altair as alt
import pandas as pd

from pages.shared.palette import CHOSEN, INK, LINE, OTHERS, PAPER, QUIET, Locale, styled

ROW, NOTE, HEAD = 46, 28, 34
BAR, LINE_HEIGHT = 14, 14
TIP = alt.Tooltip("tip:N", title=" ")


def strips(
    posts: pd.DataFrame,
    gaps: pd.DataFrame,
    locale: Locale,
    alt_text: str,
    *,
    step: int,
    note: str = "",
) -> alt.LayerChart:
    """One row a post: what it is called above, its days as a strip on the line of time.

    ``posts``: key, lines, tip, starts_on, ends_on (the day after the last), is_substitute; without
    days there is no strip. ``gaps``: key, tip, starts_on, ends_on, drawn over the strips.
    ``step``: months from one mark of the line to the next.
    """
    order = list(posts["key"])
    more = LINE_HEIGHT * int(posts["lines"].str.count("\n").max())
    below = 11 + more / 2
    named = posts.assign(lines=_of_one_depth(posts["lines"]))
    y = alt.Y("key:N", sort=order, axis=None)
    axis = alt.Axis(
        title=None,
        orient="top",
        format="%m.%Y",
        labelOverlap=True,
        tickCount=alt.TimeIntervalStep(interval="month", step=step),
    )
    time = alt.X("starts_on:T", scale=alt.Scale(padding=8), axis=axis)
    base = alt.Chart(named).encode(y=y, tooltip=TIP)
    rules = base.mark_rule(color=LINE, yOffset=below)
    bars = base.mark_bar(height=BAR, yOffset=below).encode(
        x=time,
        x2="ends_on:T",
        color=alt.Color(
            "is_substitute:N",
            scale=alt.Scale(domain=[False, True], range=[CHOSEN, OTHERS]),
            legend=None,
        ),
    )
    names = base.mark_text(
        align="left",
        baseline="top",
        dy=-12 - more / 2,
        color=INK,
        lineBreak="\n",
        lineHeight=LINE_HEIGHT,
    ).encode(x=alt.value(0), text="lines:N")
    layers = rules + bars
    if not gaps.empty:
        layers += (
            alt.Chart(gaps)
            .mark_bar(height=BAR, yOffset=below, fill=PAPER, stroke=QUIET, strokeDash=[3, 2])
            .encode(y=y, x=time, x2="ends_on:T", tooltip=TIP)
        )
    height = HEAD + (ROW + more) * len(order)
    sized = (layers + names).properties(height=height)
    if note:
        title = alt.Title(note, anchor="start", color=INK, fontSize=13, fontStyle="italic")
        sized = sized.properties(height=height + NOTE, title=title)
    return styled(sized, locale, alt_text)


def _of_one_depth(labels: pd.Series) -> list[str]:
    """Labels with as many lines as the deepest has, the last one right above its strip."""
    deepest = int(labels.str.count("\n").max())
    return [" \n" * (deepest - label.count("\n")) + label for label in labels]
