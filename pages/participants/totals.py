"""Persons and attendances apart, what documents report beside them, and what to do without rows."""

from typing import Any

import pandas as pd
import streamlit as st

from data_access.access import Right
from data_access.filters import Filters
from data_access.rules import Figure, Quality
from pages.shared import data, figures, filters, reach
from pages.shared.vocabulary import FIGURES
from pages.shared.words import Words, safe

Row = dict[Any, Any]


def show(words: Words, recorded: pd.DataFrame, reported: pd.DataFrame) -> None:
    """Two recorded figures and the reported one; none of them is the other."""
    rows = {row["figure"]: row for row in recorded.to_dict("records")}
    persons, attendances, documents = st.columns(3)
    with persons, st.container(border=True, height="stretch"):
        st.metric(words.code(FIGURES, "persons"), figures.written(words, rows["persons"]))
        st.caption(safe(_beside_persons(words, rows)))
    with attendances, st.container(border=True, height="stretch"):
        st.metric(words.code(FIGURES, "attendances"), figures.written(words, rows["attendances"]))
        st.caption(safe(words.say("recorded; one person at one activity")))
    with documents, st.container(border=True, height="stretch"):
        _documents(words, reported)


def only_one_activity(words: Words, found: pd.DataFrame) -> None:
    """That the address names one activity, and the way back to all of them."""
    names = [words.pick(row, "title") for row in found.to_dict("records")]
    name = names[0] if names else words.say("unknown here")
    st.markdown(safe(words.say("Only this activity is counted: {name}.", name=name)))
    st.page_link(
        "participants/page.py",
        label=words.say("Count all activities"),
        query_params=filters.address(),
    )


def nothing_here(
    words: Words, reported: pd.DataFrame, chosen: Filters, *, round_has_rows: bool
) -> None:
    """What to do where the selection has no attendance: there are no rows, which is not zero."""
    if round_has_rows and (chosen.start or chosen.end):
        nothing = words.say(
            "No attendance lies within these days. Clear the days from and to to see all."
        )
        st.info(safe(f"{nothing} {reach.beyond(words)}"))
        return
    if round_has_rows:
        nothing = words.say("No attendance of this activity is recorded yet.")
    else:
        nothing = _documents_alone(words, reported)
    st.info(safe(f"{nothing} {reach.beyond(words)}"))
    if data.may(Right.UPLOAD_ATTENDANCE):
        label = words.say("Upload attendance")
        st.page_link("attendance/page.py", label=label, query_params=filters.address())


def hidden_here(words: Words, reported: pd.DataFrame) -> None:
    """That recorded figures of the round are hidden from the reader, beside what is reported."""
    st.info(safe(reach.hidden(words)))
    _documents(words, reported)


def left_out(words: Words, undated: int) -> None:
    """How many activities the chosen days leave out because they have no date."""
    if undated:
        text = words.count(
            "{n} activity without a stated date is left out by the chosen days.",
            "{n} activities without a stated date are left out by the chosen days.",
            undated,
        )
        st.caption(safe(text))


def _beside_persons(words: Words, rows: dict[Any, Row]) -> str:
    if rows["persons"]["quality"] != Quality.EXACT:
        return words.say("recorded; each person once")
    return words.say(
        "recorded; of no stated category: {number}",
        number=figures.written(words, rows["persons_not_stated"]),
    )


def _documents(words: Words, reported: pd.DataFrame) -> None:
    """The reported figure with its source; of several rounds there is no sum."""
    rows = _stated(reported)
    name = words.code(FIGURES, Figure.PARTICIPANTS)
    if len(rows) != 1:
        st.markdown(f"**{safe(name)}**")
        st.caption(words.say("Choose one round to see what documents report of it."))
        return
    st.metric(name, figures.written(words, rows[0]))
    if rows[0]["quality"] == Quality.EXACT:
        beside = words.say("reported of the whole round; persons or attendances: not stated")
    else:
        beside = words.say("in no source known here")
    st.caption(safe(beside))
    figures.source_on_demand(words, rows, key="source-participants")


def _documents_alone(words: Words, reported: pd.DataFrame) -> str:
    rows = [row for row in _stated(reported) if row["quality"] == Quality.EXACT]
    come_in = words.say("Rows come in by upload on the page “Attendance”.")
    if len(rows) != 1:
        return words.say("No attendance is recorded here yet.") + f" {come_in}"
    said = words.say(
        "No attendance of this round is recorded yet. Documents report {number} participants, but "
        "not one by one, so nothing can be broken down.",
        number=figures.written(words, rows[0]),
    )
    return f"{said} {come_in}"


def _stated(reported: pd.DataFrame) -> list[Row]:
    """The leading figure of participants, one row a round."""
    wanted = reported["is_leading"] & (reported["figure"] == Figure.PARTICIPANTS)
    return reported[wanted].to_dict("records")
