"""The questions about a report, row after row, in place."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress

import streamlit as st

from data_access.monthly import Part, Problem
from data_access.monthly import columns as c
from data_access.monthly.columns import HEADINGS
from pages.monthly import answers, labels, sentences, steps
from pages.monthly.opened import Opened
from pages.shared.words import Words, safe

At = tuple[str, int]
"""The part and the row that questions are about; row 0 is the head, or the whole part."""
Asked = dict[At, list[Problem]]
Cells = Mapping[str, str]

SIGN = "?"
PLAIN = re.compile(r"[A-Za-z-]{0,16}\d[\d .,:/-]{0,18}")
"""Numbers, days, and numbers of families: nobody's name is written so."""


def show(words: Words, opened: Opened) -> None:
    """Which row of how many, what else it says, what is unclear, and the answers."""
    asked = by_row(opened.draft.questions)
    if not asked:
        return
    st.subheader(words.say("Questions"), anchor=False)
    at = _turned_to(opened, list(asked))
    with st.container(border=True):
        _turn(words, opened, list(asked), at)
        _say_row(words, opened, at, asked[at])
        for problem in asked[at]:
            told = _named(words, problem)
            st.markdown(f"**{SIGN}** {safe(told)}")
            answers.offer(words, opened, problem)
        first = asked[at][0]
        if first.row and first.part is not Part.HEAD:
            st.divider()
            answers.leave_out(words, opened, first)


def by_row(questions: Sequence[Problem]) -> Asked:
    """The questions by what they are about, in the order of the workbook."""
    order = {part.value: number for number, part in enumerate(Part)}
    found: Asked = {}
    for problem in questions:
        found.setdefault((problem.part.value if problem.part else "", problem.row or 0), []).append(
            problem
        )
    return dict(sorted(found.items(), key=lambda one: (order.get(one[0][0], -1), one[0][1])))


def _turned_to(opened: Opened, asked: list[At]) -> At:
    """What was looked at last, or the next after it that still asks."""
    order = [part.value for part in Part]
    last: At = st.session_state.get(_key(opened), ("", 0))

    def place(at: At) -> tuple[int, int]:
        return order.index(at[0]) if at[0] in order else -1, at[1]

    return next((at for at in asked if place(at) >= place(last)), asked[0])


def _turn(words: Words, opened: Opened, asked: list[At], at: At) -> None:
    position = asked.index(at)
    part = Part(at[0]) if at[0] else None
    text = words.say(
        "{position} of {all} to decide · {place}",
        position=words.number(position + 1),
        all=words.number(len(asked)),
        place=labels.place_of(words, part, at[1], None),
    )
    st.markdown(f"**{safe(text)}**")
    if len(asked) == 1:
        return
    with st.container(horizontal=True):
        for label, other, name in (
            (words.say("Previous"), asked[position - 1], "previous"),
            (words.say("Next"), asked[(position + 1) % len(asked)], "next"),
        ):
            st.button(label, key=f"{opened.name}-{name}", on_click=_turn_to, args=(opened, other))


def _say_row(words: Words, opened: Opened, at: At, problems: Sequence[Problem]) -> None:
    """What the row says in cells that are understood: words of the lists, days and numbers."""
    if not at[0] or not at[1]:
        return
    part = Part(at[0])
    stated = steps.cells_of(opened.draft, part, at[1])
    unclear = {problem.column for problem in problems}
    told = [
        f"{labels.heading(words, part, column)}: {known}"
        for column in HEADINGS[part]
        if column not in unclear and (known := _understood(words, opened, column, stated))
    ]
    if told:
        st.caption(safe(" · ".join(told)))


def _understood(words: Words, opened: Opened, column: str, stated: Cells) -> str:
    """A cell as the workbook writes it; empty where it may say something else."""
    text = stated.get(column, "")
    if column == c.INSTITUTION:
        code = opened.register.codes.get(text, text)
        return opened.register.named.get(code, "")
    if column in c.VOCABULARIES:
        code = c.CODE_OF[column].get(c.key(text), "")
        return labels.coded(words, column, code) if code else ""
    if column in c.DAYS:
        return _day(words, text)
    return text if PLAIN.fullmatch(text) else ""


def _day(words: Words, text: str) -> str:
    """A day as a spreadsheet keeps it; any other text as it is, where it is one of digits."""
    with suppress(ValueError):
        return words.date(dt.date.fromisoformat(text))
    return text if PLAIN.fullmatch(text) else ""


def _named(words: Words, problem: Problem) -> str:
    """The sentence, under the column that it is about."""
    told = sentences.sentence(words, problem)
    if problem.part is None or problem.column not in HEADINGS[problem.part]:
        return told
    return f"{labels.heading(words, problem.part, str(problem.column))}: {told}"


def _key(opened: Opened) -> str:
    return f"{opened.name}-at"


def _turn_to(opened: Opened, at: At) -> None:
    st.session_state[_key(opened)] = at
