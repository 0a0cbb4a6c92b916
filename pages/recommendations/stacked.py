"""What stacks of statuses are drawn from: a part for each status, and the total of each stack."""

from collections.abc import Sequence
from typing import Any

from pages.shared.vocabulary import STATUSES
from pages.shared.words import Words

Row = dict[Any, Any]
RANKS = {status: rank for rank, status in enumerate(STATUSES)}


def part(words: Words, row: Row) -> Row:
    """How many stand in a status: as it is called, where it lies in the stack, and the number."""
    return {
        "status_code": row["status"],
        "status": words.code(STATUSES, row["status"]),
        "rank": RANKS[row["status"]],
        "entries": int(row["entries"]),
        "entries_label": words.number(int(row["entries"])),
    }


def total(words: Words, parts: Sequence[Row]) -> Row:
    """All parts of one stack together, each status's number by its code, and the stack in words."""
    number = sum(of["entries"] for of in parts)
    there = [f"{of['status']} {of['entries_label']}" for of in parts if of["entries"]]
    return {of["status_code"]: of["entries_label"] for of in parts} | {
        "entries": number,
        "entries_label": words.number(number),
        "in_words": ", ".join(there) or words.number(0),
    }
