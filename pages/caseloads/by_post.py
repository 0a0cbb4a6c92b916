"""Families and contacts of each post, with its months beside them; in no order of merit."""

from typing import Any

import pandas as pd
import streamlit as st

from data_access.filters import Filters
from pages.caseloads import labels
from pages.caseloads.charts.bars import bars
from pages.shared import tables
from pages.shared.vocabulary import MISSING
from pages.shared.words import Words, mark, safe

Row = dict[Any, Any]
DRAWN = {"families": mark("Families"), "contacts": mark("Contacts")}
COUNTED = ("families", "cases", "open_cases", "contacts", "individual", "group")


def show(words: Words, posts: pd.DataFrame, chosen: Filters) -> None:
    """Two charts side by side, and everything known of each post in the table behind them."""
    st.header(words.say("By post"), anchor=False)
    st.markdown(
        safe(
            words.say(
                "Posts stand by the name of their place, not by size. Families are a stock: all "
                "that had a case in the period, whenever it was opened. Months, hours and towns "
                "differ, so posts are not to be compared by these totals alone."
            )
        )
    )
    made_up = labels.made_up(words, posts)
    if made_up:
        st.markdown(f"**{safe(made_up)}**")
    for column, measure in zip(st.columns(len(DRAWN)), DRAWN, strict=True):
        with column:
            _chart(words, posts, measure)
    st.caption(
        safe(
            words.say(
                "Families per month of service sink as a period grows longer: a family counts "
                "once, however many months it had its mediator."
            )
        )
    )
    headings = _headings(words)
    named = labels.of_posts(words, posts)
    rows = [_row(words, row, named[int(row["post"])]) for row in posts.to_dict("records")]
    note = labels.note(words, posts, chosen=chosen)
    tables.behind(words, pd.DataFrame(rows, columns=list(headings)), headings, note)


def _chart(words: Words, posts: pd.DataFrame, measure: str) -> None:
    name = words.code(DRAWN, measure)
    st.subheader(name, anchor=False)
    named = labels.with_months(words, posts)
    rows = pd.DataFrame(
        {
            "key": [str(post) for post in posts["post"]],
            "label": [named[int(post)] for post in posts["post"]],
            "value": posts[measure].astype("Float64"),
            "value_label": [_counted(words, value) for value in posts[measure]],
            "tone": "usual",
        }
    )
    listed = "; ".join(f"{row.label}: {row.value_label}" for row in rows.itertuples())
    said = words.say("{figure} by post: {list}.", figure=name, list=listed)
    alt_text = " ".join(filter(None, (labels.made_up(words, posts), said)))
    note = labels.made_up_in_short(words, posts)
    st.altair_chart(bars(rows, words.chart_locale(), alt_text, note=note))


def _headings(words: Words) -> dict[str, str]:
    return {
        "post": words.say("Post"),
        "held": words.say("Held"),
        "months": words.say("Months of service"),
        "hours": words.say("Hours a week"),
        "families": words.say("Families"),
        "families_per_month": words.say("Families per month of service"),
        "cases": words.say("Cases"),
        "open_cases": words.say("Open cases"),
        "contacts": words.say("Contacts"),
        "individual": words.say("Individual contacts"),
        "group": words.say("Group contacts"),
        "persons": words.say("Persons at contacts"),
    }


def _row(words: Words, row: Row, name: str) -> dict[str, str]:
    not_stated = words.say("not stated")
    hours, months, rate = row["hours_per_week"], row["months"], row["families_per_month"]
    name = name if pd.isna(row["substitutes"]) else words.say("{post}, substitute", post=name)
    return {
        "post": name,
        "held": _held(words, row),
        "months": not_stated if pd.isna(months) else words.number(int(months)),
        "hours": not_stated if pd.isna(hours) else words.number(float(hours)),
        "families_per_month": "–" if pd.isna(rate) else words.number(round(float(rate), 1)),
        **{measure: _counted(words, row[measure]) for measure in COUNTED},
        "persons": _persons(words, row),
    }


def _persons(words: Words, row: Row) -> str:
    """Persons at contacts; contacts that are there without saying how many are another matter."""
    if pd.isna(row["persons"]) and not pd.isna(row["contacts"]):
        return words.say("not stated")
    return _counted(words, row["persons"])


def _held(words: Words, row: Row) -> str:
    if pd.isna(row["months"]):
        return words.say("date not stated")
    if pd.isna(row["held_from"]):
        return words.say("not within these days")
    return words.period(row["held_from"], row["held_to"], "month")


def _counted(words: Words, value: Any) -> str:
    return words.code(MISSING, "no_data") if pd.isna(value) else words.number(int(value))
