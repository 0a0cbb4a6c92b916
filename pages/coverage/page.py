"""Coverage: the map of a selection, what is reported of it, and what lies behind a place."""

from dataclasses import replace

import streamlit as st

from data_access import rounds
from data_access.access import Right
from data_access.filters import Filters
from pages.coverage import aside, behind, compared, listing, maps, merged, placed, shown, told
from pages.coverage.differing import Side
from pages.shared import data, filters, frame, reach
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
    view, beside = shown.choose(words, chosen, lambda: compared.choose(words, chosen))
    measure, places = view.measure, view.places(chosen)
    documents = data.frame(rounds.places, chosen)
    here = placed.find(words, asked.place, places)

    if view.source:
        st.caption(safe(view.source))
    merged.say(words, chosen)
    if beside:
        first = Side(chosen, places, documents)
        of_other = Filters(round=beside, look=chosen.look)
        listed = data.frame(rounds.places, of_other)
        second = Side(of_other, view.places(of_other), listed)
        compared.show(words, measure, (first, second), here.place)
        behind.show(words, places, here, chosen)
    else:
        maps.say(words, measure, places, documents)
        left, right = st.columns([3, 1])
        with left:
            maps.show(words, measure, places, here.place)
            behind.show(words, places, here, chosen)
        with right:
            maps.boxes(words, measure, places)
            aside.say(words, measure, places, chosen)
    note = told.note(words, places, chosen, documents)
    listing.show(words, measure, places, f"{note} {view.source}".strip())
