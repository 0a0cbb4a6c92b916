"""How well a text reads: its letters beyond A to Z against how languages spell."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import log

from data_access.files.spelling import SPELLED

EDGE = " "
WEIGHT = 4.0
"""How many sightings the bare frequency of a letter is worth against its neighbours."""
UNSEEN = 0.02
"""Of a letter that the language does not have."""
SIGN_INSIDE, SIGN_BESIDE, CAPITAL_INSIDE, CONTROL = -10.0, -3.0, -4.0, -15.0
"""What a sign in a word, one beside it, a capital after a small letter, a control sign cost."""
KNOWN = 4.0
"""What it is worth that a whole word is one of the language's own."""
SWITCH = -3.0
"""What a word of another language than most of the text costs."""
ORDINARY = frozenset("„“”‚‘’«»‹›–—…•·°№§©®™€£´`′\xa0\xad")
"""Signs that stand beside words."""
DISTANCE = {"lv": 0.0, "ru": -0.5, "lt": -0.5, "et": -0.7, "pl": -1.0, "uk": -1.0, "de": -1.5}
"""How far from Latvia a language is at home, in the model's own unit."""
FARTHER = -2.5
WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Spelling:
    """What follows what in a language, counted."""

    words: frozenset[str]
    pairs: Counter[tuple[str, str]]
    letters: Counter[str]
    total: int

    def follows(self, first: str, second: str) -> float:
        """The logarithm of how likely the second sign is after the first."""
        bare = (self.letters[second] or UNSEEN) / self.total
        seen = self.pairs[first, second] + WEIGHT * bare
        return log(seen / (self.letters[first] + WEIGHT))


@cache
def spelling(language: str) -> Spelling:
    """The language's letters as its words have them."""
    words = [f"{EDGE}{word}{EDGE}" for word in SPELLED[language].split()]
    pairs = Counter(pair for word in words for pair in pairwise(word))
    letters = Counter(sign for word in words for sign in word)
    return Spelling(frozenset(SPELLED[language].split()), pairs, letters, letters.total())


@cache
def known_letters() -> frozenset[str]:
    """Every letter beyond A to Z that one of the languages has, small and capital."""
    small = {sign for words in SPELLED.values() for sign in words if not sign.isascii()}
    return frozenset(small | {sign.upper() for sign in small} | set("ёЁ"))


def reading(words: Iterable[str]) -> float:
    """How well these words read in the language that fits most of them; 0 is perfect.

    Only letters beyond A to Z and their neighbours count, so that two decodings of the same bytes
    may be compared.
    """
    by_word = [(_signs(word), _by_language(word)) for word in words if not word.isascii()]
    totals = [
        DISTANCE.get(language, FARTHER)
        + sum(max(found[language], max(found.values()) + SWITCH) for _, found in by_word)
        for language in SPELLED
    ]
    return max(totals) + sum(signs for signs, _ in by_word)


def _by_language(word: str) -> dict[str, float]:
    return {language: _fit(word.lower(), spelling(language)) for language in SPELLED}


def _fit(word: str, language: Spelling) -> float:
    around = f"{EDGE}{word}{EDGE}"
    return (KNOWN if word in language.words else 0.0) + sum(
        language.follows(first, second)
        for part in around.replace("-", EDGE).split(",")
        for first, second in pairwise(part)
        if not (first.isascii() and second.isascii())
        and first not in ORDINARY
        and second not in ORDINARY
    )


def _signs(word: str) -> float:
    """What speaks against the word in any language."""
    cost = 0.0
    for at, sign in enumerate(word):
        before = word[at - 1] if at else EDGE
        after = word[at + 1] if at + 1 < len(word) else EDGE
        if sign.isascii():
            continue
        if "\x80" <= sign < "\xa0" or sign == "\ufffd":
            cost += CONTROL
        elif not sign.isalpha():
            inside = before.isalpha() and after.isalpha() and sign != "’"
            cost += SIGN_INSIDE if inside or sign not in ORDINARY else SIGN_BESIDE
        elif _is_odd_case(before, sign, after):
            cost += CAPITAL_INSIDE
    return cost


def _is_odd_case(before: str, sign: str, after: str) -> bool:
    """A capital after a small letter, or a small letter among capitals."""
    if sign.isupper():
        return before.islower()
    return before.isupper() and after.isupper()
