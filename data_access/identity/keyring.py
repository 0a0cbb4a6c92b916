"""The keys for names: those that seal and open a text, and those by which equal ones are told."""

import base64
import hashlib
import hmac
import secrets
from collections.abc import Sequence

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from data_access.rules import fold

MATCH, SEAL = "match", "seal"
LEAST_BYTES = 32


class IdentityKeyProblem(RuntimeError):
    """The key for names is missing or unusable; the message says what to do."""


class Keyring:
    """Keys of both kinds, the newest first: it alone seals and matches, older ones still open.

    There is one key that matches, but for the time in which it gives way to a new one. Refuses
    whatever else is no keys of a platform (ValueError).
    """

    def __init__(self, matches: Sequence[bytes], seals: Sequence[bytes]) -> None:
        if not (matches and seals) or min(map(len, matches)) < LEAST_BYTES:
            raise ValueError("not the keys of a platform")
        self._matches, self._keys = tuple(matches), tuple(seals)
        self._seals = MultiFernet([Fernet(key) for key in seals])

    @classmethod
    def new(cls) -> "Keyring":
        """Keys that nobody has had before."""
        return cls([secrets.token_bytes(LEAST_BYTES)], [Fernet.generate_key()])

    @classmethod
    def parsed(cls, text: str) -> "Keyring":
        """The keys as they are ``written``."""
        lines = [line.split() for line in text.splitlines() if line.strip()]
        matches = [base64.urlsafe_b64decode(key) for kind, key in lines if kind == MATCH]
        return cls(matches, [key.encode() for kind, key in lines if kind == SEAL])

    def written(self) -> str:
        """The keys as a file keeps them: a line each, the newest of a kind first."""
        lines = [(MATCH, base64.urlsafe_b64encode(key).decode()) for key in self._matches]
        lines += [(SEAL, key.decode()) for key in self._keys]
        return "".join(f"{kind} {key}\n" for kind, key in lines)

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
        return self._seals.encrypt(text.encode())

    def unseal(self, sealed: bytes) -> str:
        """The text that was sealed. Refuses what other keys sealed (IdentityKeyProblem)."""
        try:
            return self._seals.decrypt(sealed).decode()
        except InvalidToken as error:
            raise IdentityKeyProblem(
                "The key for names does not open what was sealed: put the right one back from "
                "the backup."
            ) from error

    def opens(self, sealed: bytes) -> bool:
        """Whether one of these keys sealed the text."""
        try:
            self._seals.decrypt(sealed)
        except InvalidToken:
            return False
        return True

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
