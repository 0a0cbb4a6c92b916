"""Rounds: which there are, where each stands, and their upkeep from planned to approved."""

import streamlit as st

from data_access import rounds
from data_access.access import Right
from data_access.filters import Filters
from pages.rounds import keeping, listing, one
from pages.shared import data, filters, frame

data.require(Right.READ_PUBLISHED)
words = filters.words()
chosen = filters.chosen()
found = data.frame(rounds.listed, Filters()).to_dict("records")
this_round = next((row for row in found if row["code"] == chosen.round), None)

st.title(words.say("Rounds"), anchor=False)
if not found:
    frame.say_how_to_begin(words)
listing.show(words, found)
keeping.add(words)
if this_round is not None:
    one.show(words, this_round)
    keeping.steps(words, this_round)
    keeping.correct(words, this_round)
    keeping.changes(words, this_round)
elif found:
    st.info(words.say("Choose one round above to see it whole."))
