"""Participants: persons and attendances of a selection, broken down or compared."""

from dataclasses import replace

import streamlit as st

from data_access import activities, figures, participants
from data_access.access import Right
from data_access.filters import Filters
from pages.participants import broken_down, choosing, compared, totals
from pages.shared import data, filters, frame, looks, reach

data.require(Right.READ_FIGURES)
words = filters.words()
asked = filters.chosen()
chosen = replace(asked, recommendation=None, place=None)
whole = Filters(round=chosen.round, look=chosen.look)

st.title(words.say("Participants"), anchor=False)
if not data.round_titles():
    frame.say_how_to_begin(words)
elif not reach.sees_figures(chosen.round):
    totals.hidden_here(words, data.frame(figures.reported, whole))
else:
    looks.say(words, chosen)
    cells = data.frame(participants.breakdown, chosen)
    reported = data.frame(figures.reported, whole)
    if chosen.activity:
        named = data.frame(activities.listed, Filters(activity=chosen.activity))
        totals.only_one_activity(words, named)
    totals.show(words, data.frame(figures.recorded, chosen), reported)
    if chosen.start or chosen.end:
        totals.left_out(words, data.ask(activities.undated, whole))

    if cells.empty:
        round_has_rows = not data.frame(participants.breakdown, whole).empty
        totals.nothing_here(words, reported, chosen, round_has_rows=round_has_rows)
    else:
        seen = {c: title for c, title in data.round_titles().items() if reach.sees_figures(c)}
        choice = choosing.choose(words, seen, chosen.round)
        if choice.categories:
            compared.categories(words, cells, choice, chosen)
        elif choice.beside != choosing.NOTHING:
            other = data.frame(participants.breakdown, replace(whole, round=choice.beside))
            compared.rounds(words, cells, other, choice, chosen)
        else:
            broken_down.show(words, cells, choice, chosen)
