"""Words planted to be looked for, in every spelling in which they could have got somewhere."""

import base64
import gzip
import hashlib
import html
import io
import json
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from functools import cache
from urllib.parse import quote, quote_plus

from data_access.rules import fold
from pages.shared.words import safe

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "cp1257", "unicode_escape")
DIGESTS = (hashlib.md5, hashlib.sha1, hashlib.sha256, hashlib.sha512)
ZIPPED, GZIPPED = b"PK\x03\x04", b"\x1f\x8b"
EDGE = 4
"""Letters at either end of a Base64 text that hang on what stands beside it."""


def found(haystack: bytes, words: Iterable[str]) -> set[str]:
    """The words that the bytes hold, in whatever spelling and case, archives unpacked."""
    parts = list(_unpacked(haystack))
    lowered = [part.lower() for part in parts]
    return {
        word
        for word in words
        if any(needle in part for needle in _spelled(word) for part in lowered)
        or any(needle in part for needle in _in_base64(word) for part in parts)
    }


def _written(word: str) -> Iterator[str]:
    """The word as people and programs write it."""
    for text in dict.fromkeys((word, word.lower(), word.upper(), word.casefold(), fold(word))):
        yield text
        yield from (json.dumps(text)[1:-1], repr(text.encode())[2:-1])
        yield from (quote(text), quote(text, safe=""), quote_plus(text), safe(text))
        yield html.escape(text)
        yield text.encode("ascii", "xmlcharrefreplace").decode()


@cache
def _spelled(word: str) -> frozenset[bytes]:
    """The word as bytes, and what stands for it without a secret."""
    spelled = {
        text.encode(encoding, errors="ignore") for text in _written(word) for encoding in ENCODINGS
    }
    spelled |= {text.encode().hex().encode() for text in (word, fold(word))}
    for digest in DIGESTS:
        for text in (word, fold(word)):
            made = digest(text.encode(), usedforsecurity=False)
            spelled |= {made.digest(), made.hexdigest().encode()}
    return frozenset(needle.lower() for needle in spelled)


@cache
def _in_base64(word: str) -> frozenset[bytes]:
    """The word in the middle of a Base64 text, wherever it begins."""
    coded = set()
    for text in (word, word.lower(), fold(word)):
        for before in range(3):
            plain = b"\0" * before + text.encode()
            for encode in (base64.b64encode, base64.urlsafe_b64encode):
                coded.add(encode(plain)[EDGE:-EDGE])
    return frozenset(coded)


def _unpacked(content: bytes) -> Iterator[bytes]:
    """The bytes, and what is packed in them."""
    yield content
    if content.startswith(ZIPPED):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield name.encode()
                yield from _unpacked(archive.read(name))
    elif content.startswith(GZIPPED):
        yield from _unpacked(gzip.decompress(content))
    elif content[:1] == b"\x78":
        try:
            yield zlib.decompress(content)
        except zlib.error:
            return
