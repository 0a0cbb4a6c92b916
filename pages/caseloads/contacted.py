"""Contacts by institution: how many there were with each, and how often it took a need up."""

from typing import Any

import pandas as pd
import streamlit as st

from pages.caseloads import labels, stacked
from pages.shared import tables
from pages.shared.vocabulary import CONTACT_RESULTS
from pages.shared.words import Words, mark, safe

Row = dict[Any, Any]
AT_MOST = 12
"""How many institutions the picture shows; the table has all."""

PARTS = {"taken_up": CONTACT_RESULTS["taken_up"], "rest": mark("Other contacts")}
COUNTED = {
    "contacts": mark("Contacts"),
    "individual": mark("Individual contacts"),
    "group": mark("Group contacts"),
    "taken_up": CONTACT_RESULTS["taken_up"],
    "turned_down": CONTACT_RESULTS["turned_down"],
    "other": mark("Another result"),
    "not_stated": mark("Result not stated"),
}


def show(words: Words, contacted: pd.DataFrame) -> None:
    """A bar an institution, and the contacts that name none in a sentence; a table behind."""
    st.header(words.say("Institutions contacted"), anchor=False)
    if contacted.empty:
        st.info(words.say("No contact is recorded in the selection."))
        return
    named = contacted[contacted["institution"].notna()]
    every, with_one = int(contacted["contacts"].sum()), int(named["contacts"].sum())
    text = words.say(
        "Contacts that name an institution: {named} of {all}. The others were with the family or "
        "the group alone, or the institution is not stated.",
        named=words.number(with_one),
        all=words.number(every),
    )
    if named.empty:
        st.info(safe(words.say("No contact names an institution: {n} of {n}.", n=every)))
        return
    _chart(words, named, contacted, text)
    table = pd.DataFrame([_row(words, row) for row in contacted.to_dict("records")])
    headings = {"institution": words.say("Institution")}
    headings |= {name: words.code(COUNTED, name) for name in COUNTED}
    tables.behind(words, table, headings, labels.note(words, contacted))


def _chart(words: Words, named: pd.DataFrame, contacted: pd.DataFrame, text: str) -> None:
    number, taken_up = int(named["contacts"].sum()), int(named["taken_up"].sum())
    title = words.say(
        "Contacts with institutions: {n}; in {taken_up} of them the institution took the need up "
        "({share})",
        n=words.number(number),
        taken_up=words.number(taken_up),
        share=stacked.share(words, taken_up, number),
    )
    st.subheader(safe(title), anchor=False)
    st.markdown(labels.told(words, text, contacted))
    called = {code: words.code(PARTS, code) for code in PARTS}
    bars = [_bar(words, row) for row in named.head(AT_MOST).to_dict("records")]
    stacked.show(words, bars, called, title, contacted)
    st.caption(
        safe(
            words.say(
                "At the end of each bar: taken up, of all contacts with the institution. What it "
                "took up depends on what it was asked for, so this is no measure of its will."
            )
        )
    )
    if len(named) > AT_MOST:
        st.caption(
            safe(
                words.say(
                    "The {shown} institutions with most contacts, of {all}; the table has all.",
                    shown=words.number(AT_MOST),
                    all=words.number(len(named)),
                )
            )
        )


def _bar(words: Words, row: Row) -> stacked.Row:
    contacts, taken_up = int(row["contacts"]), int(row["taken_up"])
    parts = {"taken_up": taken_up, "rest": contacts - taken_up}
    of = words.say("{part} of {all}", part=words.number(taken_up), all=words.number(contacts))
    return stacked.bar(row["institution"], words.pick(row, "name"), parts, of)


def _row(words: Words, row: Row) -> dict[str, str]:
    name = words.say("No institution named")
    if row["institution"] is not None:
        name = words.pick(row, "name")
    return {"institution": name} | {each: words.number(int(row[each])) for each in COUNTED}
