"""What looks like an e-mail address, a telephone number or a personal code, wherever it stands."""

import re
import unicodedata

LEAST_DIGITS = 6
"""Of a telephone number; ages, years and numbers of houses have fewer."""
ADDRESS = re.compile(r"\S@\S|\S\s*@\s*\S+\.\S")
YEARS = re.compile(r"\b(?:19|20)\d\d\s*[-–/]\s*(?:19|20)\d\d\b")
WITHIN_NUMBER = re.compile(r"(?<=\d)[\s.-]+(?=\d)")
LATVIAN_NUMBER = re.compile(r"(?<!\d)(?:371)?[26]\d{7}(?!\d)")
PERSONAL_CODE = re.compile(r"(?<!\d)(?:[0-2]\d|3[0-2])\d{4}\s?[-–−]?\s?\d{5}(?!\d)")
"""A day of birth, or 32 and four digits, then five more; registration numbers begin with 4 to 9."""


def resembles_contact(text: str) -> bool:
    """Whether a text holds an address or a Latvian telephone number, or is mostly digits.

    Stricter than what can be used as a contact: what is shown to everybody had better be spelled
    another way than give away how somebody is reached.
    """
    plain = unicodedata.normalize("NFKC", text)
    digits = sum(sign.isdigit() for sign in plain)
    letters = sum(sign.isalpha() for sign in plain)
    return bool(
        ADDRESS.search(plain)
        or digits >= max(LEAST_DIGITS, 2 * letters)
        or LATVIAN_NUMBER.search(WITHIN_NUMBER.sub("", YEARS.sub("", plain)))
    )


def resembles_personal_code(text: str) -> bool:
    """Whether a text holds what may be a Latvian personal code, with its dash or without."""
    return PERSONAL_CODE.search(unicodedata.normalize("NFKC", text)) is not None
