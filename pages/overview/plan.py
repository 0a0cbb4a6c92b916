"""Planned against reached: the round's own list line by line, and its planned figures."""

from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from data_access.access import Right
from data_access.rules import StatementKind
from pages.shared import data, figures, filters, frame, reach, tables
from pages.shared.vocabulary import FIGURES
from pages.shared.words import Words, safe

Row = dict[Any, Any]
DONE, OPEN = "●", "○"


def reached(words: Words, rows: pd.DataFrame) -> None:
    """What the round set out to do, and what is known of it; no plan is read out of what was done.

    ``rows``: one a line of the round's list with activities and attendances, as
    ``data_access.overview.reached`` answers.
    """
    st.header(words.say("Planned and reached"), anchor=False)
    if rows["position"].notna().any():
        _lines(words, rows)
    else:
        st.markdown(words.say("No list of planned activities is known of this round."))


def known(words: Words, statements: pd.DataFrame, listed: pd.DataFrame) -> None:
    """The same without a word of attendance, for whoever does not see what is recorded."""
    st.header(words.say("Planned and reached"), anchor=False)
    lines = statements[statements["kind"] == StatementKind.MEASURE].to_dict("records")
    if not lines:
        st.markdown(words.say("No list of planned activities is known of this round."))
        return
    counted = listed["measure"].value_counts().to_dict()
    begun = sum(1 for line in lines if line["position"] in counted)
    text = words.say(
        "Lines of the round's own list: {lines}; with an activity known here: {begun}.",
        lines=words.number(len(lines)),
        begun=words.number(begun),
    )
    st.markdown(safe(text))
    headings = {"line": words.say("Planned"), "activities": words.say("Activities known")}
    rows = [
        {
            "line": _name(words, line),
            "activities": words.number(int(counted.get(line["position"], 0))),
        }
        for line in lines
    ]
    if outside := int(listed["measure"].isna().sum()):
        name = words.say("outside the round's list")
        rows.append({"line": name, "activities": words.number(outside)})
    table = pd.DataFrame(rows, columns=list(headings))
    tables.show(table, headings)
    tables.download(words, table, headings)


def figures_planned(words: Words, planned: pd.DataFrame, sides: dict[str, dict[str, str]]) -> None:
    """Planned figures beside what was reported and recorded of them.

    ``sides``: reported and recorded figures as they are written, by figure; without the recorded
    ones for whoever does not see them.
    """
    if not planned.empty:
        _planned_figures(words, planned.to_dict("records"), sides)
        return
    st.markdown(words.say("No document known here states planned figures of this round."))
    if data.may(Right.KEEP_RECORDS):
        link = words.say("Reported figures: add a planned one")
        st.page_link("reported/page.py", label=link, query_params=filters.address())


def _lines(words: Words, reached: pd.DataFrame) -> None:
    """One row a line: how many activities are known, and at how many of them rows say who came."""
    rows = reached.to_dict("records")
    listed = [row for row in rows if not pd.isna(row["position"])]
    begun = sum(1 for row in listed if row["activities"])
    told = words.say(
        "Lines of the round's own list: {lines}; with an activity known here: {begun}.",
        lines=words.number(len(listed)),
        begun=words.number(begun),
    )
    key = words.say(
        "{done} stands for an activity with recorded attendance, {open} for one without.",
        done=DONE,
        open=OPEN,
    )
    st.markdown(safe(f"{reach.as_far_as_seen(words, told)} {key}"))
    seen = partial(reach.as_far_as_seen, words)
    headings = {
        "line": words.say("Planned"),
        "activities": seen(words.say("Activities known")),
        "with_attendance": seen(words.say("With recorded attendance")),
        "attendances": frame.marked(words, seen(words.say("Attendances recorded"))),
    }
    table = pd.DataFrame([_line(words, row) for row in rows], columns=list(headings))
    tables.show(table, headings)
    tables.download(words, table, headings)


def _line(words: Words, row: Row) -> dict[str, str]:
    activities, with_rows = int(row["activities"]), int(row["with_attendance"])
    signs = DONE * with_rows + OPEN * (activities - with_rows)
    number = words.number(activities)
    return {
        "line": _name(words, row),
        "activities": f"{number} {signs}" if signs else number,
        "with_attendance": words.number(with_rows),
        "attendances": words.number(int(row["attendances"])) if with_rows else "–",
    }


def _name(words: Words, row: Row) -> str:
    if pd.isna(row["position"]):
        return words.say("outside the round's list")
    return f"{row['position']}. {words.pick(row, 'text')}"


def _planned_figures(words: Words, planned: list[Row], sides: dict[str, dict[str, str]]) -> None:
    headings = {
        "figure": words.say("Figure"),
        "planned": words.say("Planned"),
        "reported": words.say("Reported"),
    }
    if all("recorded" in side for side in sides.values()):
        headings["recorded"] = reach.recorded(words)
    missing = {"reported": words.say("not stated"), "recorded": words.say("not counted here")}
    rows = [
        {"figure": words.code(FIGURES, row["figure"]), "planned": figures.written(words, row)}
        | (missing | sides.get(row["figure"], {}))
        for row in planned
    ]
    table = pd.DataFrame(rows, columns=list(headings))
    tables.show(table, headings)
    with st.container(horizontal=True):
        figures.source_on_demand(words, planned, key="sources-planned")
        tables.download(words, table, headings, figures.citations(words, planned))
