"""Cases open as the period ends, by post and by how long they have been open."""

import datetime as dt
import textwrap

import pandas as pd
import streamlit as st

from data_access.caseloads import OpenFor
from data_access.filters import Filters
from pages.caseloads import labels
from pages.caseloads.charts.grid import grid
from pages.shared import tables
from pages.shared.vocabulary import MISSING, OPEN_FOR
from pages.shared.words import Words, safe

NO_CASES = "–"
HEAD_LENGTH = 10


def show(
    words: Words, open_cases: pd.DataFrame, posts: pd.DataFrame, day: dt.date, chosen: Filters
) -> None:
    """A row of lengths a post; a post without any case has a sign instead of a zero."""
    st.header(words.say("Open cases"), anchor=False)
    if open_cases.empty:
        st.info(words.say("No case is recorded in the selection."))
        return
    text = words.say(
        "Cases open as {day} ends: {number}. A case is open as long as no closing date is "
        "recorded.",
        day=words.date(day),
        number=words.number(int(open_cases["cases"].sum())),
    )
    st.markdown(labels.told(words, text, open_cases))
    made_up = labels.made_up(words, open_cases)
    st.caption(safe(words.say("– no case is recorded at the post; 0 is counted.")))
    cells = _cells(words, open_cases, posts)
    said = words.say("Open cases by post: {list}.", list=_told(cells))
    alt_text = " ".join(filter(None, (made_up, said)))
    columns = {
        length.value: textwrap.wrap(words.code(OPEN_FOR, length), HEAD_LENGTH) for length in OpenFor
    }
    note = labels.made_up_in_short(words, open_cases)
    st.altair_chart(grid(cells, columns, words.chart_locale(), alt_text, note))
    _table(words, cells, posts, labels.note(words, open_cases, chosen=chosen))


def _cells(words: Words, open_cases: pd.DataFrame, posts: pd.DataFrame) -> pd.DataFrame:
    named = labels.with_months(words, posts)
    found = {
        (int(row["post"]), row["open_for"]): int(row["cases"])
        for row in open_cases.to_dict("records")
    }
    rows = []
    for post, name in named.items():
        for length in OpenFor:
            value, title = found.get((post, length.value)), words.code(OPEN_FOR, length)
            missing = words.code(MISSING, "no_data")
            rows.append(
                {
                    "key": str(post),
                    "row_label": name,
                    "column": length.value,
                    "column_label": title,
                    "value": value,
                    "sign": NO_CASES,
                    "label": f"{name}, {title}",
                    "value_label": missing if value is None else words.number(value),
                }
            )
    return pd.DataFrame(rows).astype({"value": "Float64"})


def _told(cells: pd.DataFrame) -> str:
    return "; ".join(
        f"{name}: "
        + ", ".join(f"{row.column_label} {row.value_label}" for row in of_post.itertuples())
        for name, of_post in cells.groupby("row_label", sort=False)
    )


def _table(words: Words, cells: pd.DataFrame, posts: pd.DataFrame, note: str) -> None:
    headings = {"post": words.say("Post"), "months": words.say("Months of service")} | {
        length.value: words.code(OPEN_FOR, length) for length in OpenFor
    }
    named, months = labels.of_posts(words, posts), labels.months(words, posts)
    rows = [
        {"post": name, "months": months[post], **_by_length(cells[cells["key"] == str(post)])}
        for post, name in named.items()
    ]
    every = {
        length.value: words.number(cells.loc[cells["column"] == length, "value"].sum())
        for length in OpenFor
    }
    added = posts["months"].sum(min_count=1)
    service = words.code(MISSING, "not_stated") if pd.isna(added) else words.number(added)
    rows.append({"post": words.say("All posts"), "months": service, **every})
    tables.behind(words, pd.DataFrame(rows, columns=list(headings)), headings, note)


def _by_length(cells: pd.DataFrame) -> dict[str, str]:
    return dict(zip(cells["column"], cells["value_label"], strict=True))
