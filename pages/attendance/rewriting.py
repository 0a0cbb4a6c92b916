"""Texts of a row written anew: the name, the contact, or both of a row that is shifted."""

from collections.abc import Mapping
from functools import partial

import streamlit as st

from data_access.attendance import Problem
from data_access.attendance import deciding as deciding_
from data_access.attendance.columns import CONTACT, INSTITUTION, NAME, PLACE
from pages.attendance.case import Case
from pages.shared.fields import LONGEST_LINE
from pages.shared.words import Words, mark

WRITTEN = {NAME: mark("Full name"), CONTACT: mark("E-mail or telephone")}


def leave_empty(words: Words, case: Case, problem: Problem) -> None:
    """The row states no contact."""
    label = words.say("Leave the contact empty")
    step = partial(deciding_.rewritten, row=problem.row or 0, texts={CONTACT: ""})
    case.button(label, problem, "empty", step)


def write_name(words: Words, case: Case, problem: Problem) -> None:
    """The name anew."""
    _write(words, case, problem, NAME)


def write_contact(words: Words, case: Case, problem: Problem) -> None:
    """The contact anew."""
    _write(words, case, problem, CONTACT)


def write_row(words: Words, case: Case, problem: Problem) -> None:
    """Whatever stood under other headings goes: the name anew, the contact anew or empty."""
    _write(words, case, problem, NAME, CONTACT, emptied=(INSTITUTION, PLACE))


def _write(
    words: Words, case: Case, problem: Problem, *columns: str, emptied: tuple[str, ...] = ()
) -> None:
    """Texts that replace what the file says; the fields are empty again once they are taken."""
    keys = {column: case.key(problem, column) for column in columns}
    with st.form(case.key(problem, f"write-{columns[0]}"), border=False):
        for column, key in keys.items():
            st.text_input(words.say(WRITTEN[column]), key=key, max_chars=LONGEST_LINE)
        st.form_submit_button(
            words.say("Write it so"), on_click=_take_texts, args=(case, problem, keys, emptied)
        )


def _take_texts(
    case: Case, problem: Problem, keys: Mapping[str, str], emptied: tuple[str, ...]
) -> None:
    texts = {column: str(st.session_state.pop(key, "")).strip() for column, key in keys.items()}
    if not any(texts.values()):
        return
    anew = dict.fromkeys(emptied, "") | texts
    case.take(partial(deciding_.rewritten, row=problem.row or 0, texts=anew))
