"""How the statuses spread: by source, by where entries were made, by area, place, addressee."""

import textwrap
from typing import Any

import pandas as pd
import streamlit as st

from data_access.filters import Filters
from pages.recommendations import charts, stacked
from pages.shared import choices, looks, tables
from pages.shared.vocabulary import AREAS, STATUSES
from pages.shared.words import Words, mark, safe

Row = dict[Any, Any]
NOT_STATED = "not_stated"
LINE_LENGTH = 48
BY = {
    "round": mark("Round"),
    "source": mark("Source"),
    "activity": mark("Where it was made"),
    "area": mark("Area"),
    "place": mark("Place"),
    "addressee": mark("Addressee"),
}


def show(words: Words, counted: pd.DataFrame, made_up: str, chosen: Filters) -> None:
    """A stacked bar for each value, with what is not stated as a value of its own, always last."""
    named = {code: words.code(BY, code) for code in BY}
    by = choices.choice("by", words.say("Statuses by"), named, "source")
    sentence = made_up
    if by == "addressee":
        shared = words.say(
            "An entry counts under each of its addressees, with the status of the whole entry."
        )
        sentence = f"{shared} {made_up}".strip()
    if by == "place":
        sentence = f"{looks.said(words, chosen)} {made_up}".strip()
    if sentence:
        st.markdown(safe(sentence))
    parts = _parts(words, counted[counted["by"] == by])
    totals = _totals(words, parts, by)
    listed = "; ".join(f"{row['label']}: {row['in_words']}" for row in totals.to_dict("records"))
    alt_text = words.say("Entries by status. {by}: {list}.", by=named[by], list=listed)
    called = {code: words.code(STATUSES, code) for code in STATUSES}
    st.altair_chart(
        charts.spread(totals, pd.DataFrame(parts), called, words.chart_locale(), alt_text)
    )
    headings = {"label": named[by], "entries_label": words.say("Entries")} | called
    tables.behind(words, totals, headings, sentence)


def _parts(words: Words, counted: pd.DataFrame) -> list[Row]:
    """One row a value and status, as the chart draws it."""
    return [
        {"code": row["code"], "label": _label(words, row)} | stacked.part(words, row)
        for row in counted.to_dict("records")
    ]


def _totals(words: Words, parts: list[Row], by: str) -> pd.DataFrame:
    """One row a value with its numbers by status; zeros where nothing stands in one."""
    labels = {row["code"]: row["label"] for row in parts} | _always_there(words, by)
    none = {status: words.number(0) for status in STATUSES}
    rows = [
        none
        | stacked.total(words, [row for row in parts if row["code"] == code])
        | {"code": code, "label": label}
        for code, label in labels.items()
    ]
    place = {label: at for at, label in enumerate(words.sort(labels.values()))}
    rows.sort(key=lambda row: (row["code"] == NOT_STATED, -row["entries"], place[row["label"]]))
    return pd.DataFrame(rows).assign(lines=_in_lines([row["label"] for row in rows]))


def _always_there(words: Words, by: str) -> dict[str, str]:
    """Values that are shown though nothing counts there: every area, and what is not stated."""
    areas = {code: words.code(AREAS, code) for code in AREAS} if by == "area" else {}
    return areas | {NOT_STATED: words.say("not stated")}


def _in_lines(labels: list[str]) -> list[str]:
    """As much of each name as fits a telephone's width: in one line, or all in two if one needs it.

    A name of one line stands in the lower of two.
    """
    if all(len(label) <= LINE_LENGTH for label in labels):
        return labels
    return [_in_two_lines(label) for label in labels]


def _in_two_lines(label: str) -> str:
    first, *rest = textwrap.wrap(label, LINE_LENGTH)
    below = textwrap.shorten(" ".join(rest), LINE_LENGTH, placeholder=" …")
    return "\n".join([first, below] if below else [" ", first])


def _label(words: Words, row: Row) -> str:
    if row["code"] == NOT_STATED:
        return words.say("not stated")
    match row["by"]:
        case "area":
            return words.code(AREAS, row["code"])
        case "place":
            name = looks.called(words, row["code"], row["name_lv"])
            return name[:1].upper() + name[1:]
    return words.pick(row, "name")
