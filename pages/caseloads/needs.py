"""Areas of need: what cases name, and what contacts were about."""

from typing import Any

import pandas as pd
import streamlit as st

from data_access.rules import Area
from pages.caseloads import labels
from pages.caseloads.charts.bars import bars
from pages.shared import tables
from pages.shared.vocabulary import AREAS, MISSING
from pages.shared.words import Words, mark

DRAWN = {"cases": mark("Cases"), "contacts": mark("Contacts")}


def show(words: Words, needs: pd.DataFrame, totals: pd.DataFrame) -> None:
    """Two charts side by side, not stated apart, and the table behind them."""
    st.header(words.say("Areas of need"), anchor=False)
    if needs.empty:
        st.info(words.say("No case and no contact is recorded in the selection."))
        return
    text = words.say(
        "Cases: {cases}; {service}. A case may name several areas and counts in each, so the areas "
        "may add up to more; cases that name none stand apart. A contact has one area.",
        cases=_counted(words, labels.value(totals, "cases")),
        service=labels.service(words, labels.value(totals, "service_months")),
    )
    st.markdown(labels.told(words, text, needs))
    for column, measure in zip(st.columns(len(DRAWN)), DRAWN, strict=True):
        with column:
            _chart(words, needs, measure)
    headings = {"area": words.say("Area"), **{name: words.code(DRAWN, name) for name in DRAWN}}
    table = pd.DataFrame(
        {
            "area": [_area(words, area) for area in needs["area"]],
            **{name: [_counted(words, value) for value in needs[name]] for name in DRAWN},
        }
    )
    tables.behind(words, table, headings, labels.note(words, needs))


def _chart(words: Words, needs: pd.DataFrame, measure: str) -> None:
    name = words.code(DRAWN, measure)
    st.subheader(name, anchor=False)
    if needs[measure].isna().all():
        st.markdown(words.code(MISSING, "no_data"))
        return
    rows = pd.DataFrame(
        {
            "key": needs["area"],
            "label": [_area(words, area) for area in needs["area"]],
            "value": needs[measure].astype("Float64"),
            "value_label": [_counted(words, value) for value in needs[measure]],
            "tone": (needs["area"] == Area.NOT_STATED).map({True: "not_stated", False: "usual"}),
        }
    )
    listed = "; ".join(f"{row.label}: {row.value_label}" for row in rows.itertuples())
    said = words.say("{figure} by area of need: {list}.", figure=name, list=listed)
    alt_text = " ".join(filter(None, (labels.made_up(words, needs), said)))
    note = labels.made_up_in_short(words, needs)
    st.altair_chart(bars(rows, words.chart_locale(), alt_text, note=note))


def _area(words: Words, area: str) -> str:
    name = words.code(AREAS, area)
    return name[:1].upper() + name[1:]


def _counted(words: Words, value: Any) -> str:
    return words.code(MISSING, "no_data") if pd.isna(value) else words.number(int(value))
