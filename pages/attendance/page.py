"""The attendance: a list uploaded for an activity, rows that wait, the uploads, rows by hand."""

import streamlit as st

from data_access.access import Right
from pages.attendance import (
    activity,
    given,
    queue,
    recalled,
    recording,
    rows,
    template,
    upload,
    uploads,
)
from pages.shared import data, filters, frame
from pages.shared.words import Words

data.require(Right.UPLOAD_ATTENDANCE)
words = filters.words()
chosen = filters.chosen()


def work_on(words: Words) -> None:
    """The file and its activity, in either order; what waits, what came before, single rows."""
    round_ = activity.round_of(chosen)
    if round_ is not None and activity.is_closed(round_):
        activity.choose(words, chosen, None, None)
        activity.say_closed(words, round_)
        uploads.show(words, chosen)
        return
    st.header(words.say("1. List"), anchor=False)
    upload.say_privacy(words)
    file = given.take(words)
    recording.show_result(words)
    head = st.container()
    if file is not None:
        recalled.begin(words, file)
    sheet = None if file is None else given.read(words, file)
    is_read = sheet is not None and upload.is_read(words, sheet)
    slot = st.container()
    here = activity.choose(words, chosen, file, sheet if is_read else None)
    if file is None:
        with slot:
            template.offer(words, here, chosen.round)
    if file is not None and sheet is not None and is_read:
        upload.work_on(words, file, sheet, here, head)
    queue.show(words, chosen)
    uploads.show(words, chosen)
    recalled.show(words, chosen)
    if here is not None:
        rows.show(words, here["code"])


st.title(words.say("Attendance"), anchor=False)
if not data.round_titles():
    frame.say_how_to_begin(words)
else:
    work_on(words)
