"""Rows decided one after another, in place."""

import streamlit as st

from data_access.attendance import CheckedRow
from pages.attendance import answers, decided, names_shown
from pages.attendance.case import Case
from pages.shared.vocabulary import ATTENDANCE_STATUSES, CATEGORIES
from pages.shared.words import Words, safe


def show(words: Words, case: Case) -> None:
    """Which row of how many, what it says, what is unclear of it, and the answers."""
    asking = case.asking
    if not asking and not decided.of(case.name).before:
        return
    st.subheader(words.say("Rows to decide about"), anchor=False)
    decided.ways_back(words, case.name)
    if not asking:
        st.success(words.say("Nothing is left to decide."))
        return
    row = _turned_to(case, asking)
    with st.container(border=True):
        _turn(words, case, asking, row)
        _say_who(words, case, row)
        st.caption(safe(" · ".join(_traits(words, case, row))))
        blocking = [each for each in row.problems if each.code.blocks]
        answers.offer(words, case, blocking)
        if blocking:
            st.divider()
            answers.leave_out(words, case, blocking[0])


def _turned_to(case: Case, asking: tuple[CheckedRow, ...]) -> CheckedRow:
    """The row looked at last, or the next one after it that still asks."""
    at = st.session_state.get(_at(case), 0)
    return next((row for row in asking if row.number >= at), asking[0])


def _turn(words: Words, case: Case, asking: tuple[CheckedRow, ...], row: CheckedRow) -> None:
    position = asking.index(row)
    before, after = asking[position - 1], asking[(position + 1) % len(asking)]
    text = words.say(
        "{position} of {all} to decide · row {row}",
        position=words.number(position + 1),
        all=words.number(len(asking)),
        row=case.place(row.number),
    )
    st.markdown(f"**{safe(text)}**")
    if len(asking) == 1:
        return
    with st.container(horizontal=True):
        for label, other, name in (
            (words.say("Previous"), before, "previous"),
            (words.say("Next"), after, "next"),
        ):
            key = f"{case.name}-{name}"
            st.button(label, key=key, on_click=_turn_to, args=(case, other.number))


def _say_who(words: Words, case: Case, row: CheckedRow) -> None:
    if case.shown is None:
        text = words.say(
            "Whom the row speaks of is hidden: find it by its number in your file, or show the "
            "names above."
        )
        st.caption(text)
        return
    told = case.shown.told(words, row.number)
    labels = names_shown.headings(words)
    st.markdown("  \n".join(f"{labels[name]}: **{safe(told[name])}**" for name in labels))


def _traits(words: Words, case: Case, row: CheckedRow) -> list[str]:
    """What else the row says, so far as it was understood."""
    found = [words.code(ATTENDANCE_STATUSES, row.status), words.code(CATEGORIES, row.category)]
    if row.institution is not None:
        found.append(case.known.institution(row.institution))
    return [*found, case.known.place(row.place)]


def _at(case: Case) -> str:
    return f"{case.name}-at"


def _turn_to(case: Case, number: int) -> None:
    st.session_state[_at(case)] = number
