"""What stands where a name should: a person, a device, a telephone, an institution, a note."""

import re
from enum import StrEnum
from functools import lru_cache
from typing import Literal

from data_access.attendance.reading.bodies import is_body, is_named_like_body
from data_access.attendance.reading.dates import read_days
from data_access.attendance.reading.known_names import GIVEN_NAMES
from data_access.attendance.reading.name_cleaning import BRACKETS, clean, tidy
from data_access.attendance.reading.name_plain import LONGEST, ordinary
from data_access.attendance.reading.name_words import (
    COMPUTER,
    MAKES,
    MODEL,
    NOTES,
    ROOMS,
    STAFF,
    USERS,
)
from data_access.rules import fold

ADDRESS = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+")
AROUND_ADDRESS = re.compile(
    r"^(?:mailto:|e-?pasts:?|e-?mail:?)\s*|[<>\s,;.]+$|^[<\s]+", re.IGNORECASE
)
LABEL = re.compile(
    r"^(?:tālr(?:unis)?|talr(?:unis)?|tel|mob|phone|t|m|тел)\b\.?:?\s*", re.IGNORECASE
)
TELEPHONE = re.compile(r"^\(?\+?[\d(][\d\s()./*x•·-]*$", re.IGNORECASE)
CUT_SHORT = re.compile(r"\d[.,]?\d*E\+?\d", re.IGNORECASE)
LEAST_DIGITS, MOST_DIGITS = 7, 15
LATVIA, LATVIAN_DIGITS = "371", 8
LATVIAN = re.compile(r"[2-9]\d{7}")
LABELLED = re.compile(r"^([^\d:]{2,60}):(?:\s|$)")
BLANKS = re.compile(r"_{3,}|\.{5,}")
MOST_WORDS = 6


class NameKind(StrEnum):
    """What a cell names; only a person is one until somebody says so."""

    PERSON = "person"
    DEVICE = "device"
    TELEPHONE = "telephone"
    EMAIL = "email"
    ORGANISATION = "organisation"
    NOTE = "note"
    NOTHING = "nothing"


@lru_cache(maxsize=4_096)
def kind_of(text: str) -> NameKind:
    """What a cell of a column of names holds; a name nobody has heard of is a person."""
    if ordinary(text):
        return NameKind.PERSON
    if len(text) > LONGEST:
        return NameKind.NOTE
    whole = tidy(text)
    if not any(sign.isalnum() or sign in "_@" for sign in whole):
        return NameKind.NOTHING
    for kind, is_one in TESTS:
        if is_one(whole):
            return kind
    return NameKind.PERSON


def _is_email(text: str) -> bool:
    return ADDRESS.fullmatch(AROUND_ADDRESS.sub("", text)) is not None


def _is_telephone(text: str) -> bool:
    plain = LABEL.sub("", BRACKETS.sub(_digits_kept, text))
    signs = sum(sign.isdigit() or sign in "*•xX" for sign in plain)
    return bool(TELEPHONE.match(plain)) and signs >= LEAST_DIGITS and read_days(plain) is None


def _digits_kept(found: re.Match[str]) -> str:
    return found.group() if any(sign.isdigit() for sign in found[1]) else " "


def _is_note(text: str) -> bool:
    key = fold(text)
    label = LABELLED.match(BRACKETS.sub(" ", text))
    return bool(
        (label and not is_body(label[1]))
        or NOTES.search(key)
        or BLANKS.search(text)
        or not any(sign.isalpha() for sign in text)
        or (any(sign.isdigit() for sign in text) and read_days(text))
    )


def _is_device(text: str) -> bool:
    outside = tidy(BRACKETS.sub(" ", text)) or text.strip("()[]")
    key = fold(outside)
    words = re.split(r"[\s_'-]+", key)
    return bool(
        not MAKES.isdisjoint(words)
        or USERS.match(key)
        or ROOMS.search(key)
        or COMPUTER.match(outside)
        or any(MODEL.match(word) and any(map(str.isdigit, word)) for word in outside.split())
        or (STAFF.search(key) and not any(word in GIVEN_NAMES for word in words))
        or (len(words) == 1 and any(map(str.isdigit, key)))
    )


def _is_organisation(text: str) -> bool:
    """An institution with nobody's name beside it."""
    if not is_body(text) and not clean(text).institution_hint:
        return False
    found = clean(text)
    name = " ".join(found.words)
    if is_named_like_body(found.words):
        return False
    if not found.institution_hint or is_body(name):
        return is_body(text) and (is_body(name) or found.is_empty)
    named = found.surname + found.words
    return len(named) == 1 and fold(named[0]) not in GIVEN_NAMES


def _is_long(text: str) -> bool:
    found = clean(text)
    return len(found.words) > MOST_WORDS or found.is_empty


TESTS = (
    (NameKind.EMAIL, _is_email),
    (NameKind.TELEPHONE, _is_telephone),
    (NameKind.NOTE, _is_note),
    (NameKind.DEVICE, _is_device),
    (NameKind.ORGANISATION, _is_organisation),
    (NameKind.NOTE, _is_long),
)


def contact_of(text: str) -> tuple[Literal["email", "phone"], str] | None:
    """An address in small letters, or a telephone number with its plus and its zeros.

    A Latvian number of eight digits gets its +371; any other stays as it is but for what divides
    it. None for what cannot be used: masked numbers, those that a spreadsheet has cut short.
    """
    text = text[:LONGEST]
    address = ADDRESS.search(text)
    if address:
        found = address.group().strip(".").lower()
        return "email", text if found == text else found
    plain = LABEL.sub("", tidy(text))
    if CUT_SHORT.search(plain) or "*" in plain or not TELEPHONE.match(plain):
        return None
    digits = "".join(sign for sign in plain if sign.isdigit())
    if not LEAST_DIGITS <= len(digits) <= MOST_DIGITS:
        return None
    own = digits.removeprefix("00").removeprefix(LATVIA)
    if (
        len(own) == LATVIAN_DIGITS
        and LATVIAN.fullmatch(own)
        and "+" not in plain.replace("+371", "")
    ):
        return "phone", f"+{LATVIA}{own}"
    return "phone", f"+{digits}" if plain.lstrip("(").startswith("+") else digits
