"""The overview: what a round reported, what is recorded, and the questions left open."""

import streamlit as st

from data_access import activities, figures, overview, recommendations, rounds
from pages.overview import headlines, questions, story
from pages.shared import data, filters, frame

words = filters.words()
chosen = filters.chosen()
this_round = data.frame(rounds.listed, chosen)

headlines.title(words, this_round)
if this_round.empty:
    frame.say_how_to_begin(words)
elif chosen.round is None:
    st.info(words.say("Choose one round to see its figures; below, all rounds side by side."))
else:
    reported = data.frame(figures.reported, chosen)
    headlines.headlines(words, reported)
    headlines.places_named(words, data.frame(rounds.places, chosen))
    headlines.who_took_part(words, reported)
    headlines.reported_and_recorded(words, reported, data.frame(figures.recorded, chosen))
    questions.show(words, data.frame(figures.gaps, chosen))

if not this_round.empty:
    story.on_a_line_of_time(
        words, data.frame(overview.timeline, chosen), data.ask(activities.undated, chosen)
    )
    story.rounds_compared(words, data.frame(overview.compared, chosen), chosen.round)
    story.register(
        words,
        data.frame(recommendations.listed, chosen),
        data.frame(recommendations.addressees, chosen),
    )
    story.in_words(words, data.frame(rounds.statements, chosen))
