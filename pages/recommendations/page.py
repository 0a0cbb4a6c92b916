"""Recommendations: where the register's entries stand, or one entry with all its life."""

import streamlit as st

from data_access import recommendations
from data_access.access import Right
from pages.recommendations import (
    adding,
    bulk,
    editing,
    importing,
    lasting,
    listing,
    moving,
    narrowing,
    one,
    part,
    returning,
    spread,
    summary,
)
from pages.shared import data, filters, frame, looks, past
from pages.shared.recommendations import made_up

data.require(Right.READ_PUBLISHED)
words = filters.words()
chosen = filters.chosen()

is_begun = bool(data.round_titles())
if is_begun and importing.is_asked_for():
    importing.show(words)
elif is_begun and adding.is_asked_for("add"):
    adding.show(words, chosen)
elif is_begun and adding.is_asked_for("bulk"):
    bulk.show(words, chosen)
elif chosen.recommendation is not None and is_begun:
    one.show(words, data.frame(recommendations.register, chosen), chosen)
else:
    st.title(words.say("Recommendations"), anchor=False)
    if is_begun:
        editing.removed(words)
        adding.offer(words)
        importing.link(words)
        wanted = past.as_of(words, narrowing.wanted()).of_all()
        counted = data.frame(recommendations.how_many, chosen, wanted)
    if not is_begun:
        frame.say_how_to_begin(words)
    elif not counted["entries"].sum():
        listing.nothing_here(words)
    else:
        looks.say(words, chosen)
        invented = made_up(words, counted)
        summary.how_many(words, counted, chosen)
        if part.chosen(words) == part.MOVED:
            moving.show(words, chosen, wanted, invented)
            lasting.ageing(words, chosen, wanted, invented)
            lasting.waiting(words, chosen, wanted, invented)
            returning.show(words, chosen, wanted)
        else:
            parts = data.frame(recommendations.spread, chosen, wanted)
            stand = data.frame(recommendations.by_status, chosen, wanted)
            summary.by_status(words, stand, invented)
            spread.show(words, parts, invented, chosen)
            late = data.frame(recommendations.by_lateness, chosen, wanted)
            summary.lateness(words, late, invented, wanted)
            listing.show(words, parts, chosen)
