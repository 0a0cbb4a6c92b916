"""What a cell says: a whole number, hours, a word of a list, a post; or that it is unclear."""

import re

from data_access.monthly import columns as c
from data_access.monthly.report import Code
from data_access.monthly.unclear import MOST_OTHERS, Unclear, like
from data_access.rules import fold

WHOLE = re.compile(r"(\d{1,9})(?:[.,]0{1,2})?")
GROUPED = re.compile(r"(\d{1,3})[.,](\d{3})")
"""A thousand and more, or a number with three decimals."""
PART = re.compile(r"\d{1,9}(?:[.,]\d{1,6})?")
CLOCK = re.compile(r"(\d{1,3}):(\d\d)(?::00)?")
"""How a spreadsheet keeps hours that were written with a colon."""
WITHIN = re.compile(r"\d{1,4}(?:[.,]\d{1,2})?")
POST = re.compile(r"(?:nr\.? ?)?(\d{1,9})(?:[.,]0+)?")
NEW_FAMILY = re.compile(r"j ?0*([1-9]\d{0,2})")
"""What a mediator calls a family that has no number yet, as ``columns.key`` has it."""
MINUTES = 60


def whole(text: str, most: int, least: int = 0) -> int:
    """A whole number. Raises Unclear, with the numbers that stand in the text."""
    found = WHOLE.fullmatch(text)
    if found is None:
        numbers = _grouped(text) or _numbers_in(text)
        raise Unclear(Code.NUMBER_UNCLEAR, tuple(n for n in numbers if _is_within(n, most)))
    if not least <= int(found[1]) <= most:
        raise Unclear(Code.NUMBER_UNCLEAR)
    return int(found[1])


def hours(text: str, most: int) -> float:
    """Hours, with a comma or a point. Raises Unclear, with the numbers that stand in the text."""
    clock = CLOCK.fullmatch(text)
    if clock:
        spelled = f"{int(clock[1]) + int(clock[2]) / MINUTES:.2f}".rstrip("0").rstrip(".")
        raise Unclear(Code.NUMBER_UNCLEAR, (spelled.replace(".", ","),))
    if not PART.fullmatch(text):
        raise Unclear(Code.NUMBER_UNCLEAR, _numbers_in(text))
    found = float(text.replace(",", "."))
    if found > most:
        raise Unclear(Code.NUMBER_UNCLEAR)
    return found


def _grouped(text: str) -> tuple[str, ...]:
    """What digits in a group of three may mean: thousands, or nothing behind the comma."""
    found = GROUPED.fullmatch(text)
    if found is None:
        return ()
    whole = (found[1],) if int(found[2]) == 0 else ()
    return (found[1] + found[2], *whole)


def _is_within(number: str, most: int) -> bool:
    return not number.isdecimal() or int(number) <= most


def _numbers_in(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(WITHIN.findall(text)))[:MOST_OTHERS]


def word(column: str, text: str) -> str:
    """The code that a word of the column's list stands for. Raises Unclear, with words alike."""
    found = c.CODE_OF[column].get(c.key(text))
    if found is None:
        raise Unclear(Code.WORD_UNKNOWN, like(text, c.offered(column)))
    return found


def post_number(text: str) -> int | None:
    """The number of a post; None for what is none."""
    found = POST.fullmatch(fold(text))
    return int(found[1]) if found else None


def new_family(text: str) -> str | None:
    """What the file calls a new family, always in the same way; None for any other text."""
    found = NEW_FAMILY.fullmatch(c.key(text))
    return f"J{found[1]}" if found else None
