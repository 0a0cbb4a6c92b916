"""The rows of a file against the register: what becomes of each, and the mending of those amiss."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from data_access import institutions
from data_access.filters import Filters
from data_access.recommendations.importing import (
    ACCEPTABLE,
    CheckedRow,
    Code,
    Decisions,
    Draft,
    Outcome,
)
from data_access.rules import fold
from pages.recommendations.importing_words import OUTCOMES, SIGNS, heading, sentence
from pages.shared import data, tables
from pages.shared.words import Words, mark, safe

SHOWN_AT_MOST = 100
MENDED_AT_ONCE = 50
NOBODY, ASK = "", "?"
DOUBTFUL = frozenset({Code.INSTITUTION_UNKNOWN, Code.INSTITUTION_SHARED})
LEFT_OUT, ACCEPTED = "left_out", "accepted"
STAYING = {
    "text_lv": mark("the Latvian text stays as it was"),
    "text_en": mark("the English text stays as it was"),
}


def counted(words: Words, draft: Draft) -> None:
    """How many rows become what, and what is worth knowing of the file."""
    parts = [
        f"{SIGNS[outcome]} {words.code(OUTCOMES, outcome)}: {words.number(number)}"
        for outcome in Outcome
        if (number := draft.counts.get(outcome, 0))
    ]
    st.markdown(safe(" · ".join(parts)))
    for problem in draft.problems:
        st.caption(safe(sentence(words, problem, draft.table)))


def listed(words: Words, draft: Draft) -> None:
    """Every row with what becomes of it; of those that differ, what stood and what would stand."""
    number = len(draft.rows)
    label = words.count("{n} row of the file", "{n} rows of the file", number)
    with st.expander(label, expanded=number <= MENDED_AT_ONCE, key="register-rows-open"):
        rows = pd.DataFrame([_line(words, draft, row) for row in draft.rows])
        headings = {
            "row": words.say("Row"),
            "reference": words.say("No."),
            "outcome": words.say("What becomes of it"),
            "what": words.say("What it says, or what changes"),
        }
        tables.show_first(words, rows, headings, SHOWN_AT_MOST)
        tables.download(words, rows, headings)


def _line(words: Words, draft: Draft, row: CheckedRow) -> dict[str, str]:
    return {
        "row": str(row.number),
        "reference": row.reference or "–",
        "outcome": f"{SIGNS[row.outcome]} {words.code(OUTCOMES, row.outcome)}",
        "what": _what(words, draft, row),
    }


def _what(words: Words, draft: Draft, row: CheckedRow) -> str:
    if row.outcome is Outcome.PROBLEM:
        return " ".join(_located(words, draft, row))
    if row.outcome is Outcome.CHANGED:
        nothing = words.say("not stated")
        told = [
            f"{heading(words, column)}: {before or nothing} → {after or nothing}"
            for column, (stood, comes) in row.changes.items()
            for before, after in [
                (draft.spelled(column, value, words.language) for value in (stood, comes))
            ]
        ]
        return "; ".join([*told, *_staying(words, row)])
    return row.cells.get(f"text_{words.language}") or row.cells.get("text_lv", "") or "–"


def _staying(words: Words, row: CheckedRow) -> list[str]:
    """That a text stays as it was, where the row states the other one alone."""
    changed = any(column in row.changes for column in STAYING)
    return [
        words.say(told) for column, told in STAYING.items() if changed and column not in row.said
    ]


def _located(words: Words, draft: Draft, row: CheckedRow) -> list[str]:
    """The problems of a row, each under its column."""
    return [
        ": ".join(filter(None, (heading(words, problem.column), told)))
        for problem in row.problems
        for told in [sentence(words, problem, draft.table)]
    ]


def ask_for_institutions(words: Words, draft: Draft, decisions: Decisions) -> dict[str, str]:
    """For each text that is no known institution, which one is meant; the answers so far."""
    texts = {
        fold(problem.value): problem
        for row in draft.rows
        for problem in row.problems
        if problem.code in DOUBTFUL
    }
    answers = dict(decisions.institutions)
    if not texts:
        return answers
    st.subheader(words.say("Which institution is it?"), anchor=False)
    rows = data.frame(institutions.listed, Filters()).to_dict("records")
    named = {row["code"]: words.pick(row, "name") for row in rows}
    for text, problem in texts.items():
        first = [code for code in problem.others if code in named]
        rest = _in_order(words, named, first)
        answer = st.selectbox(
            safe(words.say("“{value}”", value=problem.value)),
            [ASK, NOBODY, *first, *rest],
            format_func=lambda code: _choice(words, named, code),
            key=f"register-body-{text}",
        )
        if answer != ASK:
            answers[text] = answer
    return answers


def _in_order(words: Words, named: Mapping[str, str], without: Sequence[str]) -> list[str]:
    order = {name: at for at, name in enumerate(words.sort(set(named.values())))}
    return sorted((code for code in named if code not in without), key=lambda c: order[named[c]])


def _choice(words: Words, named: Mapping[str, str], code: str) -> str:
    if code == ASK:
        return words.say("Choose")
    return named.get(code) or words.say("none: leave it out of these rows")


def mend(words: Words, draft: Draft, key: str) -> tuple[pd.DataFrame, pd.DataFrame] | None:
    """Rows amiss as a table to write in: as it was drawn, and as it is now; None where none is."""
    amiss = [row for row in draft.rows if row.outcome is Outcome.PROBLEM][:MENDED_AT_ONCE]
    if not amiss:
        return None
    st.subheader(words.say("Rows to mend"), anchor=False)
    if len(draft.waiting) > len(amiss):
        st.caption(
            words.say(
                "The first {shown} of {all} are shown; the others come once these are mended.",
                shown=words.number(len(amiss)),
                all=words.number(len(draft.waiting)),
            )
        )
    for row in amiss:
        told = " ".join(_located(words, draft, row))
        which = words.say("Row {row}", row=str(row.number))
        st.markdown(f"- **{safe(which)}.** {safe(told)}")
    found = (p.column for row in amiss for p in row.problems if p.column)
    columns = list(dict.fromkeys((*found, *draft.table.columns)))
    drawn = pd.DataFrame([_cells(row, columns) for row in amiss]).set_index("row")
    config: dict[str, Any] = {
        column: st.column_config.TextColumn(heading(words, column)) for column in columns
    }
    config["row"] = st.column_config.NumberColumn(words.say("Row"), disabled=True)
    config[LEFT_OUT] = st.column_config.CheckboxColumn(words.say("Leave out"))
    config[ACCEPTED] = st.column_config.CheckboxColumn(words.say("Take as it is"))
    if not any(problem.code in ACCEPTABLE for row in amiss for problem in row.problems):
        drawn = drawn.drop(columns=ACCEPTED)
    edited = st.data_editor(drawn, column_config=config, width="stretch", key=key)
    return drawn, edited


def _cells(row: CheckedRow, columns: Sequence[str]) -> dict[str, Any]:
    """A row as the editor has it, the columns amiss first."""
    texts = {name: row.cells.get(name, "") for name in columns}
    return {"row": row.number, LEFT_OUT: False, ACCEPTED: False} | texts
