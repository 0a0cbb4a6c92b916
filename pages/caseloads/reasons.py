"""Who brought families to the mediators, and why cases ended: two small tables."""

from typing import Any

import pandas as pd
import streamlit as st

from pages.caseloads import labels, stacked
from pages.shared import tables
from pages.shared.vocabulary import CLOSING_REASONS, REFERRERS
from pages.shared.words import Words, mark, safe

Row = dict[Any, Any]
NOT_STATED = "not_stated"
NAMES = {"referred_by": REFERRERS, "closing_reason": CLOSING_REASONS}
HEADS = {"referred_by": mark("Referred by"), "closing_reason": mark("Why it was closed")}
TITLES = {"referred_by": mark("Cases: {n}"), "closing_reason": mark("Closed cases: {n}")}
SHARES = {"referred_by": mark("Of all cases"), "closing_reason": mark("Of the closed cases")}
NONE = {
    "referred_by": mark("No case is recorded in the selection."),
    "closing_reason": mark("No case was closed yet."),
}


def show(words: Words, reasons: pd.DataFrame) -> None:
    """The tables side by side, the most frequent first and not stated last; zeros are left out."""
    st.header(words.say("Who referred families, and why cases were closed"), anchor=False)
    if text := labels.made_up(words, reasons):
        st.markdown(f"**{safe(text)}**")
    for column, by in zip(st.columns(len(NAMES)), NAMES, strict=True):
        with column:
            _table(words, reasons[reasons["by"] == by], by)


def _table(words: Words, counted: pd.DataFrame, by: str) -> None:
    number = int(counted["cases"].sum())
    if not number:
        st.info(words.code(NONE, by))
        return
    st.subheader(words.say(TITLES[by], n=words.number(number)), anchor=False)
    rows = sorted(counted[counted["cases"] > 0].to_dict("records"), key=_by_size)
    headings = {
        by: words.code(HEADS, by),
        "cases": words.say("Cases"),
        "share": words.code(SHARES, by),
    }
    table = pd.DataFrame([_row(words, row, by, number) for row in rows])
    tables.show(table, headings)
    tables.download(words, table, headings, labels.note(words, counted))


def _by_size(row: Row) -> tuple[bool, int]:
    return row["code"] == NOT_STATED, -row["cases"]


def _row(words: Words, row: Row, by: str, number: int) -> dict[str, str]:
    name, cases = words.code(NAMES[by], row["code"]), int(row["cases"])
    return {
        by: name[:1].upper() + name[1:],
        "cases": words.number(cases),
        "share": stacked.share(words, cases, number),
    }
