"""What is written of what an institution owes, on the screen and in what is sent."""

from collections.abc import Mapping
from typing import Any

from data_access.owed import Owes
from pages.shared.vocabulary import ADDRESSEE_ROLES
from pages.shared.words import Words, mark

Row = Mapping[Any, Any]

OWES: dict[str, str] = {
    Owes.OVERDUE: mark("Overdue"),
    Owes.DUE: mark("Deadline ahead"),
    Owes.GOES_ON: mark("Found partly done, the rest is awaited"),
    Owes.UNDATED: mark("No deadline stated"),
    Owes.WAITING: mark("Waiting for the Council"),
}
MEANINGS: dict[str, str] = {
    Owes.OVERDUE: mark(
        "The deadline has passed and nothing settled it, or nobody has reported for too long."
    ),
    Owes.DUE: mark("The last day of the deadline is still to come."),
    Owes.GOES_ON: mark("The Council found it partly done; its deadline has passed."),
    Owes.UNDATED: mark("No day is set; a horizon is no deadline."),
    Owes.WAITING: mark("Reported done: the Council decides, the institution has nothing to do."),
}
COUNTED = {
    "overdue": mark("Overdue"),
    "open": mark("Open, not overdue"),
    "waiting": mark("Waiting for the Council"),
}
"""Entries that have not ended, in three parts that do not overlap."""


def counted(row: Row) -> dict[str, int]:
    """How many entries of the institution are in each of the parts."""
    overdue, waiting = int(row["overdue"]), int(row["waiting"])
    return {
        "overdue": overdue,
        "open": int(row["open"]) - overdue - waiting,
        "waiting": waiting,
    }


def called(words: Words, row: Row) -> str:
    """The institution's name, or that none is named."""
    return words.pick(row, "name") or words.say("not stated")


def in_words(words: Words, row: Row) -> str:
    """The three numbers; those that are 0 are left out, and all three at once are nothing open."""
    parts = [
        f"{words.code(COUNTED, part)}: {words.number(number)}"
        for part, number in counted(row).items()
        if number
    ]
    return " · ".join(parts) or words.say("nothing open")


def role(words: Words, row: Row) -> str:
    """The institution's part in an entry; says so where nobody is named."""
    return words.code(ADDRESSEE_ROLES, row["role"]) if row["role"] else words.say("not stated")
