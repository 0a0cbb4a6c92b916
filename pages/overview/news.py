"""What changed lately: what the last uploaded file added, and what was entered by hand since."""

from typing import Any

import pandas as pd
import streamlit as st

from data_access.access import Right
from pages.shared import data, filters, reach
from pages.shared.words import Words, mark, safe

Row = dict[Any, Any]
TRIAL = mark("A trial: it was recorded among made-up rows.")
ENTRIES = {
    "round": mark("rounds"),
    "activity": mark("activities"),
    "institution": mark("institutions"),
    "document": mark("documents"),
    "source": mark("sources"),
    "reported_figure": mark("reported figures"),
    "gap": mark("open questions"),
    "attendance": mark("attendances by hand"),
}


def show(words: Words, last: pd.DataFrame, by_hand: pd.DataFrame) -> None:
    """The last file of the round in one sentence, then the entries changed by hand since."""
    st.header(words.say("What changed since the last upload"), anchor=False)
    if last.empty:
        nothing = words.say("No attendance file of this round has been uploaded yet.")
        st.markdown(safe(reach.nothing(words, nothing)))
    else:
        told = _last_upload(words, last.to_dict("records")[0])
        st.markdown(safe(reach.as_far_as_seen(words, told)))
    known = by_hand[by_hand["subject_table"].isin(list(ENTRIES))].to_dict("records")
    if known:
        st.markdown(safe(_changes(words, known)))
    elif not last.empty:
        st.markdown(words.say("No entry was changed by hand since."))
    if data.may(Right.UPLOAD_ATTENDANCE):
        link = words.say("Attendance: upload a file, see all uploads")
        st.page_link("attendance/page.py", label=link, query_params=filters.address())


def _last_upload(words: Words, row: Row) -> str:
    """When, into which activity, and by how much it raised what is recorded."""
    text = words.say(
        "{moment}, {activity}: attendances +{attendances}, persons new in the round "
        "+{persons}, municipalities +{municipalities}.",
        moment=words.moment(row["uploaded_at"]),
        activity=words.pick(row, "title"),
        **{
            name: words.number(int(row[name]))
            for name in ("attendances", "persons", "municipalities")
        },
    )
    if not row["is_trial"]:
        return text
    return f"{text} {words.say(TRIAL)}"


def _changes(words: Words, rows: list[Row]) -> str:
    counted = ", ".join(
        f"{words.code(ENTRIES, row['subject_table'])}: {words.number(int(row['entries']))}"
        for row in rows
    )
    latest = max(row["changed_at"] for row in rows)
    return words.say(
        "Entries changed by hand since, of all rounds: {list}. Latest: {moment}.",
        list=counted,
        moment=words.moment(latest),
    )
