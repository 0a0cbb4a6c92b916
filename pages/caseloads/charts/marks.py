"""What stands in a row of a picture: its label above, its number or the words for none beside."""

import altair as alt

from pages.caseloads.charts.layout import LINE_HEIGHT
from pages.shared.palette import INK, QUIET

ROW = 46
"""The height of a row with a label of one line, in pixels."""


def below(more: int) -> float:
    """How far under the middle of its row a mark lies, for labels that take so much ``more``."""
    return 9 + more / 2


def known(base: alt.Chart) -> alt.Chart:
    """The rows that have a value, zero too."""
    chosen: alt.Chart = base.transform_filter("isValid(datum.value)")
    return chosen


def missing(base: alt.Chart) -> alt.Chart:
    """The rows without a value."""
    chosen: alt.Chart = base.transform_filter("!isValid(datum.value)")
    return chosen


def names(base: alt.Chart, more: int, above: int = 12) -> alt.Chart:
    """Each row's ``lines`` above its mark."""
    drawn: alt.Chart = base.mark_text(
        align="left", dy=-above - more / 2, color=INK, lineBreak="\n", lineHeight=LINE_HEIGHT
    ).encode(x=alt.value(0), text="lines:N")
    return drawn


def numbers(base: alt.Chart, x: alt.X, more: int, away: int = 6) -> alt.Chart:
    """Each row's ``value_label`` at the end of its mark."""
    drawn: alt.Chart = base.mark_text(
        align="left", dx=away, dy=below(more), fontWeight="bold"
    ).encode(x=x, text="value_label:N")  # fmt: skip
    return drawn


def words(base: alt.Chart, more: int) -> alt.Chart:
    """The ``value_label`` of a row without a value, where its mark would begin."""
    drawn: alt.Chart = missing(base).mark_text(
        align="left", dy=below(more), color=QUIET, fontStyle="italic"
    ).encode(x=alt.value(0), text="value_label:N")  # fmt: skip
    return drawn
