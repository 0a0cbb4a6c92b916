"""The reports so far: what each says and what became of it, and the way back for those of files."""

from typing import Any

import pandas as pd
import streamlit as st

from data_access import monthly
from data_access.filters import Filters
from data_access.rules import ReportStatus
from pages.monthly import labels, queue, undoing
from pages.monthly.known import Posts
from pages.shared import choices, data, filters, reach, tables
from pages.shared.vocabulary import REPORT_STATUSES
from pages.shared.words import Words

Row = dict[Any, Any]

SHOWN_AT_MOST = 12
MOMENTS = {ReportStatus.RECORDED: "recorded_at", ReportStatus.UNDONE: "undone_at"}


def show(words: Words, chosen: Filters, posts: Posts) -> None:
    """A table, what happened last first, and one report to take back."""
    st.header(words.say("Reports so far"), anchor=False)
    asked = Filters(round=chosen.round)
    found = data.match(lambda connection, reader: monthly.reports(connection, reader, asked))
    rows = _latest_first(found.to_dict("records"))
    st.page_link(
        "caseloads/page.py",
        label=words.say("Caseloads: which months are missing"),
        query_params=filters.address(),
    )
    if not rows:
        st.info(reach.nothing(words, words.say("No report is recorded here yet.")))
        return
    headings = _headings(words)
    table = pd.DataFrame([_told(words, row, posts) for row in rows], columns=list(headings))
    tables.show_first(words, table, headings, SHOWN_AT_MOST)
    tables.download(words, table, headings)
    _offer_undoing(words, rows, posts)


def _latest_first(found: list[Row]) -> list[Row]:
    """Reports that were recorded or taken back, by when that was."""
    rows = [row for row in found if row["status"] in MOMENTS]
    return sorted(rows, key=lambda row: row[MOMENTS[row["status"]]], reverse=True)


def _headings(words: Words) -> dict[str, str]:
    return {
        "report": words.say("Report"),
        "status": words.say("What became of it"),
        "hours": words.say("Hours worked"),
        "contacts": words.say("Contacts"),
        "opened": words.say("Cases opened"),
    }


def _told(words: Words, row: Row, posts: Posts) -> dict[str, str]:
    return {
        "report": queue.title(words, row, posts),
        "status": _became(words, row),
        "hours": words.say("not stated") if pd.isna(row["hours"]) else words.number(row["hours"]),
        "contacts": _counted(words, row["contacts"]),
        "opened": _counted(words, row["opened"]),
    }


def _became(words: Words, row: Row) -> str:
    """What became of it and when, and that it is made up where it is."""
    moment, told = row[MOMENTS[row["status"]]], words.code(REPORT_STATUSES, row["status"])
    if not pd.isna(moment):
        told = f"{told}, {words.moment(moment)}"
    return words.say("{text} (made up)", text=told) if row["is_made_up"] else told


def _counted(words: Words, value: Any) -> str:
    """What a report still has among the records; of one that did not come as a file nothing."""
    return labels.NOTHING if pd.isna(value) else words.number(int(value))


def _offer_undoing(words: Words, rows: list[Row], posts: Posts) -> None:
    """Any report that came as a file can be chosen; what undoing takes out is told first."""
    named = {
        str(row["report"]): queue.title(words, row, posts) for row in rows if row["can_be_undone"]
    }
    if not named:
        return
    shown = choices.told_apart(named)
    report = st.selectbox(
        words.say("A report to take back"),
        list(named),
        index=None,
        format_func=shown.__getitem__,
        placeholder=words.say("Choose"),
        key="monthly-undo",
    )
    if report is not None:
        undoing.offer(words, int(report), "history")
