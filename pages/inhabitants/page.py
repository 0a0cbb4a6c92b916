"""Inhabitants: what sources state of the country and of municipalities, and filling it in."""

import streamlit as st

from data_access import denominators
from data_access.access import Right
from data_access.filters import Filters
from pages.inhabitants import filling, listing, wording
from pages.shared import choices, data, filters, frame
from pages.shared.words import Words, safe

data.require(Right.READ_PUBLISHED)
words = filters.words()
stated = data.frame(denominators.listed, Filters())
municipalities = data.frame(denominators.municipalities, Filters())


def in_division(words: Words) -> None:
    """One division's municipalities with their numbers, and the grid that fills them in."""
    st.subheader(safe(words.say("Municipalities")), anchor=False)
    named = wording.divisions(words, municipalities)
    division = choices.choice("division", words.say("Division"), named, next(iter(named)))
    here = municipalities[municipalities["division"] == division]
    listing.in_municipalities(words, stated, here)
    filling.show(words, stated, here, division)


st.title(words.say("Inhabitants"), anchor=False)
listing.explain(words)
if municipalities.empty:
    frame.say_how_to_begin(words)
else:
    listing.country(words, stated)
    in_division(words)
