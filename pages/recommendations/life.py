"""The life of one entry, event by event: what was said and what was found stay two things."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from data_access.rules import Origin
from pages.shared import figures, tables
from pages.shared.events import what
from pages.shared.recommendations import day, made_up_badge
from pages.shared.vocabulary import ORIGINS
from pages.shared.words import Words, safe

Row = Mapping[Any, Any]


def show(words: Words, events: pd.DataFrame, evidence: pd.DataFrame, *, is_made_up: bool) -> None:
    """Every event with its day, earliest first, and what bears it out; then the same as a file.

    ``is_made_up`` says that the whole entry is, which its page tells above; else each made-up
    event says so itself.
    """
    st.header(words.say("History"), anchor=False)
    rows = events.to_dict("records")
    for row in rows:
        with st.container(border=True):
            invented = row["origin"] == Origin.SAMPLE and not is_made_up
            badge = made_up_badge(words) if invented else ""
            st.markdown(f"{badge}**{safe(day(words, row['on']))}** · {safe(what(words, row))}")
            if text := words.pick(row, "text"):
                st.markdown(safe(text))
            if row["kind"] == "reported":
                _bear_out(words, evidence[evidence["report"] == row["number"]])
            if row["source_lv"]:
                st.caption(safe(figures.citations(words, [row])))
            if entered := _entered(words, row):
                st.caption(safe(entered))
    headings = {
        "on": words.say("When"),
        "what": words.say("What happened"),
        "text": words.say("In words"),
        "evidence": words.say("Evidence"),
        "entered": words.say("Entered"),
        "origin": words.say("Origin"),
    }
    table = pd.DataFrame([_line(words, row, evidence) for row in rows], columns=list(headings))
    some = any(row["origin"] == Origin.SAMPLE for row in rows)
    note = words.say("Made-up events are among these.") if some else ""
    tables.download(words, table, headings, note)


def _bear_out(words: Words, evidence: pd.DataFrame) -> None:
    """Links, and documents of the catalogue with theirs if they have any."""
    for each in evidence.to_dict("records"):
        title = safe(words.pick(each, "title"))
        if each["address"]:
            st.link_button(title, each["address"], type="tertiary", icon=":material/link:")
        else:
            st.markdown(title)


def _entered(words: Words, row: Row) -> str:
    """When it was entered by hand, and by which account where the reader may know."""
    if row["origin"] != Origin.ENTERED or pd.isna(row["entered_at"]):
        return ""
    moment = words.moment(row["entered_at"])
    if row["entered_by"]:
        return words.say("Entered {moment} by {account}", moment=moment, account=row["entered_by"])
    return words.say("Entered {moment}", moment=moment)


def _named(words: Words, evidence: pd.DataFrame) -> str:
    """What bears a report out, in a line."""
    rows = evidence.to_dict("records")
    told = (f"{words.pick(row, 'title')} {row['address'] or ''}".strip() for row in rows)
    return "; ".join(told)


def _line(words: Words, row: Row, evidence: pd.DataFrame) -> dict[str, str]:
    is_report = row["kind"] == "reported"
    borne_out = evidence[evidence["report"] == row["number"]] if is_report else evidence[:0]
    return {
        "on": day(words, row["on"]),
        "what": what(words, row),
        "text": words.pick(row, "text"),
        "evidence": _named(words, borne_out),
        "entered": _entered(words, row),
        "origin": words.code(ORIGINS, row["origin"]),
    }
