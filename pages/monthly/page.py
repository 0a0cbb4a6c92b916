"""Monthly reports of mediators: the workbook to fill in, a file in, questions, history."""

import streamlit as st

from data_access.access import Right
from pages.shared import data, filters

data.require(Right.KEEP_RECORDS)
words = filters.words()
st.title(words.say("Monthly reports"), anchor=False)
