"""In which order the names of a list have their words: told by all of them and their heading."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import islice, zip_longest

from data_access.attendance.reading.known_names import (
    GIVEN_NAMES,
    PATRONYMIC,
    SURNAME_ENDING,
    folded,
)
from data_access.attendance.reading.name_case import INITIAL
from data_access.attendance.reading.name_cleaning import clean
from data_access.rules import fold

KEPT = 4_096
ENOUGH = 5_000
"""So many names tell the order that all have."""
CLEARLY = 5
"""So many times more often one order than the other: what differs is an exception."""
LEAST_AGAINST_HEADING = 3
SPLIT = str.maketrans(dict.fromkeys("._-", " "))
GIVEN_WORDS = folded("vārds vārdi given first forename имя имię imie vardas eesnimi name names")
SURNAME_WORDS = folded(
    "uzvārds uzvārdi surname last family фамилия фио nazwisko pavardė perekonnanimi"
)


class NameOrder(StrEnum):
    """Which of a name's words stands first in a list."""

    GIVEN_FIRST = "given_first"
    SURNAME_FIRST = "surname_first"
    UNKNOWN = "unknown"


def in_capitals(words: Sequence[str]) -> range | None:
    """Where capitals mark the surname, at either end of a name that has other letters too."""
    loud = [at for at, word in enumerate(words) if word.isupper() and not INITIAL.match(word)]
    if not loud or len(loud) == len(words) or all(INITIAL.match(w) or w.isupper() for w in words):
        return None
    run = range(loud[0], loud[-1] + 1)
    is_at_end = run.start == 0 or run.stop == len(words)
    return run if is_at_end and len(run) == len(loud) else None


def leaning(words: Sequence[str]) -> int:
    """Above 0: the given name stands first; below: the surname; 0: the name tells nothing."""
    if len(words) < 2:  # noqa: PLR2004
        return 0
    if len(words) > 2 and PATRONYMIC.search(words[-1].lower()):  # noqa: PLR2004
        return -1
    return _likeness(words[0]) - _likeness(words[-1])


@lru_cache(maxsize=KEPT)
def _likeness(word: str) -> int:
    """Of a word: 1 for a known given name, -1 for a surname by its ending."""
    key = fold(word)
    if all(part in GIVEN_NAMES for part in key.split("-")):
        return 1
    return -1 if SURNAME_ENDING.search(key) else 0


def order_of_names(
    names: Iterable[str], emails: Iterable[str] = (), heading: str = ""
) -> NameOrder:
    """The order of a list's names, by the names and e-mails of all of it, then by its heading.

    Where names speak against their heading, three that agree outweigh it; where both orders are
    frequent, the list has none, and each name stands for itself.
    """
    votes = [_vote(name, email) for name, email in islice(_pairs(names, emails), ENOUGH)]
    given, surname = sum(vote > 0 for vote in votes), sum(vote < 0 for vote in votes)
    said = _said(heading)
    more, fewer = max(given, surname), min(given, surname)
    if not more:
        return said
    if more < CLEARLY * fewer or more == fewer:
        return NameOrder.UNKNOWN
    found = NameOrder.GIVEN_FIRST if given > surname else NameOrder.SURNAME_FIRST
    is_denied = said not in (found, NameOrder.UNKNOWN)
    return NameOrder.UNKNOWN if is_denied and more < LEAST_AGAINST_HEADING else found


def _pairs(names: Iterable[str], emails: Iterable[str]) -> Iterable[tuple[str, str]]:
    emails = list(emails)
    return ((name or "", email or "") for name, email in zip_longest(names, emails) if name)


def _vote(name: str, email: str) -> int:
    found = clean(name)
    if found.surname or len(found.words) < 2:  # noqa: PLR2004
        return 0
    capitals = in_capitals(found.words)
    if capitals:
        return -1 if capitals.start == 0 else 1
    return leaning(found.words) or _by_address(found.words, email)


def _by_address(words: Sequence[str], email: str) -> int:
    """Addresses are mostly given.surname@ and g.surname@."""
    parts = fold(email.partition("@")[0].translate(SPLIT)).split()
    first, last = fold(words[0]), fold(words[-1])
    if len(parts) != 2 or first == last:  # noqa: PLR2004
        return 0
    if _fits(parts[0], first) and parts[1] == last:
        return 1
    return -1 if _fits(parts[0], last) and parts[1] == first else 0


def _fits(part: str, word: str) -> bool:
    return part == word or (len(part) == 1 and word.startswith(part))


def _said(heading: str) -> NameOrder:
    """The order that a heading names, where it names both."""
    words = fold(heading).replace(",", " ").replace(".", "").split()
    surname = next((at for at, word in enumerate(words) if word in SURNAME_WORDS), None)
    given = next((at for at, word in enumerate(words) if word in GIVEN_WORDS), None)
    if surname is None or (given is None and words[surname] != "фио"):
        return NameOrder.UNKNOWN
    if given is None or surname < given:
        return NameOrder.SURNAME_FIRST
    return NameOrder.GIVEN_FIRST
