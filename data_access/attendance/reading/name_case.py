"""Capitals as names have them."""

import re
from collections.abc import Sequence
from functools import lru_cache

from data_access.attendance.reading.known_names import PARTICLES

INITIAL = re.compile(r"^[^\W\d_]\.?(?:-?[^\W\d_]\.)*$")
PARTS = re.compile(r"(-|(?<=^.)'|(?<=-.)')")
"""A hyphen, or the apostrophe of O'Neill; the one in the middle of a word divides nothing."""


def cased(words: Sequence[str]) -> tuple[str, ...]:
    """Words as a name is written: neither all in capitals nor without any; particles stay small."""
    return tuple(_cased(word, at > 0) for at, word in enumerate(words))


@lru_cache(maxsize=4_096)
def _cased(word: str, is_later: bool) -> str:
    if INITIAL.match(word):
        return word if len(word) > 1 else word.upper()
    if is_later and word.lower() in PARTICLES and (word.islower() or word.isupper()):
        return word.lower()
    return _titled(word) if word.islower() or word.isupper() else word


def _titled(word: str) -> str:
    """Each part after a hyphen or after O' with its capital."""
    return "".join(part[:1].upper() + part[1:].lower() for part in PARTS.split(word))
