"""Signs that nobody sees are taken out of a text before it is a table."""

import re

INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+"
)
"""Control characters, soft hyphens, and marks without width."""
BLANKS = re.compile("[\x0b\x0c\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
"""Blanks that are none of the usual ones, those that do not break first of all."""
WRAPPED = re.compile(r'="(.*)"', re.DOTALL)


def tidied(text: str) -> str:
    """A text without invisible signs, its blanks the usual ones; lines and tabs stay."""
    if text.isascii() and text.isprintable():
        return text
    return BLANKS.sub(" ", INVISIBLE.sub("", text))


def unwrapped(cell: str) -> str:
    """A cell without the ``="..."`` that keeps a spreadsheet from changing it."""
    if not cell.startswith('="'):
        return cell
    found = WRAPPED.fullmatch(cell)
    return found[1].replace('""', '"').strip() if found else cell
