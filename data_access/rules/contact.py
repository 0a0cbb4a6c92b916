"""What looks like an e-mail address or a telephone number, wherever it stands."""

import re
import unicodedata

LEAST_DIGITS = 6
"""Of a telephone number; ages, years and numbers of houses have fewer."""
ADDRESS = re.compile(r"\S@\S|\S\s*@\s*\S+\.\S")
YEARS = re.compile(r"\b(?:19|20)\d\d\s*[-–/]\s*(?:19|20)\d\d\b")
WITHIN_NUMBER = re.compile(r"(?<=\d)[\s.-]+(?=\d)")
LATVIAN_NUMBER = re.compile(r"(?<!\d)(?:371)?[26]\d{7}(?!\d)")


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
