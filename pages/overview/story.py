"""The round as a story: its activities in time, its neighbours, its register, its words."""

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from data_access.overview import COMPARED_FIGURES
from data_access.recommendations import Part
from data_access.rules import Figure, StatementKind
from pages.overview import charts
from pages.shared import figures, filters, recommendations, tables
from pages.shared.activities import when
from pages.shared.vocabulary import (
    ACTIVITY_KINDS,
    AREAS,
    FIGURES,
    RECOMMENDATION_KINDS,
    STATEMENTS,
    STATUSES,
)
from pages.shared.words import Words, safe

Row = dict[Any, Any]
LINE_LENGTH = 48
ENTRIES = Part(50)
"""So many entries of the register are told here; more of them have their own page."""


@dataclass(frozen=True)
class Registered:
    """How many entries the register has of the round, where they stand, and the first of them."""

    counted: pd.DataFrame
    by_status: pd.DataFrame
    entries: pd.DataFrame
    addressees: pd.DataFrame


def on_a_line_of_time(words: Words, timeline: pd.DataFrame, undated: int) -> None:
    """Dated activities as a picture; how many have no date, and where they are listed."""
    st.header(words.say("Activities in time"), anchor=False)
    if timeline.empty:
        st.info(
            words.say(
                "No dated activity matches. Choose another round, or clear the days from and to."
            )
        )
    else:
        _timeline(words, timeline)
    if undated:
        text = words.count(
            "{n} activity has no stated date and is listed among the activities.",
            "{n} activities have no stated date and are listed among the activities.",
            undated,
        )
        st.caption(safe(text))
    st.page_link(
        "activities/page.py", label=words.say("All activities"), query_params=filters.address()
    )


def rounds_compared(words: Words, compared: pd.DataFrame, chosen: str | None) -> None:
    """Mediators, months and families of each round, on axes of their own."""
    st.header(words.say("Rounds compared"), anchor=False)
    st.markdown(
        safe(
            words.say(
                "Rounds last unequally long, so their families are not to be read as a trend: "
                "look at the months beside them."
            )
        )
    )
    for column, figure in zip(st.columns(len(COMPARED_FIGURES)), COMPARED_FIGURES, strict=True):
        of_figure = compared[compared["figure"] == figure].to_dict("records")
        with column:
            _across(words, figure, of_figure, chosen)
    rows = compared.to_dict("records")
    figures.source_on_demand(words, rows, key="sources-rounds", by_round=True)
    headings = {"round": words.say("Round")} | {f: words.code(FIGURES, f) for f in COMPARED_FIGURES}
    table = pd.DataFrame(
        [
            {"round": code}
            | {row["figure"]: figures.written(words, row) for row in of_round.to_dict("records")}
            for code, of_round in compared.groupby("round", sort=False)
        ],
        columns=list(headings),
    )
    tables.behind(words, table, headings, figures.citations(words, rows))


def register(words: Words, asked: Registered) -> None:
    """The register's entries of the round: what is asked, of whom, by when, and how it stands."""
    st.header(words.say("Recommendations"), anchor=False)
    if not asked.counted["entries"].sum():
        st.markdown(words.say("The register holds no entry of this round."))
        return
    numbers = recommendations.how_many(words, asked.counted)
    st.markdown(safe(f"{numbers}. {_statuses(words, asked.by_status)}"))
    if made_up := recommendations.made_up(words, asked.counted):
        st.markdown(safe(made_up))
    link = words.say("Recommendations: what became of each")
    st.page_link("recommendations/page.py", label=link, query_params=filters.address())
    if len(asked.entries) == asked.counted["entries"].sum():
        with st.expander(words.say("All entries")):
            _entries(words, asked)


def _statuses(words: Words, by_status: pd.DataFrame) -> str:
    """How many entries stand where, in the order in which an entry lives."""
    listed = "; ".join(
        f"{words.code(STATUSES, row['status'])}: {words.number(int(row['entries']))}"
        for row in by_status.to_dict("records")
        if row["entries"]
    )
    return f"{listed}."


def _entries(words: Words, asked: Registered) -> None:
    headings = {
        "reference": words.say("No."),
        "text": words.say("What is asked"),
        "kind": words.say("Kind"),
        "area": words.say("Area"),
        "to": words.say("Addressed to"),
        "deadline": words.say("Deadline"),
        "status": words.say("Status"),
        "source": words.say("Source"),
    }
    named = recommendations.by_reference(asked.addressees)
    entries = asked.entries.to_dict("records")
    rows = [_entry(words, row, named.get(row["reference"], [])) for row in entries]
    for row in rows:
        _show_entry(words, row)
    tables.download(
        words,
        pd.DataFrame(rows, columns=list(headings)),
        headings,
        recommendations.made_up(words, asked.counted),
    )


def in_words(words: Words, statements: pd.DataFrame) -> None:
    """What documents say of the round in words, under the headings they use."""
    if statements.empty:
        return
    st.header(words.say("In words"), anchor=False)
    for kind, heading in STATEMENTS.items():
        rows = statements[statements["kind"] == kind].to_dict("records")
        if not rows:
            continue
        with st.expander(words.say(heading), expanded=kind == StatementKind.DIRECTION):
            for row in rows:
                st.markdown(f"{row['position']}. {safe(words.pick(row, 'text'))}")
                st.caption(safe(figures.citation(words, row)))


def _timeline(words: Words, timeline: pd.DataFrame) -> None:
    rows = timeline.to_dict("records")
    spans = pd.DataFrame(
        {
            "row": range(len(rows)),
            "label": [f"{when(words, row)} {words.pick(row, 'title')}" for row in rows],
            "starts_on": timeline["starts_on"],
            "ends_on": timeline["ends_on"].fillna(timeline["starts_on"]) + pd.Timedelta(days=1),
            "is_measure": timeline["kind"] == "measure",
            "is_long": timeline["ends_on"] - timeline["starts_on"] > pd.Timedelta(days=7),
        }
    )
    spans["lines"] = spans["label"].map(_in_two_lines)
    alt_text = words.say("Activities by date: {list}.", list="; ".join(spans["label"]))
    st.altair_chart(charts.timeline(spans, words.chart_locale(), alt_text))
    headings = {
        "when": words.say("When"),
        "kind": words.say("Kind"),
        "title": words.say("Activity"),
    }
    table = pd.DataFrame(
        [
            {
                "when": when(words, row),
                "kind": words.code(ACTIVITY_KINDS, row["kind"]),
                "title": words.pick(row, "title"),
            }
            for row in rows
        ]
    )
    tables.behind(words, table, headings)


def _in_two_lines(label: str) -> str:
    """As much of a label as fits a telephone's width; the table has the whole of it."""
    first, *rest = textwrap.wrap(label, LINE_LENGTH)
    return "\n".join([first, textwrap.shorten(" ".join(rest), LINE_LENGTH, placeholder=" …")])


def _across(words: Words, figure: Figure, rows: list[Row], chosen: str | None) -> None:
    name = words.code(FIGURES, figure)
    values = pd.DataFrame(
        {
            "round": [row["round"] for row in rows],
            "value": [None if row["quality"] != "exact" else int(row["value"]) for row in rows],
            "value_label": [figures.written(words, row) for row in rows],
            "is_chosen": [row["round"] == chosen for row in rows],
        }
    )
    st.subheader(name, anchor=False)
    listed = "; ".join(f"{row['round']}: {figures.written(words, row)}" for row in rows)
    alt_text = words.say("{figure} by round: {list}.", figure=name, list=listed)
    st.altair_chart(charts.across_rounds(values, words.chart_locale(), alt_text))


def _show_entry(words: Words, row: dict[str, str]) -> None:
    with st.container(border=True):
        st.page_link(
            "recommendations/page.py",
            label=safe(f"{row['reference']} · {row['status']}"),
            query_params=filters.address(recommendation=row["reference"]),
        )
        st.markdown(safe(row["text"]))
        details = words.say(
            "{kind}, {area} · addressed to: {to} · deadline: {deadline} · source: {source}",
            **{name: row[name] for name in ("kind", "area", "to", "deadline", "source")},
        )
        st.caption(safe(details))


def _entry(words: Words, row: Row, named: Sequence[Mapping[Any, Any]]) -> dict[str, str]:
    return {
        "reference": row["reference"],
        "text": words.pick(row, "text"),
        "kind": words.code(RECOMMENDATION_KINDS, row["kind"]),
        "area": words.code(AREAS, row["area"]).lower(),
        "to": recommendations.addressed_to(words, named),
        "deadline": recommendations.deadline(words, row),
        "status": words.code(STATUSES, row["status"]),
        "source": figures.citation(words, row),
    }
