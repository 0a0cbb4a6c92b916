"""The list of entries: each a card that leads to its own page, and all of them as a file."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from data_access.filters import Filters
from data_access.rules import AddresseeRole, PlaceKind
from pages.recommendations import narrowing
from pages.shared import figures, looks, tables
from pages.shared.recommendations import (
    addressed_to,
    by_reference,
    day,
    deadline,
    deadline_and_lateness,
    kind_and_area,
    made_up_badge,
    why,
)
from pages.shared.vocabulary import (
    AREAS,
    LATENESS,
    ORIGINS,
    RECOMMENDATION_KINDS,
    STATUSES,
)
from pages.shared.words import Words, safe

Row = Mapping[Any, Any]
CARDS_AT_MOST = 50


def nothing_here(words: Words) -> None:
    """A round without an entry, and what to do."""
    st.info(
        words.say("The register holds no entry of this round. Choose another round, or all rounds.")
    )


def show(words: Words, entries: pd.DataFrame, addressees: pd.DataFrame, chosen: Filters) -> None:
    """The choices, the cards of what matches them, and the file."""
    st.header(words.say("Entries"), anchor=False)
    found = narrowing.narrowed(words, entries, addressees)
    if found.empty:
        _nothing_matches(words)
        return
    st.markdown(safe(words.count("{n} entry", "{n} entries", len(found))))
    named = by_reference(addressees)
    rows = found.to_dict("records")
    for row in rows[:CARDS_AT_MOST]:
        _card(words, row, named.get(row["reference"], []), chosen)
    if len(rows) > CARDS_AT_MOST:
        st.caption(
            words.say(
                "The first {n} are shown. Narrow the list, or download all of it.",
                n=words.number(CARDS_AT_MOST),
            )
        )
    _download(words, rows, named, chosen)


def _card(words: Words, row: Row, named: Sequence[Row], chosen: Filters) -> None:
    with st.container(border=True):
        st.page_link(
            "recommendations/page.py",
            label=safe(f"{row['reference']} · {kind_and_area(words, row)}"),
            query_params=narrowing.address(recommendation=row["reference"]),
        )
        badge = made_up_badge(words) if row["is_made_up"] else ""
        st.markdown(f"{badge}{safe(words.pick(row, 'text'))}")
        status = words.code(STATUSES, row["status"])
        st.markdown(f"**{safe(status)}.** {safe(why(words, row))}")
        details = words.say(
            "addressed to: {to} · deadline: {deadline}",
            to=addressed_to(words, named),
            deadline=deadline_and_lateness(words, row),
        )
        if row["place_kind"] != PlaceKind.NOT_STATED:
            details = f"{looks.place(words, row, chosen)} · {details}"
        st.caption(safe(details))


def _nothing_matches(words: Words) -> None:
    st.info(words.say("No entry matches all of this. Set one of the choices above back to “All”."))


def _download(
    words: Words, rows: Sequence[Row], named: Mapping[str, Sequence[Row]], chosen: Filters
) -> None:
    headings = {
        "reference": words.say("No."),
        "text": words.say("What is asked"),
        "kind": words.say("Kind"),
        "area": words.say("Area"),
        "place": words.say("Place"),
        "made": words.say("Made on"),
        "lead": words.say("Lead"),
        "supporting": words.say("Supporting"),
        "deadline": words.say("Deadline"),
        "lateness": words.say("Lateness"),
        "status": words.say("Status"),
        "why": words.say("Why"),
        "reported": words.say("Latest report"),
        "source": words.say("Source"),
        "origin": words.say("Origin"),
    }
    table = pd.DataFrame(
        [_line(words, row, named.get(row["reference"], []), chosen) for row in rows],
        columns=list(headings),
    )
    invented = ", ".join(row["reference"] for row in rows if row["is_made_up"])
    made_up = words.say("Made up: {list}.", list=invented) if invented else ""
    note = " ".join(filter(None, (looks.said(words, chosen), made_up)))
    tables.download(words, table, headings, note)


def _line(words: Words, row: Row, named: Sequence[Row], chosen: Filters) -> dict[str, str]:
    return {
        "reference": row["reference"],
        "text": words.pick(row, "text"),
        "kind": words.code(RECOMMENDATION_KINDS, row["kind"]),
        "area": words.code(AREAS, row["area"]),
        "place": looks.place(words, row, chosen),
        "made": day(words, row["made_on"]),
        "lead": addressed_to(words, named, AddresseeRole.LEAD),
        "supporting": addressed_to(words, named, AddresseeRole.SUPPORTING),
        "deadline": deadline(words, row),
        "lateness": words.code(LATENESS, row["lateness"]),
        "status": words.code(STATUSES, row["status"]),
        "why": why(words, row),
        "reported": day(words, row["reported_on"]) if row["claim"] else words.say("none known"),
        "source": figures.citation(words, row),
        "origin": words.code(ORIGINS, row["origin"]),
    }
