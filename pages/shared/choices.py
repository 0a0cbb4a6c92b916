"""What a reader chooses on one screen, kept in the address as a neutral code."""

from collections import Counter
from collections.abc import Mapping

import streamlit as st

from pages.shared.words import safe

SEGMENTS_AT_MOST = 5


def choice(
    name: str, label: str, options: Mapping[str, str], default: str, *, as_list: bool | None = None
) -> str:
    """Draw the widget of one choice and return the chosen code.

    ``name`` is the part of the address (``by``), ``options`` the neutral codes with what each is
    called in the reader's language, in the order shown; ``default`` one of the codes. The address
    holds the code; it holds nothing while the default is chosen, and a code that is no option is
    ignored. Few options are shown side by side, many (or ``as_list``) as a list. As in::

        COUNTS = {"persons": mark("Persons"), "attendances": mark("Attendances")}
        named = {code: words.code(COUNTS, code) for code in COUNTS}
        counted = choices.choice("count", words.say("Count"), named, "persons")

    A link to the screen with something chosen: ``filters.address(count="attendances")``.
    """
    widget = f"choice-{name}"
    st.session_state[widget] = chosen(name, options, default)
    if len(options) > SEGMENTS_AT_MOST if as_list is None else as_list:
        st.selectbox(
            label,
            list(options),
            format_func=told_apart(options).__getitem__,
            key=widget,
            on_change=_take,
            args=(name, widget, default),
        )
    else:
        st.segmented_control(
            label,
            list(options),
            format_func=lambda code: safe(options[code]),
            key=widget,
            on_change=_take,
            args=(name, widget, default),
            required=True,
        )
    return chosen(name, options, default)


def told_apart(named: Mapping[str, str]) -> dict[str, str]:
    """The same, with the code beside a name that stands twice: a list answers with the name."""
    times = Counter(named.values())
    return {code: f"{name} ({code})" if times[name] > 1 else name for code, name in named.items()}


def chosen(name: str, options: Mapping[str, str], default: str) -> str:
    """The code that the address holds, or the default; draws nothing."""
    value = st.query_params.get(name, default)
    return value if value in options else default


def _take(name: str, widget: str, default: str) -> None:
    """Write what the widget holds into the address; the default leaves none there."""
    value = st.session_state[widget]
    if value in {None, default}:
        st.query_params.pop(name, None)
    else:
        st.query_params[name] = value
