"""Caseloads: what mediators recorded, in parts of which one is shown at a time."""

from dataclasses import replace

import streamlit as st

from data_access import caseloads, figures
from data_access.access import Right
from data_access.filters import Filters
from pages.caseloads import by_round, labels, parts, totals
from pages.shared import data, filters, frame, looks, reach
from pages.shared.words import safe

data.require(Right.READ_CASELOADS)
words = filters.words()
asked = filters.chosen()
# Mediators belong to rounds, whatever else an address may name.
chosen = replace(asked, activity=None, recommendation=None, place=None)

st.title(words.say("Mediators' caseloads"), anchor=False)
if not data.round_titles():
    frame.say_how_to_begin(words)
elif data.may(Right.READ_FIGURES) and not reach.sees_figures(chosen.round):
    st.info(safe(reach.hidden(words)))
    by_round.show(words)
else:
    totals.whose(words)
    looks.say(words, chosen)
    posts = labels.placed(words, data.frame(caseloads.posts, chosen), chosen)
    counted = reach.without_support(data.frame(caseloads.totals, chosen), chosen.round)
    if posts.empty:
        of_round = data.frame(caseloads.posts, Filters(round=chosen.round))
        totals.nothing_here(words, days_hide_some=not of_round.empty)
        reported = data.frame(figures.reported, chosen)
        totals.beside_reported(words, reported, counted, chosen.round)
        by_round.show(words)
    else:
        day = data.ask(caseloads.last_day, chosen)
        parts.show(words, parts.Selection(chosen, posts, counted, day))
