"""What a search found, by kind, each a link to where it is shown."""

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from data_access.search import AT_MOST, SHORTEST
from pages.shared import filters
from pages.shared.words import Words, mark, safe

Row = Mapping[Any, Any]
HEADINGS = {
    "activity": mark("Activities"),
    "institution": mark("Institutions"),
    "place": mark("Municipalities"),
    "unit": mark("Towns and parishes"),
    "recommendation": mark("Recommendations"),
}
PAGES = {
    "activity": ("activities/page.py", "activity"),
    "institution": ("institutions/page.py", "institution"),
    "place": ("coverage/page.py", "place"),
    "unit": ("coverage/page.py", "place"),
    "recommendation": ("recommendations/page.py", "recommendation"),
}


def show(words: Words, text: str, found: pd.DataFrame, on_maps: frozenset[str]) -> None:
    """The findings under their headings; what to do where there are none.

    ``on_maps``: the divisions on the chosen round's maps, to which places can be linked.
    """
    if len(text.strip()) < SHORTEST:
        st.caption(words.say("Write at least two letters. People are not searched for here."))
        return
    if found.empty:
        st.info(
            words.say(
                "Nothing found. Try a shorter word, or only its beginning: Latvian endings differ."
            )
        )
        return
    st.markdown(safe(words.count("{n} finding", "{n} findings", len(found))))
    for kind, heading in HEADINGS.items():
        rows = found[found["kind"] == kind].to_dict("records")
        if rows:
            _kind(words, kind, words.say(heading), rows, on_maps)


def _kind(
    words: Words, kind: str, heading: str, rows: list[dict[Any, Any]], on_maps: frozenset[str]
) -> None:
    st.header(heading, anchor=False)
    page, name = PAGES[kind]
    for row in rows[:AT_MOST]:
        division, is_place, _ = row["code"].partition(":")
        if is_place and division not in on_maps:
            st.markdown(safe(_label(words, row)))
            continue
        st.page_link(
            page,
            label=safe(_label(words, row)),
            query_params=filters.address(**{name: row["code"]}),
        )
    if len(rows) > AT_MOST:
        st.caption(words.say("There are more; add a word to narrow the search."))


def _label(words: Words, row: Row) -> str:
    """The title, and what tells it from others of the same title."""
    parts = [write(words, row) for has, write in DETAILS.items() if _has(row, has)]
    detail = ", ".join(parts)
    title = words.pick(row, "title")
    title = f"{row['code']} {title}" if row["kind"] == "recommendation" else title
    return f"{title} ({detail})" if detail else title


def _has(row: Row, name: str) -> bool:
    return not pd.isna(row[name]) and bool(row[name])


def _round(words: Words, row: Row) -> str:
    return words.say("round {code}", code=row["round"])


def _validity(words: Words, row: Row) -> str:
    """From when to when the division held in which the municipality had this shape."""
    first = words.date(row["valid_from"])
    if pd.isna(row["valid_to"]):
        return words.say("since {day}", day=first)
    return f"{first}–{words.date(row['valid_to'])}"


def _lies_in(words: Words, row: Row) -> str:
    return words.say("now in {municipality}", municipality=row["lies_in"])


def _made_up(words: Words, _row: Row) -> str:
    return words.say("made up")


DETAILS: dict[str, Callable[[Words, Row], str]] = {
    "round": _round,
    "valid_from": _validity,
    "lies_in": _lies_in,
    "is_made_up": _made_up,
}
