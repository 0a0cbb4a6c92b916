"""The register's pictures: entries by status, and how the statuses spread."""

from collections.abc import Mapping

import altair as alt
import pandas as pd

from pages.shared.palette import CHOSEN, INK, LINE, QUIET, STATUSES, Locale, styled

LEGEND, LEGEND_ROW = 40, 28
HIGH = 16
# The height of a row, where its name starts and where its bar lies: from the row's middle down.
ROW, ABOVE, BELOW = 46, -19, 9
TALL_ROW, FAR_ABOVE, FAR_BELOW = 62, -27, 17
TALL, STRIP, AXIS = 260, 84, 30


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


def stood(
    totals: pd.DataFrame,
    parts: pd.DataFrame,
    statuses: Mapping[str, str],
    locale: Locale,
    alt_text: str,
) -> alt.LayerChart:
    """A stacked column a half-year, as entries stood at its end, with its total above.

    ``totals``: half (such as 2020-1), names_year (on the line of time), entries, shown (what stands
    above); ``parts``: half, label, status (as it is called), rank, entries, entries_label.
    """
    top = 1.12 * max(float(totals["entries"].max()), 1.0)
    x = _halves(totals)
    y = alt.Y("entries:Q", axis=None, stack="zero", scale=alt.Scale(domain=[0, top], nice=False))
    present = [called for called in statuses.values() if called in set(parts["status"])]
    # The legend reads from above as the stack does.
    columns = _stacks(parts, statuses, present[::-1]).mark_bar(stroke="white", strokeWidth=1)
    numbers = alt.Chart(totals).mark_text(dy=-8, fontWeight="bold")
    layers = columns.encode(x=x, y=y) + numbers.encode(
        x=x, y=alt.Y("entries:Q", axis=None), text="shown:N"
    )
    height = TALL + LEGEND + LEGEND_ROW * len(present)
    return styled(layers.properties(height=height), locale, alt_text)


def reached(
    strips: pd.DataFrame, steps: pd.DataFrame, locale: Locale, alt_text: str
) -> alt.LayerChart:
    """A strip a status under its name: a column a half-year, all strips to one scale.

    ``strips``: status (code), label, at, above (where its line and its name lie, counted in strips
    from below); ``steps``: half, names_year, status, at, top (where its column ends), shown, told.
    """
    x = _halves(steps)
    scale = alt.Scale(domain=[0, len(strips)], nice=False)
    base = alt.Chart(steps).encode(x=x)
    columns = base.mark_bar().encode(
        y=alt.Y("top:Q", axis=None, scale=scale),
        y2="at:Q",
        color=alt.Color(
            "status:N",
            scale=alt.Scale(domain=list(STATUSES), range=list(STATUSES.values())),
            legend=None,
        ),
        tooltip=[alt.Tooltip("told:N", title=" ")],
    )
    numbers = base.mark_text(dy=-8, fontWeight="bold").encode(y="top:Q", text="shown:N")
    named = alt.Chart(strips)
    lines = named.mark_rule(color=LINE).encode(y="at:Q")
    names = named.mark_text(align="left", color=INK).encode(
        x=alt.value(0), y="above:Q", text="label:N"
    )
    # A layer without halves cannot be the first: the line of time would not know them.
    layers = columns + lines + numbers + names
    return styled(layers.properties(height=STRIP * len(strips)), locale, alt_text)


def waits(rows: pd.DataFrame, locale: Locale, alt_text: str) -> alt.LayerChart:
    """One bar a value: above it its name and what stands beside the median, the median at its end.

    ``rows``: code, lines, days (0 where there is no median), days_label, told.
    """
    top = 1.45 * max(float(rows["days"].max()), 1.0)
    base = alt.Chart(rows).encode(
        y=alt.Y("code:N", sort=list(rows["code"]), axis=None),
        x=alt.X("days:Q", axis=None, scale=alt.Scale(domain=[0, top], nice=False)),
        tooltip=[alt.Tooltip("told:N", title=" ")],
    )
    bars = base.mark_bar(height=HIGH, yOffset=FAR_BELOW, color=CHOSEN)
    numbers = base.mark_text(align="left", dx=6, dy=FAR_BELOW, fontWeight="bold")
    layers = bars + _names(base) + numbers.encode(text="days_label:N")
    return styled(layers.properties(height=TALL_ROW * len(rows)), locale, alt_text)


def came_back(
    chains: pd.DataFrame, dots: pd.DataFrame, rounds: list[str], locale: Locale, alt_text: str
) -> alt.LayerChart:
    """A row a chain: a dot in each round in which it was asked, from the first to the last.

    ``chains``: row, lines, first_round, last_round; ``dots``: row, round, told.
    """
    y = alt.Y("row:O", axis=None)
    scale = alt.Scale(domain=rounds, padding=0.4)
    axis = alt.Axis(title=None, labelAngle=0, ticks=False, orient="top", domain=False)
    base = alt.Chart(chains).encode(y=y)
    lines = base.mark_rule(yOffset=FAR_BELOW, color=QUIET, strokeWidth=2).encode(
        x=alt.X("first_round:N", scale=scale, axis=axis), x2="last_round:N"
    )
    points = alt.Chart(dots).mark_point(
        filled=True, size=110, opacity=1, color=CHOSEN, yOffset=FAR_BELOW
    )
    marked = points.encode(
        x=alt.X("round:N", scale=scale, axis=axis),
        y=y,
        tooltip=[alt.Tooltip("told:N", title=" ")],
    )
    layers = lines + marked + _names(base)
    return styled(layers.properties(height=AXIS + TALL_ROW * len(chains)), locale, alt_text)


def _names(base: alt.Chart) -> alt.Chart:
    """Two lines above what is drawn in a row."""
    names: alt.Chart = base.mark_text(
        align="left", baseline="top", dy=FAR_ABOVE, lineBreak="\n", color=INK
    ).encode(x=alt.value(0), text="lines:N")
    return names


def _halves(rows: pd.DataFrame) -> alt.X:
    years = list(dict.fromkeys(rows[rows["names_year"]]["half"]))
    axis = alt.Axis(
        title=None, values=years, labelExpr="slice(datum.value, 0, 4)", labelAngle=0, ticks=False
    )
    return alt.X("half:N", sort=list(dict.fromkeys(rows["half"])), axis=axis)


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
