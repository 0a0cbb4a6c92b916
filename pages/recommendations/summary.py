"""The register at a glance: how many entries, in which status, and how late they are today."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from data_access.filters import Filters
from data_access.recommendations import Wanted
from data_access.rules import Lateness, review_months
from pages.recommendations import charts
from pages.shared import recommendations, tables
from pages.shared.vocabulary import LATENESS, STATUSES
from pages.shared.words import Words, mark, safe

TILES = {**LATENESS, "no_deadline": mark("No deadline")}
MEANINGS: dict[str, Callable[[Words, int], str]] = {
    "on_time": lambda words, _: words.say(
        "settled by the deadline, or the deadline is still ahead"
    ),
    "late": lambda words, _: words.say("the deadline passed before anything settled it"),
    "silent": lambda words, months: words.count(
        "nobody has reported for more than {n} month",
        "nobody has reported for more than {n} months",
        months,
    ),
    "done_late": lambda words, _: words.say("claimed or found done after the deadline"),
    "no_deadline": lambda words, _: words.say(
        "none is stated, or a horizon alone, and nobody has waited for a report for too long"
    ),
}


def how_many(words: Words, counted: pd.DataFrame, chosen: Filters) -> None:
    """The counts in a sentence, and what the chosen days do not do."""
    st.markdown(safe(recommendations.how_many(words, counted)))
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


def lateness(words: Words, counted: pd.DataFrame, made_up: str, wanted: Wanted) -> None:
    """How many entries are late that day, and how many state no deadline at all."""
    st.header(words.say("Against the deadline"), anchor=False)
    sentence = words.say("As of {day}.", day=words.date(wanted.day))
    st.markdown(safe(f"{sentence} {made_up}"))
    months = review_months()
    numbers = dict(zip(counted["lateness"], counted["entries"], strict=True))
    for column, code in zip(st.columns(len(Lateness)), Lateness, strict=True):
        with column, st.container(border=True, height="stretch"):
            st.metric(words.code(TILES, code), words.number(int(numbers[code])))
            st.caption(safe(MEANINGS[code](words, months)))
