"""The lines above and below every page: which data, how fresh, and whose words they are."""

import streamlit as st

from data_access import rounds
from data_access.rules import Origin
from pages.shared import data, filters
from pages.shared.vocabulary import ORIGINS
from pages.shared.words import Words, safe


def say_which_data(words: Words) -> None:
    """One line above the page: what the database holds, its version and when it last changed."""
    fresh, holds = data.version(), data.holdings()
    parts = [words.code(ORIGINS, origin) for origin in Origin if origin in holds.origins]
    held = ", ".join(parts) or words.say("nothing yet")
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
    if filters.not_understood():
        st.info(
            words.say(
                "The address asks for a round or a day that there is not; that part was left out."
            )
        )


def say_whose_words(words: Words) -> None:
    """The disclaimer that a round's funding asks for, under everything shown of that round."""
    for row in data.frame(rounds.listed, filters.chosen()).to_dict("records"):
        if text := words.pick(row, "disclaimer"):
            st.divider()
            st.caption(safe(text))
