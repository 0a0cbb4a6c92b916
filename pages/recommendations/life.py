"""The life of one entry, event by event: what was said and what was found stay two things."""

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from data_access.rules import Origin
from pages.shared import figures, tables
from pages.shared.recommendations import author, day, made_up_badge
from pages.shared.vocabulary import CLAIMS, ORIGINS, VERDICTS
from pages.shared.words import Words, safe

Row = Mapping[Any, Any]


def show(words: Words, events: pd.DataFrame, *, is_made_up: bool) -> None:
    """Every event with its day, earliest first; then the same as a file.

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
            if row["source_lv"]:
                st.caption(safe(figures.citations(words, [row])))
    headings = {
        "on": words.say("When"),
        "what": words.say("What happened"),
        "text": words.say("In words"),
        "origin": words.say("Origin"),
    }
    table = pd.DataFrame([_line(words, row) for row in rows], columns=list(headings))
    some = any(row["origin"] == Origin.SAMPLE for row in rows)
    note = words.say("Made-up events are among these.") if some else ""
    tables.download(words, table, headings, note)


def what(words: Words, row: Row) -> str:
    """What happened, in a line."""
    return WRITTEN[row["kind"]](words, row)


def _line(words: Words, row: Row) -> dict[str, str]:
    return {
        "on": day(words, row["on"]),
        "what": what(words, row),
        "text": words.pick(row, "text"),
        "origin": words.code(ORIGINS, row["origin"]),
    }


def _made(words: Words, row: Row) -> str:
    if activity := words.pick(row, "by"):
        return words.say("Made: {activity}", activity=activity)
    return words.say("Made")


def _worded(words: Words, row: Row) -> str:
    if row["word"]:
        return words.say("Worded anew: {reason}", reason=row["word"])
    return words.say("Worded anew")


def _reported(words: Words, row: Row) -> str:
    claim = words.code(CLAIMS, row["word"])
    return words.say("{by} reports: {claim}", by=author(words, row), claim=claim)


def _found(words: Words, row: Row) -> str:
    return words.say(
        "The Council finds: {verdict} ({meeting})",
        verdict=words.code(VERDICTS, row["word"]),
        meeting=words.pick(row, "by"),
    )


def _replaced(words: Words, row: Row) -> str:
    return words.say("Replaced by {other}", other=row["word"])


WRITTEN: dict[str, Callable[[Words, Row], str]] = {
    "made": _made,
    "worded": _worded,
    "reported": _reported,
    "found": _found,
    "replaced": _replaced,
}
