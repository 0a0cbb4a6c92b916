"""Latvian text: put in order, and folded for matching."""

import unicodedata

LATVIAN_ALPHABET = "aābcčdeēfgģhiīyjkķlļmnņoōpqrŗsštuūvwxzž"
_LETTER_ORDER = {letter: rank for rank, letter in enumerate(LATVIAN_ALPHABET)}
# A variant of a letter stands beside it, in this order, and before the accents of other languages.
_VARIANTS = {
    "ā": ("a", 1),
    "ē": ("e", 1),
    "ī": ("i", 1),
    "ō": ("o", 1),
    "ū": ("u", 1),
    "y": ("i", 2),
}
_STROKES = {"ł": "l", "ø": "o", "đ": "d", "ħ": "h"}


def fold(text: str) -> str:
    """Text for matching and searching: case, diacritics and repeated spaces put aside.

    Letters in other guises (ℙ, ①) become plain ones; what has no width (soft hyphens, marks of
    direction) goes.
    """
    return " ".join(text.translate(_FOLDED).split())


class _Folded(dict[int, str]):
    """Each letter folded, worked out when it is first met: all parts of the rule go by letters."""

    def __missing__(self, letter: int) -> str:
        plain = unicodedata.normalize("NFKD", chr(letter)).casefold()
        self[letter] = "".join(
            part
            for part in unicodedata.normalize("NFKD", plain)
            if not unicodedata.combining(part) and unicodedata.category(part) != "Cf"
        )
        return self[letter]


_FOLDED = _Folded()


Place = tuple[int, int, str]


def latvian_key(text: str) -> tuple[tuple[Place, ...], tuple[int, ...], str, str]:
    """Sort key in Latvian order: č after c, ģ after g; long vowels after short ones, y after ī.

    Only equal texts have equal keys: where the letters are the same, a small one stands first.

    Rule: Unicode CLDR, root collation tailored for ``lv``. Both databases store names without an
    order of their own, so that a list reads alike wherever it comes from.
    """
    written = unicodedata.normalize("NFC", text)
    letters = [_parts(letter) for letter in unicodedata.normalize("NFC", written.casefold())]
    primary = tuple(_place(base) for base, _ in letters)
    return primary, tuple(variant for _, variant in letters), written.swapcase(), written


def _parts(letter: str) -> tuple[str, int]:
    """The letter that decides the place, and which of its variants this is."""
    if letter in _VARIANTS:
        return _VARIANTS[letter]
    if letter in _LETTER_ORDER:
        return letter, 0
    base = _STROKES.get(letter) or unicodedata.normalize("NFD", letter)[0]
    return (base, ord(letter)) if base in _LETTER_ORDER else (letter, 0)


def _place(letter: str) -> Place:
    if letter in _LETTER_ORDER:
        return (2, _LETTER_ORDER[letter], "")
    return (1 if letter.isdigit() else 0, 0, letter) if not letter.isalpha() else (3, 0, letter)
