"""How the columns of a file were read, and the same put right by whoever knows better."""

from dataclasses import replace

import streamlit as st

from data_access.attendance import ProblemCode, Sheet
from data_access.attendance.deciding import is_known
from data_access.attendance.reading.decisions import LEAVE_OUT as LEFT
from data_access.attendance.reading.sheet import Column, LeftOut
from pages.attendance import decided, problems
from pages.attendance.given import Given
from pages.attendance.vocabulary import LEAVE_OUT, LEFT_OUT, ROLES
from pages.shared.words import Words, mark, safe

FORM = "attendance-columns"
LOST = mark(
    "Letters of the file were lost before it came here, such as “J?nis”, its headings perhaps as "
    "well. Get it again as an Excel workbook."
)
ASKED = frozenset(
    {
        ProblemCode.NO_NAMES,
        ProblemCode.SEVERAL_NAME_COLUMNS,
        ProblemCode.HEADINGS_GUESSED,
    }
)
"""Problems of the whole file that are answered by saying what the columns hold."""


def is_asked(sheet: Sheet) -> bool:
    """Whether somebody has to say what the columns hold, if only that it was understood."""
    return any(each.code in ASKED for each in sheet.problems)


def show(words: Words, given: Given, sheet: Sheet, *, names_are_shown: bool) -> None:
    """A fold with one choice a column; open where the file leaves open who stands in which."""
    asked = [each for each in sheet.problems if each.code in ASKED]
    columns = [each for each in sheet.columns if _is_told(each, is_asked=bool(asked))]
    if not columns or not (sheet.rows or asked):
        return
    label = words.say("How the columns were read")
    with st.expander(label, expanded=bool(asked), key="attendance-columns-open"):
        if any(each.code is ProblemCode.LETTERS_LOST for each in sheet.problems) and not sheet.rows:
            st.warning(words.say(LOST))
        for problem in asked:
            st.markdown(f"**{safe(problems.sentence(words, problem))}**")
        st.caption(
            words.say(
                "Put right what was taken for something else. What is left out is not stored."
            )
        )
        if not names_are_shown and any(one.heading and not is_known(one) for one in columns):
            st.caption(
                words.say("Show the names in this file, and every heading is shown as well.")
            )
        with st.form(FORM, border=False):
            for column in columns:
                _choose(words, column, names_are_shown=names_are_shown)
            st.number_input(
                words.say("Row of the headings, where another one is meant"),
                min_value=1,
                value=given.decisions.heading_row,
                step=1,
                key=f"{FORM}-heading-row",
            )
            indexes = tuple(column.index for column in columns)
            taken = {column.index: column.role or LEFT for column in columns}
            st.form_submit_button(
                words.say("Apply to the columns"),
                on_click=_apply,
                args=(given, indexes, {} if asked else taken),
            )


def named(words: Words, column: Column, *, names_are_shown: bool) -> str:
    """A column by its letter and heading; a heading that may be a name is not told."""
    if is_known(column) or (names_are_shown and column.heading):
        return f"{column.letter} · {column.heading}"
    if column.heading:
        hidden = words.say("heading not shown: it may be a name")
        return f"{column.letter} · {hidden}"
    return column.letter


def _is_told(column: Column, *, is_asked: bool) -> bool:
    """Columns with a heading or a part to play; of a file that asks, whatever is filled."""
    is_filled = column.left_out is not LeftOut.EMPTY
    return bool(column.heading or column.role or (is_asked and is_filled))


def _choose(words: Words, column: Column, *, names_are_shown: bool) -> None:
    options = {LEFT: words.say(LEAVE_OUT)}
    options |= {str(role): words.say(text) for role, text in ROLES.items()}
    now = column.role or LEFT
    if column.left_out is not None:
        why = words.code(LEFT_OUT, column.left_out)
        options[LEFT] = f"{options[LEFT]} ({why})"
    st.selectbox(
        safe(named(words, column, names_are_shown=names_are_shown)),
        list(options),
        index=list(options).index(now) if now in options else 0,
        format_func=options.__getitem__,
        key=f"{FORM}-{column.index}",
    )


def _apply(given: Given, indexes: tuple[int, ...], taken: dict[int, str]) -> None:
    """What was changed; all of it where the columns themselves were the question."""
    state = st.session_state
    answers = {at: state.get(f"{FORM}-{at}", taken.get(at)) for at in indexes}
    changed = {at: role for at, role in answers.items() if role not in (None, taken.get(at))}
    row = state.get(f"{FORM}-heading-row")
    columns = {**given.decisions.columns, **changed}
    decisions = replace(given.decisions, columns=columns, heading_row=row)
    decided.decide(given.digest, decisions)
    for at in indexes:
        state.pop(f"{FORM}-{at}", None)
