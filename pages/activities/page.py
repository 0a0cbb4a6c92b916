"""Activities: the list of a round, or one activity with all that is known of it."""

import streamlit as st

from data_access import activities
from data_access.access import Right
from data_access.filters import Filters
from pages.activities import keeping, listing, one
from pages.shared import data, filters, frame

data.require(Right.READ_PUBLISHED)
words = filters.words()
chosen = filters.chosen()
found = data.frame(activities.listed, chosen)

if not data.round_titles():
    st.title(words.say("Activities"), anchor=False)
    frame.say_how_to_begin(words)
elif chosen.activity is None:
    st.title(words.say("Activities"), anchor=False)
    keeping.add(words, chosen)
    listing.show(words, found, data.ask(activities.undated, chosen), chosen)
    keeping.removed(words, chosen)
elif found.empty:
    one.unknown(words)
else:
    one.show(words, found.to_dict("records")[0], Filters(activity=chosen.activity))
