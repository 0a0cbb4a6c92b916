"""How much time is looked at: what the sidebar selects, or all rounds."""

from dataclasses import replace

from data_access.filters import Filters
from pages.shared import choices
from pages.shared.words import Words, mark

SELECTION, EVER = "selection", "ever"
SPANS = {SELECTION: mark("In the selection"), EVER: mark("Over all rounds")}


def choose(words: Words, chosen: Filters) -> Filters:
    """The filters for the chosen span; all rounds are without days."""
    named = {code: words.code(SPANS, code) for code in SPANS}
    span = choices.choice("span", words.say("What is counted"), named, SELECTION)
    return replace(chosen, round=None, start=None, end=None) if span == EVER else chosen


def is_ever() -> bool:
    """Whether all rounds are looked at."""
    return choices.chosen("span", SPANS, SELECTION) == EVER
