"""Reported figures: what documents state of the round, planned and reached, and its upkeep."""

import streamlit as st

from data_access import figures
from pages.reported import keeping, listing
from pages.shared import data, filters, frame

words = filters.words()
chosen = filters.chosen()
found = data.frame(figures.kept, chosen).to_dict("records")

st.title(words.say("Reported figures"), anchor=False)
if not data.round_titles():
    frame.say_how_to_begin(words)
else:
    listing.explain(words)
    listing.show(words, found, chosen)
    keeping.one(words, found)
    keeping.removed(words, chosen)
    keeping.add(words, chosen)
    keeping.add_source(words)
