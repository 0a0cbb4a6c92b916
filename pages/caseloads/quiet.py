"""Open cases long without contact: how many at each post."""

import datetime as dt
from typing import Any

import pandas as pd
import streamlit as st

from data_access.caseloads import LONG_DAYS
from data_access.filters import Filters
from pages.caseloads import labels, stacked
from pages.shared import tables
from pages.shared.words import Words, mark, safe

Row = dict[Any, Any]
PARTS = {"quiet": mark("Long without contact"), "lively": mark("Other open cases")}
COUNTED = {
    "open_cases": mark("Open cases with a stated opening"),
    "quiet": PARTS["quiet"],
    "never": mark("Of these, without any contact"),
    "maybe_later": mark("Of these, with an undated contact"),
    "longest_days": mark("Longest silence in days"),
    "undated": mark("Open cases without a stated opening"),
}


def show(
    words: Words, quiet: pd.DataFrame, posts: pd.DataFrame, day: dt.date, chosen: Filters
) -> None:
    """A bar a post: the quiet ones of its open cases; a table behind."""
    st.header(words.say("Open cases long without contact"), anchor=False)
    open_, number = (int(quiet[name].sum()) for name in ("open_cases", "quiet"))
    if not open_:
        nothing = words.say("No case with a stated opening is open.")
        st.info(safe(f"{nothing}{_undated(words, quiet)}"))
        return
    title = words.say(
        "Open on {day} and without contact for more than {long} days: {n} of {all} cases",
        day=words.date(day),
        long=words.number(LONG_DAYS),
        n=words.number(number),
        all=words.number(open_),
    )
    st.subheader(safe(title), anchor=False)
    st.markdown(labels.told(words, f"{_text(words)}{_undated(words, quiet)}", quiet))
    named = labels.of_posts(words, posts)
    rows = {int(row["post"]): row for row in quiet.to_dict("records")}
    bars = [_bar(words, rows[post], name) for post, name in named.items() if post in rows]
    stacked.show(words, bars, {part: words.code(PARTS, part) for part in PARTS}, title, quiet)
    headings = {"post": words.say("Post")}
    headings |= {name: words.code(COUNTED, name) for name in COUNTED}
    table = pd.DataFrame([_row(words, rows[p], named[p]) for p in named if p in rows])
    tables.behind(words, table, headings, labels.note(words, quiet, chosen=chosen))


def _text(words: Words) -> str:
    return words.say(
        "A silence lasts from the latest dated contact, or from the opening where there is none. "
        "Contacts come with the monthly reports: where one is missing, a silence may be a report "
        "that has not come."
    )


def _undated(words: Words, quiet: pd.DataFrame) -> str:
    """How many open cases are in none of the bars; nothing where there is none."""
    undated = int(quiet["undated"].sum())
    if not undated:
        return ""
    text = words.count(
        "{n} open case has no stated opening and is not counted here.",
        "{n} open cases have no stated opening and are not counted here.",
        undated,
    )
    return f" {text}"


def _bar(words: Words, row: Row, name: str) -> stacked.Row:
    open_, number = int(row["open_cases"]), int(row["quiet"])
    of = words.say("{part} of {all}", part=words.number(number), all=words.number(open_))
    if not open_:
        of = words.say("none with a stated opening")
    parts = {"quiet": number, "lively": open_ - number}
    return stacked.bar(str(row["post"]), name, parts, of)


def _row(words: Words, row: Row, name: str) -> dict[str, str]:
    numbers = {
        each: "–" if pd.isna(row[each]) else words.number(int(row[each])) for each in COUNTED
    }
    return {"post": name} | numbers
