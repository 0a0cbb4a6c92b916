"""Institutions: the register with its search, or one institution and where it appears."""

import streamlit as st

from data_access import institutions
from data_access.access import Right
from data_access.filters import Filters
from pages.institutions import by_words, keeping, listing, one
from pages.shared import choices, data, filters

data.require(Right.READ_PUBLISHED)
words = filters.words()
found = data.frame(institutions.listed, Filters())
by_code = {str(row["code"]): row for row in found.to_dict("records")}
code = choices.chosen("institution", dict.fromkeys(by_code, ""), "")

if code:
    one.show(words, by_code[code])
    keeping.correct(words, by_code[code])
    keeping.other_names(words, by_code[code])
    keeping.changes(words, by_code[code])
else:
    st.title(words.say("Institutions"), anchor=False)
    listing.say_if_unknown(words)
    keeping.add(words)
    listing.show(words, found)
    by_words.show(words)
