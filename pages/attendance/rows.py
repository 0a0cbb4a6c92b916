"""Attendance by hand: the activity's rows, their names for a reason, one added, one worked on."""

from functools import partial

import pandas as pd
import streamlit as st

from data_access import attendance, identities
from data_access.attendance import Entry
from data_access.filters import Filters
from data_access.identities import Disclosure, Occasion
from pages.attendance import names, names_shown, one_row, persons, refusals, traits
from pages.attendance.problems import SHOWN_AT_MOST
from pages.attendance.traits import Row
from pages.shared import data, forms, outcome, tables
from pages.shared.fields import Field
from pages.shared.words import Words, mark

NAMES = names_shown.Place("attendance-rows-names", mark("Show the names at this activity"))


def show(words: Words, code: str) -> None:
    """The activity's rows, and what can be done with one of them."""
    st.header(words.say("One attendance by hand"), anchor=False)
    outcome.show(words, one_row.PLACE)
    asked = Filters(activity=code)
    known = names.known(words, asked)
    rows = data.frame(attendance.rows, asked).to_dict("records")
    with st.expander(words.say("Add one attendance"), key="attendance-add-open"):
        _add(words, code, known)
    if rows:
        _table(words, rows, known)
        names_shown.offer(words, NAMES, lambda: Occasion(code), partial(_names, words, rows, known))
        one_row.show(words, rows, known)
        persons.offer(words, code)
    else:
        st.info(words.say("This activity has no attendance on record yet."))
    one_row.show_removed(words, code, known)


def _add(words: Words, code: str, known: names.Names) -> None:
    st.caption(
        words.say(
            "The name and the contact are sealed as soon as they are stored, and shown again only "
            "for a stated reason. The contact or the institution tells this person from others of "
            "the name."
        )
    )
    fields = [
        Field("name", mark("Full name"), required=True),
        Field("contact", mark("E-mail or telephone")),
        *traits.fields(words, known.institutions, known.places),
    ]
    forms.edit(
        words,
        "attendance-add",
        fields,
        traits.NOT_STATED | {"status": "attended"},
        lambda connection, reader, values: attendance.by_hand(
            connection, reader, code, _entry(values)
        ),
        submit=words.say("Add the attendance"),
        refusals=refusals.ALL,
        keep=False,
    )


def _entry(values: data.Values) -> Entry:
    return Entry(**values | {"contact": values["contact"] or ""})


def _table(words: Words, rows: list[Row], known: names.Names) -> None:
    table = pd.DataFrame([traits.written(words, row, known) for row in rows])
    headings = {"person": words.say("Person")}
    headings |= {name: words.say(label) for name, label in traits.LABELS.items()}
    headings["origin"] = words.say("Where from")
    counted = words.count("{n} row on record", "{n} rows on record", len(rows))
    with st.expander(counted, key="attendance-rows-open"):
        tables.show_first(words, table, headings, SHOWN_AT_MOST)
        tables.download(words, table, headings)


def _names(words: Words, rows: list[Row], known: names.Names, disclosure: Disclosure) -> None:
    """The same rows with the names and contacts on record."""
    named = data.match(lambda c, reader: identities.names_of(c, reader, disclosure))
    who = named.set_index("person").to_dict("index")
    table = [
        traits.written(words, row, known) | names_shown.told(words, who, int(row["person"]))
        for row in rows
    ]
    beside = {name: words.say(traits.LABELS[name]) for name in names_shown.BESIDE}
    headings = {"person": words.say("Person"), **names_shown.headings(words), **beside}
    names_shown.table(words, NAMES, table, headings)
