"""Recording a checked list: all of it, or the good rows now and the others later."""

from functools import partial

import streamlit as st

from data_access import attendance
from data_access.attendance import Preview, Recorded
from pages.attendance import difference, refusals
from pages.attendance import given as given_
from pages.attendance.difference import SEEN, TAKE_OUT
from pages.attendance.given import Given
from pages.shared import data, filters, once, outcome
from pages.shared.words import Words, mark, safe

PLACE = "upload"
NOT_SEEN = mark("Tick that you have seen the difference first. Nothing was stored.")


def offer(words: Words, given: Given, found: Preview, place: difference.Place) -> None:
    """What the list changes of an earlier one, and the button that records it."""
    if found.is_refused:
        return
    st.header(words.say("4. Record"), anchor=False)
    if found.is_trial:
        st.info(
            words.say(
                "This would be a trial: the database holds made-up rows, and the upload is marked."
            )
        )
    if found.difference is not None:
        difference.show(words, found.difference, place)
    if found.waiting:
        _say_waiting(words)
    if not st.button(_label(words, found), type="primary", key="attendance-record"):
        return
    if found.difference is not None and not st.session_state.get(SEEN):
        st.warning(words.say(NOT_SEEN))
        return
    with st.spinner(words.say("Recording …")):
        _record(given, found)
    st.rerun()


def show_result(words: Words) -> None:
    """What came of the latest recording."""
    outcome.show(words, PLACE)


def _label(words: Words, found: Preview) -> str:
    number = found.new_attendances
    if not found.waiting:
        if not number:
            return words.say("Record the list, which adds no attendance")
        return words.count("Record {n} attendance", "Record {n} attendances", number)
    rest = words.count("{n} row waits", "{n} rows wait", found.waiting)
    if not number:
        return words.say("Record the list, {rest}", rest=rest)
    good = words.count("Accept {n} attendance now", "Accept {n} attendances now", number)
    return f"{good}, {rest}"


def _say_waiting(words: Words) -> None:
    text = words.say(
        "Rows that wait are kept sealed until {day}, and can be decided about under “Rows that "
        "wait” at any time; then they are deleted.",
        day=words.date(attendance.last_day()),
    )
    st.caption(safe(text))


def _record(given: Given, found: Preview) -> None:
    """Record, and put the file away before anything is drawn: a second click finds no file."""
    decisions, state = given.decisions, st.session_state
    is_other = found.difference is not None
    if once.is_repeated(PLACE, given.digest):
        return
    try:
        done = data.tell(
            lambda connection, reader: attendance.record(
                connection,
                reader,
                given.content,
                given.name,
                found.activity,
                decisions=decisions,
                keep_waiting=bool(found.waiting),
                confirmed_difference=is_other and bool(state.get(SEEN)),
                take_out=is_other and bool(state.get(TAKE_OUT)),
            )
        )
    except refusals.KINDS as refusal:
        outcome.refuse(PLACE, refusal, refusals.sentence)
        return
    once.done(PLACE, given.digest)
    outcome.put(PLACE, partial(_say_recorded, done, found.round, found.is_trial))
    given_.let_go(given)
    for key in (SEEN, TAKE_OUT):
        state.pop(key, None)


def _say_recorded(done: Recorded, round_: str, is_trial: bool, words: Words) -> None:
    recorded = words.count(
        "Recorded: {n} attendance", "Recorded: {n} attendances", done.attendances
    )
    persons = words.count("{n} new person", "{n} new persons", done.persons)
    parts = [recorded, persons]
    if done.waiting:
        parts.append(words.count("{n} row waits", "{n} rows wait", done.waiting))
    if done.taken_out:
        parts.append(words.count("{n} person taken out", "{n} persons taken out", done.taken_out))
    st.success(safe(f"{', '.join(parts)}."))
    if is_trial:
        st.info(words.say("It is marked as a trial: the database holds made-up rows."))
    with st.container(horizontal=True):
        for page, label in (
            ("participants", words.say("Participants")),
            ("coverage", words.say("Coverage")),
            ("overview", words.say("Overview")),
        ):
            address = filters.address(round=round_)
            st.page_link(f"{page}/page.py", label=label, query_params=address)
