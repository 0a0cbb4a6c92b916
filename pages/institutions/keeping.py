"""The upkeep of the register on screen: adding, correcting, other names, and the history."""

from typing import Any

import pandas as pd
import streamlit as st

from data_access import institutions
from data_access.access import Right
from data_access.filters import Filters
from pages.shared import data, forms, history, sources
from pages.shared.fields import Field, Kind
from pages.shared.vocabulary import INSTITUTION_KINDS
from pages.shared.words import Words, mark

Row = dict[Any, Any]

LABELS = {
    "name_lv": mark("Name in Latvian"),
    "name_en": mark("Name in English"),
    "abbreviation": mark("Abbreviation"),
    "kind": mark("Kind"),
    "country": mark("Country, two letters"),
    "place": mark("Municipality"),
}
HISTORY = {
    **{name: label for name, label in LABELS.items() if name != "place"},
    "municipality_id": LABELS["place"],
    "source_id": mark("Source"),
    "locator": mark("Where in the source"),
    institutions.ALIAS: mark("Other name"),
}
HELP = {
    "name_en": mark("Left empty, the Latvian name stands in its place."),
    "country": mark("LV for Latvia, EU for bodies of the Union."),
}
NONE = ""


def _known(words: Words, refusal: institutions.InstitutionKnown) -> str:
    return words.say(
        "“{name}” goes by this name already. Nothing was stored.",
        name=words.pick(refusal.row, "name"),
    )


REFUSALS: forms.Refusals = {
    institutions.InstitutionKnown: _known,
    institutions.NameUnusable: mark(
        "A name that says nothing, or looks like an e-mail address or a telephone number, cannot "
        "be an institution's. Nothing was stored."
    ),
    institutions.AliasKnown: mark("It goes by this other name already. Nothing was stored."),
    institutions.InstitutionUnknown: mark(
        "This institution is not on the register any more. Nothing was stored."
    ),
}


def add(words: Words) -> None:
    """A form for an institution that is not on the register yet."""
    if not forms.may(Right.KEEP_RECORDS):
        return
    with st.expander(words.say("Add an institution"), key="institution-add-open"):
        forms.edit(
            words,
            "institution-add",
            _fields(words),
            {"kind": "not_stated", "country": "LV"},
            institutions.add,
            submit=words.say("Add the institution"),
            refusals=REFUSALS,
            keep=False,
        )


def correct(words: Words, row: Row) -> None:
    """A form filled with the institution."""
    if not forms.may_everywhere(Right.KEEP_RECORDS):
        return
    code, revision = str(row["code"]), int(row["revision"])
    with st.expander(words.say("Correct this institution"), key="institution-open"):
        forms.edit(
            words,
            f"institution-{code}",
            _fields(words),
            row,
            lambda connection, reader, values: institutions.change(
                connection, reader, code, revision, values
            ),
            submit=words.say("Store the institution"),
            refusals=REFUSALS,
        )


def other_names(words: Words, row: Row) -> None:
    """Adding another name by which uploads recognise the institution, and taking one away."""
    if not forms.may(Right.KEEP_RECORDS):
        return
    code = str(row["code"])
    known = data.frame(institutions.aliases, Filters())
    named = {
        str(each["number"]): str(each["name"])
        for each in known[known["institution"] == code].to_dict("records")
    }
    with st.expander(words.say("Change its other names"), key="aliases-open"):
        forms.edit(
            words,
            f"alias-{code}",
            [Field("name", mark("Other name"), required=True)],
            {},
            lambda connection, reader, values: institutions.add_alias(
                connection, reader, code, values["name"]
            ),
            submit=words.say("Add the name"),
            refusals=REFUSALS,
            keep=False,
        )
        if forms.may_everywhere(Right.KEEP_RECORDS):
            _take_away(words, code, named)


def changes(words: Words, row: Row) -> None:
    """What was changed by hand in the institution and its other names."""
    names = {"source_id": sources.names(words), "municipality_id": _names_of_places()}
    codes = {"kind": INSTITUTION_KINDS}
    history.show(words, "institution", int(row["id"]), HISTORY, codes, names=names)


def _take_away(words: Words, code: str, named: dict[str, str]) -> None:
    name = f"alias-off-{code}"
    if not named:
        forms.outcome(words, name)
        return
    st.divider()
    forms.edit(
        words,
        name,
        [Field("number", mark("Which one to take away"), Kind.CHOICE, named, required=True)],
        {},
        lambda connection, reader, values: institutions.remove_alias(
            connection, reader, code, int(values["number"])
        ),
        submit=words.say("Take the name away"),
        refusals=REFUSALS,
        keep=False,
    )


def _fields(words: Words) -> list[Field]:
    options = {
        "kind": {kind: words.code(INSTITUTION_KINDS, kind) for kind in reversed(INSTITUTION_KINDS)},
        "place": {NONE: words.say("not stated"), **_places(words)},
    }
    plain = [
        Field(
            name,
            label,
            Kind.CHOICE if name in options else Kind.LINE,
            options.get(name, {}),
            required=name in {"name_lv", "country"},
            help=HELP.get(name, ""),
        )
        for name, label in LABELS.items()
    ]
    return [*plain, *sources.citation(words)]


def _places(words: Words) -> dict[str, str]:
    """Municipalities by place; one of a division that is past says until when that was."""
    named = {}
    for row in data.frame(institutions.municipalities, Filters()).to_dict("records"):
        name = str(row["name"])
        if not pd.isna(row["valid_to"]):
            until = words.date(row["valid_to"].date())
            name = words.say("{place} (until {day})", place=name, day=until)
        named[str(row["place"])] = name
    return named


def _names_of_places() -> dict[str, str]:
    found = data.frame(institutions.municipalities, Filters()).to_dict("records")
    return {str(row["place"]): str(row["name"]) for row in found}
