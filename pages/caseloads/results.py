"""What came of contacts, and in what kind of place they were."""

from typing import Any

import pandas as pd
import streamlit as st

from pages.caseloads import labels, stacked
from pages.shared import tables
from pages.shared.vocabulary import CONTACT_PLACES, CONTACT_RESULTS
from pages.shared.words import Words, mark, safe

Row = dict[Any, Any]
NOT_STATED = "not_stated"
NAMES = {"result": CONTACT_RESULTS, "met_at": CONTACT_PLACES}
HEADS = {"result": mark("Result"), "met_at": mark("Kind of place")}
TITLES = {
    "result": mark("Most frequent result: {name}, {n} of {all} contacts"),
    "met_at": mark("Met most often: {name}, {n} of {all} contacts"),
}
NEVER_STATED = {
    "result": mark("No contact states its result"),
    "met_at": mark("No contact states where it was"),
}
FORMS = {"individual": mark("Individual contacts"), "group": mark("Group contacts")}
COUNTED = {
    "contacts": mark("Contacts"),
    **FORMS,
    "persons": mark("Persons at contacts"),
    "without_persons": mark("Contacts stating no persons"),
}


def show(words: Words, results: pd.DataFrame) -> None:
    """Two charts side by side, ordered by size, not stated last; a table behind each."""
    st.header(words.say("What came of contacts, and where they were"), anchor=False)
    if results.empty:
        st.info(words.say("No contact is recorded in the selection."))
        return
    st.markdown(labels.told(words, _text(words, results), results))
    for column, by in zip(st.columns(len(NAMES)), NAMES, strict=True):
        with column:
            _part(words, results[results["by"] == by], by)


def _text(words: Words, results: pd.DataFrame) -> str:
    """How contacts are counted, and the persons beside them, as far as they are stated."""
    of_results = results[results["by"] == "result"]
    persons, without = of_results["persons"].sum(min_count=1), of_results["without_persons"].sum()
    how = words.say("Each contact has one result and one kind of place, or does not state them.")
    if pd.isna(persons):
        nobody = words.say("No contact states how many persons there were.")
        return f"{how} {nobody}"
    said = words.say(
        "Persons, counted again at every contact: {persons}; contacts that do not state them: "
        "{without} of {all}.",
        persons=words.number(int(persons)),
        without=words.number(int(without)),
        all=words.number(int(of_results["contacts"].sum())),
    )
    return f"{how} {said}"


def _part(words: Words, counted: pd.DataFrame, by: str) -> None:
    rows = sorted(counted.to_dict("records"), key=_by_size)
    title = _title(words, rows, by)
    st.subheader(safe(title), anchor=False)
    called = {form: words.code(FORMS, form) for form in FORMS}
    bars = [_bar(words, row, by) for row in rows if row["contacts"]]
    stacked.show(words, bars, called, title, counted)
    headings = {by: words.code(HEADS, by)} | {name: words.code(COUNTED, name) for name in COUNTED}
    table = pd.DataFrame([_row(words, row, by) for row in rows])
    tables.behind(words, table, headings, labels.note(words, counted))


def _by_size(row: Row) -> tuple[bool, int]:
    return row["code"] == NOT_STATED, -row["contacts"]


def _title(words: Words, rows: list[Row], by: str) -> str:
    """What is most frequent among what is stated; several where they are as many."""
    stated = [row for row in rows if row["code"] != NOT_STATED and row["contacts"]]
    if not stated:
        return words.code(NEVER_STATED, by)
    most = max(row["contacts"] for row in stated)
    names = [_called(words, by, row["code"]) for row in stated if row["contacts"] == most]
    every = sum(row["contacts"] for row in rows)
    return words.say(
        TITLES[by],
        name=" / ".join(name[:1].lower() + name[1:] for name in names),
        n=words.number(most),
        all=words.number(every),
    )


def _called(words: Words, by: str, code: str) -> str:
    name = words.code(NAMES[by], code)
    return name[:1].upper() + name[1:]


def _bar(words: Words, row: Row, by: str) -> stacked.Row:
    parts = {form: int(row[form]) for form in FORMS}
    number = words.number(int(row["contacts"]))
    return stacked.bar(row["code"], _called(words, by, row["code"]), parts, number)


def _row(words: Words, row: Row, by: str) -> dict[str, str]:
    numbers = {name: _written(words, row, name) for name in COUNTED}
    return {by: _called(words, by, row["code"])} | numbers


def _written(words: Words, row: Row, name: str) -> str:
    """A number; persons that none of the contacts states are neither zero nor without contacts."""
    if not pd.isna(row[name]):
        return words.number(int(row[name]))
    return words.say("not stated") if row["contacts"] else "–"
