"""Activities: the list of a round, or one activity with all that is known of it."""

from dataclasses import replace

import streamlit as st

from data_access import activities
from data_access.access import Right
from pages.activities import keeping, listing, one
from pages.shared import data, filters, frame, looks

data.require(Right.READ_PUBLISHED)
words = filters.words()
chosen = filters.chosen()
found = data.frame(activities.listed, chosen)

if not data.round_titles():
    st.title(words.say("Activities"), anchor=False)
    frame.say_how_to_begin(words)
elif chosen.activity is None:
    st.title(words.say("Activities"), anchor=False)
    looks.say(words, chosen)
    keeping.add(words, chosen)
    listing.show(words, found, data.ask(activities.undated, chosen), chosen)
    keeping.removed(words, chosen)
elif found.empty:
    one.unknown(words)
else:
    one_alone = replace(chosen, round=None, start=None, end=None)
    one.show(words, found.to_dict("records")[0], one_alone)
