"""One entry: what is asked of whom, where it stands and why, and how it came to stand there."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from data_access import recommendations
from data_access.clock import today
from data_access.filters import Filters
from data_access.rules import AddresseeRole, Lateness, Origin
from pages.recommendations import editing, following, life, narrowing, versions
from pages.shared import data, figures, filters, looks
from pages.shared.recommendations import addressed_to, day, deadline, made_up_badge, why
from pages.shared.vocabulary import (
    AREAS,
    LATENESS,
    RECOMMENDATION_KINDS,
    STATUSES,
)
from pages.shared.words import Words, mark, safe

Row = Mapping[Any, Any]
LINKS = {
    ("repeats", False): mark("Repeats {other}"),
    ("repeats", True): mark("Repeated by {other}"),
    ("replaces", False): mark("Replaces {other}"),
    ("replaces", True): mark("Replaced by {other}"),
    ("narrows", False): mark("Narrows {other}"),
    ("narrows", True): mark("Narrowed by {other}"),
}


def unknown(words: Words) -> None:
    """An address that names no entry."""
    _back(words)
    st.title(words.say("Entry not found"), anchor=False)
    st.info(words.say("No entry of the register has this number. Look for it in the list."))


def show(words: Words, found: pd.DataFrame, chosen: Filters) -> None:
    """The page of one entry, whatever round is chosen beside it."""
    if found.empty:
        unknown(words)
        return
    row: Row = found.to_dict("records")[0]
    _back(words)
    kind = words.code(RECOMMENDATION_KINDS, row["kind"])
    st.title(safe(f"{kind} {row['reference']}"), anchor=False)
    looks.say(words, chosen)
    if row["is_made_up"]:
        st.warning(
            words.say(
                "Made up: this entry, those it addresses and all that is told of it were invented "
                "to show how the platform works."
            )
        )
    st.markdown(safe(words.pick(row, "text")))
    _particulars(words, row, chosen)
    _standing(words, row)
    following.show(words, row, chosen)
    life.show(
        words,
        data.frame(recommendations.history, chosen),
        data.frame(recommendations.evidence, chosen),
        is_made_up=bool(row["is_made_up"]),
    )
    _links(words, data.frame(recommendations.links, chosen))
    versions.show(words, chosen)
    editing.show(words, row, chosen)


def _back(words: Words) -> None:
    st.page_link(
        "recommendations/page.py",
        label=words.say("← All recommendations"),
        query_params=narrowing.address(),
    )


def _particulars(words: Words, row: Row, chosen: Filters) -> None:
    named = data.frame(recommendations.addressees, chosen).to_dict("records")
    told = {
        words.say("Lead"): addressed_to(words, named, AddresseeRole.LEAD),
        words.say("Supporting"): addressed_to(words, named, AddresseeRole.SUPPORTING),
        words.say("Deadline"): deadline(words, row),
        words.say("Area"): words.code(AREAS, row["area"]),
        words.say("Place"): looks.place(words, row, chosen),
        words.say("Round"): row["round"],
        words.say("Made on"): day(words, row["made_on"]),
    }
    st.markdown("\n".join(f"- **{safe(name)}:** {safe(text)}" for name, text in told.items()))
    if row["activity"]:
        st.page_link(
            "activities/page.py",
            label=safe(words.pick(row, "activity")),
            query_params=filters.address(activity=row["activity"]),
        )
    st.caption(safe(figures.citations(words, [row])))


def _standing(words: Words, row: Row) -> None:
    """The status with what it rests on, and the lateness with its day."""
    st.header(words.say("Status"), anchor=False)
    st.markdown(f"**{safe(words.code(STATUSES, row['status']))}.** {safe(why(words, row))}")
    late = words.code(LATENESS, row["lateness"])
    if row["lateness"] == Lateness.NO_DEADLINE:
        st.markdown(safe(f"{late}."))
        return
    as_of = words.say("{lateness}, as of {day}.", lateness=late, day=words.date(today()))
    st.markdown(safe(as_of))


def _links(words: Words, linked: pd.DataFrame) -> None:
    if linked.empty:
        return
    st.header(words.say("Earlier and later entries"), anchor=False)
    for row in linked.to_dict("records"):
        how = LINKS[row["kind"], bool(row["is_later"])]
        label = words.say(how, other=row["other"])
        with st.container(border=True):
            st.page_link(
                "recommendations/page.py",
                label=safe(label),
                query_params=narrowing.address(recommendation=row["other"]),
            )
            badge = made_up_badge(words) if row["origin"] == Origin.SAMPLE else ""
            st.markdown(f"{badge}{safe(words.pick(row, 'text'))}")
