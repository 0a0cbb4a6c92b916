"""Which open cases are long without contact, by the numbers of their families."""

from typing import Any

import pandas as pd
import streamlit as st

from data_access.filters import Filters
from pages.caseloads import labels
from pages.shared import tables
from pages.shared.words import Words

Row = dict[Any, Any]
LISTED = 30


def show(words: Words, cases: pd.DataFrame, posts: pd.DataFrame, chosen: Filters) -> None:
    """The quiet cases by the numbers of their families, the longest silence first."""
    if cases.empty:
        return
    st.subheader(words.say("Which cases these are"), anchor=False)
    st.markdown(labels.told(words, _order(words, cases), cases))
    headings = {
        "family": words.say("Family number"),
        "post": words.say("Post"),
        "opened_on": words.say("Case opened on"),
        "last_contact": words.say("Last contact"),
        "days": words.say("Days without contact"),
    }
    named = labels.of_posts(words, posts)
    table = pd.DataFrame([_line(words, row, named) for row in cases.to_dict("records")])
    tables.show_first(words, table, headings, LISTED)
    tables.download(words, table, headings, labels.note(words, cases, chosen=chosen))


def _order(words: Words, cases: pd.DataFrame) -> str:
    text = words.say("By silence, the longest first. A family has a number here, never a name.")
    number = int((cases["undated_contacts"] > 0).sum())
    if not number:
        return text
    maybe = words.count(
        "{n} of them has a contact of no stated date, so its silence may be shorter.",
        "{n} of them have a contact of no stated date, so their silence may be shorter.",
        number,
    )
    return f"{text} {maybe}"


def _line(words: Words, row: Row, named: labels.Labels) -> dict[str, str]:
    last = row["last_contact"]
    if not pd.isna(last):
        contact = words.date(last)
    elif row["undated_contacts"]:
        contact = words.say("date not stated")
    else:
        contact = words.say("no contact")
    return {
        "family": str(row["family"]),
        "post": named[int(row["post"])],
        "opened_on": words.date(row["opened_on"]),
        "last_contact": contact,
        "days": words.number(int(row["days"])),
    }
