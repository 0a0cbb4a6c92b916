"""Bars in parts as the page shows them: the picture, its words, and what is made up."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from data_access.rules import per
from pages.caseloads import labels
from pages.caseloads.charts import stacks
from pages.shared.words import Words

Row = dict[str, Any]


def bar(key: str, label: str, parts: Mapping[str, int], value_label: str) -> Row:
    """What one bar is drawn from; ``parts``: how many, by the part's code."""
    return {
        "key": key,
        "label": label,
        "value": sum(parts.values()),
        "value_label": value_label,
        "parts": dict(parts),
    }


def show(
    words: Words, bars: Sequence[Row], called: Mapping[str, str], title: str, answer: pd.DataFrame
) -> None:
    """The bars under their title; a text twin tells every part of every bar."""
    totals = pd.DataFrame(bars).drop(columns="parts")
    parts = pd.DataFrame(
        {
            "key": row["key"],
            "part": part,
            "value": number,
            "tip": f"{row['label']}: {called[part]} – {words.number(number)}",
        }
        for row in bars
        for part, number in row["parts"].items()
    )
    listed = "; ".join(f"{row['label']}: {_told(words, row['parts'], called)}" for row in bars)
    alt_text = " ".join(filter(None, (labels.made_up(words, answer), f"{title}: {listed}.")))
    note = labels.made_up_in_short(words, answer)
    st.altair_chart(stacks.bars(totals, parts, called, words.chart_locale(), alt_text, note=note))


def share(words: Words, part: int, of: int) -> str:
    """So many in a hundred, rounded half up; a dash where there is none to be a part of."""
    rounded = per(100 * part, of, 0)
    return "–" if rounded is None else words.percent(float(rounded))


def _told(words: Words, parts: Mapping[str, int], called: Mapping[str, str]) -> str:
    return ", ".join(f"{called[part]} {words.number(number)}" for part, number in parts.items())
