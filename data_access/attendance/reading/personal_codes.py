"""Latvian personal codes: found in a text, so that none is stored."""

import datetime as dt
import re

CODE = re.compile(r"(?<![\d+])(?<!\d[-.])(\d{6})(?:\s?[-–−‐‑]\s?|\s)?(\d{5})(?![\d])(?!-\d)")
CENTURIES = {"0": 1800, "1": 1900, "2": 2000}
NEW = "32"
BRACKETS = re.compile(r"\(\s*\)|\[\s*\]")


def has_personal_code(text: str) -> bool:
    """Whether a text holds a personal code: 32xxxx-xxxxx, or a day of birth and five digits.

    Rule: law on the register of natural persons; of old codes the seventh digit is the century.
    With its dash or without; numbers whose beginning is no day are telephones or other numbers.
    """
    return any(_is_code(found) for found in CODE.finditer(text))


def without_personal_code(text: str) -> str:
    """The text without the personal codes in it."""
    left = CODE.sub(lambda found: "" if _is_code(found) else found.group(), text)
    if left == text:
        return text
    return " ".join(BRACKETS.sub(" ", left).split()).strip(" ,;:-/")


def _is_code(found: re.Match[str]) -> bool:
    first, second = found[1], found[2]
    return first.startswith(NEW) or _is_day(first, second[0])


def _is_day(digits: str, century: str) -> bool:
    if century not in CENTURIES:
        return False
    try:
        dt.date(CENTURIES[century] + int(digits[4:]), int(digits[2:4]), int(digits[:2]))
    except ValueError:
        return False
    return True
