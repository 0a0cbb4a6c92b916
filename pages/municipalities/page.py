"""Municipalities: those that nothing has reached, or one of them and all that is known of it."""

from dataclasses import replace

import streamlit as st

from data_access import municipalities
from data_access.access import Right
from data_access.filters import Filters
from pages.municipalities import one, worklist
from pages.shared import data, filters, frame, reach
from pages.shared.words import safe

data.require(Right.READ_FIGURES)
words = filters.words()
asked = filters.chosen()
chosen = replace(asked, activity=None, recommendation=None, place=None)
known = data.frame(municipalities.known, Filters())
by_place = {str(row["place"]): row for row in known.to_dict("records")}

if asked.place in by_place:
    one.show(words, by_place[asked.place], known, chosen)
else:
    st.title(words.say("Municipalities"), anchor=False)
    if not data.round_titles():
        frame.say_how_to_begin(words)
    elif not reach.sees_figures(chosen.round):
        st.info(safe(reach.hidden(words)))
    else:
        worklist.say_if_unknown(words, asked.place)
        worklist.show(words, known, chosen)
