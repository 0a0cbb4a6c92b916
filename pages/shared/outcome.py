"""What came of the latest answer: kept for one place on the screen until the next answer."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from pages.shared import desk, errors
from pages.shared.words import Words, safe

Say = Callable[[Words], None]

Sentence = Callable[[Words, Any], str]
"""Why nothing was stored, out of the refusal itself."""

STATE = "outcome"


def put(place: str, say: Say) -> None:
    """Let the place say it, in whatever language is read."""
    desk.here()[STATE] = (place, say)


def refuse(place: str, refusal: Exception, sentence: Sentence) -> None:
    """Let the place say why nothing was stored; the refusal's way through the program is let go."""
    plain = refusal.with_traceback(None)
    errors.note_refusal(refusal)
    put(place, lambda words: _warn(sentence(words, plain)))


def show(words: Words, place: str) -> None:
    """What came of it, where this is the place."""
    slot = st.container()
    answered, say = desk.here().get(STATE, ("", None))
    if answered == place:
        errors.refusal_is_told()
        with slot:
            say(words)


def forget() -> None:
    """Nothing came of anything yet."""
    desk.here().pop(STATE, None)


def _warn(text: str) -> None:
    st.warning(safe(text))
