"""Where a place that the address names is found on the maps that are drawn."""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from data_access import territory
from data_access.filters import Filters
from data_access.rules import Stands
from pages.coverage.numbers import Row
from pages.shared import choices, data
from pages.shared.words import Words, safe

NOWHERE = "none"
EITHER = f"{Stands.EITHER}:"


@dataclass(frozen=True)
class Placed:
    """A place of the maps, or several to choose from, and what is to be said of it."""

    place: str | None = None
    said: str = ""
    offered: tuple[tuple[str, str], ...] = ()


def find(words: Words, asked: str | None, places: pd.DataFrame) -> Placed:
    """The place itself, or the one of these maps that has all of its land."""
    if asked is None or asked == NOWHERE:
        return Placed()
    own, drawn = asked.removeprefix(EITHER), set(places["place"])
    for here in (asked, own, f"{EITHER}{own}"):
        if here in drawn:
            return Placed(here)
    land = data.frame(territory.shared_land, Filters(place=own))
    there = land[land["there"].isin(drawn)]
    if there.empty:
        return Placed(
            said=words.say(
                "The address asks for a place that is not on this map. Choose one on the map or "
                "in the list."
            )
        )
    whole = there[there["is_whole"]]
    if len(whole):
        return _carried(words, own, whole.to_dict("records")[-1])
    last = there[there["there_division"] == there["there_division"].iloc[-1]]
    name = _with_division(there["name"].iloc[0], own)
    return Placed(
        said=words.say("On this map several municipalities have land of {name}:", name=name),
        offered=tuple(zip(last["there"], last["there_name"], strict=True)),
    )


def say(placed: Placed) -> None:
    """What became of the place that was asked for, and the places to choose from."""
    if placed.said:
        st.info(safe(placed.said))
    with st.container(horizontal=True, gap="small"):
        for label, place in _labels(placed).items():
            st.button(safe(label), key=f"instead-{place}", on_click=_choosing(place))


def _carried(words: Words, own: str, row: Row) -> Placed:
    there = row["there"]
    if row["name"] == row["there_name"] and _is_same_land(own, there):
        return Placed(there)
    return Placed(
        there,
        words.say(
            "{name} lies in {there} on this map.",
            name=_with_division(row["name"], own),
            there=_with_division(row["there_name"], there),
        ),
    )


def _is_same_land(own: str, there: str) -> bool:
    """Whether all land of ``there``, which has all of the own, lies in it as well."""
    back = data.frame(territory.shared_land, Filters(place=there))
    return bool((back["is_whole"] & (back["there"] == own)).any())


def _with_division(name: str, place: str) -> str:
    return f"{name} ({place.partition(':')[0]})"


def _labels(placed: Placed) -> dict[str, str]:
    apart = choices.told_apart(dict(placed.offered))
    return {label: place for place, label in apart.items()}


def _choosing(place: str) -> Callable[[], None]:
    def choose() -> None:
        st.query_params["place"] = place

    return choose
