"""The minutes: what was decided at the meeting, as a table and as a file."""

from typing import Any

import pandas as pd
import streamlit as st

from data_access import reviewing
from data_access.recommendations import Stored
from data_access.rules import Origin
from pages.review.choosing import Meeting
from pages.review.wording import decided
from pages.shared import data, tables
from pages.shared.vocabulary import ORIGINS, STATUSES
from pages.shared.words import Words, safe

Row = dict[Any, Any]


def show(words: Words, meeting: Meeting) -> None:
    """Entry by entry in the order in which it was decided, disagreements beside it."""
    number = int(meeting.row["decisions"])
    label = words.count("Minutes: {n} entry decided", "Minutes: {n} entries decided", number)
    key = f"minutes-{meeting.number}"
    with st.expander(label, tables.IS_OPEN_AT_FIRST, key=key, on_change="rerun") as opened:
        if not opened.open:
            return
        st.markdown(f"**{safe(meeting.called(words))}**")
        if not number:
            st.markdown(words.say("Nothing was decided at this meeting yet."))
            return
        # What was settled stands in the history of changes, which the dashboards' door keeps shut.
        rows = data.match(lambda c, who: reviewing.minutes(c, who, meeting.number))
        _table(words, meeting, rows)


def _table(words: Words, meeting: Meeting, rows: pd.DataFrame) -> None:
    headings = {
        "reference": words.say("No."),
        "text": words.say("What is asked"),
        "decision": words.say("Decided"),
        "note": words.say("Note"),
        "before": words.say("Status before"),
        "after": words.say("Status after"),
        "origin": words.say("Origin"),
    }
    told = rows.to_dict("records")
    shown = pd.DataFrame([_line(words, row) for row in told], columns=list(headings))
    called = words.say(
        "Minutes of the meeting of the Council: {meeting}", meeting=meeting.called(words)
    )
    some = any(row["origin"] == Origin.SAMPLE for row in told)
    invented = words.say("Made-up decisions are among these.") if some else ""
    if invented:
        st.caption(invented)
    tables.show(shown, headings)
    tables.download(words, shown, headings, f"{called}. {invented}".strip())


def _line(words: Words, row: Row) -> dict[str, str]:
    return {
        "reference": row["reference"],
        "text": words.pick(row, "text"),
        "decision": _decision(words, row),
        "note": row["note"] or "",
        "before": words.code(STATUSES, row["before"]) if row["before"] else "",
        "after": words.code(STATUSES, row["after"]) if row["after"] else "",
        "origin": words.code(ORIGINS, row["origin"]),
    }


def _decision(words: Words, row: Row) -> str:
    what = decided(words, row["sort"], row["word"])
    if row["sort"] == Stored.DISAGREEMENT:
        return words.say("a member disagrees: {what}", what=what)
    named = []
    if lead := words.pick(row, "lead"):
        named.append(words.say("lead: {lead}", lead=lead))
    if not pd.isna(row["deadline"]):
        named.append(words.say("deadline: {day}", day=words.date(row["deadline"].date())))
    return f"{what} ({'; '.join(named)})" if named else what
