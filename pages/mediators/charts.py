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
    y = alt.Y("key:N", sort=order, axis=None)
    time = alt.X("starts_on:T", scale=alt.Scale(padding=8), axis=_months(step))
    base = alt.Chart(posts.assign(lines=_of_one_depth(posts["lines"]))).encode(y=y, tooltip=TIP)
    held = base.encode(x=time, x2="ends_on:T")
    below = 11 + more / 2
    layers = base.mark_rule(color=LINE, yOffset=below) + _bars(held, below)
    if not gaps.empty:
        empty = alt.Chart(gaps).encode(y=y, x=time, x2="ends_on:T", tooltip=TIP)
        layers += empty.mark_bar(
            height=BAR, yOffset=below, fill=PAPER, stroke=QUIET, strokeDash=[3, 2]
        )
    height = HEAD + (ROW + more) * len(order)
    sized = (layers + _names(base, more)).properties(height=height)
    if note:
        title = alt.Title(note, anchor="start", color=INK, fontSize=13, fontStyle="italic")
        sized = sized.properties(height=height + NOTE, title=title)
    return styled(sized, locale, alt_text)


def _months(step: int) -> alt.Axis:
    """The line of time, above the strips."""
    return alt.Axis(
        title=None,
        orient="top",
        format="%m.%Y",
        labelOverlap=True,
        tickCount=alt.TimeIntervalStep(interval="month", step=step),
    )


def _bars(held: alt.Chart, below: float) -> alt.Chart:
    """A strip each; that of a substitute is paler."""
    scale = alt.Scale(domain=[False, True], range=[CHOSEN, OTHERS])
    colour = alt.Color("is_substitute:N", scale=scale, legend=None)
    drawn: alt.Chart = held.mark_bar(height=BAR, yOffset=below).encode(color=colour)
    return drawn


def _names(base: alt.Chart, more: int) -> alt.Chart:
    """What each post is called, above its strip."""
    drawn: alt.Chart = base.mark_text(
        align="left",
        baseline="top",
        dy=-12 - more / 2,
        color=INK,
        lineBreak="\n",
        lineHeight=LINE_HEIGHT,
    ).encode(x=alt.value(0), text="lines:N")
    return drawn


def _of_one_depth(labels: pd.Series) -> list[str]:
    """Labels with as many lines as the deepest has, the last one right above its strip."""
    deepest = int(labels.str.count("\n").max())
    return [" \n" * (deepest - label.count("\n")) + label for label in labels]
