"""What narrows the list of entries, as neutral codes in the address."""

import pandas as pd
import streamlit as st

from pages.shared import choices, filters
from pages.shared.vocabulary import AREAS, LATENESS, STATUSES
from pages.shared.words import Words

EVERY, NOT_STATED = "all", "not_stated"
NAMES = ("status", "area", "addressee", "lateness")


def narrowed(words: Words, entries: pd.DataFrame, addressees: pd.DataFrame) -> pd.DataFrame:
    """The entries that match all choices; draws the choices."""
    every = {EVERY: words.say("All")}
    statuses = {code: words.code(STATUSES, code) for code in STATUSES}
    areas = {code: words.code(AREAS, code) for code in AREAS}
    late = {code: words.code(LATENESS, code) for code in LATENESS}
    drawn = (
        ("status", words.say("Status"), statuses),
        ("area", words.say("Area"), areas),
        ("addressee", words.say("Addressee"), _bodies(words, addressees)),
        ("lateness", words.say("Lateness"), late),
    )
    kept = entries
    for column, (name, label, options) in zip(st.columns(len(drawn)), drawn, strict=True):
        with column:
            code = choices.choice(name, label, every | options, EVERY, as_list=True)
        if code != EVERY:
            kept = kept[_matches(kept, addressees, name, code)]
    return kept


def address(**changes: str) -> dict[str, str]:
    """The address parts of a link that keeps what was chosen on this screen."""
    names = ("by", *NAMES)
    mine = {name: st.query_params[name] for name in names if name in st.query_params}
    return filters.address(**mine | changes)


def _bodies(words: Words, addressees: pd.DataFrame) -> dict[str, str]:
    """Those addressed in the order of their names, and at the end nobody stated."""
    rows = addressees.drop_duplicates("institution").to_dict("records")
    place = {name: at for at, name in enumerate(words.sort(words.pick(r, "name") for r in rows))}
    named = {str(row["institution"]): words.pick(row, "name") for row in rows}
    ordered = dict(sorted(named.items(), key=lambda body: place[body[1]]))
    return ordered | {NOT_STATED: words.say("not stated")}


def _matches(
    entries: pd.DataFrame, addressees: pd.DataFrame, name: str, code: str
) -> "pd.Series[bool]":
    if name != "addressee":
        return entries[name] == code
    if code == NOT_STATED:
        return ~entries["reference"].isin(addressees["reference"])
    of = addressees[addressees["institution"] == code]
    return entries["reference"].isin(of["reference"])
