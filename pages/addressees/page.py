"""Addressees: what each institution owes, and what may be sent to it."""

import streamlit as st

from data_access.access import Right
from pages.shared import data, filters

data.require(Right.READ_PUBLISHED)
words = filters.words()

st.title(words.say("Addressees"), anchor=False)
