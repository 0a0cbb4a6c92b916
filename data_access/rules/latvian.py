"""Latvian text: put in order, and folded for matching."""

import unicodedata

LATVIAN_ALPHABET = "aābcčdeēfgģhiīyjkķlļmnņoōpqrŗsštuūvwxzž"
_LETTER_ORDER = {letter: rank for rank, letter in enumerate(LATVIAN_ALPHABET)}
_LONG_VOWELS = {"ā": "a", "ē": "e", "ī": "i", "ō": "o", "ū": "u", "y": "i"}


def fold(text: str) -> str:
    """Text for matching and searching: case, diacritics and repeated spaces put aside."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(bare.split())


def latvian_key(text: str) -> tuple[tuple[tuple[int, int, str], ...], tuple[int, ...]]:
    """Sort key in Latvian order: č after c, ģ after g, a long vowel beside its short one.

    Rule: Unicode CLDR, root collation tailored for ``lv``. Both databases store names without an
    order of their own, so that a list reads alike wherever it comes from.
    """
    letters = unicodedata.normalize("NFC", text.casefold())
    primary = tuple(_letter_key(_LONG_VOWELS.get(letter, letter)) for letter in letters)
    secondary = tuple(int(letter in _LONG_VOWELS) for letter in letters)
    return primary, secondary


def _letter_key(letter: str) -> tuple[int, int, str]:
    if letter in _LETTER_ORDER:
        return (2, _LETTER_ORDER[letter], "")
    return (1 if letter.isdigit() else 0, 0, letter) if not letter.isalpha() else (3, 0, letter)
