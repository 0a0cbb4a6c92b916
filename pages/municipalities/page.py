"""Municipalities."""

import streamlit as st

from data_access.access import Right
from pages.shared import data, filters

data.require(Right.READ_FIGURES)
words = filters.words()
st.title(words.say("Municipalities"), anchor=False)
