"""One line of an attendance list, and the contact it may carry."""

import re
import string
from dataclasses import dataclass, replace
from enum import StrEnum

from data_access.attendance.columns import NOT_STATED
from data_access.rules import AttendanceStatus, fold

LEAST_DIGITS = 6
LATVIA = "371"
LATVIAN_DIGITS = 8
ROUNDED = re.compile(r"\d[.,]\d*E\+\d", re.IGNORECASE)
"""A number that a spreadsheet has cut short: 2,61E+07."""


class CategoryFrom(StrEnum):
    """What says in which capacity somebody came, the surest first."""

    FILE = "file"
    REGISTER = "register"
    WORDS = "words"
    NONE = "none"


RANK = (AttendanceStatus.ATTENDED, AttendanceStatus.REGISTERED, AttendanceStatus.NOT_STATED)


@dataclass(frozen=True, slots=True)
class Entry:
    """Who, from where, and as what; words are codes, and what is not stated says so.

    ``institution`` is a code of the register, ``place`` ``<division>:<iso>`` or a kind of place.
    ``category_from`` says whether the category was stated, or follows from the institution.
    """

    name: str
    contact: str = ""
    institution: str | None = None
    category: str = NOT_STATED
    place: str = NOT_STATED
    gender: str = NOT_STATED
    age_band: str = NOT_STATED
    status: str = NOT_STATED
    category_from: CategoryFrom = CategoryFrom.NONE

    def __repr__(self) -> str:
        """Without the name and the contact, which end in no log."""
        return f"Entry(category={self.category!r}, status={self.status!r})"


STATED = ("category", "place", "gender", "age_band")


def usable_contact(text: str) -> str | None:
    """A contact in the spelling by which it is compared; None for what is no contact.

    An address is folded; a telephone number is its digits, without the prefix of Latvia.
    """
    if "@" in text.strip("@ "):
        return fold(text)
    digits = "".join(sign for sign in text if sign in string.digits)
    if len(digits) < LEAST_DIGITS or ROUNDED.search(text):
        return None
    number = digits.removeprefix("00")
    if number.startswith(LATVIA) and len(number) == len(LATVIA) + LATVIAN_DIGITS:
        number = number.removeprefix(LATVIA)
    return number


def in_one(entries: list[Entry]) -> tuple[Entry, list[str]]:
    """Several lines of one person as one, and the columns in which they contradict each other.

    Who attended by any line attended; of other words, and of contacts, the first that is stated. A
    category that was stated goes before one that follows from an institution.
    """
    first = entries[0]
    if len(entries) == 1:
        return first, []
    status = min((entry.status for entry in entries), key=RANK.index)
    values: dict[str, str | None] = {"status": status}
    disagreeing = []
    for column in (*STATED, "institution"):
        those = _surest(entries) if column == "category" else entries
        stated = [
            value for entry in those if (value := getattr(entry, column)) not in (None, NOT_STATED)
        ]
        if stated:
            values[column] = stated[0]
        if len(set(stated)) > 1:
            disagreeing.append(column)
    values["category_from"] = _surest(entries)[0].category_from
    contact = next((entry.contact for entry in entries if entry.contact), "")
    return replace(first, contact=contact, **values), disagreeing  # type: ignore[arg-type]


def _surest(entries: list[Entry]) -> list[Entry]:
    """The lines whose category is known most surely."""
    ranks = [list(CategoryFrom).index(entry.category_from) for entry in entries]
    return [entry for entry, rank in zip(entries, ranks, strict=True) if rank == min(ranks)]
