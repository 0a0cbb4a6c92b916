"""A planted word is found in whatever spelling it got out, and another word is not."""

import base64
import gzip
import hashlib
import io
import json
import zipfile
from collections.abc import Callable
from urllib.parse import quote, quote_plus

import pytest

from data_access.rules import fold
from pages.shared.words import safe
from tests.provide.canaries import found

NAME, CONTACT, DECOY = "Zvirbulīte-Kanārija", "canary.7f3a@example.org", "Zvirbulis-Kanārijs"


def zipped(text: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a/b.xml", text)
    return content.getvalue()


WAYS: dict[str, Callable[[str], bytes]] = {
    "UTF-8": str.encode,
    "UTF-16": lambda text: text.encode("utf-16"),
    "UTF-16 of the other end": lambda text: text.encode("utf-16-be"),
    "capitals": lambda text: text.upper().encode(),
    "folded": lambda text: fold(text).encode(),
    "JSON": lambda text: json.dumps(text).encode(),
    "JSON in capitals": lambda text: json.dumps(text.upper()).encode(),
    "an address": lambda text: quote(text).encode(),
    "a form": lambda text: quote_plus(text).lower().encode(),
    "Markdown": lambda text: safe(text).encode(),
    "HTML": lambda text: text.encode("ascii", "xmlcharrefreplace"),
    "repr of bytes": lambda text: repr(text.encode()).encode(),
    "hex": lambda text: text.encode().hex().upper().encode(),
    "a hash": lambda text: hashlib.sha256(text.encode()).hexdigest().encode(),
    "a hash of the folded text": lambda text: hashlib.sha512(fold(text).encode()).digest(),
    "Base64": lambda text: base64.b64encode(text.encode()),
    "Base64 after one letter": lambda text: base64.b64encode(b"x" + text.encode() + b"yz"),
    "Base64 of addresses": lambda text: base64.urlsafe_b64encode(b"xy" + text.encode()),
    "an archive": zipped,
    "a stream": lambda text: gzip.compress(text.encode()),
}


@pytest.mark.parametrize("word", [NAME, CONTACT])
@pytest.mark.parametrize("way", WAYS)
def test_a_word_is_found_however_it_is_spelled(way: str, word: str) -> None:
    spelled = WAYS[way](word)
    around = spelled if way in {"an archive", "a stream"} else b"\x01" + spelled + b"\xff"
    assert found(around, [word, DECOY]) == {word}


@pytest.mark.parametrize("text", ["", "Zvirbulīte", "canary", DECOY, "Kanārija"])
def test_what_was_not_planted_is_not_found(text: str) -> None:
    assert found(text.encode(), [NAME, CONTACT]) == set()
