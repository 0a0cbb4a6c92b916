"""A button pressed twice in a moment does its work once.

What was stored is remembered as a print of it, for it may hold somebody's name.
"""

import hashlib
import secrets
import time

from pages.shared import desk

MOMENT_SECONDS = 3.0
SALT = secrets.token_bytes(16)


def is_repeated(name: str, values: object = None) -> bool:
    """Whether the same was stored by the same form a moment ago: the second half of a double click.

    The browser sends it with what the form held before it knew of the first half.
    """
    last = desk.here().get(_key(name))
    if last is None:
        return False
    stored, at = last
    return bool(stored == _print(values)) and time.monotonic() - at < MOMENT_SECONDS


def done(name: str, values: object = None) -> None:
    """What the form stored just now."""
    desk.here()[_key(name)] = (_print(values), time.monotonic())


def forget(name: str) -> None:
    """What the form stored was taken back: the same may be stored again at once."""
    desk.here().pop(_key(name), None)


def _key(name: str) -> str:
    return f"{name}-done"


def _print(values: object) -> bytes:
    return hashlib.blake2b(repr(values).encode(), key=SALT).digest()
