"""Which file it was: the SHA-256 of its bytes, and of which of its tables."""

import hashlib


def digest_of(content: bytes, part: str | None = None) -> str:
    """The same for the same bytes; of a file that holds several lists, for the same one of them."""
    digest = hashlib.sha256(content)
    if part is not None:
        digest.update(b"\x00" + part.encode())
    return digest.hexdigest()
