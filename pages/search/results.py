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
    "place": ("municipalities/page.py", "place"),
    "unit": ("municipalities/page.py", "place"),
    "recommendation": ("recommendations/page.py", "recommendation"),
}
PLACES = {"place", "unit"}


def show(words: Words, text: str, found: pd.DataFrame, *, may_open_places: bool) -> None:
    """The findings under their headings; what to do where there are none.

    ``may_open_places``: the reader may open municipalities; others read where a place lies.
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
            _kind(
                words,
                kind,
                words.say(heading),
                rows,
                is_linked=kind not in PLACES or may_open_places,
            )


def _kind(
    words: Words, kind: str, heading: str, rows: list[dict[Any, Any]], *, is_linked: bool
) -> None:
    st.header(heading, anchor=False)
    for row in rows[:AT_MOST]:
        _finding(kind, row["code"], _label(words, row), is_linked=is_linked)
        if _has(row, "lay_in"):
            then = words.say(
                "{unit} in the division of {year}: {municipality}",
                unit=words.pick(row, "title"),
                year=row["lay_in_division"],
                municipality=row["lay_in"],
            )
            _finding(kind, row["lay_in_place"], then, is_linked=is_linked)
    if len(rows) > AT_MOST:
        st.caption(words.say("There are more; add a word to narrow the search."))


def _finding(kind: str, code: str, label: str, *, is_linked: bool) -> None:
    page, name = PAGES[kind]
    if is_linked:
        st.page_link(page, label=safe(label), query_params=filters.address(**{name: code}))
    else:
        st.markdown(safe(label))


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
