"""Colours, and the look that every chart has in common."""

from typing import Any

import altair as alt
from altair.utils.schemapi import disable_debug_mode

# A chart is checked whole when it is sent; checking each of its parts as well takes as long again.
disable_debug_mode()

INK = "#1B2430"
QUIET = "#5B6675"
LINE = "#D5DAE1"
NOT_STATED = "#B9C0CA"
CHOSEN = "#1F5F8B"
OTHERS = "#9DB8CC"
SHADES = ("#EEF4F8", "#6FA3C7")

PARTS = {
    "participants_state_municipal": "#1F5F8B",
    "participants_roma": "#C4731B",
    "participants_ngo_other": "#4E8F5B",
    "not_broken_down": NOT_STATED,
}

CATEGORIES = {
    "state": "#1F5F8B",
    "municipal": "#7FB0D3",
    "roma": "#C4731B",
    "ngo": "#3F7D4E",
    "other": "#A9CF9B",
    "not_stated": "#E9ECF0",
}

STATUSES = {
    "proposed": "#9DB8CC",
    "accepted": "#5C97BD",
    "in_progress": "#1F5F8B",
    "claimed_done": "#E0A030",
    "confirmed_done": "#2F7D4F",
    "partly_done": "#93C47D",
    "not_accepted": "#A8423F",
    "superseded": "#5B6675",
}

REPORTS = {
    "recorded": "#D3E4F0",
    "waiting": "#FBEBD3",
    "missing": "#FFFFFF",
    "gap": "#E9ECF0",
    "running": "#FFFFFF",
}
REPORT_BORDERS = {
    "recorded": "#D3E4F0",
    "waiting": "#E0A030",
    "missing": "#A8423F",
    "gap": "#E9ECF0",
    "running": "#B9C0CA",
}
"""A month's report: what is missing is empty within a heavy border."""

TONES = {"usual": CHOSEN, "heavy": "#A8423F", "not_stated": NOT_STATED}
"""How a bar of the caseloads stands out."""

OWED = {"overdue": "#A8423F", "open": "#1F5F8B", "waiting": "#E0A030"}

CASE_PARTS = {
    "individual": CHOSEN,
    "group": OTHERS,
    "taken_up": CHOSEN,
    "contacted": "#E0A030",
    "not_contacted": "#A8423F",
    "rest": OTHERS,
    "quiet": "#C4731B",
    "lively": OTHERS,
}
"""Forms of contacts; needs by who took them up; cases with and without contact."""

FLOWS = {"opened": CHOSEN, "closed": "#C4731B"}

PAPER = "#FFFFFF"
MAP_LINE = "#8C97A5"
MAP_FILLS = {
    "no_data": PAPER,
    "outside": "#F7F7F5",
    "zero": "#F1F3F6",
    "not_stated": "#EDEAF3",
    "hidden": "#DCE0E6",
    "protected": "#E3DCE6",
    "never": "#F8F1EC",
    "reported": "#FBEBD3",
    "step_1": "#D3E4F0",
    "step_2": "#93BEDB",
    "step_3": "#3A76A4",
    "step_4": "#174A6E",
}
MAP_INKS = {
    "no_data": QUIET,
    "outside": QUIET,
    "zero": QUIET,
    "not_stated": "#54457A",
    "hidden": "#4B5563",
    "protected": "#5F4468",
    "never": "#7C5648",
    "reported": "#7A4508",
    "step_1": INK,
    "step_2": INK,
    "step_3": PAPER,
    "step_4": PAPER,
}
MAP_BORDERS = {
    "no_data": [2, 2],
    "outside": [1, 3],
    "not_stated": [6, 2],
    "protected": [5, 2, 1, 2],
    "never": [8, 3],
    "reported": [3, 2],
}
"""Lengths of dashes and gaps along the borders of what has no number; the others are unbroken."""

REACHED_FILLS = {
    "none": PAPER,
    **{str(number): MAP_FILLS[f"step_{number}"] for number in (1, 2, 3, 4)},
    "no_rows": MAP_FILLS["zero"],
    "hidden": MAP_FILLS["hidden"],
}
REACHED_BORDERS = {"no_rows": MAP_BORDERS["no_data"], "hidden": MAP_BORDERS["never"]}
"""How many kinds have reached a municipality; what has no rows or is hidden has broken borders."""


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
