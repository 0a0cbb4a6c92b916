"""A cell written anew: the field that fits its column, and what is then stored as its text."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import streamlit as st

from data_access.clock import today
from data_access.filters import FIRST_DAY
from data_access.monthly import Part, Problem
from data_access.monthly import columns as c
from data_access.monthly.report import LONGEST_VALUE
from data_access.monthly.vocabularies import NOTHING
from pages.monthly import labels
from pages.monthly.opened import Opened
from pages.shared.choices import told_apart
from pages.shared.words import Words

EMPTY = ""
Named = Mapping[str, str]


@dataclass(frozen=True)
class Cell:
    """A cell that a question is about, and the name of its field."""

    part: Part
    column: str
    key: str
    others: tuple[str, ...] = ()
    """What could be meant, as the file's language has it."""

    @property
    def is_chosen(self) -> bool:
        """Whether its field is a list, in which an empty cell can be chosen as well."""
        return self.column in {c.POST, c.MONTH, c.INSTITUTION, *c.VOCABULARIES}


def cell_of(opened: Opened, problem: Problem, column: str) -> Cell:
    """The cell of a problem's row in this column."""
    part = problem.part or Part.HEAD
    others = problem.others if column == problem.column else ()
    return Cell(part, column, opened.key(problem, f"cell-{column}"), others)


def draw(words: Words, opened: Opened, cell: Cell) -> None:
    """The field, empty at first."""
    label = labels.heading(words, cell.part, cell.column)
    if cell.is_chosen:
        _choose(words, label, cell, options(words, opened, cell))
    elif cell.column in c.DAYS:
        st.date_input(
            label,
            value=None,
            min_value=FIRST_DAY,
            max_value=today(),
            format="DD.MM.YYYY",
            key=cell.key,
        )
    else:
        st.text_input(label, key=cell.key, max_chars=LONGEST_VALUE)


def entered(cell: Cell) -> str | None:
    """The text that was chosen or written; None where nothing was."""
    value = st.session_state.get(cell.key)
    if isinstance(value, dt.date):
        return f"{value:%d.%m.%Y}."
    if cell.is_chosen:
        return value
    return str(value).strip() or None if value else None


def options(words: Words, opened: Opened, cell: Cell) -> Named:
    """Texts that can be chosen, with what each is called; what could be meant comes first."""
    named = OPTIONS.get(cell.column, _words)(words, opened, cell)
    first = {text: named[text] for text in _meant(opened, cell) if text in named}
    return {**first, **named}


def _choose(words: Words, label: str, cell: Cell, named: Named) -> None:
    shown = told_apart(named)
    st.selectbox(
        label,
        list(named),
        index=None,
        format_func=shown.__getitem__,
        placeholder=words.say("Choose"),
        key=cell.key,
    )


def _posts(words: Words, opened: Opened, _cell: Cell) -> Named:
    called = {post.called: str(post.number) for post in opened.posts.values()}
    return {called[name]: name for name in words.sort(called)}


def _months(words: Words, opened: Opened, _cell: Cell) -> Named:
    """The months of the post, or of all as long as it is not clear, the latest first."""
    post = opened.posts.get(opened.draft.post or 0)
    posts = opened.posts.values() if post is None else (post,)
    months = {month for each in posts for month in each.months}
    return {f"{month:%m.%Y}": labels.month(words, month) for month in sorted(months, reverse=True)}


def _institutions(words: Words, opened: Opened, _cell: Cell) -> Named:
    return {EMPTY: words.say("leave it empty"), **opened.register.named}


def _words(words: Words, _opened: Opened, cell: Cell) -> Named:
    """The words of the column's list; only a form cannot be left empty."""
    known = c.VOCABULARIES[cell.column]
    empty = {} if cell.column == c.FORM else {EMPTY: words.say("leave it empty")}
    named = {
        str(code): labels.said(words, said) for code, said in known.items() if said is not NOTHING
    }
    return {**empty, **named}


def _meant(opened: Opened, cell: Cell) -> list[str]:
    """The texts that could be meant, by what is alike in the workbook's language."""
    if cell.column == c.INSTITUTION:
        codes = opened.register.codes
        return [codes[name] for name in cell.others if name in codes]
    known = c.CODE_OF.get(cell.column, {})
    return [known[c.key(name)] for name in cell.others if c.key(name) in known]


OPTIONS: Mapping[str, Callable[[Words, Opened, Cell], Named]] = {
    c.POST: _posts,
    c.MONTH: _months,
    c.INSTITUTION: _institutions,
}
