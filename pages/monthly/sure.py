"""A step that takes something away: only once somebody has ticked that it is meant."""

from collections.abc import Callable

import streamlit as st

from pages.monthly import refusals, upload
from pages.shared import once, outcome

Act = Callable[[], outcome.Say]


def ask(name: str, sure: str, submit: str, act: Act) -> None:
    """The tick and the button; ``act`` does it and says what came of it."""
    is_sure = st.checkbox(sure, key=f"{name}-sure")
    st.button(submit, key=name, disabled=not is_sure, on_click=_do, args=(name, act))


def _do(name: str, act: Act) -> None:
    if once.is_repeated(name):
        return
    try:
        done = act()
    except refusals.KINDS as refused:
        outcome.refuse(upload.PLACE, refused, refusals.sentence)
        return
    once.done(name)
    outcome.put(upload.PLACE, done)
