"""What a row of attendance says: written out for a table, and as the fields of a form."""

from collections.abc import Mapping
from typing import Any

from pages.attendance import names
from pages.shared.fields import Field, Kind
from pages.shared.vocabulary import (
    AGE_BANDS,
    ATTENDANCE_STATUSES,
    CATEGORIES,
    GENDERS,
    ROW_ORIGINS,
)
from pages.shared.words import Words, mark

Row = dict[Any, Any]

NONE = ""
LABELS = {
    "category": mark("Represents"),
    "institution": mark("Institution"),
    "place": mark("Place"),
    "gender": mark("Gender"),
    "age_band": mark("Age"),
    "status": mark("Attended"),
}
NOT_STATED = dict.fromkeys(("category", "place", "gender", "age_band"), "not_stated")
"""What a row says before anybody has said anything."""


def fields(words: Words, institutions: Mapping[str, str], places: Mapping[str, str]) -> list[Field]:
    """A choice for each trait, from these institutions and places."""
    options = {
        "category": _named(words, CATEGORIES),
        "institution": {NONE: words.say("not stated"), **institutions},
        "place": {**places},
        "gender": _named(words, GENDERS),
        "age_band": _named(words, AGE_BANDS),
        "status": _named(words, ATTENDANCE_STATUSES),
    }
    return [Field(name, LABELS[name], Kind.CHOICE, options[name]) for name in LABELS]


def _named(words: Words, vocabulary: dict[str, str]) -> dict[str, str]:
    return {code: words.code(vocabulary, code) for code in vocabulary}


def written(words: Words, row: Row, known: names.Names) -> dict[str, str]:
    """The row in words, the person as a number."""
    return {
        "person": number(words, row),
        "category": words.code(CATEGORIES, row["category"]),
        "institution": words.pick(row, "institution") or "–",
        "place": words.pick(row, "place") or known.place(place(row)),
        "gender": words.code(GENDERS, row["gender"]),
        "age_band": words.code(AGE_BANDS, row["age_band"]),
        "status": words.code(ATTENDANCE_STATUSES, row["status"]),
        "origin": words.code(ROW_ORIGINS, row["origin"]),
    }


def place(row: Row) -> str:
    """The place as a correction names it: a municipality of a division, or the kind of place."""
    return str(row["place"] or row["place_kind"])


def number(words: Words, row: Row) -> str:
    """The person as a number."""
    return words.say("No. {number}", number=int(row["person"]))
