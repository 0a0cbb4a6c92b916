"""Mediators: their posts, gaps and trainings, and support outside mediation."""

import streamlit as st

from data_access.access import Right
from pages.shared import data, filters

data.require(Right.READ_RECORDS)
words = filters.words()
st.title(words.say("Mediators"), anchor=False)
