"""The keys for names: those that seal and open a text, and those by which equal ones are told."""

import base64
import hashlib
import hmac
import secrets
from collections.abc import Sequence

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from data_access.rules import fold

MATCH, SEAL = "match", "seal"
LEAST_BYTES = 32
NONCE, TAG = 12, 16
"""Bytes before and after what is sealed by AES-256-GCM."""
FILLING, ROUNDED = b"\0", 16
"""Texts are filled up, so that the length of a sealed one tells little."""


class IdentityKeyProblem(RuntimeError):
    """The key for names is missing or unusable; the message says what to do."""


class Keyring:
    """Keys of both kinds, the newest first: it alone seals and matches, older ones still open.

    There is one key that matches, but for the time in which it gives way to a new one. Refuses
    whatever else is no keys of a platform (ValueError).
    """

    def __init__(self, matches: Sequence[bytes], seals: Sequence[bytes]) -> None:
        if not (matches and seals) or min(map(len, (*matches, *seals))) < LEAST_BYTES:
            raise ValueError("not the keys of a platform")
        self._matches, self._keys = tuple(matches), tuple(seals)
        self._seals = [AESGCM(key) for key in seals]

    @classmethod
    def new(cls) -> "Keyring":
        """Keys that nobody has had before."""
        return cls([secrets.token_bytes(LEAST_BYTES)], [secrets.token_bytes(LEAST_BYTES)])

    @classmethod
    def parsed(cls, text: str) -> "Keyring":
        """The keys as they are ``written``."""
        lines = [line.split() for line in text.splitlines() if line.strip()]
        keys = {
            wanted: [base64.urlsafe_b64decode(key) for kind, key in lines if kind == wanted]
            for wanted in (MATCH, SEAL)
        }
        return cls(keys[MATCH], keys[SEAL])

    def written(self) -> str:
        """The keys as a file keeps them: a line each, the newest of a kind first."""
        kinds = ((MATCH, self._matches), (SEAL, self._keys))
        lines = ((kind, base64.urlsafe_b64encode(key)) for kind, keys in kinds for key in keys)
        return "".join(f"{kind} {key.decode()}\n" for kind, key in lines)

    @property
    def is_turning(self) -> bool:
        """Whether a new key has come and the one before it has not gone yet."""
        return len(self._matches) > 1

    def turned(self) -> "Keyring":
        """A new key of either kind before those there are."""
        new = Keyring.new()
        return Keyring([*new._matches, *self._matches], [*new._keys, *self._keys])

    def newest(self) -> "Keyring":
        """The newest key of either kind alone."""
        return Keyring(self._matches[:1], self._keys[:1])

    def seal(self, text: str) -> bytes:
        """The text, readable to whoever holds the key alone."""
        nonce, plain = secrets.token_bytes(NONCE), text.encode()
        filled = plain + FILLING * (-len(plain) % ROUNDED)
        return nonce + self._seals[0].encrypt(nonce, filled, None)

    def unseal(self, sealed: bytes) -> str:
        """The text that was sealed. Refuses what other keys sealed (IdentityKeyProblem)."""
        plain = self._opened(sealed)
        if plain is None:
            raise IdentityKeyProblem(
                "The key for names does not open what was sealed: put the right one back from "
                "the backup."
            )
        return plain.rstrip(FILLING).decode()

    def opens(self, sealed: bytes) -> bool:
        """Whether one of these keys sealed the text."""
        return self._opened(sealed) is not None

    def _opened(self, sealed: bytes) -> bytes | None:
        if len(sealed) < NONCE + TAG:
            return None
        for key in self._seals:
            try:
                return key.decrypt(sealed[:NONCE], sealed[NONCE:], None)
            except InvalidTag:
                continue
        return None

    def match(self, text: str) -> bytes:
        """Equal for texts that fold alike; says nothing to whoever lacks the key."""
        return _hash(self._matches[0], text)

    def made(self, sealed: bytes, match: bytes) -> bool:
        """Whether these keys sealed the text and matched it: by others nobody is known again."""
        found = self.that_made(sealed, match)
        return found is not None and found._matches[0] == self._matches[0]

    def that_made(self, sealed: bytes, match: bytes) -> "Keyring | None":
        """These keys with the one first that matched the sealed text; None where none did."""
        if not self.opens(sealed):
            return None
        text = self.unseal(sealed)
        for key in self._matches:
            if hmac.compare_digest(_hash(key, text), match):
                others = [other for other in self._matches if other != key]
                return Keyring([key, *others], self._keys)
        return None


def _hash(key: bytes, text: str) -> bytes:
    return hmac.digest(key, fold(text).encode(), hashlib.sha256)
