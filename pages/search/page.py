"""Search: one box over activities, institutions, places and recommendations."""

import streamlit as st

from data_access import search
from data_access.access import Right
from pages.search import results
from pages.shared import data, filters, frame

data.require(Right.READ_PUBLISHED)
words = filters.words()


st.title(words.say("Search"), anchor=False)

if not data.round_titles():
    frame.say_how_to_begin(words)
else:
    text = st.text_input(
        words.say("A word of a title, a name of an institution or a place, a reference"),
        key="search",
        max_chars=100,
    )
    st.caption(words.say("Case and accents do not matter: “rezekne” finds Rēzekne."))
    # What is typed here may be anybody's name: it goes into no address and no memory of answers.
    chosen = filters.chosen()
    found = data.look(lambda connection, reader: search.found(connection, reader, text, chosen))
    results.show(words, text, found, may_open_places=data.may(Right.READ_FIGURES))
