"""Which part of the register's page is shown: how entries stand, or how they moved."""

from pages.shared import choices
from pages.shared.words import Words, mark

NOW, MOVED = "now", "moved"
PARTS = {NOW: mark("How entries stand"), MOVED: mark("How they moved")}


def chosen(words: Words) -> str:
    """The part that the address names; draws the choice."""
    named = {code: words.code(PARTS, code) for code in PARTS}
    return choices.choice("part", words.say("What is shown"), named, NOW)
