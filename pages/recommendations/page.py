"""Recommendations: where the register's entries stand, or one entry with all its life."""

import streamlit as st

from data_access import recommendations
from data_access.access import Right
from pages.recommendations import listing, narrowing, one, past, spread, summary
from pages.shared import data, filters, frame, looks
from pages.shared.recommendations import made_up

data.require(Right.READ_PUBLISHED)
words = filters.words()
chosen = filters.chosen()

is_begun = bool(data.round_titles())
if chosen.recommendation is not None and is_begun:
    one.show(words, data.frame(recommendations.register, chosen), chosen)
else:
    st.title(words.say("Recommendations"), anchor=False)
    if is_begun:
        wanted = past.as_of(words, narrowing.wanted()).of_all()
        counted = data.frame(recommendations.how_many, chosen, wanted)
    if not is_begun:
        frame.say_how_to_begin(words)
    elif not counted["entries"].sum():
        listing.nothing_here(words)
    else:
        looks.say(words, chosen)
        invented = made_up(words, counted)
        parts = data.frame(recommendations.spread, chosen, wanted)
        summary.how_many(words, counted, chosen)
        summary.by_status(words, data.frame(recommendations.by_status, chosen, wanted), invented)
        spread.show(words, parts, invented, chosen)
        late = data.frame(recommendations.by_lateness, chosen, wanted)
        summary.lateness(words, late, invented, wanted)
        listing.show(words, parts, chosen)
