"""What narrows the log, as neutral codes in the address."""

import datetime as dt

import pandas as pd
import streamlit as st

from data_access.audit import Narrowing
from data_access.filters import FIRST_DAY, LAST_DAY, day_of
from pages.audit import wording
from pages.shared import choices
from pages.shared.words import Words

EVERY = "all"
FROM, TO = "happened_from", "happened_to"


def chosen(words: Words, kinds: pd.DataFrame) -> Narrowing:
    """Draw the choices and return them; ``kinds`` are the actions and those who acted."""
    actions = {code: wording.action(words, code) for code in dict.fromkeys(kinds["action"])}
    actors = {code: wording.actor(words, code) for code in dict.fromkeys(kinds["actor"])}
    columns = st.columns(4)
    with columns[0]:
        every = {EVERY: words.say("All actions")}
        action = _choice("action", words.say("What was done"), every | _sorted(words, actions))
    with columns[1]:
        every = {EVERY: words.say("Everybody")}
        actor = _choice("who", words.say("Who"), every | _sorted(words, actors))
    with columns[2]:
        start = _day(FROM, words.say("Happened from"))
    with columns[3]:
        end = _day(TO, words.say("Happened until"))
    if start and end and end < start:
        st.warning(
            words.say("The first day lies after the last one, so neither narrows what is shown.")
        )
        start = end = None
    return Narrowing(action, actor, start, end)


def _choice(name: str, label: str, options: dict[str, str]) -> str | None:
    code = choices.choice(name, label, options, EVERY, as_list=True)
    return None if code == EVERY else code


def _sorted(words: Words, named: dict[str, str]) -> dict[str, str]:
    place = {name: at for at, name in enumerate(words.sort(named.values()))}
    return dict(sorted(named.items(), key=lambda each: place[each[1]]))


def _day(name: str, label: str) -> dt.date | None:
    widget = f"audit-{name}"
    st.session_state[widget] = day_of(st.query_params.to_dict(), name)
    st.date_input(
        label,
        value=None,
        min_value=FIRST_DAY,
        max_value=LAST_DAY,
        format="DD.MM.YYYY",
        key=widget,
        on_change=_take,
        args=(name, widget),
    )
    return day_of(st.query_params.to_dict(), name)


def _take(name: str, widget: str) -> None:
    """Write the day into the address; none leaves none there."""
    day = st.session_state[widget]
    if isinstance(day, dt.date):
        st.query_params[name] = day.isoformat()
    else:
        st.query_params.pop(name, None)
