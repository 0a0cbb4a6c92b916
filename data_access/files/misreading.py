"""Text that was read in a wrong encoding and saved so, and the way back where it is exact."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache

from data_access.files.letters import ORDINARY, known_letters, reading

WRONGLY = ("cp1252", "cp1257", "cp1250", "cp1251")
"""What UTF-8 is taken for, the most usual first."""
SWAPPED = (
    ("cp1252", "cp1257"),
    ("cp1252", "cp1251"),
    ("cp1252", "cp1250"),
    ("cp1250", "cp1257"),
    ("cp1257", "cp1251"),
    ("cp1250", "cp1251"),
    ("cp1257", "cp1250"),
)
"""What one Windows encoding is taken for, and which one it was."""
RUN = re.compile(r"[^\x00-\x7f]+")
WORDS = re.compile(r"[^\W\d_]*[^\x00-\x7f\s][^\W\d_]*")
CYRILLIC = re.compile("[\u0400-\u04ff]")
PRIVATE = {"cp1257": {0xA1: "\uf8fc", 0xA5: "\uf8fd"}}
"""What Windows makes of bytes that the encoding does not use; of others, control characters."""
LEAD = 0xC2
"""The least byte that begins a sign in UTF-8; lesser ones go on with it."""
LOOKED_AT = 150
"""Different words that decide whether one encoding was taken for another."""
FEWEST = 3
SURE = 4.0
"""How much better a word must read on average before encodings count as swapped."""
LAYERS = 3
"""How often a text may have been misread one upon the other."""

SAMPLE = 2_000
"""Texts that decide what was taken for what."""
LINE = 5_000
"""Signs of a text that are looked at for that."""
LONGEST, KEPT = 10_000, 50_000
"""Signs of a stretch that is put right; stretches that are remembered."""

Cure = Callable[[str], str]


@dataclass(frozen=True)
class Misread:
    """UTF-8 that was taken for another encoding."""

    pairs: re.Pattern[str]
    byte_of: dict[str, int]
    known: dict[tuple[str, str, str], str] = field(default_factory=dict, repr=False)

    def mended(self, text: str) -> str:
        """The text with each stretch put right that can only be UTF-8 misread."""
        return RUN.sub(self._run, text) if self.pairs.search(text) else text

    def left(self, text: str) -> bool:
        """Whether a stretch looks misread that cannot be put right as a whole."""
        mended = self.mended(text) if self.pairs.search(text) else ""
        return any(self._sounds(pair[0]) for pair in self.pairs.finditer(mended))

    def _sounds(self, pair: str) -> bool:
        try:
            sign = bytes(self.byte_of[part] for part in pair).decode("utf-8")
        except UnicodeDecodeError:
            return False
        return sign in known_letters()

    def _run(self, found: re.Match[str]) -> str:
        run, start, end = found[0], found.start(), found.end()
        if len(run) > LONGEST:
            return run
        key = run, found.string[max(0, start - 2) : start], found.string[end : end + 2]
        if key not in self.known:
            if len(self.known) > KEPT:
                self.known.clear()
            self.known[key] = self._right(*key)
        return self.known[key]

    def _right(self, run: str, before: str, after: str) -> str:
        try:
            right = self.pairs.sub(self._sign, run)
        except UnicodeDecodeError:
            return run
        rest = self.pairs.sub("", run)
        if right == run or any(sign.isalpha() for sign in rest):
            return run
        if not _fits(right, before, after):
            deeper = self.mended(before + right + after)
            right = deeper[len(before) : len(deeper) - len(after)]
        return right if _fits(right, before, after) else run

    def _sign(self, found: re.Match[str]) -> str:
        return bytes(self.byte_of[sign] for sign in found[0]).decode("utf-8")


def _fits(text: str, before: str, after: str) -> bool:
    """Whether these are signs that people write, and fit the script and case beside them."""
    if not all(sign in ORDINARY or sign in known_letters() or sign == "\ufeff" for sign in text):
        return False
    has_latin = any(sign.isascii() and sign.isalpha() for sign in before + after)
    if has_latin and CYRILLIC.search(text):
        return False
    is_shouted = len(before) > 1 and before.isupper() and not after[:1].islower()
    return not (is_shouted and any(sign.islower() for sign in text))


@cache
def misread(encoding: str) -> Misread:
    """How UTF-8 looks when it is taken for an encoding."""
    signs = {value: _sign_of(value, encoding) for value in range(0x80, 0x100)}
    lead, further = _class(signs, 0xC2, 0xDF), _class(signs, 0x80, 0xBF)
    third, fourth = _class(signs, 0xE0, 0xEF), _class(signs, 0xF0, 0xF4)
    byte_of = {sign: value for value, sign in signs.items()} | {
        chr(value): value for value in range(0x80, 0xA0)
    }
    byte_of |= {sign: value for value, sign in PRIVATE.get(encoding, {}).items()}
    pattern = f"{lead}{further}|{third}{further}{{2}}|{fourth}{further}{{3}}"
    return Misread(re.compile(pattern), byte_of)


def _sign_of(value: int, encoding: str) -> str:
    try:
        return bytes([value]).decode(encoding)
    except UnicodeDecodeError:
        return chr(value)


def _class(signs: dict[int, str], first: int, last: int) -> str:
    inside = {signs[value] for value in range(first, last + 1)}
    if last < LEAD:
        inside |= {chr(value) for value in range(0x80, 0xA0)} | set(PRIVATE["cp1257"].values())
    return "[" + re.escape("".join(sorted(inside))) + "]"


def cure_of(texts: list[str]) -> Cure | None:
    """What puts these texts right; None where none was misread, or no way back is exact."""
    steps: list[Cure] = []
    layer = _sample([text for text in texts if not text.isascii()])
    for _ in range(LAYERS):
        step = _layer(layer)
        if step is None:
            break
        steps.append(step)
        layer = [step(text) for text in layer]
    return _after_another(steps) if steps else None


def is_left(text: str) -> bool:
    """Whether anything in a text that was put right still looks like UTF-8 misread."""
    return bool(looks().search(text)) and any(misread(name).left(text) for name in WRONGLY)


@cache
def looks() -> re.Pattern[str]:
    """What the beginning of a sign in UTF-8 looks like, whatever it was taken for."""
    signs = [_sign_of(value, encoding) for encoding in WRONGLY for value in range(0xC2, 0xF5)]
    further = [_sign_of(value, encoding) for encoding in WRONGLY for value in range(0x80, 0xC0)]
    further += [chr(value) for value in range(0x80, 0xA0)] + list(PRIVATE["cp1257"].values())
    return re.compile(f"[{re.escape(''.join(signs))}][{re.escape(''.join(further))}]")


def _sample(texts: list[str]) -> list[str]:
    """Texts that look misread, and as many from all over the file."""
    look = looks()
    looking = [text for text in texts if look.search(text)]
    return [*looking[:SAMPLE], *texts[:: max(1, len(texts) // SAMPLE)]]


def _after_another(steps: list[Cure]) -> Cure:
    def cure(text: str) -> str:
        if text.isascii():
            return text
        for step in steps:
            text = step(text)
        return text

    return cure


def _layer(texts: list[str]) -> Cure | None:
    changed: Counter[str] = Counter()
    for encoding in WRONGLY:
        mended = misread(encoding).mended
        changed[encoding] = sum(mended(text) != text for text in texts)
    best = max(WRONGLY, key=lambda encoding: changed[encoding])
    if changed[best]:
        return misread(best).mended
    return _swapped(texts)


def _swapped(texts: Iterable[str]) -> Cure | None:
    """The way back where one Windows encoding was taken for another, if it reads far better."""
    words = _some_words(texts)
    if len(words) < FEWEST:
        return None
    as_it_is = reading(words)
    best: tuple[float, Cure] | None = None
    for wrong, right in SWAPPED:
        turn = _turning(wrong, right)
        turned = [turn(word) for word in words]
        if sum(a != b for a, b in zip(words, turned, strict=True)) < FEWEST:
            continue
        gain = (reading(turned) - as_it_is) / len(words)
        if gain > SURE and (best is None or gain > best[0]):
            best = gain, turn
    return best[1] if best else None


def _some_words(texts: Iterable[str]) -> list[str]:
    words: dict[str, None] = {}
    for text in texts:
        words.update(dict.fromkeys(WORDS.findall(text[:LINE])))
        if len(words) >= LOOKED_AT:
            break
    return list(words)[:LOOKED_AT]


def _turning(wrong: str, right: str) -> Cure:
    table = {}
    for value in range(0x80, 0x100):
        try:
            was, meant = bytes([value]).decode(wrong), bytes([value]).decode(right)
        except UnicodeDecodeError:
            continue
        table[ord(was)] = meant
    return lambda text: text.translate(table)
