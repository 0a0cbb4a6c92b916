"""Who has not reported: each post's months with what became of their reports."""

from typing import Any

import pandas as pd
import streamlit as st

from data_access.access import Right
from data_access.caseloads import MonthStatus
from data_access.filters import Filters
from pages.caseloads import labels, month_heads
from pages.caseloads.charts import reports
from pages.shared import data, filters, tables
from pages.shared.vocabulary import MISSING
from pages.shared.words import Words, mark, safe

STATUSES: dict[str, str] = {
    MonthStatus.RECORDED: mark("recorded"),
    MonthStatus.WAITING: mark("waits for decisions"),
    MonthStatus.MISSING: mark("missing"),
    MonthStatus.GAP: mark("no mediator all month"),
    MonthStatus.RUNNING: mark("the month is not over"),
}
SIGNS: dict[str, str] = {
    MonthStatus.RECORDED: "✓",
    MonthStatus.WAITING: "…",
    MonthStatus.MISSING: "!",
    MonthStatus.GAP: "–",
    MonthStatus.RUNNING: "○",
}


def show(words: Words, months: pd.DataFrame, posts: pd.DataFrame, chosen: Filters) -> None:
    """What is missing in a sentence, a row of months a post, and the way to the reports."""
    st.subheader(words.say("Who has not reported"), anchor=False)
    if months.empty:
        nothing = words.say("The days of no post are known here, so no report can be missed.")
        st.info(safe(nothing))
    else:
        st.markdown(labels.told(words, _missing(words, months, posts), months))
        if waiting := _listed(words, months, posts, MonthStatus.WAITING):
            st.markdown(safe(words.say("Waiting for decisions: {list}.", list=waiting)))
        if silent := _without_hours(words, months, posts):
            st.markdown(safe(words.say("Recorded without hours worked: {list}.", list=silent)))
        _grid(words, months, posts)
        _table(words, months, posts, labels.note(words, months, chosen=chosen))
    if undated := int(posts["months"].isna().sum()):
        said = words.count(
            "Of {n} post the days are not stated: nobody can tell which of its months are missing.",
            "Of {n} posts the days are not stated: nobody can tell which of their months are "
            "missing.",
            undated,
        )
        st.caption(safe(said))
    if data.may(Right.KEEP_RECORDS):
        link = words.say("Monthly reports: upload one, decide what waits")
        st.page_link("monthly/page.py", label=link, query_params=filters.address())


def _missing(words: Words, months: pd.DataFrame, posts: pd.DataFrame) -> str:
    number = int((months["status"] == MonthStatus.MISSING).sum())
    if not number:
        return words.say("No month is missing.")
    return words.count(
        "{n} month is missing: {list}.",
        "{n} months are missing: {list}.",
        number,
        list=_listed(words, months, posts, MonthStatus.MISSING),
    )


def _listed(words: Words, months: pd.DataFrame, posts: pd.DataFrame, status: MonthStatus) -> str:
    return _named(words, months[months["status"] == status], posts)


def _without_hours(words: Words, months: pd.DataFrame, posts: pd.DataFrame) -> str:
    is_recorded = months["status"] == MonthStatus.RECORDED
    return _named(words, months[is_recorded & months["hours_worked"].isna()], posts)


def _named(words: Words, months: pd.DataFrame, posts: pd.DataFrame) -> str:
    """``Valka, January 2020, March 2020; Ainaži, March 2020``."""
    named = labels.of_posts(words, posts)
    told: dict[int, list[str]] = {}
    for row in months.to_dict("records"):
        post = int(row["post"])
        told.setdefault(post, [named[post]]).append(labels.month(words, row["month"]))
    return "; ".join(", ".join(texts) for texts in told.values())


def _grid(words: Words, months: pd.DataFrame, posts: pd.DataFrame) -> None:
    legend = (f"{SIGNS[status]} {words.code(STATUSES, status)}" for status in MonthStatus)
    blank = words.say("blank: the post was not held")
    st.caption(safe("; ".join([*legend, blank])))
    cells = _cells(words, months, posts)
    told = "; ".join(
        f"{label}: "
        + ", ".join(f"{row.month_label} {row.value_label}" for row in of_post.itertuples())
        for label, of_post in cells.groupby("row_label", sort=False)
    )
    said = words.say("Reports by post and month: {list}.", list=told)
    alt_text = " ".join(filter(None, (labels.made_up(words, months), said)))
    note = labels.made_up_in_short(words, months)
    columns = month_heads.columns(months["month"])
    st.altair_chart(reports.grid(cells, columns, words.chart_locale(), alt_text, note))


def _cells(words: Words, months: pd.DataFrame, posts: pd.DataFrame) -> pd.DataFrame:
    named = labels.of_posts(words, posts)
    rows = []
    for row in months.to_dict("records"):
        name, month = named[int(row["post"])], labels.month(words, row["month"])
        rows.append(
            {
                "key": str(row["post"]),
                "row_label": name,
                "column": f"{row['month']:%Y-%m}",
                "month_label": month,
                "status": row["status"],
                "sign": SIGNS[row["status"]],
                "label": f"{name}, {month}",
                "value_label": words.code(STATUSES, row["status"]),
            }
        )
    return pd.DataFrame(rows)


def _table(words: Words, months: pd.DataFrame, posts: pd.DataFrame, note: str) -> None:
    headings = {
        "post": words.say("Post"),
        "month": words.say("Month"),
        "report": words.say("Report"),
        "worked": words.say("Hours worked"),
    }
    named = labels.of_posts(words, posts)
    rows = [
        {
            "post": named[int(row["post"])],
            "month": labels.month(words, row["month"]),
            "report": words.code(STATUSES, row["status"]),
            "worked": _hours(words, row),
        }
        for row in months.to_dict("records")
    ]
    tables.behind(words, pd.DataFrame(rows, columns=list(headings)), headings, note)


def _hours(words: Words, row: dict[Any, Any]) -> str:
    if not pd.isna(row["hours_worked"]):
        return words.number(float(row["hours_worked"]))
    is_recorded = row["status"] == MonthStatus.RECORDED
    return words.code(MISSING, "not_stated") if is_recorded else "–"
