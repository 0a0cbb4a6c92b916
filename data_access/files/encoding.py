"""Bytes become text: what says so itself first, then what can be proven, then what reads best."""

import codecs
import io
import re
from dataclasses import dataclass, field

from data_access.files.damage import examined
from data_access.files.grid import Choices, Damage, Rows
from data_access.files.guessing import Guess, guess
from data_access.files.problems import FileProblem, Refused

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""What stands at the beginning of a file that names its encoding; the longer mark first."""
WIDTH = {"utf-16-le": 2, "utf-16-be": 2, "utf-32-le": 4, "utf-32-be": 4}
STRAY = b"\n\r\0 \x1a"
"""A last byte too many that a program added which did not know the encoding."""
NOTHING = b"\0\x1a \t\r\n"
BINARY = re.compile(rb"[\x00-\x08\x0e-\x19\x1b-\x1f]")
MOST_BINARY = 0.02
KNOWN = re.compile(r"[A-Za-z0-9_-]{2,20}")


@dataclass(frozen=True)
class Text:
    """A file's text. ``candidates`` are encodings that fit it, the chosen one first.

    ``damaged_rows`` counts lines from 1. ``repaired`` says that nothing damaged is left; where
    something is, what could be brought back was, and the rows are those still damaged.
    """

    text: str = field(repr=False)
    encoding: str
    is_certain: bool = True
    candidates: tuple[str, ...] = ()
    damage: Damage | None = None
    damaged_rows: tuple[int, ...] = ()
    repaired: bool = False


def decoded(content: bytes, choices: Choices) -> Text | Refused:
    """The text of a file and how sure its encoding is. Refused: EMPTY, NOT_A_TABLE, DAMAGED.

    An encoding that somebody chose is taken, or the file refused as DAMAGED where it does not fit.
    Bytes that fit no encoding become U+FFFD, and the text is LOST there; never silently.
    """
    if not content.strip(NOTHING):
        return Refused(FileProblem.EMPTY)
    found = _chosen(content, choices.encoding) if choices.encoding else _told(content)
    if isinstance(found, Refused):
        return found
    text, guessed = found
    text = text.removeprefix("\ufeff")
    if not text.strip("\ufeff\0\x1a \t\r\n\xa0"):
        return Refused(FileProblem.EMPTY)
    return _examined(text, guessed, choices.repair)


def _chosen(content: bytes, encoding: str) -> tuple[str, Guess] | Refused:
    try:
        name = _name(encoding)
        return content.decode(name), Guess((name,), True)
    except (LookupError, UnicodeDecodeError):
        return Refused(FileProblem.DAMAGED)


def _name(encoding: str) -> str:
    """The encoding's name; raises LookupError where it is none of text."""
    if not KNOWN.fullmatch(encoding):
        raise LookupError
    name = codecs.lookup(encoding).name
    "".encode(name)
    return {"utf-8-sig": "utf-8", "utf-16": "utf-16-le"}.get(name, name)


def _told(content: bytes) -> tuple[str, Guess] | Refused:
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return _marked(content.removeprefix(mark), encoding)
    wide = _wide(content)
    if wide:
        return _marked(content, wide)
    if len(BINARY.findall(content)) > MOST_BINARY * len(content):
        return Refused(FileProblem.NOT_A_TABLE)
    return _plain(content)


def _marked(content: bytes, encoding: str) -> tuple[str, Guess] | Refused:
    """A file that names its encoding; UTF-8 may have broken bytes in it, or be a lie."""
    if encoding == "utf-8":
        return _plain(content)
    width = WIDTH[encoding]
    over = len(content) % width
    if over and not content[-over:].strip(STRAY):
        content = content[:-over]
    text = content.decode(encoding, "replace")
    return text, Guess((encoding,), True)


def _wide(content: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of what is plain English, digits or ends is NUL."""
    head = content[: 1 << 16]
    if b"\0" not in head:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 4 * even and odd > len(head) / 40:
        return "utf-16-le"
    if even > 4 * odd and even > len(head) / 40:
        return "utf-16-be"
    return None


def _plain(content: bytes) -> tuple[str, Guess] | Refused:
    whole = _as_utf_8(content)
    if whole is not None:
        return whole, Guess(("utf-8",), True)
    text = content.decode("utf-8", "replace")
    astray = text.count("\ufffd")
    sound = len(text) - len(text.encode("ascii", "ignore")) - astray
    if sound > astray:
        return text, Guess(("utf-8",), True)
    found = guess(content)
    if found is None:
        return Refused(FileProblem.DAMAGED)
    return content.decode(found.encodings[0], "replace"), found


def _as_utf_8(content: bytes) -> str | None:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _examined(text: str, found: Guess, repair: bool) -> Text:
    encoding, *_ = found.encodings
    sure, candidates = found.is_certain, () if found.is_certain else found.encodings
    if text.isascii() and "?" not in text:
        return Text(text, encoding, sure, candidates)
    looked = examined(_lines(text))
    if looked.damage is None or not repair:
        return Text(text, encoding, sure, candidates, looked.damage, looked.damaged)
    whole = "".join(line for [line] in looked.mended).removeprefix("\ufeff")
    if looked.lost:
        return Text(whole, encoding, sure, candidates, looked.damage, looked.lost)
    return Text(whole, encoding, sure, candidates, looked.damage, looked.misread, True)


def _lines(text: str) -> Rows:
    return [[line] for line in io.StringIO(text, newline="")]
