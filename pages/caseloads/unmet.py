"""Needs that an institution took up, and those that none did."""

from typing import Any

import pandas as pd
import streamlit as st

from data_access.rules import Area
from pages.caseloads import labels, stacked
from pages.shared import tables
from pages.shared.vocabulary import AREAS
from pages.shared.words import Words, mark, safe

Row = dict[Any, Any]
STATES = {
    "not_contacted": mark("No institution contacted about it"),
    "contacted": mark("An institution contacted, none took it up"),
    "taken_up": mark("Taken up by an institution"),
}


def show(words: Words, unmet: pd.DataFrame) -> None:
    """A bar an area, those with most needs that nobody took up first; a table behind."""
    st.header(words.say("Needs and institutions"), anchor=False)
    if unmet.empty:
        st.info(words.say("No case is recorded in the selection."))
        return
    stated = unmet[unmet["area"] != Area.NOT_STATED]
    if not stated["needs"].sum():
        nothing = words.say("No case names an area of need.")
        st.info(safe(f"{nothing} {_aside(words, unmet)}".strip()))
        return
    _chart(words, stated, unmet)
    if aside := _aside(words, unmet):
        st.caption(safe(aside))
    headings = {
        "area": words.say("Area"),
        "needs": words.say("Needs"),
        **{state: words.code(STATES, state) for state in STATES},
        "share": words.say("Not taken up, share of the needs"),
    }
    table = pd.DataFrame([_row(words, row) for row in unmet.to_dict("records")])
    tables.behind(words, table, headings, labels.note(words, unmet))


def _chart(words: Words, stated: pd.DataFrame, unmet: pd.DataFrame) -> None:
    every, none = (int(stated[name].sum()) for name in ("needs", "not_contacted"))
    open_ = every - int(stated["taken_up"].sum())
    title = words.say(
        "Needs that no institution took up: {open} of {all} ({share}); {none} of these "
        "without contact with an institution",
        open=words.number(open_),
        all=words.number(every),
        share=stacked.share(words, open_, every),
        none=words.number(none),
    )
    st.subheader(safe(title), anchor=False)
    text = words.say(
        "A need is a case and an area that it names. It is taken up where a contact of the case in "
        "that area was with an institution and has this result. Not taken up does not say that "
        "nothing was done: a mediator may have helped without an institution."
    )
    st.markdown(labels.told(words, text, unmet))
    called = {state: words.code(STATES, state) for state in STATES}
    rows = sorted(stated[stated["needs"] > 0].to_dict("records"), key=_most_open)
    stacked.show(words, [_bar(words, row) for row in rows], called, title, unmet)
    st.caption(
        safe(
            words.say(
                "At the end of each bar: not taken up, of all needs of the area. A case may name "
                "several areas; contacts of no stated area count for none."
            )
        )
    )


def _aside(words: Words, unmet: pd.DataFrame) -> str:
    """What is in no bar, and what the bars cannot tell."""
    silent = int(unmet.loc[unmet["area"] == Area.NOT_STATED, "needs"].sum())
    unnamed = int(unmet["unnamed"].sum())
    no_area = words.count(
        "{n} case names no area of need: whether it was taken up cannot be told.",
        "{n} cases name no area of need: whether they were taken up cannot be told.",
        silent,
    )
    nobody = words.count(
        "{n} need was taken up, says a contact, but not by whom: here it is not taken up.",
        "{n} needs were taken up, say contacts, but not by whom: here they are not taken up.",
        unnamed,
    )
    return " ".join([no_area] * bool(silent) + [nobody] * bool(unnamed))


def _most_open(row: Row) -> int:
    return int(row["taken_up"] - row["needs"])


def _bar(words: Words, row: Row) -> stacked.Row:
    parts = {state: int(row[state]) for state in STATES}
    needs = int(row["needs"])
    open_ = words.number(needs - parts["taken_up"])
    of = words.say("{part} of {all}", part=open_, all=words.number(needs))
    return stacked.bar(row["area"], words.code(AREAS, row["area"]), parts, of)


def _row(words: Words, row: Row) -> dict[str, str]:
    area, needs = words.code(AREAS, row["area"]), int(row["needs"])
    told = {"area": area[:1].upper() + area[1:], "needs": words.number(needs)}
    if pd.isna(row["taken_up"]):
        return told | dict.fromkeys([*STATES, "share"], "–")
    numbers = {state: words.number(int(row[state])) for state in STATES}
    return told | numbers | {"share": stacked.share(words, needs - int(row["taken_up"]), needs)}
