"""The lines above and below every page: which data, how fresh, and whose words they are."""

import streamlit as st

from data_access import rounds
from data_access.access import Right
from data_access.filters import is_back_to_front
from data_access.rules import Origin
from pages.shared import data, filters, reach
from pages.shared.vocabulary import ORIGINS
from pages.shared.words import Words, safe


def say_which_data(words: Words) -> None:
    """Above the page: what the database holds, its version, what is made up, how far one sees."""
    st.caption(_held(words))
    if data.is_made_up():
        st.warning(words.say("These data are made up in part: they show how the platform works."))
    if limitation := reach.limitation(words):
        st.info(safe(limitation))
    if data.may(Right.READ_PUBLISHED):
        _say_what_was_left_out(words)


def marked(words: Words, text: str) -> str:
    """Recorded figures as they are written, with a mark where rows of the sample may be in them."""
    if not data.is_made_up():
        return text
    return words.say("{text} (made up, wholly or in part)", text=text)


def say_how_to_begin(words: Words) -> None:
    """What to do with an empty database."""
    st.info(
        words.say(
            "The database holds no round yet. To fill in the documented facts, with made-up sample "
            "data beside them, stop the server, run “python -m seed” and start it again; "
            "“python -m seed --facts-only” fills in the facts alone."
        )
    )
    if data.may(Right.KEEP_ROUNDS):
        link = words.say("Or begin with a round of your own: Rounds")
        st.page_link("rounds/page.py", label=link, query_params=filters.address())


def say_whose_words(words: Words) -> None:
    """The disclaimer that a round's funding asks for, under everything shown of that round."""
    if not data.may(Right.READ_PUBLISHED):
        return
    for row in data.frame(rounds.listed, filters.chosen()).to_dict("records"):
        if text := words.pick(row, "disclaimer"):
            st.divider()
            st.caption(safe(text))


def _held(words: Words) -> str:
    """What the database holds as far as the reader sees it, its version and when it changed."""
    fresh = data.version()
    state = words.say(
        "Version {number} of {moment}.",
        number=fresh.number,
        moment=words.moment(fresh.changed_at),
    )
    if not data.may(Right.READ_PUBLISHED):
        return state
    holds = data.holdings()
    held = ", ".join(words.code(ORIGINS, origin) for origin in Origin if origin in holds.origins)
    if not held:
        return words.say("The database is empty.")
    if holds.attendances is None:
        return words.say("Shown to your role: {held}. {state}", held=held, state=state)
    counted = _recorded(words, holds.attendances)
    if reach.is_limited():
        return words.say(
            "Shown to your role: {held}; {recorded}. {state}",
            held=held,
            recorded=counted,
            state=state,
        )
    return words.say(
        "The database holds {held}; {recorded}. {state}", held=held, recorded=counted, state=state
    )


def _recorded(words: Words, attendances: int) -> str:
    if attendances:
        return words.count("{n} attendance recorded", "{n} attendances recorded", attendances)
    return words.say("no attendance recorded yet")


def _say_what_was_left_out(words: Words) -> None:
    """Which parts of the address ask for nothing there is."""
    if is_back_to_front(st.query_params.to_dict()):
        st.warning(
            words.say("The first day lies after the last one, so neither narrows what is shown.")
        )
    elif filters.not_understood():
        st.info(
            words.say(
                "The address asks for a round or a day that there is not; that part was left out."
            )
        )
