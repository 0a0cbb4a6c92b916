"""Rounds side by side as their rows tell them, apart from what documents report."""

from typing import Any

import pandas as pd
import streamlit as st

from pages.caseloads import labels
from pages.shared import figures, reach, tables
from pages.shared.vocabulary import FIGURES, MISSING
from pages.shared.words import Words, mark, safe

Row = dict[Any, Any]
PARTS = {
    "families": FIGURES["mediator_families"],
    "mediators": FIGURES["mediators"],
    "months": FIGURES["calendar_months"],
    "service_months": mark("Months of service, added up over the posts"),
}
RATES = {
    "per_mediator": mark("Families per mediator"),
    "per_mediator_month": mark("Families per month of service"),
}
PLACES = {"per_mediator": 1, "per_mediator_month": 2}


def show(words: Words, recorded: pd.DataFrame) -> None:
    """A table of its own; nothing where no round has a mediator's post."""
    if recorded.empty:
        return
    st.subheader(reach.recorded(words), anchor=False)
    text = words.say(
        "What the rows kept here come to, round by round. A round that goes on has fewer months "
        "and families so far, and the same holds: unlike lengths are not to be compared."
    )
    st.markdown(labels.told(words, text, recorded))
    rows = recorded.to_dict("records")
    headings = {"recorded_figure": words.say("Recorded figure")} | {
        row["round"]: words.say("Round {code}", code=row["round"]) for row in rows
    }
    table = [
        {"recorded_figure": words.code(PARTS | RATES, measure)}
        | {row["round"]: _written(words, row, measure) for row in rows}
        for measure in PARTS | RATES
    ]
    shown = pd.DataFrame(table, columns=list(headings))
    tables.show(shown, headings)
    if undated := int(recorded["posts_undated"].sum()):
        text = words.count(
            "Of {n} post the days are not stated, so its months of service are not known.",
            "Of {n} posts the days are not stated, so their months of service are not known.",
            undated,
        )
        st.caption(safe(text))
    tables.download(words, shown, headings, labels.note(words, recorded))


def _written(words: Words, row: Row, measure: str) -> str:
    if measure in PARTS:
        return figures.written(words, {"quality": row[f"{measure}_quality"], "value": row[measure]})
    if row[measure] is not None:
        return words.decimal(row[measure], PLACES[measure])
    quality = row["families_quality"]
    return words.code(MISSING, "not_stated" if quality == "exact" else quality)
