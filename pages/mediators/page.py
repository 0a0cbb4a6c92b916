"""Mediators: their posts, gaps and trainings, and support outside mediation."""

from dataclasses import replace

import streamlit as st

from data_access import mediators
from data_access.access import Right
from data_access.filters import Filters
from pages.mediators import labels, listing, one, posts, stated, support, trainings
from pages.shared import data, filters, frame, looks, sources

data.require(Right.READ_RECORDS)
words = filters.words()
# Posts belong to rounds, whatever else an address may name.
chosen = replace(filters.chosen(), activity=None, recommendation=None, place=None)
asked = st.query_params.get("post")

if not data.round_titles():
    st.title(words.say("Mediators"), anchor=False)
    frame.say_how_to_begin(words)
elif asked is not None:
    known = data.frame(mediators.listed, Filters(look=chosen.look)).to_dict("records")
    opened = next((row for row in known if str(row["id"]) == asked), None)
    if opened is None:
        one.unknown(words)
    else:
        one.show(words, opened, chosen)
else:
    st.title(words.say("Mediators"), anchor=False)
    looks.say(words, chosen)
    of_round = replace(chosen, start=None, end=None)
    named = labels.of_posts(words, data.frame(mediators.listed, of_round), of_round)
    listing.show(words, data.frame(mediators.listed, chosen), named, chosen)
    posts.add(words, chosen, named)
    stated.add_line(words, chosen, named)
    posts.removed(words, chosen, named)
    trainings.of_round(words, chosen, named)
    support.show(words, chosen)
    sources.add(words)
