"""A cell that is not understood, and what of it a question repeats."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process

from data_access.monthly.report import LONGEST_VALUE, Code
from data_access.rules import fold

ALIKE, MOST_OTHERS = 60, 3
ALIKE_NUMBERS = 50
"""Of short numbers less has to be the same than of words."""


class Unclear(Exception):
    """A cell that is not understood: why, and what could be meant."""

    def __init__(self, code: Code, others: tuple[str, ...] = ()) -> None:
        super().__init__(code.value)
        self.code, self.others = code, others


def cut(text: str) -> str:
    """As much of a text as a question repeats; what was cut can be no code, day or number."""
    return text if len(text) <= LONGEST_VALUE else text[: LONGEST_VALUE - 1] + "…"


def like(text: str, words: Iterable[str], alike: int = ALIKE) -> tuple[str, ...]:
    """The words that are written most alike, the nearest first; for somebody to choose from."""
    found = process.extract(
        text, list(words), scorer=fuzz.WRatio, processor=fold, limit=MOST_OTHERS, score_cutoff=alike
    )
    return tuple(word for word, _, _ in found)
