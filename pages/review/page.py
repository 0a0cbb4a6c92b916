"""Council review: what the Council has to look at, one entry after another."""

import streamlit as st

from data_access.access import Right
from pages.shared import data, filters

data.require(Right.READ_PUBLISHED)
words = filters.words()

st.title(words.say("Council review"), anchor=False)
