"""Names and contacts apart: sealed for storage, matched by a keyed hash, never in the clear."""

import base64
import hashlib
import hmac
import os
import secrets
from collections.abc import Mapping
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from sqlalchemy import Connection, exists, select

from data_access import schema
from data_access.rules import fold

DEFAULT_FILE = Path(".data") / "identity.key"
MATCH, SEAL = "match", "seal"
LEAST_BYTES = 32


class IdentityKeyProblem(RuntimeError):
    """The key for names is missing or unusable; the message says what to do."""


class Keyring:
    """The key that seals, the older ones that still open, and the key that matches."""

    def __init__(self, match: bytes, seals: list[bytes]) -> None:
        self._match = match
        self._seals = MultiFernet([Fernet(key) for key in seals])

    def seal(self, text: str) -> bytes:
        """The text, readable to whoever holds the key alone."""
        return self._seals.encrypt(text.encode())

    def unseal(self, sealed: bytes) -> str:
        """The text that was sealed."""
        return self._seals.decrypt(sealed).decode()

    def made(self, sealed: bytes, match: bytes) -> bool:
        """Whether these keys sealed the text and matched it: by others nobody is known again."""
        try:
            text = self.unseal(sealed)
        except InvalidToken:
            return False
        return hmac.compare_digest(self.match(text), match)

    def match(self, text: str) -> bytes:
        """Equal for texts that fold alike; says nothing to whoever lacks the key."""
        return hmac.new(self._match, fold(text).encode(), hashlib.sha256).digest()


def key_file(environment: Mapping[str, str] = os.environ) -> Path:
    """Where the key lies: IDENTITY_KEY_FILE, or beside the embedded database."""
    return Path(environment.get("IDENTITY_KEY_FILE", "").strip() or DEFAULT_FILE)


def create_key(path: Path | None = None) -> bool:
    """A new key that only its owner can read; False where there is one already."""
    path = path or key_file()
    match = base64.urlsafe_b64encode(secrets.token_bytes(LEAST_BYTES)).decode()
    text = f"{MATCH} {match}\n{SEAL} {Fernet.generate_key().decode()}\n"
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as error:
        # A file where the folder should be exists as well, and is no key.
        if isinstance(error, FileExistsError) and path.exists():
            return False
        raise IdentityKeyProblem(
            f"The key for names cannot be written to {path}: {error.strerror}; "
            "choose another place with IDENTITY_KEY_FILE."
        ) from error
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(text)
    return True


def ensure_key(connection: Connection) -> bool:
    """A first key where there is none yet and no name was stored; True where one was made."""
    named = connection.execute(select(exists(select(schema.person_identity.c.id)))).scalar_one()
    return not named and create_key()


def open_keyring(path: Path | None = None) -> Keyring:
    """The keys of the file; refuses a missing or damaged one (IdentityKeyProblem)."""
    path = path or key_file()
    try:
        return _keyring(path.read_text("ascii"))
    except FileNotFoundError as error:
        raise IdentityKeyProblem(
            "The key for names is missing: put it back from the backup, or, where no name was "
            "stored yet, run `python -m data_access migrate` to make one."
        ) from error
    except (OSError, ValueError) as error:
        raise IdentityKeyProblem(
            "The key for names cannot be read: put it back from the backup."
        ) from error


def _keyring(text: str) -> Keyring:
    lines = [line.split() for line in text.splitlines() if line.strip()]
    match = [base64.urlsafe_b64decode(key) for kind, key in lines if kind == MATCH]
    seals = [key.encode() for kind, key in lines if kind == SEAL]
    if len(match) != 1 or len(match[0]) < LEAST_BYTES or not seals:
        raise ValueError("not the keys of a platform")
    return Keyring(match[0], seals)
