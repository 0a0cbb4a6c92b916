"""The rows of a file as they would be recorded: what becomes of each, and what is unclear."""

from collections.abc import Mapping
from functools import partial

import pandas as pd
import streamlit as st

from data_access.attendance import CheckedRow, Outcome
from data_access.attendance.problems import Problem, Weight
from pages.attendance import names_shown, problems, shown
from pages.attendance.case import Case
from pages.shared import tables
from pages.shared.vocabulary import (
    AGE_BANDS,
    ATTENDANCE_STATUSES,
    CATEGORIES,
    GENDERS,
    ROW_OUTCOMES,
)
from pages.shared.words import Words, mark

SIGNS: Mapping[str, str] = {
    Outcome.NEW: "✓",
    Outcome.KNOWN_PERSON: "✓",
    Outcome.REPEATED: "+",
    Outcome.RAISED: "✓",
    Outcome.ALREADY_THERE: "=",
    Outcome.PROBLEM: "?",
}
WHICH = {"all": mark("All rows"), "open": mark("Only those to decide")}
SHOWN_UNFOLDED = 15
"""Lists of so few rows are seen at once."""
CELLS = ("status", "category", "institution", "place", "gender", "age_band")


def show(words: Words, case: Case) -> None:
    """The rows without names, or with them while they are switched on; all of them, or the open."""
    rows = case.found.rows
    if not rows:
        return
    label = words.count("{n} row of the file", "{n} rows of the file", len(rows))
    is_named = case.shown is not None
    key = "attendance-preview-named-open" if is_named else "attendance-preview-open"
    is_short = len(rows) <= SHOWN_UNFOLDED
    with st.expander(label, expanded=is_named or is_short, key=key):
        listed = _chosen(words, case)
        headings = _headings(words)
        if case.shown is None:
            st.caption(words.say("Without names: find the row by its number in your file."))
            table = pd.DataFrame([_row(words, case, row) for row in listed])
            tables.show_first(words, table, headings, problems.SHOWN_AT_MOST)
            tables.download(words, table, headings)
        else:
            _named(words, case, listed, headings)


def _chosen(words: Words, case: Case) -> list[CheckedRow]:
    asking = [row for row in case.found.rows if any(code.asks for code in row.codes)]
    if not asking:
        return list(case.found.rows)
    which = st.segmented_control(
        words.say("Rows shown"),
        list(WHICH),
        default="all",
        required=True,
        format_func=lambda code: words.code(WHICH, code),
        key="attendance-preview-which",
    )
    return asking if which == "open" else list(case.found.rows)


def _named(words: Words, case: Case, rows: list[CheckedRow], headings: dict[str, str]) -> None:
    """The same rows with what the file itself says of whom."""
    if case.shown is None:
        return
    told = [_row(words, case, row) | case.shown.told(words, row.number) for row in rows]
    beside = {name: headings[name] for name in ("outcome", "unclear", *names_shown.BESIDE)}
    named = {"row": headings["row"], **names_shown.headings(words), **beside}
    names_shown.table(words, shown.IN_FILE, told, named)


def _headings(words: Words) -> dict[str, str]:
    return {
        "row": words.say("Row"),
        "outcome": words.say("What becomes of it"),
        "unclear": words.say("What is unclear"),
        "status": words.say("Attended"),
        "category": words.say("Represents"),
        "institution": words.say("Institution"),
        "place": words.say("Place"),
        "gender": words.say("Gender"),
        "age_band": words.say("Age"),
    }


def _row(words: Words, case: Case, row: CheckedRow) -> dict[str, str]:
    known = case.known
    told = {
        "status": words.code(ATTENDANCE_STATUSES, row.status),
        "category": words.code(CATEGORIES, row.category),
        "institution": known.institution(row.institution),
        "place": known.place(row.place),
        "gender": words.code(GENDERS, row.gender),
        "age_band": words.code(AGE_BANDS, row.age_band),
    }
    asking = [each for each in row.problems if each.code.asks]
    marked: dict[str | None, Problem] = {
        each.column: each for each in asking if each.column in CELLS
    }
    cell = partial(_marked, marked)
    outcome = f"{SIGNS[row.outcome]} {words.code(ROW_OUTCOMES, row.outcome)}"
    unclear = " ".join(dict.fromkeys(problems.wrong(words, each, case.place) for each in asking))
    return {
        "row": case.place(row.number),
        "outcome": outcome,
        "unclear": unclear or "–",
        **{name: cell(name, text) for name, text in told.items()},
    }


def _marked(marked: Mapping[str | None, Problem], name: str, text: str) -> str:
    """A cell; where it could not be understood, a sign and what stands there."""
    problem = marked.get(name)
    if problem is None:
        return text
    return f"{problems.SIGNS[Weight.ROW]} {problem.value or text}"
