"""The name in the cells of a row: who that is, and whether it is anybody."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from data_access.attendance.reading.bodies import is_abbreviation
from data_access.attendance.reading.cells import cell, first
from data_access.attendance.reading.content import has_given
from data_access.attendance.reading.known_names import PARTICLES
from data_access.attendance.reading.layout import Layout
from data_access.attendance.reading.name_cleaning import NUMBERING, without_bullet
from data_access.attendance.reading.name_plain import CYRILLIC, LATIN, LONGEST
from data_access.attendance.reading.name_words import BEFORE_NAMES, OFFICES
from data_access.attendance.reading.names import (
    NameKind,
    NameNote,
    NameOrder,
    PersonName,
    kind_of,
    name_of,
    name_of_two,
    plain_name,
)
from data_access.attendance.reading.roles import BRACKETED
from data_access.attendance.reading.roles import ColumnRole as Role
from data_access.rules import fold

BY_FUNCTION = frozenset(
    {"host", "co-host", "organizer", "organiser", "presenter", "moderator", "panelist", "speaker",
     "vaditajs", "vaditaja", "organizators", "organizatore", "lektors", "lektore"}
)  # fmt: skip
"""With an address of their own these are somebody, who has not written a name."""

IN_ONE = re.compile(r"[\n;,<>]")
SEVERAL = re.compile(r"[\n;&,]| un | and | и | i | ir ")
INITIALS = re.compile(r"^(\w\.?\s*){1,3}$")
GROWN_TOGETHER = re.compile(r"[a-zāčēģīķļņšūž][A-ZĀČĒĢĪĶĻŅŠŪŽ]")
DOTTED = re.compile(r"[^\W\d_]{2}[._][^\W\d_]{2}")
STRUCK = re.compile(r"[*~]")
LEAST_PARTS = 2
UNCLEAR, IN_A_ROW = "unclear", "several"


@dataclass(frozen=True, slots=True)
class NameCells:
    """The columns of a table that hold names, and the order of the words in them."""

    given: tuple[int, ...]
    surname: tuple[int, ...]
    whole: tuple[int, ...]
    order: NameOrder
    are_whole: bool
    """Whether most of the list has a surname beside the given name, so that one word is odd."""

    @classmethod
    def of(cls, layout: Layout, order: NameOrder, *, are_whole: bool) -> "NameCells":
        """Those of the layout."""
        given, surname = layout.of(Role.GIVEN), layout.of(Role.SURNAME)
        return cls(given, surname, layout.of(Role.FULL_NAME), order, are_whole)

    @property
    def columns(self) -> tuple[int, ...]:
        """All of them, from the left."""
        return tuple(sorted(self.given + self.surname + self.whole))

    def plain(self, row: Sequence[str]) -> str:
        """The name where there is nothing to it: words with their capitals, that is all."""
        if not self.given:
            return plain_name(first(row, self.whole or self.surname), self.order)
        given, surname = first(row, self.given), first(row, self.surname)
        if not (given and surname) or " " in given or " " in surname or given == surname:
            return ""
        return plain_name(f"{given} {surname}", NameOrder.GIVEN_FIRST)

    def read(self, row: Sequence[str]) -> tuple[str, PersonName]:
        """What stands as the name, and who that is: two columns before one, if both are filled."""
        given, surname = first(row, self.given), first(row, self.surname)
        whole = first(row, self.whole)
        if given and (surname or not whole):
            return f"{given} {surname}".strip(), name_of_two(given, surname)
        text = _alone(whole or surname)
        named = name_of(text, self.order)
        if named.other and (
            kind_of(named.display) is not NameKind.PERSON or _is_short(text, named)
        ):
            named = name_of(named.other, self.order)
        return text, named

    def has_slipped(self, row: Sequence[str]) -> bool:
        """Whether an institution stands where a surname should."""
        surname = first(row, self.surname)
        is_body = " " in surname and kind_of(surname) is NameKind.ORGANISATION
        return is_body and bool(first(row, self.given))

    def doubt(self, text: str, named: PersonName, contact: str) -> tuple[str, bool]:
        """What makes it unclear whether somebody is named, and if not, whether it is unusual."""
        if is_several(text) or NameNote.SEVERAL in named.notes:
            return IN_A_ROW, False
        kind = kind_of(text)
        if kind is NameKind.DEVICE and "@" in contact and fold(text) in BY_FUNCTION:
            return "", True
        if kind is not NameKind.PERSON and kind_of(named.display) is not NameKind.PERSON:
            return kind.value, False
        if NameNote.UNCLEAR_PART in named.notes or is_hardly_a_name(text):
            return UNCLEAR, False
        is_single = NameNote.SINGLE in named.notes
        if is_single and self.are_whole and not contact and not has_given(named.display):
            return UNCLEAR, False
        return "", is_single


def names_in(row: Sequence[str], columns: Sequence[int]) -> list[str]:
    """The filled cells of the columns."""
    return [text for at in columns if (text := cell(row, at))]


def _is_short(text: str, named: PersonName) -> bool:
    """Whether an employer in capitals stands in the place of a surname, and the name in brackets:
    "KM Anna (Anna Kalniņa)"."""
    words = BRACKETED.sub(" ", text).split()
    return len(words) == LEAST_PARTS and any(map(is_abbreviation, words)) and has_given(named.other)


def _alone(text: str) -> str:
    """The name out of a cell that holds a contact or an institution on further lines as well."""
    parts = [part.strip() for part in IN_ONE.split(text[:LONGEST]) if part.strip()]
    if len(parts) < LEAST_PARTS or kind_of(parts[0]) is not NameKind.PERSON:
        return text
    further = [kind_of(part) for part in parts[1:]]
    is_alone = NameKind.PERSON not in further and {*further} & {NameKind.EMAIL, NameKind.TELEPHONE}
    on_lines = "\n" in text and NameKind.PERSON not in further
    return parts[0] if is_alone or on_lines else text


def is_several(text: str) -> bool:
    """Whether a cell names several people: whole names on lines of their own, or in a row."""
    if not SEVERAL.search(text):
        return False
    parts = [part.strip() for part in SEVERAL.split(text[:LONGEST]) if part.strip()]
    whole = [part for part in parts if len(part.split()) > 1 and kind_of(part) is NameKind.PERSON]
    return len(whole) > 1 and len(whole) == len(parts)


def is_hardly_a_name(text: str) -> bool:
    """Digits, initials alone, words in small letters: "vēl 3 cilvēki", "N. N.", "tulks"."""
    bare = BRACKETED.sub("", without_bullet(text[:LONGEST])).strip()
    name = NUMBERING.sub("", bare)
    words = name.split()
    return (
        STRUCK.search(name) is not None
        or any(map(str.isdigit, name))
        or INITIALS.match(name) is not None
        or _is_odd(words, was_numbered=name != bare)
        or (CYRILLIC.search(name) is not None and LATIN.search(name) is not None)
    )


def _is_odd(words: Sequence[str], *, was_numbered: bool) -> bool:
    """One word that grew together or has no capital; or small letters before a capital."""
    if len(words) == 1:
        word = words[0]
        odd = word.islower() or GROWN_TOGETHER.search(word) or DOTTED.search(word)
        return was_numbered or bool(odd)
    is_torn = _starts_small(words) and any(word[0].isupper() for word in words)
    return is_torn or _is_phrase(words)


def _is_phrase(words: Sequence[str]) -> bool:
    """Whether words of a cell are those of a sentence: in small letters, and no name among them."""
    small = [word for word in words if word.islower() and word not in PARTICLES]
    return bool(small) and not has_given(" ".join(words))


def _starts_small(words: Sequence[str]) -> bool:
    """Whether the first word is written small, and is none that may be: a name, a title."""
    if not words or not words[0].islower() or words[0] in PARTICLES:
        return False
    return not (has_given(words[0]) or fold(words[0]).strip(".,") in OFFICES | BEFORE_NAMES)
