"""The upkeep of meetings on screen: adding one, correcting it, taking it away."""

import streamlit as st

from data_access import reviewing
from data_access.access import Right
from data_access.clock import today
from data_access.filters import Filters
from data_access.rules import Origin
from pages.review.choosing import ENTRY, NAME, Meeting
from pages.shared import data, forms, history, sources
from pages.shared.fields import Field, Kind
from pages.shared.words import Words, mark

LABELS = {
    "held_on": mark("Day of the meeting"),
    "title_lv": mark("Title in Latvian"),
    "title_en": mark("Title in English"),
}
HISTORY = {**LABELS, "source_id": mark("Source"), "locator": mark("Where in the source")}
REFUSALS: forms.Refusals = {
    reviewing.MeetingDecided: mark(
        "Something was decided at this meeting, so its day stays, and so does the meeting. "
        "Nothing was stored."
    ),
    reviewing.MeetingFarAway: mark(
        "A meeting of the Council lies between 1 July 2009 and the end of 2099. Choose another "
        "day; nothing was stored."
    ),
}


def add(words: Words) -> None:
    """A form for a meeting that was held or is to come; it is shown once it is stored."""
    if not forms.may_everywhere(Right.KEEP_MEETINGS):
        return
    with st.expander(words.say("Add a meeting"), key="meeting-add-open"):
        forms.edit(
            words,
            "meeting-add",
            _fields(words),
            {"held_on": today()},
            reviewing.add_meeting,
            submit=words.say("Add the meeting"),
            refusals=REFUSALS,
            keep=False,
            after=_show_latest,
        )


def correct(words: Words, meeting: Meeting) -> None:
    """A form filled with the meeting, a button that takes it away, and what was changed in it."""
    if not forms.may_everywhere(Right.KEEP_MEETINGS):
        return
    number, revision = meeting.number, int(meeting.row["revision"])
    with st.expander(words.say("Correct this meeting"), key=f"meeting-{number}-open"):
        forms.edit(
            words,
            f"meeting-{number}",
            _fields(words),
            meeting.row,
            lambda connection, reader, values: reviewing.edit_meeting(
                connection, reader, number, revision, values
            ),
            submit=words.say("Store the meeting"),
            refusals=REFUSALS,
        )
        if not meeting.row["decisions"] and meeting.row["origin"] == Origin.ENTERED:
            forms.button(
                words,
                f"meeting-{number}-remove",
                words.say("Remove this meeting"),
                lambda connection, reader, _: reviewing.remove_meeting(
                    connection, reader, number, revision
                ),
                refusals=REFUSALS,
                after=_forget,
            )
    history.show(
        words, "council_meeting", number, HISTORY, names={"source_id": sources.names(words)}
    )


def _fields(words: Words) -> list[Field]:
    help_ = {
        "title_en": mark("Left empty, the Latvian title stands in its place."),
        "held_on": mark("A meeting may be yet to come."),
    }
    plain = [
        Field(
            name,
            label,
            Kind.DAY if name == "held_on" else Kind.LINE,
            required=name != "title_en",
            help=help_.get(name, ""),
        )
        for name, label in LABELS.items()
    ]
    return [*plain, *sources.citation(words)]


def _show_latest() -> None:
    """The meeting that was just added is the one of the highest number."""
    number = max(data.frame(reviewing.meetings, Filters())["number"])
    st.query_params[NAME] = str(number)
    st.query_params.pop(ENTRY, None)


def _forget() -> None:
    for name in (NAME, ENTRY):
        st.query_params.pop(name, None)
