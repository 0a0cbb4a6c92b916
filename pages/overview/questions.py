"""Open questions: two figures that do not meet, shown with an owner and never filled in."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from data_access import figures, rounds
from data_access.access import AccessRefused, Right
from data_access.rules import GapStatus
from pages.shared import data, desk, errors, once, reach
from pages.shared.forms import REFUSALS as REFUSALS_OF_FORMS
from pages.shared.vocabulary import GAP_STATUSES
from pages.shared.words import Words, mark, safe

Row = Mapping[Any, Any]
QUESTIONS = {
    "sum_of_parts": mark(
        "Participants reported: {reported}; broken down: {against}. Not explained: {difference}."
    ),
    "mediator_families": mark(
        "Families supported: {reported}; by mediators: {against}. Not explained: {difference}."
    ),
    "named_places": mark(
        "Mediators reported: {reported}; places named: {against}. Not explained: {difference}."
    ),
}
OUTCOME = "gap-outcome"
FIELDS = {
    "owner": mark("owner"),
    "explanation": mark("explanation"),
    "status": mark("status"),
}
STORED = mark("The answer is stored, with what stood before it.")
REFUSALS = {
    figures.GapChanged: mark(
        "Somebody else answered this question in the meantime. Nothing of yours was stored: "
        "read their answer above, and store yours again if it still holds."
    ),
    figures.GapUnknown: mark("This question is settled: the figures meet. Nothing was stored."),
    figures.GapInWords: mark("Write the explanation first: “Explained” needs one."),
    rounds.RoundApproved: REFUSALS_OF_FORMS[rounds.RoundApproved],
    AccessRefused: REFUSALS_OF_FORMS[AccessRefused],
}


def show(words: Words, gaps: pd.DataFrame) -> None:
    """One card a question."""
    st.header(words.say("Open questions"), anchor=False)
    if gaps.empty:
        st.markdown(words.say("No two reported figures known here disagree."))
    for row in gaps.to_dict("records"):
        with st.container(border=True):
            _card(words, row)


def _card(words: Words, row: Row) -> None:
    numbers = {name: words.number(int(row[name])) for name in ("reported", "against", "difference")}
    st.markdown(f"**{safe(words.say(QUESTIONS[row['rule']], **numbers))}**")
    owner = row["owner"] or words.say("nobody yet")
    st.markdown(
        safe(
            words.say(
                "Status: {status}. Owner: {owner}.",
                status=words.code(GAP_STATUSES, row["status"]),
                owner=owner,
            )
        )
    )
    # Every card draws the same elements in the same order: else an open form would close, and
    # another one open in its place.
    st.markdown(safe(row["explanation"] or ""))
    name = _name(row)
    outcome = st.empty()
    if reach.may_at(Right.ANSWER_GAPS, str(row["round"])):
        with st.expander(words.say("Give it an owner or an explanation"), key=f"{name}-open"):
            _answer_form(words, row)
            _history(words, row)
        _say_what_happened(words, name, outcome)
    elif row["revision"]:
        with st.expander(words.say("Changes"), key=f"{name}-open"):
            _history(words, row)


def _name(row: Row) -> str:
    return f"gap-{row['round']}-{row['figure']}"


def _answer_form(words: Words, row: Row) -> None:
    name = _name(row)
    # The revision that was read goes with the answer, so that a later reader is told.
    with st.form(f"{name}-{row['revision']}", border=False):
        st.text_input(
            words.say("Owner: an institution or an office, not a person's name"),
            value=row["owner"] or "",
            key=f"{name}-owner",
            max_chars=200,
        )
        st.text_area(
            words.say("Explanation: what is known, and where it stands"),
            value=row["explanation"] or "",
            key=f"{name}-explanation",
            max_chars=2000,
        )
        statuses = list(GapStatus)
        st.selectbox(
            words.say("Status"),
            statuses,
            index=statuses.index(GapStatus(row["status"])),
            format_func=lambda status: words.code(GAP_STATUSES, status),
            key=f"{name}-status",
        )
        st.form_submit_button(
            words.say("Store the answer"),
            on_click=_store,
            args=((row["round"], row["figure"], row["rule"]), name, int(row["revision"])),
        )


def _store(gap: tuple[str, str, str], name: str, revision: int) -> None:
    answer = st.session_state
    said = tuple(answer[f"{name}-{field}"] for field in FIELDS)
    if once.is_repeated(name, said):
        return
    try:
        data.tell(
            lambda connection, reader: figures.answer_gap(
                connection,
                reader,
                gap,
                owner=answer[f"{name}-owner"],
                explanation=answer[f"{name}-explanation"],
                status=answer[f"{name}-status"],
                revision=revision,
            )
        )
    except tuple(REFUSALS) as refusal:
        desk.here()[OUTCOME] = (name, REFUSALS[type(refusal)])
        errors.note_refusal(refusal)
        return
    desk.here()[OUTCOME] = (name, STORED)
    once.done(name, said)


def _say_what_happened(words: Words, name: str, place: DeltaGenerator) -> None:
    """What came of the latest answer, in its card, until the next one: reruns do not wipe it."""
    answered, outcome = desk.here().get(OUTCOME, (None, None))
    if answered != name:
        return
    errors.refusal_is_told()
    if outcome == STORED:
        place.success(words.say(STORED))
    else:
        place.warning(words.say(outcome))


def _history(words: Words, row: Row) -> None:
    """What the answer was before, the latest change first."""
    if not row["revision"]:
        return
    heading = words.say("Changes")
    st.markdown(f"**{safe(heading)}**")
    gap = (row["round"], row["figure"], row["rule"])
    for change in data.gap_history(gap).to_dict("records"):
        st.markdown(
            "- "
            + safe(
                words.say(
                    "{moment}, {field}: {before} → {after}",
                    moment=words.moment(change["changed_at"]),
                    field=words.code(FIELDS, change["column_name"]),
                    before=_value(words, change, "old_value"),
                    after=_value(words, change, "new_value"),
                )
            )
        )


def _value(words: Words, change: Row, which: str) -> str:
    value = change[which]
    if value is None:
        return words.say("nothing")
    return words.code(GAP_STATUSES, value) if change["column_name"] == "status" else str(value)
