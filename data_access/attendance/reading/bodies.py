"""Whether a text names an institution: by its words, its quotes, or as an abbreviation."""

import re
from collections.abc import Sequence

from data_access.attendance.reading.known_names import GIVEN_NAMES
from data_access.attendance.reading.name_words import (
    BODIES,
    FORMS,
    SURNAMES_TOO,
    WORDS_FOR_NOTHING,
)
from data_access.rules import fold

QUOTES = re.compile(r"[«»„“”\"]")
VOWELS = re.compile("[aeiouyаеёиоуыэюя]")
LONGEST_SHORT, SURELY_SHORT = 6, 3


def is_body(text: str) -> bool:
    """Whether a text names an institution: by its words, quotes, form or as an abbreviation."""
    return bool(
        BODIES.search(fold(text))
        or QUOTES.search(text)
        or FORMS & {word.strip(".,") for word in text.split()}
        or is_abbreviation(text)
    )


def is_named_like_body(words: Sequence[str]) -> bool:
    """Whether it is a known given name and a surname that is a body's word too: Anna Dome."""
    keys = [fold(word) for word in words]
    return (
        len(keys) == 2  # noqa: PLR2004
        and keys[0] in GIVEN_NAMES
        and keys[1] in SURNAMES_TOO
        and all(word[0].isupper() for word in words)
    )


def is_abbreviation(text: str) -> bool:
    """Whether it is one word of capitals that is no name anybody knows: KM, IZM, LPS."""
    key = fold(text)
    return (
        text.isalpha()
        and text.isupper()
        and 1 < len(text) <= LONGEST_SHORT
        and key not in GIVEN_NAMES | WORDS_FOR_NOTHING
        and (len(text) <= SURELY_SHORT or not VOWELS.search(key))
    )


def is_body_beside(piece: str) -> bool:
    """Beside a name any short word of capitals is an employer."""
    is_short = piece.isalpha() and piece.isupper() and len(piece) <= LONGEST_SHORT
    return is_body(piece) or (is_short and fold(piece) not in GIVEN_NAMES)
