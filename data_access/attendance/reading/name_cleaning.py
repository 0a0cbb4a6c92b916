"""A name without what programs and people put beside it: brackets, titles, numbers, employers."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from data_access.attendance.reading.bodies import is_abbreviation, is_body, is_body_beside
from data_access.attendance.reading.known_names import GIVEN_NAMES, PARTICLES
from data_access.attendance.reading.name_plain import LONGEST, is_title, ordinary
from data_access.attendance.reading.name_words import (
    AFTER_NAMES,
    BEFORE_NAMES,
    DECORATIONS,
    OFFICES,
    ORIGINAL,
    PRONOUNS,
)
from data_access.rules import fold

SIGNS = str.maketrans(
    dict.fromkeys("‐‑‒−", "-")
    | dict.fromkeys("’ʼ`´‘", "'")
    | dict.fromkeys("\u200b\u200d\u200e\u200f\ufe0f\ufeff")
)
NUMBERING = re.compile(
    r"^(?:nr\.?\s*)?\d{1,4}\s*[.)]*\s+(?=\D)|^(?:nr\.?\s*)?\d{1,4}[.)](?=\D)", re.I
)
BULLET = re.compile(r"^[•●◦▪■·*–—-]\s+")
NUMBER_AT_END = re.compile(r"(?<=[^\W\d_])\s+\d{1,3}$")
BRACKETS = re.compile(r"[(\[{<]([^()\[\]{}<>]*)(?:[)\]}>]|$)")
PRONOUNS_AT_END = re.compile(r"\s+([^\W\d_]+(?:\s?/\s?[^\W\d_]+)+)$")
REACHED_AT = re.compile(r"\S+@\S+|\+?\d[\d ()-]{6,}")
TIGHT_TITLE = re.compile(r"(?<!\S)((?i:dr|prof|mg|mag|bc|doc)\.)(?=[^\W\d_a-zāčēģīķļņōŗšūž])")
TIGHT_INITIAL = re.compile(r"(?<![^\W\d_])([^\W\d_])\.(?=[^\W\d_])")
BODY_AHEAD = re.compile(r"^([^\W\d_a-zāčēģīķļņōŗšūž]{2,5})-(?=\w[a-zāčēģīķļņōŗšūž])")
APART = re.compile(r":\s+|\s+#\s*(?=[^\W\d_])|\s+[-–—]+\s+|\s*[|•·;]\s*|\s*/\s*|\s*[–—]\s*")
GUARD = re.compile(r"^\s*'(?=[^\W\d_a-zāčēģīķļņōŗšūž])(?!.*')")
"""A sign that some programs put before a text; the one of 't Hart belongs to the name."""
SEVERAL = re.compile(
    r"^\+ ?\d+|^(?:un |and |\+ ?)?\d+ ?(?:pers|cilv|people|чел|osob|asm|bern|dalibn|viesi|kol)"
)
"""In brackets: more people than the one who is named."""
BORN = re.compile(
    r"\s+(?:dzim(?:\.|us[iī]\b)|dz\.|bij\.|bijus[iī]\b|née\b|nee\b|z d\.|ur\.|урожд\S*)\s*.+$", re.I
)
"""Another surname, which somebody had before."""
DEEPEST = 2
DIVIDING = re.compile(r"[|•·;#]")
"""Between names these stand between people, as no dash does."""
LEAST_NAMED = 2
AROUND = " ,;:|/*-–—_\t()[]{}<>"


@dataclass(frozen=True)
class Cleaned:
    """A name's words, and what stood beside them.

    ``surname`` is what stands before a comma, ``words`` then what follows it. ``other`` is another
    name in brackets (Zoom's original one). ``is_unclear``: ``remark`` may belong to the name.
    """

    words: tuple[str, ...] = ()
    surname: tuple[str, ...] = ()
    institution_hint: str = ""
    other: str = ""
    remark: str = ""
    is_unclear: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether no name is left."""
        return not (self.words or self.surname)

    def beside(self, hint: str = "", remark: str = "", other: str = "") -> "Cleaned":
        """With more that stood beside the name."""
        return replace(
            self,
            institution_hint=self.institution_hint or hint,
            remark=self.remark or remark,
            other=self.other or other,
        )


@dataclass
class _Beside:
    hints: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    is_unclear: bool = False


def without_bullet(text: str) -> str:
    """A line of a list without the sign in front of it."""
    return BULLET.sub("", text)


def tidy(text: str) -> str:
    """One line, one kind of space, hyphen and apostrophe; the letters as they are."""
    return " ".join(unicodedata.normalize("NFC", text).translate(SIGNS).split())


def clean(text: str) -> Cleaned:
    """What a cell says of a name, apart; the words keep their letters and their order."""
    words = ordinary(text)
    return Cleaned(words) if words else _cleaned(text[:LONGEST])


def _cleaned(text: str) -> Cleaned:
    beside = _Beside()
    text = without_bullet(text.strip())
    text = "".join(" " if unicodedata.category(sign) == "So" else sign for sign in text)
    left = tidy(text)
    for _ in range(DEEPEST):
        left = BRACKETS.sub(lambda found: _bracket(found[1].strip(), beside), left)
    left = REACHED_AT.sub(lambda found: _aside(found[0], beside), left)
    left = BORN.sub(lambda found: _aside(found[0], beside), GUARD.sub("", left))
    left = NUMBERING.sub("", " ".join(left.split()).strip(AROUND)).strip(AROUND)
    if not left and beside.others:
        left = beside.others.pop(0)
    left = TIGHT_TITLE.sub(r"\1 ", left)
    left = TIGHT_INITIAL.sub(r"\1. ", NUMBER_AT_END.sub("", _without_pronouns(left)))
    found = _without_body(left)
    found = replace(found, is_unclear=found.is_unclear or beside.is_unclear)
    return found.beside(
        hint="; ".join(beside.hints),
        remark="; ".join(beside.remarks),
        other="".join(beside.others[:1]),
    )


def _aside(found: str, beside: _Beside) -> str:
    beside.remarks.append(found.strip())
    return " "


def _bracket(inside: str, beside: _Beside) -> str:
    """What stands in brackets goes where it belongs; nothing of it stays in the name."""
    key = fold(inside)
    if inside and not _says_nothing(key):
        if SEVERAL.match(key):
            beside.is_unclear = True
        if ORIGINAL.match(inside):
            beside.others.append(ORIGINAL.sub("", inside))
        elif is_body(inside):
            beside.hints.append(inside)
        elif key in GIVEN_NAMES or _looks_like_name(inside):
            beside.others.append(inside)
        else:
            beside.remarks.append(inside)
    return " "


def _says_nothing(key: str) -> bool:
    parts = [part.strip() for part in re.split(r"[/,]", key)]
    return (
        key.isdigit()
        or all(part in DECORATIONS for part in parts)
        or all(part in PRONOUNS for part in parts)
    )


def _looks_like_name(text: str) -> bool:
    words = text.split()
    return 2 <= len(words) <= 4 and all(  # noqa: PLR2004
        word[0].isupper() and word.replace("-", "").replace("'", "").rstrip(".").isalpha()
        for word in words
    )


def _without_pronouns(text: str) -> str:
    found = PRONOUNS_AT_END.search(text)
    if found and all(part.strip() in PRONOUNS for part in fold(found[1]).split("/")):
        return text[: found.start()]
    return text


def _without_body(text: str) -> Cleaned:
    """The name and the employer that stands before or after it."""
    ahead = BODY_AHEAD.match(text)
    if ahead and fold(ahead[1]) not in GIVEN_NAMES and not _is_surname(text):
        return _by_comma(text[ahead.end() :]).beside(hint=ahead[1])
    for split in (_by_marks, _by_underscores):
        found = split(text)
        if found is not None:
            return found
    return _by_comma(text)


def _is_surname(text: str) -> bool:
    """Whether what stands before a comma is a surname: after it come known given names alone."""
    before, comma, after = text.partition(",")
    words = after.split()
    is_known = bool(words) and all(fold(word) in GIVEN_NAMES for word in words)
    return bool(comma) and " " not in before.strip() and is_known


def _by_marks(text: str) -> Cleaned | None:
    pieces = [piece for piece in APART.split(text) if piece.strip(AROUND)]
    if len(pieces) == 1:
        return None
    pieces = [piece for piece in pieces if not _says_nothing(fold(piece))] or pieces
    bodies = [piece for piece in pieces if is_body_beside(piece)]
    names = [piece for piece in pieces if piece not in bodies]
    if not names:
        return _words(text)
    if len(names) > 1 and all(len(name.split()) == 1 for name in names):
        found = _words("-".join(names)).beside(hint="; ".join(bodies))
        return replace(found, is_unclear=DIVIDING.search(text) is not None)
    best = max(names, key=_likelihood)
    rest = "; ".join(name for name in names if name != best)
    found = _by_comma(best).beside(hint="; ".join(bodies), remark=rest)
    return replace(found, is_unclear=bool(rest))


def _likelihood(piece: str) -> tuple[int, bool]:
    words = piece.split()
    known = sum(fold(word) in GIVEN_NAMES for word in words)
    return known, len(words) > 1


def _by_underscores(text: str) -> Cleaned | None:
    pieces = [piece.strip() for piece in text.split("_") if piece.strip()]
    if len(pieces) == 1:
        return None
    bodies = [piece for piece in pieces if is_body_beside(piece)]
    if len(bodies) == len(pieces):
        return _words(" ".join(pieces))
    name = " ".join(piece for piece in pieces if piece not in bodies)
    return _by_comma(name).beside(hint="; ".join(bodies))


def _by_comma(text: str) -> Cleaned:
    """Surname before a comma, or an employer or a title after it."""
    pieces = [piece.strip(AROUND) for piece in text.split(",")]
    pieces = [piece for piece in pieces if piece and not is_title(piece)]
    if not pieces:
        return _words(text)
    named = pieces if _is_surname(text) else [piece for piece in pieces if not is_body(piece)]
    if len(named) < len(pieces) and named:
        taken = named[:2] if len(named[0].split()) == 1 else named[:1]
        hint = ", ".join(piece for piece in pieces if piece not in taken)
        return _surname_given(taken).beside(hint=hint)
    return _surname_given(pieces)


def _surname_given(pieces: Sequence[str]) -> Cleaned:
    if len(pieces) == 1:
        return _words(pieces[0])
    first, second, *rest = pieces
    remark = ", ".join(rest)
    is_full = len(first.split()) > 1 and fold(first.split()[0]) in GIVEN_NAMES
    if is_full and fold(second.split()[0]) not in GIVEN_NAMES:
        remark = ", ".join([second, *rest])
        return replace(_words(first).beside(remark=remark), is_unclear=True)
    found = _words(second)
    return replace(found.beside(remark=remark), surname=_words(first).words)


def _words(text: str) -> Cleaned:
    words = [word.strip(',;:@"') for word in text.split()]
    words = [word for word in words if word.strip(".-")]
    words = _without_titles(words)
    if len(words) > 2 and is_abbreviation(words[-1]) and not words[0].isupper():  # noqa: PLR2004
        return Cleaned(tuple(words[:-1]), institution_hint=words[-1])
    own = _own(words)
    return Cleaned(tuple(words[:own]), remark=" ".join(words[own:]), is_unclear=own < len(words))


def _own(words: list[str]) -> int:
    """How many words are the name: small letters after two capitals tell what somebody does."""
    own = len(words)
    while own > 2 and words[own - 1].islower() and words[own - 1] not in PARTICLES:  # noqa: PLR2004
        own -= 1
    has_capitals = all(word[0].isupper() or word in PARTICLES for word in words[:own])
    return own if has_capitals else len(words)


def _without_titles(words: list[str]) -> list[str]:
    while len(words) > 1 and is_title(words[0], BEFORE_NAMES):
        words = words[1:]
    while len(words) > LEAST_NAMED and is_title(words[0], OFFICES):
        words = words[1:]
    while len(words) > 1 and is_title(words[-1], AFTER_NAMES):
        words = words[:-1]
    return words
