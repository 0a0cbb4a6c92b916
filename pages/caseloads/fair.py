"""Contacts and new families per hour worked, each town beside all, with what chance explains."""

from typing import Any

import pandas as pd
import streamlit as st

from data_access.filters import Filters
from pages.caseloads import fair_notes, fair_words, labels
from pages.caseloads.charts.whiskers import whiskers
from pages.caseloads.fair_words import FIGURES
from pages.shared import tables
from pages.shared.vocabulary import MISSING
from pages.shared.words import Words, safe

Row = dict[Any, Any]


def show(words: Words, rates: pd.DataFrame, chosen: Filters) -> None:
    """Two charts side by side, each with its towns in words under it; no order of merit."""
    st.header(words.say("Fair comparison"), anchor=False)
    rows = rates.to_dict("records")
    whole = next((row for row in rows if row["is_all"]), None)
    if whole is None or pd.isna(whole["hours"]):
        text = words.say(
            "No recorded monthly report of the selection states hours worked: there is nothing to "
            "divide by, so towns cannot be compared fairly."
        )
        st.info(safe(text))
        return
    st.markdown(labels.told(words, fair_notes.intro(words, whole), rates))
    for column, figure in zip(st.columns(len(FIGURES)), FIGURES, strict=True):
        with column:
            _chart(words, rates, rows, figure)
            st.markdown("\n".join(f"- {safe(line)}" for line in _lines(words, rows, figure)))
    st.markdown(safe(fair_notes.meaning(words, several=_towns(rows) > 1)))
    if text := fair_notes.left_out(words, whole, chosen):
        st.caption(safe(text))
    _table(words, rows, labels.note(words, rates, chosen=chosen))


def _towns(rows: list[Row]) -> int:
    """How many towns have a rate."""
    return sum(not row["is_all"] and not pd.isna(row["hours"]) for row in rows)


def _lines(words: Words, rows: list[Row], figure: str) -> list[str]:
    compared = _towns(rows) > 1
    return [
        fair_words.line(words, row, rows[-1] if compared else None, figure)
        for row in rows
        if compared or not row["is_all"]
    ]


def _chart(words: Words, rates: pd.DataFrame, rows: list[Row], figure: str) -> None:
    name = words.code(FIGURES, figure)
    st.subheader(name, anchor=False)
    compared = _towns(rows) > 1
    whole = float(rows[-1][f"{figure}_per_100"])
    drawn = pd.DataFrame(
        [
            {
                "key": str(turn),
                "label": fair_words.town(words, row),
                "value": None if pd.isna(row["hours"]) else float(row[f"{figure}_per_100"]),
                "low": row[f"{figure}_low"],
                "high": row[f"{figure}_high"],
                "value_label": fair_words.numbers(words, row, figure),
                "whole": whole if compared else None,
                "is_whole": row["is_all"],
            }
            for turn, row in enumerate(rows)
            if compared or not row["is_all"]
        ]
    ).astype(dict.fromkeys(("value", "low", "high", "whole"), "Float64"))
    said = words.say("{figure}: {list}", figure=name, list=" ".join(_lines(words, rows, figure)))
    alt_text = " ".join(filter(None, (labels.made_up(words, rates), said)))
    note = labels.made_up_in_short(words, rates)
    title = words.say("per 100 hours worked")
    st.altair_chart(whiskers(drawn, title, words.chart_locale(), alt_text, note))


def _table(words: Words, rows: list[Row], note: str) -> None:
    headings = {
        "town": words.say("Place"),
        "hours": words.say("Hours worked"),
        "months": words.say("Months with hours"),
        "months_zero": words.say("Months of zero hours"),
        "months_without": words.say("Months without stated hours"),
    }
    for figure in FIGURES:
        headings |= {figure: words.code(fair_words.COUNTS, figure)}
        headings |= {f"{figure}_rate": words.code(FIGURES, figure)}
    table = [
        {
            "town": fair_words.town(words, row),
            "hours": words.code(MISSING, "not_stated")
            if pd.isna(row["hours"])
            else words.number(row["hours"]),
            **{name: words.number(int(row[name])) for name in list(headings)[2:5]},
            **{figure: fair_words.count(words, row, figure) for figure in FIGURES},
            **{f"{figure}_rate": fair_words.rate(words, row, figure) for figure in FIGURES},
        }
        for row in rows
    ]
    tables.behind(words, pd.DataFrame(table, columns=list(headings)), headings, note)
