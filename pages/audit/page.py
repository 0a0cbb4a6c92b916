"""The audit log: whether it is whole, and who did what, when and why."""

import streamlit as st

from data_access import audit
from data_access.access import Right
from pages.audit import listing, narrowing, verdict
from pages.shared import data, filters

data.require(Right.READ_AUDIT)
words = filters.words()
st.title(words.say("Audit log"), anchor=False)
kinds, latest = data.look(audit.kinds), data.look(audit.head)

if latest is None:
    verdict.of_an_empty_log(words)
else:
    verdict.show(words, latest)
    st.header(words.say("Entries"), anchor=False)
    listing.show(words, narrowing.chosen(words, kinds))
