"""The overview: what a round reported, what is recorded, and the questions left open."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from data_access import (
    activities,
    attendance,
    caseloads,
    coverage,
    figures,
    overview,
    participants,
    recommendations,
    rounds,
)
from data_access.access import Right
from data_access.filters import Filters
from data_access.recommendations import Wanted
from data_access.rules import Look
from pages.overview import headlines, municipalities, news, plan, questions, story
from pages.shared import data, filters, frame, looks, reach

data.require(Right.READ_PUBLISHED)
words = filters.words()
chosen = replace(filters.chosen(), activity=None, recommendation=None, place=None)
this_round = data.frame(rounds.listed, chosen)

headlines.title(words, this_round)
if this_round.empty:
    frame.say_how_to_begin(words)
elif chosen.round is None:
    st.info(words.say("Choose one round to see its figures; below, all rounds side by side."))
else:
    looks.say(words, chosen)
    reported = data.frame(figures.reported, chosen)
    sees_recorded = reach.sees_figures(chosen.round)
    sides = (
        headlines.both_sides(
            words,
            reported,
            reach.without_support(
                pd.concat(
                    [data.frame(figures.recorded, chosen), data.frame(caseloads.totals, chosen)]
                ),
                chosen.round,
            ),
            data.frame(participants.breakdown, chosen),
        )
        if sees_recorded
        else headlines.reported_side(words, reported)
    )
    headlines.headlines(words, reported, sides)
    if sees_recorded:
        is_today = chosen.look is Look.TODAY
        became = data.frame(coverage.became, chosen) if is_today else None
        municipalities.show(words, data.frame(figures.represented, chosen), became)
    headlines.places_named(words, data.frame(rounds.places, chosen))
    headlines.who_took_part(words, reported)
    headlines.reported_and_recorded(words, reported, sides)
    questions.show(words, data.frame(figures.gaps, chosen))
    if sees_recorded:
        news.show(
            words,
            data.frame(attendance.last_upload, chosen),
            data.frame(overview.changed_by_hand, chosen),
        )
        plan.reached(words, data.frame(overview.reached, chosen))
    else:
        plan.known(
            words,
            data.frame(rounds.statements, chosen),
            data.frame(activities.listed, Filters(round=chosen.round)),
        )
    plan.figures_planned(words, data.frame(figures.planned, chosen), sides)

if not this_round.empty:
    story.on_a_line_of_time(
        words, data.frame(overview.timeline, chosen), data.ask(activities.undated, chosen)
    )
    story.rounds_compared(words, data.frame(overview.compared, chosen), chosen.round)
    entries = data.frame(recommendations.register, chosen, Wanted(), story.ENTRIES)
    registered = story.Registered(
        counted=data.frame(recommendations.how_many, chosen),
        by_status=data.frame(recommendations.by_status, chosen),
        entries=entries,
        addressees=data.frame(recommendations.addressees, chosen, tuple(entries["reference"])),
    )
    story.register(words, registered)
    story.in_words(words, data.frame(rounds.statements, chosen))
