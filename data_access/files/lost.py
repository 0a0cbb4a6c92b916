"""Letters that are gone: a question mark or a replacement sign stands where they stood."""

import re

from data_access.files.grid import Rows

REPLACED = re.compile("\ufffd|ï¿½")
LETTER, SMALL, CAPITAL = (
    r"[^\W\d_]",
    r"[a-zà-öø-ÿāčēģīķļņōŗšūžą-ſа-яё]",
    r"[A-ZÀ-ÖØ-ÞĀČĒĢĪĶĻŅŌŖŠŪŽА-ЯЁ]",
)
INSIDE = re.compile(rf"{LETTER}\?+{SMALL}|{CAPITAL}\?+{CAPITAL}")
"""J?nis, B?RZI??: in the middle of a word."""
FIRST = re.compile(rf"(?<![^\s\"'(„«/.,-])\?{SMALL}{LETTER}")
"""?eni?a: at the beginning of one."""
LAST = re.compile(rf"{LETTER}\?\?+(?!\S)")
"""Kalni??: at its end."""
ORPHAN = re.compile(rf"(?:{SMALL}|\b[A-Z])[ÄÅÃĂĹ][a-z]")
"""JÄnis: half of a letter that was misread, the other half of which nobody sees."""
ADDRESS = re.compile(r"://|www\.|=|\?\?\?\?")
LONGEST = 1_000
"""Signs of a cell that are looked at."""
FEW_WORDS = 4
"""A longer cell is a sentence, in which one question mark without a blank proves nothing."""


SUSPECT = re.compile(rf"[?\ufffd]|ï¿½|{ORPHAN.pattern}")


def lost_rows(rows: Rows) -> tuple[int, ...]:
    """The rows (from 1) with letters that are gone, where there is proof that letters are."""
    sure: set[int] = set()
    likely: set[int] = set()
    for number, row in enumerate(rows, start=1):
        if not SUSPECT.search("\n".join(row)):
            continue
        for cell in row:
            if REPLACED.search(cell) or ORPHAN.search(cell):
                sure.add(number)
            elif "?" in cell and not ADDRESS.search(cell):
                _weigh(cell[:LONGEST], number, sure, likely)
    return tuple(sorted(sure | likely)) if sure or len(likely) > 1 else ()


def _weigh(cell: str, row: int, sure: set[int], likely: set[int]) -> None:
    """Two question marks in words are proof, or one where the cell is no sentence."""
    hits = len(INSIDE.findall(cell)) + len(FIRST.findall(cell))
    is_name = len(cell.split()) <= FEW_WORDS
    if hits > 1 or (hits and is_name):
        sure.add(row)
    elif hits or (is_name and LAST.search(cell)):
        likely.add(row)
