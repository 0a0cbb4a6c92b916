"""Decisions of earlier lists: used again in the next one of their kind, seen, and forgotten."""

from typing import Any

import streamlit as st

from data_access import attendance
from data_access.attendance.columns import INSTITUTION, PLACE
from data_access.attendance.memory import Topic
from data_access.attendance.reading import Decisions
from data_access.attendance.reading.decisions import LEAVE_OUT as LEFT
from data_access.attendance.reading.decisions import UNDECIDED
from data_access.filters import Filters
from pages.attendance import answers, decided, given, names, problems, refusals
from pages.attendance.given import Given
from pages.attendance.questions import MEANINGS, ORDERS
from pages.attendance.vocabulary import LEAVE_OUT, ROLES
from pages.shared import data, desk, outcome
from pages.shared.words import Words, mark, safe

Row = dict[Any, Any]

PLACE_ = "recalled"
TOPICS = {
    Topic.COLUMNS.value: mark("How the columns of a kind of list are read"),
    Topic.WORD.value: mark("What a word in the column “{column}” means"),
    Topic.NOT_A_PERSON.value: mark("Whether a name that looks like a device's is a person's"),
}
PERSONS = {"is_person": mark("a person"), "leave_out": mark("left out")}
SHOWN_AT_MOST = 50
WHEN = "attendance-recalled-when"
"""Of which file the decisions were recalled, and when the latest of them was taken."""
DECIDED_ONCE = mark("It was taken on {moment}.")
DECIDED_LATEST = mark("The latest was taken on {moment}.")


def begin(words: Words, file: Given) -> None:
    """Where nothing was decided about the file yet, begin with what is remembered."""
    if decided.has(file.digest):
        return
    sheet = given.read(words, file, UNDECIDED)
    try:
        found, when = data.match(
            lambda connection, reader: (
                attendance.recalled(connection, reader, sheet),
                attendance.last_decided(connection, reader, sheet),
            )
        )
    except refusals.KINDS:
        found, when = UNDECIDED, None
    decided.begin(file.digest, found)
    desk.here()[WHEN] = (file.digest, when)


def say(words: Words, file: Given) -> None:
    """How many decisions were used again, and the way to decide anew."""
    number = _number(decided.first(file.digest))
    if not number or file.decisions == UNDECIDED:
        return
    text = words.count(
        "{n} decision about an earlier list was used again.",
        "{n} decisions about earlier lists were used again.",
        number,
    )
    of_file, when = desk.here().get(WHEN, ("", None))
    if of_file == file.digest and when is not None:
        stated = DECIDED_ONCE if number == 1 else DECIDED_LATEST
        text = f"{text} {words.say(stated, moment=words.moment(when))}"
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(safe(text))
        st.button(
            words.say("Decide anew"),
            key="attendance-recalled-anew",
            on_click=decided.decide,
            args=(file.digest, UNDECIDED),
        )


def show(words: Words, chosen: Filters) -> None:
    """What is remembered, in codes; each can be forgotten."""
    asked = Filters(round=chosen.round)
    found = data.match(lambda connection, reader: attendance.remembered(connection, reader, asked))
    outcome.show(words, PLACE_)
    if found.empty:
        return
    number = words.count("{n} remembered decision", "{n} remembered decisions", len(found))
    with st.expander(number, key="attendance-recalled-open"):
        st.caption(
            words.say(
                "They are used again when a list of the same kind is read. The words of a list are "
                "not kept, only what was decided of them."
            )
        )
        known = names.known(words, asked)
        for row in found.head(SHOWN_AT_MOST).to_dict("records"):
            _entry(words, row, known)


def _entry(words: Words, row: Row, known: names.Names) -> None:
    column = problems.heading(words, row["column"])
    text = TOPICS[row["topic"]]
    topic = words.say(text, column=column)
    meant = ", ".join(
        _meant(words, row["column"], code, known) for code in row["decision"].split(", ")
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(safe(f"{words.moment(row['decided_at'])} · {topic}: {meant}"), width="stretch")
        if row["may_forget"]:
            memory = int(row["memory"])
            st.button(
                words.say("Forget"),
                key=f"attendance-forget-{memory}",
                on_click=_forget,
                args=(memory,),
            )


def _meant(words: Words, column: str | None, code: str, known: names.Names) -> str:
    if column == INSTITUTION:
        return known.institution(code)
    if column == PLACE:
        return known.place(code)
    if column in answers.VOCABULARIES:
        return words.code(answers.VOCABULARIES[column], code)
    labels: dict[str, str] = {LEFT: LEAVE_OUT, **ROLES, **PERSONS, **MEANINGS, **ORDERS}
    return words.say(labels[code]) if code in labels else code


def _forget(memory: int) -> None:
    try:
        data.tell(lambda connection, reader: attendance.forget(connection, reader, memory))
    except refusals.KINDS as refusal:
        outcome.refuse(PLACE_, refusal, refusals.sentence)
        return
    outcome.put(PLACE_, _say_forgotten)


def _say_forgotten(words: Words) -> None:
    st.success(words.say("Forgotten: the next list asks again. What is recorded stays."))


def _number(decisions: Decisions) -> int:
    """How many things were remembered: how the columns are read counts as one."""
    of_columns = bool(decisions.columns or decisions.means or decisions.date_order)
    of_words = sum(map(len, decisions.words.values()))
    return int(of_columns) + of_words + len(decisions.rows)
