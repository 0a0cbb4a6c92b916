"""How places keep time on screen: which look is on, and what a place is called in it."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from data_access.filters import Filters
from data_access.rules import Look, PlaceKind, Stands
from pages.shared.vocabulary import WHERE
from pages.shared.words import Words, mark, safe

Row = Mapping[Any, Any]

SAID = {
    Look.REPORTED: mark(
        "Places as reported: of the municipalities only those on the round's own list; what lies "
        "in others is told apart as not on it."
    ),
    Look.TODAY: mark(
        "Places on today's map: earlier records stand in the municipality that has their land now."
    ),
}
BEFORE = {Look.TODAY: mark("{place} (then {before})")}
"""What is said of a place that had another name; in other looks it was recorded under that name."""
AMONG = {Look.TODAY: mark("{place} (now in {list})")}
EITHER = f"{Stands.EITHER}:"


def say(words: Words, chosen: Filters) -> None:
    """Below a page's title: which look is on, unless it is the usual one."""
    if text := said(words, chosen):
        st.caption(safe(text))


def said(words: Words, chosen: Filters) -> str:
    """The look in a sentence; nothing where each record stands in the municipality of its day."""
    return words.say(SAID[chosen.look]) if chosen.look in SAID else ""


def place(words: Words, row: Row, chosen: Filters) -> str:
    """The place of a record in the look; the one that was recorded beside it where that differs.

    ``row``: place_kind, place_lv, place_en and the columns ``territory.STANDS``.
    """
    kind = words.code(WHERE, row["place_kind"])
    recorded = words.pick(row, "place")
    if not recorded:
        return kind
    match row["stands"]:
        case PlaceKind.MUNICIPALITY if row["stands_before"]:
            pattern = BEFORE.get(chosen.look, mark("{place} (recorded as {before})"))
            return words.say(pattern, place=row["stands_name"], before=recorded)
        case PlaceKind.MUNICIPALITY:
            return recorded
        case Stands.EITHER:
            return _either(words, recorded, row["stands_among"], chosen)
        case Stands.UNLISTED:
            return words.say("{place} (not on the round's list)", place=recorded)
    return f"{recorded} ({kind.lower()})"


def called(words: Words, code: str, name: str | None) -> str:
    """What the code of a place is called, where the places of many records are counted together.

    ``code`` as ``territory.code_of`` has it, ``name`` the municipality's, None for a kind.
    """
    if not name:
        return words.code(WHERE, code)
    if code.startswith(EITHER):
        return words.say("{place} (may lie in one of several)", place=name)
    return name


def _either(words: Words, recorded: str, among: str | None, chosen: Filters) -> str:
    """A place of which only part lies in each of several."""
    if not among:
        return called(words, EITHER, recorded)
    *others, last = words.sort(set(among.split("; ")))
    names = words.say("{first} or {last}", first=", ".join(others), last=last) if others else last
    pattern = AMONG.get(chosen.look, mark("{place} (may lie in {list})"))
    return words.say(pattern, place=recorded, list=names)
