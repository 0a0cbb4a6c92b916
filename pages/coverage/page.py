"""Coverage: the map of a selection, what stands beside it, and what lies behind a place."""

from dataclasses import replace

import streamlit as st

from data_access import coverage, rounds
from data_access.access import Right
from pages.coverage import behind, listing, maps, told
from pages.coverage.measures import DEFAULT, MEASURES, hide
from pages.shared import choices, data, filters, frame, reach
from pages.shared.words import safe

data.require(Right.READ_FIGURES)
words = filters.words()
asked = filters.chosen()
chosen = replace(asked, activity=None, recommendation=None, place=None)

st.title(words.say("Coverage"), anchor=False)
if not data.round_titles():
    frame.say_how_to_begin(words)
elif not reach.sees_figures(chosen.round):
    st.info(safe(reach.hidden(words)))
else:
    named = {code: words.say(measure.label) for code, measure in MEASURES.items()}
    measure = MEASURES[choices.choice("show", words.say("What the map shows"), named, DEFAULT)]
    places = hide(data.frame(coverage.places, chosen), chosen.round)
    documents = data.frame(rounds.places, chosen)

    maps.say(words, measure, places, documents)
    left, right = st.columns([3, 1])
    with left:
        maps.show(words, measure, places, asked.place)
        behind.show(words, places, replace(chosen, place=asked.place))
    with right:
        maps.boxes(words, measure, places)
    listing.show(words, places, told.note(words, places, chosen, documents))
