"""The lines above and below every page: which data, how fresh, and whose words they are."""

import streamlit as st

from data_access import rounds
from data_access.filters import is_back_to_front
from data_access.rules import Origin
from pages.shared import data, filters
from pages.shared.vocabulary import ORIGINS
from pages.shared.words import Words, safe


def say_which_data(words: Words) -> None:
    """One line above the page: what the database holds, its version and when it last changed."""
    fresh, holds = data.version(), data.holdings()
    held = ", ".join(words.code(ORIGINS, origin) for origin in Origin if origin in holds.origins)
    if not held:
        st.caption(words.say("The database is empty."))
        return
    recorded = (
        words.count("{n} attendance recorded", "{n} attendances recorded", holds.attendances)
        if holds.attendances
        else words.say("no attendance recorded yet")
    )
    st.caption(
        words.say(
            "The database holds {held}; {recorded}. Version {number} of {moment}.",
            held=held,
            recorded=recorded,
            number=fresh.number,
            moment=words.moment(fresh.changed_at),
        )
    )
    if Origin.SAMPLE in holds.origins:
        st.warning(words.say("These data are made up in part: they show how the platform works."))
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


def marked(words: Words, text: str) -> str:
    """Recorded figures as they are written, with a mark where rows of the sample may be in them."""
    if Origin.SAMPLE not in data.holdings().origins:
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
    link = words.say("Or begin with a round of your own: Rounds")
    st.page_link("rounds/page.py", label=link, query_params=filters.address())


def say_whose_words(words: Words) -> None:
    """The disclaimer that a round's funding asks for, under everything shown of that round."""
    for row in data.frame(rounds.listed, filters.chosen()).to_dict("records"):
        if text := words.pick(row, "disclaimer"):
            st.divider()
            st.caption(safe(text))
