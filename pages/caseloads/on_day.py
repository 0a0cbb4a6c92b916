"""The day on which families in care are counted: the last one, unless a reader picks another."""

import datetime as dt

import streamlit as st

from data_access.filters import day_of
from pages.shared.words import Words, safe

NAME = "day"
KEY = f"choice-{NAME}"

Span = tuple[dt.date, dt.date]


def pick(words: Words, days: Span) -> dt.date:
    """Draw the choice of a day, say where an address names none that there is, and return it."""
    first, last = days
    asked = day_of(st.query_params.to_dict(), NAME)
    is_usable = asked is not None and first <= asked <= last
    day = asked if asked is not None and is_usable else last
    st.session_state[KEY] = day
    st.date_input(
        words.say("In care on"),
        value=None,
        min_value=first,
        max_value=last,
        format="DD.MM.YYYY",
        key=KEY,
        on_change=_take,
        args=(last,),
        width=220,
    )
    if NAME in st.query_params and not is_usable:
        text = words.say(
            "The day that the address names is none from {first} to {last}: here stands {day}.",
            first=words.date(first),
            last=words.date(last),
            day=words.date(day),
        )
        st.info(safe(text))
    return day


def _take(last: dt.date) -> None:
    """Write the day into the address; the last one leaves none there."""
    day = st.session_state[KEY]
    if day in {None, last}:
        st.query_params.pop(NAME, None)
    else:
        st.query_params[NAME] = day.isoformat()
