"""Sources in forms: choosing the one that an entry cites, and adding one."""

import streamlit as st

from data_access import sources
from data_access.access import Right
from data_access.filters import Filters
from pages.shared import data, forms
from pages.shared.fields import Field, Kind
from pages.shared.words import Words, mark

NONE = ""
KNOWN: forms.Refusals = {
    sources.SourceKnown: mark("A source of this title is there already. Nothing was stored."),
}


def names(words: Words) -> dict[str, str]:
    """Every source's title, by its code."""
    rows = data.frame(sources.listed, Filters()).to_dict("records")
    return {str(row["code"]): words.pick(row, "title") for row in rows}


def citation(
    words: Words, *, of: str = "", label: str = "", where: str = "", required: bool = False
) -> tuple[Field, Field]:
    """Which source says so, and where in it; ``of`` begins the names of the columns."""
    known = names(words)
    options = known if required else {NONE: words.say("not stated"), **known}
    return (
        Field(f"{of}source", label or mark("Source"), Kind.CHOICE, options, required=required),
        Field(
            f"{of}locator",
            where or mark("Where in the source"),
            help=mark("A heading, a page or a slide by which others find it."),
        ),
    )


def add(words: Words) -> None:
    """A form for a document that can then be cited."""
    if not forms.may(Right.KEEP_RECORDS):
        return
    fields = [
        Field("title_lv", mark("Title in Latvian"), required=True),
        Field(
            "title_en",
            mark("Title in English"),
            help=mark("Left empty, the Latvian title stands in its place."),
        ),
        Field("published_on", mark("Date of the document"), Kind.DAY),
        Field("address", mark("Address (https://…)")),
    ]
    with st.expander(words.say("Add a source"), key="source-add-open"):
        forms.edit(
            words,
            "source-add",
            fields,
            {},
            lambda connection, reader, values: sources.add(connection, reader, **values),
            submit=words.say("Add the source"),
            refusals=KNOWN,
            keep=False,
        )
