"""The register at a glance: how many entries, in which status, and how late they are today."""

import pandas as pd
import streamlit as st

from data_access.clock import today
from data_access.filters import Filters
from data_access.rules import Lateness
from pages.recommendations import charts
from pages.shared import recommendations, tables
from pages.shared.vocabulary import LATENESS, STATUSES
from pages.shared.words import Words, mark, safe

MEANINGS = {
    "on_time": mark("settled by the deadline, or the deadline is still ahead"),
    "late": mark("the deadline passed before anything settled it"),
    "done_late": mark("claimed or found done after the deadline"),
    "no_deadline": mark("a horizon is no deadline"),
}


def how_many(words: Words, entries: pd.DataFrame, chosen: Filters) -> None:
    """The counts in a sentence, and what the chosen days do not do."""
    st.markdown(safe(recommendations.how_many(words, entries)))
    if chosen.start or chosen.end:
        text = words.say("The chosen days do not narrow the register: many entries state no date.")
        st.caption(safe(text))


def by_status(words: Words, counted: pd.DataFrame, made_up: str) -> None:
    """Every status with its number; what an addressee says stands apart from what was found."""
    st.header(words.say("By status"), anchor=False)
    sentence = words.say(
        "The status follows from what addressees report and from what the Council finds."
    )
    st.markdown(safe(f"{sentence} {made_up}"))
    shown = counted.assign(
        label=[words.code(STATUSES, code) for code in counted["status"]],
        entries_label=[words.number(int(number)) for number in counted["entries"]],
    )
    rows = shown.to_dict("records")
    listed = "; ".join(f"{row['label']}: {row['entries_label']}" for row in rows)
    alt_text = words.say("Entries by status: {list}.", list=listed)
    st.altair_chart(charts.by_status(shown, words.chart_locale(), alt_text))
    headings = {"label": words.say("Status"), "entries_label": words.say("Entries")}
    tables.behind(words, shown, headings, made_up)


def lateness(words: Words, entries: pd.DataFrame, made_up: str) -> None:
    """How many entries are late today, and how many state no deadline at all."""
    st.header(words.say("Against the deadline"), anchor=False)
    sentence = words.say("As of {day}.", day=words.date(today()))
    st.markdown(safe(f"{sentence} {made_up}"))
    for column, code in zip(st.columns(len(Lateness)), Lateness, strict=True):
        with column, st.container(border=True, height="stretch"):
            number = int((entries["lateness"] == code).sum())
            st.metric(words.code(LATENESS, code), words.number(number))
            st.caption(safe(words.code(MEANINGS, code)))
