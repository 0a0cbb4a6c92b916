"""The rounds one below the other, each a link to itself, with where it stands."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from data_access.rounds import state_of
from pages.shared import filters
from pages.shared.vocabulary import ROUND_STATES
from pages.shared.words import Words, safe

Row = dict[Any, Any]


def show(words: Words, rows: Sequence[Row]) -> None:
    """One line a round, the latest first."""
    for row in reversed(rows):
        title = words.say("Round {code}: {title}", code=row["code"], title=words.pick(row, "title"))
        st.page_link(
            "rounds/page.py",
            label=safe(title),
            query_params=filters.address(round=row["code"]),
        )
        state = words.code(ROUND_STATES, state_of(row))
        st.caption(safe(f"{state} · {planned(words, row)}"))


def planned(words: Words, row: Row) -> str:
    """The days a round was to have."""
    span = (row[f"planned_{part}"] for part in ("starts_on", "ends_on", "date_precision"))
    return words.say("planned: {days}", days=words.period(*span))
