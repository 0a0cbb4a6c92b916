"""Recommendations: where the register's entries stand, or one entry with all its life."""

import streamlit as st

from data_access import recommendations
from data_access.access import Right
from pages.recommendations import listing, one, spread, summary
from pages.shared import data, filters, frame, looks
from pages.shared.recommendations import made_up

data.require(Right.READ_PUBLISHED)
words = filters.words()
chosen = filters.chosen()
entries = data.frame(recommendations.register, chosen)

is_begun = bool(data.round_titles())
if not is_begun or chosen.recommendation is None:
    st.title(words.say("Recommendations"), anchor=False)
if not is_begun:
    frame.say_how_to_begin(words)
elif chosen.recommendation is None and entries.empty:
    listing.nothing_here(words)
elif chosen.recommendation is None:
    looks.say(words, chosen)
    invented = made_up(words, entries)
    summary.how_many(words, entries, chosen)
    summary.by_status(words, data.frame(recommendations.by_status, chosen), invented)
    spread.show(words, data.frame(recommendations.spread, chosen), invented, chosen)
    summary.lateness(words, entries, invented)
    listing.show(words, entries, data.frame(recommendations.addressees, chosen), chosen)
elif entries.empty:
    one.unknown(words)
else:
    one.show(words, entries.to_dict("records")[0], chosen)
