"""A step that takes rows away: asked for a second time, and where need be for a reason."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import streamlit as st

from data_access.reasons import LONGEST_REASON
from pages.attendance import refusals
from pages.shared import once, outcome
from pages.shared.words import Words, mark, safe

NOT_SURE = mark("Tick the box first. Nothing was changed.")
NO_REASON = mark("State the reason. Nothing was changed.")


@dataclass(frozen=True)
class Step:
    """What is asked for: ``act`` does it for the stated reason and says what came of it.

    ``name`` tells forms of one screen apart; what came of it stands at ``place``, since the form
    may be gone by then.
    """

    name: str
    place: str
    act: Callable[[str], outcome.Say]
    needs_reason: bool = False


def ask(words: Words, step: Step, sure: str, submit: str) -> None:
    """The form; what keeps it from being done stands above.

    ``sure`` is made of our words and of numbers alone: screen readers would read out the signs
    that keep a text from being Markdown.
    """
    outcome.show(words, step.name)
    with st.form(step.name, border=False):
        if step.needs_reason:
            st.text_input(
                words.say("Reason *"),
                key=f"{step.name}-reason",
                max_chars=LONGEST_REASON,
            )
            st.caption(words.say("It is kept and shown to others: name nobody in it."))
        st.checkbox(sure, key=f"{step.name}-sure")
        st.form_submit_button(submit, on_click=_submit, args=(step,))


def _submit(step: Step) -> None:
    stated = str(st.session_state.get(f"{step.name}-reason", "")).strip()
    if step.needs_reason and not stated:
        outcome.put(step.name, partial(_warn, NO_REASON))
    elif not st.session_state[f"{step.name}-sure"]:
        outcome.put(step.name, partial(_warn, NOT_SURE))
    else:
        _do(step, stated)


def _do(step: Step, stated: str) -> None:
    if once.is_repeated(step.name, stated):
        return
    try:
        done = step.act(stated)
    except refusals.KINDS as refusal:
        outcome.refuse(step.place, refusal, refusals.sentence)
    else:
        outcome.put(step.place, done)
        once.done(step.name, stated)


def _warn(message: str, words: Words) -> None:
    st.warning(safe(words.say(message)))
