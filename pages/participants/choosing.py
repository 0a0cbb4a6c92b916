"""What a reader chooses here: what is counted, by what, and what is set beside it."""

import itertools
from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from data_access.participants import Dimension
from data_access.rules import Category
from pages.shared import choices
from pages.shared.vocabulary import CATEGORIES
from pages.shared.words import Words, mark

COUNTS = {"persons": mark("Persons"), "attendances": mark("Attendances")}
BY: Mapping[str, str] = {
    Dimension.CATEGORY: mark("by category"),
    Dimension.ACTIVITY: mark("by activity"),
    Dimension.AREA: mark("by area"),
    Dimension.GENDER: mark("by gender"),
    Dimension.AGE_BAND: mark("by age"),
    Dimension.INSTITUTION: mark("by institution"),
    Dimension.PLACE: mark("by place"),
    Dimension.MONTH: mark("by month"),
}
NOTHING, BETWEEN = "none", "~"
OF_ONE_ROUND = (Dimension.ACTIVITY, Dimension.MONTH)
"""What two rounds never have in common."""


@dataclass(frozen=True)
class Choice:
    """``count``: persons or attendances; ``beside``: nothing, another round, or two categories."""

    count: str
    by: Dimension
    beside: str

    @property
    def categories(self) -> tuple[str, str] | None:
        """The two categories that are compared; none where something else is."""
        first, between, second = self.beside.partition(BETWEEN)
        return (first, second) if between else None

    def heading(self, words: Words) -> str:
        """What is shown, such as: Persons by gender."""
        return f"{words.code(COUNTS, self.count)} {words.code(BY, self.by)}"


def choose(words: Words, rounds: Mapping[str, str], chosen: str | None) -> Choice:
    """The three choices, kept in the address; ``rounds`` by code, ``chosen`` the one shown."""
    counts = {code: words.code(COUNTS, code) for code in COUNTS}
    dimensions = {code: words.code(BY, code) for code in BY}
    left, middle, right = st.columns([2, 2, 3])
    with left:
        count = choices.choice("count", words.say("What is counted"), counts, "persons")
    with middle:
        by = Dimension(
            choices.choice("by", words.say("Broken down"), dimensions, Dimension.CATEGORY.value)
        )
    with right:
        others = _comparable(words, rounds, chosen, by)
        beside = choices.choice("compare", words.say("Compare"), others, NOTHING, as_list=True)
    return Choice(count, by, beside)


def _comparable(
    words: Words, rounds: Mapping[str, str], chosen: str | None, by: Dimension
) -> dict[str, str]:
    """The other rounds and the pairs of categories that the breakdown can be set beside."""
    found = {NOTHING: words.say("with nothing")}
    if chosen is not None and by not in OF_ONE_ROUND:
        others = [code for code in rounds if code != chosen]
        found |= {code: words.say("with round {code}", code=code) for code in others}
    if by is not Dimension.CATEGORY:
        stated = [category for category in Category if category is not Category.NOT_STATED]
        for pair in itertools.combinations(stated, 2):
            first, second = (words.code(CATEGORIES, category) for category in pair)
            found[BETWEEN.join(pair)] = f"{first} – {second}"
    return found
