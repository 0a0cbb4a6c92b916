"""Families in care on a day in each slice: by post, by place or by area of need."""

from typing import Any

import pandas as pd
import streamlit as st

from data_access.caseloads import By
from pages.caseloads import labels, slicing
from pages.caseloads.charts.bars import bars
from pages.shared import tables
from pages.shared.vocabulary import MISSING
from pages.shared.words import Words, mark, safe

Row = dict[Any, Any]
CARDS = {
    "families": mark("Families in care"),
    "cases": mark("Cases open that day"),
    "persons": mark("Persons in families in care"),
}
BESIDE = {
    "without_size": mark("Families without a stated size"),
    "undated": mark("Cases without a stated opening"),
}
COUNTED = CARDS | BESIDE


def show(
    words: Words, title: str, named: dict[str, str], found: pd.DataFrame, by: By, *, note: str
) -> None:
    """A bar a slice, and everything known of it in the table, with the note to go along."""
    st.subheader(safe(title), anchor=False)
    st.caption(safe(words.code(slicing.MORE, by)))
    numbers = {row["slice"]: row for row in found.to_dict("records")}
    rows = pd.DataFrame(
        {
            "key": list(named),
            "label": list(named.values()),
            "value": [numbers.get(code, {}).get("families", pd.NA) for code in named],
            "value_label": [_written(words, numbers.get(code), "families") for code in named],
            "tone": ["not_stated" if code == slicing.NOT_STATED else "usual" for code in named],
        }
    ).astype({"value": "Float64"})
    listed = "; ".join(f"{row.label}: {row.value_label}" for row in rows.itertuples())
    alt_text = " ".join(filter(None, (labels.made_up(words, found), f"{title}: {listed}.")))
    in_picture = labels.made_up_in_short(words, found)
    st.altair_chart(bars(rows, words.chart_locale(), alt_text, note=in_picture))
    headings = {name: words.code(COUNTED, name) for name in COUNTED}
    table = [
        {"slice": name} | {each: _written(words, numbers.get(code), each) for each in COUNTED}
        for code, name in named.items()
    ]
    called = {"slice": words.code(slicing.SLICES, by)}
    tables.behind(words, pd.DataFrame(table), called | headings, note)


def stated(words: Words, value: Any) -> str:
    """A number, or that it is not stated."""
    return words.code(MISSING, "not_stated") if pd.isna(value) else words.number(int(value))


def _written(words: Words, row: Row | None, name: str) -> str:
    """A number of a slice; one without any case has no rows, which is neither zero nor unstated."""
    return words.code(MISSING, "no_data") if row is None else stated(words, row[name])
