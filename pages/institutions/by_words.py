"""The words that tell what sort of body an institution is: listed, added and taken away."""

from typing import Any

import pandas as pd
import streamlit as st

from data_access import institutions
from data_access.access import Right
from data_access.filters import Filters
from data_access.rules import latvian_key
from pages.shared import data, forms, history, tables
from pages.shared.fields import Field, Kind
from pages.shared.vocabulary import INSTITUTION_KINDS
from pages.shared.words import Words, mark

Row = dict[Any, Any]

LABELS = {"word": mark("Word or phrase"), "kind": mark("Kind")}
GONE = ("revision", "1")
"""A word is added or taken away, never changed: each went as it came."""

REFUSALS: forms.Refusals = {
    institutions.WordKnown: mark("The word is on the list already. Nothing was stored."),
    institutions.WordUnusable: mark(
        "This cannot be such a word: it says nothing, is too long, or looks like somebody's "
        "contact. Nothing was stored."
    ),
}


def show(words: Words) -> None:
    """What the words are for, the list, and a form to add to it or to take from it."""
    st.header(words.say("Words that tell the kind"), anchor=False)
    st.markdown(
        words.say(
            "In uploaded lists, an institution that the register does not have is told by these "
            "words in its name, and so is the capacity in which its people came where the list "
            "does not state it. Words that contradict each other say nothing. No word makes "
            "anybody a Roma representative: only the list or a coordinator states that."
        )
    )
    found = data.frame(institutions.words, Filters())
    rows = found.to_dict("records")
    _listed(words, found)
    _keep(words, rows)
    history.show_removed(words, "institution_word", GONE, LABELS, {"kind": INSTITUTION_KINDS})


def _listed(words: Words, found: pd.DataFrame) -> None:
    if found.empty:
        st.info(words.say("There are no such words yet."))
        return
    told = found.assign(kind=[words.code(INSTITUTION_KINDS, kind) for kind in found["kind"]])
    with st.expander(words.count("{n} word or phrase", "{n} words and phrases", len(found))):
        tables.show(told, {name: words.say(label) for name, label in LABELS.items()})


def _keep(words: Words, rows: list[Row]) -> None:
    """Words speak of every list: whoever is limited to some of them reads alone."""
    if not forms.may_everywhere(Right.KEEP_RECORDS):
        return
    with st.expander(words.say("Change these words"), key="institution-words-open"):
        kinds = {
            kind.value: words.code(INSTITUTION_KINDS, kind) for kind in institutions.KINDS_OF_WORDS
        }
        forms.edit(
            words,
            "institution-word",
            [
                Field("word", LABELS["word"], required=True),
                Field("kind", LABELS["kind"], Kind.CHOICE, kinds, required=True),
            ],
            {},
            lambda connection, reader, values: institutions.add_word(
                connection, reader, values["word"], values["kind"]
            ),
            submit=words.say("Add the word"),
            refusals=REFUSALS,
            keep=False,
        )
        _take_away(words, rows)


def _take_away(words: Words, rows: list[Row]) -> None:
    name = "institution-word-off"
    if not rows:
        forms.outcome(words, name)
        return
    st.divider()
    rows = sorted(rows, key=lambda row: latvian_key(str(row["word"])))
    named = {str(row["number"]): str(row["word"]) for row in rows}
    revisions = {str(row["number"]): int(row["revision"]) for row in rows}
    forms.edit(
        words,
        name,
        [Field("number", mark("Word to take away"), Kind.CHOICE, named, required=True)],
        {},
        lambda connection, reader, values: institutions.remove_word(
            connection, reader, int(values["number"]), revisions[values["number"]]
        ),
        submit=words.say("Take the word away"),
        refusals=REFUSALS,
        keep=False,
    )
