"""Filling in numbers: whom they count, which source states them, and a row for each place."""

import datetime as dt
from collections.abc import Hashable
from typing import Any

import pandas as pd
import streamlit as st

from data_access import denominators
from data_access.access import Right
from data_access.denominators import COUNTRY, Number, Numbers, Of
from data_access.filters import LAST_DAY
from pages.inhabitants import draft as drafts
from pages.inhabitants import past, saving, taking, wording
from pages.inhabitants.draft import Draft
from pages.shared import choices, forms, sources
from pages.shared.vocabulary import POPULATIONS
from pages.shared.words import Words, mark, safe

MUNICIPALITIES = "municipalities"
WHERE = {MUNICIPALITIES: mark("Municipalities"), COUNTRY: mark("The whole country")}
EARLIEST = dt.date(1990, 1, 1)
HEIGHT = 480
NAMED_AT_MOST = 10


def show(words: Words, stated: pd.DataFrame, municipalities: pd.DataFrame, division: str) -> None:
    """The choices, the grid and its saving, for whoever keeps what all rounds and places share."""
    if not forms.may_everywhere(Right.KEEP_RECORDS):
        return
    st.subheader(safe(words.say("Fill in numbers")), anchor=False)
    where = choices.choice("for", words.say("Of what"), _named(words, WHERE), MUNICIPALITIES)
    population = choices.choice(
        "population", words.say("Whom they count"), _named(words, POPULATIONS), "inhabitants"
    )
    known = {sources.NONE: words.say("Choose a source"), **sources.names(words)}
    source = choices.choice("source", words.say("Source"), known, sources.NONE, as_list=True)
    sources.add(words)
    if source == sources.NONE:
        st.info(words.say("Choose the source that states the numbers, or add one."))
        return
    of = Of(population, source)
    is_country = where == COUNTRY
    named = {COUNTRY: words.say("Latvia")} if is_country else _names(municipalities)
    stands = _stands(stated, of, set(named))
    draft = drafts.of_choice(of, COUNTRY if is_country else division, tuple(named), stands)
    if not is_country:
        taking.offer(words, draft, division, named)
    _fill(words, draft, named, stated)
    past.show(words, of, named)


def _fill(words: Words, draft: Draft, named: dict[str, str], stated: pd.DataFrame) -> None:
    """The day, the grid, what saving would change, and the buttons."""
    day = st.date_input(
        words.say("Numbers as of"),
        value=draft.day,
        min_value=EARLIEST,
        max_value=LAST_DAY,
        format="DD.MM.YYYY",
        key=draft.day_key,
    )
    st.caption(
        words.say(
            "One source states one number of each place. Another day is given to all numbers of "
            "this source; to keep an earlier year beside a later one, add a source of its own."
        )
    )
    changes = draft.changes(draft.entered(_grid(words, draft, named)), day)
    _say_changes(words, draft, changes, named)
    usable = {place: n for place, n in changes.items() if n is None or isinstance(n.value, int)}
    found = denominators.doubtful(stated, draft.of.population, {**draft.base, **usable})
    _say_doubts(words, found, named)
    saving.show_outcome(words, named)
    with st.container(horizontal=True):
        st.button(
            words.say("Save"),
            type="primary",
            key="inhabitants-save",
            on_click=saving.save,
            args=(draft,),
        )
        if draft.last is not None:
            st.button(
                words.say("Take the last saving back"),
                key="inhabitants-back",
                on_click=saving.take_back,
                args=(draft,),
            )


def _grid(words: Words, draft: Draft, named: dict[str, str]) -> drafts.Edits:
    """A row for each place; a block of numbers copied from a spreadsheet can be pasted into it."""
    shown = draft.shown()
    rows = pd.DataFrame(
        {
            "name": [named[place] for place in draft.places],
            "number": [_written(shown[place]) for place in draft.places],
        }
    )
    st.data_editor(
        rows,
        key=draft.key,
        hide_index=True,
        num_rows="fixed",
        width="stretch",
        height="content" if len(rows) == 1 else HEIGHT,
        disabled=["name"],
        placeholder=words.say("not stated"),
        alt=words.say("Numbers of inhabitants, a row for each place; empty is not stated."),
        column_config={
            "name": st.column_config.TextColumn(words.say("Place")),
            # A browser's own column of numbers makes 25 of 2,5, and the most allowed of more.
            "number": st.column_config.TextColumn(words.say("Number"), alignment="right"),
        },
    )
    return drafts.edits(draft)


def _written(value: object) -> str | None:
    return None if value is None else str(value)


def _say_changes(words: Words, draft: Draft, changes: Numbers, named: dict[str, str]) -> None:
    if not changes:
        return
    parts = [
        words.say(
            "{place}: {before} → {after}",
            place=named[place],
            before=wording.number(words, was.value if (was := draft.base.get(place)) else None),
            after=wording.number(words, number.value if number else None),
        )
        for place, number in list(changes.items())[:NAMED_AT_MOST]
    ]
    if rest := len(changes) - len(parts):
        parts.append(words.count("and {n} more", "and {n} more", rest))
    text = words.say("Not stored yet: {changes}.", changes="; ".join(parts))
    st.info(safe(text))


def _say_doubts(words: Words, found: tuple[str, ...], named: dict[str, str]) -> None:
    """Where there would be more Roma than inhabitants; it is stored all the same."""
    if not any(place in named for place in found):
        return
    text = words.say(
        "More Roma than inhabitants: {places}. Is that what the sources state? The numbers can "
        "be saved all the same.",
        places=wording.places(words, named, found),
    )
    st.warning(safe(text))


def _stands(stated: pd.DataFrame, of: Of, places: set[str]) -> dict[str, Number]:
    """What the source states of these places so far."""
    is_of = (stated["population"] == of.population) & (stated["source"] == of.source)
    rows: list[dict[Hashable, Any]] = stated[is_of].to_dict("records")
    found = {row["place"] or COUNTRY: row for row in rows}
    return {
        place: Number(int(row["value"]), wording.day(row["as_of"]))
        for place, row in found.items()
        if place in places
    }


def _names(municipalities: pd.DataFrame) -> dict[str, str]:
    return {row["place"]: row["name"] for row in municipalities.to_dict("records")}


def _named(words: Words, vocabulary: dict[str, str]) -> dict[str, str]:
    return {code: words.code(vocabulary, code) for code in vocabulary}
