"""Which of the encodings with one byte a letter some bytes are in, and how sure that is."""

import re
from dataclasses import dataclass
from itertools import islice

from data_access.files.letters import reading

WINDOWS = {"cp1257": 0.0, "cp1251": 0.0, "cp1252": -0.5, "cp1250": -1.0}
"""What Latvian offices save in, then others; how unlikely before anything is read."""
OLD = (
    "cp775",
    "cp852",
    "cp866",
    "koi8-r",
    "iso8859-2",
    "iso8859-4",
    "iso8859-5",
    "mac-latin2",
    "mac-cyrillic",
    "mac-roman",
)
"""Never taken without a question."""
UNLIKELY = -10.0
SURE, SUPPORTED = 7.0, 5.5
"""How far the best must be ahead: by itself, and where chardet says the same."""
ENOUGH = {"cp1252": 2, "cp1250": 2}
"""Different words that it takes to say for certain that a file comes from further away."""
POOR = -5.0
"""What a letter reads like on average where the old encodings are worth a look."""
BEHIND = 14.0
"""A candidate further behind is none."""
MOST = 4
WORDS = 150
FIRST = 0x80
LOOKED_AT, DIFFERENT = 1_000_000, 5_000
TOKEN = re.compile(rb"[A-Za-z']{0,20}[\x80-\xff][A-Za-z'\x80-\xff]{0,40}")
NAMED = re.compile(rb"""(?:charset|encoding)\s{0,5}=\s{0,5}["']?([A-Za-z0-9_-]{3,20})""")
HEAD = 4_096
DECLARED = 16.0
"""What it is worth that a page names an encoding itself."""
ALIASES = {"iso-8859-1": "cp1252", "iso-8859-13": "cp1257", "us-ascii": "cp1252"}


@dataclass(frozen=True)
class Guess:
    """Encodings that fit, the best first."""

    encodings: tuple[str, ...]
    is_certain: bool


def guess(content: bytes) -> Guess | None:
    """The encoding in which the words read best; None where no encoding has all the bytes.

    Certain where no other reads nearly as well, or all that do give the same letters. Measured on
    3,002 lists of 1 to 40 people in 18 languages on which nothing had been tuned: 98.4 % right,
    12 % not certain, none certain and wrong; of Latvian ones 100 % right and 4.5 % not certain.
    """
    tokens = _tokens(content)
    declared = _declared(content)
    scores = _scores(content, tokens, WINDOWS, declared)
    if not scores or max(scores.values()) < POOR * _signs(tokens):
        scores |= _scores(content, tokens, dict.fromkeys(OLD, UNLIKELY), declared)
    if not scores:
        return None
    ranked = sorted(scores, key=lambda encoding: -scores[encoding])
    best = ranked[0]
    others = _others(ranked, scores, b" ".join(tokens))
    if best in OLD and best != declared:
        return Guess((best, *others), False)
    ahead = scores[best] - scores[others[0]] if others else BEHIND
    is_certain = ahead >= SURE or (ahead >= SUPPORTED and _agrees(content, best, tokens))
    if others and len(tokens) < ENOUGH.get(best, 1):
        is_certain = False
    return Guess((best, *others), is_certain)


def _tokens(content: bytes) -> list[bytes]:
    """Different words with a letter beyond A to Z, in the order of the file."""
    found: dict[bytes, None] = {}
    for token in islice(TOKEN.finditer(content), LOOKED_AT):
        found[token[0]] = None
        if len(found) >= DIFFERENT:
            break
    return list(found)


def _signs(tokens: list[bytes]) -> int:
    return sum(byte >= FIRST for token in _spread(tokens) for byte in token)


def _spread(tokens: list[bytes]) -> list[bytes]:
    """As many words as are looked at, from all over the file."""
    return tokens[:: max(1, len(tokens) // WORDS)][:WORDS]


def _declared(content: bytes) -> str | None:
    head = content[:HEAD]
    found = NAMED.search(head) if head.lstrip()[:1] == b"<" else None
    if not found:
        return None
    name = found[1].decode("ascii").lower()
    return ALIASES.get(name, name.replace("windows-", "cp"))


def _scores(
    content: bytes, tokens: list[bytes], encodings: dict[str, float], declared: str | None
) -> dict[str, float]:
    scores: dict[str, float] = {}
    for encoding, start in encodings.items():
        try:
            content.decode(encoding)
        except UnicodeDecodeError:
            continue
        words = [token.decode(encoding) for token in _spread(tokens)]
        extra = DECLARED if encoding == declared else 0.0
        scores[encoding] = start + extra + reading(words)
    return scores


def _others(ranked: list[str], scores: dict[str, float], words: bytes) -> tuple[str, ...]:
    """Further encodings, each of which gives letters that none before it gives."""
    best, *rest = ranked
    seen = {_letters(words, best)}
    others = []
    for encoding in rest:
        letters = _letters(words, encoding)
        is_near = scores[best] - scores[encoding] < BEHIND
        if letters not in seen and (is_near or (best in OLD and encoding in WINDOWS)):
            seen.add(letters)
            others.append(encoding)
    return tuple(others[: MOST - 1])


def _letters(words: bytes, encoding: str) -> str:
    return "".join(sign if sign.isalpha() else " " for sign in words.decode(encoding))


def _agrees(content: bytes, encoding: str, tokens: list[bytes]) -> bool:
    """Whether the library that looks at all letters would give the same ones."""
    import chardet  # noqa: PLC0415 - files in UTF-8 do not wait for it

    told = chardet.detect(content, include_encodings=list(WINDOWS), compat_names=False)["encoding"]
    words = b" ".join(tokens)
    return told in WINDOWS and _letters(words, told) == _letters(words, encoding)
