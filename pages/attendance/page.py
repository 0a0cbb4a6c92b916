"""The attendance: a list uploaded for an activity, the uploads so far, one row by hand."""

import streamlit as st

from data_access.access import Right
from pages.attendance import activity, rows, upload, uploads
from pages.shared import data, filters, frame
from pages.shared.words import Words

data.require(Right.UPLOAD_ATTENDANCE)
words = filters.words()
chosen = filters.chosen()


def work_on(words: Words) -> None:
    """The activity first; then the file for it, what came before, and single rows."""
    here = activity.choose(words, chosen)
    round_ = here["round"] if here else chosen.round
    if round_ is not None and activity.is_closed(round_):
        activity.say_closed(words, round_)
        uploads.show(words, chosen)
        return
    upload.template(words, here, chosen)
    if here is None:
        st.info(words.say("Choose the activity first: then the file can be given here."))
        uploads.show(words, chosen)
        return
    upload.file(words, here)
    uploads.show(words, chosen)
    rows.show(words, here["code"])


st.title(words.say("Attendance"), anchor=False)
if not data.round_titles():
    frame.say_how_to_begin(words)
else:
    work_on(words)
