"""What a column of somebody's list can hold, and by which words its heading says so."""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache

from data_access.attendance.columns import DASHES
from data_access.attendance.reading.heading_parts import (
    FIRST_STEMS,
    FULL_NAME_BOTH,
    GIVEN_NAMES,
    STEMS,
    SURNAMES,
)
from data_access.attendance.reading.headings import OF_PEOPLE
from data_access.attendance.reading.headings_of_calls import OF_CALLS
from data_access.rules import fold


class ColumnRole(StrEnum):
    """What stands in a column; those of LEFT_ASIDE help to understand a list and go no further."""

    FULL_NAME = "full_name"
    GIVEN = "given"
    SURNAME = "surname"
    EMAIL = "email"
    PHONE = "phone"
    CONTACT = "contact"
    INSTITUTION = "institution"
    CATEGORY = "category"
    PLACE = "place"
    GENDER = "gender"
    AGE = "age_band"
    STATUS = "status"
    CHECK_IN = "check_in"
    ABSENT = "absent"
    DAY = "day"
    JOIN = "join"
    LEAVE = "leave"
    WAITING = "waiting"
    DURATION = "duration"
    ACTION = "action"
    STAMP = "stamp"
    START = "start"
    END = "end"
    TOPIC = "topic"
    TOTAL = "total"
    NUMBER = "number"
    SIGNATURE = "signature"
    PERSONAL_CODE = "personal_code"
    CONSENT = "consent"
    JOB = "job"
    CALL_ROLE = "call_role"
    HEADS = "heads"
    REPORT = "report"
    OTHER = "other"


Role = ColumnRole
NAMES = frozenset({Role.FULL_NAME, Role.GIVEN, Role.SURNAME})
OF_A_CALL = frozenset({Role.TOPIC, Role.START, Role.END, Role.TOTAL})

EXACT: Mapping[ColumnRole, tuple[str, ...]] = {
    ColumnRole(role): ways for role, ways in {**OF_PEOPLE, **OF_CALLS}.items()
}
"""Headings word by word."""

LONGEST = 200
BRACKETED = re.compile(r"\(.*?\)|\[.*?\]")
DIVIDED = re.compile(r"\s*[/|\n]\s*|\s+[-–]\s+")
HYPHENATED = re.compile(r"[-\u00ad]\s*\n\s*")
CODED = re.compile(r"^[\w\[\]]+\.\s+(?=\S)")
"""Before the question that was asked, some programs write its code."""
MARKS = re.compile(r"[\s:*?.!;,_\"'“”„«»]+$")


def _key(heading: str) -> str:
    """A heading as it is compared: folded, without what forms put at its end."""
    return MARKS.sub("", fold(heading.translate(DASHES).replace("\n", " "))).strip()


KNOWN: Mapping[str, ColumnRole] = {_key(way): role for role, ways in EXACT.items() for way in ways}

SPELT = frozenset(way.lower() for ways in EXACT.values() for way in ways)
"""Headings as they are spelt, to be looked up without folding."""


@lru_cache(maxsize=20_000)
def role_of(heading: str) -> ColumnRole | None:
    """What a heading says; None for words that are not known."""
    if not heading or len(heading) > LONGEST:
        return None
    key = _key(heading)
    return _exact(heading) or _of_two_languages(heading) or _told(key)


def _exact(heading: str) -> ColumnRole | None:
    whole = HYPHENATED.sub("", heading)
    bare = BRACKETED.sub("", whole)
    ways = (whole, bare, CODED.sub("", bare))
    return next((role for way in ways if (role := KNOWN.get(_key(way)))), None)


def _of_two_languages(heading: str) -> ColumnRole | None:
    """Of "Vārds / First name" what both parts say, where they do not contradict each other."""
    parts = [part for part in DIVIDED.split(heading) if part.strip()]
    found = {role for part in parts if (role := _exact(part.strip()))}
    return found.pop() if len(parts) > 1 and len(found) == 1 else None


@lru_cache(maxsize=20_000)
def is_exact(heading: str) -> bool:
    """Whether it is a heading word by word, not only a text that has such a word in it."""
    return len(heading) <= LONGEST and bool(_exact(heading) or _of_two_languages(heading))


def _told(key: str) -> ColumnRole | None:
    """By parts of words: a form asks in whole sentences."""
    if all(_starts(key, part) for part in FULL_NAME_BOTH[0]):
        return Role.FULL_NAME
    for role, stems in FIRST_STEMS:
        if any(stem in key for stem in stems):
            return Role(role)
    return _named(key) or next(
        (Role(role) for role, stems in STEMS if any(_starts(key, stem) for stem in stems)), None
    )


def _named(key: str) -> ColumnRole | None:
    if any(all(_starts(key, part) for part in parts) for parts in FULL_NAME_BOTH):
        return Role.FULL_NAME
    if any(_starts(key, stem) for stem in SURNAMES):
        return Role.SURNAME
    return Role.GIVEN if any(_starts(key, stem) for stem in GIVEN_NAMES) else None


def _starts(key: str, stem: str) -> bool:
    """Whether a word of the key begins so."""
    return key.startswith(stem) or f" {stem}" in key or f"/{stem}" in key or f"-{stem}" in key
