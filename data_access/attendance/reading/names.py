"""Names of people out of one cell or two, and which of the words is the surname."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import lru_cache
from typing import Self

from data_access.attendance.reading.known_names import (
    GIVEN_NAMES,
    PARTICLES,
)
from data_access.attendance.reading.name_case import INITIAL, cased
from data_access.attendance.reading.name_cleaning import Cleaned, clean, tidy
from data_access.attendance.reading.name_kinds import NameKind, contact_of, kind_of
from data_access.attendance.reading.name_order import (
    NameOrder,
    in_capitals,
    leaning,
    order_of_names,
)
from data_access.attendance.reading.name_plain import ordinary
from data_access.attendance.reading.name_words import BETWEEN_PEOPLE
from data_access.attendance.reading.personal_codes import has_personal_code, without_personal_code
from data_access.rules import fold

__all__ = [
    "NameKind",
    "NameNote",
    "NameOrder",
    "PersonName",
    "canonical",
    "contact_of",
    "has_personal_code",
    "kind_of",
    "name_of",
    "name_of_two",
    "order_of_names",
    "plain_name",
    "same_key",
    "spellings",
    "without_personal_code",
]

KEPT = 4_096
"""So many answers are remembered: lists repeat words, seldom names."""
Words = tuple[str, ...]


class NameNote(StrEnum):
    """What somebody may want to know of a name; none of it makes it wrong."""

    SINGLE = "single"
    INITIALS = "initials"
    AS_WRITTEN = "as_written"
    UNCLEAR_PART = "unclear_part"
    SEVERAL = "several"


@dataclass(frozen=True)
class PersonName:
    """Somebody's name. ``other`` is one in brackets beside it, ``remark`` what else stood there.

    AS_WRITTEN: nothing told the surname, so that the words keep their order. UNCLEAR_PART: the
    remark may belong to the name. SEVERAL: more than one person in the cell. Both are questions.
    """

    given: str
    surname: str = ""
    institution_hint: str = ""
    other: str = ""
    remark: str = ""
    notes: frozenset[NameNote] = field(default_factory=frozenset)

    @property
    def display(self) -> str:
        """Given name and surname, as it is shown and kept."""
        return f"{self.given} {self.surname}".strip()

    @property
    def key(self) -> str:
        """See ``same_key``."""
        return same_key(self.display)

    def __repr__(self) -> str:
        """Without the name, which ends in no log."""
        return f"PersonName(notes={sorted(self.notes)})"

    def noting(self, notes: Iterable[NameNote]) -> Self:
        """With further notes."""
        return replace(self, notes=self.notes | frozenset(notes))


def canonical(name: PersonName | str) -> str:
    """The spelling under which a person is recorded and matched: "Given Surname"."""
    return (name if isinstance(name, PersonName) else name_of(name)).display


def spellings(name: PersonName) -> tuple[str, ...]:
    """The canonical spelling first, then the other order: who was recorded as it was written."""
    return tuple(dict.fromkeys((name.display, f"{name.surname} {name.given}".strip())))


@lru_cache(maxsize=KEPT)
def same_key(name: str) -> str:
    """A name for comparing: folded, in no order of words; equal for the same name alone."""
    words = fold(tidy(name).replace(" - ", "-")).replace(",", " ").split()
    return " ".join(sorted(word.strip(".;") or word for word in words))


def plain_name(text: str, order: NameOrder) -> str:
    """The name as it is shown, of a cell that holds nothing but one; empty for any other cell."""
    words: Sequence[str] = ordinary(text)
    is_turned = order is not NameOrder.GIVEN_FIRST and bool(words)
    if is_turned and (order is not NameOrder.UNKNOWN or leaning(words) < 0):
        given, surname = _divided(words, NameOrder.SURNAME_FIRST)
        words = (*given, *surname)
    shown = " ".join(words)
    return text if shown == text else shown


@lru_cache(maxsize=KEPT)
def name_of(text: str, order: NameOrder = NameOrder.UNKNOWN) -> PersonName:
    """The name in one cell. ``order`` is that of the list; what the cell itself shows comes first.

    A comma or a surname in capitals shows it; in a list of unknown order also known given names.
    """
    found = clean(text)
    if found.surname:
        return _named(found, found.words, found.surname)
    capitals = in_capitals(found.words)
    if capitals:
        loud = [found.words[at] for at in capitals]
        quiet = [word for at, word in enumerate(found.words) if at not in capitals]
        return _named(found, quiet, loud)
    leans = leaning(found.words) if order is NameOrder.UNKNOWN else 0
    if leans:
        order = NameOrder.GIVEN_FIRST if leans > 0 else NameOrder.SURNAME_FIRST
    given, surname = _divided(found.words, order)
    is_open = order is NameOrder.UNKNOWN and len(found.words) > 1
    return _named(found, given, surname).noting([NameNote.AS_WRITTEN] if is_open else [])


def name_of_two(given: str, surname: str) -> PersonName:
    """The name in two cells; a whole name in the first one is not doubled."""
    if not surname.strip() or not given.strip():
        return name_of(given.strip() or surname.strip(), NameOrder.GIVEN_FIRST)
    first, last = clean(given), clean(surname)
    family = last.surname + last.words
    words = first.surname + first.words
    if len(words) > 1 and _same(words, family):
        return name_of(given, NameOrder.GIVEN_FIRST)
    words, family = _without(words, family), _without(family, words)
    return _named(first.beside(last.institution_hint, last.remark, last.other), words, family)


def _without(words: Words, family: Words) -> Words:
    """Given names without the surname at either end of them."""
    length = len(family)
    if len(words) <= length:
        return words
    if _same(words[-length:], family):
        return words[:-length]
    return words[length:] if _same(words[:length], family) else words


def _same(one: Words, other: Words) -> bool:
    return same_key(" ".join(one)) == same_key(" ".join(other))


def _named(found: Cleaned, given: Sequence[str], surname: Sequence[str]) -> PersonName:
    words = [*given, *surname]
    told = {
        NameNote.SINGLE: len(words) == 1,
        NameNote.INITIALS: any(INITIAL.match(word) for word in words),
        NameNote.UNCLEAR_PART: found.is_unclear,
        NameNote.SEVERAL: any(word.lower() in BETWEEN_PEOPLE for word in words[1:-1]),
    }
    notes = frozenset(note for note, holds in told.items() if holds)
    return PersonName(
        " ".join(cased(given)),
        " ".join(cased(["", *surname])[1:] if given else cased(surname)),
        found.institution_hint,
        found.other,
        found.remark,
        notes,
    )


def _divided(words: Sequence[str], order: NameOrder) -> tuple[Sequence[str], Sequence[str]]:
    """Given names and surname; of several words before a known given name all are the surname."""
    if len(words) < 2:  # noqa: PLR2004
        return words, ()
    if order is not NameOrder.SURNAME_FIRST:
        at = len(words) - 1
        while at > 1 and words[at - 1].lower() in PARTICLES:
            at -= 1
        return words[:at], words[at:]
    known = (at for at, word in enumerate(words) if at and fold(word) in GIVEN_NAMES)
    at = next(known, 1)
    while at < len(words) - 1 and words[at - 1].lower() in PARTICLES:
        at += 1
    return words[at:], words[:at]
