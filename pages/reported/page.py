"""Reported figures: what documents state of the round, planned and reached, and its upkeep."""

import streamlit as st

from data_access import figures
from data_access.access import Right
from pages.reported import keeping, listing
from pages.shared import data, filters, frame, sources

data.require(Right.READ_PUBLISHED)
words = filters.words()
chosen = filters.chosen()
kept = data.frame(figures.kept, chosen).to_dict("records")
found = listing.named(words, kept, data.frame(figures.subjects, chosen))

st.title(words.say("Reported figures"), anchor=False)
if not data.round_titles():
    frame.say_how_to_begin(words)
else:
    listing.explain(words)
    listing.show(words, found, chosen)
    keeping.one(words, found)
    keeping.removed(words, chosen)
    keeping.add(words, chosen)
    sources.add(words)
