"""What was decided about a report so far, each answer with its way back."""

from collections.abc import Iterator
from functools import partial

import streamlit as st

from data_access.monthly import Decisions
from data_access.monthly import columns as c
from pages.monthly import cells, labels, sentences, steps
from pages.monthly.opened import Opened
from pages.monthly.steps import At, Step
from pages.shared.words import Words, safe

SHOWN_AT_MOST = 60


def show(words: Words, opened: Opened) -> None:
    """A fold with each answer; nothing where none was given."""
    number = steps.number_of(opened.draft.decisions)
    if not number:
        return
    label = words.count("{n} decision so far", "{n} decisions so far", number)
    with st.expander(label, key=f"{opened.name}-decided-open"):
        for at, (told, back) in enumerate(_told(words, opened)):
            if at == SHOWN_AT_MOST:
                break
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(safe(told))
                key = f"{opened.name}-back-{at}"
                st.button(words.say("Take back"), key=key, on_click=opened.take, args=(back,))
        st.button(
            words.say("Start over"),
            key=f"{opened.name}-over",
            on_click=opened.take,
            args=(lambda _: Decisions(),),
        )


def _told(words: Words, opened: Opened) -> Iterator[tuple[str, Step]]:
    """Each answer as a sentence, and the step that takes it back; the latest cells first."""
    decisions = opened.draft.decisions
    for at, text in reversed(list(decisions.cells.items())):
        part, row, column = at
        where = labels.place_of(words, part, row, column)
        told = f"{where}: {_written(words, opened, at, text)}"
        yield told, partial(steps.cell_as_it_was, at=at)
    for part, row in sorted(decisions.left_out):
        where = labels.place_of(words, part, row, None)
        told = words.say("{place}: left out", place=where)
        yield told, partial(steps.row_taken, at=(part, row))
    for one in sorted(decisions.accepted):
        code, part, row, column = one
        where = labels.place_of(words, part, row, column)
        answer = words.say(sentences.accepted_as(code))
        yield f"{where}: {answer}", partial(steps.asked_again, one=one)


def _written(words: Words, opened: Opened, at: At, text: str) -> str:
    """The text of a cell as it is shown; of a list what its code is called."""
    part, _, column = at
    if text == cells.EMPTY:
        return words.say("left empty")
    if column in c.VOCABULARIES or column in cells.OPTIONS:
        cell = cells.Cell(part, column, "")
        return cells.options(words, opened, cell).get(text, text)
    return text
