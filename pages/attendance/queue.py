"""Rows that wait for a decision: of which upload, until when, and the decisions about them."""

from functools import partial
from typing import Any

import streamlit as st

from data_access import attendance
from data_access.attendance import Preview, Recorded, Sheet
from data_access.attendance.reading.decisions import UNDECIDED
from data_access.filters import Filters
from pages.attendance import (
    activity,
    decided,
    deciding,
    given,
    institutions,
    mending,
    names,
    refusals,
    shown,
    sure,
)
from pages.attendance.case import Case
from pages.shared import data, once, outcome
from pages.shared.words import Words, safe

Row = dict[Any, Any]

PLACE = "queue"


def show(words: Words, chosen: Filters) -> None:
    """One entry an upload, the earliest to be deleted first."""
    asked = Filters(round=chosen.round)
    found = data.match(lambda connection, reader: attendance.waiting(connection, reader, asked))
    outcomes = st.container()
    if found.empty:
        with outcomes:
            outcome.show(words, PLACE)
        return
    with outcomes:
        st.header(words.say("Rows that wait"), anchor=False)
        outcome.show(words, PLACE)
    st.caption(
        words.say(
            "They were accepted with their lists and wait for a decision. They are kept sealed in "
            "the database, so nothing is lost when the server is restarted."
        )
    )
    for row in found.drop_duplicates("upload").to_dict("records"):
        _entry(words, row)


def _entry(words: Words, row: Row) -> None:
    upload = int(row["upload"])
    counted = words.count("{n} row waits", "{n} rows wait", int(row["count"]))
    until = words.say("kept until {day}", day=words.date(row["delete_on"].date()))
    title = f"{row['round']} · {words.pick(row, 'title')}"
    with st.container(border=True):
        st.markdown(f"**{safe(counted)}** · {safe(title)}")
        st.caption(safe(until))
        label = words.say("Decide about these rows")
        fold = st.expander(label, key=f"attendance-queue-{upload}-open", on_change="rerun")
        if fold.open:
            with fold:
                _open(words, row, upload)


def _open(words: Words, row: Row, upload: int) -> None:
    if activity.is_closed(row["round"]):
        activity.say_closed(words, row["round"])
        return
    name = f"upload-{upload}"
    decisions = decided.of(name).decisions
    try:
        found = data.match(
            lambda connection, reader: attendance.check_waiting(
                connection, reader, upload, decisions
            )
        )
    except refusals.KINDS as refusal:
        st.warning(safe(refusals.sentence(words, refusal)))
        return
    named = shown.waiting(words, upload)
    with shown.discreetly(named):
        known = names.known(words, Filters(activity=found.activity))
        place = partial(given.place_of, words, Sheet((), (), sheets=found.sheets))
        case = Case(name, found, known, place, shown=named)
        deciding.show(words, case)
        institutions.offer(words, found.unknown_institutions, f"-{upload}")
        mending.of_queue(words, case, upload)
    _record(words, upload, found)
    _dismiss(words, upload, found)


def _record(words: Words, upload: int, found: Preview) -> None:
    """What is decided by now is recorded; the rest goes on waiting."""
    course = decided.of(f"upload-{upload}")
    if course.decisions == UNDECIDED and not found.new_attendances:
        return
    good = words.count("Record {n} attendance", "Record {n} attendances", found.new_attendances)
    label = good if found.new_attendances else words.say("Store the decisions")
    if found.waiting:
        rest = words.count("{n} row waits", "{n} rows wait", found.waiting)
        label = f"{label}, {rest}"
    st.button(
        label, type="primary", key=f"upload-{upload}-record", on_click=_decide, args=(upload,)
    )


def _decide(upload: int) -> None:
    name = f"upload-{upload}"
    decisions = decided.of(name).decisions
    if once.is_repeated(name):
        return
    try:
        done = data.tell(
            lambda connection, reader: attendance.decide(connection, reader, upload, decisions)
        )
    except refusals.KINDS as refusal:
        outcome.refuse(PLACE, refusal, refusals.sentence)
        return
    left_out = sum(row.leave_out for row in decisions.rows.values())
    once.done(name)
    decided.forget(name)
    outcome.put(PLACE, partial(_say_decided, done, left_out))


def _say_decided(done: Recorded, left_out: int, words: Words) -> None:
    """What was recorded, what was left out by decision, and what still waits."""
    recorded = words.count(
        "Recorded: {n} attendance", "Recorded: {n} attendances", done.attendances
    )
    parts = [recorded, words.count("{n} new person", "{n} new persons", done.persons)]
    if done.waiting:
        parts.append(words.count("{n} row waits", "{n} rows wait", done.waiting))
    said = f"{', '.join(parts)}."
    if left_out:
        gone = words.count("{n} row was left out.", "{n} rows were left out.", left_out)
        said = f"{said} {gone}"
    st.success(safe(said))


def _dismiss(words: Words, upload: int, found: Preview) -> None:
    """Let all of them go, asked for a second time."""
    rows = tuple(row.number for row in found.rows)
    label = words.say("Leave all of these rows out")
    with st.expander(label, key=f"attendance-dismiss-{upload}-open"):
        text = words.count(
            "Yes, delete what is kept of {n} row", "Yes, delete what is kept of {n} rows", len(rows)
        )
        step = sure.Step(f"attendance-dismiss-{upload}", PLACE, partial(_let_go, upload, rows))
        sure.ask(words, step, text, words.say("Leave out"))


def _let_go(upload: int, rows: tuple[int, ...], _reason: str) -> outcome.Say:
    number = data.tell(
        lambda connection, reader: attendance.dismiss(connection, reader, upload, rows)
    )
    decided.forget(f"upload-{upload}")
    return partial(_say_dismissed, number)


def _say_dismissed(number: int, words: Words) -> None:
    text = words.count("{n} row was left out.", "{n} rows were left out.", number)
    st.success(safe(text))
