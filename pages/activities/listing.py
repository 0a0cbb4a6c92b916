"""The list of activities, each a link to its own page."""

from typing import Any

import pandas as pd
import streamlit as st

from data_access.filters import Filters
from pages.shared import filters, looks, reach, tables
from pages.shared.activities import documents, headcount, kind_and_area, when
from pages.shared.words import Words, safe

Row = dict[Any, Any]


def show(words: Words, found: pd.DataFrame, undated: int, chosen: Filters) -> None:
    """One entry an activity, dated ones first; then the same as a file."""
    if found.empty:
        _nothing_found(words, undated, chosen)
        return
    st.markdown(safe(words.count("{n} activity", "{n} activities", len(found))))
    if chosen.start or chosen.end:
        _say_undated(words, undated)
    rows = found.to_dict("records")
    for row in rows:
        _entry(words, row, chosen)
    headings = {
        "when": words.say("When"),
        "kind": words.say("Kind and area"),
        "title": words.say("Activity"),
        "place": words.say("Place"),
        "headcount": words.say("Headcount"),
    }
    table = pd.DataFrame(
        [
            {
                "when": when(words, row),
                "kind": kind_and_area(words, row),
                "title": words.pick(row, "title"),
                "place": looks.place(words, row, chosen),
                "headcount": headcount(words, row),
            }
            for row in rows
        ]
    )
    tables.download(words, table, headings, looks.said(words, chosen))


def _entry(words: Words, row: Row, chosen: Filters) -> None:
    with st.container(border=True):
        st.page_link(
            "activities/page.py",
            label=safe(words.pick(row, "title")),
            query_params=filters.address(activity=row["code"]),
        )
        details = [when(words, row), kind_and_area(words, row), looks.place(words, row, chosen)]
        details += [headcount(words, row), documents(words, row)]
        st.caption(safe(" · ".join(details)))


def _nothing_found(words: Words, undated: int, chosen: Filters) -> None:
    if chosen.start or chosen.end:
        nothing = words.say(
            "No activity lies within these days. Clear the days from and to to see all."
        )
        st.info(safe(f"{nothing} {reach.beyond(words)}"))
        _say_undated(words, undated)
    else:
        nothing = words.say("No activity of this round is known here. Choose another round.")
        st.info(safe(f"{nothing} {reach.beyond(words)}"))


def _say_undated(words: Words, undated: int) -> None:
    if undated:
        text = words.count(
            "{n} activity without a stated date is left out by the chosen days.",
            "{n} activities without a stated date are left out by the chosen days.",
            undated,
        )
        st.caption(safe(text))
