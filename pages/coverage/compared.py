"""Two rounds side by side: a map of each, and the difference where the land is the same."""

import pandas as pd
import streamlit as st

from data_access.filters import Filters
from data_access.rules import Look
from pages.coverage import aside, maps, told
from pages.coverage.differing import CHANGES, UNTOLD, Cell, Land, Side, lands_of
from pages.coverage.measures import Measure
from pages.coverage.numbers import NEVER, in_short
from pages.shared import choices, data, reach, tables
from pages.shared.words import Words, safe

NOTHING = "nothing"
NAMES_AT_MOST = 12
MINUS = "\u2212"


def choose(words: Words, chosen: Filters) -> str | None:
    """The round to compare with; None where none is chosen, or there is none to choose."""
    others = {
        code: words.say("Round {code}", code=title)
        for code, title in data.round_titles().items()
        if code != chosen.round and reach.sees_figures(code)
    }
    if chosen.round is None or not others:
        return None
    options = {NOTHING: words.say("nothing"), **others}
    code = choices.choice("with", words.say("Compare with"), options, NOTHING, as_list=True)
    return None if code == NOTHING else code


def show(words: Words, measure: Measure, sides: tuple[Side, Side], place: str | None) -> None:
    """Both maps, then what differs in words and in a table."""
    for column, side in zip(st.columns(2), sides, strict=True):
        with column:
            _map(words, measure, side, place)
    lands, apart = lands_of(measure, sides)
    first, second = (side.code for side in sides)
    heading = words.say(
        "What differs: round {first} and round {second}", first=first, second=second
    )
    st.subheader(safe(heading), anchor=False)
    said = [in_words(words, lands, sides), _apart(words, apart), _whole(words, sides)]
    for line in filter(None, said):
        st.markdown(safe(line))
    if apart:
        st.button(words.say("Show both on today's map"), on_click=_on_todays_map)
    notes = [told.note(words, side.places, side.chosen, side.documents) for side in sides]
    _table(words, measure, lands, sides, " ".join(filter(None, [*said, *notes])))


def _map(words: Words, measure: Measure, side: Side, place: str | None) -> None:
    """The maps of one round with what is said of them, and what stands beside them."""
    st.subheader(safe(words.say("Round {code}", code=side.code)), anchor=False)
    maps.say(words, measure, side.places, side.documents)
    maps.show(words, measure, side.places, place, f"map-{side.code}")
    for line in told.sums(words, measure, side.places):
        st.caption(safe(line))
    aside.say(words, measure, side.places, side.chosen)


def in_words(words: Words, lands: list[Land], sides: tuple[Side, Side]) -> str:
    """Which municipalities are new, which no longer there, and of how many nothing is told."""
    named: dict[str, list[str]] = {kind: [] for kind in CHANGES}
    for land in lands:
        named.setdefault(land.kind, []).append(land.name)
    first, second = (side.code for side in sides)
    if lands and all(land.first.why == land.second.why == "no_data" for land in lands):
        return words.say(
            "Neither of the two rounds has rows yet, which is not zero: there is no difference to "
            "tell."
        )
    if lands and set(named) - set(CHANGES) == {"no_data"} and not any(map(named.get, CHANGES)):
        return words.say(
            "One of the two rounds has no rows yet, which is not zero: there is no difference to "
            "tell."
        )
    said = {
        "new": words.say("New in round {code}", code=second),
        "gone": words.say("No longer in round {code}", code=second),
        "more": words.say("More than in round {code}", code=first),
        "fewer": words.say("Fewer than in round {code}", code=first),
    }
    parts = [f"{text}: {_names(words, named[kind])}." for kind, text in said.items() if named[kind]]
    if not parts and any(map(named.get, CHANGES)):
        parts = [words.say("No municipality is new, none is gone, and no number differs.")]
    parts += [
        words.count(
            "Not compared is {n} municipality: {why}.",
            "Not compared are {n} municipalities: {why}.",
            len(names),
            why=words.code(UNTOLD, kind),
        )
        for kind, names in named.items()
        if kind in UNTOLD
    ]
    return " ".join(parts)


def _names(words: Words, names: list[str]) -> str:
    more = len(names) - NAMES_AT_MOST
    if more <= 0:
        return ", ".join(names)
    return ", ".join([*names[:NAMES_AT_MOST], words.count("{n} more", "{n} more", more)])


def _apart(words: Words, number: int) -> str:
    """That the maps are of several divisions, and how many municipalities are other land."""
    if not number:
        return ""
    return words.count(
        "These maps are of several divisions, and {n} municipality is not the same land on all of "
        "them: it is not compared. On today's map all are.",
        "These maps are of several divisions, and {n} municipalities are not the same land on all "
        "of them: they are not compared. On today's map all are.",
        number,
    )


def _whole(words: Words, sides: tuple[Side, Side]) -> str:
    first, second = (side.chosen for side in sides)
    if not (first.start or first.end):
        return ""
    return words.say("Round {code} is taken as a whole.", code=second.round)


def _table(
    words: Words, measure: Measure, lands: list[Land], sides: tuple[Side, Side], note: str
) -> None:
    column, unit = measure.shown
    headings = {
        "name": words.say("Municipality"),
        "first": words.say("Round {code}", code=sides[0].code),
        "second": words.say("Round {code}", code=sides[1].code),
        "change": words.say("Difference"),
        "kind": words.say("What changed"),
    }
    rows = [
        {
            "name": land.name,
            "first": _written(words, column, land.first),
            "second": _written(words, column, land.second),
            "change": _signed(words, column, land.change),
            "kind": words.code(CHANGES | UNTOLD, land.kind),
        }
        for land in lands
        if land.kind != "none" and land.is_told
    ]
    if all(land.change is None for land in lands):
        return
    name = words.say(unit)
    counted = words.say("Counted: {unit}.", unit=name[:1].lower() + name[1:])
    st.caption(safe(counted))
    found = pd.DataFrame(rows, columns=list(headings))
    tables.show(found, headings)
    tables.download(words, found, headings, f"{counted} {note}")


def _written(words: Words, column: str, cell: Cell) -> str:
    if cell.number is not None:
        return in_short(words, column, cell.number)
    return words.code(UNTOLD, cell.why or NEVER)


def _signed(words: Words, column: str, change: float | None) -> str:
    """+3, −3, 0, or a dash where there is nothing to subtract."""
    if not change:
        return "–" if change is None else words.number(0)
    return f"{'+' if change > 0 else MINUS}{in_short(words, column, abs(change))}"


def _on_todays_map() -> None:
    st.query_params["look"] = Look.TODAY.value
