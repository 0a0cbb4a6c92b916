"""The pictures of participants: stacked bars, columns of months, two sides beside each other."""

from collections.abc import Mapping, Sequence

import altair as alt
import pandas as pd

from pages.shared.palette import CATEGORIES, CHOSEN, INK, OTHERS, QUIET, Locale, styled

NOT_STATED = "not_stated"
ROW, TALL_ROW, LINE = 46, 62, 24
LEGEND, LEGEND_ROW = 40, 28
COLUMNS_HIGH = 240
COLUMNS_WITH_NUMBERS = 18


def bars(
    totals: pd.DataFrame,
    parts: pd.DataFrame,
    categories: Mapping[str, str],
    locale: Locale,
    alt_text: str,
    *,
    legend: bool,
) -> alt.LayerChart:
    """One bar a code, stacked by category, its name above it and its total at its end.

    ``totals``: code, lines, value, value_label; ``parts``: code, label, category (as it is
    called), rank, value, value_label; ``categories``: what each is called, by its code.
    """
    order, top = list(totals["code"]), _room(totals["value"], 1.16)
    in_two = bool(totals["lines"].str.contains("\n").any())
    high, below = (TALL_ROW, 17) if in_two else (ROW, 9)
    y = alt.Y("code:N", sort=order, axis=None)
    x = alt.X("value:Q", axis=None, stack="zero", scale=alt.Scale(domain=[0, top], nice=False))
    base = alt.Chart(totals.assign(lines=_level(totals["lines"], in_two))).encode(y=y)
    names = base.mark_text(
        align="left", baseline="top", dy=4 - high / 2, lineBreak="\n", color=INK, tooltip=None
    ).encode(x=alt.value(0), text="lines:N")
    numbers = base.mark_text(align="left", dx=6, dy=below, fontWeight="bold").encode(
        x=alt.X("value:Q", axis=None), text="value_label:N", tooltip=_tooltip("value_label")
    )
    present = [called for called in categories.values() if called in set(parts["category"])]
    shown = present if legend else []
    stacks = _stacks(parts, categories, shown).mark_bar(height=16, yOffset=below)
    height = high * len(order) + _of_legend(shown)
    layers = stacks.encode(x=x, y=y) + names + numbers
    return styled(layers.properties(height=height), locale, alt_text)


def months(
    totals: pd.DataFrame,
    parts: pd.DataFrame,
    categories: Mapping[str, str],
    locale: Locale,
    alt_text: str,
) -> alt.LayerChart:
    """A column a month, stacked by category; what has no date stands apart at the end.

    ``totals`` and ``parts`` as for ``bars``; both have ``lines``, the name under the column.
    """
    *dated, undated = list(totals["lines"])
    axis = alt.Axis(title=None, labelAngle=-90, labelOverlap="greedy", labelLimit=0, ticks=False)
    x = alt.X("lines:N", scale=alt.Scale(domain=[*dated, " ", undated]), axis=axis)
    scale = alt.Scale(domain=[0, _room(totals["value"], 1.1)], nice=False)
    y = alt.Y("value:Q", axis=None, stack="zero", scale=scale)
    present = [called for called in categories.values() if called in set(parts["category"])]
    stacks = _stacks(parts, categories, present).mark_bar().encode(x=x, y=y)
    numbers = (
        alt.Chart(totals if len(totals) <= COLUMNS_WITH_NUMBERS else totals.iloc[:0])
        .mark_text(dy=-9, fontWeight="bold")
        .encode(
            x=x,
            y=alt.Y("value:Q", axis=None),
            text="value_label:N",
            tooltip=_tooltip("value_label"),
        )
    )
    height = COLUMNS_HIGH + _of_legend(present)
    return styled((stacks + numbers).properties(height=height), locale, alt_text)


def side_by_side(
    names: pd.DataFrame,
    shares: pd.DataFrame,
    sides: Mapping[str, str],
    locale: Locale,
    alt_text: str,
) -> alt.LayerChart:
    """Two bars a code, one a side: the share of the side's own base, with its number at the end.

    ``names``: row, line; ``shares``: row, label, side (as it is called), share (in percent),
    share_label; ``sides``: what each of the two is called, by the category's code if it is one.
    The rows stand in the order of their numbers.
    """
    rows = sorted({*names["row"], *shares["row"]})
    y = alt.Y("row:O", scale=alt.Scale(domain=rows), axis=None)
    scale = alt.Scale(domain=[0, _room(shares["share"], 1.35)], nice=False)
    x = alt.X("share:Q", axis=None, scale=scale)
    colors = [
        CATEGORIES.get(code, other) for code, other in zip(sides, (CHOSEN, OTHERS), strict=True)
    ]
    base = alt.Chart(shares).encode(x=x, y=y, tooltip=_tooltip("side", "share_label"))
    drawn = base.mark_bar(height=15, stroke=QUIET, strokeWidth=0.5).encode(
        color=alt.Color(
            "side:N",
            scale=alt.Scale(domain=list(sides.values()), range=colors),
            legend=_legend(list(sides.values())),
        )
    )
    numbers = base.mark_text(align="left", dx=6).encode(text="share_label:N")
    lines = (
        alt.Chart(names)
        .mark_text(align="left", baseline="bottom", dy=11, color=INK, tooltip=None)
        .encode(x=alt.value(0), y=y, text="line:N")
    )
    height = LINE * len(rows) + _of_legend(list(sides))
    return styled((drawn + numbers + lines).properties(height=height), locale, alt_text)


def _level(lines: pd.Series, in_two: bool) -> pd.Series:
    """Names of one line moved down to their bar where others take two."""
    return lines.where(lines.str.contains("\n") | (not in_two), " \n" + lines)


def _stacks(parts: pd.DataFrame, categories: Mapping[str, str], shown: Sequence[str]) -> alt.Chart:
    """The parts in the colours of their categories; not stated is pale, with a dashed edge."""
    called, legend = [categories[code] for code in CATEGORIES], _legend(shown)
    edges = [QUIET if code == NOT_STATED else "white" for code in CATEGORIES]
    dashes = [[3, 2] if code == NOT_STATED else [1, 0] for code in CATEGORIES]
    colors = alt.Scale(domain=called, range=list(CATEGORIES.values()))
    stacks: alt.Chart = alt.Chart(parts).encode(
        order=alt.Order("rank:Q"),
        color=alt.Color("category:N", scale=colors, legend=legend),
        stroke=alt.Stroke("category:N", scale=alt.Scale(domain=called, range=edges), legend=legend),
        strokeDash=alt.StrokeDash(
            "category:N", scale=alt.Scale(domain=called, range=dashes), legend=legend
        ),
        tooltip=_tooltip("category", "value_label"),
    )
    return stacks


def _tooltip(*fields: str) -> list[alt.Tooltip]:
    """What a pointer is told: whose number it is, then the fields, without a heading."""
    names = ("label", *fields)
    return [alt.Tooltip(f"{name}:N", title=" " * at) for at, name in enumerate(names, start=1)]


def _legend(values: Sequence[str]) -> alt.Legend | None:
    """The names in one column, so that the longest has room on a telephone; of none no legend."""
    if not values:
        return None
    return alt.Legend(
        title=None,
        orient="top",
        columns=1,
        values=values,
        labelLimit=0,
        rowPadding=2,
        symbolType="square",
        symbolSize=160,
        symbolStrokeWidth=1,
    )


def _of_legend(values: Sequence[str]) -> int:
    """The height that the legend takes."""
    return LEGEND + LEGEND_ROW * len(values) if values else 0


def _room(values: pd.Series, times: float) -> float:
    """The length of the longest bar, with room for the number at its end."""
    return times * max(float(values.max()), 1.0)
