"""How the register moved by half-year: where entries stood, and apart from that what they reached.

A stock and a flow never share a picture.
"""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from data_access import recommendations
from data_access.filters import Filters
from data_access.recommendations import Wanted
from data_access.rules import ENDED, Status
from pages.recommendations import charts, stacked
from pages.shared import data, tables
from pages.shared.vocabulary import STATUSES
from pages.shared.words import Words, safe

Row = dict[Any, Any]
Frame = pd.DataFrame
WIDTH, YEARS = 44, 7
"""Signs that fit above all columns together, and years along the line of time, on a telephone."""

HIGHEST, NAMED = 0.5, 0.8
"""How far up its strip the tallest column ends, and where its name stands."""

REACHED: dict[str, Callable[[Words, int, str], str]] = {
    "accepted": lambda words, n, when: words.count(
        "{when}, {n} entry was accepted by its addressee",
        "{when}, {n} entries were accepted by their addressees",
        n,
        when=when,
    ),
    "in_progress": lambda words, n, when: words.count(
        "{when}, {n} entry came to be in progress",
        "{when}, {n} entries came to be in progress",
        n,
        when=when,
    ),
    "claimed_done": lambda words, n, when: words.count(
        "{when}, {n} entry was claimed done", "{when}, {n} entries were claimed done", n, when=when
    ),
    "confirmed_done": lambda words, n, when: words.count(
        "{when}, the Council confirmed {n} entry as done",
        "{when}, the Council confirmed {n} entries as done",
        n,
        when=when,
    ),
    "partly_done": lambda words, n, when: words.count(
        "{when}, the Council found {n} entry partly done",
        "{when}, the Council found {n} entries partly done",
        n,
        when=when,
    ),
    "not_accepted": lambda words, n, when: words.count(
        "{when}, {n} entry was not accepted by its addressee",
        "{when}, {n} entries were not accepted by their addressees",
        n,
        when=when,
    ),
    "superseded": lambda words, n, when: words.count(
        "{when}, {n} entry was superseded", "{when}, {n} entries were superseded", n, when=when
    ),
}


def show(words: Words, chosen: Filters, wanted: Wanted, made_up: str) -> None:
    """Both pictures; a sentence instead where nothing has been reported or found yet."""
    with st.spinner(words.say("Counting half-years …")):
        moved = data.frame(recommendations.moved, chosen, wanted)
    later = moved[moved["status"] != Status.PROPOSED]
    if not later["reached"].sum():
        text = words.say(
            "Nothing has moved by {day}: no report and no finding is known of these entries, so "
            "there is nothing to compare by half-year.",
            day=words.date(wanted.day),
        )
        st.info(safe(text))
        return
    rows = _told(words, moved)
    _stood(words, rows, wanted, made_up)
    _reached(words, rows, made_up)


def _told(words: Words, moved: Frame) -> list[Row]:
    """The answer with half-years and statuses as they are called."""
    last, years = moved["ends_on"].max(), _years(moved)
    return [
        {
            "half": _code(row["starts_on"]),
            "names_year": _code(row["starts_on"]) in years,
            "label": _half(words, row, is_last=row["ends_on"] == last),
            "when": _when(words, row["starts_on"]),
            **stacked.part(words, row),
            "reached": int(row["reached"]),
            "reached_label": words.number(int(row["reached"])),
        }
        for row in moved.to_dict("records")
    ]


def _stood(words: Words, rows: list[Row], wanted: Wanted, made_up: str) -> None:
    parts = pd.DataFrame([row for row in rows if row["entries"]])
    totals = _totals(words, rows)
    last = [row for row in rows if row["half"] == rows[-1]["half"]]
    still = sum(row["entries"] for row in last if Status(row["status_code"]) not in ENDED)
    title = words.count(
        "As of {day}: {n} of {all} entries is still open",
        "As of {day}: {n} of {all} entries are still open",
        still,
        day=words.date(wanted.day),
        all=totals["entries_label"].iloc[-1],
    )
    st.header(safe(title), anchor=False)
    sentence = words.say(
        "How many entries stood in each status at the end of each half-year, stacked in the order "
        "of the list; the last column is {day}. An entry counts from the day it was made, else "
        "from the first day of its round.",
        day=words.date(wanted.day),
    )
    st.markdown(safe(f"{sentence} {made_up}"))
    listed = "; ".join(f"{row['label']}: {row['in_words']}" for row in totals.to_dict("records"))
    alt_text = words.say("Entries by status at the end of each half-year. {list}.", list=listed)
    called = {code: words.code(STATUSES, code) for code in STATUSES}
    drawn = charts.stood(totals, parts, called, words.chart_locale(), alt_text)
    st.altair_chart(drawn)
    headings = {"label": words.say("Half-year"), "entries_label": words.say("Entries")} | called
    tables.behind(words, totals, headings, f"{sentence} {made_up}".strip())


def _reached(words: Words, rows: list[Row], made_up: str) -> None:
    steps = [row for row in rows if row["status_code"] in REACHED]
    most = max(steps, key=lambda row: (row["reached"], row["half"], row["rank"]))
    title = REACHED[most["status_code"]](words, most["reached"], most["when"])
    st.header(safe(title), anchor=False)
    sentence = words.say(
        "How many entries came to stand in each status within each half-year, each entry once a "
        "status; those that reached several count in each."
    )
    st.markdown(safe(f"{sentence} {made_up}"))
    strips, columns = _strips(words, rows)
    listed = "; ".join(row["told"] for row in columns.to_dict("records") if row["reached"])
    alt_text = words.say("Entries that reached each status, by half-year. {list}.", list=listed)
    drawn = charts.reached(strips, columns, words.chart_locale(), alt_text)
    st.altair_chart(drawn)
    called = {f"reached_{code}": words.code(STATUSES, code) for code in STATUSES}
    table = [
        {"half_year": of[0]["label"]}
        | {f"reached_{row['status_code']}": row["reached_label"] for row in of}
        for of in _by_half(rows)
    ]
    headings = {"half_year": words.say("Half-year")} | called
    tables.behind(words, pd.DataFrame(table), headings, f"{sentence} {made_up}".strip())


def _totals(words: Words, rows: list[Row]) -> Frame:
    """One row a half-year: its total, what stands above its column, and each status's number."""
    named = ("half", "names_year", "label")
    totals = pd.DataFrame(
        [stacked.total(words, of) | {name: of[0][name] for name in named} for of in _by_half(rows)]
    )
    return totals.assign(shown=_shown(list(totals["entries_label"]), {len(totals) - 1}))


def _strips(words: Words, rows: list[Row]) -> tuple[Frame, Frame]:
    """The strips of the statuses that any entry reached, and their columns."""
    there = {row["status_code"]: row["status"] for row in rows if row["reached"]}
    ordered = sorted(there, key=stacked.RANKS.__getitem__)
    at = {code: len(ordered) - 1 - place for place, code in enumerate(ordered)}
    strips = [
        {"status": code, "label": there[code], "at": at[code], "above": at[code] + NAMED}
        for code in ordered
    ]
    top = max(row["reached"] for row in rows)
    columns: list[Row] = []
    for code in ordered:
        of = [row for row in rows if row["status_code"] == code]
        most = max(range(len(of)), key=lambda place: of[place]["reached"])
        labels = [row["reached_label"] if row["reached"] else "" for row in of]
        columns += [
            {name: row[name] for name in ("half", "names_year", "reached")}
            | {"status": code, "shown": shown}
            | {"at": at[code], "top": at[code] + HIGHEST * row["reached"] / top}
            | {"told": _line(words, row)}
            for row, shown in zip(of, _shown(labels, {most}), strict=True)
        ]
    return pd.DataFrame(strips), pd.DataFrame(columns)


def _line(words: Words, row: Row) -> str:
    return words.say(
        "{half}, {status}: {n}", half=row["label"], status=row["status"], n=row["reached_label"]
    )


def _shown(labels: list[str], always: set[int]) -> list[str]:
    """What stands above each column: all where there is room for that, else those asked for."""
    is_room = len(labels) * max(len(label) for label in labels) <= WIDTH
    return [label if is_room or at in always else "" for at, label in enumerate(labels)]


def _by_half(rows: list[Row]) -> list[list[Row]]:
    halves: dict[str, list[Row]] = {}
    for row in rows:
        halves.setdefault(row["half"], []).append(row)
    return list(halves.values())


def _years(moved: Frame) -> list[str]:
    """The half-years that name their year: the first of each, of so many years as fit."""
    halves = [_code(day) for day in moved["starts_on"].drop_duplicates()]
    first = [half for half in halves if half.endswith("-1")] or halves
    return first[:: -(-len(first) // YEARS)]


def _code(first: dt.date) -> str:
    return f"{first.year}-{1 if first.month == 1 else 2}"


def _half(words: Words, row: Row, *, is_last: bool) -> str:
    year = row["starts_on"].year
    if row["starts_on"].month == 1:
        half = words.say("first half of {year}", year=year)
    else:
        half = words.say("second half of {year}", year=year)
    if not is_last:
        return half
    return words.say("{half}, until {day}", half=half, day=words.date(row["ends_on"]))


def _when(words: Words, first: dt.date) -> str:
    if first.month == 1:
        return words.say("In the first half of {year}", year=first.year)
    return words.say("In the second half of {year}", year=first.year)
