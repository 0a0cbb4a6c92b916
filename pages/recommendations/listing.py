"""The list of entries: each a card that leads to its own page, and all of them as a file."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from data_access import recommendations
from data_access.filters import Filters
from data_access.recommendations import Part, Wanted
from data_access.rules import AddresseeRole, PlaceKind
from pages.recommendations import narrowing
from pages.shared import choices, data, figures, looks, tables
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
Frame = pd.DataFrame
CARDS_AT_ONCE = 20


def nothing_here(words: Words) -> None:
    """A round without an entry, and what to do."""
    st.info(
        words.say("The register holds no entry of this round. Choose another round, or all rounds.")
    )


def show(words: Words, spread: pd.DataFrame, chosen: Filters) -> None:
    """The choices, the cards of what matches them, and the file."""
    st.header(words.say("Entries"), anchor=False)
    wanted = narrowing.narrowed(words, spread)
    counted = _ask(recommendations.how_many, chosen, wanted)
    number = int(counted["entries"].sum())
    if not number:
        nothing_matches(words, wanted)
        return
    st.markdown(safe(words.count("{n} entry", "{n} entries", number)))
    part = Part(CARDS_AT_ONCE, CARDS_AT_ONCE * sheet(words, number))
    rows = _ask(recommendations.register, chosen, wanted, part).to_dict("records")
    named = _named(rows, chosen)
    for row in rows:
        _card(words, row, named.get(row["reference"], []), chosen)
    _download(words, wanted, chosen, int(counted["made_up"].sum()))


def _ask(question: data.Question, chosen: Filters, wanted: Wanted, *parts: Hashable) -> Frame:
    """The answer, from memory unless somebody typed words."""
    if not wanted.words:
        return data.frame(question, chosen, wanted, *parts)
    found: Frame = data.look(lambda c, reader: question(c, reader, chosen, wanted, *parts))
    return found


def _named(rows: Sequence[Row], chosen: Filters) -> dict[str, list[Row]]:
    references = tuple(row["reference"] for row in rows)
    return by_reference(data.frame(recommendations.addressees, chosen, references))


def sheet(words: Words, number: int) -> int:
    """Which cards are shown, counted from 0; a choice where not all are shown at once."""
    last = (number - 1) // CARDS_AT_ONCE
    if not last:
        return 0
    sheets = {}
    for at in range(last + 1):
        first = at * CARDS_AT_ONCE
        until = min(first + CARDS_AT_ONCE, number)
        sheets[str(at + 1)] = words.say(
            "{first} to {last}", first=words.number(first + 1), last=words.number(until)
        )
    return int(choices.choice("sheet", words.say("Shown"), sheets, "1", as_list=True)) - 1


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


def nothing_matches(words: Words, wanted: Wanted) -> None:
    """That nothing is left, and which of the choices or words to let go."""
    if wanted.words:
        st.info(
            words.say(
                "No entry matches all of this. Set one of the choices above back to “All”, or "
                "clear the words you look for."
            )
        )
        return
    st.info(words.say("No entry matches all of this. Set one of the choices above back to “All”."))


def _download(words: Words, wanted: Wanted, chosen: Filters, made_up: int) -> None:
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

    def made() -> pd.DataFrame:
        rows = _ask(recommendations.register, chosen, wanted).to_dict("records")
        named = by_reference(data.frame(recommendations.addressees, chosen))
        lines = [_line(words, row, named.get(row["reference"], []), chosen) for row in rows]
        return pd.DataFrame(lines, columns=list(headings))

    day = words.say("As of {day}.", day=words.date(wanted.day))
    invented = words.count(
        "{n} of these entries is made up.", "{n} of these entries are made up.", made_up
    )
    note = " ".join(filter(None, (looks.said(words, chosen), day, invented if made_up else "")))
    tables.download(words, made, headings, note)


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
