"""One activity: when, where, who, what came of it, and the documents it left."""

from typing import Any

import pandas as pd
import streamlit as st

from data_access import activities, recommendations
from data_access import figures as questions
from data_access.access import Right
from data_access.filters import Filters
from pages.activities import keeping, parts
from pages.shared import data, figures, filters, frame, looks, reach
from pages.shared.activities import kind_and_area, when
from pages.shared.vocabulary import FIGURES, PARTS
from pages.shared.words import Words, safe

Row = dict[Any, Any]


def unknown(words: Words) -> None:
    """An address that names no activity."""
    _back(words)
    st.title(words.say("Activity not found"), anchor=False)
    gone = words.say("No activity has this address. It may have been removed or renamed.")
    st.info(safe(f"{gone} {reach.beyond(words)}"))


def show(words: Words, row: Row, chosen: Filters) -> None:
    """The page of one activity, whatever round or days are chosen beside it."""
    _back(words)
    st.title(safe(words.pick(row, "title")), anchor=False)
    looks.say(words, chosen)
    st.markdown(
        safe(" · ".join([when(words, row), kind_and_area(words, row), _places(words, row, chosen)]))
    )
    keeping.say_how_it_stands(words, row)
    _measure(words, chosen)
    _reported(words, data.frame(questions.of_activity, chosen))
    _recorded(words, chosen)
    if outcome := words.pick(row, "outcome"):
        st.header(words.say("Outcome"), anchor=False)
        st.markdown(safe(outcome))
    _institutions(words, data.frame(activities.institutions, chosen))
    _recommendations(words, data.frame(recommendations.listed, chosen))
    _documents(words, data.frame(activities.documents, chosen))
    st.caption(safe(figures.citations(words, [row])))
    keeping.correct(words, row, chosen)
    if keeping.is_kept(row):
        parts.institutions_of(words, str(row["code"]), chosen)
        parts.documents_of(words, str(row["code"]), chosen)
    keeping.changes(words, row)


def _back(words: Words) -> None:
    st.page_link(
        "activities/page.py",
        label=words.say("← All activities"),
        query_params=filters.address(),
    )


def _places(words: Words, row: Row, chosen: Filters) -> str:
    further = data.frame(activities.further_places, chosen).to_dict("records")
    return " · ".join(looks.place(words, place, chosen) for place in (row, *further))


def _measure(words: Words, chosen: Filters) -> None:
    for line in data.frame(activities.measures, chosen).to_dict("records"):
        text = words.say(
            "Line {number} of the round's list: {text}",
            number=int(line["position"]),
            text=words.pick(line, "text"),
        )
        st.caption(safe(text))


def _reported(words: Words, reported: pd.DataFrame) -> None:
    """Reported figures with their sources."""
    st.header(words.say("Figures"), anchor=False)
    rows = reported.to_dict("records")
    if not rows:
        st.markdown(words.say("No source known here states a headcount."))
    for column, row in zip(st.columns(max(len(rows), 2)), rows, strict=False):
        with column, st.container(border=True):
            st.metric(words.code(FIGURES, row["figure"]), figures.written(words, row))
            st.caption(safe(words.pick(row, "note") or words.say("reported")))
            figures.source_on_demand(words, [row], key=f"source-{row['figure']}")


def _recorded(words: Words, chosen: Filters) -> None:
    """How many attendances are recorded, or that it is hidden."""
    if not data.may(Right.READ_FIGURES):
        st.caption(safe(reach.hidden(words)))
        return
    recorded = data.frame(questions.recorded, chosen).to_dict("records")
    counted = {row["figure"]: figures.written(words, row) for row in recorded}
    told = words.say("Recorded attendances: {number}", number=counted["attendances"])
    st.caption(safe(frame.marked(words, told)))


def _institutions(words: Words, found: pd.DataFrame) -> None:
    if found.empty:
        return
    st.header(words.say("Institutions"), anchor=False)
    for part, heading in PARTS.items():
        rows = found[found["part"] == part].to_dict("records")
        names = words.sort(words.pick(row, "name") for row in rows)
        if names:
            st.markdown(f"**{safe(words.say(heading))}:** {safe(', '.join(names))}")


def _recommendations(words: Words, found: pd.DataFrame) -> None:
    if found.empty:
        return
    st.header(words.say("What was agreed and proposed"), anchor=False)
    for row in found.to_dict("records"):
        st.markdown(f"- **{safe(row['reference'])}** {safe(words.pick(row, 'text'))}")
        link = words.say("What became of {reference}", reference=row["reference"])
        address = filters.address(recommendation=row["reference"])
        st.page_link("recommendations/page.py", label=safe(link), query_params=address)


def _documents(words: Words, found: pd.DataFrame) -> None:
    st.header(words.say("Documents"), anchor=False)
    if found.empty:
        st.markdown(words.say("No document of this activity is known here."))
    for row in found.to_dict("records"):
        published = row["published_on"]
        dated = "" if pd.isna(published) else f", {words.date(published.date())}"
        st.markdown(f"- {safe(words.pick(row, 'title') + dated)}")
        if row["address"]:
            st.link_button(words.say("Open the document"), row["address"])
