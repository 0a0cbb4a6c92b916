"""Colours, and the look that every chart has in common."""

from typing import Any

import altair as alt

INK = "#1B2430"
QUIET = "#5B6675"
LINE = "#D5DAE1"
STATED = "#1F5F8B"
NOT_STATED = "#B9C0CA"
CHOSEN = "#1F5F8B"
OTHERS = "#9DB8CC"

PARTS = {
    "participants_state_municipal": "#1F5F8B",
    "participants_roma": "#C4731B",
    "participants_ngo_other": "#4E8F5B",
    "not_broken_down": NOT_STATED,
}


Locale = dict[str, dict[str, Any]]


def styled(chart: alt.LayerChart, locale: Locale, alt_text: str) -> alt.LayerChart:
    """The chart in the platform's look, with the reader's numbers and dates, and its text twin."""
    finished: alt.LayerChart = (
        chart.properties(description=alt_text, width="container", background="transparent")
        .configure(locale=alt.Locale(number=locale["number"], time=locale["time"]))
        .configure_view(stroke=None)
        .configure_axis(
            grid=False,
            domainColor=LINE,
            tickColor=LINE,
            labelColor=QUIET,
            labelFontSize=12,
            titleColor=QUIET,
        )
        .configure_text(fontSize=13, color=INK)
    )
    return finished
