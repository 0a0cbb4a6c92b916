"""Caseloads: what mediators recorded, by post and month, with months of service beside it."""

import streamlit as st

from data_access import caseloads, figures
from data_access.access import Right
from data_access.filters import Filters
from pages.caseloads import by_month, by_post, needs, open_cases, totals
from pages.shared import data, filters, frame, reach
from pages.shared.words import safe

data.require(Right.READ_CASELOADS)
words = filters.words()
asked = filters.chosen()
# Mediators belong to rounds, whatever else an address may name.
chosen = Filters(round=asked.round, start=asked.start, end=asked.end)

st.title(words.say("Mediators' caseloads"), anchor=False)
if not data.round_titles():
    frame.say_how_to_begin(words)
elif data.may(Right.READ_FIGURES) and not reach.sees_figures(chosen.round):
    st.info(safe(reach.hidden(words)))
else:
    totals.whose(words)
    posts = data.frame(caseloads.posts, chosen)
    counted = reach.without_support(data.frame(caseloads.totals, chosen), chosen.round)
    reported = data.frame(figures.reported, chosen)
    day = data.ask(caseloads.last_day, chosen)
    if posts.empty:
        of_round = data.frame(caseloads.posts, Filters(round=chosen.round))
        totals.nothing_here(words, days_hide_some=not of_round.empty)
        totals.beside_reported(words, reported, counted, chosen.round)
    else:
        totals.cards(words, counted, posts, day)
        totals.beside_reported(words, reported, counted, chosen.round)
        by_post.show(words, posts)
        by_month.show(words, data.frame(caseloads.months, chosen), posts, counted, chosen)
        needs.show(words, data.frame(caseloads.needs, chosen), counted)
        open_cases.show(words, data.frame(caseloads.open_cases, chosen), posts, day)
