"""How long entries have been open, and how long it took until the Council confirmed."""

import textwrap
from typing import Any

import pandas as pd
import streamlit as st

from data_access import recommendations
from data_access.filters import Filters
from data_access.recommendations import ENOUGH, Age, Wanted
from pages.recommendations import charts, stacked
from pages.shared import choices, data, tables
from pages.shared.vocabulary import AREAS, STATUSES
from pages.shared.words import Words, mark, safe

Row = dict[Any, Any]
Frame = pd.DataFrame
NOT_STATED = "not_stated"
AGES = {
    "under_half_year": mark("under half a year"),
    "to_one_year": mark("half a year to one year"),
    "to_two_years": mark("one to two years"),
    "to_four_years": mark("two to four years"),
    "over_four_years": mark("four years and more"),
    "not_stated": mark("the day it was made is not stated"),
}
OLD = (Age.TO_FOUR_YEARS, Age.OVER_FOUR_YEARS)
BY = {"area": mark("Area"), "addressee": mark("Addressee"), "round": mark("Round")}
BARS_AT_MOST = 20
LINE_LENGTH = 48


def ageing(words: Words, chosen: Filters, wanted: Wanted, made_up: str) -> None:
    """The open entries by age and status."""
    counted = data.frame(recommendations.ageing, chosen, wanted)
    number = int(counted["entries"].sum())
    if not number:
        st.header(words.say("No entry is open"), anchor=False)
        return
    old = int(counted[counted["age"].isin(OLD)]["entries"].sum())
    title = words.count(
        "{n} of {all} open entries is two years old or older",
        "{n} of {all} open entries are two years old or older",
        old,
        all=words.number(number),
    )
    st.header(safe(title), anchor=False)
    sentence = words.say(
        "Entries still open on {day}, by age since the day they were made, and by status.",
        day=words.date(wanted.day),
    )
    st.markdown(safe(f"{sentence} {made_up}"))
    parts, totals = _ages(words, counted)
    listed = "; ".join(f"{row['label']}: {row['in_words']}" for row in totals.to_dict("records"))
    alt_text = words.say("Open entries by age. {list}.", list=listed)
    called = {code: words.code(STATUSES, code) for code in STATUSES}
    st.altair_chart(charts.spread(totals, parts, called, words.chart_locale(), alt_text))
    shown = {code: name for code, name in called.items() if code in set(counted["status"])}
    headings = {"label": words.say("Age"), "entries_label": words.say("Entries")} | shown
    tables.behind(words, totals, headings, f"{sentence} {made_up}".strip())


def _ages(words: Words, counted: Frame) -> tuple[Frame, Frame]:
    """What the chart stacks, and a row an age with the number of each status."""
    rows = [
        {
            "code": row["age"],
            "label": words.code(AGES, row["age"]),
            **stacked.part(words, row),
        }
        for row in counted.to_dict("records")
    ]
    totals = []
    for age in Age:
        of = [row for row in rows if row["code"] == age]
        label = {"code": age.value, "label": of[0]["label"], "lines": of[0]["label"]}
        totals.append(stacked.total(words, of) | label)
    return pd.DataFrame([row for row in rows if row["entries"]]), pd.DataFrame(totals)


def waiting(words: Words, chosen: Filters, wanted: Wanted, made_up: str) -> None:
    """The median until confirmation, never without the number that is still open; in all and by."""
    whole = data.frame(recommendations.waiting, chosen, wanted, "all").to_dict("records")[0]
    st.header(safe(_title(words, whole)), anchor=False)
    for sentence in filter(None, (*_beside(words, whole), made_up)):
        st.markdown(safe(sentence))
    if not whole["confirmed"]:
        return
    named = {code: words.code(BY, code) for code in BY}
    by = choices.choice("waits", words.say("Time to confirmation by"), named, "area")
    rows = _waits(words, data.frame(recommendations.waiting, chosen, wanted, by), by)
    _draw(words, rows, named[by])
    headings = {
        "label": named[by],
        "days_label": words.say("From made to confirmed"),
        "made_label": words.say("Counted for that"),
        "claimed_days_label": words.say("From claim to confirmed"),
        "claimed_label": words.say("Counted for it"),
        "confirmed_label": words.say("Confirmed"),
        "open_label": words.say("Still open"),
    }
    note = words.say("Medians in days, as of {day}.", day=words.date(wanted.day))
    tables.behind(words, rows, headings, f"{note} {made_up}".strip())


def _draw(words: Words, rows: Frame, by: str) -> None:
    """A bar a value, of those with most confirmed; a sentence where there is no median at all."""
    drawn = rows.head(BARS_AT_MOST)
    if not drawn["days"].any():
        text = words.say("Nowhere are there {n} to take a median of.", n=words.number(ENOUGH))
        st.markdown(safe(text))
        return
    if len(rows) > len(drawn):
        text = words.count(
            "The picture shows the {n} with most confirmed entries; the table holds all.",
            "The picture shows the {n} with most confirmed entries; the table holds all.",
            len(drawn),
        )
        st.caption(safe(text))
    alt_text = words.say(
        "Median days from being made to the Council's confirmation. {by}: {list}.",
        by=by,
        list="; ".join(drawn["told"]),
    )
    st.altair_chart(charts.waits(drawn, words.chart_locale(), alt_text))


def _title(words: Words, whole: Row) -> str:
    still = words.count("{n} is still open", "{n} are still open", int(whole["open"]))
    if not whole["confirmed"]:
        none = words.say("The Council has confirmed no entry")
        return f"{none}; {still}"
    if pd.isna(whole["days"]):
        few = words.count(
            "Too few confirmed entries for a median: {n}",
            "Too few confirmed entries for a median: {n}",
            int(whole["made"]),
        )
        return f"{few}; {still}"
    took = words.count(
        "Half of {n} confirmed entry took {days} or less",
        "Half of {n} confirmed entries took {days} or less",
        int(whole["made"]),
        days=_days(words, whole["days"]),
    )
    return f"{took}; {still}"


def _beside(words: Words, whole: Row) -> list[str]:
    """What the median says and what it does not; what does not count, as a number."""
    undated = int(whole["confirmed"]) - int(whole["made"])
    told = [
        words.say(
            "From the day an entry was made to the meeting at which the Council confirmed it as "
            "done. Entries still open are not in a median, however long they have waited."
        )
    ]
    if not pd.isna(whole["days_claimed"]):
        told.append(
            words.say(
                "From the claim to the confirmation: {days} (median; claims confirmed: {n}).",
                days=_days(words, whole["days_claimed"]),
                n=words.number(int(whole["claimed"])),
            )
        )
    if undated:
        told.append(
            words.count(
                "{n} confirmed entry does not count: it states no day on which it was made, or "
                "one after its confirmation.",
                "{n} confirmed entries do not count: they state no day on which they were made, "
                "or one after their confirmation.",
                undated,
            )
        )
    return told


def _waits(words: Words, answer: Frame, by: str) -> Frame:
    """A row a value, those with most confirmed first and what is not stated last."""
    rows = [_wait(words, row, by) for row in answer.to_dict("records")]
    place = {label: at for at, label in enumerate(words.sort(row["label"] for row in rows))}
    rows.sort(key=lambda row: (row["code"] == NOT_STATED, -row["confirmed"], place[row["label"]]))
    return pd.DataFrame(rows)


def _wait(words: Words, row: Row, by: str) -> Row:
    label = _label(words, row, by)
    numbers = {name: words.number(int(row[name])) for name in ("confirmed", "open")}
    beside = words.say("confirmed: {confirmed}, still open: {open}", **numbers)
    days = _median(words, row["days"])
    return {
        "code": row["code"],
        "label": label,
        "lines": f"{textwrap.shorten(label, LINE_LENGTH, placeholder=' …')}\n{beside}",
        "confirmed": int(row["confirmed"]),
        "days": 0.0 if pd.isna(row["days"]) else float(row["days"]),
        "days_label": days,
        "made_label": words.number(int(row["made"])),
        "claimed_days_label": _median(words, row["days_claimed"]),
        "claimed_label": words.number(int(row["claimed"])),
        "confirmed_label": numbers["confirmed"],
        "open_label": numbers["open"],
        "told": f"{label}: {days} ({beside})",
    }


def _label(words: Words, row: Row, by: str) -> str:
    if row["code"] == NOT_STATED:
        return words.say("not stated")
    return words.code(AREAS, row["code"]) if by == "area" else words.pick(row, "name")


def _median(words: Words, days: Any) -> str:
    if pd.isna(days):
        return words.say("no median: fewer than {n}", n=words.number(ENOUGH))
    return _days(words, days)


def _days(words: Words, days: float) -> str:
    if days == int(days):
        return words.count("{n} day", "{n} days", int(days))
    return words.say("{n} days", n=words.number(days))
