"""Council review: what the Council has to look at, one entry after another."""

import streamlit as st

from data_access.access import Right
from pages.review import agenda, choosing, keeping, minutes, one, progress
from pages.shared import data, filters, frame

data.require(Right.READ_PUBLISHED)
words = filters.words()

st.title(words.say("Council review"), anchor=False)
found = choosing.meetings()
if not data.round_titles():
    frame.say_how_to_begin(words)
elif not found:
    choosing.none_yet(words)
    keeping.add(words)
else:
    meeting = choosing.choose(words, found)
    lines = agenda.lines(meeting)
    progress.show(words, meeting, lines)
    one.show(words, meeting, lines)
    agenda.show(words, meeting, lines)
    minutes.show(words, meeting)
    keeping.correct(words, meeting)
    keeping.add(words)
