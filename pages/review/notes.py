"""Notes that were begun and not stored yet; they outlive a refusal and a look at other entries."""

import streamlit as st

from pages.review.scene import Scene
from pages.shared import desk
from pages.shared.fields import LONGEST_TEXT
from pages.shared.words import Words

DRAFTS = "review-drafts"
HIGH = 100


def field(words: Words, scene: Scene) -> None:
    """The field for the note, with what was begun."""
    key = _key(scene)
    if key not in st.session_state:
        st.session_state[key] = _drafts().get(key, "")
    st.text_area(
        words.say("Note"),
        key=key,
        max_chars=LONGEST_TEXT,
        height=HIGH,
        on_change=_keep,
        args=(key,),
    )


def of(scene: Scene) -> str:
    """What stands in the field."""
    key = _key(scene)
    return str(st.session_state.get(key, _drafts().get(key, "")))


def put(meeting: int, reference: str, text: str) -> None:
    """Begin the note of an entry with a text; none clears it."""
    key = f"review-note-{meeting}-{reference}"
    _drafts()[key] = text
    st.session_state[key] = text


def _keep(key: str) -> None:
    _drafts()[key] = st.session_state[key]


def _drafts() -> dict[str, str]:
    found: dict[str, str] = desk.here().setdefault(DRAFTS, {})
    return found


def _key(scene: Scene) -> str:
    return f"review-note-{scene.meeting.number}-{scene.reference}"
