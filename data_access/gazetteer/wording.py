"""How people write a place: its name, what sort of place it is, and places beside each other."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from data_access.rules import fold


class Sort(StrEnum):
    """What a place is called: the sorts that a word beside its name may state."""

    NOVADS = "novads"
    CITY = "city"
    PARISH = "parish"


SORT_WORDS: Mapping[str, Sort] = {
    **dict.fromkeys(("novads", "novada", "nov", "n", "county"), Sort.NOVADS),
    **dict.fromkeys(("pilseta", "pilsetas", "pils", "city", "town"), Sort.CITY),
    **dict.fromkeys(("valstspilseta", "valstspilsetas", "valstspils"), Sort.CITY),
    **dict.fromkeys(("pagasts", "pagasta", "pag", "parish"), Sort.PARISH),
}
AUTHORITY_WORDS = frozenset(
    (
        *("pasvaldiba", "pasvaldibas", "pasvaldibai", "pasv", "dome", "domes", "domei"),
        *("municipality", "council", "government"),
    )
)
"""Words for whoever governs the place, which alone do not tell a city from a novads."""
PARISH_AUTHORITIES = frozenset(("parvalde", "parvaldes"))
EMPTY_WORDS = frozenset(("republikas", "of", "the"))
COUNTRY_WORDS = frozenset(("latvija", "latvia", "lv", "lr"))
BREAKS = re.compile(r"[,;:/|()\[\]\n]|\s[-–—]\s")
WORD = re.compile(r"[^\W_]+")
POSTCODE = re.compile(r"\blv[\s-]?\d{4}\b")


@dataclass(frozen=True)
class Wording:
    """A name in one of its forms, and what the words beside it state."""

    name: str
    sort: Sort | None = None
    is_authority: bool = False


def wordings(text: str) -> tuple[Wording, ...]:
    """The places that a text puts beside each other, the country left aside.

    "Kandavas pag., Tukuma nov." names two, of which one lies in the other. Empty where the text
    holds no name; a part that states two sorts of place at once is a name of its own, unknown.
    """
    found: list[Wording] = []
    for part in BREAKS.split(POSTCODE.sub("", fold(text))):
        words = WORD.findall(part)
        if not set(words) <= COUNTRY_WORDS:
            found += _in_turn(words)
    return tuple(found)


def _in_turn(words: list[str]) -> list[Wording]:
    """Places one after the other: a name ends with the last word that states its sort."""
    turns: list[list[str]] = [[]]
    for word in words:
        if turns[-1] and _states(turns[-1][-1]) and not _states(word) and _has_name(turns[-1]):
            turns.append([])
        turns[-1].append(word)
    return [_wording(turn) for turn in turns]


def _wording(words: list[str]) -> Wording:
    name = " ".join(word for word in words if not _states(word))
    sorts = {SORT_WORDS[word] for word in words if word in SORT_WORDS}
    is_authority = any(word in AUTHORITY_WORDS for word in words)
    if len(sorts) > 1 or not name:
        return Wording(" ".join(words))
    if any(word in PARISH_AUTHORITIES for word in words) and sorts != {Sort.PARISH}:
        return Wording(" ".join(words))
    return Wording(name, next(iter(sorts), None), is_authority)


def _states(word: str) -> bool:
    known = (SORT_WORDS, AUTHORITY_WORDS, PARISH_AUTHORITIES, EMPTY_WORDS)
    return any(word in words for words in known)


def _has_name(words: list[str]) -> bool:
    return any(not _states(word) for word in words)
