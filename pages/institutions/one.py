"""One institution: its names, what sort of body it is, and where it appears."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from data_access import institutions
from data_access.access import Right
from data_access.filters import Filters
from data_access.rules import Origin
from pages.shared import data, filters, reach
from pages.shared.figures import citation
from pages.shared.vocabulary import ADDRESSEE_ROLES, INSTITUTION_KINDS, PART_NAMES
from pages.shared.words import Words, safe

Row = dict[Any, Any]

COUNTED: dict[str, Callable[[Words, int], str]] = {
    "attendance": lambda words, n: words.count(
        "{n} attendance on its behalf", "{n} attendances on its behalf", n
    ),
    "contact": lambda words, n: words.count(
        "{n} contact with a mediator", "{n} contacts with mediators", n
    ),
    "family_support": lambda words, n: words.count(
        "support given to a family {n} time", "support given to families {n} times", n
    ),
    "mediator_training": lambda words, n: words.count(
        "{n} training of a mediator", "{n} trainings of mediators", n
    ),
    "progress_report": lambda words, n: words.count(
        "{n} progress report", "{n} progress reports", n
    ),
}


def show(words: Words, row: Row) -> None:
    """What is known of the institution, over all rounds."""
    st.page_link(
        "institutions/page.py",
        label=words.say("← All institutions"),
        query_params=filters.address(),
    )
    st.title(safe(words.pick(row, "name")), anchor=False)
    if row["origin"] == Origin.SAMPLE:
        st.warning(words.say("This institution is made up."))
    st.markdown("\n".join(f"- {safe(line)}" for line in _lines(words, row)))
    _appearances(words, row)


def _lines(words: Words, row: Row) -> list[str]:
    nothing = words.say("not stated")
    names = {"lv": row["name_lv"], "en": row["name_en"]}
    known = data.frame(institutions.aliases, Filters())
    aliases = known[known["institution"] == row["code"]]["name"]
    place = row["municipality"] or nothing
    return [
        words.say("In Latvian: {name}", name=names["lv"]),
        words.say("In English: {name}", name=names["en"])
        if names["en"] != names["lv"]
        else words.say("In English: no name of its own, the Latvian one stands in its place"),
        words.say("Abbreviation: {text}", text=row["abbreviation"] or nothing),
        words.say("Other names: {list}", list=", ".join(words.sort(aliases)) or words.say("none")),
        words.say("Kind: {kind}", kind=words.code(INSTITUTION_KINDS, row["kind"])),
        words.say("Country: {code}; municipality: {place}", code=row["country"], place=place),
        words.say("Source: {source}", source=citation(words, row) if row["source"] else nothing),
    ]


def _appearances(words: Words, row: Row) -> None:
    st.header(words.say("Where it appears"), anchor=False)
    known = data.frame(institutions.appearances, Filters())
    rows = known[known["institution"] == row["code"]].to_dict("records")
    if not rows:
        st.markdown(safe(_nowhere(words)))
    counted = [
        COUNTED[each["where"]](words, int(each["rows"]))
        for each in rows
        if not pd.isna(each["rows"])
    ]
    if counted:
        st.markdown(safe(" · ".join(counted)))
    for each in (each for each in rows if each["where"] in LINKS):
        LINKS[each["where"]](words, each)
    if any(each["where"] == "recommendation" for each in rows):
        st.page_link(
            "addressees/page.py",
            label=words.say("What this institution owes"),
            query_params=filters.address(institution=row["code"]),
        )


def _nowhere(words: Words) -> str:
    """That it appears nowhere, as far as the reader sees."""
    if not data.may(Right.READ_FIGURES):
        return words.say(
            "Nowhere yet: no activity or recommendation names it. Records are hidden from your "
            "role."
        )
    nowhere = words.say("Nowhere yet: no activity, recommendation or record names it.")
    return f"{nowhere} {reach.beyond(words)}"


def _activity(words: Words, each: Row) -> None:
    part = words.code(PART_NAMES, each["as"])
    label = f"{each['round']}, {part}: {words.pick(each, 'title')}"
    st.page_link(
        "activities/page.py",
        label=safe(label),
        query_params=filters.address(activity=each["code"]),
    )


def _recommendation(words: Words, each: Row) -> None:
    label = words.say(
        "Recommendation {reference}, {role}",
        reference=each["code"],
        role=words.code(ADDRESSEE_ROLES, each["as"]),
    )
    st.page_link(
        "recommendations/page.py",
        label=safe(label),
        query_params=filters.address(round=each["round"], recommendation=each["code"]),
    )


LINKS = {"activity": _activity, "recommendation": _recommendation}
