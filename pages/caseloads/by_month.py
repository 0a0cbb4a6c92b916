"""The months of each post: contacts, families or persons, and months that left no record."""

import datetime as dt
from typing import Any

import pandas as pd
import streamlit as st

from data_access.filters import Filters
from pages.caseloads import labels, month_heads
from pages.caseloads.charts.grid import grid
from pages.shared import choices, tables
from pages.shared.vocabulary import MISSING
from pages.shared.words import Words, mark, safe

Row = dict[Any, Any]
MEASURES = {
    "contacts": mark("Contacts"),
    "families": mark("Families at contacts"),
    "persons": mark("Persons at contacts"),
}
MEANING = {
    "contacts": mark("Contacts held in the month, individual and with a group."),
    "families": mark(
        "Different families that the month's contacts name; one met in several months counts in "
        "each of them."
    ),
    "persons": mark("Persons, counted again at every contact: these are not different people."),
}
SIGNS = {"no_data": "–", "not_stated": "?"}


def show(
    words: Words, months: pd.DataFrame, posts: pd.DataFrame, totals: pd.DataFrame, days: Filters
) -> None:
    """A row of months a post; the switch says what the cells count."""
    st.header(words.say("By month"), anchor=False)
    named = {code: words.code(MEASURES, code) for code in MEASURES}
    measure = choices.choice("show", words.say("What the months show"), named, "contacts")
    st.markdown(labels.told(words, words.code(MEANING, measure), months))
    if months.empty:
        st.info(words.say("Neither the days of a post nor a dated contact fall into any month."))
    else:
        _grid(words, months, posts, measure)
        _table(words, months, posts, labels.note(words, months, chosen=days))
    if text := _unsaid(words, months, measure):
        st.caption(safe(text))
    if _cut_a_month(days):
        st.caption(words.say("The chosen days begin or end within a month: it counts in part."))
    if undated := labels.value(totals, "contacts_undated"):
        text = words.count(
            "{n} contact has no stated date and is in no month.",
            "{n} contacts have no stated date and are in no month.",
            undated,
        )
        st.caption(safe(text))


def _unsaid(words: Words, months: pd.DataFrame, measure: str) -> str:
    """How many contacts of the months do not say what the cells count."""
    if measure == "families" and (number := int(months["without_family"].sum())):
        return words.count(
            "{n} contact of these months names no family, as when it was with a group.",
            "{n} contacts of these months name no family, as when they were with a group.",
            number,
        )
    if measure == "persons" and (number := int(months["without_persons"].sum())):
        return words.count(
            "{n} contact of these months does not state how many persons there were.",
            "{n} contacts of these months do not state how many persons there were.",
            number,
        )
    return ""


def _cut_a_month(days: Filters) -> bool:
    """Whether the first or the last month is there in part only."""
    late = days.start is not None and days.start.day > 1
    early = days.end is not None and (days.end + dt.timedelta(days=1)).day > 1
    return late or early


def _grid(words: Words, months: pd.DataFrame, posts: pd.DataFrame, measure: str) -> None:
    made_up = labels.made_up(words, months)
    st.caption(
        safe(
            words.say(
                "– no records of this month; ? contacts recorded, this number not stated; 0 is "
                "counted; blank: the post was not held."
            )
        )
    )
    cells = _cells(words, months, posts, measure)
    told = "; ".join(
        f"{label}: "
        + ", ".join(f"{row.month_label} {row.value_label}" for row in of_post.itertuples())
        for label, of_post in cells.groupby("row_label", sort=False)
    )
    name = words.code(MEASURES, measure)
    said = words.say("{figure} by post and month: {list}.", figure=name, list=told)
    alt_text = " ".join(filter(None, (made_up, said)))
    note = labels.made_up_in_short(words, months)
    columns = month_heads.columns(months["month"])
    st.altair_chart(grid(cells, columns, words.chart_locale(), alt_text, note))


def _cells(words: Words, months: pd.DataFrame, posts: pd.DataFrame, measure: str) -> pd.DataFrame:
    with_months, named = labels.with_months(words, posts), labels.of_posts(words, posts)
    rows = []
    for row in months.to_dict("records"):
        post, month = int(row["post"]), labels.month(words, row["month"])
        written = _written(words, row, measure)
        rows.append(
            {
                "key": str(post),
                "row_label": with_months[post],
                "column": f"{row['month']:%Y-%m}",
                "month_label": month,
                "value": None if pd.isna(row[measure]) else int(row[measure]),
                "sign": SIGNS[_why_missing(row)],
                "label": f"{named[post]}, {month}",
                "value_label": written,
            }
        )
    return pd.DataFrame(rows).astype({"value": "Float64"})


def _table(words: Words, months: pd.DataFrame, posts: pd.DataFrame, note: str) -> None:
    named = labels.of_posts(words, posts)
    headings = {
        "post": words.say("Post"),
        "month": words.say("Month"),
        "contacts": words.code(MEASURES, "contacts"),
        "individual": words.say("Individual contacts"),
        "group": words.say("Group contacts"),
        "families": words.code(MEASURES, "families"),
        "without_family": words.say("Contacts naming no family"),
        "persons": words.code(MEASURES, "persons"),
        "without_persons": words.say("Contacts stating no persons"),
    }
    rows = [
        {"post": named[int(row["post"])], "month": labels.month(words, row["month"])}
        | {name: _written(words, row, name) for name in headings if name not in {"post", "month"}}
        for row in months.to_dict("records")
    ]
    tables.behind(words, pd.DataFrame(rows, columns=list(headings)), headings, note)


def _written(words: Words, row: Row, measure: str) -> str:
    value = row[measure]
    if not pd.isna(value):
        return words.number(int(value))
    if _why_missing(row) == "no_data":
        return words.say("no records")
    return words.code(MISSING, "not_stated")


def _why_missing(row: Row) -> str:
    """A month without a contact has no records; one with contacts does not state the number."""
    return "no_data" if pd.isna(row["contacts"]) else "not_stated"
