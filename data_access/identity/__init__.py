"""Names and contacts apart: sealed for storage, matched by a keyed hash, never in the clear."""

from data_access.identity.file import (
    DEFAULT_FILE,
    create_key,
    ensure_key,
    key_file,
    open_keyring,
    replace_keys,
)
from data_access.identity.keyring import MATCH, SEAL, IdentityKeyProblem, Keyring
from data_access.identity.sealed import SEALED, Sealed

__all__ = [
    "DEFAULT_FILE",
    "MATCH",
    "SEAL",
    "SEALED",
    "IdentityKeyProblem",
    "Keyring",
    "Sealed",
    "create_key",
    "ensure_key",
    "key_file",
    "open_keyring",
    "replace_keys",
]
