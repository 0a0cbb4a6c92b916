"""Families in care: on a day, in all and by slice, and month by month."""

import datetime as dt
from typing import Any

import pandas as pd
import streamlit as st

from data_access import caseloads
from data_access.caseloads import By
from data_access.filters import Filters
from pages.caseloads import flows, in_slices, labels, on_day, slicing
from pages.caseloads.in_slices import CARDS, stated
from pages.shared import data
from pages.shared.words import Words, safe

Row = dict[Any, Any]


def show(words: Words, posts: pd.DataFrame, chosen: Filters) -> None:
    """Cards of a day, bars of its slices where they are asked for, and the months."""
    st.header(words.say("Families in care"), anchor=False)
    days = data.ask(caseloads.care_days, chosen)
    every = data.frame(caseloads.in_care, chosen, days[1] if days else dt.date.max)
    if every.empty:
        st.info(words.say("No case is recorded in the selection."))
        return
    text = words.say(
        "A family is in care on a day if a case of it is open as the day ends. It counts once, "
        "however many mediators it has, and stays the same family if it moves from one to another."
    )
    st.markdown(labels.told(words, text, every))
    if days is None:
        text = words.say(
            "The days of posts and cases are not stated, or have not come yet: there is no day to "
            "count on."
        )
        st.info(safe(text))
        return
    _on_a_day(words, posts, chosen, on_day.pick(words, days))


def _on_a_day(words: Words, posts: pd.DataFrame, chosen: Filters, day: dt.date) -> None:
    (every,) = data.frame(caseloads.in_care, chosen, day).to_dict("records")
    _cards(words, every, day)
    if every["undated"]:
        text = words.count(
            "{n} case has no stated opening date and is in none of these numbers.",
            "{n} cases have no stated opening date and are in none of these numbers.",
            int(every["undated"]),
        )
        st.caption(safe(text))
    by = slicing.chosen(words)
    found = data.frame(caseloads.in_care, chosen, day, by)
    named = slicing.names(words, by, found, posts) if by is not By.ALL else {}
    if named:
        title = words.say("Families in care on {day}", day=words.date(day))
        note = labels.note(words, found, chosen=chosen)
        in_slices.show(words, title, named, found, by, note=note)
    flows.show(words, data.frame(caseloads.flows, chosen, by), named, chosen)


def _cards(words: Words, row: Row, day: dt.date) -> None:
    details = {"families": words.date(day), "cases": words.date(day), "persons": _sizes(words, row)}
    for column, name in zip(st.columns(len(CARDS)), CARDS, strict=True):
        with column, st.container(border=True, height="stretch"):
            st.metric(words.code(CARDS, name), stated(words, row[name]))
            st.caption(safe(details[name]))


def _sizes(words: Words, row: Row) -> str:
    """Of how many of the families the size is known."""
    if pd.isna(row["families"]):
        return ""
    without = int(row["without_size"])
    return words.say(
        "size stated of {mediated} families, not stated of {without}",
        mediated=words.number(int(row["families"]) - without),
        without=words.number(without),
    )
