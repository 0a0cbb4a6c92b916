"""Rounds side by side, as documents report them: families, and what comes on each mediator."""

from typing import Any

import pandas as pd
import streamlit as st

from data_access import caseloads
from data_access.filters import Filters
from pages.caseloads import labels, round_lengths, rounds_recorded
from pages.caseloads.charts.bars import bars
from pages.shared import data, figures, tables
from pages.shared.vocabulary import FIGURES, MISSING, QUALIFIERS
from pages.shared.words import Words, mark, safe

Row = dict[Any, Any]
PARTS = {
    "families": FIGURES["mediator_families"],
    "mediators": FIGURES["mediators"],
    "months": FIGURES["service_months"],
}
RATES = {
    "per_mediator": mark("Families per mediator"),
    "per_mediator_month": mark("Families per mediator-month"),
}
PLACES = {"per_mediator": 1, "per_mediator_month": 2}
NAMES = PARTS | RATES
DRAWN = ("families", "per_mediator", "per_mediator_month")
OF_PART = {"families": "mediator_families", "mediators": "mediators", "months": "service_months"}
CITED = ("quality", "qualifier", "note_lv", "note_en", "source_lv", "source_en", "locator")


def show(words: Words) -> None:
    """All rounds, whichever is chosen: charts, each on an axis of its own, and what misleads.

    What is recorded of them stands apart, below.
    """
    st.header(words.say("Rounds side by side"), anchor=False)
    _reported(words, data.frame(caseloads.rounds, Filters()))
    rounds_recorded.show(words, data.frame(caseloads.rounds_recorded, Filters()))


def _reported(words: Words, rounds: pd.DataFrame) -> None:
    if rounds.empty:
        st.info(words.say("No document states mediators, months or families of any round."))
        return
    text = words.say(
        "What documents report of whole rounds, whatever round and days are chosen above. Families "
        "are those with mediators; a mediator-month is one mediator for one month."
    )
    st.markdown(labels.told(words, text, rounds))
    rows = rounds.to_dict("records")
    if sentences := list(round_lengths.warnings(words, rows)):
        st.warning("\n\n".join(map(safe, sentences)))
        st.markdown(safe(round_lengths.why(words)))
    for column, measure in zip(st.columns(len(DRAWN)), DRAWN, strict=True):
        with column:
            _chart(words, rounds, measure)
    _table(words, rows, labels.made_up(words, rounds))


def _chart(words: Words, rounds: pd.DataFrame, measure: str) -> None:
    name = words.code(NAMES, measure)
    st.subheader(name, anchor=False)
    rows = rounds.to_dict("records")
    drawn = pd.DataFrame(
        {
            "key": rounds["round"],
            "label": [_label(words, row, measure) for row in rows],
            "value": rounds[measure].astype("Float64"),
            "value_label": [_written(words, row, measure) for row in rows],
            "tone": "usual",
        }
    )
    listed = "; ".join(f"{row.label}: {row.value_label}" for row in drawn.itertuples())
    said = words.say("{figure} by round, as reported: {list}.", figure=name, list=listed)
    alt_text = " ".join(filter(None, (labels.made_up(words, rounds), said)))
    note = labels.made_up_in_short(words, rounds)
    st.altair_chart(bars(drawn, words.chart_locale(), alt_text, note=note))


def _label(words: Words, row: Row, measure: str) -> str:
    """The round, with what its number is a number of."""
    of = {"families": ("months",), "per_mediator": ("mediators",)}
    named = [_of(words, row, part) for part in of.get(measure, ("mediators", "months"))]
    return words.say("Round {code} · {of}", code=row["round"], of=", ".join(named))


def _of(words: Words, row: Row, part: str) -> str:
    if pd.isna(row[part]):
        unstated = {"mediators": mark("mediators not stated"), "months": mark("months not stated")}
        return words.code(unstated, part)
    number = int(row[part])
    if part == "mediators":
        return words.count("{n} mediator", "{n} mediators", number)
    return words.count("{n} month", "{n} months", number)


def _written(words: Words, row: Row, measure: str) -> str:
    """The number with what qualifies it; a rate of parts that are not exact is not exact either."""
    if measure in PARTS:
        return figures.written(words, _part(row, measure))
    if row[measure] is None:
        return words.code(MISSING, "not_stated")
    exact = all(row[f"{part}_qualifier"] == "exact" for part in PARTS)
    pattern = QUALIFIERS["exact" if exact else "about"]
    return words.say(pattern, value=words.decimal(row[measure], PLACES[measure]))


def _part(row: Row, part: str) -> Row:
    """One of the round's reported figures, as figures.reported has it."""
    told = {name: row[f"{part}_{name}"] for name in (*CITED, "address")}
    return told | {"round": row["round"], "figure": OF_PART[part], "value": row[part]}


def _table(words: Words, rows: list[Row], made_up: str) -> None:
    headings = {"figure": words.say("Reported figure")} | {
        row["round"]: words.say("Round {code}", code=row["round"]) for row in rows
    }
    table = [
        {"figure": words.code(NAMES, measure)}
        | {row["round"]: _written(words, row, measure) for row in rows}
        for measure in NAMES
    ]
    shown = pd.DataFrame(table, columns=list(headings))
    tables.show(shown, headings)
    cited = [_part(row, part) for row in rows for part in PARTS]
    note = " ".join(filter(None, (made_up, figures.citations(words, cited))))
    with st.container(horizontal=True):
        figures.source_on_demand(words, cited, key="sources-by-round", by_round=True)
        tables.download(words, shown, headings, note)
