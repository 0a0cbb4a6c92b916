"""What hangs on an activity, on screen: institutions with their part, and documents."""

from typing import Any

import streamlit as st

from data_access import activities, institutions
from data_access.filters import Filters
from data_access.rules import ActivityPart
from pages.shared import data, forms
from pages.shared.fields import Field, Kind
from pages.shared.vocabulary import PART_NAMES
from pages.shared.words import Words, mark

Row = dict[Any, Any]

REFUSALS: forms.Refusals = {
    activities.PartKnown: mark("This institution has this part already. Nothing was stored."),
    institutions.InstitutionUnknown: mark(
        "This institution is not on the register any more. Nothing was stored."
    ),
}


def institutions_of(words: Words, code: str, chosen: Filters) -> None:
    """Adding an institution with its part, and taking one off."""
    rows = data.frame(activities.institutions, chosen).to_dict("records")
    with st.expander(words.say("Change who had a part in it"), key="parts-open"):
        forms.edit(
            words,
            f"part-{code}",
            _part_fields(words),
            {},
            lambda connection, reader, values: activities.add_institution(
                connection, reader, code, values["institution"], ActivityPart(values["part"])
            ),
            submit=words.say("Add the institution"),
            refusals=REFUSALS,
            keep=False,
        )
        named = {
            str(row["number"]): f"{words.pick(row, 'name')}, {words.code(PART_NAMES, row['part'])}"
            for row in rows
        }
        _take_off(
            words,
            f"part-off-{code}",
            Field("number", mark("Which one to take off"), Kind.CHOICE, named, required=True),
            lambda connection, reader, values: activities.remove_institution(
                connection, reader, code, int(values["number"])
            ),
            words.say("Take the institution off"),
        )


def _part_fields(words: Words) -> list[Field]:
    known = data.frame(institutions.listed, Filters()).to_dict("records")
    names = {str(row["code"]): words.pick(row, "name") for row in known}
    parts = {part: words.code(PART_NAMES, part) for part in PART_NAMES}
    missing = mark("One that is missing here is added under “Institutions” first.")
    return [
        Field("institution", mark("Institution"), Kind.CHOICE, names, required=True, help=missing),
        Field("part", mark("Part in the activity"), Kind.CHOICE, parts, required=True),
    ]


def documents_of(words: Words, code: str, chosen: Filters) -> None:
    """Adding a document, and taking one off."""
    rows = data.frame(activities.documents, chosen).to_dict("records")
    with st.expander(words.say("Change the documents"), key="documents-open"):
        fields = [
            Field("title_lv", mark("Title in Latvian"), required=True),
            Field(
                "title_en",
                mark("Title in English"),
                help=mark("Left empty, the Latvian title stands in its place."),
            ),
            Field("address", mark("Address (https://…)")),
            Field("published_on", mark("Date of the document"), Kind.DAY),
        ]
        forms.edit(
            words,
            f"document-{code}",
            fields,
            {},
            lambda connection, reader, values: activities.add_document(
                connection, reader, code, **values
            ),
            submit=words.say("Add the document"),
            keep=False,
        )
        named = {str(row["number"]): words.pick(row, "title") for row in rows}
        _take_off(
            words,
            f"document-off-{code}",
            Field("number", mark("Which one to take off"), Kind.CHOICE, named, required=True),
            lambda connection, reader, values: activities.remove_document(
                connection, reader, code, int(values["number"])
            ),
            words.say("Take the document off"),
        )


def _take_off(words: Words, name: str, which: Field, store: data.Store, submit: str) -> None:
    """A form that takes one of several off; none where there is nothing."""
    if which.options:
        st.divider()
        forms.edit(words, name, [which], {}, store, submit=submit, keep=False)
    else:
        forms.outcome(words, name)
