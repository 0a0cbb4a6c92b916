"""A deadline in a form: first how exactly it is known, then the fields that this takes."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st
from babel.dates import format_date

from data_access.recommendations.deadlines import Deadline
from data_access.rules import Precision
from pages.shared.fields import Field, Kind
from pages.shared.vocabulary import PRECISIONS
from pages.shared.words import Words, mark

Values = dict[str, Any]
DAY, MONTH, HALF, YEAR, UNTIL = (
    f"deadline_{name}" for name in ("day", "month", "half", "year", "until")
)
JUNE = 6
MADE: Mapping[Precision, Callable[[Values], Deadline]] = {
    Precision.DAY: lambda told: Deadline.on_day(told[DAY]),
    Precision.MONTH: lambda told: Deadline.in_month(told[YEAR], int(told[MONTH])),
    Precision.HALF_YEAR: lambda told: Deadline.in_half_year(told[YEAR], int(told[HALF])),
    Precision.YEAR: lambda told: Deadline.in_year(told[YEAR]),
    Precision.HORIZON: lambda told: Deadline.horizon(told[YEAR], told[UNTIL]),
    Precision.NOT_STATED: lambda _: Deadline(),
}


def precision(words: Words, name: str, stood: Deadline) -> Precision:
    """How exactly the deadline is known; ``name`` tells the choices of one screen apart."""
    key = f"{name}-precision"
    if st.session_state.get(f"{key}-of") != stood:
        st.session_state[f"{key}-of"] = stood
        st.session_state[key] = stood.precision.value
    st.session_state[key] = st.session_state.get(key, stood.precision.value)
    code = st.selectbox(
        words.say("How exactly the deadline is known"),
        list(PRECISIONS),
        format_func=lambda code: words.code(PRECISIONS, code),
        key=key,
    )
    return Precision(code)


def fields(words: Words, known: Precision) -> list[Field]:
    """What has to be filled in for a deadline that is known so exactly."""
    months = {
        str(n): format_date(dt.date(2000, n, 1), "LLLL", locale=words.language)
        for n in range(1, 13)
    }
    halves = {"1": words.say("first half-year"), "2": words.say("second half-year")}
    year = Field(YEAR, mark("Year of the deadline"), Kind.NUMBER, required=True)
    drawn: dict[Precision, list[Field]] = {
        Precision.DAY: [Field(DAY, mark("Day of the deadline"), Kind.DAY, required=True)],
        Precision.MONTH: [
            Field(MONTH, mark("Month of the deadline"), Kind.CHOICE, months, required=True),
            year,
        ],
        Precision.HALF_YEAR: [
            Field(HALF, mark("Half-year of the deadline"), Kind.CHOICE, halves, required=True),
            year,
        ],
        Precision.YEAR: [year],
        Precision.HORIZON: [
            Field(YEAR, mark("First year of the horizon"), Kind.NUMBER, required=True),
            Field(UNTIL, mark("Last year of the horizon"), Kind.NUMBER, required=True),
        ],
    }
    return drawn.get(known, [])


def filled(stood: Deadline) -> Values:
    """The fields as they show a deadline."""
    first, last = stood.first, stood.end
    if first is None or last is None:
        return {}
    half = str(1 + (first.month > JUNE))
    named = {DAY: first, MONTH: str(first.month), HALF: half, YEAR: first.year}
    return {**named, UNTIL: last.year}


def taken(known: Precision, values: Values) -> Values:
    """The values with the deadline in the place of its fields. Refuses DeadlineUnusable."""
    rest = {name: value for name, value in values.items() if not name.startswith("deadline_")}
    return rest | {"deadline": MADE[known](values)}
