"""What a visit keeps between two runs, and can keep without being broken off.

Each look into ``st.session_state`` is a point at which Streamlit may break off what runs, to begin
anew with what the reader did meanwhile. What was stored just before would then go untold, or be
stored again. The desk is a plain dictionary: once it is at hand, nothing that is put on it or
taken from it lets anything come between.
"""

import threading
from typing import Any

import streamlit as st

DESK = "desk"
_NEAR = threading.local()
"""A thread that runs a page belongs to one visit alone."""


def here() -> dict[str, Any]:
    """The visit's desk; only the first call of a run may be broken off."""
    found: dict[str, Any] | None = getattr(_NEAR, "desk", None)
    if found is None:
        found = _NEAR.desk = st.session_state.setdefault(DESK, {})
    return found
