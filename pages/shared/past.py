"""As of which day the register is told: today, or a day that is past."""

import datetime as dt

import streamlit as st

from data_access.clock import today
from data_access.filters import FIRST_DAY
from data_access.recommendations import Wanted
from pages.shared.words import Words, safe

KEY = "as-of"


def as_of(words: Words, wanted: Wanted) -> Wanted:
    """What is wanted, as of the chosen day; draws the choice, and says which day it is."""
    st.session_state[KEY] = wanted.as_of
    st.date_input(
        words.say("As of"),
        value=None,
        min_value=FIRST_DAY,
        max_value=today(),
        format="DD.MM.YYYY",
        key=KEY,
        on_change=_take,
        help=words.say("Leave it empty for today."),
        width=220,
    )
    if wanted.as_of is not None:
        text = words.say(
            "As the register stood on {day}: reports and findings count by their own day, whenever "
            "they were entered. Whom an entry addresses, and by when, is what is known today.",
            day=words.date(wanted.as_of),
        )
        st.info(safe(text))
    return wanted


def _take() -> None:
    day: dt.date | None = st.session_state[KEY]
    if day is None or day >= today():
        st.query_params.pop("as_of", None)
    else:
        st.query_params["as_of"] = day.isoformat()
