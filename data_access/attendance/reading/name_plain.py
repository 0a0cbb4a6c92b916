"""Words that are nothing but names, told quickly: most of the cells in a column of names."""

import re
from functools import lru_cache

from data_access.attendance.reading.marks import is_label
from data_access.attendance.reading.name_words import (
    AFTER_NAMES,
    BEFORE_NAMES,
    BETWEEN_PEOPLE,
    BODIES,
    DEGREE,
    FORMS,
    MAKES,
    NOTES,
    OFFICES,
    ROOMS,
    STAFF,
    SURNAMES_LIKE_TITLES,
    USERS,
)
from data_access.rules import fold

LONGEST = 300
"""No name is longer; of a longer text no more is looked at."""
MOST_ORDINARY = 4
OTHER_WORDS = MAKES | OFFICES | BETWEEN_PEOPLE
CYRILLIC, LATIN = re.compile(r"[\u0400-\u04ff]"), re.compile(r"[A-Za-z\u00c0-\u024f]")


def ordinary(text: str) -> tuple[str, ...]:
    """The words of a text that is nothing but a name; none where it may be more than that."""
    words = () if "\n" in text or len(text) > LONGEST else text.split()
    if not 1 < len(words) <= MOST_ORDINARY:
        return ()
    for word in words:
        if not _is_ordinary(word):
            return ()
    return tuple(words)


@lru_cache(maxsize=8_192)
def _is_ordinary(word: str) -> bool:
    """Whether a word has its capital, nothing but letters and hyphens, and no other meaning."""
    if not (word.istitle() and (word.isalpha() or word.replace("-", "").isalpha())):
        return False
    key = fold(word)
    if key in OTHER_WORDS or is_label(key) or is_title(word) or word.upper() in FORMS:
        return False
    if BODIES.search(key) or NOTES.match(key) or STAFF.search(key):
        return False
    if ROOMS.search(key) or USERS.match(key):
        return False
    return not (CYRILLIC.search(word) and LATIN.search(word))


def is_title(word: str, titles: frozenset[str] = BEFORE_NAMES | AFTER_NAMES) -> bool:
    """Whether a word is a title, a degree or a short form of one."""
    key = fold(word).strip(".,")
    if key in SURNAMES_LIKE_TITLES and not (word.islower() or word.endswith(".")):
        return False
    is_short_form = word.islower() and word.endswith(".") and len(key) > 1
    return bool(DEGREE.match(word)) or key in titles or is_short_form
