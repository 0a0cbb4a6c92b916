"""How long closed cases lasted, never without the number that is still open."""

from typing import Any

import pandas as pd
import streamlit as st

from data_access.caseloads import ENOUGH_CLOSED
from data_access.filters import Filters
from pages.caseloads import labels
from pages.caseloads.charts.dots import dots
from pages.shared import tables
from pages.shared.words import Words, safe

Row = dict[Any, Any]


def show(words: Words, lengths: pd.DataFrame, posts: pd.DataFrame, chosen: Filters) -> None:
    """A dot a post, the first of all cases; the numbers behind them in the table."""
    st.header(words.say("How long cases last"), anchor=False)
    if lengths.empty:
        st.info(words.say("No case is recorded in the selection."))
        return
    rows = _in_order(lengths, posts)
    every = rows[0]
    title = _title(words, every)
    st.subheader(safe(title), anchor=False)
    st.markdown(labels.told(words, _text(words, every), lengths))
    named = labels.of_posts(words, posts)
    _chart(words, rows, named, title, lengths)
    headings = {
        "post": words.say("Post"),
        "closed": words.say("Closed cases"),
        "median_days": words.say("Median length in days"),
        "still_open": words.say("Cases still open"),
        "undated": words.say("Cases without a stated opening"),
    }
    table = pd.DataFrame([_row(words, row, named) for row in rows])
    tables.behind(words, table, headings, labels.note(words, lengths, chosen=chosen))


def _in_order(lengths: pd.DataFrame, posts: pd.DataFrame) -> list[Row]:
    """All cases first, then the posts as they stand on this page."""
    found = {None if pd.isna(r["post"]) else int(r["post"]): r for r in lengths.to_dict("records")}
    return [found[post] for post in (None, *map(int, posts["post"])) if post in found]


def _title(words: Words, every: Row) -> str:
    closed = words.number(int(every["closed"]))
    if pd.isna(every["median_days"]):
        return words.say("Too few closed cases for a median: {n}", n=closed)
    return words.say(
        "Half of the closed cases lasted {days} or less; closed: {closed}, still open: {open}",
        days=_days(words, float(every["median_days"])),
        closed=closed,
        open=words.number(int(every["still_open"])),
    )


def _text(words: Words, every: Row) -> str:
    text = words.say(
        "A case lasts from its opening to its closing. Cases still open are not in the median, so "
        "it may be too short: those that last longest are not over yet."
    )
    if not every["undated"]:
        return text
    undated = words.count(
        "{n} case has no stated opening and is in no length.",
        "{n} cases have no stated opening and are in no length.",
        int(every["undated"]),
    )
    return f"{text} {undated}"


def _chart(
    words: Words, rows: list[Row], named: labels.Labels, title: str, lengths: pd.DataFrame
) -> None:
    drawn = pd.DataFrame(
        {
            "key": ["all" if pd.isna(row["post"]) else str(row["post"]) for row in rows],
            "label": [_label(words, row, named) for row in rows],
            "value": [row["median_days"] for row in rows],
            "value_label": [_median(words, row) for row in rows],
            "is_all": [bool(pd.isna(row["post"])) for row in rows],
        }
    ).astype({"value": "Float64"})
    listed = "; ".join(f"{row.label}: {row.value_label}" for row in drawn.itertuples())
    alt_text = " ".join(filter(None, (labels.made_up(words, lengths), f"{title}: {listed}.")))
    note = labels.made_up_in_short(words, lengths)
    st.altair_chart(dots(drawn, words.chart_locale(), alt_text, note))


def _label(words: Words, row: Row, named: labels.Labels) -> str:
    return words.say(
        "{post} · closed: {closed}, still open: {open}",
        post=_name(words, row, named),
        closed=words.number(int(row["closed"])),
        open=words.number(int(row["still_open"])),
    )


def _name(words: Words, row: Row, named: labels.Labels) -> str:
    return words.say("All posts") if pd.isna(row["post"]) else named[int(row["post"])]


def _median(words: Words, row: Row) -> str:
    if pd.isna(row["median_days"]):
        return words.say("no median: fewer than {n} closed", n=words.number(ENOUGH_CLOSED))
    return _days(words, float(row["median_days"]))


def _days(words: Words, days: float) -> str:
    """A median may lie halfway between two days."""
    if days.is_integer():
        return words.count("{n} day", "{n} days", int(days))
    return words.say("{n} days", n=words.number(days))


def _row(words: Words, row: Row, named: labels.Labels) -> dict[str, str]:
    median = row["median_days"]
    return {
        "post": _name(words, row, named),
        "median_days": "–" if pd.isna(median) else words.number(float(median)),
        **{name: words.number(int(row[name])) for name in ("closed", "still_open", "undated")},
    }
