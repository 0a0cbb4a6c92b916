"""Families in care at the end of each month, and those new and closed in it, in two pictures."""

import datetime as dt
from typing import Any

import pandas as pd
import streamlit as st

from data_access.filters import Filters
from pages.caseloads import labels, month_heads, slicing
from pages.caseloads.charts import care
from pages.shared import tables
from pages.shared.words import Words, mark, safe

Row = dict[Any, Any]
WHAT = {"opened": mark("New families"), "closed": mark("Families whose cases closed")}
MONTH_BEFORE = (
    mark("as many as a month before"),
    mark("{number} more than a month before"),
    mark("{number} fewer than a month before"),
)
DAY_BEFORE = (
    mark("as many as on {day}"),
    mark("{number} more than on {day}"),
    mark("{number} fewer than on {day}"),
)
COUNTED = ("at_start", "opened", "closed", "at_end", "cases_at_end")


def show(words: Words, flows: pd.DataFrame, named: dict[str, str], chosen: Filters) -> None:
    """The months of one slice, of which ``named`` has the names; of all families where it is empty.

    A stock and a flow, each with a sentence of its own, and every slice in the table behind them.
    """
    shown = {code: name for code, name in named.items() if code in set(flows["slice"])}
    if flows.empty or (named and not shown):
        st.info(words.say("No case states when it was opened, so there is no month to show."))
        return
    code = slicing.one(words, shown) if named else flows["slice"].iloc[0]
    months = flows[flows["slice"] == code]
    _pictures(words, months, shown.get(code, ""))
    text = words.say(
        "Families in care are a stock; new and closed ones are a flow: a new family is in care as "
        "well, so the two are not to be added, nor are the stocks of several months. A family that "
        "comes back after a break is new again. Counted from {first} to {last}.",
        first=words.date(months["starts_on"].iloc[0]),
        last=words.date(months["ends_on"].iloc[-1]),
    )
    st.caption(safe(text))
    _table(words, flows, shown, labels.note(words, flows, chosen=chosen))


def _pictures(words: Words, months: pd.DataFrame, name: str) -> None:
    columns = month_heads.columns(months["month"])
    note = labels.made_up_in_short(words, months)
    prefix = f"{name}: " if name else ""
    stock, flow = st.columns(2)
    with stock:
        title = prefix + _stock_told(words, months.iloc[-1].to_dict())
        st.subheader(safe(title), anchor=False)
        rows = _drawn(words, months, ["at_end"])
        listed = "; ".join(f"{row.label} {row.value_label}" for row in rows.itertuples())
        said = words.say("{title} At the end of each month: {list}.", title=title, list=listed)
        alt_text = _alt(words, months, said)
        st.altair_chart(care.stock(rows, columns, words.chart_locale(), alt_text, note))
    with flow:
        title = prefix + _flow_told(words, months)
        st.subheader(safe(title), anchor=False)
        rows = _drawn(words, months, list(WHAT))
        listed = "; ".join(f"{row.label} {row.value_label}" for row in rows.itertuples())
        said = words.say("{title} By month: {list}.", title=title, list=listed)
        alt_text = _alt(words, months, said)
        called = {what: words.code(WHAT, what) for what in WHAT}
        drawn = care.flow(rows, columns, called, words.chart_locale(), alt_text, note=note)
        st.altair_chart(drawn)


def _alt(words: Words, months: pd.DataFrame, said: str) -> str:
    return " ".join(filter(None, (labels.made_up(words, months), said)))


def _drawn(words: Words, months: pd.DataFrame, measures: list[str]) -> pd.DataFrame:
    """A row a month and measure, as the pictures take it."""
    rows = []
    for row in months.to_dict("records"):
        month = labels.month(words, row["month"])
        for what in measures:
            label = f"{month}, {words.code(WHAT, what).lower()}" if what in WHAT else month
            told = {"label": label, "value_label": words.number(int(row[what]))}
            column = {"column": f"{row['month']:%Y-%m}", "what": what, "value": int(row[what])}
            rows.append(column | told)
    return pd.DataFrame(rows)


def _stock_told(words: Words, row: Row) -> str:
    """How many families there were as the last month ended, and how many more or fewer."""
    number, more = int(row["at_end"]), int(row["at_end"]) - int(row["at_start"])
    if _is_whole(row):
        return words.count(
            "{n} family was in care at the end of {month}, {change}.",
            "{n} families were in care at the end of {month}, {change}.",
            number,
            month=labels.month(words, row["month"]),
            change=_changed(words, MONTH_BEFORE, more),
        )
    before = words.date(row["starts_on"] - dt.timedelta(days=1))
    return words.count(
        "{n} family was in care on {day} ({change}).",
        "{n} families were in care on {day} ({change}).",
        number,
        day=words.date(row["ends_on"]),
        change=_changed(words, DAY_BEFORE, more, day=before),
    )


def _is_whole(row: Row) -> bool:
    """Whether the row covers all days of its month."""
    following = row["ends_on"] + dt.timedelta(days=1)
    return bool(row["starts_on"].day == 1 and following.day == 1)


def _changed(words: Words, sentences: tuple[str, str, str], more: int, **values: str) -> str:
    """As many, more or fewer than there were before."""
    which = 0 if more == 0 else 1 if more > 0 else 2
    return words.say(sentences[which], number=words.number(abs(more)), **values)


def _flow_told(words: Words, months: pd.DataFrame) -> str:
    """How many families came and went in all the months."""
    return words.say(
        "{period}: {opened} new families, {closed} whose cases closed.",
        period=words.period(months["month"].iloc[0], months["month"].iloc[-1], "month"),
        opened=words.number(int(months["opened"].sum())),
        closed=words.number(int(months["closed"].sum())),
    )


def _table(words: Words, flows: pd.DataFrame, named: dict[str, str], note: str) -> None:
    headings = {
        "slice": words.say("Families"),
        "month": words.say("Month"),
        "at_start": words.say("In care at the start"),
        "opened": words.code(WHAT, "opened"),
        "closed": words.code(WHAT, "closed"),
        "at_end": words.say("In care at the end"),
        "cases_at_end": words.say("Cases open at the end"),
    }
    names = named or {code: words.code(slicing.SLICES, code) for code in flows["slice"]}
    rows = [
        {"slice": names[row["slice"]], "month": labels.month(words, row["month"])}
        | {each: words.number(int(row[each])) for each in COUNTED}
        for row in flows.to_dict("records")
        if row["slice"] in names
    ]
    tables.behind(words, pd.DataFrame(rows, columns=list(headings)), headings, note)
