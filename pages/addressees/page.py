"""Addressees: what each institution owes, and what may be sent to it."""

import streamlit as st

from data_access import institutions, owed
from data_access.access import Right
from data_access.filters import Filters
from data_access.recommendations import Wanted
from pages.addressees import listing, one
from pages.shared import data, filters, frame, past

data.require(Right.READ_PUBLISHED)
words = filters.words()
code = st.query_params.get("institution", "")
known: dict[str, one.Row] = {one.NOBODY: {}} | {
    str(row["code"]): row for row in data.frame(institutions.listed, Filters()).to_dict("records")
}

if code in known:
    one.show(words, code, known[code])
else:
    st.title(words.say("Addressees"), anchor=False)
    if not data.round_titles():
        frame.say_how_to_begin(words)
    else:
        if code:
            listing.unknown(words)
        wanted = past.as_of(words, Wanted.from_query(st.query_params.to_dict())).of_all()
        found = data.frame(owed.addressees, Filters(), wanted)
        if found.empty:
            listing.nothing_here(words)
        else:
            listing.show(words, found, wanted)
