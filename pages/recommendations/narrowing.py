"""What narrows the list of entries, as neutral codes in the address."""

from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from data_access.recommendations import Wanted
from pages.shared import choices, filters
from pages.shared.vocabulary import AREAS, LATENESS, SORTS, STATUSES
from pages.shared.words import Words

EVERY, NOT_STATED = "all", "not_stated"
NAMES = ("list", "lateness", "status", "area", "addressee", "source")
IN_A_ROW = 3
KEPT = ("by", "part", "as_of", *NAMES)


def wanted() -> Wanted:
    """What the address asks for."""
    return Wanted.from_query(st.query_params.to_dict())


def narrowed(words: Words, spread: pd.DataFrame) -> Wanted:
    """What matches all choices, and the words that were typed; draws the choices."""
    every = {EVERY: words.say("All")}
    drawn = (
        ("list", words.say("List"), {code: words.code(SORTS, code) for code in SORTS}),
        ("lateness", words.say("Lateness"), {c: words.code(LATENESS, c) for c in LATENESS}),
        ("status", words.say("Status"), {code: words.code(STATUSES, code) for code in STATUSES}),
        ("area", words.say("Area"), {code: words.code(AREAS, code) for code in AREAS}),
        ("addressee", words.say("Addressee"), _named(words, spread, "addressee")),
        ("source", words.say("Source"), _named(words, spread, "source")),
    )
    found = wanted()
    columns = [*st.columns(IN_A_ROW), *st.columns(IN_A_ROW)]
    for column, (name, label, options) in zip(columns, drawn, strict=True):
        with column:
            code = choices.choice(name, label, every | options, EVERY, as_list=True)
        change: dict[str, Any] = {name: None if code == EVERY else code}
        found = replace(found, **change)
    # What is typed may be anybody's name: it goes into no address and no memory of answers.
    text = st.text_input(
        words.say("Words of the entry, or its number"), key="entry-words", max_chars=100
    )
    return replace(found, words=text)


def address(**changes: str) -> dict[str, str]:
    """The address parts of a link that keeps what was chosen on this screen."""
    mine = {name: st.query_params[name] for name in KEPT if name in st.query_params}
    return filters.address(**mine | changes)


def _named(words: Words, spread: pd.DataFrame, by: str) -> dict[str, str]:
    """Addressees or sources in the order of their names, and at the end none stated."""
    of = spread[(spread["by"] == by) & (spread["code"] != NOT_STATED)]
    rows = of.drop_duplicates("code").to_dict("records")
    place = {name: at for at, name in enumerate(words.sort(words.pick(r, "name") for r in rows))}
    named = {str(row["code"]): words.pick(row, "name") for row in rows}
    ordered = dict(sorted(named.items(), key=lambda body: place[body[1]]))
    return ordered | {NOT_STATED: words.say("not stated")}
