"""The register: searched by any name, narrowed by kind, each institution a link to itself."""

from typing import Any

import pandas as pd
import streamlit as st

from data_access.access import Right
from data_access.rules import Origin, fold, latvian_key
from pages.shared import choices, data, filters
from pages.shared.vocabulary import INSTITUTION_KINDS
from pages.shared.words import Words, safe

Row = dict[Any, Any]

EVERY = "all"
AT_ONCE = 50


def say_if_unknown(words: Words) -> None:
    """An address that names no institution."""
    if st.query_params.get("institution"):
        st.info(words.say("No institution has this address. Below are all that are known."))


def show(words: Words, found: pd.DataFrame) -> None:
    """The search box, the kinds, and as many institutions as one reads at once."""
    if found.empty:
        st.info(safe(_nothing_yet(words)))
        return
    rows = _matching(words, found)
    if not rows:
        st.info(words.say("No institution matches. Search for less, or choose another kind."))
        return
    st.markdown(safe(words.count("{n} institution", "{n} institutions", len(rows))))
    for row in rows[:AT_ONCE]:
        _entry(words, row)
    if len(rows) > AT_ONCE:
        more = words.number(len(rows) - AT_ONCE)
        st.info(words.say("{number} more are not shown: search, or choose a kind.", number=more))


def _nothing_yet(words: Words) -> str:
    nothing = words.say("No institution is on the register yet.")
    if not data.may(Right.KEEP_RECORDS):
        return nothing
    return nothing + " " + words.say("Add the first one above.")


def origin(words: Words, row: Row) -> str:
    """That an institution is made up; nothing of a real one."""
    return words.say("made-up institution") if row["origin"] == Origin.SAMPLE else ""


def _matching(words: Words, found: pd.DataFrame) -> list[Row]:
    column, other = st.columns(2)
    with column:
        sought = fold(
            st.text_input(
                words.say("Search by name, abbreviation or other name"),
                key="institutions-search",
                max_chars=100,
            )
        )
    kinds = {EVERY: words.say("All kinds")}
    kinds |= {kind: words.code(INSTITUTION_KINDS, kind) for kind in INSTITUTION_KINDS}
    with other:
        kind = choices.choice("kind", words.say("Kind"), kinds, EVERY)
    rows = [
        row
        for row in found.to_dict("records")
        if kind in {EVERY, row["kind"]} and sought in _searched(row)
    ]
    return sorted(rows, key=lambda row: latvian_key(words.pick(row, "name")))


def _searched(row: Row) -> str:
    names = (row["name_lv"], row["name_en"], row["abbreviation"] or "")
    return "\n".join([*map(fold, names), row["aliases_folded"]])


def _entry(words: Words, row: Row) -> None:
    st.page_link(
        "institutions/page.py",
        label=safe(words.pick(row, "name")),
        query_params=filters.address(institution=row["code"]),
    )
    details = [
        origin(words, row),
        row["abbreviation"] or "",
        words.code(INSTITUTION_KINDS, row["kind"]),
        "" if row["country"] == "LV" else row["country"],
        row["municipality"] or "",
        _other_names(words, int(row["aliases"])),
    ]
    st.caption(safe(" · ".join(part for part in details if part)))


def _other_names(words: Words, number: int) -> str:
    return words.count("{n} other name", "{n} other names", number) if number else ""
