"""Reporting on an entry in the name of one of those it addresses."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from data_access import recommendations
from data_access.access import Right
from data_access.clock import today
from data_access.filters import Filters
from data_access.recommendations import Offered
from data_access.rules import OPEN, Claim
from pages.recommendations.steps import REFUSALS
from pages.shared import data, forms
from pages.shared.fields import Field, Kind
from pages.shared.vocabulary import CLAIMS
from pages.shared.words import Words, mark, safe

Row = Mapping[Any, Any]
NONE = ""
TEXT = mark("What was done, or why it is not accepted")
NO_NAMES = mark("No names of persons: the report is shown to everybody.")
NOBODY = mark("Name an addressee first: a report is made in an addressee's name.")
LINKS = mark("Links that bear it out")
ONE_A_LINE = mark("One a line: the address, then what it shows.")


def show(words: Words, row: Row, offer: Offered, chosen: Filters) -> None:
    """A form for a report, where there is one that the reader may enter."""
    reference = str(row["reference"])
    name = f"report-{reference}"
    if not forms.may(Right.CLAIM):
        return
    if not offer.speaks_for:
        _say_nobody(words, row, chosen)
        return
    if not offer.claims:
        forms.outcome(words, name)
        text = words.say("The entry is settled: nothing more is reported on it.")
        st.caption(safe(text))
        return
    with st.expander(words.say("Report on progress"), key=f"{name}-open"):
        forms.edit(
            words,
            name,
            _fields(words, offer, chosen),
            {"institution": offer.speaks_for[0], "reported_on": today()},
            lambda connection, reader, values: recommendations.claim(
                connection, reader, reference, _stated(values)
            ),
            submit=words.say("Store the report"),
            refusals=REFUSALS,
            keep=False,
            done=forms.ADDED,
        )


def _say_nobody(words: Words, row: Row, chosen: Filters) -> None:
    """Why nobody can report, for whoever could name somebody who can."""
    is_open = row["status"] in OPEN and forms.may(Right.KEEP_RECORDS)
    if is_open and data.frame(recommendations.addressees, chosen).empty:
        st.caption(safe(words.say(NOBODY)))


def _fields(words: Words, offer: Offered, chosen: Filters) -> list[Field]:
    named = data.frame(recommendations.addressees, chosen).to_dict("records")
    names = {row["institution"]: words.pick(row, "name") for row in named}
    bodies = {code: names.get(code, code) for code in offer.speaks_for}
    claims = {claim.value: words.code(CLAIMS, claim) for claim in offer.claims}
    catalogue = data.frame(recommendations.catalogue, Filters()).to_dict("records")
    documents = {str(row["code"]): words.pick(row, "title") for row in catalogue}
    choices = {NONE: words.say("none"), **documents}
    return [
        Field("institution", mark("Institution"), Kind.CHOICE, bodies, required=True),
        Field("reported_on", mark("As of which day"), Kind.DAY, required=True),
        Field("claim", mark("Where it stands"), Kind.CHOICE, claims, required=True),
        Field("text", TEXT, Kind.TEXT, required=True, help=NO_NAMES),
        Field("links", LINKS, Kind.TEXT, help=ONE_A_LINE),
        Field("document", mark("Document known here"), Kind.CHOICE, choices),
    ]


def _stated(values: Mapping[str, Any]) -> dict[str, Any]:
    """What the form holds, as ``recommendations.claim`` takes it."""
    said = {name: values[name] for name in ("institution", "reported_on", "text")}
    document = [values["document"]] if values["document"] else []
    evidence = {"links": links(values["links"] or ""), "documents": document}
    return said | evidence | {"claim": Claim(values["claim"])}


def links(text: str) -> list[tuple[str, str]]:
    """Titles and addresses out of lines that hold an address and what it shows, in either order."""
    found = []
    for line in text.splitlines():
        parts = line.split()
        if not parts:
            continue
        address = next((part for part in parts if "://" in part), parts[0])
        title = " ".join(part for part in parts if part is not address)
        found.append((title, address))
    return found
