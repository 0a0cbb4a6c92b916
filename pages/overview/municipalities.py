"""What the recorded number of municipalities is counted over, and what became of the reported."""

import pandas as pd
import streamlit as st

from pages.shared.words import Words, safe


def show(words: Words, represented: pd.DataFrame, became: pd.DataFrame | None) -> None:
    """The sentences below the headlines; nothing where there is nothing to add.

    ``represented``: the recorded municipalities by division (``figures.represented``);
    ``became``: the reported ones on today's map (``coverage.became``), None in another look.
    """
    told = [] if became is None else [_today(words, became)]
    if text := " ".join(filter(None, (*told, *counted_over(words, represented)))):
        st.caption(safe(text))


def counted_over(words: Words, represented: pd.DataFrame) -> list[str]:
    """That a selection spans several divisions, and how much of it is in none of them."""
    placed = represented[represented["division"].notna()].to_dict("records")
    aside = int(represented.loc[represented["division"].isna(), "attendances"].sum())
    told = []
    if len(placed) > 1:
        listed = "; ".join(
            f"{row['division']}: {words.number(int(row['municipalities']))}" for row in placed
        )
        told.append(
            words.say(
                "The recorded municipalities are of several divisions: {list}. Land that people "
                "came from in two of them counts twice; on today's map it counts once.",
                list=listed,
            )
        )
    if aside:
        told.append(
            words.count(
                "{n} attendance counts in no municipality: where it lies on this map is not known, "
                "or it is not on the round's list.",
                "{n} attendances count in no municipality: where they lie on this map is not "
                "known, or they are not on the round's list.",
                aside,
            )
        )
    return told


def _today(words: Words, became: pd.DataFrame) -> str:
    """``19`` of then are ``17`` of today; nothing where none is reported."""
    reported = became[became["is_reported"]]
    if reported.empty:
        return ""
    split = int(reported["there"].isna().sum())
    told = words.say(
        "Municipalities named in the round's documents: {then} then, {now} on today's map.",
        then=words.number(len(reported)),
        now=words.number(reported["there"].nunique()),
    )
    if not split:
        return told
    divided = words.count(
        "{n} more of then was divided between several.",
        "{n} more of then were divided between several.",
        split,
    )
    return f"{told} {divided}"
